namespace Cairn.Learning.Frameworks;

/// <summary>A competency, target or area in the graph of what comes before what.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Layer">Its layer, from 0: everything that comes before it stands in an earlier one.</param>
/// <param name="Place">Its place in the layer, from 0.</param>
public sealed record GraphNode(Guid Id, int Layer, int Place);

/// <summary>A line of the graph: one comes before the other.</summary>
/// <param name="From">What comes before.</param>
/// <param name="To">What comes after.</param>
/// <param name="IsBackward">Does it close a circle? Then it runs against the layers.</param>
/// <param name="Through">Places in the layers between, so that a long line passes no box: one a layer, in the direction of the layers.</param>
public sealed record GraphLine(Guid From, Guid To, bool IsBackward, IReadOnlyList<(int Layer, int Place)> Through);

/// <summary>
/// Prerequisites in layers: longest path from the left, lines that cross layers hold a place in each, and each layer is
/// ordered by the mean place of its neighbours (Sugiyama, Tagawa and Toda 1981). The same links give the same graph.
/// </summary>
public sealed class PrerequisiteGraph
{
    private const int Sweeps = 6;

    private PrerequisiteGraph(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphLine> lines, IReadOnlyList<IReadOnlyList<Guid>> circles) => (Nodes, Lines, Circles) = (nodes, lines, circles);

    /// <summary>What stands in it, layer by layer.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The lines, in the order of the links.</summary>
    public IReadOnlyList<GraphLine> Lines { get; }

    /// <summary>Sets of things that come before each other in a circle: nobody could begin them.</summary>
    public IReadOnlyList<IReadOnlyList<Guid>> Circles { get; }

    /// <summary>How many layers there are.</summary>
    public int Layers => Nodes.Count == 0 ? 0 : Nodes.Max(one => one.Layer) + 1;

    /// <summary>How many places the fullest layer has, lines that pass through it included.</summary>
    public int Places => Nodes.Select(one => one.Place).Concat(Lines.SelectMany(one => one.Through).Select(one => one.Place)).DefaultIfEmpty(-1).Max() + 1;

    /// <summary>The graph of a framework's prerequisites among what is in use.</summary>
    /// <param name="content">The framework.</param>
    /// <param name="area">Only lines that begin or end in this area; null for all.</param>
    public static PrerequisiteGraph Of(FrameworkContent content, AreaId? area = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return From([.. PairsOf(content).Where(one => area is null || AreaOf(content, one.Before) == area || AreaOf(content, one.After) == area)]);
    }

    /// <summary>Only the circles of that graph (<see cref="Circles"/>), without the drawing.</summary>
    public static IReadOnlyList<IReadOnlyList<Guid>> CirclesIn(FrameworkContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return CirclesIn([.. PairsOf(content)]);
    }

    /// <summary>The circles of pairs: the first comes before the second.</summary>
    public static IReadOnlyList<IReadOnlyList<Guid>> CirclesIn(IReadOnlyList<(Guid Before, Guid After)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var lines = pairs.Distinct().ToList();
        return CirclesOf([.. lines.SelectMany(one => (Guid[])[one.Before, one.After]).Distinct()], lines.ToLookup(one => one.Before, one => one.After));
    }

    private static IEnumerable<(Guid Before, Guid After)> PairsOf(FrameworkContent content)
    {
        var used = content.Areas.Where(one => one.IsActive).Select(one => one.Id.Value)
            .Concat(content.Competencies.Where(one => content.Counts(one.Id)).Select(one => one.Id.Value))
            .Concat(content.Targets.Where(one => one.IsActive && content.Counts(one.Competency)).Select(one => one.Id.Value)).ToHashSet();
        return content.Associations.Where(one => one.Kind == AssociationKind.Precedes && one is { Origin: not null, Destination: not null })
            .Select(one => (one.Origin!.Value, one.Destination!.Value)).Where(one => used.Contains(one.Item1) && used.Contains(one.Item2));
    }

    /// <summary>The graph of pairs: the first comes before the second. A pair said twice is one line.</summary>
    public static PrerequisiteGraph From(IReadOnlyList<(Guid Before, Guid After)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var lines = pairs.Distinct().ToList();
        var ids = lines.SelectMany(one => (Guid[])[one.Before, one.After]).Distinct().ToList();
        var after = lines.ToLookup(one => one.Before, one => one.After);
        var backward = Backward(ids, after);
        var forward = lines.Where(one => !backward.Contains(one)).ToList();
        var layers = LayersOf(ids, forward);
        var drawing = new LayeredDrawing(ids, layers, lines, backward);
        drawing.Order(Sweeps);
        return new PrerequisiteGraph(drawing.Nodes(), drawing.Lines(), CirclesOf(ids, after));
    }

    private static AreaId? AreaOf(FrameworkContent content, Guid part) =>
        content.Find(new CompetencyId(part))?.Area
        ?? (content.Targets.FirstOrDefault(one => one.Id.Value == part) is { } target ? content.Find(target.Competency)?.Area : new AreaId(part));

    /// <summary>Lines that lead back to something that is still open on the way: without them there is no circle.</summary>
    private static HashSet<(Guid, Guid)> Backward(List<Guid> ids, ILookup<Guid, Guid> after)
    {
        var (backward, open, done) = (new HashSet<(Guid, Guid)>(), new HashSet<Guid>(), new HashSet<Guid>());
        // Things that nothing comes before are looked at first, so that a circle is cut where people would begin it.
        var entered = after.SelectMany(one => one).ToHashSet();
        foreach (var start in ids.OrderBy(one => entered.Contains(one) ? 1 : 0))
        {
            var way = new Stack<(Guid At, IEnumerator<Guid> Next)>();
            if (!done.Contains(start)) Enter(start);
            while (way.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    way.Pop();
                    open.Remove(top.At);
                    done.Add(top.At);
                }
                else if (open.Contains(top.Next.Current)) backward.Add((top.At, top.Next.Current));
                else if (!done.Contains(top.Next.Current)) Enter(top.Next.Current);
            }

            void Enter(Guid id)
            {
                open.Add(id);
                way.Push((id, after[id].GetEnumerator()));
            }
        }

        return backward;
    }

    private static Dictionary<Guid, int> LayersOf(List<Guid> ids, List<(Guid Before, Guid After)> forward)
    {
        var (layers, waiting) = (ids.ToDictionary(one => one, _ => 0), ids.ToDictionary(one => one, _ => 0));
        foreach (var line in forward) waiting[line.After]++;
        var after = forward.ToLookup(one => one.Before, one => one.After);
        var ready = new Queue<Guid>(ids.Where(one => waiting[one] == 0));
        while (ready.TryDequeue(out var at))
            foreach (var next in after[at])
            {
                layers[next] = Math.Max(layers[next], layers[at] + 1);
                if (--waiting[next] == 0) ready.Enqueue(next);
            }

        return layers;
    }

    /// <summary>Sets of two or more that reach each other, and single things that come before themselves.</summary>
    private static List<IReadOnlyList<Guid>> CirclesOf(List<Guid> ids, ILookup<Guid, Guid> after)
    {
        var inside = OnCircles(ids, after);
        var reached = inside.ToDictionary(one => one, one => Reach(one, after));
        var circles = new List<IReadOnlyList<Guid>>();
        var told = new HashSet<Guid>();
        foreach (var id in inside.Where(one => reached[one].Contains(one)))
            if (!told.Contains(id))
            {
                var circle = inside.Where(other => reached[id].Contains(other) && reached[other].Contains(id)).ToList();
                told.UnionWith(circle);
                circles.Add(circle);
            }

        return circles;
    }

    /// <summary>What may stand on a circle: what nothing leads to, or what leads nowhere, is taken away again and again, so that a long chain costs nothing.</summary>
    private static List<Guid> OnCircles(List<Guid> ids, ILookup<Guid, Guid> after)
    {
        var before = after.SelectMany(one => one.Select(next => (next, one.Key))).ToLookup(one => one.next, one => one.Key);
        return Left(Left(ids, after), before);
    }

    private static List<Guid> Left(List<Guid> ids, ILookup<Guid, Guid> after)
    {
        var waiting = ids.ToDictionary(one => one, _ => 0);
        foreach (var next in ids.SelectMany(one => after[one]).Where(waiting.ContainsKey)) waiting[next]++;
        var ready = new Queue<Guid>(ids.Where(one => waiting[one] == 0));
        while (ready.TryDequeue(out var at))
            foreach (var next in after[at].Where(waiting.ContainsKey))
                if (--waiting[next] == 0) ready.Enqueue(next);
        return [.. ids.Where(one => waiting[one] > 0)];
    }

    private static HashSet<Guid> Reach(Guid from, ILookup<Guid, Guid> after)
    {
        var (reached, open) = (new HashSet<Guid>(), new Stack<Guid>(after[from]));
        while (open.TryPop(out var at))
            if (reached.Add(at))
                foreach (var next in after[at]) open.Push(next);
        return reached;
    }
}
