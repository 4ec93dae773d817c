namespace Cairn.Learning.Frameworks;

/// <summary>Layers while they are put in order: things, and the places that long lines hold in the layers they cross.</summary>
internal sealed class LayeredDrawing
{
    private readonly List<Line> _lines = [];
    private readonly List<Spot>[] _layers;
    private readonly Dictionary<Guid, Spot> _things;

    public LayeredDrawing(IReadOnlyList<Guid> ids, IReadOnlyDictionary<Guid, int> layerOf, IReadOnlyList<(Guid Before, Guid After)> lines, IReadOnlySet<(Guid, Guid)> backward)
    {
        _layers = [.. Enumerable.Range(0, layerOf.Count == 0 ? 0 : layerOf.Values.Max() + 1).Select(_ => new List<Spot>())];
        _things = ids.ToDictionary(one => one, one => Put(new Spot(one), layerOf[one]));
        foreach (var (before, after) in lines)
        {
            var isBackward = backward.Contains((before, after));
            var (from, to) = isBackward ? (_things[after], _things[before]) : (_things[before], _things[after]);
            var line = new Line(before, after, isBackward, []);
            var last = from;
            for (var layer = layerOf[from.Thing!.Value] + 1; layer < layerOf[to.Thing!.Value]; layer++)
            {
                var bend = Put(new Spot(null), layer);
                Join(last, bend);
                line.Bends.Add((layer, bend));
                last = bend;
            }

            if (from != to) Join(last, to);
            _lines.Add(line);
        }
    }

    /// <summary>Sorts each layer by the mean place of its neighbours, to and fro, and keeps the order with the fewest crossings.</summary>
    public void Order(int sweeps)
    {
        Number();
        var best = _layers.Select(one => one.ToList()).ToList();
        var fewest = Crossings();
        for (var sweep = 0; sweep < sweeps && fewest > 0; sweep++)
        {
            var isForth = sweep % 2 == 0;
            foreach (var layer in isForth ? _layers : _layers.Reverse())
            {
                var sorted = layer.OrderBy(one => (isForth ? one.Before : one.After) is { Count: > 0 } near ? near.Average(other => other.Place) : one.Place).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number();
            }

            if (Crossings() is var now && now >= fewest) continue;
            fewest = now;
            best = [.. _layers.Select(one => one.ToList())];
        }

        for (var i = 0; i < _layers.Length; i++)
        {
            _layers[i].Clear();
            _layers[i].AddRange(best[i]);
        }

        Number();
    }

    public List<GraphNode> Nodes() =>
        [.. _layers.SelectMany((layer, i) => layer.Where(one => one.Thing is not null).Select(one => new GraphNode(one.Thing!.Value, i, one.Place)))];

    public List<GraphLine> Lines() => [.. _lines.Select(one => new GraphLine(one.Before, one.After, one.IsBackward, [.. one.Bends.Select(bend => (bend.Layer, bend.Spot.Place))]))];

    private static void Join(Spot from, Spot to)
    {
        from.After.Add(to);
        to.Before.Add(from);
    }

    private Spot Put(Spot spot, int layer)
    {
        _layers[layer].Add(spot);
        return spot;
    }

    private void Number()
    {
        foreach (var layer in _layers)
            for (var i = 0; i < layer.Count; i++) layer[i].Place = i;
    }

    private int Crossings()
    {
        var crossings = 0;
        foreach (var layer in _layers)
        {
            var lines = layer.SelectMany(one => one.After.Select(other => (From: one.Place, To: other.Place))).ToList();
            for (var i = 0; i < lines.Count; i++)
                for (var j = i + 1; j < lines.Count; j++)
                    if ((lines[i].From - lines[j].From) * (lines[i].To - lines[j].To) < 0) crossings++;
        }

        return crossings;
    }

    private sealed class Spot(Guid? thing)
    {
        public Guid? Thing { get; } = thing;

        public int Place { get; set; }

        public List<Spot> Before { get; } = [];

        public List<Spot> After { get; } = [];
    }

    private sealed record Line(Guid Before, Guid After, bool IsBackward, List<(int Layer, Spot Spot)> Bends);
}
