using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Where a learner came from and what helps them, as tables of an archive.</summary>
internal static class ArchiveMobility
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var mobility = held.Mobility;
        string Name(PersonId? person) => person is { } one ? held.Names.GetValueOrDefault(one.Value, "") : "";
        string? Title(CompetencyId? id) => id is not { } one ? null : frameworks.Select(each => each.Content.Find(one)?.Title).FirstOrDefault(each => each is not null) ?? one.Value.ToString("D");
        yield return ArchiveTable.Of("priorTranscripts", "id school enteredBy enteredAt endedAt", mobility.Transcripts, one => [one.Id.Value, one.Origin, Name(one.By), one.EnteredAt, one.EndedAt]);
        yield return ArchiveTable.Of("priorLines", "id transcript position title code grade hundredths endedOn state policy subject award until decidedBy decidedAt", mobility.Lines, one =>
            [one.Id.Value, one.Transcript.Value, one.Position, one.Title, one.Code, one.Grade, one.Hundredths, one.EndedOn, one.State.ToString(), one.Policy, one.Subject, one.Award?.Value, one.Until, Name(one.DecidedBy), one.DecidedAt]);
        yield return ArchiveTable.Of("takenForGranted", "id competency stage level line until by recordedAt", mobility.Provisional,
            one => [one.Id.Value, Title(one.Competency), one.Stage, one.Level, one.Line.Value, one.Until, Name(one.By), one.RecordedAt]);
        yield return ArchiveTable.Of("accommodations", "id competency text from until onReport by writtenAt", mobility.Accommodations,
            one => [one.Id.Value, Title(one.Competency), one.Text, one.From, one.Until, one.IsOnReport, Name(one.By), one.WrittenAt]);
        yield return ArchiveTable.Of("languageLevels", "id domain level on by recordedAt", mobility.Languages, one => [one.Id.Value, one.Domain.ToString(), one.Level, one.On, Name(one.By), one.RecordedAt]);
        yield return ArchiveTable.Of("evidenceLanguages", "evidence language by at", mobility.EvidenceLanguages, one => [one.Evidence.Value, one.Language, Name(one.By), one.At]);
        // Not even an empty table to whoever may not know of them: the office hands it out, knowing who asks.
        if (mobility.Situations.Count > 0)
            yield return ArchiveTable.Of("situations", "id kind from until by recordedAt", mobility.Situations, one => [one.Id.Value, one.Kind.ToString(), one.From, one.Until, Name(one.By), one.RecordedAt]);
    }
}
