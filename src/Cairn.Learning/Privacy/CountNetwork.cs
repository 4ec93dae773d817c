namespace Cairn.Learning.Privacy;

/// <summary>A count as an arc of its table's network.</summary>
internal sealed class CountArc(int from, int to, int count, long price, bool isPublished)
{
    public int From => from;

    public int To => to;

    /// <summary>The true count, which flows through the arc.</summary>
    public int Count => count;

    /// <summary>What is lost when it is hidden.</summary>
    public long Price => price;

    /// <summary>Does it stand in the table at all?</summary>
    public bool IsPublished => isPublished;

    public bool IsHidden { get; set; } = !isPublished;
}

/// <summary>
/// A table with its sums as a network in which learners flow round: from all to the rows' sums, to the rows, through the counts to
/// the columns, to the columns' sums and back to all. In it sums add up by themselves. What a hidden count may be is how far its flow
/// can change along hidden arcs; every bound is a whole number.
/// </summary>
internal sealed class CountNetwork
{
    private readonly int _rows, _columns;

    private readonly List<CountArc> _arcs = [];

    public CountNetwork(int[,] counts, PublishedTotals totals)
    {
        (_rows, _columns) = (counts.GetLength(0), counts.GetLength(1));
        var all = counts.Cast<int>().Aggregate(0, (sum, count) => checked(sum + count));
        // As few counts as can be, and of as few the smallest. A hidden 0 hides little, for it can only rise: it costs as two. A
        // sum costs more than any counts, the sum of all more than any sums.
        var each = all + 1L;
        var sumPrice = 1 + 2 * counts.Length * each;
        var grandPrice = (_rows + _columns + 1) * (sumPrice + all);
        var (rowsIn, columnsOut) = (_rows + _columns, _rows + _columns + 1);
        for (var row = 0; row <= _rows; row++)
            for (var column = 0; column <= _columns; column++)
            {
                var (isSumOfRow, isSumOfColumn) = (column == _columns, row == _rows);
                var count = Sum(counts, isSumOfColumn ? null : row, isSumOfRow ? null : column);
                _arcs.Add((isSumOfColumn, isSumOfRow) switch
                {
                    (false, false) => new CountArc(row, _rows + column, count, count == 0 ? 2 * each : each + count, isPublished: true),
                    (false, true) => new CountArc(rowsIn, row, count, sumPrice + count, totals.HasFlag(PublishedTotals.Rows)),
                    (true, false) => new CountArc(_rows + column, columnsOut, count, sumPrice + count, totals.HasFlag(PublishedTotals.Columns)),
                    _ => new CountArc(columnsOut, rowsIn, count, grandPrice, totals.HasFlag(PublishedTotals.Grand)),
                });
            }

        var touching = _arcs.Index().SelectMany(one => (IEnumerable<(int Node, int Arc)>)[(one.Item.From, one.Index), (one.Item.To, one.Index)]).ToLookup(one => one.Node, one => one.Arc);
        Touching = [.. Enumerable.Range(0, columnsOut + 1).Select(node => touching[node].ToArray())];
    }

    /// <summary>The arcs that begin or end in each node.</summary>
    public IReadOnlyList<int[]> Touching { get; }

    public int Nodes => Touching.Count;

    /// <summary>The counts with their sums, row by row.</summary>
    public IReadOnlyList<CountArc> Arcs => _arcs;

    /// <summary>The table with what is not hidden.</summary>
    public PublishedCount[,] Shown(HiddenAs[] why)
    {
        var shown = new PublishedCount[_rows + 1, _columns + 1];
        for (var i = 0; i < _arcs.Count; i++) shown[i / (_columns + 1), i % (_columns + 1)] = new PublishedCount(_arcs[i].IsHidden ? null : _arcs[i].Count, _arcs[i].IsPublished ? why[i] : HiddenAs.Unpublished);
        return shown;
    }

    /// <summary>The published counts to hide next, so that a hidden one may be more values; none once they are as many as wished.
    /// There are always some: a count can
    /// rise without end together with its sums.</summary>
    /// <param name="hidden">The hidden count's arc.</param>
    /// <param name="values">How many values it should have.</param>
    public IReadOnlyList<int> CheapestCover(int hidden, int values)
    {
        var arc = _arcs[hidden];
        var up = new CountFlow(this, hidden);
        var more = up.Push(arc.To, arc.From, values - 1);
        var down = new CountFlow(this, hidden);
        var fewer = down.Push(arc.From, arc.To, Math.Min(arc.Count, values - 1));
        var wanted = values - 1 - more - fewer;
        if (wanted <= 0) return [];
        var rise = up.CheapestWay(arc.To, arc.From, wanted)!.Value;
        return arc.Count - fewer >= wanted && down.CheapestWay(arc.From, arc.To, wanted) is { } fall && fall.Price < rise.Price ? fall.Arcs : rise.Arcs;
    }

    private static int Sum(int[,] counts, int? row, int? column)
    {
        var sum = 0;
        for (var i = row ?? 0; i <= (row ?? counts.GetLength(0) - 1); i++)
            for (var j = column ?? 0; j <= (column ?? counts.GetLength(1) - 1); j++) sum += counts[i, j];
        return sum;
    }
}
