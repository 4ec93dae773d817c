namespace Cairn.Learning.Frameworks;

/// <summary>
/// Circles of "is a child of": what stands below itself has no place in any tree. A target is a child of its competency and a
/// competency of its area, whether in use or not; links of the kind <see cref="AssociationKind.IsChildOf"/> between parts say more of the same.
/// </summary>
public static class ChildCircles
{
    /// <summary>The circles of a version, each as the ids of all areas, competencies and targets that stand below each other; empty where there are none.</summary>
    /// <param name="content">The version.</param>
    public static IReadOnlyList<IReadOnlyList<Guid>> In(FrameworkContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return PrerequisiteGraph.CirclesIn([.. PairsOf(content, content.Associations)]);
    }

    /// <summary>The circle that a link would close, or hold, in a version; null where it would be in none, is of another kind or leads outside.</summary>
    /// <param name="content">The version. Its own link with the same id, if any, is taken to be gone.</param>
    /// <param name="link">The link.</param>
    public static IReadOnlyList<Guid>? With(FrameworkContent content, Association link)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(link);
        if (link is not { Kind: AssociationKind.IsChildOf, Origin: { } child, Destination: { } parent }) return null;
        return PrerequisiteGraph.CirclesIn([.. PairsOf(content, content.Associations.Where(one => one.Id != link.Id).Append(link))])
            .FirstOrDefault(circle => circle.Contains(child) && circle.Contains(parent));
    }

    private static IEnumerable<(Guid Child, Guid Parent)> PairsOf(FrameworkContent content, IEnumerable<Association> links) =>
        content.Targets.Select(one => (one.Id.Value, one.Competency.Value))
            .Concat(content.Competencies.Select(one => (one.Id.Value, one.Area.Value)))
            .Concat(links.Where(one => one is { Kind: AssociationKind.IsChildOf, Origin: not null, Destination: not null }).Select(one => (one.Origin!.Value, one.Destination!.Value)));
}
