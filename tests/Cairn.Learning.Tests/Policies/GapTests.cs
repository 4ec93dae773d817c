using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class GapTests
{
    private static readonly Selector Science = Build.Of(("subject", "science"));
    private static readonly Selector Foundation = Build.Tagged("foundation");

    [Fact]
    public void What_is_met_has_no_gap_and_no_alternative()
    {
        var audit = Build.Audit(Build.Any(Build.Need(1, Science), Build.Need(2, Foundation)), Build.Got("a", says: "subject=science"));
        (audit.Gaps.Count, audit.Alternatives.Count, audit.Nearest).ShouldBe((0, 0, null));
    }

    [Fact]
    public void The_least_that_would_do_tells_a_missing_part_apart()
    {
        var gap = Build.Audit(Build.Need(3, Science, where: Build.Least(1, Foundation)), Build.Got("a", 1.5m, says: "subject=science")).Gaps.ShouldHaveSingleItem();

        (gap.Remaining, gap.Has, gap.Asks).ShouldBe((1.5m, 1.5m, 3m));
        gap.Shortfalls.Select(one => one.Units).ShouldBe([1, 0.5m]);
        gap.Shortfalls[0].Of.ShouldBe([Science, Foundation]);
        gap.Shortfalls[1].Of.ShouldBe([Science]);
    }

    [Fact]
    public void What_counts_no_more_is_named_and_so_are_values_that_are_used()
    {
        var gap = Build.Audit(Build.Need(4, Build.Everything, "", "code", "", Build.Most(1, Foundation)), Build.Got("a", 1, says: ["foundation", "code=x"]), Build.Got("b", 1, says: "code=y"), Build.Got("c", 0.5m, says: "code=z")).Gaps[0];

        gap.Shortfalls[0].But.ShouldBe([Foundation]);
        (gap.Shortfalls[0].Fresh, gap.Remaining).ShouldBe(("code", 1.5m));
        gap.Shortfalls[0].UsedUp.ShouldBe([new TextValue("x"), new TextValue("y")]);
    }

    [Fact]
    public void The_shortest_way_is_what_is_under_way_then_what_is_planned_then_something_new()
    {
        var gap = Build.Audit(Build.Need(4, Science), Build.Got("have", 1, says: "subject=science"), Build.Got("at", 1, says: ["subject=science", "status=in-progress"]), Build.Got("plan", 1.5m, says: ["subject=science", "status=planned"])).Gaps[0];

        gap.Routes.Select(one => (one.Kind, one.Units)).ShouldBe([(RouteKind.UnderWay, 1), (RouteKind.Planned, 1.5m), (RouteKind.New, 0.5m)]);
        gap.Routes.Select(one => string.Join(' ', one.With)).ShouldBe(["at", "plan", ""]);
        gap.Routes.Sum(one => one.Units).ShouldBe(gap.Remaining);
    }

    [Fact]
    public void Who_decides_is_named()
    {
        var gap = Build.Audit(Build.Attest("board", "principal", "superintendent")).Gaps[0];
        gap.Routes.ShouldHaveSingleItem().By.ShouldBe(["principal", "superintendent"]);
        (gap.Routes[0].Kind, gap.Has, gap.Asks).ShouldBe((RouteKind.Person, null, null));
    }

    [Fact]
    public void A_score_says_how_far_it_is_and_which_test_is_planned()
    {
        var gap = Build.Audit(Build.Score(ScoreOf.Max, 684, false, Science), Build.Got("old", says: ["subject=science", "score=650"]), Build.Got("new", says: ["subject=science", "score=700", "status=planned"])).Gaps[0];
        (gap.Has, gap.Asks, gap.Remaining).ShouldBe((650, 684, 1));
        gap.Routes.ShouldHaveSingleItem().With.ShouldBe(["new"]);
    }

    [Fact]
    public void Other_branches_are_told_the_nearest_first()
    {
        var audit = Build.Audit(Build.Any(Build.Need(5, Science), Build.Need(1, Foundation), Build.Need(3, Build.Of(("type", "x"))), Build.Not(Build.Attest("no"))), Build.Attested("no"));
        audit.Remaining.ShouldBe(1);
        audit.Alternatives.Select(one => (one.Branch.Path, one.Remaining)).ShouldBe([("root/any/2", 3), ("root/any/0", 5)]);
    }

    [Fact]
    public void The_nearest_gap_is_the_one_of_which_least_is_missing() =>
        Build.Audit(Build.All(Build.Need(2, Science), Build.Need(1.5m, Foundation))).Nearest!.Node.Path.ShouldBe("root/all/1");
}
