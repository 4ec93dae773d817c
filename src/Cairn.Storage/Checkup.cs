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
        foreach (var finding in district.Engine.Check(question => Ask(district, question), Db.Facts.Count))
        {
            yield return finding;
            if (finding is { What: "database", IsGood: false }) yield break;
        }

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
            && !row.Cells.AsSpan().SequenceEqual(Concluding.Pack(Records.Whole(db, row.Learner), framework, framework.RulesFor(Concluding.PlaceOf(db, row.Learner)))));
        return new CheckupFinding("conclusions", wrong == 0, $"{tried.Count - wrong} of {tried.Count} tried follow from the facts", "run cairn recompute");
    }

    private static string Ask(District district, string question)
    {
        try
        {
            using var db = district.Open();
            db.Database.OpenConnection();
            using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = question;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
        }
        catch (DbException wrong)
        {
            return wrong.Message;
        }
    }
}
