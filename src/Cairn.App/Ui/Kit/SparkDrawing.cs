using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Kit;

/// <summary>Draws a sparkline: quiet bands, one line, marked points. Levels are steps: nothing is smoothed and nothing is foretold.</summary>
internal static class SparkDrawing
{
    private const double Width = 300;
    private const double Right = 292;
    private const double Top = 4;
    private const double BandHeight = 21;
    private const int MostBands = 5;
    private const double MostLabel = 92;

    public static MarkupString Of(IReadOnlyList<SparkPoint> points, int lowest, int highest, IReadOnlyList<string>? labels, string title, bool rightToLeft, Words.Words words)
    {
        var bands = Bands.Around(points, lowest, highest);
        var names = bands.Names(lowest, labels);
        var left = 14 + names.Max(AxisLabels.Width);
        var bottom = Top + (bands.Count * BandHeight);
        double Turn(double x) => rightToLeft ? Width - x : x;
        double Y(decimal level) => Top + ((double)(bands.Highest + .5m - level) / bands.Each * BandHeight);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"Sparkline\" viewBox=\"0 0 {Width} {bottom + 20}\" role=\"img\"><title>{HtmlEncoder.Default.Encode(title)}</title>");
        for (var i = 0; i < bands.Count; i++)
        {
            var y = Top + (i * BandHeight);
            var start = Math.Min(Turn(left), Turn(Right));
            if (i % 2 == 0) svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"band\" x=\"{start:0.#}\" y=\"{y:0.#}\" width=\"{Right - left:0.#}\" height=\"{BandHeight}\"/>");
            Text(svg, Turn(left - 6), y + (BandHeight / 2) + 4.4, "end", names[i]);
        }

        var x = Days(points, left + 9, Right - 9);
        var spots = points.Select((p, i) => (X: Turn(x[i]), Y: Y(p.Level))).ToArray();
        if (spots.Length > 1) svg.Append("<path class=\"line\" d=\"M").Append(string.Join('L', spots.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.X:0.#} {s.Y:0.#}")))).Append("\"/>");
        var radius = points.Count switch { <= 12 => 5, <= 25 => 4, _ => 3 };
        for (var i = 0; i < points.Count; i++)
        {
            // A hollow point is smaller too: level 1 is nearly white.
            var (look, size) = points[i].Counted ? ($"f{points[i].Step}", radius) : ("is-out", radius - 1);
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{look}\" cx=\"{spots[i].X:0.#}\" cy=\"{spots[i].Y:0.#}\" r=\"{size}\"/>");
        }

        var wanted = Wanted(points, words).Select(w => (w.Text, spots[w.Index].X));
        foreach (var (text, at) in AxisLabels.Place(wanted, 0, Width)) Text(svg, at, bottom + 15, "middle", text);
        return new MarkupString(svg.Append("</svg>").ToString());
    }

    // A day's place is its share of the time between the first and the last.
    private static double[] Days(IReadOnlyList<SparkPoint> points, double from, double to)
    {
        var first = points[0].Day.DayNumber;
        double span = points[^1].Day.DayNumber - first;
        return [.. points.Select(p => span == 0 ? (from + to) / 2 : from + ((p.Day.DayNumber - first) / span * (to - from)))];
    }

    // The last day matters most, then the first, then whatever finds room. Over more than ten months a day says too little: months and years.
    private static IEnumerable<(string Text, int Index)> Wanted(IReadOnlyList<SparkPoint> points, Words.Words words)
    {
        var isLong = points[^1].Day.DayNumber - points[0].Day.DayNumber > 300;
        string Say(int i) => isLong ? words.Month(points[i].Day) : words.Day(points[i].Day);
        int[] order = [points.Count - 1, 0, .. Enumerable.Range(1, Math.Max(0, points.Count - 2))];
        return order.Distinct().Select(i => (Say(i), i)).DistinctBy(w => w.Item1);
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(text)}</text>");

    /// <summary>The levels that are drawn: all of a short scale, the stretch around the data of a long one; a wide stretch puts several levels in a band.</summary>
    private sealed record Bands(int Highest, int Count, int Each)
    {
        public static Bands Around(IReadOnlyList<SparkPoint> points, int lowest, int highest)
        {
            if (highest - lowest < MostBands) return new Bands(highest, highest - lowest + 1, 1);
            var low = Math.Max(lowest, (int)Math.Floor(points.Min(p => p.Level)));
            var high = Math.Min(highest, (int)Math.Ceiling(points.Max(p => p.Level)));
            var each = (high - low + MostBands) / MostBands;
            var room = (MostBands * each) - (high - low + 1);
            var top = Math.Min(highest, high + ((room + 1) / 2));
            top = Math.Max(top, Math.Min(highest, lowest + (MostBands * each) - 1));
            return new Bands(top, MostBands, each);
        }

        public string[] Names(int lowest, IReadOnlyList<string>? labels)
        {
            var (highest, each) = (Highest, Each);
            var names = Enumerable.Range(0, Count).Select(i => Name(lowest, highest - (i * each), each)).ToArray();
            if (labels is null || each > 1) return names;
            var words = Enumerable.Range(0, Count).Select(i => labels[highest - i - lowest]).ToArray();
            return words.Max(AxisLabels.Width) <= MostLabel ? words : names;
        }

        private static string Name(int lowest, int high, int each) =>
            each == 1 || high == lowest ? high.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(lowest, high - each + 1)}–{high}");
    }
}
