using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Grids;

/// <summary>What stands in a grid, arranged and counted. It is kept for as long as the rows are that it was made of: who scrolls asks for it again and again.</summary>
/// <param name="Columns">The competencies, in framework order.</param>
/// <param name="Rows">The learners, in order.</param>
/// <param name="Counts">Of each column, how many cells are of each kind.</param>
/// <param name="Slots">By the number of a competency, its column; -1 for none.</param>
internal sealed record GridStand(IReadOnlyList<Competency> Columns, IReadOnlyList<GridRow> Rows, int[][] Counts, int[] Slots)
{
    // Of one school, so many ways to look at it.
    private const int MostKept = 8;

    private static readonly ConditionalWeakTable<IReadOnlyList<GridRow>, ConcurrentDictionary<GridAsked, GridStand>> Kept = [];

    /// <summary>The stand of rows that are kept, made once.</summary>
    public static GridStand Of(IReadOnlyList<GridRow> rows, GridAsked asked, Func<GridStand> arrange)
    {
        var stands = Kept.GetOrCreateValue(rows);
        if (stands.TryGetValue(asked, out var known)) return known;
        if (stands.Count >= MostKept) stands.Clear();
        return stands[asked] = arrange();
    }
}

/// <summary>All that decides how rows are arranged and counted.</summary>
/// <param name="Version">What the rows are (<see cref="GridVersion"/>).</param>
/// <param name="Framework">By what rules.</param>
/// <param name="Ask">What is looked for.</param>
/// <param name="Words">In whose words names are ordered.</param>
/// <param name="Today">The district's day.</param>
internal sealed record GridAsked(string Version, FrameworkInForce Framework, GridAsk Ask, Words Words, DateOnly Today);
