using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;

namespace Cairn.Learning.Mastery;

/// <summary>Everything the record holds about one learner that conclusions are made from, ready to be asked.</summary>
public sealed class LearnerRecord
{
    private readonly Dictionary<(CompetencyId, TargetId?), List<Judgment>> _judgments;
    private readonly Dictionary<CompetencyId, List<Judgment>> _under;
    private readonly Dictionary<EvidenceId, PieceOfEvidence> _evidence;
    private readonly Dictionary<(RetractedKind, Guid), DateTime> _retracted;
    private readonly ILookup<CompetencyId, StageEntry> _entries;
    private readonly ILookup<CompetencyId, Override> _overrides;

    /// <summary>Gathers a learner's facts, in any order.</summary>
    public LearnerRecord(
        LearnerId learner, IEnumerable<PieceOfEvidence> evidence, IEnumerable<Judgment> judgments,
        IEnumerable<Retraction>? retractions = null, IEnumerable<StageEntry>? entries = null, IEnumerable<Override>? overrides = null)
    {
        Learner = learner;
        _evidence = evidence.ToDictionary(one => one.Id);
        _judgments = judgments.GroupBy(one => (one.Competency, one.Target)).ToDictionary(group => group.Key, group => group.ToList());
        _under = _judgments.GroupBy(pair => pair.Key.Item1).ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value).ToList());
        foreach (var list in _judgments.Values) list.Sort(Judgment.InOrder);
        _retracted = (retractions ?? []).GroupBy(one => (one.Kind, one.Fact))
            .ToDictionary(group => group.Key, group => group.Min(one => one.RecordedAt));
        _entries = (entries ?? []).OrderBy(one => one.Stage).ThenBy(one => one.RecordedAt).ToLookup(one => one.Competency);
        _overrides = (overrides ?? []).OrderBy(one => one.RecordedAt).ToLookup(one => one.Competency);
    }

    /// <summary>Whose record.</summary>
    public LearnerId Learner { get; }

    /// <summary>All judgments of one competency, or of one target under it, in order, in force or not.</summary>
    public IReadOnlyList<Judgment> JudgmentsOf(CompetencyId competency, TargetId? target) =>
        _judgments.GetValueOrDefault((competency, target)) ?? [];

    /// <summary>All judgments of one competency and of the targets under it, in no order.</summary>
    public IReadOnlyList<Judgment> JudgmentsUnder(CompetencyId competency) => _under.GetValueOrDefault(competency) ?? [];

    /// <summary>The piece of evidence with an id, or null.</summary>
    public PieceOfEvidence? Find(EvidenceId id) => _evidence.GetValueOrDefault(id);

    /// <summary>Had the judgment, or the piece it was made on, been retracted as far as was known?</summary>
    public bool IsRetracted(Judgment judgment, AsOf asOf) =>
        IsRetracted(RetractedKind.Judgment, judgment.Id.Value, asOf)
        || (judgment.Evidence is { } piece && IsRetracted(RetractedKind.Evidence, piece.Value, asOf));

    /// <summary>Had a fact been retracted as far as was known?</summary>
    public bool IsRetracted(RetractedKind kind, Guid fact, AsOf asOf) =>
        _retracted.TryGetValue((kind, fact), out var at) && at <= asOf.KnownBy;

    /// <summary>The experience behind a judgment: that of its piece, or the piece itself where its row is not here.</summary>
    public ExperienceId ExperienceOf(Judgment judgment) => judgment.Evidence is { } piece
        ? _evidence.GetValueOrDefault(piece)?.Experience ?? new ExperienceId(piece.Value) : new ExperienceId(judgment.Id.Value);

    /// <summary>The kind of the evidence behind a judgment.</summary>
    public EvidenceKind KindOf(Judgment judgment) => judgment.Evidence is { } piece && _evidence.TryGetValue(piece, out var found)
        ? found.Kind : EvidenceKind.Decision;

    /// <summary>The stage entries of a competency in force, lowest stage first; of two for one stage the later recorded stands.</summary>
    public IReadOnlyList<StageEntry> EntriesOf(CompetencyId competency, AsOf asOf) =>
        [.. _entries[competency]
            .Where(one => one.EnteredAt <= asOf.ShownBy && one.RecordedAt <= asOf.KnownBy && !IsRetracted(RetractedKind.StageEntry, one.Id.Value, asOf))
            .GroupBy(one => one.Stage).Select(same => same.MaxBy(one => one.RecordedAt)!)];

    /// <summary>All overrides of a competency that were known, oldest first, in force or not.</summary>
    public IEnumerable<Override> OverridesOf(CompetencyId competency, AsOf asOf) =>
        _overrides[competency].Where(one => one.DecidedOn <= asOf.ShownBy && one.RecordedAt <= asOf.KnownBy);

    /// <summary>When the newest of these judgments, or of their retractions, was recorded; null when there is none.</summary>
    public DateTime? Newest(IEnumerable<Judgment> judgments, AsOf asOf)
    {
        DateTime? newest = null;
        foreach (var one in judgments)
        {
            newest = Later(newest, one.RecordedAt);
            newest = Later(newest, When(RetractedKind.Judgment, one.Id.Value, asOf));
            if (one.Evidence is { } piece) newest = Later(newest, When(RetractedKind.Evidence, piece.Value, asOf));
        }

        return newest;
    }

    /// <summary>When the newest fact about a competency was recorded, in force or not; null when there is none. It never goes back.</summary>
    public DateTime? NewestOf(CompetencyId competency, AsOf asOf)
    {
        var newest = Newest(JudgmentsUnder(competency).Where(one => one.RecordedAt <= asOf.KnownBy && one.DemonstratedOn <= asOf.ShownBy), asOf);
        foreach (var entry in _entries[competency].Where(one => one.EnteredAt <= asOf.ShownBy && one.RecordedAt <= asOf.KnownBy))
            newest = Later(Later(newest, entry.RecordedAt), When(RetractedKind.StageEntry, entry.Id.Value, asOf));
        foreach (var set in OverridesOf(competency, asOf))
            newest = Later(Later(newest, set.RecordedAt), When(RetractedKind.Override, set.Id.Value, asOf));
        return newest;
    }

    /// <summary>The later of two moments, either of which may be missing.</summary>
    internal static DateTime? Later(DateTime? left, DateTime? right) => left is null || right > left ? right : left;

    private DateTime? When(RetractedKind kind, Guid fact, AsOf asOf) =>
        _retracted.TryGetValue((kind, fact), out var at) && at <= asOf.KnownBy ? at : null;
}
