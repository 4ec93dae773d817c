using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>What a roster's source has put into a district before, and whom the district knows otherwise: what its next import is
/// compared with. Rows are tracked, so that what changes on them is stored. For imports only.</summary>
public sealed class RosterRows
{
    private readonly Db _db;

    private RosterRows(Db db, string source)
    {
        _db = db;
        Organizations = db.Organizations.ToList();
        Erased = Journal.ErasedRemains.ErasedPeople(db);
        // A row that is being given back in this very turn is the source's no more, whatever the table still says.
        Learners = [.. db.Learners.Where(one => one.Source == source).ToList().Where(one => one.Source == source)];
        Educators = db.Educators.ToList();
        Guardians = db.Guardians.ToList();
        Groups = db.Groups.Where(one => one.Source == source).ToList();
        var groups = Groups.Select(one => one.Id).ToHashSet();
        Enrollments = [.. db.Enrollments.AsNoTracking().Where(one => db.Groups.Any(group => group.Id == one.Group && group.Source == source))];
        Teachings = [.. db.Teachings.AsNoTracking().Where(one => db.Groups.Any(group => group.Id == one.Group && group.Source == source))];
        LeaderGrants = [.. db.RoleGrants.AsNoTracking().Where(one => one.Role == GrantedRole.DistrictLeader)];
        KeptGuardians = Guardians.Where(one => one.Source == source).Select(one => one.Id).ToHashSet();
        // Of everybody: a guardian whom two sources name cares for a learner once.
        Guardianships = db.Guardianships.AsNoTracking().ToLookup(one => one.Guardian);
        Links = db.SourceLinks.AsNoTracking().Where(one => one.Source == source).ToDictionary(one => (one.Kind, one.Key), one => one.Id);
        Others = db.Learners.AsNoTracking().Where(one => one.Source != source).Select(one => new { one.Id, one.Username }).ToDictionary(one => one.Username, one => one.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Learners who were erased: a roster that still names them brings nobody back.</summary>
    public IReadOnlySet<LearnerId> Erased { get; }

    /// <summary>All organizations.</summary>
    public IReadOnlyList<Organization> Organizations { get; }

    /// <summary>Learners that the source keeps.</summary>
    public IReadOnlyList<Learner> Learners { get; }

    /// <summary>Learners that somebody else keeps, by username.</summary>
    public IReadOnlyDictionary<string, LearnerId> Others { get; }

    /// <summary>All educators.</summary>
    public IReadOnlyList<Educator> Educators { get; }

    /// <summary>All guardians.</summary>
    public IReadOnlyList<Guardian> Guardians { get; }

    /// <summary>Groups that the source keeps.</summary>
    public IReadOnlyList<LearningGroup> Groups { get; }

    /// <summary>Who is in them.</summary>
    public IReadOnlyList<Enrollment> Enrollments { get; }

    /// <summary>Who teaches them.</summary>
    public IReadOnlyList<Teaching> Teachings { get; }

    /// <summary>Who led the district when: a roster that forgets them all leaves nobody who lets others in.</summary>
    public IReadOnlyList<RoleGrant> LeaderGrants { get; }

    /// <summary>Guardians whom the source keeps, before anything is compared.</summary>
    public IReadOnlySet<GuardianId> KeptGuardians { get; }

    /// <summary>Whom each guardian cares for, whoever keeps them.</summary>
    public ILookup<GuardianId, Guardianship> Guardianships { get; }

    /// <summary>The source's keys for rows that it did not make.</summary>
    public IReadOnlyDictionary<(string Kind, string Key), Guid> Links { get; }

    /// <summary>Reads them.</summary>
    public static RosterRows Of(Db db, string source) => new(db, source);

    /// <summary>A learner whom somebody else keeps.</summary>
    public Learner? Other(LearnerId id) => _db.Learners.FirstOrDefault(one => one.Id == id);

    /// <summary>Gives rows back to those who kept them before a roster took them over, as they were. What somebody else took up since is theirs.</summary>
    /// <param name="db">The district's tables.</param>
    /// <param name="taken">The rows as they were.</param>
    /// <param name="source">The source that took them.</param>
    /// <returns>Those that were given back.</returns>
    public static IReadOnlyList<TakenRow> GiveBack(Db db, IReadOnlyCollection<TakenRow> taken, string source)
    {
        ArgumentNullException.ThrowIfNull(db);
        var byId = taken.ToDictionary(one => (one.Kind, one.Id));
        var learners = taken.Where(one => one.Kind == "learner").Select(one => new LearnerId(one.Id)).ToList();
        var educators = taken.Where(one => one.Kind == "educator").Select(one => new EducatorId(one.Id)).ToList();
        var guardians = taken.Where(one => one.Kind == "guardian").Select(one => new GuardianId(one.Id)).ToList();
        var given = new List<TakenRow>();
        foreach (var one in db.Learners.Where(one => learners.Contains(one.Id) && one.Source == source).ToList()) Before("learner", one.Id.Value).Restore(one);
        foreach (var one in db.Educators.Where(one => educators.Contains(one.Id) && one.Source == source).ToList()) Before("educator", one.Id.Value).Restore(one);
        foreach (var one in db.Guardians.Where(one => guardians.Contains(one.Id) && one.Source == source).ToList()) Before("guardian", one.Id.Value).Restore(one);
        return given;

        TakenRow Before(string kind, Guid id)
        {
            given.Add(byId[(kind, id)]);
            return given[^1];
        }
    }

    /// <summary>Stores rows in place of those of the same key.</summary>
    public void Replace<T>(IEnumerable<T> rows)
        where T : class => _db.UpdateRange(rows);
}
