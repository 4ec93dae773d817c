namespace Cairn.Learning.Policies.Allocation;

/// <summary>Among the flows of a pool that miss least: one that fills the most leaves, then the specific before the elective, with the older achievements.</summary>
internal sealed class PoolMet(Pool pool, PoolFlow flow, int leaves)
{
    private const int Most = 300;

    private int _tried;
    private List<int> _best = [];

    /// <summary>Draws that flow.</summary>
    /// <param name="alone">Could a leaf be full if nothing else wanted what it needs?</param>
    public void Draw(Func<int, bool> alone)
    {
        // Leaves stand in the order of how specific they are; to fill many, those that ask little come first.
        var candidates = Enumerable.Range(0, leaves).Where(alone).OrderBy(flow.AsksAt).ToList();
        flow.Clear();
        Try(candidates, 0, [], Left());
        var order = _best.Order().Concat(Enumerable.Range(0, leaves).Except(_best)).ToList();
        flow.Clear();
        var left = Left();
        foreach (var at in order) flow.Fill(at, left);
        flow.PreferOlder(left);
    }

    private long[] Left() => [.. pool.Pieces.Select(one => one.Units)];

    private void Try(List<int> candidates, int next, List<int> full, long[] left)
    {
        if (full.Count > _best.Count) _best = [.. full];
        if (next == candidates.Count || full.Count + candidates.Count - next <= _best.Count || ++_tried > Most) return;
        var (before, kept) = (flow.Snapshot(), (long[])left.Clone());
        if (flow.Fill(candidates[next], left)) Try(candidates, next + 1, [.. full, candidates[next]], left);
        flow.Restore(before);
        Try(candidates, next + 1, full, kept);
    }
}
