using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Diplomas;

/// <summary>Why a draft cannot be adopted.</summary>
public enum AdoptFault
{
    /// <summary>It was adopted.</summary>
    None = 0,

    /// <summary>There is no such draft for whoever wants it.</summary>
    NotFound = 1,

    /// <summary>Somebody changed it meanwhile.</summary>
    MovedOn = 2,

    /// <summary>Whoever wrote it wants to adopt it: a second person has to.</summary>
    OwnDraft = 3,

    /// <summary>It would hold from a day that is past.</summary>
    TooEarly = 4,

    /// <summary>It would take classes from the plan that they began under.</summary>
    TakesClasses = 5,
}

/// <summary>Rules of diplomas: their versions, which everybody may read, and drafts of those who keep official records.</summary>
public static class DiplomaPlanRows
{
    /// <summary>Every version of every plan, by code and number.</summary>
    public static IReadOnlyList<DiplomaPlan> All(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.DiplomaPlans.AsNoTracking().ToList().OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Number)];
    }

    /// <summary>Drafts that are open and that the asker may write, by code; none for whoever may write none.</summary>
    public static IReadOnlyList<DiplomaDraft> Drafts(Db db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        return [.. db.DiplomaDrafts.AsNoTracking().Where(one => one.State == DraftState.Open).ToList().Where(one => MayWrite(actor, one.School)).OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.CreatedAt)];
    }

    /// <summary>A draft that is open; null where there is none for the asker.</summary>
    public static DiplomaDraft? Draft(Db db, Actor actor, DiplomaPlanId id) => Drafts(db, actor).FirstOrDefault(one => one.Id == id);

    /// <summary>May somebody write rules for a school, or for the whole district? Only whoever keeps or leads the record there.</summary>
    public static bool MayWrite(Actor actor, OrganizationId? school)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsEducator && actor.Grants.Any(one => one.Role is GrantedRole.Registrar or GrantedRole.DistrictLeader or GrantedRole.SchoolLeader && one.Program is null && (one.School is null || one.School == school));
    }

    /// <summary>Writes a draft, a new one or one that is open.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="id">The draft.</param>
    /// <param name="code">The code of the plan; of a draft that is there its own stays.</param>
    /// <param name="seen">The version that the writer had before them; 0 for a new one.</param>
    /// <param name="write">Writes it.</param>
    public static RowChange Write(WriteTurn turn, Actor actor, DiplomaPlanId id, string code, int seen, Action<DiplomaDraft> write)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(write);
        var found = turn.Db.DiplomaDrafts.FirstOrDefault(one => one.Id == id);
        if (found is not null && !MayWrite(actor, found.School)) return RowChange.NotFound;
        if (found is null ? seen != 0 : found.Version != seen || found.State != DraftState.Open) return RowChange.MovedOn;
        var draft = found ?? new DiplomaDraft(id, code, new PersonId(actor.Person), turn.Now);
        write(draft);
        if (!MayWrite(actor, draft.School)) throw new RefusedException("Whoever writes rules keeps the record of the place they are for.");
        if (found is null) turn.Db.Add(draft);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>Drops a draft.</summary>
    public static RowChange Drop(WriteTurn turn, Actor actor, DiplomaPlanId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Db.DiplomaDrafts.FirstOrDefault(one => one.Id == id) is not { } found || !MayWrite(actor, found.School)) return RowChange.NotFound;
        if (found.Version != seen || found.State != DraftState.Open) return RowChange.MovedOn;
        found.Drop();
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>A second person adopts a draft: from its day on it is a version of the plan and never changes.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="actor">Who adopts it.</param>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The version that they had before them.</param>
    /// <param name="today">The district's day: nothing is adopted for a day that is past.</param>
    public static AdoptFault Adopt(WriteTurn turn, Actor actor, DiplomaPlanId id, int seen, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (turn.Db.DiplomaDrafts.FirstOrDefault(one => one.Id == id) is not { } found || !MayWrite(actor, found.School)) return AdoptFault.NotFound;
        if (found.Version != seen || found.State != DraftState.Open) return AdoptFault.MovedOn;
        if (found.By == new PersonId(actor.Person)) return AdoptFault.OwnDraft;
        if (found.EffectiveFrom < today) return AdoptFault.TooEarly;
        if (Taken(turn.Db, found.AsPlan(0, found.By, turn.Now)).Count > 0) return AdoptFault.TakesClasses;
        var number = (turn.Db.DiplomaPlans.Where(one => one.Code == found.Code).Max(one => (int?)one.Number) ?? 0) + 1;
        turn.Db.Add(found.Adopt(number, new PersonId(actor.Person), turn.Next()));
        turn.Db.SaveChanges();
        return AdoptFault.None;
    }

    /// <summary>Classes with learners here that a version would take from the plan that they began under. Of the learners nothing is told but their class.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="plan">The version, as it would come into force.</param>
    public static IReadOnlyList<ClassTaken> Taken(Db db, DiplomaPlan plan)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var begun = db.Learners.AsNoTracking().Where(one => one.EndedAt == null && one.GraduationYear != null).Select(one => new { one.School, one.Program, one.GraduationYear }).Distinct().ToList();
        return ClassTaken.By(All(db), plan with { Number = int.MaxValue, RecordedAt = DateTime.MaxValue }, begun.Select(one => (new PolicyPlace(one.School, one.Program), one.GraduationYear!.Value)));
    }
}
