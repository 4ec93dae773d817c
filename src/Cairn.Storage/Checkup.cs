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
public sealed record CheckupFinding(string What, bool IsGood, string Found, string Fix)
{
    /// <summary>Is it good, and its fix worth knowing all the same?</summary>
    public bool IsNote { get; init; }
}

/// <summary>Looks a district over: disk, database, schema, and whether what is concluded follows from the facts.</summary>
public static class Checkup
{
    private const int LearnersTried = 20;

    /// <summary>How many tables the database itself guards against change.</summary>
    internal static int Guarded => Db.Facts.Count + Db.OfJournal.Count;

    /// <summary>Everything there is to look at, one finding each.</summary>
    public static IEnumerable<CheckupFinding> Of(DataFolder folder, District district, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(district);
        yield return DiskRoom.Of(folder, district);
        foreach (var finding in OfRecord(district)) yield return finding;
        yield return KeyFiles.Look(folder);
        yield return Backups.BackupLook.Of(folder, district.Name, clock.GetUtcNow().UtcDateTime);
        if (ClockLook.Of(folder, district, clock) is { } told) yield return told;
    }

    /// <summary>What there is to look at in the record itself: schema, database, and conclusions.</summary>
    internal static IEnumerable<CheckupFinding> OfRecord(District district)
    {
        var schema = Schema(district);
        yield return schema;
        foreach (var finding in district.Engine.Check(question => Ask(district, question), Guarded))
        {
            yield return finding;
            if (finding is { What: "database", IsGood: false }) yield break;
        }

        // Of another schema nothing can be read that would tell more.
        if (!schema.IsGood) yield break;
        using var db = district.Open();
        yield return Standings(db, district.Frameworks);
        yield return Journal.JournalLook.Of(db);
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

    /// <summary>Do conclusions follow from the facts, in this transaction?</summary>
    internal static CheckupFinding Standings(Db db, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var learners = db.Learners.AsNoTracking().OrderBy(one => one.Id).Select(one => one.Id).Take(LearnersTried).ToList();
        var kept = db.Standings.AsNoTracking().Where(row => learners.Contains(row.Learner)).ToDictionary(row => (row.Learner, row.Framework));
        var (tried, wrong) = (0, 0);
        foreach (var learner in learners)
        {
            var (record, place) = (Records.Whole(db, learner), Concluding.PlaceOf(db, learner));
            foreach (var framework in frameworks)
            {
                var row = kept.GetValueOrDefault((learner, framework.Content.Framework.Id));
                var newest = Standing.NewestFact(record, framework.Content, AsOf.Everything);
                if (row is null && newest is null) continue;
                tried++;
                if (row?.AsOf != newest || !row!.Cells.AsSpan().SequenceEqual(Concluding.Pack(record, framework, framework.RulesFor(place)))) wrong++;
            }
        }

        return new CheckupFinding("conclusions", wrong == 0, $"{tried - wrong} of {tried} tried follow from the facts", "run cairn recompute");
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
