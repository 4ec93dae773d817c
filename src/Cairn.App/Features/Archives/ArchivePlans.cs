using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Plans, talks, questions and the portfolio as tables of an archive.</summary>
internal static class ArchivePlans
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
    {
        string Name(Guid person) => held.Names.GetValueOrDefault(person, "");
        string? Title(CompetencyId? id) => id is not { } one ? null : frameworks.Select(each => each.Content.Find(one)?.Title).FirstOrDefault(each => each is not null) ?? one.Value.ToString("D");
        yield return ArchiveTable.Of("plans", "id title from until state strengths interests revision createdAt kept", held.Plans.Plans,
            one => [one.Id.Value, one.Title, one.From, one.Until, one.State.ToString(), one.Strengths, one.Interests, one.Revision, one.CreatedAt, one.Snapshot]);
        yield return ArchiveTable.Of("goals", "id plan position words competency by state", held.Plans.Goals, one => [one.Id.Value, one.Plan.Value, one.Position, one.Words, Title(one.Competency), one.By, one.State.ToString()]);
        yield return ArchiveTable.Of("planSteps", "plan position competency expectedBy", held.Plans.Steps, one => [one.Plan.Value, one.Position, Title(one.Competency), one.ExpectedBy]);
        yield return ArchiveTable.Of("planSignatures", "id plan by as revision recordedAt", held.Plans.Signatures, one => [one.Id.Value, one.Plan.Value, Name(one.By.Value), one.As.ToString(), one.Revision, one.RecordedAt]);
        yield return ArchiveTable.Of("questions", "id judgment competency askedBy words askedAt dueOn state answeredBy answer answeredAt newJudgment appeal appealedAt decidedBy decision decidedAt", held.Plans.Queries, one =>
            [one.Id.Value, one.Judgment.Value, Title(one.Competency), Name(one.AskedBy.Value), one.Words, one.AskedAt, one.DueOn, one.State.ToString(), Name(one.AnsweredBy.Value), one.Answer, one.AnsweredAt,
                one.NewJudgment?.Value, one.Appeal, one.AppealedAt, Name(one.DecidedBy.Value), one.Decision, one.DecidedAt]);
        yield return ArchiveTable.Of("portfolio", "id evidence position why shownTo picked by at", held.Plans.Portfolio, one => [one.Id.Value, one.Evidence.Value, one.Position, one.Why, one.ShownTo.ToString(), one.IsPicked, Name(one.By.Value), one.At]);
        yield return ArchiveTable.Of("checkIns", "id project educator plannedFor heldAt notes nextSteps", held.Plans.Talks, one => [one.Id.Value, one.Project?.Value, Name(one.Educator.Value), one.PlannedFor, one.HeldAt, one.Notes, one.NextSteps]);
    }
}
