using Cairn.Learning.People;

namespace Cairn.Learning.Diplomas;

/// <summary>A class that a plan would take from the rules it began with.</summary>
/// <param name="ClassOf">The class, by the year of graduation.</param>
/// <param name="From">The version that the class is under.</param>
public sealed record ClassTaken(int ClassOf, DiplomaPlan From)
{
    /// <summary>Classes that began under a plan of another short name and would come under a new one. Each class keeps the plan that it began with: another is for later classes,
    /// or an alternate that a learner chooses. A further version of their own plan is tried on them, and a second person adopts it.</summary>
    /// <param name="plans">All versions of all plans.</param>
    /// <param name="plan">The version that would come into force.</param>
    /// <param name="begun">Where learners of which classes are.</param>
    /// <returns>The classes in order; none where nobody is taken.</returns>
    public static IReadOnlyList<ClassTaken> By(IReadOnlyList<DiplomaPlan> plans, DiplomaPlan plan, IEnumerable<(PolicyPlace Place, int ClassOf)> begun)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(begun);
        List<DiplomaPlan> then = [.. plans.Where(one => one.Id != plan.Id), plan];
        DiplomaPlan? Own(IReadOnlyList<DiplomaPlan> all, (PolicyPlace Place, int ClassOf) of) => PlanFor.Of(all, of.Place, of.ClassOf, "", plan.EffectiveFrom).Own;
        return [.. begun.Where(of => Own(then, of)?.Id == plan.Id).Select(of => (of.ClassOf, From: Own(plans, of))).Where(one => one.From is { } from && !string.Equals(from.Code, plan.Code, StringComparison.Ordinal))
            .Select(one => new ClassTaken(one.ClassOf, one.From!)).DistinctBy(one => one.ClassOf).OrderBy(one => one.ClassOf)];
    }
}
