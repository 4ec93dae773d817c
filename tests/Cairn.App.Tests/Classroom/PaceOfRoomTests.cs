using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Classroom;

public sealed partial class PaceOfRoomTests(DemoSite demo)
{
    // A form leaves what nobody chose empty: that is no fault of the request.
    [Theory]
    [InlineData("/pace?group=")]
    [InlineData("/pace?group=none")]
    [InlineData("/pace")]
    public async Task An_id_that_is_left_empty_or_is_none_asks_for_nothing(string path)
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        (await teacher.Get(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_further_than_planned_is_in_a_list_of_their_own_and_needs_no_look()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = (await teacher.Get("/pace")).Whole;

        var cut = page.IndexOf("id=\"ahead\"", StringComparison.Ordinal);
        cut.ShouldBeGreaterThan(0);
        var (look, ahead) = (Named().Count(page[..cut]), Named().Count(page[cut..]));
        ahead.ShouldBe(int.Parse(Further().Match(page).Groups["count"].Value, CultureInfo.InvariantCulture));
        ahead.ShouldBeGreaterThan(0);
        if (look > 0) page.ShouldContain($"{look} of {demo.Room.Count} need");
        (look + ahead).ShouldBeLessThanOrEqualTo(demo.Room.Count);
    }

    [GeneratedRegex("<details class=\"Competency\"", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("Further than planned: (?<count>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Further();
}
