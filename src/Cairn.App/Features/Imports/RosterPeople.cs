using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Imports;

/// <summary>
/// The people of a roster against those whom the district knows. A person may be learner, educator and guardian at once: their
/// roles in the district and in classes decide. Who is not in the roster any more ends and is not deleted.
/// </summary>
internal sealed class RosterPeople(RosterSheets sheets, RosterRows rows, RosterKeys keys, string source, ImportChange change, FaultList faults)
{
    private readonly Dictionary<string, RosterPerson> _byKey = sheets.People.ToDictionary(one => one.Key, StringComparer.Ordinal);
    private readonly HashSet<LearnerId> _concluded = [];
    private readonly HashSet<LearnerId> _learners = [];
    private readonly HashSet<GuardianId> _left = [];

    public List<Learner> NewLearners { get; } = [];

    public List<Educator> NewEducators { get; } = [];

    public List<Guardian> NewGuardians { get; } = [];

    /// <summary>Learners whose school changed: other rules may hold for them.</summary>
    public IReadOnlySet<LearnerId> Moved => _concluded;

    /// <summary>Rows that others kept, as they were before.</summary>
    public List<TakenRow> Taken { get; } = [];

    /// <summary>Who claims a role above teacher, each once.</summary>
    public IEnumerable<Claimant> Claimants => sheets.NeedsConfirmation.DistinctBy(one => one.Person, StringComparer.Ordinal)
        .Select(one => new Claimant(_byKey.TryGetValue(one.Person, out var person) ? Name(person) : one.Person, one.ClaimedRole, one.File, one.Row));

    /// <summary>How many learners, educators and guardians there are in the roster.</summary>
    public (int Learners, int Educators, int Guardians) Counts { get; private set; }

    public LearnerId LearnerOf(string key) => new(keys.Of("learner", key));

    public EducatorId EducatorOf(string key) => new(keys.Of("educator", key));

    public GuardianId GuardianOf(string key) => new(keys.Of("guardian", key));

    /// <param name="schoolOf">Our school for the roster's key; null where it is none.</param>
    /// <param name="at">When people who left are said to have left, UTC.</param>
    public void Compare(Func<string, OrganizationId?> schoolOf, DateTime at)
    {
        var learning = Those(RosterRole.Learner, sheets.Memberships.Where(one => one.Role == RosterRole.Learner).Select(one => one.Person));
        foreach (var one in learning.Where(one => rows.Erased.Contains(LearnerOf(one.Key))))
            faults.Warn("users.csv", one.Row, "sourcedId", one.Key, "this learner was erased here", "take the row out of the roster; the row is left aside");
        learning.RemoveAll(one => rows.Erased.Contains(LearnerOf(one.Key)));
        var teaching = Those(RosterRole.Educator, sheets.Memberships.Where(one => one.Role == RosterRole.Educator).Select(one => one.Person).Concat(sheets.NeedsConfirmation.Select(one => one.Person)));
        var caring = Those(RosterRole.Guardian, sheets.Guardianships.Select(one => one.Guardian));
        Counts = (learning.Count, teaching.Count, caring.Count);
        CompareLearners(learning, schoolOf, at);
        // Those that it names, and those that it kept.
        _learners.UnionWith(learning.Select(one => LearnerOf(one.Key)).Concat(rows.Learners.Select(one => one.Id)));
        CompareEducators(teaching, at);
        CompareGuardians(caring, at);
    }

    /// <summary>People who have a role in the district, or in a class.</summary>
    private List<RosterPerson> Those(RosterRole role, IEnumerable<string> also)
    {
        var wanted = also.ToHashSet(StringComparer.Ordinal);
        return [.. sheets.People.Where(one => wanted.Contains(one.Key) || one.Roles.Any(said => said.Role == role))];
    }

    private void CompareLearners(List<RosterPerson> people, Func<string, OrganizationId?> schoolOf, DateTime at)
    {
        var tally = change.Of("learners");
        var known = rows.Learners.ToDictionary(one => one.Id);
        var named = rows.Learners.ToDictionary(one => one.Username, one => one.Id, StringComparer.OrdinalIgnoreCase);
        var claimed = people.Select(one => LearnerOf(one.Key)).ToHashSet();
        var others = rows.Others.Values.ToHashSet();
        foreach (var one in people)
        {
            var username = Username(one);
            // The source brought them once, another keeps them since, maybe under another username: it is the same record.
            if (others.Contains(LearnerOf(one.Key)) && rows.Other(LearnerOf(one.Key)) is { } kept) known[kept.Id] = kept;
            if (known.ContainsKey(LearnerOf(one.Key)) && IsTaken(one, rows.Others.TryGetValue(username, out var holder) && holder != LearnerOf(one.Key))) continue;
            if (!known.ContainsKey(LearnerOf(one.Key)) && named.TryGetValue(username, out var same) && !claimed.Contains(same))
            {
                // The source gives people new keys when it changes its system; they are the same people.
                keys.Link("learner", one.Key, same.Value);
                faults.Warn("users.csv", one.Row, "sourcedId", one.Key, "the source knows this username under another sourcedId", "their record stays, and goes on under the new one");
            }

            if (!known.ContainsKey(LearnerOf(one.Key)) && rows.Others.TryGetValue(username, out var other))
            {
                // Somebody's record is already here under this username: it is the same person's.
                keys.Link("learner", one.Key, other.Value);
                if (rows.Other(other) is { } found) known[other] = found;
                faults.Warn("users.csv", one.Row, "username", username, "the district knows this username already, from another source", "their record stays; the roster keeps their names from now on");
            }

            var (given, preferred) = (one.GivenName, one.PreferredGivenName == one.GivenName ? "" : one.PreferredGivenName);
            if (given.Length + one.FamilyName.Length == 0) given = username;
            var school = one.Organizations.Select(schoolOf).FirstOrDefault(id => id is not null);
            if (!known.Remove(LearnerOf(one.Key), out var learner))
            {
                NewLearners.Add(new Learner(LearnerOf(one.Key), username, given, one.FamilyName).IsCalled(preferred).Born(one.BirthDate).BelongsTo(school).KeptBy(source));
                tally.Added++;
                continue;
            }

            var now = (username, given, one.FamilyName, preferred, one.BirthDate ?? learner.BirthDate, school ?? learner.School, source, true);
            if (now == (learner.Username, learner.GivenName, learner.FamilyName, learner.PreferredName, learner.BirthDate, learner.School, learner.Source, learner.IsHere))
            {
                tally.Unchanged++;
                continue;
            }

            tally.Changed++;
            if (learner.Source != source) Taken.Add(TakenRow.Of(learner));
            if (now.Item6 != learner.School) _concluded.Add(learner.Id);
            learner.Goes(username).Rename(given, one.FamilyName).IsCalled(preferred).Born(now.Item5).BelongsTo(now.Item6, now.Item6 == learner.School ? learner.Program : null).KeptBy(source);
            if (!learner.IsHere) learner.Return();
        }

        foreach (var gone in known.Values.Where(one => one.IsHere && one.Source == source))
        {
            tally.Ended++;
            gone.Leave(at);
        }
    }

    private void CompareEducators(List<RosterPerson> people, DateTime at)
    {
        var tally = change.Of("educators");
        var claims = sheets.NeedsConfirmation.GroupBy(one => one.Person, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.First().ClaimedRole, StringComparer.Ordinal);
        var byName = rows.Educators.ToDictionary(one => one.Username, StringComparer.OrdinalIgnoreCase);
        var known = rows.Educators.ToDictionary(one => one.Id);
        // A username that goes from one person of the set to another takes no record along.
        var mine = people.Select(one => EducatorOf(one.Key)).ToHashSet();
        foreach (var one in people)
        {
            if (!known.ContainsKey(EducatorOf(one.Key)) && byName.TryGetValue(Username(one), out var same) && !mine.Contains(same.Id)) keys.Link("educator", one.Key, same.Id.Value);
            var (name, claimed) = (Name(one), claims.GetValueOrDefault(one.Key, ""));
            if (!known.Remove(EducatorOf(one.Key), out var educator))
            {
                NewEducators.Add(new Educator(EducatorOf(one.Key), Username(one), name, EducatorRole.Teacher).Claims(claimed).KeptBy(source));
                tally.Added++;
                continue;
            }

            if (IsTaken(one, byName.TryGetValue(Username(one), out var holder) && holder.Id != educator.Id)) continue;
            // What somebody confirmed or turned down is not asked again, and nothing that a person gave is taken back.
            var waits = educator.Role == EducatorRole.Leader || educator.Source == source && educator.ClaimedRole.Length == 0 ? educator.ClaimedRole : claimed;
            if ((Username(one), name, waits, source, true) == (educator.Username, educator.DisplayName, educator.ClaimedRole, educator.Source, educator.EndedAt is null))
            {
                tally.Unchanged++;
                continue;
            }

            tally.Changed++;
            if (educator.Source != source) Taken.Add(TakenRow.Of(educator));
            educator.Rename(Username(one), name).Claims(waits).KeptBy(source);
            if (educator.EndedAt is not null) educator.Return();
        }

        var missing = known.Values.Where(one => one.Source == source && one.EndedAt is null).ToList();
        var leading = rows.LeaderGrants.Where(one => one.HoldsOn(DateOnly.FromDateTime(at))).Select(one => one.Educator).ToHashSet();
        // Who leads a district is let go by a person, never by a file: else nobody might be left who lets others in.
        var isLast = !rows.Educators.Any(one => one.EndedAt is null && leading.Contains(one.Id) && !missing.Contains(one));
        foreach (var gone in missing)
        {
            if (isLast && leading.Contains(gone.Id))
            {
                faults.Warn("users.csv", 0, "username", gone.Username, "the last who leads the district is not in the roster", "they stay until somebody else leads it; grant that role first");
                tally.Unchanged++;
                continue;
            }

            tally.Ended++;
            gone.Leave(at);
        }
    }

    private void CompareGuardians(List<RosterPerson> people, DateTime at)
    {
        var tally = change.Of("guardians");
        var byName = rows.Guardians.ToDictionary(one => one.Username, StringComparer.OrdinalIgnoreCase);
        var known = rows.Guardians.ToDictionary(one => one.Id);
        // A username that goes from one person of the set to another takes no record along.
        var mine = people.Select(one => GuardianOf(one.Key)).ToHashSet();
        foreach (var one in people)
        {
            if (!known.ContainsKey(GuardianOf(one.Key)) && byName.TryGetValue(Username(one), out var same) && !mine.Contains(same.Id)) keys.Link("guardian", one.Key, same.Id.Value);
            if (!known.Remove(GuardianOf(one.Key), out var guardian))
            {
                NewGuardians.Add(new Guardian(GuardianOf(one.Key), Username(one), Name(one)).KeptBy(source));
                tally.Added++;
            }
            else if (IsTaken(one, byName.TryGetValue(Username(one), out var holder) && holder.Id != guardian.Id)) continue;
            else if ((guardian.Username, guardian.DisplayName, guardian.Source, guardian.EndedAt is null) == (Username(one), Name(one), source, true)) tally.Unchanged++;
            else
            {
                tally.Changed++;
                if (guardian.Source != source) Taken.Add(TakenRow.Of(guardian, rows.Guardianships[guardian.Id]));
                guardian.Rename(Username(one), Name(one));
                guardian.KeptBy(source);
                if (guardian.EndedAt is not null) guardian.Return();
            }
        }

        foreach (var gone in known.Values.Where(one => one.Source == source && one.EndedAt is null))
        {
            tally.Ended++;
            _left.Add(gone.Id);
            gone.Leave(at);
        }
    }

    private bool IsTaken(RosterPerson one, bool isTaken)
    {
        if (isTaken) faults.Error("users.csv", one.Row, "username", Username(one), "a username is one person's", "the district knows it as somebody else's: correct it in the file, or give that person another");
        return isTaken;
    }

    /// <summary>May the roster end what it does not name: does it know the learner, or has the guardian left? Whom it never heard of, another source cares about.</summary>
    public bool SpeaksOf(Guardianship one) => _left.Contains(one.Guardian) || _learners.Contains(one.Learner);

    /// <summary>Is there such a person in the roster?</summary>
    public bool Has(string key) => _byKey.ContainsKey(key);

    private static string Username(RosterPerson one) => one.Username.Length > 0 ? one.Username : one.Key;

    private static string Name(RosterPerson one)
    {
        var given = one.PreferredGivenName.Length > 0 ? one.PreferredGivenName : one.GivenName;
        var family = one.PreferredFamilyName.Length > 0 ? one.PreferredFamilyName : one.FamilyName;
        var name = $"{given} {family}".Trim();
        return name.Length > 0 ? name : Username(one);
    }
}
