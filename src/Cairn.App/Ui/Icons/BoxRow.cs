using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Icons;

/// <summary>Boxes of evidence in one row: filled = had, slashed = a missed chance, empty = still needed. Each box stands on its own up to twelve; more are said as numbers.</summary>
internal static class BoxRow
{
    public const int Most = 12;
    private const int Pitch = 11;
    private const string Had = "b1";
    private const string Missed = "bm";
    private const string Needed = "b0";
    private static readonly ConcurrentDictionary<(int Had, int Missed, int Needed), MarkupString> Rows = new();

    /// <summary>The three kinds of box, for the sprite.</summary>
    public static readonly IReadOnlyList<(string Id, string Drawing)> Kinds =
    [
        (Had, $"<rect id=\"{Had}\" x=\"1\" y=\"1\" width=\"7\" height=\"7\" rx=\"1.5\"/>"),
        (Needed, $"<rect id=\"{Needed}\" x=\"1\" y=\"1\" width=\"7\" height=\"7\" rx=\"1.5\" fill=\"none\"/>"),
        (Missed, $"<g id=\"{Missed}\" fill=\"none\"><rect x=\"1\" y=\"1\" width=\"7\" height=\"7\" rx=\"1.5\"/><path d=\"M1.5 7.5l6-6\"/></g>"),
    ];

    /// <summary>A filled box as one outline, from its left upper corner: nine units wide.</summary>
    public const string FilledBox = "m2.55 .45h3.9a2.1 2.1 0 0 1 2.1 2.1v3.9a2.1 2.1 0 0 1-2.1 2.1h-3.9a2.1 2.1 0 0 1-2.1-2.1v-3.9a2.1 2.1 0 0 1 2.1-2.1z";

    /// <summary>An empty box as one outline: the inner edge runs the other way round.</summary>
    public const string EmptyBox = FilledBox + "m0 1.1a1 1 0 0 0-1 1v3.9a1 1 0 0 0 1 1h3.9a1 1 0 0 0 1-1v-3.9a1 1 0 0 0-1-1z";

    /// <summary>A missed chance as one outline: an empty box with a stroke through it.</summary>
    public const string SlashedBox = EmptyBox + "m-1.4 5.6l5.95-5.95.8.8-5.95 5.95z";

    public static MarkupString Of(int had, int missed, int needed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(had);
        ArgumentOutOfRangeException.ThrowIfNegative(missed);
        ArgumentOutOfRangeException.ThrowIfNegative(needed);
        return had + missed + needed <= Most ? Rows.GetOrAdd((had, missed, needed), Row) : Counted(had, missed, needed);
    }

    private static MarkupString Row((int Had, int Missed, int Needed) counts)
    {
        string[] boxes = [.. Enumerable.Repeat(Had, counts.Had), .. Enumerable.Repeat(Missed, counts.Missed), .. Enumerable.Repeat(Needed, counts.Needed)];
        if (boxes.Length == 0) return default;
        var width = (boxes.Length * Pitch) - 2;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"Boxes\" aria-hidden=\"true\" viewBox=\"0 0 {width} 9\" width=\"{width}\" height=\"9\">");
        for (var i = 0; i < boxes.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#{boxes[i]}\" x=\"{i * Pitch}\"/>");
        return new MarkupString(svg.Append("</svg>").ToString());
    }

    private static MarkupString Counted(int had, int missed, int needed)
    {
        var text = new StringBuilder("<span class=\"Boxes-many\" aria-hidden=\"true\">");
        if (had > 0) text.Append(Of(1, 0, 0).Value).Append(CultureInfo.InvariantCulture, $"<span>{had}</span>");
        if (missed > 0) text.Append(Of(0, 1, 0).Value).Append(CultureInfo.InvariantCulture, $"<span>{missed}</span>");
        if (needed > 0) text.Append(Of(0, 0, 1).Value).Append(CultureInfo.InvariantCulture, $"<span>{needed}</span>");
        return new MarkupString(text.Append("</span>").ToString());
    }
}
