using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;

namespace Cairn.Interop.Case;

/// <summary>What a package says, as rows of one framework version.</summary>
/// <param name="Areas">Its areas, in order.</param>
/// <param name="Competencies">Its competencies; their numbers are 0 until somebody gives them.</param>
/// <param name="Targets">Its targets, in order under their competency.</param>
/// <param name="Descriptors">Words for levels, from its rubrics.</param>
/// <param name="Associations">What binds them beyond the outline.</param>
public sealed record CaseRows(
    IReadOnlyList<Area> Areas, IReadOnlyList<Competency> Competencies, IReadOnlyList<LearningTarget> Targets,
    IReadOnlyList<Descriptor> Descriptors, IReadOnlyList<Association> Associations);

/// <summary>A package in our words: top-level items are areas, their children competencies, all that is deeper targets (<see cref="CaseOutline"/>).</summary>
public static class FromPackage
{
    /// <summary>Pieces of evidence asked for where nobody said how many.</summary>
    public const int UsualPieces = 3;

    private const int LongestTitle = 90;

    /// <summary>The rows of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="version">The version they belong to.</param>
    /// <param name="scale">The scale that new competencies are judged on.</param>
    /// <param name="known">The framework as it stands here, whose parts are recognised (<see cref="CaseNaming"/>); null where it is new.</param>
    public static CaseRows Of(CasePackage package, FrameworkVersionId version, ProficiencyScale scale, FrameworkContent? known = null)
    {
        var naming = new CaseNaming(package.Document.Identifier, known);
        var (outline, stands) = (CaseOutline.Of(package, naming.IsArea), new StandingParts(known));
        var nodes = new Dictionary<string, Guid>(CaseIds.Same);
        var (areas, competencies, targets) = (new List<Area>(), new List<Competency>(), new List<LearningTarget>());
        foreach (var area in outline.Areas)
        {
            var areaId = naming.Area(area.Item?.Identifier ?? package.Document.Identifier);
            if (area.Item is { } top) nodes[top.Identifier] = areaId.Value;
            areas.Add(new Area(version, areaId, stands.Code(areaId.Value, area.Item, area.Code), area.Item is { } item ? ShortTitle(item) : area.Title, AreaKind.Learning, stands.IsActive(areaId.Value, area.Item), areas.Count + 1));
            foreach (var one in area.Competencies)
            {
                var id = naming.Competency(one.Item.Identifier);
                nodes[one.Item.Identifier] = id.Value;
                competencies.Add(new Competency(version, id, areaId, stands.Code(id.Value, one.Item, one.Code), ShortTitle(one.Item), stands.Statement(id.Value, one.Item), "", scale.Id, UsualPieces, stands.IsActive(id.Value, one.Item), 0, one.Position));
                foreach (var target in one.Targets)
                {
                    var targetId = naming.Target(target.Item.Identifier);
                    nodes[target.Item.Identifier] = targetId.Value;
                    targets.Add(new LearningTarget(version, targetId, id, stands.Code(targetId.Value, target.Item, target.Code), ShortTitle(target.Item), stands.Statement(targetId.Value, target.Item), 1, 1, false, stands.IsActive(targetId.Value, target.Item), target.Position));
                }
            }
        }

        return new CaseRows(areas, competencies, targets, Descriptors(package, version, id => known?.Find(id) is { } one ? known.ScaleOf(one) : scale, nodes, competencies), Links(package, outline, version, naming, nodes, stands));
    }

    /// <summary>A title for lists: the short statement, else the beginning of the statement, cut at a word.</summary>
    public static string ShortTitle(CaseItem item)
    {
        if (!string.IsNullOrWhiteSpace(item.AbbreviatedStatement)) return item.AbbreviatedStatement.Trim();
        var line = string.Join(' ', item.FullStatement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestTitle) return line;
        var cut = line.LastIndexOf(' ', LongestTitle - 1);
        if (cut < LongestTitle / 2) cut = char.IsHighSurrogate(line[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return line[..cut].TrimEnd(' ', ',', ';', ':') + "…";
    }

    private static List<Descriptor> Descriptors(CasePackage package, FrameworkVersionId version, Func<CompetencyId, ProficiencyScale> scaleOf, Dictionary<string, Guid> nodes, List<Competency> competencies)
    {
        var known = competencies.Select(one => one.Id.Value).ToHashSet();
        var found = new Dictionary<(CompetencyId, decimal), Descriptor>();
        foreach (var criterion in package.Rubrics.SelectMany(one => one.Criteria))
        {
            if (criterion.Item?.Identifier is not { } identifier || !nodes.TryGetValue(identifier, out var node) || !known.Contains(node)) continue;
            var scale = scaleOf(new CompetencyId(node));
            foreach (var level in criterion.Levels)
                if (level is { Score: { } score, Description.Length: > 0 } && scale.WithNumber(score) is not null)
                    found.TryAdd((new CompetencyId(node), score), new Descriptor(version, new CompetencyId(node), score, level.Description));
        }

        return [.. found.Values];
    }

    private static List<Association> Links(CasePackage package, CaseOutline outline, FrameworkVersionId version, CaseNaming naming, Dictionary<string, Guid> nodes, StandingParts stands)
    {
        var links = new Dictionary<AssociationId, Association>();
        var places = package.Associations.Select((one, place) => (One: one, Place: place)).ToDictionary<(CaseAssociation One, int Place), CaseAssociation, int>(pair => pair.One, pair => pair.Place, ReferenceEqualityComparer.Instance);
        foreach (var one in outline.Associations.Where(one => !stands.IsExemplar(one.Identifier)))
        {
            var id = naming.Association(one.Identifier, places[one]);
            var kind = CaseKinds.Of(one.Type);
            links.TryAdd(id, new Association(version, id, kind, NodeOf(one.Origin), NodeOf(one.Destination), links.Count + 1)
            {
                OtherKind = kind == AssociationKind.Other ? one.Type : "", OriginText = NodeOf(one.Origin) is null ? TextOf(one.Origin) : "", DestinationText = NodeOf(one.Destination) is null ? TextOf(one.Destination) : "",
            });
        }

        return [.. links.Values];

        Guid? NodeOf(CaseLink end) => end.Identifier is { } identifier && nodes.TryGetValue(identifier, out var node) ? node : null;

        static string TextOf(CaseLink end) => new[] { end.Uri, end.Title, end.Identifier }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
    }
}
