using Cairn.Learning.People;

namespace Cairn.Learning.Diplomas;

/// <summary>Why a learner is under no diploma's rules.</summary>
public enum PlanFault
{
    /// <summary>They are under some.</summary>
    None = 0,

    /// <summary>The year they shall graduate is not known.</summary>
    NoClass = 1,

    /// <summary>No rules are in force for their class and place.</summary>
    NoPlan = 2,
}

/// <summary>Which version of which diploma's rules a learner is under on a day, and which they could be under. Cohort by the year of graduation; of the versions of a
/// plan the newest that is in force; of plans for a class that of the narrower place, then the one that came into force last; an alternate only for who chose it.</summary>
public sealed record PlanFor
{
    private PlanFor(DiplomaPlan? plan, DiplomaPlan? own, IReadOnlyList<DiplomaPlan> alternates, IReadOnlyList<DiplomaPlan> otherVersions, PlanFault fault, bool isChoiceGone) =>
        (Plan, Own, Alternates, OtherVersions, Fault, IsChoiceGone) = (plan, own, alternates, otherVersions, fault, isChoiceGone);

    /// <summary>The version the learner is under; null for none.</summary>
    public DiplomaPlan? Plan { get; }

    /// <summary>The version of their class, chosen or not; null for none.</summary>
    public DiplomaPlan? Own { get; }

    /// <summary>Alternates in force that they may choose, by title.</summary>
    public IReadOnlyList<DiplomaPlan> Alternates { get; }

    /// <summary>Versions of the same plan for other classes, the newest first: for a comparison only.</summary>
    public IReadOnlyList<DiplomaPlan> OtherVersions { get; }

    /// <summary>Why they are under none.</summary>
    public PlanFault Fault { get; }

    /// <summary>Did they choose a plan that is not in force for them any more? Then that of their class holds.</summary>
    public bool IsChoiceGone { get; }

    /// <summary>Are they under an alternate that they chose?</summary>
    public bool IsChosen => Plan is not null && Plan.Id != Own?.Id;

    /// <summary>Concludes.</summary>
    /// <param name="plans">All versions of all plans, in any order.</param>
    /// <param name="place">The learner's school and program.</param>
    /// <param name="classOf">The year they shall graduate; null where it is not known.</param>
    /// <param name="choice">The code of the plan that they chose; empty for that of their class.</param>
    /// <param name="day">The day, in the district.</param>
    public static PlanFor Of(IReadOnlyList<DiplomaPlan> plans, PolicyPlace place, int? classOf, string choice, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(choice);
        var known = plans.Where(one => one.EffectiveFrom <= day && one.Place.Reaches(place)).ToList();
        // A version that says the plan ended takes the place of those before it for the classes it names, and nobody is under it.
        var inForce = known.Where(one => one.IsFor(classOf)).GroupBy(one => one.Code, StringComparer.Ordinal).Select(Newest).Where(one => one.IsActive).ToList();
        var own = inForce.Where(one => !one.IsAlternate).OrderByDescending(one => one.Place.Narrowness).ThenByDescending(one => one.EffectiveFrom).ThenByDescending(one => one.RecordedAt)
            .ThenBy(one => one.Code, StringComparer.Ordinal).FirstOrDefault();
        var chosen = choice.Length == 0 ? null : inForce.Find(one => string.Equals(one.Code, choice, StringComparison.Ordinal));
        var plan = chosen ?? own;
        var fault = plan is not null ? PlanFault.None : classOf is null ? PlanFault.NoClass : PlanFault.NoPlan;
        IReadOnlyList<DiplomaPlan> alternates = [.. inForce.Where(one => one.IsAlternate).OrderBy(one => one.Title, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)];
        return new(plan, own, alternates, plan is null ? [] : [.. Others(known, plan)], fault, choice.Length > 0 && chosen is null);
    }

    // The newest for each range of classes: what it took the place of is history, not another rule.
    private static IEnumerable<DiplomaPlan> Others(List<DiplomaPlan> known, DiplomaPlan plan) =>
        known.Where(one => one.IsActive && one.Id != plan.Id && string.Equals(one.Code, plan.Code, StringComparison.Ordinal) && (one.ClassFrom, one.ClassUntil) != (plan.ClassFrom, plan.ClassUntil))
            .GroupBy(one => (one.ClassFrom, one.ClassUntil)).Select(Newest).OrderByDescending(one => one.Number);

    private static DiplomaPlan Newest(IEnumerable<DiplomaPlan> versions) =>
        versions.OrderByDescending(one => one.Place.Narrowness).ThenByDescending(one => one.EffectiveFrom).ThenByDescending(one => one.Number).ThenBy(one => one.Id.Value).First();
}
