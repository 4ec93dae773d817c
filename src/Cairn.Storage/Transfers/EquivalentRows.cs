using Cairn.Learning;
using Cairn.Learning.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>What courses elsewhere are taken for, for the whole district. Who may change it is asked at the door.</summary>
public static class EquivalentRows
{
    /// <summary>The most that a district keeps.</summary>
    public const int Most = 5000;

    /// <summary>All that are proposed, by their words and codes.</summary>
    public static IReadOnlyList<CourseEquivalent> InUse(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.CourseEquivalents.AsNoTracking().Where(one => one.EndedAt == null).ToList().OrderBy(one => one.Words, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Code, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Id.Value)];
    }

    /// <summary>Keeps one. What was said of the same code and words before ends. False where there is no room for more.</summary>
    public static bool Add(WriteTurn turn, CourseEquivalent equivalent)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(equivalent);
        if (turn.Db.CourseEquivalents.Any(one => one.Id == equivalent.Id)) return true;
        if (turn.Db.CourseEquivalents.Count(one => one.EndedAt == null) >= Most) return false;
        foreach (var one in turn.Db.CourseEquivalents.Where(one => one.EndedAt == null && one.Code == equivalent.Code && one.Words == equivalent.Words).ToList()) one.End(turn.Now);
        turn.Db.Add(equivalent);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Ends one.</summary>
    public static Families.Changed End(WriteTurn turn, CourseEquivalentId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Db.CourseEquivalents.FirstOrDefault(one => one.Id == id) is not { EndedAt: null } found) return Families.Changed.NotThere;
        return found.Version != seen ? Families.Changed.Overtaken : Families.Changing.Do(turn, () => found.End(turn.Now));
    }
}
