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

    /// <summary>The migrations that a district lacks. Refuses one that was written by a newer cairn.</summary>
    internal static IReadOnlyList<string> Pending(District district)
    {
        using var db = district.Open();
        var known = db.Database.GetMigrations().ToList();
        var applied = district.Engine.Applied(db);
        if (applied.Except(known, StringComparer.Ordinal).Any()) Check(district);
        return [.. known.Except(applied, StringComparer.Ordinal)];
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
}
