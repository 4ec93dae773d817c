using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>What is held of where a learner came from and of what helps them, for an archive that is handed over; and how an erasure takes its words out.</summary>
public sealed record HeldMobility
{
    /// <summary>Transcripts of other schools, oldest first.</summary>
    public IReadOnlyList<PriorTranscript> Transcripts { get; init; } = [];

    /// <summary>Their lines.</summary>
    public IReadOnlyList<PriorLine> Lines { get; init; } = [];

    /// <summary>Levels that are taken for granted, oldest first.</summary>
    public IReadOnlyList<ProvisionalLevel> Provisional { get; init; } = [];

    /// <summary>Situations in which the law protects credit: only where whoever asks may know of them. A family is handed them by the office, which knows who it is that asks.</summary>
    public IReadOnlyList<SpecialSituation> Situations { get; init; } = [];

    /// <summary>What helps, oldest first.</summary>
    public IReadOnlyList<Accommodation> Accommodations { get; init; } = [];

    /// <summary>How far the learner is in the language of the school, oldest first.</summary>
    public IReadOnlyList<LanguageLevel> Languages { get; init; } = [];

    /// <summary>Pieces in another language.</summary>
    public IReadOnlyList<EvidenceLanguage> EvidenceLanguages { get; init; } = [];

    /// <summary>Everybody who wrote or decided.</summary>
    public IEnumerable<Guid> People =>
    [
        .. Transcripts.Select(one => one.By.Value), .. Lines.Select(one => one.DecidedBy?.Value ?? Guid.Empty), .. Provisional.Select(one => one.By.Value), .. Situations.Select(one => one.By.Value),
        .. Accommodations.Select(one => one.By.Value), .. Languages.Select(one => one.By.Value), .. EvidenceLanguages.Select(one => one.By.Value),
    ];

    /// <summary>Facts among it, by the ids that the journal names them by.</summary>
    public IEnumerable<Guid> Facts => [.. Provisional.Select(one => one.Id.Value), .. Languages.Select(one => one.Id.Value)];

    // What helps is the family's own, and its readers' here; another system that fetches records gets none of it.
    private static bool MayKnow(Scope scope, LearnerId learner) =>
        scope.Actor.Kind is ActorKind.Learner or ActorKind.Guardian or ActorKind.Operator || Expectations.AccommodationRows.Sees(scope, learner);

    internal static HeldMobility Of(Db db, Scope scope, LearnerId learner) => new()
    {
        Transcripts = [.. db.PriorTranscripts.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.EnteredAt)],
        Lines = [.. db.PriorLines.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Transcript.Value).ThenBy(one => one.Position)],
        Provisional = [.. db.ProvisionalLevels.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
        Situations = SituationRows.Of(db, scope, learner),
        Accommodations = !MayKnow(scope, learner) ? [] : [.. db.Accommodations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.WrittenAt)],
        Languages = !MayKnow(scope, learner) ? [] : [.. db.LanguageLevels.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
        EvidenceLanguages = [.. db.EvidenceLanguages.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.At)],
    };

    /// <summary>Takes out the words, and situations and the languages of pieces with all that they say; that a line was decided and how stays, as facts do.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        foreach (var one in db.PriorTranscripts.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.PriorLines.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.Accommodations.Where(one => one.Learner == learner).ToList()) one.Erase();
        db.SpecialSituations.RemoveRange(db.SpecialSituations.Where(one => one.Learner == learner));
        db.EvidenceLanguages.RemoveRange(db.EvidenceLanguages.Where(one => one.Learner == learner));
    }

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } = [typeof(PriorTranscript), typeof(PriorLine), typeof(EvidenceLanguage)];

    /// <summary>Kinds of rows of which the journal does not say whose they are, and a family's not even that there are any: who may know of them is told by the office.</summary>
    internal static IReadOnlyList<Type> Unsaid { get; } = [typeof(SpecialSituation), typeof(Accommodation)];

    /// <summary>The ids that the journal names such rows of a learner by.</summary>
    internal static IReadOnlySet<Guid> UnsaidRows(Db db, LearnerId learner) =>
        db.SpecialSituations.AsNoTracking().Where(one => one.Learner == learner).Select(one => one.Id).ToList().Select(one => one.Value)
            .Concat(db.Accommodations.AsNoTracking().Where(one => one.Learner == learner).Select(one => one.Id).ToList().Select(one => one.Value)).ToHashSet();
}
