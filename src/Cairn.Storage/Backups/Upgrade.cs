using System.Data.Common;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Backups;

/// <summary>How far an upgrade has come: what was just done. Stopped or failed before <see cref="MovedIn"/>, the old record is there as it was.</summary>
public enum UpgradeStep
{
    /// <summary>A copy of the old record was made.</summary>
    Copied,

    /// <summary>The new one has the new schema.</summary>
    Migrated,

    /// <summary>Everything in it was concluded again.</summary>
    Concluded,

    /// <summary>It was looked over: every fact is there as it was.</summary>
    Checked,

    /// <summary>The copy is kept under its name.</summary>
    Kept,

    /// <summary>The new record is in the old one's place.</summary>
    MovedIn,
}

/// <summary>
/// Brings a district to this cairn's schema: copy, migrate, conclude, check, and only then is the old record replaced, in one step that the
/// engine itself makes whole or not at all. What fails on the way leaves the old record, and says so.
/// </summary>
/// <param name="Folder">The data folder.</param>
/// <param name="District">The district, opened to write.</param>
/// <param name="Pending">The migrations it lacks.</param>
/// <param name="Clock">The clock.</param>
/// <param name="At">Told each step when it is done; what it throws ends the upgrade.</param>
public sealed record Upgrade(DataFolder Folder, District District, IReadOnlyList<string> Pending, TimeProvider Clock, Action<UpgradeStep> At)
{
    /// <summary>Brings a district up to date.</summary>
    /// <returns>The migrations applied, and the copy that was kept; none where there was nothing to do.</returns>
    /// <exception cref="RefusedException">It was written by a newer cairn, there is no room, or what came of it is not sound.</exception>
    public static (IReadOnlyList<string> Applied, string? Copy) Of(DataFolder folder, District district, TimeProvider clock, Action<UpgradeStep>? at = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        district.Engine.SweepUpgrade();
        var pending = Schema.Pending(district);
        return pending.Count == 0 ? ([], null) : (pending, district.Engine.BringUp(new Upgrade(folder, district, pending, clock, at ?? (_ => { }))));
    }

    /// <summary>Brings a record up to date that nobody uses yet, and that is thrown away where it fails.</summary>
    internal static IReadOnlyList<string> InPlace(Engine engine, string name)
    {
        using var db = engine.Open();
        List<string> pending = [.. db.Database.GetPendingMigrations()];
        db.Database.Migrate();
        TakeUp(engine, name, TimeProvider.System);
        ConcludeAll(engine, name, TimeProvider.System);
        return pending;
    }

    /// <summary>Takes into the journal what was recorded before there was one.</summary>
    internal static void TakeUp(Engine engine, string name, TimeProvider clock)
    {
        var beside = District.Beside(name, engine, clock);
        LeadersOfBefore.Keep(beside);
        Journal.TakingUp.Run(beside, Learning.Instant.Utc(clock.GetUtcNow().UtcDateTime));
    }

    internal static void ConcludeAll(Engine engine, string name, TimeProvider clock)
    {
        var beside = District.Beside(name, engine, clock);
        Recomputation.Of(beside).GetAwaiter().GetResult();
        beside.Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Every fact by the columns it had, in a hash for each table.</summary>
    internal static IReadOnlyList<TableState> Facts(Db model, RecordTables tables, DbConnection at, IReadOnlyList<StoredTable>? before = null)
    {
        var facts = Db.Facts.Select(type => model.Model.FindEntityType(type)!.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var now = tables.All(at);
        return [.. (before ?? now).Where(one => facts.Contains(one.Name)).Select(one => TableState.Write(tables, at, Narrowed(now, one), Stream.Null))];
    }

    /// <summary>Refuses what came of it where a fact is not as it was, or the checkup finds something.</summary>
    internal static void RefuseUnsound(IReadOnlyList<TableState> before, IReadOnlyList<TableState> after, IEnumerable<CheckupFinding> findings)
    {
        if (before.Zip(after).FirstOrDefault(pair => pair.First.Sha256 != pair.Second.Sha256) is { First: not null } wrong)
            throw new RefusedException($"The upgrade changed facts of {wrong.First.Name}, and was taken back: the record is as it was. Tell the makers of this cairn.");
        if (findings.FirstOrDefault(one => !one.IsGood) is { } bad)
            throw new RefusedException($"What the upgrade made is not sound ({bad.What}: {bad.Found}), and it was taken back: the record is as it was. Mend that first: {bad.Fix}.");
    }

    // A table by the columns that it had before; all of those are there still.
    private static StoredTable Narrowed(IReadOnlyList<StoredTable> now, StoredTable before) =>
        now.FirstOrDefault(one => one.Name == before.Name) is { } table && before.Columns.All(old => table.Columns.Any(one => one.Name == old.Name))
            ? table with { Columns = [.. table.Columns.Where(one => before.Columns.Any(old => old.Name == one.Name))] }
            : throw new RefusedException($"The upgrade took columns of facts out of {before.Name}, and was taken back: the record is as it was. Tell the makers of this cairn.");
}
