using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>
/// What an actor may see now, by the relations that are in force. Learners' rows are reached through it only: an unauthorised row is not
/// found, and is not to be told from one that does not exist.
/// </summary>
/// <param name="db">The district's database.</param>
/// <param name="actor">Who asks, with their roles (<see cref="KnownActor"/>).</param>
/// <param name="today">The district's day: relations begin and end by it.</param>
/// <param name="now">The moment, UTC: blocks and emergencies hold by it. Without one no emergency holds, and every block that was not lifted.</param>
public sealed partial class Scope(Db db, Actor actor, DateOnly today, DateTime? now = null)
{
    // One request asks about the same learner several times: the answer does not change within it.
    private readonly Dictionary<LearnerId, Learner> _found = [];
    private readonly HashSet<LearnerId> _seen = [];
    private Ties? _ties;

    /// <summary>Who asks.</summary>
    public Actor Actor => actor;

    private DateTime Now => now ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    private EducatorId Educator => new(actor.Person);

    private bool HasPlaces => actor.IsEducator && actor.Grants.Any(one => one.ReachesAPlace);

    private Ties Ties => _ties ??= actor.IsEducator ? InReach.Ties.On(db)(db, Educator, today, Now) : Ties.None;

    /// <summary>Does another system's token speak of learners, and of their records?</summary>
    private bool IsForRoster => actor.Scopes.Contains(ClientScope.RosterRead, StringComparer.Ordinal) || IsForRecords;

    private bool IsForRecords => actor.Scopes.Any(one => one is ClientScope.DeterminationsRead or ClientScope.RecordRead or ClientScope.RecordWrite);

    /// <summary>The learners whose record the actor may see; leavers are seen by those who lead or examine, at the command line, and by
    /// themselves. A sponsor sees no record: <see cref="Placements"/>.</summary>
    public IQueryable<Learner> Learners
    {
        get
        {
            var everyone = Within(db.Learners.AsNoTracking());
            return actor.Kind switch
            {
                ActorKind.Learner => OfSelf(everyone),
                ActorKind.Guardian => OfGuardian(everyone),
                ActorKind.Client => OfClient(everyone),
                _ when actor.ReachesEverybody => everyone,
                _ when actor.IsEducator => OfEducator(everyone),
                _ => everyone.Where(_ => false),
            };
        }
    }

    /// <summary>The learner with an id, if the actor may see their record.</summary>
    public Learner? Find(LearnerId id)
    {
        if (_found.TryGetValue(id, out var known)) return known;
        var found = actor.Kind switch
        {
            ActorKind.Learner => actor.Person == id.Value ? InReach.OfEveryone.On(db)(db, id) : null,
            ActorKind.Guardian => InReach.OfGuardian.On(db)(db, id, new GuardianId(actor.Person), today, OfAge.BornBy(today), Now),
            ActorKind.Client when !IsForRoster => null,
            ActorKind.Client => actor.School is { } school ? InReach.OfSchool.On(db)(db, id, school) : InReach.OfEveryone.On(db)(db, id),
            _ when actor.ReachesEverybody => InReach.OfEveryone.On(db)(db, id),
            _ when !actor.IsEducator => null,
            _ when HasPlaces || Ties.Caseload || Ties.Emergency => InReach.OfEducator.On(db)(db, id, Educator, today, Now),
            _ => InReach.OfTeacher.On(db)(db, id, Educator, today),
        };
        if (found is null || !IsWithin(found)) return null;
        return _found[id] = found;
    }

    /// <summary>The learner with a username, compared without case, if the actor may see them.</summary>
    public Learner? Find(string username) => Learners.FirstOrDefault(one => one.Username == username);

    /// <summary>The learners of a group today, if the actor may see them.</summary>
    public IQueryable<Learner> LearnersOf(GroupId group) => Learners.Where(learner => db.Enrollments.Any(one =>
        one.Learner == learner.Id && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today)));

    // Whoever looks at what another sees, sees of it what is theirs.
    private bool IsWithin(Learner learner) => actor.Viewer is not { } viewer || viewer.Grants.Any(one => one.Reaches(learner.Place));

    private IQueryable<Learner> Within(IQueryable<Learner> everyone)
    {
        if (actor.Viewer is not { ReachesEverybody: false } viewer) return everyone;
        var places = viewer.Grants.Where(one => one.ReachesAPlace).Select(one => one.Id).ToList();
        return everyone.Where(learner => db.RoleGrants.Any(grant => places.Contains(grant.Id)
            && (grant.School == null || grant.School == learner.School) && (grant.Program == null || grant.Program == learner.Program)));
    }

    private IQueryable<Learner> OfSelf(IQueryable<Learner> everyone)
    {
        var self = new LearnerId(actor.Person);
        return everyone.Where(learner => learner.Id == self);
    }

    private IQueryable<Learner> OfClient(IQueryable<Learner> everyone)
    {
        if (!IsForRoster) return everyone.Where(_ => false);
        return actor.School is { } school ? everyone.Where(learner => learner.School == school) : everyone;
    }

    private IQueryable<Learner> OfGuardian(IQueryable<Learner> everyone)
    {
        var (guardian, ofAge, at, day) = (new GuardianId(actor.Person), OfAge.BornBy(today), Now, today);
        return everyone.Where(learner => learner.EndedAt == null && (learner.BirthDate == null || learner.BirthDate > ofAge)
            && db.Guardians.Any(one => one.Id == guardian && one.EndedAt == null)
            && db.Guardianships.Any(one => one.Guardian == guardian && one.Learner == learner.Id && one.From <= day && (one.Until == null || one.Until >= day))
            && !db.GuardianBlocks.Any(one => one.Guardian == guardian && one.Learner == learner.Id && one.From <= at && (one.LiftedAt == null || one.LiftedAt > at)));
    }

    private IQueryable<Learner> OfEducator(IQueryable<Learner> everyone)
    {
        var (educator, at, day) = (Educator, Now, today);
        // Most have groups and nothing else: they are asked about groups alone.
        if (!HasPlaces && !Ties.Caseload && !Ties.Emergency)
            return everyone.Where(learner => learner.EndedAt == null && db.Enrollments.Any(enrollment =>
                enrollment.Learner == learner.Id && enrollment.From <= day && (enrollment.Until == null || enrollment.Until >= day)
                && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group
                    && teaching.From <= day && (teaching.Until == null || teaching.Until >= day))));
        var places = actor.Grants.Where(one => one.ReachesAPlace).Select(one => one.Id).ToList();
        return everyone.Where(learner =>
            (learner.EndedAt == null && (
                db.Enrollments.Any(enrollment => enrollment.Learner == learner.Id && enrollment.From <= day && (enrollment.Until == null || enrollment.Until >= day)
                    && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group && teaching.From <= day && (teaching.Until == null || teaching.Until >= day)))
                || db.Caseloads.Any(one => one.Educator == educator && one.Learner == learner.Id && one.From <= day && (one.Until == null || one.Until >= day))
                || db.EmergencyAccesses.Any(one => one.Educator == educator && one.Learner == learner.Id && one.From <= at && one.Until > at)))
            || db.RoleGrants.Any(grant => places.Contains(grant.Id)
                && (grant.School == null || grant.School == learner.School) && (grant.Program == null || grant.Program == learner.Program)));
    }
}
