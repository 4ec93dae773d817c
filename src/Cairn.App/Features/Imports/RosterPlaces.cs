using Cairn.Interop.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Imports;

/// <summary>The schools and classes of a roster, and who is in them, against what its source brought before.</summary>
internal sealed class RosterPlaces(RosterSheets sheets, RosterRows rows, RosterKeys keys, RosterPeople people, string source, ImportChange change, IReadOnlyList<TakenRow> back)
{
    private readonly HashSet<string> _schools = sheets.Organizations.Where(IsSchool).Select(one => one.SourcedId).ToHashSet(StringComparer.Ordinal);

    public List<Organization> NewSchools { get; } = [];

    public List<LearningGroup> NewGroups { get; } = [];

    public List<Enrollment> NewEnrollments { get; } = [];

    public List<Enrollment> ChangedEnrollments { get; } = [];

    public List<Teaching> NewTeachings { get; } = [];

    public List<Teaching> ChangedTeachings { get; } = [];

    public List<Guardianship> NewGuardianships { get; } = [];

    public List<Guardianship> ChangedGuardianships { get; } = [];

    /// <summary>How many enrollments of learners, and classes, there are in the roster.</summary>
    public (int Classes, int Enrollments) Counts => (sheets.Groups.Count, sheets.Memberships.Count);

    private OrganizationId District => rows.Organizations.First(one => one.Kind == OrganizationKind.District).Id;

    public OrganizationId? SchoolOf(string key) => _schools.Contains(key) ? new OrganizationId(keys.Of("organization", key)) : null;

    public void CompareSchools(string timeZone)
    {
        var tally = change.Of("schools");
        var known = rows.Organizations.ToDictionary(one => one.Id);
        foreach (var one in sheets.Organizations.Where(IsSchool))
        {
            if (!known.TryGetValue(SchoolOf(one.SourcedId)!.Value, out var school))
            {
                NewSchools.Add(new Organization(SchoolOf(one.SourcedId)!.Value, OrganizationKind.School, one.Name, timeZone).KeptBy(source));
                tally.Added++;
            }
            else if (school.Name == one.Name) tally.Unchanged++;
            else
            {
                school.Rename(one.Name);
                tally.Changed++;
            }
        }
    }

    public void CompareGroups(DateTime at)
    {
        var tally = change.Of("classes");
        var known = rows.Groups.ToDictionary(one => one.Id);
        foreach (var one in sheets.Groups)
        {
            var (id, school) = (GroupOf(one.SourcedId), SchoolOf(one.School) ?? District);
            if (!known.Remove(id, out var group))
            {
                NewGroups.Add(new LearningGroup(id, school, one.Title).KeptBy(source, Kind(one)));
                tally.Added++;
            }
            else if ((group.Name, group.Organization, group.Kind, group.EndedAt is null) == (one.Title, school, Kind(one), true)) tally.Unchanged++;
            else
            {
                group.Rename(one.Title, school);
                group.KeptBy(source, Kind(one));
                if (group.EndedAt is not null) group.Resume();
                tally.Changed++;
            }
        }

        foreach (var gone in known.Values.Where(one => one.EndedAt is null && sheets.Files.Contains("classes.csv", StringComparer.Ordinal)))
        {
            gone.End(at);
            tally.Ended++;
        }
    }

    /// <param name="today">The district's day: who is not in a class any more was in it until yesterday.</param>
    public void CompareMemberships(DateOnly today)
    {
        CompareGuardianships(today);
        // A file that is not in the set says nothing, and nobody ends because of it.
        if (!sheets.Files.Contains("enrollments.csv", StringComparer.Ordinal)) return;
        var terms = sheets.Groups.ToDictionary(one => one.SourcedId, one => (one.From, one.Until), StringComparer.Ordinal);
        var tally = change.Of("enrollments");
        var (known, taken) = (rows.Enrollments.ToDictionary(one => one.Id), new HashSet<EnrollmentId>());
        foreach (var one in sheets.Memberships.Where(one => one.Role == RosterRole.Learner))
        {
            var id = EnrollmentOf(one, taken);
            var term = terms.GetValueOrDefault(one.Group);
            var old = known.GetValueOrDefault(id);
            var now = new Enrollment(id, people.LearnerOf(one.Person), GroupOf(one.Group), one.From ?? old?.From ?? term.From ?? today, one.Until ?? term.Until);
            Take(old, now, known.Remove(id), NewEnrollments, ChangedEnrollments, tally);
        }

        End(known.Values, one => one.Until is not { } until || until >= today ? one with { Until = Later(one.From, today.AddDays(-1)) } : null, ChangedEnrollments, tally);
        CompareTeachings(terms, tally, today);
    }

    // Without a key of its own, who comes to a class again has a second enrollment, and a third.
    private EnrollmentId EnrollmentOf(RosterMembership one, HashSet<EnrollmentId> taken)
    {
        var key = one.SourcedId.Length > 0 ? one.SourcedId : $"{one.Group}/{one.Person}";
        var id = new EnrollmentId(keys.Of("enrollment", key));
        for (var round = 2; !taken.Add(id); round++) id = new EnrollmentId(keys.Of("enrollment", $"{key}#{round}"));
        return id;
    }

    private void CompareTeachings(Dictionary<string, (DateOnly? From, DateOnly? Until)> terms, Tally tally, DateOnly today)
    {
        var last = rows.Teachings.ToLookup(one => (one.Educator, one.Group)).ToDictionary(one => one.Key, one => one.MaxBy(each => each.From)!);
        var known = rows.Teachings.ToDictionary(one => (one.Educator, one.Group, one.From));
        foreach (var one in sheets.Memberships.Where(one => one.Role == RosterRole.Educator).DistinctBy(one => (people.EducatorOf(one.Person), one.Group)))
        {
            var (educator, group) = (people.EducatorOf(one.Person), GroupOf(one.Group));
            var term = terms.GetValueOrDefault(one.Group);
            // A teaching is known by its first day too: where the roster moves it, the old one ends and a new one begins, or one of before goes on.
            var now = new Teaching(educator, group, one.From ?? last.GetValueOrDefault((educator, group))?.From ?? term.From ?? today, one.Until ?? term.Until);
            var isKnown = known.Remove((educator, group, now.From), out var old);
            Take(old, now, isKnown, NewTeachings, ChangedTeachings, tally);
        }

        End(known.Values, one => one.Until is not { } until || until >= today ? one with { Until = Later(one.From, today.AddDays(-1)) } : null, ChangedTeachings, tally);
    }

    private void CompareGuardianships(DateOnly today)
    {
        var tally = change.Of("guardianships");
        var wanted = sheets.Guardianships.Select(one => (Guardian: people.GuardianOf(one.Guardian), Learner: people.LearnerOf(one.Learner))).ToHashSet();
        foreach (var (guardian, learner) in wanted)
        {
            var those = rows.Guardianships[guardian].Where(one => one.Learner == learner).ToList();
            // Whichever source brought it: it stands, and stays as it is.
            if (those.Exists(one => one.Until is null)) tally.Unchanged++;
            else if (those.Find(one => one.From == today) is { } again)
            {
                ChangedGuardianships.Add(again with { Until = null });
                tally.Changed++;
            }
            else
            {
                NewGuardianships.Add(new Guardianship(guardian, learner, today, null));
                tally.Added++;
            }
        }

        var left = rows.KeptGuardians.SelectMany(one => rows.Guardianships[one]).Where(one => one.Until is null && !wanted.Contains((one.Guardian, one.Learner)));
        End(left.Where(one => people.SpeaksOf(one)), one => one with { Until = Later(one.From, today.AddDays(-1)) }, ChangedGuardianships, tally);
        foreach (var one in back.Where(one => one is { Kind: "guardian", Cares: not null }))
            GiveBack(rows.Guardianships[new GuardianId(one.Id)].Where(each => !wanted.Contains((each.Guardian, each.Learner))), one.Cares!, tally, today);
    }

    // Whom a guardian cared for before comes back with the guardian; what came since ends.
    private void GiveBack(IEnumerable<Guardianship> those, IReadOnlyList<TakenCare> before, Tally tally, DateOnly today)
    {
        foreach (var one in those)
        {
            if (before.FirstOrDefault(was => was.Learner == one.Learner.Value && was.From == one.From) is not { } was)
                End([one], each => each.Until is null ? each with { Until = Later(each.From, today.AddDays(-1)) } : null, ChangedGuardianships, tally);
            else if (was.Until != one.Until)
            {
                ChangedGuardianships.Add(one with { Until = was.Until });
                tally.Changed++;
            }
        }
    }

    private static void Take<T>(T? old, T now, bool isKnown, List<T> added, List<T> changed, Tally tally)
        where T : class
    {
        if (!isKnown)
        {
            added.Add(now);
            tally.Added++;
        }
        else if (now.Equals(old)) tally.Unchanged++;
        else
        {
            changed.Add(now);
            tally.Changed++;
        }
    }

    private static void End<T>(IEnumerable<T> left, Func<T, T?> ended, List<T> changed, Tally tally)
        where T : class
    {
        foreach (var one in left)
        {
            // What begins later than today ends on its first day, once.
            if (ended(one) is not { } now || now.Equals(one)) continue;
            changed.Add(now);
            tally.Ended++;
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static bool IsSchool(RosterOrganization one) => one.Kind is RosterOrganizationKind.School or RosterOrganizationKind.Department or RosterOrganizationKind.Local or RosterOrganizationKind.Other;

    private static GroupKind Kind(RosterGroup one) => one.Kind == RosterGroupKind.Homeroom ? GroupKind.Advisory : GroupKind.Class;

    private GroupId GroupOf(string key) => new(keys.Of("group", key));
}
