namespace Cairn.App.Ui.Kit;

/// <summary>Places words along a line of a chart so that none is cut and no two touch: some are left out instead.</summary>
internal static class AxisLabels
{
    // Atkinson at 12.5 units: digits are .58 em, the widest letters of a month's short name stay below it on average.
    private const double Letter = 7.1;

    public const double Gap = 8;

    public static double Width(string text) => text.Length * Letter;

    /// <param name="wanted">Words and where their middle would stand, the most important first.</param>
    /// <param name="from">The line's start.</param>
    /// <param name="to">The line's end.</param>
    public static List<(string Text, double X)> Place(IEnumerable<(string Text, double X)> wanted, double from, double to)
    {
        var placed = new List<(string Text, double X)>();
        foreach (var (text, x) in wanted)
        {
            var half = Width(text) / 2;
            if (half * 2 > to - from) continue;
            var at = Math.Clamp(x, from + half, to - half);
            if (placed.TrueForAll(p => Math.Abs(p.X - at) >= half + (Width(p.Text) / 2) + Gap)) placed.Add((text, at));
        }
        return placed;
    }

    /// <summary>Two words that must both stand: they move apart as far as they need, and stay on the line.</summary>
    public static (string Text, double X)[] Apart((string Text, double X) one, (string Text, double X) other, double from, double to)
    {
        var (left, right) = one.X <= other.X ? (one, other) : (other, one);
        var (half, rightHalf) = (Width(left.Text) / 2, Width(right.Text) / 2);
        var need = half + rightHalf + Gap;
        var middle = (left.X + right.X) / 2;
        left.X = Math.Max(from + half, Math.Min(left.X, middle - (need / 2)));
        right.X = Math.Min(to - rightHalf, Math.Max(right.X, left.X + need));
        left.X = Math.Min(left.X, right.X - need);
        return [left, right];
    }
}
