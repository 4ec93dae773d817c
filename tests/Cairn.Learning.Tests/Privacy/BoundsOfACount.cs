namespace Cairn.Learning.Tests.Privacy;

/// <summary>
/// What somebody outside can reckon of a published table, by a linear program (the simplex method, Bland's rule): the least and the
/// most that each hidden count may be where sums add up and nothing is below 0. It knows nothing of how Cairn hides.
/// </summary>
internal sealed class BoundsOfACount
{
    private const double Tiny = 1e-9;

    private readonly List<(int Row, int Column)> _hidden = [];

    private readonly double[][] _table;

    private readonly int[] _basis;

    private BoundsOfACount(int?[,] shown)
    {
        var (rows, columns) = (shown.GetLength(0), shown.GetLength(1));
        for (var row = 0; row < shown.GetLength(0); row++)
            for (var column = 0; column < shown.GetLength(1); column++)
                if (shown[row, column] is null) _hidden.Add((row, column));
        // Each row, with the row of sums, adds up to its sum; each column too.
        var equations = Enumerable.Range(0, rows).Select(row => Equation(shown, (at, _) => at == row, (_, column) => column == columns - 1))
            .Concat(Enumerable.Range(0, columns).Select(column => Equation(shown, (_, at) => at == column, (row, _) => row == rows - 1))).ToList();
        _table = [.. equations.Select((equation, i) => (double[])[.. equation[..^1], .. Enumerable.Range(0, equations.Count).Select(at => at == i ? 1.0 : 0), equation[^1]])];
        _basis = [.. Enumerable.Range(0, equations.Count).Select(i => _hidden.Count + i)];
        // First something that fits at all: the artificial columns are driven out.
        Minimize([.. Enumerable.Repeat(0.0, _hidden.Count), .. Enumerable.Repeat(1.0, equations.Count)], _hidden.Count + equations.Count).ShouldBe(0, 1e-6);
        for (var i = 0; i < _basis.Length; i++)
            if (_basis[i] >= _hidden.Count && Enumerable.Range(0, _hidden.Count).Where(at => Math.Abs(_table[i][at]) > Tiny).Cast<int?>().FirstOrDefault() is { } column) Pivot(i, column);
    }

    /// <summary>How many values each hidden count may have; a count without an upper bound has many.</summary>
    /// <param name="shown">The counts with their sums in the last row and column; null where one is hidden.</param>
    public static IEnumerable<(int Row, int Column, double Values)> Of(int?[,] shown)
    {
        var bounds = new BoundsOfACount(shown);
        for (var i = 0; i < bounds._hidden.Count; i++)
            yield return (bounds._hidden[i].Row, bounds._hidden[i].Column, Math.Round(1 - bounds.Least(i, -1) - bounds.Least(i, 1)));
    }

    // The most is the least of the negative, turned round.
    private double Least(int hidden, int sign) =>
        Minimize([.. Enumerable.Range(0, _hidden.Count).Select(at => at == hidden ? (double)sign : 0), .. new double[_basis.Length]], _hidden.Count);

    private double[] Equation(int?[,] shown, Func<int, int, bool> isIn, Func<int, int, bool> isSum)
    {
        var equation = new double[_hidden.Count + 1];
        for (var row = 0; row < shown.GetLength(0); row++)
            for (var column = 0; column < shown.GetLength(1); column++)
            {
                if (!isIn(row, column)) continue;
                var sign = isSum(row, column) ? -1 : 1;
                if (shown[row, column] is { } count) equation[^1] -= sign * count;
                else equation[_hidden.IndexOf((row, column))] = sign;
            }

        return equation[^1] < 0 ? [.. equation.Select(one => -one)] : equation;
    }

    private double Minimize(double[] price, int columns)
    {
        // What each column would lower, and in the last place what has been paid, turned round.
        double[] gain = [.. price, 0];
        for (var i = 0; i < _basis.Length; i++) Subtract(gain, _table[i], price[_basis[i]]);
        while (true)
        {
            var into = Array.FindIndex(gain, 0, columns, one => one < -Tiny);
            if (into < 0) return -gain[^1];
            var leaving = -1;
            for (var i = 0; i < _basis.Length; i++)
            {
                if (_table[i][into] <= Tiny) continue;
                var apart = leaving < 0 ? -1 : _table[i][^1] / _table[i][into] - _table[leaving][^1] / _table[leaving][into];
                if (apart < -Tiny || (apart <= Tiny && _basis[i] < _basis[leaving])) leaving = i;
            }

            if (leaving < 0) return double.NegativeInfinity;
            Pivot(leaving, into);
            Subtract(gain, _table[leaving], gain[into]);
        }
    }

    private void Pivot(int row, int column)
    {
        var by = _table[row][column];
        for (var at = 0; at < _table[row].Length; at++) _table[row][at] /= by;
        for (var i = 0; i < _table.Length; i++)
            if (i != row) Subtract(_table[i], _table[row], _table[i][column]);
        _basis[row] = column;
    }

    private static void Subtract(double[] from, double[] line, double times)
    {
        if (Math.Abs(times) < Tiny) return;
        for (var at = 0; at < from.Length; at++) from[at] -= times * line[at];
    }
}
