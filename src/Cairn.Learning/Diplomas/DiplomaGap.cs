using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>Why a requirement is not met, by what would close it: what is nearest first.</summary>
public enum GapCause
{
    /// <summary>All of it is shown, and somebody has only to award the credit.</summary>
    ToAward = 1,

    /// <summary>Credit was taken over from another school and waits for evidence that confirms it.</summary>
    ToConfirm = 2,

    /// <summary>The learner is at it: it closes when that is done.</summary>
    UnderWay = 3,

    /// <summary>A person has to say that it is so.</summary>
    NeedsPerson = 4,

    /// <summary>It is in the learner's plan, and not begun.</summary>
    Planned = 5,

    /// <summary>Nothing is under way, and nothing is planned.</summary>
    NotPlanned = 6,

    /// <summary>No way is open by these rules.</summary>
    Closed = 7,

    /// <summary>Some of it is under way or planned, and for the rest nothing is.</summary>
    Partly = 8,
}

/// <summary>Who can take the next step. A learner can always ask.</summary>
public enum GapOwner
{
    /// <summary>The educator of record, who awards or confirms credit.</summary>
    EducatorOfRecord = 1,

    /// <summary>The learner, and the educator who judges.</summary>
    Learner = 2,

    /// <summary>Whoever the rules name: see <see cref="DiplomaGap.Roles"/>.</summary>
    NamedRole = 3,

    /// <summary>The counselor, who plans it with the learner.</summary>
    Counselor = 4,

    /// <summary>Who keeps the official record.</summary>
    Registrar = 5,
}

/// <summary>A gap, why it is there, and who can close it.</summary>
/// <param name="Path">Where it stands in the tree.</param>
/// <param name="Gap">What is missing, with the shortest legal way; null of what is closed.</param>
/// <param name="Cause">Why.</param>
/// <param name="Owner">Who can take the next step.</param>
/// <param name="Roles">The roles that the rules name; none where any may.</param>
public sealed record DiplomaGap(string Path, Gap? Gap, GapCause Cause, GapOwner Owner, IReadOnlyList<string> Roles)
{
    /// <summary>Concludes by the nearest of the ways that close it.</summary>
    internal static DiplomaGap From(Gap gap, IReadOnlyDictionary<string, OwnAchievement> achievements)
    {
        // The whole gap is as far as its farthest part: a credit of which half is under way is not on its way.
        var route = gap.Routes.MaxBy(one => one.Kind switch { RouteKind.New => 3, RouteKind.Planned => 2, RouteKind.Person => 1, _ => 0 });
        var with = gap.Routes.Where(one => one.Kind == RouteKind.UnderWay).SelectMany(one => one.With).Select(one => achievements.GetValueOrDefault(one)).OfType<OwnAchievement>().ToList();
        var (cause, owner) = route?.Kind switch
        {
            RouteKind.UnderWay when with.Count > 0 && with.TrueForAll(one => one.IsReady) => (GapCause.ToAward, GapOwner.EducatorOfRecord),
            RouteKind.UnderWay when with.Count > 0 && with.TrueForAll(one => one.IsProvisional || one.IsReady) => (GapCause.ToConfirm, GapOwner.EducatorOfRecord),
            RouteKind.UnderWay => (GapCause.UnderWay, GapOwner.Learner),
            RouteKind.Person => (GapCause.NeedsPerson, route.By.Count > 0 ? GapOwner.NamedRole : GapOwner.Registrar),
            RouteKind.Planned => (GapCause.Planned, GapOwner.Learner),
            RouteKind.New when gap.Routes.Any(one => one.Kind is RouteKind.UnderWay or RouteKind.Planned && one.With.Count > 0) => (GapCause.Partly, GapOwner.Counselor),
            _ => (GapCause.NotPlanned, GapOwner.Counselor),
        };
        return new(gap.Node.Path, gap, cause, owner, route?.By ?? []);
    }
}
