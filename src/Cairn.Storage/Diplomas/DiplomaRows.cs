using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Diplomas;

/// <summary>What a learner aims at, and where somebody wants an achievement to count: written by those who plan with the learner, and by those who keep the official record.</summary>
public static class DiplomaRows
{
    /// <summary>Writes down which diploma a learner aims at from a day on; the same again changes nothing. Whoever keeps the official record decides.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Who.</param>
    /// <param name="code">The code of the plan; empty for that of their class.</param>
    /// <param name="day">The day, in the district.</param>
    public static RowChange Choose(WriteTurn turn, Scope scope, LearnerId learner, string code, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(code);
        if (!scope.May(learner, Rights.Certify)) return RowChange.NotFound;
        var found = turn.Db.Learners.AsNoTracking().Single(one => one.Id == learner);
        var plans = DiplomaPlanRows.All(turn.Db);
        if (code.Length > 0 && PlanFor.Of(plans, found.Place, found.GraduationYear, code, day).IsChoiceGone) return RowChange.NotFound;
        if (DiplomaChoice.InForce(turn.Db.DiplomaChoices.AsNoTracking().Where(one => one.Learner == learner).ToList(), day) == code) return RowChange.Done;
        turn.Db.Add(new DiplomaChoice(new DiplomaChoiceId(Guid.CreateVersion7()), learner, code, day, new PersonId(scope.Actor.Person), turn.Next()));
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>Pins an achievement to a leaf; one that was pinned elsewhere is pinned here instead.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="plan">The code of the plan.</param>
    /// <param name="achievement">The achievement's id.</param>
    /// <param name="leaf">The leaf's path or name.</param>
    /// <param name="reason">Why.</param>
    public static RowChange Pin(WriteTurn turn, Scope scope, LearnerId learner, string plan, string achievement, string leaf, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Certify)) return RowChange.NotFound;
        var before = turn.Db.DiplomaPins.Where(one => one.Learner == learner && one.Plan == plan && one.Achievement == achievement && one.EndedAt == null).ToList();
        if (before.Exists(one => one.Leaf == leaf)) return RowChange.Done;
        foreach (var one in before) one.End(turn.Now);
        turn.Db.Add(new DiplomaPin(new DiplomaPinId(Guid.CreateVersion7()), learner, plan, achievement, leaf, reason, new PersonId(scope.Actor.Person), turn.Now));
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>Takes a pin away: the achievement counts where it counts best again.</summary>
    public static RowChange Unpin(WriteTurn turn, Scope scope, LearnerId learner, DiplomaPinId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Certify) || turn.Db.DiplomaPins.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } found) return RowChange.NotFound;
        if (found.Version != seen || found.EndedAt is not null) return RowChange.MovedOn;
        found.End(turn.Now);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>The names of people who work here, by their ids; of anybody else none.</summary>
    public static IReadOnlyDictionary<Guid, string> NamesOf(Db db, IEnumerable<PersonId> people)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        return Privacy.PeopleNames.OfStaff(db, people.Select(one => one.Value));
    }

    /// <summary>The names of a learner's counselors today; none where the asker may not see the learner.</summary>
    public static IReadOnlyList<string> CounselorsOf(Db db, Scope scope, LearnerId learner, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? [] : [.. db.Caseloads.AsNoTracking().Where(one => one.Learner == learner && one.Kind == CaseloadKind.Counselor && one.From <= day && (one.Until == null || one.Until >= day))
            .Join(db.Educators.AsNoTracking(), one => one.Educator, educator => educator.Id, (_, educator) => educator.DisplayName).ToList().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of the counselors today of everybody whose official record the asker keeps.</summary>
    public static ILookup<LearnerId, string> CounselorsOfKept(Db db, Scope scope, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var kept = scope.RecordsKept;
        return db.Caseloads.AsNoTracking().Where(one => one.Kind == CaseloadKind.Counselor && one.From <= day && (one.Until == null || one.Until >= day) && kept.Any(learner => learner.Id == one.Learner))
            .Join(db.Educators.AsNoTracking(), one => one.Educator, educator => educator.Id, (one, educator) => new { one.Learner, educator.DisplayName }).ToList()
            .OrderBy(one => one.DisplayName, StringComparer.Ordinal).ToLookup(one => one.Learner, one => one.DisplayName);
    }

    /// <summary>A diploma that was awarded to a learner, with what became of it; null where the asker may not see it.</summary>
    public static AwardedDiploma? Awarded(Db db, Scope scope, LearnerId learner, DiplomaAwardId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord) || db.DiplomaAwards.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } found) return null;
        return new(found, db.DiplomaAwardTexts.AsNoTracking().FirstOrDefault(one => one.Award == id), db.DiplomaWithdrawals.AsNoTracking().FirstOrDefault(one => one.Award == id));
    }
}
