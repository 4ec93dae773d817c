namespace Cairn.App.Features.Imports;

/// <summary>Where a part stands that an import says nothing of: behind the neighbour that it stood behind. So nothing moves that nobody moved.</summary>
internal static class KeptPlaces
{
    /// <param name="parts">What came, in its order, and the rest.</param>
    /// <param name="came">Ids of what came.</param>
    /// <param name="before">Ids of the parts before, in their order.</param>
    /// <param name="id">The id of a part.</param>
    /// <param name="parent">What it stands under.</param>
    /// <param name="at">The part at a place under its parent, from 1.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> parts, IReadOnlySet<Guid> came, IEnumerable<Guid> before, Func<T, Guid> id, Func<T, Guid> parent, Func<T, int, T> at)
    {
        var places = before.Select((one, place) => (one, place)).ToDictionary(one => one.one, one => one.place);
        foreach (var siblings in parts.GroupBy(parent))
        {
            var row = new LinkedList<T>(siblings.Where(one => came.Contains(id(one))));
            var nodes = new SortedList<int, LinkedListNode<T>>();
            for (var node = row.First; node is not null; node = node.Next)
                if (places.TryGetValue(id(node.Value), out var place)) nodes[place] = node;
            LinkedListNode<T>? last = null;
            var next = 0;
            foreach (var one in siblings.Where(one => !came.Contains(id(one))).OrderBy(one => places[id(one)]))
            {
                // The nearest neighbour before it that is still here: one that came, or the one that was put in last.
                var place = places[id(one)];
                for (; next < nodes.Count && nodes.GetKeyAtIndex(next) < place; next++) last = nodes.GetValueAtIndex(next);
                last = last is null ? row.AddFirst(one) : row.AddAfter(last, one);
            }

            var index = 0;
            foreach (var one in row) yield return at(one, ++index);
        }
    }
}
