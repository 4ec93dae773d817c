using System.Data.Common;
using System.Globalization;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="IsGood">Is it as it should be?</param>
/// <param name="Found">What was found.</param>
/// <param name="Fix">What to do where it is not.</param>
public sealed record CheckupFinding(string What, bool IsGood, string Found, string Fix);

/// <summary>Looks a district over: disk, database, schema, and whether what is concluded follows from the facts.</summary>
public static class Checkup
{
    private const long LeastFree = 500L << 20;
    private const int LearnersTried = 20;

    /// <summary>Everything there is to look at, one finding each.</summary>
    public static IEnumerable<CheckupFinding> Of(DataFolder folder, District district)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(district);
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        yield return new CheckupFinding("disk", free >= LeastFree, $"{free >> 20} MiB free", "free some space: writes are refused on a full disk");
        yield return Schema(district);
        var whole = Pragma(district, "PRAGMA quick_check(1)");
        yield return new CheckupFinding("database", whole == "ok", whole, "restore the newest backup: the file is damaged");
        if (whole != "ok") yield break;
        var astray = Pragma(district, "SELECT count(*) FROM pragma_foreign_key_check");
        yield return new CheckupFinding("references", astray == "0", $"{astray} rows point at nothing", "restore the newest backup: rows were removed from outside");
        var settings = $"{Pragma(district, "PRAGMA journal_mode")}, synchronous={Pragma(district, "PRAGMA synchronous")}, foreign_keys={Pragma(district, "PRAGMA foreign_keys")}";
        yield return new CheckupFinding("durability", settings == "wal, synchronous=2, foreign_keys=1", settings, "use a local disk: write-ahead logging does not work on a network folder");
        var guards = Pragma(district, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'");
        var expected = (Db.Facts.Count * 2).ToString(CultureInfo.InvariantCulture);
        yield return new CheckupFinding("facts", guards == expected, $"{guards} of {expected} guards against change stand", "run cairn migrate, or restore the newest backup: somebody removed a guard");
        yield return Standings(district);
    }

    private static CheckupFinding Schema(District district)
    {
        string found;
        try
        {
            Storage.Schema.Check(district);
            found = "up to date";
        }
        catch (RefusedException wrong)
        {
            found = wrong.Message;
        }

        return new CheckupFinding("schema", found == "up to date", found, "run cairn migrate");
    }

    private static CheckupFinding Standings(District district)
    {
        using var db = district.Open();
        var frameworks = district.Frameworks;
        var tried = db.Standings.AsNoTracking().OrderBy(one => one.Learner).Take(LearnersTried).ToList();
        var wrong = tried.Count(row => frameworks.FirstOrDefault(one => one.Content.Framework.Id == row.Framework) is { } framework
            && !row.Cells.AsSpan().SequenceEqual(Concluding.Pack(Records.Whole(db, row.Learner), framework)));
        return new CheckupFinding("conclusions", wrong == 0, $"{tried.Count - wrong} of {tried.Count} tried follow from the facts", "run cairn recompute");
    }

    private static string Pragma(District district, string question)
    {
        try
        {
            using var db = district.Open();
            db.Database.OpenConnection();
            using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = question;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
        }
        catch (Microsoft.Data.Sqlite.SqliteException wrong)
        {
            return wrong.Message;
        }
    }
}
