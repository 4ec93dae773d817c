using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Which learners a caseload takes in: those of a group, of a year of graduation, or with names from one letter to another. What is
/// not said takes in everybody.</summary>
/// <param name="Group">The group.</param>
/// <param name="Year">The expected year of graduation.</param>
/// <param name="First">The first letters of the first family name.</param>
/// <param name="Last">The first letters of the last family name, all names that begin with them too.</param>
public sealed record CaseloadPick(GroupId? Group, int? Year, string First, string Last)
{
    /// <summary>Does a family name lie from the first letters to the last, whatever their case and accents?</summary>
    public bool Takes(string familyName)
    {
        ArgumentNullException.ThrowIfNull(familyName);
        var compare = System.Globalization.CultureInfo.InvariantCulture.CompareInfo;
        const System.Globalization.CompareOptions Alike = System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace;
        return (First.Length == 0 || compare.Compare(familyName, First, Alike) >= 0)
            && (Last.Length == 0 || compare.Compare(familyName, Last, Alike) <= 0 || compare.IsPrefix(familyName, Last, Alike));
    }
}

/// <summary>Caseloads, for those who lead the learners' school.</summary>
public sealed partial class Scope
{
    /// <summary>An educator's caseload of today, as far as the actor may change whom its learners are with.</summary>
    public IReadOnlyList<(CaseloadEntry Entry, Learner Learner)> CaseloadOf(EducatorId educator)
    {
        if (!Leads) return [];
        var day = today;
        return [.. (from entry in db.Caseloads.AsNoTracking()
                    where entry.Educator == educator && entry.From <= day && (entry.Until == null || entry.Until >= day)
                    join learner in Learners on entry.Learner equals learner.Id
                    orderby learner.FamilyName, learner.GivenName
                    select new { entry, learner }).ToList().Where(one => Manages(one.learner)).Select(one => (one.entry, one.learner))];
    }

    /// <summary>Puts learners of the actor's into an educator's caseload, from today on; returns how many came to it.</summary>
    public int Assign(WriteTurn turn, EducatorId educator, CaseloadKind kind, CaseloadPick pick)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(pick);
        if (!Leads) return 0;
        var (day, year) = (today, pick.Year);
        var learners = (pick.Group is { } group ? LearnersOf(group) : Learners).Where(one => one.EndedAt == null && (year == null || one.GraduationYear == year)).ToList();
        var has = turn.Db.Caseloads.Where(one => one.Educator == educator && one.Kind == kind && (one.Until == null || one.Until >= day)).Select(one => one.Learner).ToHashSet();
        var come = learners.Where(one => Manages(one) && pick.Takes(one.FamilyName) && !has.Contains(one.Id)).ToList();
        foreach (var one in come) Begin(turn, educator, one.Id, kind);
        return come.Count;
    }

    /// <summary>Moves all of an educator's caseload that the actor may change to another, or ends it where nobody is named; returns how many went.</summary>
    public int MoveCaseload(WriteTurn turn, EducatorId from, EducatorId? to)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var moved = CaseloadOf(from);
        foreach (var (entry, _) in moved)
        {
            turn.Db.Entry(turn.Db.Caseloads.Single(one => one.Educator == entry.Educator && one.Learner == entry.Learner && one.Kind == entry.Kind && one.From == entry.From))
                .Property(one => one.Until).CurrentValue = today.AddDays(-1);
            if (to is { } next && !turn.Db.Caseloads.Any(one => one.Educator == next && one.Learner == entry.Learner && one.Kind == entry.Kind && (one.Until == null || one.Until >= today)))
                Begin(turn, next, entry.Learner, entry.Kind);
        }

        return moved.Count;
    }

    private bool Leads => actor.IsEducator && actor.MayWrite && MayView.Leads(actor.Grants);

    private bool Manages(Learner learner) => actor.Grants.Any(one => one.Reaches(learner.Place) && MayDo.Of(MayDo.Relation(one.Role)).HasFlag(Rights.Manage));

    // One that began today and was ended goes on: there is one a day.
    private void Begin(WriteTurn turn, EducatorId educator, LearnerId learner, CaseloadKind kind)
    {
        if (turn.Db.Caseloads.FirstOrDefault(one => one.Educator == educator && one.Learner == learner && one.Kind == kind && one.From == today) is { } again) turn.Db.Entry(again).Property(one => one.Until).CurrentValue = null;
        else turn.Db.Add(new CaseloadEntry(educator, learner, kind, today, null));
    }
}
