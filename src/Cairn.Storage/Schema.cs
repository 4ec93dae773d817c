using Cairn.Learning;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>The schema of a district: numbered migrations, checked before anything is read or written.</summary>
public static class Schema
{
    /// <summary>Refuses a district whose schema is older or newer than this binary.</summary>
    public static void Check(District district)
    {
        using var db = district.Open();
        var known = db.Database.GetMigrations().ToList();
        var applied = district.Engine.Applied(db);
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new RefusedException($"{district.Where} was written by a newer cairn (it has {newer}). Use that version, or a newer one.");
        if (applied.Count < known.Count)
            throw new RefusedException($"{district.Where} was written by an older cairn. Run: cairn migrate");
    }

    /// <summary>Was a district written by an older binary, and by no newer one?</summary>
    public static bool IsOlder(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        using var db = district.Open();
        var known = db.Database.GetMigrations().ToList();
        var applied = district.Engine.Applied(db);
        return applied.Count < known.Count && !applied.Except(known, StringComparer.Ordinal).Any();
    }

    /// <summary>Brings a district up to date; a copy of the database is kept beside it before anything changes.</summary>
    /// <returns>The migrations applied, and the copy; no copy where there was nothing to do.</returns>
    public static (IReadOnlyList<string> Applied, string? Copy) Migrate(District district)
    {
        using var db = district.Open();
        var known = db.Database.GetMigrations().ToList();
        var applied = district.Engine.Applied(db);
        if (applied.Except(known, StringComparer.Ordinal).Any()) Check(district);
        var pending = known.Except(applied, StringComparer.Ordinal).ToList();
        if (pending.Count == 0) return ([], null);
        var copy = district.Engine.Copy(db, pending[0]);
        db.Database.Migrate();
        Journal.TakingUp.Run(district, Instant.Utc(TimeProvider.System.GetUtcNow().UtcDateTime));
        return (pending, copy);
    }
}
