using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>One learner, if a relation to them is in force: each asked in one query, so that a learner who may not be seen takes as long as
/// one who is not there. Days are the district's; blocks and emergencies hold by the moment.</summary>
internal static class InReach
{
    public static readonly EachEngine<Func<Db, LearnerId, Learner?>> OfEveryone =
        new(() => EF.CompileQuery((Db db, LearnerId id) => db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == id)));

    /// <summary>Of an educator who has groups only.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, Learner?>> OfTeacher =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today) => db.Learners.AsNoTracking().FirstOrDefault(learner =>
            learner.Id == id && learner.EndedAt == null && db.Enrollments.Any(enrollment =>
                enrollment.Learner == id && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group
                    && teaching.From <= today && (teaching.Until == null || teaching.Until >= today))))));

    /// <summary>Of an educator who has a caseload, an emergency or a role at a place, too.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, DateTime, Learner?>> OfEducator =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today, DateTime now) => db.Learners.AsNoTracking().FirstOrDefault(learner =>
            learner.Id == id && ((learner.EndedAt == null && (
                db.Enrollments.Any(enrollment => enrollment.Learner == id && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                    && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)))
                || db.Caseloads.Any(one => one.Educator == educator && one.Learner == id && one.From <= today && (one.Until == null || one.Until >= today))
                || db.EmergencyAccesses.Any(one => one.Educator == educator && one.Learner == id && one.From <= now && one.Until > now)))
                || db.RoleGrants.Any(grant => grant.Educator == educator && grant.From <= today && (grant.Until == null || grant.Until >= today)
                    && ((grant.Role == GrantedRole.SchoolLeader && grant.School != null) || (grant.Role == GrantedRole.ProgramLeader && grant.Program != null)
                        || ((grant.Role == GrantedRole.Auditor || grant.Role == GrantedRole.PrivacyOfficer || grant.Role == GrantedRole.Registrar) && (grant.School != null || grant.Program != null)))
                    && (grant.School == null || grant.School == learner.School) && (grant.Program == null || grant.Program == learner.Program))))));

    /// <summary>Of a guardian: until the learner is of age, and not while a block holds.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, GuardianId, DateOnly, DateOnly, DateTime, Learner?>> OfGuardian =
        new(() => EF.CompileQuery((Db db, LearnerId id, GuardianId guardian, DateOnly today, DateOnly ofAge, DateTime now) => db.Learners.AsNoTracking().FirstOrDefault(learner =>
            learner.Id == id && learner.EndedAt == null && (learner.BirthDate == null || learner.BirthDate > ofAge)
            && db.Guardians.Any(one => one.Id == guardian && one.EndedAt == null)
            && db.Guardianships.Any(one => one.Guardian == guardian && one.Learner == id && one.From <= today && (one.Until == null || one.Until >= today))
            && !db.GuardianBlocks.Any(one => one.Guardian == guardian && one.Learner == id && one.From <= now && (one.LiftedAt == null || one.LiftedAt > now)))));

    /// <summary>Of another system that is for one school.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, OrganizationId, Learner?>> OfSchool =
        new(() => EF.CompileQuery((Db db, LearnerId id, OrganizationId school) => db.Learners.AsNoTracking().FirstOrDefault(learner => learner.Id == id && learner.School == school)));

    /// <summary>Has an educator groups, a caseload or an emergency, now?</summary>
    public static readonly EachEngine<Func<Db, EducatorId, DateOnly, DateTime, Ties>> Ties =
        new(() => EF.CompileQuery((Db db, EducatorId educator, DateOnly today, DateTime now) => db.Head.AsNoTracking().Select(_ => new Ties(
            db.Teachings.Any(one => one.Educator == educator && one.From <= today && (one.Until == null || one.Until >= today)),
            db.Caseloads.Any(one => one.Educator == educator && one.From <= today && (one.Until == null || one.Until >= today)),
            db.EmergencyAccesses.Any(one => one.Educator == educator && one.From <= now && one.Until > now))).First()));

    /// <summary>In what parts an educator is with groups that a learner is in.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, IEnumerable<TeachingRole>>> TeachingRoles =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today) =>
            from enrollment in db.Enrollments
            where enrollment.Learner == id && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
            join teaching in db.Teachings on enrollment.Group equals teaching.Group
            where teaching.Educator == educator && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)
            select teaching.Role));

    /// <summary>For what an educator has a learner in their caseload.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, IEnumerable<CaseloadKind>>> CaseloadKinds =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today) => db.Caseloads.Where(one =>
            one.Educator == educator && one.Learner == id && one.From <= today && (one.Until == null || one.Until >= today)).Select(one => one.Kind)));

    /// <summary>Is an emergency of an educator in force for a learner?</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateTime, bool>> IsEmergency =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateTime now) => db.EmergencyAccesses.Any(one =>
            one.Educator == educator && one.Learner == id && one.From <= now && one.Until > now)));

    /// <summary>Whoever has an account with one of the staff: the same person by another name, and their children's guardian.</summary>
    public static readonly EachEngine<Func<Db, Guid, IEnumerable<OtherName>>> OtherNames =
        new(() => EF.CompileQuery((Db db, Guid person) =>
            from mine in db.AccountPeople
            where mine.Person == person && (mine.Kind == ActorKind.Teacher || mine.Kind == ActorKind.Leader || mine.Kind == ActorKind.Auditor)
            join other in db.AccountPeople on mine.Account equals other.Account
            select new OtherName(other.Kind, other.Person)));

    /// <summary>Who cares for a learner today, and whether by the username of an educator.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, IEnumerable<Caring>>> CaringFor =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today) => db.Guardianships
            .Where(care => care.Learner == id && care.From <= today && (care.Until == null || care.Until >= today))
            .Select(care => new Caring(care.Guardian, db.Guardians.Any(one => one.Id == care.Guardian && db.Educators.Any(self => self.Id == educator && self.Username == one.Username))))));

    /// <summary>Is an educator in the rosters as a learner too, by one username?</summary>
    public static readonly EachEngine<Func<Db, LearnerId, EducatorId, bool>> IsSelf =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator) => db.Learners.Any(one => one.Id == id && db.Educators.Any(self => self.Id == educator && self.Username == one.Username))));

    /// <summary>A learner's first day in any group; null for none.</summary>
    public static readonly EachEngine<Func<Db, LearnerId, DateOnly?>> FirstDay =
        new(() => EF.CompileQuery((Db db, LearnerId id) => db.Enrollments.Where(one => one.Learner == id).Min(one => (DateOnly?)one.From)));

    /// <summary>Has a sponsor a learner in a placement today?</summary>
    public static readonly EachEngine<Func<Db, LearnerId, SponsorId, DateOnly, bool>> IsPlaced =
        new(() => EF.CompileQuery((Db db, LearnerId id, SponsorId sponsor, DateOnly today) => db.Placements.Any(one =>
            one.Sponsor == sponsor && one.Learner == id && one.From <= today && (one.Until == null || one.Until >= today)
            && db.Learners.Any(learner => learner.Id == id && learner.EndedAt == null))));
}

/// <summary>What an educator has besides roles.</summary>
/// <param name="Groups">Groups?</param>
/// <param name="Caseload">A caseload?</param>
/// <param name="Emergency">Access that they took in an emergency?</param>
internal sealed record Ties(bool Groups, bool Caseload, bool Emergency)
{
    public static Ties None { get; } = new(false, false, false);
}

/// <summary>Somebody by another of their names.</summary>
/// <param name="Kind">As what.</param>
/// <param name="Person">Who.</param>
internal sealed record OtherName(ActorKind Kind, Guid Person);

/// <summary>A guardian of a learner.</summary>
/// <param name="Guardian">Who.</param>
/// <param name="IsEducator">Are they the educator that was asked about, by one username?</param>
internal sealed record Caring(GuardianId Guardian, bool IsEducator);
