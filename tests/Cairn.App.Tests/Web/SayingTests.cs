using System.Text.RegularExpressions;

namespace Cairn.App.Tests.Web;

/// <summary>What pages say where words and numbers meet.</summary>
public sealed partial class SayingTests(DemoSite demo)
{
    private static readonly string[] Codes = ["RD.1", "RD.2", "RD.5", "RD.6", "MA.1", "MA.2", "SC.1", "SC.2", "PP.4", "PP.7", "AM.2", "AM.4", "HL.1", "HL.5"];

    [Fact]
    public async Task The_list_says_how_many_learners_and_where_only_when_there_is_one_place()
    {
        using var leader = await demo.Site.As(demo.Leader);
        (await leader.Get("/learners")).Body.ShouldContain($"<h1>{demo.Everyone.Count()} learners</h1>");
        (await leader.Get("/learners?q=nobody-is-called-this")).Body.ShouldContain("<h1>No learners</h1>");
        using var teacher = await demo.Site.As(demo.Teacher);
        var room = demo.Groups.Single(one => one.Name == "The Loft").Name;
        (await teacher.Get("/learners")).Body.ShouldContain($"<h1>{demo.Room.Count} learners in {room}</h1>");
        (await teacher.Get($"/learners?q={demo.Own.Username}")).Body.ShouldContain($"<h1>1 learner in {room}</h1>");
    }

    [Fact]
    public async Task Growth_downward_is_said_once()
    {
        var pages = await WhyPages();
        pages.ShouldContain(one => one.Contains("since the first piece", StringComparison.Ordinal) && one.Contains(">Down ", StringComparison.Ordinal));
        pages.ShouldAllBe(one => !one.Contains("Down -", StringComparison.Ordinal) && !one.Contains("Up -", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_that_all_is_here_while_a_box_is_empty() =>
        (await WhyPages()).Where(one => one.Contains("on thin evidence", StringComparison.Ordinal))
            .ShouldAllBe(one => one.Contains("more piece", StringComparison.Ordinal) && !one.Contains("Everything asked for is here", StringComparison.Ordinal));

    [Fact]
    public async Task Who_has_shown_a_part_of_a_condition_is_not_told_that_it_is_too_little() =>
        (await WhyPages()).Where(one => Head(one).Contains("partly shown", StringComparison.Ordinal)).ShouldAllBe(one => one.Contains("has shown a part of this", StringComparison.Ordinal));

    [Fact]
    public async Task A_level_looks_alike_on_the_home_and_on_its_own_page()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var learner in demo.Room.Skip(10).Take(5))
        {
            var home = Chips().Matches((await teacher.Get(DemoSite.Home(learner))).Body).ToDictionary(one => one.Groups["href"].Value, one => one.Groups["look"].Value, StringComparer.Ordinal);
            foreach (var code in Codes)
            {
                var path = DemoSite.Competency(learner, code);
                var why = (await teacher.Get(path)).Body;
                Look().Match(why[why.IndexOf("Why-head", StringComparison.Ordinal)..]).Groups["look"].Value.ShouldBe(home[path], path);
            }
        }
    }

    [Fact]
    public async Task Every_page_says_how_sure_and_that_this_decides_nothing() => (await WhyPages()).ShouldAllBe(one =>
        one.Contains("<h3>How sure?</h3>", StringComparison.Ordinal) && one.Contains("It decides nothing", StringComparison.Ordinal));

    [Fact]
    public async Task Where_it_is_not_enough_yet_to_tell_no_share_is_given() => (await WhyPages()).Where(one => one.Contains("Not enough yet to tell", StringComparison.Ordinal))
        .ShouldAllBe(one => !one.Contains("% that it is", StringComparison.Ordinal));

    [Fact]
    public async Task A_learner_reads_how_sure_in_words_and_an_educator_in_percent_too()
    {
        var path = "";
        using (var teacher = await demo.Site.As(demo.Teacher))
            foreach (var code in Codes.TakeWhile(_ => path.Length == 0))
                if ((await teacher.Get(DemoSite.Competency(demo.Own, code))).Body.Contains("% that it is", StringComparison.Ordinal)) path = DemoSite.Competency(demo.Own, code);
        path.ShouldNotBeEmpty();
        using var learner = await demo.Site.As(DemoSite.Self(demo.Own));
        (await learner.Get(path)).Body.ShouldSatisfyAllConditions(body => body.ShouldContain("How sure?"), body => body.ShouldNotContain("% that it is"));
    }

    private async Task<IReadOnlyList<string>> WhyPages()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var pages = new List<string>();
        foreach (var learner in demo.Room.Skip(10).Take(8))
            foreach (var code in Codes)
                pages.Add((await teacher.Get(DemoSite.Competency(learner, code))).Body);
        return pages;
    }

    // The level that is explained; other stages of the competency may stand further down.
    private static string Head(string page) => page[page.IndexOf("Why-head", StringComparison.Ordinal)..] is var rest && rest.IndexOf("<h3", StringComparison.Ordinal) is var end and > 0 ? rest[..end] : rest;

    [GeneratedRegex("<a class=\"LevelChip(?<look>[^\"]*)\"[^>]* href=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chips();

    [GeneratedRegex("class=\"LevelChip(?<look>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Look();
}
