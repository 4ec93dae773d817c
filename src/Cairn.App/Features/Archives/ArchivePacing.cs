using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Checks that were asked for, what was done since, support that was agreed, and choices, as tables of an archive.</summary>
internal static class ArchivePacing
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
    {
        string Name(PersonId person) => held.Names.GetValueOrDefault(person.Value, "");
        string Code(CompetencyId id) => frameworks.Select(one => one.Content.Find(id)?.Code).FirstOrDefault(code => code is not null) ?? id.Value.ToString("D");
        yield return ArchiveTable.Of("checksAsked", "id competency target stage words askedAt state checkOn answer answeredBy answeredAt", held.Pacing.Asked,
            one => [one.Id.Value, Code(one.Competency), one.Target?.Value, one.Stage, one.Words, one.AskedAt, one.State.ToString(), one.CheckOn, one.Answer, Name(one.AnsweredBy), one.AnsweredAt]);
        yield return ArchiveTable.Of("doneSince", "id competency stage words evidence doneAt", held.Pacing.Correctives, one => [one.Id.Value, Code(one.Competency), one.Stage, one.Words, one.Piece?.Value, one.DoneAt]);
        yield return ArchiveTable.Of("supportPlans", "id state since draftedBy decidedBy outcome", held.Pacing.Supports.Select(one => one.Plan),
            one => [one.Id.Value, one.State.ToString(), one.StateSince, Name(one.DraftedBy), Name(one.DecidedBy), one.Outcome]);
        yield return ArchiveTable.Of("supportLines", "plan position what who byDay reason", held.Pacing.Supports.SelectMany(one => one.Lines), one => [one.Plan.Value, one.Position, one.What, one.Who, one.ByDay, one.Reason]);
        yield return ArchiveTable.Of("choices", "id competency step chosenAt", held.Pacing.Choices, one => [one.Id.Value, Code(one.Competency), one.Step.ToString(), one.ChosenAt]);
    }
}
