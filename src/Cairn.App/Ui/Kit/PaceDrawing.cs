using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Kit;

/// <summary>Draws pace against plan as one bar: what is done is filled, where the plan has it today is marked, and the band of weeks around it is framed.</summary>
internal static class PaceDrawing
{
    private const double Width = 300;
    private const double Pad = 8;
    private const double Top = 22;
    private const double Height = 14;

    public static MarkupString Of(PaceLine line, bool rightToLeft, Words.Words words)
    {
        var all = Math.Max(1, Math.Max(line.Needed, line.Done));
        double At(int count) => Pad + (Math.Clamp(count, 0, all) * (Width - (2 * Pad)) / all);
        double X(int count) => rightToLeft ? Width - At(count) : At(count);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"GrowthLine\" viewBox=\"0 0 {Width} {Top + Height + 22}\" role=\"img\"><title>{HtmlEncoder.Default.Encode(line.Title)}</title><desc>{HtmlEncoder.Default.Encode(line.Description)}</desc>");
        Bar("track", 0, all, Height);
        if (line.Done > 0) Bar("way f3", 0, line.Done, Height / 2);
        if (line.Most > line.Least) Bar("stage", line.Least, line.Most, Height + 7);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"start\" d=\"M{X(line.Expected):0.#} {Top - 2}v{Height + 4}\"/><circle class=\"f3\" cx=\"{X(line.Done):0.#}\" cy=\"{Top + (Height / 2)}\" r=\"7\"/>");
        foreach (var (text, x) in AxisLabels.Apart((words["kit.pace.plan"], X(line.Expected)), (words["kit.pace.now"], X(line.Done)), 0, Width)) Say(text, x, 12);
        foreach (var (text, x) in AxisLabels.Place([(words.Number(all), X(all)), (words.Number(0), X(0))], 0, Width)) Say(text, x, Top + Height + 17);
        return new MarkupString(svg.Append("</svg>").ToString());

        void Bar(string look, int from, int to, double high) => svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"{look}\" x=\"{Math.Min(X(from), X(to)):0.#}\" y=\"{Top + ((Height - high) / 2):0.#}\" width=\"{Math.Abs(X(to) - X(from)):0.#}\" height=\"{high}\" rx=\"3\"/>");
        void Say(string text, double x, double y) => svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\">{HtmlEncoder.Default.Encode(text)}</text>");
    }
}
