using Cairn.Learning.Frameworks;

namespace Cairn.Learning.Tests.Builders;

/// <summary>A version of a framework whose parts are named by small numbers, so that two versions of it can be compared.</summary>
internal sealed record VersionBuilder
{
    public static readonly FrameworkVersionId Version = new(Some.Id(501));

    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<Competency> Competencies { get; init; } = [];

    public IReadOnlyList<LearningTarget> Targets { get; init; } = [];

    public IReadOnlyList<StageRequirement> Requirements { get; init; } = [];

    public IReadOnlyList<Descriptor> Descriptors { get; init; } = [];

    public IReadOnlyList<StageDescriptor> StageDescriptors { get; init; } = [];

    public IReadOnlyList<Exemplar> Exemplars { get; init; } = [];

    public IReadOnlyList<Association> Associations { get; init; } = [];

    public IReadOnlyList<PortraitQuality> Portrait { get; init; } = [];

    public IReadOnlyList<PortraitLink> Links { get; init; } = [];

    public string Title { get; init; } = "Framework";

    public int? LastStage { get; init; }

    /// <summary>Two areas; three competencies, two of them in the first; a target under the first competency.</summary>
    public static VersionBuilder Small { get; } = new()
    {
        Areas = [AreaOf(1), AreaOf(2)],
        Competencies = [CompetencyOf(1, 1), CompetencyOf(2, 1), CompetencyOf(3, 2)],
        Targets = [TargetOf(1, 1)],
    };

    public static AreaId AreaId(int n) => new(Some.Id(600 + n));

    public static CompetencyId Id(int n) => new(Some.Id(700 + n));

    public static TargetId TargetId(int n) => new(Some.Id(800 + n));

    public static Area AreaOf(int n) => new(Version, AreaId(n), $"A{n}", $"Area {n}", AreaKind.Learning, true, n);

    public static Competency CompetencyOf(int n, int area, int? position = null) => new(
        Version, Id(n), AreaId(area), $"C{n}", $"Competency {n}", $"I can do {n}.", "", ScaleBuilder.Id, 3, true, n, position ?? n);

    public static LearningTarget TargetOf(int n, int competency) => new(Version, TargetId(n), Id(competency), $"T{n}", $"Target {n}", "", 1, 1, false, true, n);

    public static Association Precedes(int n, Guid from, Guid to) => new(Version, new AssociationId(Some.Id(900 + n)), AssociationKind.Precedes, from, to, n);

    public FrameworkContent Build() => new(
        new Framework(new FrameworkId(Some.Id(500)), "f", Title), new FrameworkVersion(Version, new FrameworkId(Some.Id(500)), 1, Some.Day(0), LastStage),
        Areas, Competencies, Targets, Requirements, [ScaleBuilder.OneToFour])
    {
        Descriptors = Descriptors.ToLookup(one => one.Competency),
        StageDescriptors = StageDescriptors.ToLookup(one => one.Target),
        Exemplars = Exemplars.ToLookup(one => one.Competency),
        Associations = Associations,
        Portrait = Portrait,
        ShownBy = Links.ToLookup(one => one.Quality, one => one.Competency),
    };
}
