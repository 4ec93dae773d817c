using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Families;

/// <summary>What educators write for report cards: narratives, and what is expected of one learner in place of a competency's words.</summary>
public static class ReportRows
{
    /// <summary>Narratives about a learner whose time touches another, with their authors' names: the released ones, and to an educator their own drafts.</summary>
    public static IReadOnlyList<(ReportNarrative Narrative, string Author)> NarrativesOf(Db db, Scope scope, LearnerId learner, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var self = scope.Actor.IsEducator && scope.Actor.MayWrite ? scope.Actor.Person : Guid.Empty;
        return [.. (from narrative in db.ReportNarratives.AsNoTracking()
                    where narrative.Learner == learner && narrative.From <= until && narrative.Until >= @from
                    join author in db.Educators.AsNoTracking() on narrative.Author equals author.Id
                    select new { narrative, author.DisplayName }).ToList()
            .Where(one => one.narrative.ReleasedAt is not null || one.narrative.Author.Value == self).OrderBy(one => one.narrative.CreatedAt).Select(one => (one.narrative, one.DisplayName))];
    }

    /// <summary>Expectations that held in a time, in the order they were written.</summary>
    public static IReadOnlyList<ModifiedExpectation> ExpectationsOf(Db db, Scope scope, LearnerId learner, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? [] : [.. db.ModifiedExpectations.AsNoTracking().Where(one => one.Learner == learner).ToList().Where(one => one.HeldIn(from, until)).OrderBy(one => one.Id.Value)];
    }

    /// <summary>Who a family turns to, by name: those who advise the learner; where nobody does, those who teach their groups. None where the actor may not see the record.</summary>
    public static IReadOnlyList<string> AdvisorsOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var day = scope.Today;
        var advisors = db.Caseloads.AsNoTracking().Where(one => one.Learner == learner && one.Kind == CaseloadKind.Advisor && one.From <= day && (one.Until == null || one.Until >= day)).Select(one => one.Educator).ToHashSet();
        var teachings = (from teaching in db.Teachings.AsNoTracking()
                         join enrollment in db.Enrollments.AsNoTracking() on teaching.Group equals enrollment.Group
                         where enrollment.Learner == learner && enrollment.From <= day && (enrollment.Until == null || enrollment.Until >= day) && teaching.From <= day && (teaching.Until == null || teaching.Until >= day)
                         select new { teaching.Educator, teaching.Role }).ToList();
        if (advisors.Count == 0) advisors = [.. teachings.Where(one => one.Role == TeachingRole.Advisor).Select(one => one.Educator)];
        if (advisors.Count == 0) advisors = [.. teachings.Where(one => one.Role != TeachingRole.Substitute).Select(one => one.Educator)];
        return [.. db.Educators.AsNoTracking().Where(one => advisors.Contains(one.Id) && one.EndedAt == null).Select(one => one.DisplayName).ToList().Order(StringComparer.CurrentCulture)];
    }

    /// <summary>May the actor write in a learner's report? Educators who plan with the learner do.</summary>
    public static bool Writes(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.IsEducator && scope.May(learner, Rights.SeeRecord | Rights.SeeNotes | Rights.Plan);
    }

    /// <summary>Writes a new narrative of the actor's, as a draft or released at once; null where they may not.</summary>
    public static ReportNarrativeId? Add(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, AreaId? area, (DateOnly From, DateOnly Until) time, string text, bool isReleased, ReportNarrativeId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Writes(new Scope(turn.Db, actor, today, turn.Now), learner)) return null;
        if (id is { } made && turn.Db.ReportNarratives.Any(one => one.Id == made)) return made;
        var written = new ReportNarrative(id ?? new ReportNarrativeId(Guid.CreateVersion7()), learner, area, new EducatorId(actor.Person), time.From, time.Until, turn.Now).Write(text);
        if (isReleased) written.Release(turn.Now);
        turn.Db.Add(written);
        turn.Db.SaveChanges();
        return written.Id;
    }

    /// <summary>Changes a narrative of the actor's own.</summary>
    public static Changed Change(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, ReportNarrativeId id, int version, Action<ReportNarrative> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var self = new EducatorId(actor.Person);
        if (!Writes(new Scope(turn.Db, actor, today, turn.Now), learner) || turn.Db.ReportNarratives.FirstOrDefault(one => one.Id == id && one.Learner == learner && one.Author == self) is not { } found) return Changed.NotThere;
        if (found.Version != version) return Changed.Overtaken;
        return Changing.Do(turn, () => change(found));
    }

    /// <summary>Writes what is expected of a learner in a competency from today on: what held there before ends the day before. False where the actor may not.</summary>
    public static bool Expect(WriteTurn turn, Actor actor, DateOnly today, LearnerId learner, CompetencyId competency, string text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Writes(new Scope(turn.Db, actor, today, turn.Now), learner)) return false;
        foreach (var before in turn.Db.ModifiedExpectations.Where(one => one.Learner == learner && one.Competency == competency && one.Until == null).ToList()) before.End(today.AddDays(-1));
        if (text.Length > 0) turn.Db.Add(new ModifiedExpectation(new ModifiedExpectationId(Guid.CreateVersion7()), learner, competency, text, new EducatorId(actor.Person), today));
        turn.Db.SaveChanges();
        return true;
    }
}
