using Microsoft.Extensions.Caching.Memory;

namespace Cairn.Storage.Queries;

/// <summary>
/// The rows of large grids as they were read a moment ago: read again only after somebody wrote. A reader who scrolls through a school asks
/// for portion after portion of the same rows, and reading thousands of records for each of them would be most of its time.
/// </summary>
public sealed class KeptGrids : IDisposable
{
    /// <summary>Grids of more learners are kept: a room of usual size is read faster than anything is worth keeping.</summary>
    public const int Large = 200;

    // Some 2.5 KB a row: 30 MB at most in each district that is looked at so.
    private const int MostRows = 12_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostRows, TrackStatistics = true });
    private readonly Timer _sweep;

    /// <summary>Begins to keep.</summary>
    public KeptGrids() => _sweep = new Timer(static kept => ((MemoryCache)kept!).Compact(0), _kept, Unused, Unused);

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        _kept.Dispose();
    }

    /// <summary>The rows of one reader's grid: the same list as long as nothing was written.</summary>
    /// <param name="whose">Who reads what, on which day.</param>
    /// <param name="written">What every write moves on, read before the rows.</param>
    /// <param name="read">Reads them.</param>
    internal IReadOnlyList<GridRow> Of(object whose, Written written, Func<IReadOnlyList<GridRow>> read)
    {
        if (_kept.TryGetValue(whose, out Kept? kept) && kept!.Written == written) return kept.Rows;
        var rows = read();
        _kept.Remove(whose);
        if (rows.Count is <= Large or > MostRows) return rows;
        // Whoever looks now goes before whoever looked a while ago.
        if (_kept.GetCurrentStatistics()!.CurrentEstimatedSize + rows.Count > MostRows) _kept.Compact(1);
        _kept.Set(whose, new Kept(written, rows), new MemoryCacheEntryOptions { Size = rows.Count, SlidingExpiration = Unused });
        return rows;
    }

    private sealed record Kept(Written Written, IReadOnlyList<GridRow> Rows);
}

/// <summary>What every write moves on.</summary>
/// <param name="Occasion">The number of the newest occasion.</param>
/// <param name="Frameworks">Grows with every change of frameworks and rules, and whenever a rule's day comes.</param>
internal sealed record Written(long Occasion, int Frameworks);
