using Cairn.App.Tests.Cli;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

/// <summary>What a person took back is not put again by the sheets that still say it.</summary>
public sealed class TakenBackTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public TakenBackTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    [Fact]
    public async Task A_judgment_that_a_person_took_back_stays_out_of_force_until_its_row_changes()
    {
        var taken = await TakeBackOne();
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
        InForce().ShouldNotContain(taken.Id);

        _program.Set("judgments", "level", "1", taken.Key);
        Told.Of(_cairn.Apply(_program), "judgments").Item2.ShouldBe(1);
        InForce().Count.ShouldBe(taken.Before);
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
        _cairn.ShouldStandAsConcluded();
    }

    public void Dispose() => _cairn.Dispose();

    private async Task<(JudgmentId Id, string Key, int Before)> TakeBackOne()
    {
        await using var district = _cairn.OpenToWrite();
        Judgment one;
        int count;
        using (var db = district.Open())
        {
            // The sheet's first judgment, by its key.
            var id = new JudgmentId(NamedId.Of("program", "judgment", "1"));
            one = db.Judgments.AsNoTracking().Single(judgment => judgment.Id == id);
            count = db.Judgments.Count();
        }

        await district.Writer.Record(new Recording(one.Learner)
        {
            Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), one.Learner, RetractedKind.Judgment, one.Id.Value, new PersonId(Guid.CreateVersion7()), default)],
        });
        return (one.Id, "1", count);
    }

    private List<JudgmentId> InForce()
    {
        using var db = _cairn.Open().Open();
        var retracted = db.Retractions.Select(one => one.Fact).ToHashSet();
        return [.. db.Judgments.AsNoTracking().ToList().Where(one => !retracted.Contains(one.Id.Value)).Select(one => one.Id)];
    }
}
