using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>A learner's facts as tables of an archive, with the words beside them.</summary>
internal sealed class ArchiveFacts(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
{
    private readonly Dictionary<EvidenceId, EvidenceText> _texts = held.EvidenceTexts.ToDictionary(one => one.Evidence);
    private readonly Dictionary<JudgmentId, string> _reasons = held.JudgmentTexts.ToDictionary(one => one.Judgment, one => one.Reason);
    private readonly Dictionary<OverrideId, string> _decisions = held.OverrideTexts.ToDictionary(one => one.Override, one => one.Reason);
    private readonly Dictionary<(RetractedKind, Guid), DateTime> _retracted = held.Retractions.ToDictionary(one => (one.Kind, one.Fact), one => one.RecordedAt);
    private readonly ILookup<DisputedPart, string> _statements = StatementsOf(held);

    /// <summary>What the family said against refused requests, by the part it is about.</summary>
    public static ILookup<DisputedPart, string> StatementsOf(HeldOfLearner held) =>
        held.Amendments.Where(one => one.Statement.Length > 0).ToLookup(one => DisputedPart.Read(one.About), one => one.Statement);

    public IEnumerable<ArchiveTable> Tables()
    {
        yield return ArchiveTable.Of("evidence", "id kind title experience context comment source sourceKey demonstratedOn recordedAt retractedAt statement", held.Evidence, one =>
        {
            var text = _texts.GetValueOrDefault(one.Id);
            return [one.Id.Value, one.Kind.ToString(), text?.Title, text?.Experience, text?.Context, text?.Comment, one.Source, one.SourceKey, one.DemonstratedOn, one.RecordedAt,
                Retracted(RetractedKind.Evidence, one.Id.Value), Statement(new DisputedPart(DisputedKind.Evidence, one.Id.Value))];
        });
        yield return ArchiveTable.Of("artifacts", "evidence position name address", held.Artifacts, one => [one.Evidence.Value, one.Position, one.Name, one.Address]);
        yield return ArchiveTable.Of("files", "evidence position name type length sha256 sentLength sentSha256 words isInArchive", held.Files, one => [one.File.Evidence.Value, one.File.Position, one.File.Name, one.File.Type, one.File.Length, one.File.Hash,
            one.Sent?.Length, one.Sent?.Hash, one.File.Words, one.IsWhole]);
        yield return ArchiveTable.Of("captures", "evidence key by recordedAt", held.Captures, one => [one.Evidence.Value, one.Key, Name(one.By), one.RecordedAt]);
        yield return ArchiveTable.Of("shownTo", "evidence classWall portfolio outside by", held.ShownTo, one => [one.Evidence.Value, one.OnClassWall, one.InPortfolio, one.IsOutside, Name(one.By)]);
        yield return ArchiveTable.Of("feedback", "id evidence author position kind first second words writtenAt", held.Feedback,
            one => [one.Id.Value, one.Evidence.Value, Name(one.Author), one.Position, one.Kind.ToString(), one.First, one.Second, one.Words, one.WrittenAt]);
        yield return ArchiveTable.Of("claims", "evidence competency competencyTitle target stage", held.Claims,
            one => [one.Evidence.Value, Code(one.Competency), Title(one.Competency), Target(one.Target), one.Stage]);
        yield return ArchiveTable.Of("judgments", "id evidence competency competencyTitle target stage level nonScore completion judge role reason demonstratedOn judgedAt recordedAt retractedAt statement", held.Judgments, one =>
            [one.Id.Value, one.Evidence?.Value, Code(one.Competency), Title(one.Competency), Target(one.Target), one.Stage, one.Level, one.NonScore?.ToString(), one.IsCompletion,
                Name(one.Judge), one.Role.ToString(), _reasons.GetValueOrDefault(one.Id), one.DemonstratedOn, one.JudgedAt, one.RecordedAt,
                Retracted(RetractedKind.Judgment, one.Id.Value), Statement(new DisputedPart(DisputedKind.Judgment, one.Id.Value))]);
        yield return ArchiveTable.Of("stageEntries", "id competency competencyTitle stage enteredVia baseline source enteredAt recordedAt retractedAt", held.StageEntries,
            one => [one.Id.Value, Code(one.Competency), Title(one.Competency), one.Stage, one.EnteredVia, one.Baseline, one.Source, one.EnteredAt, one.RecordedAt, Retracted(RetractedKind.StageEntry, one.Id.Value)]);
        yield return ArchiveTable.Of("overrides", "id competency competencyTitle stage level author reason decidedOn recordedAt expiresAt retractedAt", held.Overrides,
            one => [one.Id.Value, Code(one.Competency), Title(one.Competency), one.Stage, one.Level, Name(one.Author), _decisions.GetValueOrDefault(one.Id), one.DecidedOn, one.RecordedAt, one.ExpiresAt,
                Retracted(RetractedKind.Override, one.Id.Value)]);
        yield return ArchiveTable.Of("flexTimes", "day from until name room educator competency words ownChoice bookedAt", held.FlexTimes,
            one => [one.Day, $"{one.From:HH:mm}", $"{one.Until:HH:mm}", one.Name, one.Room, one.Educator, one.Competency is { } id ? Code(id) : null, one.Words, one.IsOwn, one.At]);
        yield return ArchiveTable.Of("retractions", "id kind fact by recordedAt", held.Retractions, one => [one.Id.Value, one.Kind.ToString(), one.Fact, Name(one.By), one.RecordedAt]);
    }

    private string Name(PersonId person) => held.Names.GetValueOrDefault(person.Value, "");

    private string Code(CompetencyId id) => Find(id)?.Code ?? id.Value.ToString("D");

    private string Title(CompetencyId id) => Find(id)?.Title ?? "";

    private Cairn.Learning.Frameworks.Competency? Find(CompetencyId id) => frameworks.Select(one => one.Content.Find(id)).FirstOrDefault(one => one is not null);

    private string? Target(TargetId? id) => id is not { } wanted ? null
        : frameworks.SelectMany(one => one.Content.Targets).FirstOrDefault(one => one.Id == wanted) is { } found ? found.Title.Length > 0 ? found.Title : found.Code : wanted.Value.ToString("D");

    private DateTime? Retracted(RetractedKind kind, Guid fact) => _retracted.TryGetValue((kind, fact), out var at) ? at : null;

    private string? Statement(DisputedPart part) => _statements.Contains(part) ? string.Join("\n\n", _statements[part]) : null;
}

/// <summary>Permissions, requests, notes and the journal as tables of an archive.</summary>
internal static class ArchiveRights
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held)
    {
        string Name(PersonId person) => held.Names.GetValueOrDefault(person.Value, "");
        yield return ArchiveTable.Of("consents", "id purpose evidence artifact given by until recordedAt", held.Consents,
            one => [one.Id.Value, one.Purpose.ToString(), one.Evidence?.Value, one.Artifact, one.IsGiven, Name(one.By), one.Until, one.RecordedAt]);
        yield return ArchiveTable.Of("amendments", "id about wish askedBy askedAt dueOn state decision decidedBy decidedAt statement", held.Amendments,
            one => [one.Id.Value, one.About, one.Wish, Name(one.AskedBy), one.AskedAt, one.DueOn, one.State.ToString(), one.Decision, Name(one.DecidedBy), one.DecidedAt, one.Statement]);
        yield return ArchiveTable.Of("sharedNotes", "id author text writtenAt sharedAt", held.SharedNotes, one => [one.Id.Value, Name(one.Author.Person), one.Text, one.WrittenAt, one.SharedAt]);
        yield return ArchiveTable.Of("conferences", "id heldOn works struggle script goals decisions openedAt closedAt edition", held.Conferences,
            one => [one.Id.Value, one.HeldOn, string.Join(' ', one.Works.Select(each => each.Value)), one.Struggle, one.Script, one.Goals, one.Decisions, one.OpenedAt, one.ClosedAt, one.Edition]);
        yield return ArchiveTable.Of("conferenceSignatures", "conference by as edition at", held.ConferenceSignatures, one => [one.Conference.Value, Name(one.Person), one.As.ToString(), one.Edition, one.At]);
        yield return ArchiveTable.Of("reportNarratives", "id area author from until text releasedAt", held.ReportNarratives, one => [one.Id.Value, one.Area?.Value, Name(one.Author.Person), one.From, one.Until, one.Text, one.ReleasedAt]);
        yield return ArchiveTable.Of("modifiedExpectations", "id competency text author from until", held.ModifiedExpectations, one => [one.Id.Value, one.Competency.Value, one.Text, Name(one.Author.Person), one.From, one.Until]);
        yield return ArchiveTable.Of("messages", "id conversation by text at", held.Messages, one => [one.Id.Value, one.Conversation.Value, Name(one.By), one.Text, one.At]);
        yield return Journal(held.Journal);
    }

    public static ArchiveTable Journal(IReadOnlyList<HeldEntry> entries) =>
        ArchiveTable.Of("journal", "number at act what row relation who purpose where said", entries,
            one => [one.Number, one.At, one.Act.ToString(), one.What, one.Row == Guid.Empty ? null : one.Row, one.Relation.ToString(), one.Who, one.Purpose, one.Where, one.Said]);
}
