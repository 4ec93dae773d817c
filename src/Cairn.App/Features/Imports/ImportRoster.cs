using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>What became of the import of a roster.</summary>
/// <param name="IsApplied">Was it stored?</param>
/// <param name="Change">What it changes.</param>
/// <param name="Faults">What is wrong or odd in the files.</param>
/// <param name="Counts">Who and what is in the files; null where they were refused.</param>
/// <param name="Claims">Roles above teacher that wait for an administrator.</param>
/// <param name="Leaving">How many learners would leave, of how many that the source keeps.</param>
internal sealed record RosterOutcome(
    bool IsApplied, ImportChange Change, FaultList Faults, RosterCounts? Counts, IReadOnlyList<RosterClaim> Claims, (int Learners, int Of) Leaving);

/// <summary>Who and what is in a roster's files, in force.</summary>
internal sealed record RosterCounts(string Version, int People, int Learners, int Educators, int Guardians, int Classes, int Enrollments);

/// <summary>Imports a OneRoster set: read and check, compare with what its source brought before, and store all of it or nothing.</summary>
internal static class ImportRoster
{
    /// <summary>The source's name where none is given.</summary>
    public const string DefaultSource = "roster";

    // More than half of many leaving at once is more often half a file than half a school.
    private const int ManyLearners = 20;

    /// <summary>Tells what an import would change.</summary>
    public static RosterOutcome DryRun(District district, Func<FaultList, RosterFiles?> open, string source, DateOnly today, Action<string, int>? progress = null)
    {
        var faults = new FaultList();
        using var db = district.Open();
        return Read(db, open, faults, progress) is { } sheets ? Compare(db, sheets, source, today, DateTime.UnixEpoch, faults).Outcome(false) : Refused(faults);
    }

    /// <summary>Imports, all or nothing.</summary>
    /// <param name="district">The district.</param>
    /// <param name="open">Opens the files.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="mayManyLeave">May more than half of the learners leave at once?</param>
    /// <param name="progress">Told the file and row now and then.</param>
    public static async Task<RosterOutcome> Apply(District district, Func<FaultList, RosterFiles?> open, string source, DateOnly today, bool mayManyLeave, Action<string, int>? progress = null)
    {
        var faults = new FaultList();
        RosterSheets? sheets;
        using (var db = district.Open()) sheets = Read(db, open, faults, progress);
        if (sheets is null) return Refused(faults);
        return await district.Writer.Alone(turn =>
        {
            var next = Compare(turn.Db, sheets, source, today, turn.Now, faults);
            if (next.AreManyLeaving && !mayManyLeave)
                throw new RefusedException(Ui.Words.Words.For("en")["cli.roster.manyLeave", ("count", next.Leaving.Learners), ("all", next.Leaving.Of)]);
            next.Store(turn);
            return next.Outcome(true);
        });
    }

    private static RosterOutcome Refused(FaultList faults) => new(false, new ImportChange(), faults, null, [], default);

    private static RosterSheets? Read(Db db, Func<FaultList, RosterFiles?> open, FaultList faults, Action<string, int>? progress)
    {
        var zone = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).TimeZone;
        using var files = open(faults);
        if (files is null) return null;
        var sheets = ReadRoster.From(files, TimeZoneInfo.FindSystemTimeZoneById(zone), faults, progress);
        return faults.Errors.Count > 0 ? null : sheets;
    }

    private static Next Compare(Db db, RosterSheets sheets, string source, DateOnly today, DateTime at, FaultList faults)
    {
        var rows = RosterRows.Of(db, source);
        var (keys, change) = (new RosterKeys(source, rows.Links), new ImportChange());
        var before = rows.Learners.Count(one => one.IsHere);
        var people = new RosterPeople(sheets, rows, keys, source, change, faults);
        var places = new RosterPlaces(sheets, rows, keys, people, source, change);
        places.CompareSchools(rows.Organizations.First(one => one.Kind == OrganizationKind.District).TimeZone);
        people.Compare(places.SchoolOf, at);
        places.CompareGroups(at);
        places.CompareMemberships(today);
        return new Next(sheets, rows, keys, change, faults, people, places, (change.Of("learners").Ended, before));
    }

    private sealed record Next(
        RosterSheets Sheets, RosterRows Rows, RosterKeys Keys, ImportChange Change, FaultList Faults, RosterPeople People, RosterPlaces Places, (int Learners, int Of) Leaving)
    {
        public bool AreManyLeaving => Leaving.Learners >= ManyLearners && Leaving.Learners * 2 > Leaving.Of;

        public RosterOutcome Outcome(bool isApplied) => new(
            isApplied, Change, Faults, new RosterCounts(Sheets.Version, Sheets.People.Count, People.Counts.Learners, People.Counts.Educators, People.Counts.Guardians, Places.Counts.Classes, Places.Counts.Enrollments),
            Sheets.NeedsConfirmation, Leaving);

        public void Store(WriteTurn turn)
        {
            // What changed on rows that were read is stored with them; new rows go in by bulk, in an order that references allow.
            turn.Db.SaveChanges();
            turn.Insert(Places.NewSchools);
            turn.Insert(People.NewLearners);
            turn.Insert(People.NewEducators);
            turn.Insert(People.NewGuardians);
            turn.Insert(Places.NewGroups);
            turn.Insert(Places.NewEnrollments);
            turn.Insert(Places.NewTeachings);
            turn.Insert(Places.NewGuardianships);
            turn.Insert(Keys.New);
            Rows.Replace(Places.ChangedEnrollments);
            Rows.Replace(Places.ChangedTeachings);
            Rows.Replace(Places.ChangedGuardianships);
            foreach (var moved in People.Moved) turn.ConcludeWhole(moved);
        }
    }
}
