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
    bool IsApplied, ImportChange Change, FaultList Faults, RosterCounts? Counts, IReadOnlyList<RosterClaim> Claims, (int Learners, int Of) Leaving)
{
    // More than half of many leaving at once is more often half a file than half a school.
    private const int ManyLearners = 20;

    /// <summary>Would so many leave that somebody must say that it is meant?</summary>
    public bool AreManyLeaving => Leaving.Learners >= ManyLearners && Leaving.Learners * 2 > Leaving.Of;

    /// <summary>Who claims a role above teacher, by name, each person once.</summary>
    public IReadOnlyList<Claimant> Claimants { get; init; } = [];

    /// <summary>Rows that others kept, as they were before this roster took them over.</summary>
    public IReadOnlyList<TakenRow> Taken { get; init; } = [];
}

/// <summary>Who and what is in a roster's files, in force.</summary>
public sealed record RosterCounts(string Version, int People, int Learners, int Educators, int Guardians, int Classes, int Enrollments);

/// <summary>Imports a OneRoster set: read and check, compare with what its source brought before, and store all of it or nothing.</summary>
internal static class ImportRoster
{
    /// <summary>The source's name where none is given.</summary>
    public const string DefaultSource = "roster";

    /// <summary>Reads and checks the files; null, and told, where they are refused.</summary>
    public static RosterSheets? Read(District district, Func<FaultList, SheetFiles?> open, FaultList faults, Action<string, int>? progress = null)
    {
        using var db = district.Open();
        var zone = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).TimeZone;
        using var files = open(faults);
        if (files is null) return null;
        var sheets = ReadRoster.From(files, TimeZoneInfo.FindSystemTimeZoneById(zone), faults, progress);
        return faults.Errors.Count > 0 ? null : sheets;
    }

    /// <summary>Tells what an import would change.</summary>
    /// <param name="district">The district.</param>
    /// <param name="sheets">What was read; null where it was refused.</param>
    /// <param name="faults">What is wrong or odd.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="back">Rows to be given back first, where an import is undone.</param>
    public static RosterOutcome DryRun(District district, RosterSheets? sheets, FaultList faults, string source, DateOnly today, IReadOnlyList<TakenRow>? back = null)
    {
        if (sheets is null) return new RosterOutcome(false, new ImportChange(), faults, null, [], default);
        using var db = district.Open();
        var given = RosterRows.GiveBack(db, back ?? [], source);
        return Compare(db, sheets, source, today, DateTime.UnixEpoch, faults, given).Outcome(false);
    }

    /// <summary>Imports, all or nothing, and notes it.</summary>
    /// <param name="district">The district.</param>
    /// <param name="sheets">What was read; null where it was refused.</param>
    /// <param name="faults">What is wrong or odd.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="mayManyLeave">May more than half of the learners leave at once?</param>
    public static async Task<RosterOutcome> Apply(District district, RosterSheets? sheets, FaultList faults, Bringing by, DateOnly today, bool mayManyLeave)
    {
        if (sheets is null) return new RosterOutcome(false, new ImportChange(), faults, null, [], default);
        var content = KeptContent.Of(sheets, faults);
        return await by.Write(district, turn =>
        {
            var hasUnknown = ImportRuns.Standing(turn.Db, ImportKind.Roster, by.Source).Count == 0 && ImportedRows.StandIn(turn.Db, by.Source);
            var outcome = Store(turn, sheets, faults, by.Source, today, mayManyLeave);
            if (!outcome.IsApplied) return outcome;
            ImportRuns.Applied(turn, ImportKind.Roster, by, ImportSummary.Of(outcome) with { HasUnknownBefore = hasUnknown }, content, KeptContent.Taken(outcome.Taken));
            return outcome;
        });
    }

    /// <summary>Stores what changes in a turn; stores nothing, and tells, where the district stands against it.</summary>
    /// <exception cref="RefusedException">More than half of the learners would leave, and nobody said that it is meant.</exception>
    public static RosterOutcome Store(WriteTurn turn, RosterSheets sheets, FaultList faults, string source, DateOnly today, bool mayManyLeave, IReadOnlyList<TakenRow>? given = null)
    {
        var next = Compare(turn.Db, sheets, source, today, turn.Now, faults, given ?? []);
        if (faults.Errors.Count > 0)
        {
            turn.Db.ChangeTracker.Clear();
            return next.Outcome(false);
        }

        var outcome = next.Outcome(true);
        if (outcome.AreManyLeaving && !mayManyLeave)
            throw new RefusedException(Ui.Words.Words.For("en")["cli.roster.manyLeave", ("count", outcome.Leaving.Learners), ("all", outcome.Leaving.Of)]);
        next.Store(turn);
        return outcome;
    }

    private static Next Compare(Db db, RosterSheets sheets, string source, DateOnly today, DateTime at, FaultList faults, IReadOnlyList<TakenRow> given)
    {
        var rows = RosterRows.Of(db, source);
        var (keys, change) = (new RosterKeys(source, rows.Links), new ImportChange());
        var before = rows.Learners.Count(one => one.IsHere);
        var people = new RosterPeople(sheets, rows, keys, source, change, faults);
        var places = new RosterPlaces(sheets, rows, keys, people, source, change, given);
        places.CompareSchools(rows.Organizations.First(one => one.Kind == OrganizationKind.District).TimeZone);
        people.Compare(places.SchoolOf, at);
        places.CompareGroups(at);
        places.CompareMemberships(today);
        return new Next(sheets, rows, keys, change, faults, people, places, (change.Of("learners").Ended, before));
    }

    private sealed record Next(
        RosterSheets Sheets, RosterRows Rows, RosterKeys Keys, ImportChange Change, FaultList Faults, RosterPeople People, RosterPlaces Places, (int Learners, int Of) Leaving)
    {
        public RosterOutcome Outcome(bool isApplied) => new(
            isApplied, Change, Faults, new RosterCounts(Sheets.Version, Sheets.People.Count, People.Counts.Learners, People.Counts.Educators, People.Counts.Guardians, Places.Counts.Classes, Places.Counts.Enrollments),
            Sheets.NeedsConfirmation, Leaving) { Claimants = [.. People.Claimants], Taken = People.Taken };

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
