using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>Which rules a parent may conclude from its children by.</summary>
public static class ParentRules
{
    /// <summary>Why a parent cannot conclude by a rule over these children; null when it can. Rules that depend on the
    /// order in time are refused, since children stand in framework order, and BestFit with them.</summary>
    public static string? Fault(DeterminationRule rule, IReadOnlyList<Child> children) => rule switch
    {
        BestFit or { ReadsOrder: true } => $"{rule.Name} depends on the order in time, which children do not have",
        ScoreRule => null,
        ConditionRule condition => condition.Fault(children),
        _ => $"{rule.Name} does not conclude from children",
    };

    /// <summary>The first competency on a cycle of parents, or null. A parent may not be its own child, however far down.</summary>
    /// <param name="childrenOf">Each parent with its children.</param>
    public static CompetencyId? Cycle(IReadOnlyDictionary<CompetencyId, IReadOnlyList<CompetencyId>> childrenOf)
    {
        var done = new HashSet<CompetencyId>();
        var open = new HashSet<CompetencyId>();
        foreach (var parent in childrenOf.Keys)
            if (Visit(parent) is { } found) return found;
        return null;

        CompetencyId? Visit(CompetencyId at)
        {
            if (done.Contains(at)) return null;
            if (!open.Add(at)) return at;
            foreach (var child in childrenOf.GetValueOrDefault(at) ?? [])
                if (Visit(child) is { } found) return found;
            open.Remove(at);
            done.Add(at);
            return null;
        }
    }
}
