namespace Cairn.Learning.Journal;

/// <summary>
/// Checks a journal leaf by leaf, in the order of the store, against its checkpoints and its stored edge. It keeps the edge, the
/// checkpoints and the places of erased leaves, and no leaf. The tree is made of the stored hashes: where a checkpoint holds, they
/// are the first ones, and what does not make them was altered.
/// </summary>
public sealed class JournalWalk
{
    private readonly List<Checkpoint> _checkpoints;

    private readonly TreeEdge? _end;

    private readonly Action<JournalFinding> _tell;

    private readonly TreeEdge _edge = new();

    // The erased leaves, and whether an entry says so.
    private readonly Dictionary<long, bool> _erased = [];

    private long _next, _leaves, _faults, _heldTo;

    private int _checked;

    private bool _hasGap;

    private Checkpoint? _failing;

    /// <summary>Begins a walk.</summary>
    /// <param name="checkpoints">The journal's checkpoints in any order; their signatures are checked elsewhere.</param>
    /// <param name="end">The edge as stored beside the leaves; null where it is not to be compared. Leaves removed from the end since
    /// the last checkpoint are found by it only.</param>
    /// <param name="tell">Hears each finding as soon as it is known.</param>
    public JournalWalk(IEnumerable<Checkpoint> checkpoints, TreeEdge? end, Action<JournalFinding> tell)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        ArgumentNullException.ThrowIfNull(tell);
        (_checkpoints, _end, _tell) = ([.. checkpoints.OrderBy(one => one.Size)], end, tell);
        CheckHere();
    }

    /// <summary>Takes the next leaf.</summary>
    public void Take(JournalLeaf leaf)
    {
        _leaves++;
        if (leaf.Index < _next)
        {
            Tell(leaf.Index >= 0 && leaf.Index == _next - 1 ? JournalFindingKind.Repeated : JournalFindingKind.OutOfOrder, leaf.Index, leaf.Index);
            if (IsAltered(leaf)) Tell(JournalFindingKind.Altered, leaf.Index, leaf.Index);
            return;
        }

        if (leaf.Index > _next) Skip(leaf.Index);
        if (_end is not null && leaf.Index >= _end.Size) Tell(JournalFindingKind.BehindTheEnd, leaf.Index, leaf.Index);
        if (IsAltered(leaf)) Tell(JournalFindingKind.Altered, leaf.Index, leaf.Index);
        else if (leaf.Recomputed is not null) HearErasures(leaf);
        if (leaf.IsErased)
        {
            _erased[leaf.Index] = false;
            Tell(JournalFindingKind.Erased, leaf.Index, leaf.Index);
        }

        _next = leaf.Index + 1;
        if (_hasGap) return;
        _edge.Append(leaf.Stored);
        CheckHere();
    }

    /// <summary>Ends the walk: tells what is missing at the end, and what was erased without an entry.</summary>
    public JournalConclusion End()
    {
        var size = Math.Max(_end?.Size ?? 0, _checkpoints.Count == 0 ? 0 : _checkpoints[^1].Size);
        if (_next < size) Skip(size);
        foreach (var index in _erased.Where(one => !one.Value).Select(one => one.Key).Order()) Tell(JournalFindingKind.ErasedWithoutEntry, index, index);
        return new JournalConclusion(_leaves, _erased.Count, _faults, _heldTo, _failing, _hasGap ? null : _edge.Root());
    }

    private static bool IsAltered(JournalLeaf leaf) => leaf.Recomputed is { } hash ? hash != leaf.Stored : !leaf.IsErased;

    // Without the hash of a leaf no later root can be known: what lies behind a gap does not hold.
    private void Skip(long to)
    {
        Tell(JournalFindingKind.Missing, _next, to - 1);
        _next = to;
        if (_hasGap) return;
        _hasGap = true;
        if (_checked < _checkpoints.Count) Fail(_checkpoints[_checked]);
        if (_end is not null && _end.Size > _edge.Size) Tell(JournalFindingKind.EdgeFails, _heldTo, _end.Size - 1);
    }

    private void CheckHere()
    {
        var isEnd = _end?.Size == _edge.Size;
        if (!isEnd && (_checked == _checkpoints.Count || _checkpoints[_checked].Size != _edge.Size)) return;
        var root = _edge.Root();
        for (; _checked < _checkpoints.Count && _checkpoints[_checked].Size == _edge.Size; _checked++)
        {
            if (_checkpoints[_checked].Root != root) Fail(_checkpoints[_checked]);
            else if (_failing is null) _heldTo = _edge.Size;
        }

        if (isEnd && !_end!.Subtrees.SequenceEqual(_edge.Subtrees)) Tell(JournalFindingKind.EdgeFails, _heldTo, _edge.Size - 1);
    }

    private void Fail(Checkpoint checkpoint)
    {
        if (_failing is not null) return;
        _failing = checkpoint;
        Tell(JournalFindingKind.CheckpointFails, _heldTo, checkpoint.Size - 1);
    }

    private void HearErasures(JournalLeaf leaf)
    {
        foreach (var index in leaf.Erases ?? [])
        {
            if (_erased.ContainsKey(index)) _erased[index] = true;
            else Tell(JournalFindingKind.NotErased, index, index);
        }
    }

    private void Tell(JournalFindingKind kind, long first, long last)
    {
        var finding = new JournalFinding(kind, first, last);
        if (finding.IsFault) _faults++;
        _tell(finding);
    }
}
