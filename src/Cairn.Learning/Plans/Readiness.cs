namespace Cairn.Learning.Plans;

/// <summary>One competency comes before another.</summary>
/// <param name="Of">The competency that comes after.</param>
/// <param name="Needs">The one that must be shown before it.</param>
public readonly record struct Prerequisite(CompetencyId Of, CompetencyId Needs);

/// <summary>A competency that is not ready, and what it waits for.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Needs">Prerequisites not yet shown, in the order of the framework.</param>
public sealed record Waiting(CompetencyId Competency, IReadOnlyList<CompetencyId> Needs);

/// <summary>
/// What a learner is ready for next: competencies not yet shown, all of whose prerequisites are (the outer fringe). A conclusion.
/// Source: "Ready next" in the methods.
/// </summary>
/// <param name="Next">Ready next, in the order of the framework.</param>
/// <param name="Waiting">Not shown and not ready, in the order of the framework.</param>
/// <param name="Circles">Competencies that each come before the other, a list a circle: nobody can begin there. A competency that needs itself is a circle of one.</param>
/// <param name="Strangers">Prerequisites that name a competency that is not there; they hold nobody up.</param>
public sealed record Readiness(
    IReadOnlyList<CompetencyId> Next, IReadOnlyList<Waiting> Waiting, IReadOnlyList<IReadOnlyList<CompetencyId>> Circles, IReadOnlyList<Prerequisite> Strangers)
{
    /// <summary>Finds what is ready.</summary>
    /// <param name="competencies">All competencies, in the order of the framework.</param>
    /// <param name="shown">Those shown; one that is not there is passed over.</param>
    /// <param name="prerequisites">What comes before what; the same pair twice counts once.</param>
    public static Readiness From(IReadOnlyCollection<CompetencyId> competencies, IReadOnlySet<CompetencyId> shown, IEnumerable<Prerequisite> prerequisites)
    {
        var place = competencies.Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        var known = prerequisites.Distinct().ToLookup(one => place.ContainsKey(one.Of) && place.ContainsKey(one.Needs));
        var needs = known[true].GroupBy(one => one.Of).ToDictionary(group => group.Key, group => group.Select(one => one.Needs).OrderBy(id => place[id]).ToList());
        var open = place.Keys.Where(id => !shown.Contains(id))
            .Select(id => new Waiting(id, [.. needs.GetValueOrDefault(id, []).Where(one => !shown.Contains(one))])).ToList();
        return new Readiness(
            [.. open.Where(one => one.Needs.Count == 0).Select(one => one.Competency)], [.. open.Where(one => one.Needs.Count > 0)],
            [.. CirclesIn(needs, place)], [.. known[false]]);
    }

    private static IEnumerable<IReadOnlyList<CompetencyId>> CirclesIn(Dictionary<CompetencyId, List<CompetencyId>> needs, Dictionary<CompetencyId, int> place)
    {
        var before = WithoutEnds(needs).Order(Comparer<CompetencyId>.Create((one, other) => place[one].CompareTo(place[other])))
            .ToDictionary(id => id, id => Before(id, needs));
        var told = new HashSet<CompetencyId>();
        foreach (var (id, reached) in before)
        {
            if (!reached.Contains(id) || told.Contains(id)) continue;
            IReadOnlyList<CompetencyId> circle = [.. before.Where(one => reached.Contains(one.Key) && one.Value.Contains(id)).Select(one => one.Key)];
            told.UnionWith(circle);
            yield return circle;
        }
    }

    // What needs nothing, or only such, is in no circle: a framework without circles ends here.
    private static HashSet<CompetencyId> WithoutEnds(Dictionary<CompetencyId, List<CompetencyId>> needs)
    {
        var left = needs.ToDictionary(one => one.Key, one => one.Value.Count(needs.ContainsKey));
        var after = needs.SelectMany(one => one.Value.Select(id => (Needs: id, Of: one.Key))).ToLookup(one => one.Needs, one => one.Of);
        var free = new Queue<CompetencyId>(left.Where(one => one.Value == 0).Select(one => one.Key));
        while (free.TryDequeue(out var id))
        {
            left.Remove(id);
            foreach (var next in after[id])
                if (--left[next] == 0) free.Enqueue(next);
        }

        return [.. left.Keys];
    }

    private static HashSet<CompetencyId> Before(CompetencyId id, Dictionary<CompetencyId, List<CompetencyId>> needs)
    {
        var reached = new HashSet<CompetencyId>();
        var next = new Queue<CompetencyId>([id]);
        while (next.TryDequeue(out var at))
            foreach (var one in needs.GetValueOrDefault(at, []))
                if (reached.Add(one)) next.Enqueue(one);
        return reached;
    }
}
