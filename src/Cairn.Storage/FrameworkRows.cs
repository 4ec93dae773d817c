using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Every row that a framework version holds: how a version is copied, merged and stored.</summary>
public sealed class FrameworkRows
{
    /// <summary>Areas.</summary>
    public List<Area> Areas { get; init; } = [];

    /// <summary>Competencies.</summary>
    public List<Competency> Competencies { get; init; } = [];

    /// <summary>Targets.</summary>
    public List<LearningTarget> Targets { get; init; } = [];

    /// <summary>Pieces by stage.</summary>
    public List<StageRequirement> Requirements { get; init; } = [];

    /// <summary>Words for levels.</summary>
    public List<Descriptor> Descriptors { get; init; } = [];

    /// <summary>Words for stages.</summary>
    public List<StageDescriptor> StageDescriptors { get; init; } = [];

    /// <summary>Anchor work.</summary>
    public List<Exemplar> Exemplars { get; init; } = [];

    /// <summary>Typed links.</summary>
    public List<Association> Associations { get; init; } = [];

    /// <summary>Qualities of the portrait.</summary>
    public List<PortraitQuality> Portrait { get; init; } = [];

    /// <summary>What shows them.</summary>
    public List<PortraitLink> PortraitLinks { get; init; } = [];

    /// <summary>The package it was imported from; null where there was none.</summary>
    public SourcePackage? Package { get; set; }

    /// <summary>The rows of a version, as rows of another.</summary>
    public static FrameworkRows CopyOf(Db db, FrameworkVersionId from, FrameworkVersionId to)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new FrameworkRows
        {
            Areas = [.. db.Areas.AsNoTracking().Where(one => one.Version == from).OrderBy(one => one.Position).ToList().Select(one => one with { Version = to })],
            Competencies = [.. db.Competencies.AsNoTracking().Where(one => one.Version == from).OrderBy(one => one.Number).ToList().Select(one => one with { Version = to })],
            Targets = [.. db.Targets.AsNoTracking().Where(one => one.Version == from).OrderBy(one => one.Position).ToList().Select(one => one with { Version = to })],
            Requirements = [.. db.StageRequirements.AsNoTracking().Where(one => one.Version == from).ToList().Select(one => one with { Version = to })],
            Descriptors = [.. db.Descriptors.AsNoTracking().Where(one => one.Version == from).ToList().Select(one => one with { Version = to })],
            StageDescriptors = [.. db.StageDescriptors.AsNoTracking().Where(one => one.Version == from).ToList().Select(one => one with { Version = to })],
            Exemplars = [.. db.Exemplars.AsNoTracking().Where(one => one.Version == from).ToList().Select(one => one with { Version = to })],
            Associations = [.. db.Associations.AsNoTracking().Where(one => one.Version == from).OrderBy(one => one.Position).ToList().Select(one => one with { Version = to })],
            Portrait = [.. db.PortraitQualities.AsNoTracking().Where(one => one.Version == from).OrderBy(one => one.Position).ToList().Select(one => one with { Version = to })],
            PortraitLinks = [.. db.PortraitLinks.AsNoTracking().Where(one => one.Version == from).ToList().Select(one => one with { Version = to })],
            Package = db.SourcePackages.AsNoTracking().FirstOrDefault(one => one.Version == from) is { } package ? package with { Version = to } : null,
        };
    }

    /// <summary>What the rows are together.</summary>
    public FrameworkContent AsContent(Framework framework, FrameworkVersion version, IEnumerable<Learning.Scales.ProficiencyScale> scales) =>
        new(framework, version, Areas, Competencies, Targets, Requirements, scales)
        {
            Portrait = Portrait,
            ShownBy = PortraitLinks.ToLookup(one => one.Quality, one => one.Competency),
            Descriptors = Descriptors.OrderBy(one => one.Level).ToLookup(one => one.Competency),
            StageDescriptors = StageDescriptors.OrderBy(one => one.Stage).ToLookup(one => one.Target),
            Exemplars = Exemplars.OrderBy(one => one.Level).ThenBy(one => one.Position).ToLookup(one => one.Competency),
            Associations = [.. Associations.OrderBy(one => one.Position)],
        };

    /// <summary>Stores the rows; their version is stored already and is still a draft.</summary>
    public void Store(WriteTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Insert(Areas);
        turn.Insert(Competencies);
        turn.Insert(Targets);
        turn.Insert(Requirements);
        turn.Insert(Descriptors);
        turn.Insert(StageDescriptors);
        turn.Insert(Exemplars);
        turn.Insert(Associations);
        turn.Insert(Portrait);
        turn.Insert(PortraitLinks);
        if (Package is { } package) turn.Insert([package]);
    }
}
