using System.Runtime.InteropServices;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage.Standings;
using CsCheck;

namespace Cairn.App.Tests.Storage;

/// <summary>A packed determination says what the determination says, as far as it is kept.</summary>
public sealed class CellTests
{
    private static readonly CompetencyId Drawing = new(Guid.CreateVersion7());
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_32_bytes_and_rows_of_them_are_read_without_a_copy()
    {
        Cell.Size.ShouldBe(32);
        var cells = new[] { new Cell(1, Of()), new Cell(65_535, Of((3, 10))) };

        Cell.Read(MemoryMarshal.AsBytes(cells.AsSpan()).ToArray()).ToArray().ShouldBe(cells);
    }

    [Fact]
    public void Nothing_shown_is_no_piece_no_day_and_no_refresh()
    {
        var cell = new Cell(1, Of());

        (cell.Pieces, cell.LastShown, cell.Level, cell.Value).ShouldBe((0, null, null, null));
        cell.NeedsRefreshOn(new DateOnly(2999, 1, 1), 1).ShouldBeFalse();
    }

    [Fact]
    public void Pieces_and_the_day_the_newest_was_shown_come_back() =>
        Gen.Select(Gen.Int[1, 4], Gen.Double[0, 36_500]).List[1, 12].Sample(shown =>
        {
            var determination = Of([.. shown.Select(one => (one.Item1, one.Item2))]);
            var cell = new Cell(7, determination);

            (cell.Number, cell.Pieces).ShouldBe((7, shown.Count));
            cell.LastShown.ShouldBe(DateOnly.FromDateTime(determination.LastShown!.Value));
            (cell.Value, cell.Level, cell.IsProficient).ShouldBe((determination.Value, determination.Level?.Number, determination.IsProficient));
        });

    [Theory]
    [InlineData(10, 30, 39, false)]
    [InlineData(10, 30, 40, true)]
    [InlineData(10.999, 30, 40, true)]
    [InlineData(10, null, 40_000, false)]
    [InlineData(0, 1, 1, true)]
    public void A_refresh_is_asked_for_from_the_day_the_showing_runs_out(double shown, int? days, int on, bool needs) =>
        new Cell(1, Of((3, shown))).NeedsRefreshOn(DateOnly.FromDateTime(Epoch).AddDays(on), days).ShouldBe(needs);

    [Fact]
    public void What_was_shown_before_2000_or_after_2179_keeps_the_nearest_day_that_fits()
    {
        new Cell(1, Of((3, -4000))).LastShown.ShouldBe(new DateOnly(2000, 1, 1));
        new Cell(1, Of((3, 70_000))).LastShown.ShouldBe(new DateOnly(2000, 1, 1).AddDays(65_534));
    }

    /// <summary>A determination of levels, each shown on a day from 2000 on.</summary>
    private static Determination Of(params (int Level, double Day)[] shown)
    {
        var learner = new LearnerId(Guid.CreateVersion7());
        var pieces = shown.Select(one => new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Exam, "", "", Epoch.AddDays(one.Day), Epoch)).ToList();
        var judged = shown.Select((one, i) => new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, Drawing, null, null, pieces[i].Id, one.Level, null, false, new PersonId(Guid.Empty), JudgeRole.Educator, pieces[i].DemonstratedOn, pieces[i].DemonstratedOn, Epoch.AddMicroseconds(i)));
        var body = BodyOfEvidence.From(new LearnerRecord(learner, pieces, judged), Drawing, null, null, JudgmentPolicy.Default, AsOf.Everything);
        var scale = new ProficiencyScale(new ScaleId(Guid.Empty), "Levels", 3, [new(1, 1, ""), new(2, 2, ""), new(3, 3, ""), new(4, 4, "")]);
        return Determination.From(body, scale, new RuleVersion(new Mean(), 1, Epoch), 3);
    }
}
