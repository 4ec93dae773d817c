namespace Cairn.Learning.Policies.Allocation;

/// <summary>Greatest flows, by shortest augmenting paths in layers (Dinic 1970). Amounts are whole.</summary>
internal sealed class FlowNetwork
{
    private readonly List<int> _to = [];
    private readonly List<int> _next = [];
    private readonly List<long> _room = [];
    private readonly List<int> _first = [];
    private int[] _depth = [];
    private int[] _at = [];

    /// <summary>A new node.</summary>
    public int Node()
    {
        _first.Add(-1);
        return _first.Count - 1;
    }

    /// <summary>A way from one node to another; what it carries is asked by its number.</summary>
    public int Way(int from, int to, long room)
    {
        Add(from, to, room);
        Add(to, from, 0);
        return _to.Count - 2;
    }

    /// <summary>How much a way carries.</summary>
    public long On(int way) => _room[way + 1];

    /// <summary>Widens or closes what is left of a way.</summary>
    public void Open(int way, long room) => _room[way] = room;

    /// <summary>Pushes as much as there is room for, and says how much more that was.</summary>
    public long Push(int from, int to, long most = long.MaxValue)
    {
        var pushed = 0L;
        while (pushed < most && Layers(from, to))
        {
            _first.CopyTo(_at);
            while (pushed < most && Along(from, to, most - pushed) is > 0 and var more) pushed += more;
        }

        return pushed;
    }

    /// <summary>What is left of all ways, to come back to.</summary>
    public long[] Snapshot() => [.. _room];

    /// <summary>Comes back to it.</summary>
    public void Restore(long[] rooms)
    {
        for (var way = 0; way < rooms.Length; way++) _room[way] = rooms[way];
    }

    /// <summary>Can something still go from a node to another, as things stand after <see cref="Reach"/> from the first?</summary>
    public bool IsReached(int node) => _depth[node] >= 0;

    /// <summary>Finds all nodes to which something can still go from this one.</summary>
    public void Reach(int from) => Layers(from, -1);

    private void Add(int from, int to, long room)
    {
        _to.Add(to);
        _room.Add(room);
        _next.Add(_first[from]);
        _first[from] = _to.Count - 1;
    }

    private bool Layers(int from, int to)
    {
        if (_depth.Length < _first.Count) (_depth, _at) = (new int[_first.Count], new int[_first.Count]);
        Array.Fill(_depth, -1);
        _depth[from] = 0;
        var queue = new Queue<int>();
        queue.Enqueue(from);
        while (queue.TryDequeue(out var node))
        {
            if (node == to) return true;
            for (var way = _first[node]; way >= 0; way = _next[way])
            {
                if (_room[way] == 0 || _depth[_to[way]] >= 0) continue;
                _depth[_to[way]] = _depth[node] + 1;
                queue.Enqueue(_to[way]);
            }
        }

        return false;
    }

    private long Along(int node, int to, long most)
    {
        if (node == to) return most;
        for (; _at[node] >= 0; _at[node] = _next[_at[node]])
        {
            var way = _at[node];
            if (_room[way] == 0 || _depth[_to[way]] != _depth[node] + 1) continue;
            if (Along(_to[way], to, Math.Min(most, _room[way])) is not (> 0 and var pushed)) continue;
            _room[way] -= pushed;
            _room[way ^ 1] += pushed;
            return pushed;
        }

        return 0;
    }
}
