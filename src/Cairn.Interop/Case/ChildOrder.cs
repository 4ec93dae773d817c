namespace Cairn.Interop.Case;

/// <summary>A child of an item or of the document, as it goes out.</summary>
/// <param name="Item">The child.</param>
/// <param name="Kept">The isChildOf of the source that puts it there; null where that is made now, or where it needs none.</param>
/// <param name="Rank">Its place in the source's outline; null where it did not stand under this parent.</param>
/// <param name="IsDeep">Does it stand under something between?</param>
internal sealed record OrderedChild(CaseItem Item, CaseAssociation? Kept, int? Rank, bool IsDeep);

/// <summary>Sequence numbers for children whose isChildOf is made, so that the order here is the order there; numbers that the source gave are
/// changed only where it cannot be had otherwise.</summary>
internal static class ChildOrder
{
    /// <summary>The number of each child, in order; null where it has none, and needs none.</summary>
    public static IReadOnlyList<decimal?> Of(IReadOnlyList<OrderedChild> children)
    {
        var given = children.Where(one => one.Rank is not null).ToList();
        var isKept = given.Zip(given.Skip(1)).All(pair => pair.First.Rank < pair.Second.Rank) || children.Any(one => one.IsDeep);
        var numbers = new decimal?[children.Count];
        decimal? last = null;
        for (var i = 0; i < children.Count && isKept; i++)
        {
            if (children[i].Rank is not null) last = numbers[i] = children[i].Kept?.SequenceNumber;
            else
            {
                var next = children.Skip(i + 1).FirstOrDefault(one => one.Rank is not null);
                var after = next?.Kept?.SequenceNumber;
                // What is put in stands behind in the file: with the number of the one before it, it is behind that, and before the next only
                // where that has a higher number. Those without a number come after all that have one.
                isKept = next is null || i == 0 || (last is { } least && (after is null || after > least));
                last = numbers[i] = i == 0 ? (after ?? 2) - 1 : last is { } before && (after is null || after > before + 1) ? before + 1 : last;
            }
        }

        return isKept ? numbers : [.. Enumerable.Range(1, children.Count).Select(one => (decimal?)one)];
    }
}
