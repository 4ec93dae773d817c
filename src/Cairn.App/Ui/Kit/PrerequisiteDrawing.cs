using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Kit;

/// <summary>Draws what comes before what: boxes in layers along the line of reading, curved lines between them. It keeps its size and scrolls, so that words stay legible.</summary>
internal static class PrerequisiteDrawing
{
    private const int Wide = 172;
    private const int High = 58;
    private const int Between = 52;
    private const int Apart = 14;
    private const int Letters = 25;
    private const int Edge = 2;

    public static MarkupString Of(PrerequisiteGraph graph, Func<Guid, (string Code, string Title)> name, string title, string description, bool rightToLeft)
    {
        var (width, height) = (graph.Layers * (Wide + Between) - Between + 2 * Edge, graph.Places * (High + Apart) - Apart + 2 * Edge);
        var full = Enumerable.Range(0, graph.Layers).Select(layer => 1 + graph.Nodes.Where(one => one.Layer == layer).Select(one => one.Place)
            .Concat(graph.Lines.SelectMany(one => one.Through).Where(one => one.Layer == layer).Select(one => one.Place)).Max()).ToList();
        double X(double x) => rightToLeft ? width - x : x;
        double Left(int layer) => Edge + layer * (Wide + Between);
        double Middle(int layer, int place) => Edge + (place + (graph.Places - full[layer]) / 2.0) * (High + Apart) + High / 2.0;

        var at = graph.Nodes.ToDictionary(one => one.Id);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"Graph\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{HtmlEncoder.Default.Encode(title)}</title><desc>{HtmlEncoder.Default.Encode(description)}</desc>");
        foreach (var line in graph.Lines)
        {
            var (from, to) = line.IsBackward ? (at[line.To], at[line.From]) : (at[line.From], at[line.To]);
            if (from == to) continue;
            var (x, y) = (Left(from.Layer) + Wide, Middle(from.Layer, from.Place));
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(line.IsBackward ? "line is-back" : "line")}\" d=\"M{X(x):0.#} {y:0.#}");
            foreach (var (layer, place) in line.Through.Append((to.Layer, to.Place)))
            {
                var (nextX, nextY) = (Left(layer), Middle(layer, place));
                svg.Append(CultureInfo.InvariantCulture, $"C{X(x + Between / 2.0):0.#} {y:0.#} {X(nextX - Between / 2.0):0.#} {nextY:0.#} {X(nextX):0.#} {nextY:0.#}");
                if (layer != to.Layer) svg.Append(CultureInfo.InvariantCulture, $"H{X(nextX + Wide):0.#}");
                (x, y) = (nextX + Wide, nextY);
            }

            // The head points where the line leads: at the end, or at the beginning of one that runs back.
            var (tip, away) = line.IsBackward ? (Left(from.Layer) + Wide, 8) : (Left(to.Layer), -8);
            var tipY = line.IsBackward ? Middle(from.Layer, from.Place) : Middle(to.Layer, to.Place);
            svg.Append(CultureInfo.InvariantCulture, $"\"/><path class=\"{(line.IsBackward ? "head is-back" : "head")}\" d=\"M{X(tip):0.#} {tipY:0.#}L{X(tip + away):0.#} {tipY - 4.5:0.#}V{tipY + 4.5:0.#}z\"/>");
        }

        foreach (var node in graph.Nodes)
        {
            var (x, y) = (rightToLeft ? width - Left(node.Layer) - Wide : Left(node.Layer), Middle(node.Layer, node.Place) - High / 2.0);
            var (code, words) = name(node.Id);
            var start = rightToLeft ? x + Wide - 10 : x + 10;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Wide}\" height=\"{High}\" rx=\"6\"/><text class=\"code\" x=\"{start:0.#}\" y=\"{y + 17:0.#}\">{HtmlEncoder.Default.Encode(Cut(code))}</text>");
            var lines = Lines(words).ToList();
            for (var i = 0; i < lines.Count; i++) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{start:0.#}\" y=\"{y + 33 + i * 15:0.#}\">{HtmlEncoder.Default.Encode(lines[i])}</text>");
        }

        return new MarkupString(svg.Append("</svg>").ToString());
    }

    /// <summary>A title in two lines at most; what does not fit ends in dots, and stands whole in the table.</summary>
    private static IEnumerable<string> Lines(string words)
    {
        if (words.Length <= Letters) return [words];
        var cut = words.LastIndexOf(' ', Letters);
        return cut <= 0 ? [Cut(words)] : [words[..cut], Cut(words[(cut + 1)..])];
    }

    private static string Cut(string text) => text.Length <= Letters ? text : text[..(Letters - 1)].TrimEnd() + "…";
}
