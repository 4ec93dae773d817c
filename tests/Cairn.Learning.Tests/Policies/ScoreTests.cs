using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class ScoreTests
{
    private static readonly Selector Math = Build.Of(("exam", "math"));
    private static readonly Selector Reading = Build.Of(("exam", "reading"));
    private static readonly Achievement[] Tests = [Test("m1", "math", 600, 1), Test("m2", "math", 640, 2), Test("r1", "reading", 500, 3), Build.Got("no score", says: "exam=math")];

    [Theory]
    [InlineData(ScoreOf.Sum, 1140, true)]
    [InlineData(ScoreOf.Sum, 1141, false)]
    [InlineData(ScoreOf.Max, 640, true)]
    [InlineData(ScoreOf.Max, 641, false)]
    [InlineData(ScoreOf.Min, 500, true)]
    [InlineData(ScoreOf.Min, 501, false)]
    public void The_best_of_each_is_put_together(ScoreOf how, int need, bool isMet) => IsMet(Build.Score(how, need, false, Math, Reading)).ShouldBe(isMet);

    [Fact]
    public void One_without_a_score_is_left_out_unless_all_must_have_one()
    {
        IsMet(Build.Score(ScoreOf.Min, 640, false, Math, Build.Of(("exam", "arts")))).ShouldBeTrue();
        IsMet(Build.Score(ScoreOf.Min, 640, true, Math, Build.Of(("exam", "arts")))).ShouldBeFalse();
        IsMet(Build.Score(ScoreOf.Sum, 0, false, Build.Of(("exam", "arts")))).ShouldBeFalse();
    }

    [Fact]
    public void What_is_missing_is_one_whatever_the_distance() => Build.Audit(Build.Score(ScoreOf.Sum, 5000, false, Math), Tests).Remaining.ShouldBe(1);

    [Fact]
    public void The_highest_score_says_it_and_of_equal_ones_the_older()
    {
        Achievement[] tied = [.. Tests, Test("m3", "math", 640, 1, "place=home"), Test("m4", "math", 640, 9, "place=school")];
        Build.Audit(Build.BestIs(Math, "place", "home"), tied).IsMet.ShouldBeTrue();
        Build.Audit(Build.BestIs(Math, "place", "school"), tied).IsMet.ShouldBeFalse();
        Build.Audit(Build.BestIs(Math, "place", "home")).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void A_score_is_looked_at_and_not_used_up()
    {
        var audit = Build.Audit(Build.All(Build.Score(ScoreOf.Max, 600, false, Math), Build.Need(2, Math)), Tests);
        audit.IsMet.ShouldBeTrue();
        audit.Unused.Select(one => one.Achievement).ShouldBe(["r1"]);
    }

    private static bool IsMet(Node node) => Build.Audit(node, Tests).IsMet;

    private static Achievement Test(string id, string exam, int score, int day, params string[] says) => Build.Got(id, 1, $"2026-02-0{day}", [$"exam={exam}", $"score={score}", .. says]);
}
