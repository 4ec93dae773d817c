namespace Cairn.Interop.Case;

/// <summary>A top-level item that has children, or the document itself for those that have none.</summary>
/// <param name="Item">The item; null where the area stands for the document.</param>
/// <param name="Code">Its code, unique in the outline without case, at most 100 characters.</param>
/// <param name="Title">The short statement, else the statement.</param>
/// <param name="Competencies">What stands under it, in order.</param>
public sealed record OutlineArea(CaseItem? Item, string Code, string Title, IReadOnlyList<OutlineCompetency> Competencies);

/// <summary>An item that is judged and counts.</summary>
/// <param name="Item">The item.</param>
/// <param name="Code">Its code, unique in the outline without case, at most 100 characters.</param>
/// <param name="Title">The short statement, else the statement.</param>
/// <param name="Statement">The statement as written: Markdown and TeX are not rendered.</param>
/// <param name="Position">Its place in its area, from 1.</param>
/// <param name="Targets">All that stands under it at any depth, each before what stands under it.</param>
public sealed record OutlineCompetency(CaseItem Item, string Code, string Title, string Statement, int Position, IReadOnlyList<OutlineTarget> Targets);

/// <summary>An item under a competency, at any depth.</summary>
/// <param name="Item">The item.</param>
/// <param name="Code">Its code, unique in the outline without case, at most 100 characters.</param>
/// <param name="Title">The short statement, else the statement.</param>
/// <param name="Statement">The statement as written.</param>
/// <param name="Position">Its place under the competency, from 1.</param>
/// <param name="Depth">How many steps under the competency, from 1.</param>
public sealed record OutlineTarget(CaseItem Item, string Code, string Title, string Statement, int Position, int Depth);

/// <summary>
/// A package in our words, where nobody says otherwise. Top-level items that have children are areas; their children are
/// competencies; all that is deeper are targets of the competency above. Top-level items without children are competencies
/// of one more area, last, that has the document's title. The item's type (CFItemType) is not asked.
/// </summary>
/// <param name="Areas">The areas, in order. Every item of the package stands in the outline once.</param>
/// <param name="Associations">The associations that the outline does not say already: all but the isChildOf that put an item in its place.</param>
public sealed record CaseOutline(IReadOnlyList<OutlineArea> Areas, IReadOnlyList<CaseAssociation> Associations)
{
    /// <summary>All competencies, area by area.</summary>
    public IEnumerable<OutlineCompetency> Competencies => Areas.SelectMany(one => one.Competencies);

    /// <summary>All targets, competency by competency.</summary>
    public IEnumerable<OutlineTarget> Targets => Competencies.SelectMany(one => one.Targets);

    /// <summary>The outline of a package. Throws <see cref="InvalidOperationException"/> where isChildOf goes in a circle.</summary>
    public static CaseOutline Of(CasePackage package) => Of(package, _ => false);

    /// <summary>The same, where somebody knows of items that are areas though nothing stands under them.</summary>
    internal static CaseOutline Of(CasePackage package, Func<string, bool> isArea)
    {
        var tree = CaseTree.Of(package);
        var codes = new CaseCodes(package, [.. tree.All.OrderBy(one => one.Index).Select(one => one.Item)]);
        var areas = tree.Top.Where(one => one.Children.Count > 0 || isArea(one.Item.Identifier))
            .Select(one => new OutlineArea(one.Item, codes.Of(one.Item), one.Item.Title, [.. one.Children.Select((child, i) => Competency(child, i + 1, codes))])).ToList();
        var single = tree.Top.Where(one => one.Children.Count == 0 && !isArea(one.Item.Identifier)).Select((one, i) => Competency(one, i + 1, codes)).ToList();
        if (single.Count > 0) areas.Add(new OutlineArea(null, codes.Of(package.Document), TitleOf(package.Document), single));
        var said = tree.All.Select(one => one.By).OfType<CaseAssociation>().ToHashSet(ReferenceEqualityComparer.Instance);
        return new CaseOutline(areas, [.. package.Associations.Where(one => !said.Contains(one))]);
    }

    private static string TitleOf(CaseDocument document) => string.IsNullOrWhiteSpace(document.Title) ? document.Identifier : document.Title;

    private static OutlineCompetency Competency(CaseBranch branch, int position, CaseCodes codes) => new(
        branch.Item, codes.Of(branch.Item), branch.Item.Title, branch.Item.FullStatement, position,
        [.. CaseTree.Under(branch).Select((one, i) => new OutlineTarget(one.Item, codes.Of(one.Item), one.Item.Title, one.Item.FullStatement, i + 1, one.Depth - branch.Depth))]);
}
