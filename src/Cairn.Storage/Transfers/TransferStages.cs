using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>Where somebody who is new begins to work: at the stage that a line of their old transcript was taken for. It is where work is judged, and shows nothing.</summary>
internal static class TransferStages
{
    private const string Via = "transfer";

    /// <summary>Enters the stages of a line, but for competencies in which the learner is at that stage or a later one already.</summary>
    public static void Enter(WriteTurn turn, Scope scope, LearnerId learner, TransferProposal proposal, PriorLine line)
    {
        if (!proposal.Parts.Any(one => one.Stage is not null)) return;
        var record = scope.Record(learner);
        bool IsThere(CompetencyId competency, int stage) =>
            record.EntriesOf(competency, AsOf.Everything).Any(one => one.Stage >= stage) || record.JudgmentsUnder(competency).Any(one => one.Stage >= stage && !record.IsRetracted(one, AsOf.Everything));
        List<StageEntry> entries = [.. proposal.Parts.Where(one => one.Stage is { } stage && !IsThere(one.Competency, stage))
            .Select(one => new StageEntry(EntryOf(line.Id, one.Competency), learner, one.Competency, one.Stage!.Value, Via, null, "", turn.Now, default))];
        if (entries.Count > 0) turn.Record(new Recording(learner) { StageEntries = entries });
    }

    /// <summary>A line that counts no more takes back where it put the learner, but for where work was judged since.</summary>
    public static void TakeBack(WriteTurn turn, Scope scope, LearnerId learner, PriorLine line)
    {
        var record = scope.Record(learner);
        var entries = turn.Db.StageEntries.AsNoTracking().Where(one => one.Learner == learner).ToList().Where(one => one.Id == EntryOf(line.Id, one.Competency)
            && !record.IsRetracted(RetractedKind.StageEntry, one.Id.Value, AsOf.Everything)
            && !record.JudgmentsUnder(one.Competency).Any(judged => judged.Stage == one.Stage && !record.IsRetracted(judged, AsOf.Everything)));
        List<Retraction> back = [.. entries.Select(one => new Retraction(new RetractionId(Guid.CreateVersion7()), learner, RetractedKind.StageEntry, one.Id.Value, new PersonId(scope.Actor.Person), default))];
        if (back.Count > 0) turn.Record(new Recording(learner) { Retractions = back });
    }

    private static StageEntryId EntryOf(PriorLineId line, CompetencyId competency) => new(NamedId.Of([Via, $"{line.Value:N}", $"{competency.Value:N}"]));
}
