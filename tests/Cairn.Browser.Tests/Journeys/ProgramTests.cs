using Cairn.Browser.Tests.Running;

namespace Cairn.Browser.Tests.Journeys;

public sealed class ProgramTests
{
    [Fact]
    public async Task The_program_says_one_line_on_standard_output_and_ends_well_when_it_is_told_to()
    {
        await using var cairn = await CairnProcess.Demo(learners: 2);
        cairn.Url.IsLoopback.ShouldBeTrue();
        cairn.Url.Port.ShouldNotBe(0);
        cairn.Ways.Select(one => one.Role).Distinct().ShouldBe(["teacher", "co-teacher", "learner", "family", "leader", "mentor"]);
        using var http = new HttpClient();
        // The invented languages are for tests, and this one did not ask for them.
        http.DefaultRequestHeaders.Add("Accept-Language", "ar-XB, en-XA;q=0.9, es;q=0.5");
        (await http.GetStringAsync(cairn.Url, TestContext.Current.CancellationToken)).ShouldContain("<html lang=\"es\" dir=\"ltr\">");
        (await http.GetAsync(cairn.Url, TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await cairn.Stop()).ShouldBe((0, ""));
        cairn.Complaints.ShouldContain("Making two years of 2 learners");
    }
}
