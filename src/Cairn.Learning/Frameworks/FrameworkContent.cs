using Cairn.Learning.Scales;

namespace Cairn.Learning.Frameworks;

/// <summary>Everything one framework version holds, ready to be asked. Only what is active, under what is active, counts.</summary>
public sealed class FrameworkContent
{
    private const int LongestName = 60;

    private readonly Dictionary<CompetencyId, IReadOnlyList<LearningTarget>> _targets;
    private readonly Dictionary<(TargetId, int), int> _pieces;
    private readonly Dictionary<CompetencyId, Competency> _byId;
    private readonly Dictionary<string, Competency> _byCode;
    private readonly Dictionary<AreaId, Area> _areas;
    private readonly HashSet<CompetencyId> _counting;

    /// <summary>Gathers a version. Throws <see cref="ArgumentException"/> when a competency names an area or scale that is not there.</summary>
    public FrameworkContent(
        Framework framework, FrameworkVersion version, IEnumerable<Area> areas, IEnumerable<Competency> competencies,
        IEnumerable<LearningTarget> targets, IEnumerable<StageRequirement> requirements, IEnumerable<ProficiencyScale> scales)
    {
        Framework = framework;
        Version = version;
        // Of two in one place the code or number decides, so that the order is the same whoever reads it.
        Areas = [.. areas.OrderBy(area => area.Position).ThenBy(area => area.Code, StringComparer.Ordinal)];
        _areas = Areas.ToDictionary(area => area.Id);
        var places = Areas.Select((area, place) => (area.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var listed = competencies.ToList();
        if (listed.Find(one => !places.ContainsKey(one.Area)) is { } astray)
            throw new ArgumentException($"{astray.Code} names an area that is not there.", nameof(competencies));
        Competencies = [.. listed.OrderBy(one => places[one.Area]).ThenBy(one => one.Position).ThenBy(one => one.Number)];
        _byId = Competencies.ToDictionary(one => one.Id);
        _byCode = Competencies.ToDictionary(one => one.Code, StringComparer.OrdinalIgnoreCase);
        Targets = [.. targets.OrderBy(one => one.Position).ThenBy(one => one.Code, StringComparer.Ordinal)];
        _targets = Targets.GroupBy(one => one.Competency).ToDictionary(
            group => group.Key, group => (IReadOnlyList<LearningTarget>)[.. group]);
        _pieces = requirements.ToDictionary(one => (one.Target, one.Stage), one => one.Pieces);
        Scales = scales.ToDictionary(scale => scale.Id);
        if (Competencies.FirstOrDefault(one => !Scales.ContainsKey(one.Scale)) is { } unscaled)
            throw new ArgumentException($"{unscaled.Code} names a scale that is not there.", nameof(scales));
        _counting = [.. Competencies.Where(one => one.IsActive && _areas[one.Area].IsActive).Select(one => one.Id)];
    }

    /// <summary>The framework.</summary>
    public Framework Framework { get; }

    /// <summary>The version.</summary>
    public FrameworkVersion Version { get; }

    /// <summary>All areas, in order.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>All competencies, in framework order.</summary>
    public IReadOnlyList<Competency> Competencies { get; }

    /// <summary>All targets, in order.</summary>
    public IReadOnlyList<LearningTarget> Targets { get; }

    /// <summary>The scales its competencies are judged on.</summary>
    public IReadOnlyDictionary<ScaleId, ProficiencyScale> Scales { get; }

    /// <summary>The portrait of a graduate, in order.</summary>
    public IReadOnlyList<PortraitQuality> Portrait { get; init; } = [];

    /// <summary>Which competencies show a quality of the portrait.</summary>
    public ILookup<QualityId, CompetencyId> ShownBy { get; init; } = Array.Empty<PortraitLink>().ToLookup(link => link.Quality, link => link.Competency);

    /// <summary>Words for the levels of a competency, lowest level first.</summary>
    public ILookup<CompetencyId, Descriptor> Descriptors { get; init; } = Array.Empty<Descriptor>().ToLookup(one => one.Competency);

    /// <summary>Words for the stages of a target, lowest stage first.</summary>
    public ILookup<TargetId, StageDescriptor> StageDescriptors { get; init; } = Array.Empty<StageDescriptor>().ToLookup(one => one.Target);

    /// <summary>Anchor work for the levels of a competency, lowest level first.</summary>
    public ILookup<CompetencyId, Exemplar> Exemplars { get; init; } = Array.Empty<Exemplar>().ToLookup(one => one.Competency);

    /// <summary>Typed links of its competencies and targets, in order.</summary>
    public IReadOnlyList<Association> Associations { get; init; } = [];

    /// <summary>The competency with an id, or null.</summary>
    public Competency? Find(CompetencyId id) => _byId.GetValueOrDefault(id);

    /// <summary>The competency with a code, compared without case, or null.</summary>
    public Competency? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The area of a competency.</summary>
    public Area AreaOf(Competency competency) => _areas[competency.Area];

    /// <summary>The scale of a competency.</summary>
    public ProficiencyScale ScaleOf(Competency competency) => Scales[competency.Scale];

    /// <summary>The targets of a competency, in order, active or not.</summary>
    public IReadOnlyList<LearningTarget> TargetsOf(CompetencyId competency) => _targets.GetValueOrDefault(competency) ?? [];

    /// <summary>Is the competency active, in an active area?</summary>
    public bool Counts(CompetencyId competency) => _counting.Contains(competency);

    /// <summary>How much of an area is a priority: its active competencies and targets that are marked so.</summary>
    public int PrioritiesOf(Area area) => Competencies.Where(one => one.Area == area.Id && one.IsActive)
        .Sum(one => (one.IsPriority ? 1 : 0) + TargetsOf(one.Id).Count(target => target.IsActive && target.IsPriority));

    /// <summary>What is asked for of a target at stages that say it, lowest stage first.</summary>
    public IEnumerable<(int Stage, int Pieces)> PiecesOf(TargetId target) =>
        _pieces.Where(one => one.Key.Item1 == target).Select(one => (one.Key.Item2, one.Value)).OrderBy(one => one.Item1);

    /// <summary>The code, or else the title in short, of the area, competency or target with an id; null where there is none.</summary>
    public string? NameOf(Guid? id) =>
        id is not { } known ? null
        : (Find(new CompetencyId(known)) is { } competency ? Name(competency.Code, competency.Title) : null)
          ?? (Targets.FirstOrDefault(one => one.Id.Value == known) is { } target ? Name(target.Code, target.Title) : null)
          ?? (Areas.FirstOrDefault(one => one.Id.Value == known) is { } area ? Name(area.Code, area.Title) : null);

    /// <summary>Pieces of evidence asked for of a target at a stage; its default where the stage says nothing.</summary>
    public int PiecesFor(LearningTarget target, int? stage) =>
        stage is { } at && _pieces.TryGetValue((target.Id, at), out var pieces) ? pieces : target.DefaultPieces;

    // Where a source gave no code, its whole identifier stands there, which tells nobody anything.
    private static string Name(string code, string title) => code.Length > 0 && !PartCode.IsIdentifier(code) ? code : Short(title);

    private static string Short(string title)
    {
        if (title.Length <= LongestName) return title;
        var cut = title.LastIndexOf(' ', LongestName);
        if (cut < LongestName / 2) cut = char.IsLowSurrogate(title[LongestName]) ? LongestName - 1 : LongestName;
        return title[..cut] + "…";
    }
}
