using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Cairn.App.Running;

/// <summary>Measures as Prometheus reads them (text format 0.0.4).</summary>
internal static class MeasuresText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(name).Append("=\"").Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    public static string Of(IReadOnlyList<(Instrument Instrument, string Labels, Series Series)> all)
    {
        var text = new StringBuilder();
        foreach (var instrument in all.GroupBy(one => one.Instrument.Name, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var first = instrument.First();
            text.Append("# HELP ").Append(instrument.Key).Append(' ').Append(first.Instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(instrument.Key).Append(' ').Append(TypeOf(first.Instrument, first.Series)).Append('\n');
            foreach (var (_, labels, series) in instrument.OrderBy(one => one.Labels, StringComparer.Ordinal)) Append(text, instrument.Key, labels, series);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string labels, Series series)
    {
        if (series.Bounds.Count == 0)
        {
            Line(text, name, labels, Number(series.Sum));
            return;
        }

        var before = labels.Length > 0 ? labels + "," : "";
        for (var i = 0; i < series.Bounds.Count; i++) Line(text, name + "_bucket", $"{before}le=\"{Number(series.Bounds[i])}\"", Number(series.UpTo(i)));
        Line(text, name + "_bucket", before + "le=\"+Inf\"", Number(series.Count));
        Line(text, name + "_sum", labels, Number(series.Sum));
        Line(text, name + "_count", labels, Number(series.Count));
    }

    private static void Line(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value).Append('\n');
    }

    private static string TypeOf(Instrument instrument, Series series) =>
        series.Bounds.Count > 0 ? "histogram" : instrument.Name.EndsWith("_total", StringComparison.Ordinal) ? "counter" : "gauge";

    private static string Number(double value) => value.ToString("0.################", CultureInfo.InvariantCulture);

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
