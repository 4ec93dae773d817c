using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Kit;

/// <summary>Draws a continuum as one bar: a cell for each level, the stage framed, the way from the start to now filled.</summary>
internal static class GrowthDrawing
{
    private const double Width = 300;
    private const double Pad = 6;
    private const double Top = 20;
    private const double Height = 14;
    private const double Middle = Top + (Height / 2);

    public static MarkupString Of(GrowthLine line, bool rightToLeft, Words.Words words)
    {
        var cell = (Width - (2 * Pad)) / (line.Highest - line.Lowest + 1);
        double X(decimal level)
        {
            var x = Pad + ((double)(level - line.Lowest + .5m) * cell);
            return rightToLeft ? Width - x : x;
        }

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"GrowthLine\" viewBox=\"0 0 {Width} {Top + Height + 22}\" role=\"img\"><title>{HtmlEncoder.Default.Encode(line.Title)}</title>");
        Box(svg, "track", Pad, Width - Pad, Height);
        for (var level = line.Lowest + 1; level <= line.Highest; level++)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"tick\" d=\"M{X(level - .5m):0.#} {Top}v{Height}\"/>");
        if (line is { Now: { } now, Baseline: { } start } && now != start) Box(svg, $"way f{line.Step}", X(start), X(now), Height / 2);
        if (line.Stage is { } stage) Box(svg, "stage", X(stage - .5m), X(stage + .5m), Height + 7);
        if (line.Baseline is { } from) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"start\" d=\"M{X(from):0.#} {Top - 2}v{Height + 4}\"/>");
        if (line.Now is { } at) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"f{line.Step}\" cx=\"{X(at):0.#}\" cy=\"{Middle}\" r=\"7\"/>");
        foreach (var (text, x) in Above(line, X, words)) Text(svg, x, 11, text);
        var name = line.Stage is { } named ? words["kit.growth.stage", ("stage", named)] : null;
        foreach (var (text, x) in Below(line, X, name, cell)) Text(svg, x, Top + Height + 17, text, isStrong: text == name);
        return new MarkupString(svg.Append("</svg>").ToString());
    }

    // Start and now always both speak: where growth is small, they step aside for each other.
    private static IReadOnlyList<(string Text, double X)> Above(GrowthLine line, Func<decimal, double> at, Words.Words words)
    {
        var marks = new List<(string Text, double X)>();
        if (line.Baseline is { } start) marks.Add((words["kit.growth.start"], at(start)));
        if (line.Now is { } now) marks.Add((words["kit.growth.now"], at(now)));
        return marks.Count == 2 ? AxisLabels.Apart(marks[0], marks[1], 0, Width) : AxisLabels.Place(marks, 0, Width);
    }

    // The stage is named; of the other levels as many as stand apart evenly.
    private static List<(string Text, double X)> Below(GrowthLine line, Func<decimal, double> at, string? name, double cell)
    {
        var each = Math.Max(1, (int)Math.Ceiling((AxisLabels.Width(Number(line.Highest)) + AxisLabels.Gap) / cell));
        int[] levels = [line.Highest, line.Lowest, .. Enumerable.Range(line.Lowest, line.Highest - line.Lowest + 1).Where(l => (l - line.Lowest) % each == 0)];
        var wanted = levels.Distinct().Where(l => l != line.Stage).Select(l => (Number(l), at(l)));
        if (line.Stage is { } stage && name is not null) wanted = wanted.Prepend((name, at(stage)));
        return AxisLabels.Place(wanted, 0, Width);
    }

    private static string Number(int level) => level.ToString(CultureInfo.InvariantCulture);

    private static void Box(StringBuilder svg, string look, double from, double to, double height) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{Math.Min(from, to):0.#}\" y=\"{Middle - (height / 2):0.#}\" width=\"{Math.Abs(to - from):0.#}\" height=\"{height}\" rx=\"3\"/>");

    private static void Text(StringBuilder svg, double x, double y, string text, bool isStrong = false) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text{(isStrong ? " class=\"is-here\"" : "")} x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\">{HtmlEncoder.Default.Encode(text)}</text>");
}
