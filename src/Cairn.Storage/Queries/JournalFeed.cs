using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>An entry of the journal with who did it, without its words.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Occasion">Who, when and from where.</param>
/// <param name="Kind">The kind of row as it is called in code; null for none.</param>
public sealed record JournalFeedLine(JournalEntry Entry, Occasion Occasion, string? Kind);

/// <summary>The journal in its own order, for another system that follows it. Who asks may read all of it: that is looked at before.</summary>
public static class JournalFeed
{
    private static readonly Dictionary<int, string> Kinds = JournalKinds.All.Where(one => !JournalKinds.IsNameless(one.Number)).ToDictionary(one => one.Number, one => one.Type.Name);

    /// <summary>The entries after a place, the oldest first.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="after">The last place that is known, from 0; -1 for the beginning.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<JournalFeedLine> After(Db db, long after, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = (from entry in db.Journal.AsNoTracking().Where(one => one.Index > after).OrderBy(one => one.Index).Take(most)
                     join occasion in db.Occasions.AsNoTracking() on entry.Occasion equals occasion.Id
                     orderby entry.Index
                     select new { entry, occasion }).ToList();
        return [.. found.Select(one => new JournalFeedLine(one.entry, one.occasion, Kinds.GetValueOrDefault(one.entry.Kind)))];
    }
}
