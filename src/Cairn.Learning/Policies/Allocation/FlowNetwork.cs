using System.Runtime.CompilerServices;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>Greatest flows, by shortest augmenting paths in layers (Dinic 1970). Amounts are whole.</summary>
internal sealed class FlowNetwork
{
    private int[] _to = new int[64];
    private int[] _next = new int[64];
    private long[] _room = new long[64];
    private int[] _first = new int[32];
    private int[] _depth = [];
    private int[] _at = [];
    private int[] _queue = [];
    private int _ways;
    private int _nodes;

    /// <summary>A new node.</summary>
    public int Node()
    {
        if (_nodes == _first.Length) Array.Resize(ref _first, 2 * _nodes);
        _first[_nodes] = -1;
        return _nodes++;
    }

    /// <summary>A way from one node to another; what it carries is asked by its number. Of the ways from a node the one that was made last is gone first.</summary>
    public int Way(int from, int to, long room)
    {
        if (_ways + 2 > _to.Length)
        {
            Array.Resize(ref _to, 2 * _to.Length);
            Array.Resize(ref _next, 2 * _next.Length);
            Array.Resize(ref _room, 2 * _room.Length);
        }

        Add(from, to, room);
        Add(to, from, 0);
        return _ways - 2;
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
            Array.Copy(_first, _at, _nodes);
            pushed += Along(from, to, most - pushed);
        }

        return pushed;
    }

    /// <summary>Keeps what is left of all ways, to come back to.</summary>
    public void Save(ref long[] rooms)
    {
        if (rooms.Length < _ways) rooms = new long[_ways];
        Array.Copy(_room, rooms, _ways);
    }

    /// <summary>Comes back to it.</summary>
    public void Restore(long[] rooms) => Array.Copy(rooms, _room, _ways);

    /// <summary>Can something still go from a node to another, as things stand after <see cref="Reach"/> from the first?</summary>
    public bool IsReached(int node) => _depth[node] >= 0;

    /// <summary>Finds all nodes to which something can still go from this one.</summary>
    public void Reach(int from)
    {
        Begin(from);
        for (int read = 0, end = 1; read < end; read++)
            for (var way = _first[_queue[read]]; way >= 0; way = _next[way])
            {
                var next = _to[way];
                if (_room[way] == 0 || _depth[next] >= 0) continue;
                _depth[next] = 0;
                _queue[end++] = next;
            }
    }

    private void Add(int from, int to, long room)
    {
        (_to[_ways], _room[_ways], _next[_ways]) = (to, room, _first[from]);
        _first[from] = _ways++;
    }

    private void Begin(int at)
    {
        if (_depth.Length < _nodes) (_depth, _at, _queue) = (new int[_first.Length], new int[_first.Length], new int[_first.Length]);
        Array.Fill(_depth, -1, 0, _nodes);
        _depth[at] = 0;
        _queue[0] = at;
    }

    // Hot from the first learner on: it is not worth while to learn first how it is used.
    // How far every node is from the end: asked backwards, since mostly few leaves have room and many pieces are left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Layers(int from, int to)
    {
        Begin(to);
        var (first, links, next, room, depth, queue) = (_first, _to, _next, _room, _depth, _queue);
        for (int read = 0, end = 1; read < end; read++)
        {
            var node = queue[read];
            var farther = depth[node] + 1;
            for (var way = first[node]; way >= 0; way = next[way])
            {
                var before = links[way];
                if (depth[before] >= 0 || room[way ^ 1] == 0) continue;
                depth[before] = farther;
                if (before == from) return true;
                queue[end++] = before;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Along(int node, int to, long most)
    {
        if (node == to) return most;
        var (sent, nearer) = (0L, _depth[node] - 1);
        for (ref var at = ref _at[node]; at >= 0; at = _next[at])
        {
            var way = at;
            if (_room[way] == 0 || _depth[_to[way]] != nearer) continue;
            var pushed = Along(_to[way], to, Math.Min(most - sent, _room[way]));
            if (pushed == 0) continue;
            _room[way] -= pushed;
            _room[way ^ 1] += pushed;
            if ((sent += pushed) == most) break;
        }

        return sent;
    }
}
