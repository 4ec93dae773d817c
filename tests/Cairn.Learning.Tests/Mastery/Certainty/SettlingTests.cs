using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Certainty;

public sealed class SettlingTests
{
    [Fact]
    public void The_kind_that_tells_most_comes_first_and_nobody_is_asked_for_a_decision()
    {
        var settling = Read(3, 2).WouldSettle;

        settling[0].Kind.ShouldBe(EvidenceKind.Project);
        settling[^1].Kind.ShouldBe(EvidenceKind.Conversation);
        settling.Select(one => one.Kind).ShouldNotContain(EvidenceKind.Decision);
        settling.Select(one => one.Gain).ShouldBeInOrder(SortDirection.Descending);
        settling.ShouldAllBe(one => one.Gain > 0 && one.Gain < 0.5);
    }

    [Fact]
    public void It_says_from_which_level_one_more_piece_would_settle_it()
    {
        var project = Read(3, 3).WouldSettle[0];

        project.ShownFrom!.Number.ShouldBe(4);
        project.NotYetUpTo.ShouldBeNull();
    }

    [Fact]
    public void The_gain_is_what_imagined_pieces_leave_of_the_risk()
    {
        var estimate = Read(3, 2);
        var pieces = estimate.Pieces.Select(one => one.Weighed).ToList();

        // The same sum by whole runs of the filter: a piece a level, on the day of reading.
        var after = Enumerable.Range(1, 4).Select(level => OrdinalFilter.Read(estimate.Model, [.. pieces, new WeighedPiece(level, 1.4, 0, estimate.DaysSince)])).ToList();
        var left = after.Sum(one => one.Foretold * Math.Min(one.Levels[2] + one.Levels[3], one.Levels[0] + one.Levels[1]));

        estimate.WouldSettle[0].Gain.ShouldBe(Math.Min(estimate.ProficientChance, 1 - estimate.ProficientChance) - left, 1e-4);
        after.Sum(one => one.Foretold).ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Where_nothing_can_be_below_the_line_there_is_nothing_to_settle()
    {
        var levels = EstimateLevels.Of(ScaleBuilder.OfStages, 1)!;

        Estimate.From([], levels, UsualModel.Of(levels), Some.Day(0)).WouldSettle.ShouldAllBe(one => one.Gain < 1e-9);
    }

    private static Estimate Read(params IEnumerable<int> judged)
    {
        var record = new RecordBuilder();
        foreach (var level in judged) record.Judge(level);
        var levels = EstimateLevels.Of(ScaleBuilder.OneToFour, null)!;
        return Estimate.From([record.Body()], levels, UsualModel.Of(levels), Some.Day(5));
    }
}
