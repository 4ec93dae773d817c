using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Icons;

/// <summary>Cairn's own icons (20 x 20, stroke 1.7) and stones, each drawn once. The sprite and every use come from here, so a name that is not drawn fails.</summary>
internal static class Drawn
{
    private static readonly FrozenDictionary<string, string> Icons = new Dictionary<string, string>
    {
        ["arrow"] = """<path d="M7.5 4l6 6-6 6"/>""",
        ["board"] = """<path d="M2.5 4h15M4 4v12M10 4v8M16 4v12"/><path d="M7 8h0M13 8h0"/>""",
        ["camera"] = """<path d="M2.5 6H6l1.5-2h5L14 6h3.5v10.5h-15z"/><circle cx="10" cy="11" r="3"/>""",
        ["check"] = """<circle cx="10" cy="10" r="7.8"/><path d="M6.3 10.3l2.6 2.6 4.9-5.5"/>""",
        ["clock"] = """<circle cx="10" cy="10" r="7.3"/><path d="M10 5.8V10l3 1.8"/>""",
        ["close"] = """<path d="M5 5l10 10M15 5L5 15"/>""",
        ["file"] = """<path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5"/>""",
        ["globe"] = """<circle cx="10" cy="10" r="7.3"/><path d="M2.7 10h14.6M10 2.7c4.6 4.4 4.6 10.2 0 14.6M10 2.7c-4.6 4.4-4.6 10.2 0 14.6"/>""",
        ["grid"] = """<path d="M3 3.5h14v13H3zM3 8h14M3 12.3h14M8 3.5v13"/>""",
        ["groups"] = """<circle cx="6" cy="7" r="2.6"/><circle cx="14" cy="6" r="2.1"/><circle cx="13.5" cy="14" r="2.6"/><path d="M8.2 8.8l3.3 3M13.8 8.2v3"/>""",
        ["half"] = """<circle cx="10" cy="10" r="7.3"/><path d="M10 2.7a7.3 7.3 0 0 1 0 14.6z" fill="currentColor"/>""",
        ["home"] = """<path d="M3 9.5L10 3.5l7 6V17h-4.5v-4.5h-5V17H3z"/>""",
        ["key"] = """<circle cx="6.5" cy="13.5" r="3.7"/><path d="M9.2 10.8l7.3-7.3M13.5 6.5L16 9M11.5 8.5l1.8 1.8"/>""",
        ["link"] = """<path d="M8.5 11.5l3-3M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2"/>""",
        ["mic"] = """<path d="M10 2.5a2.3 2.3 0 0 1 2.3 2.3V9a2.3 2.3 0 0 1-4.6 0V4.8A2.3 2.3 0 0 1 10 2.5zM5 9a5 5 0 0 0 10 0M10 14v3.5"/>""",
        ["moon"] = """<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z"/>""",
        ["note"] = """<path d="M13.5 3l3.5 3.5L8 15.5l-4.5 1 1-4.5zM11.5 5l3.5 3.5"/>""",
        ["open"] = """<circle cx="10" cy="10" r="7.3" stroke-dasharray="2.6 2.5"/>""",
        ["palm"] = """<path d="M6.2 10.5V5.3a1.1 1.1 0 0 1 2.2 0v4.4V3.4a1.1 1.1 0 0 1 2.2 0v6.1V4.2a1.1 1.1 0 0 1 2.2 0v5.8V6.4a1.1 1.1 0 0 1 2.2 0v6.1c0 3-2 5-4.7 5-2.6 0-3.9-1.4-5.1-3.5l-1.8-2.8a1.1 1.1 0 0 1 1.9-1.1l1.1 1.7z"/>""",
        ["person"] = """<circle cx="10" cy="6" r="3.2"/><path d="M3.5 17.5c0-4 2.6-6 6.5-6s6.5 2 6.5 6z"/>""",
        ["plan"] = """<path d="M4 17c7 0-1-6 5-7s2-6 7-6"/><circle cx="16.5" cy="4" r="1.6"/><circle cx="3.7" cy="17" r=".8"/>""",
        ["plus"] = """<path d="M10 4v12M4 10h12"/>""",
        ["print"] = """<path d="M5.5 7V3h9v4M5.5 13.5H3V7h14v6.5h-2.5M5.5 11.5h9V17h-9z"/>""",
        ["ready"] = """<path d="M6 17V9.5a1.3 1.3 0 0 1 2.6 0V4a1.3 1.3 0 0 1 2.6 0v5a1.3 1.3 0 0 1 2.6 0v3.5C13.8 15.5 12 17 10 17z"/>""",
        ["refresh"] = """<path d="M16.5 10A6.5 6.5 0 1 1 14.2 5M16.8 2.2v3.9h-3.9"/>""",
        ["report"] = """<path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13.3h5"/>""",
        ["search"] = """<circle cx="8.7" cy="8.7" r="5.4"/><path d="M12.8 12.8l4.2 4.2"/>""",
        ["talk"] = """<path d="M3 4h14v9.5H9.5L6 17v-3.5H3z"/>""",
        ["undo"] = """<path d="M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8"/>""",
        ["waived"] = """<circle cx="10" cy="10" r="7.3"/><path d="M6 10h8"/>""",
        ["warn"] = """<path d="M10 3l8 14H2zM10 8.2v4M10 14.6v.1"/>""",
        ["work"] = """<path d="M3 6h14v11H3zM7 6V3.5h6V6M3 10.5h14"/>""",
    }.ToFrozenDictionary();

    // The pile grows from the ground up; the dashed stone is one that nobody has looked for yet.
    private static readonly string[] Piles =
    [
        """<rect x="1.2" y="11.4" width="13.6" height="3.8" rx="1.9" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.6 2"/>""",
        Stone(1, 12.3m, 14),
        Stone(2.3m, 8.3m, 11.2m),
        Stone(4.1m, 4.3m, 8.6m),
        Stone(5.4m, .4m, 5.4m),
    ];

    private const string Logo = "M2 24.5c0-3 5-4.2 12-4.2s12 1.2 12 4.2c0 1.5-5 2-12 2s-12-.5-12-2zM4.8 17.2c0-2.5 4-3.4 8.7-3.4 5.2 0 9.3 1 9.3 3.4 0 1.7-4 2.3-9 2.3s-9-.6-9-2.3z"
        + "M7.8 10.9c0-2.1 2.8-3 6.2-3s6.7.9 6.7 3c0 1.5-3 2-6.5 2s-6.4-.5-6.4-2zM10.4 5c0-2.2 1.6-3.5 3.7-3.5S18 2.8 18 5c0 1.4-1.8 1.9-3.8 1.9S10.4 6.4 10.4 5z";

    private static readonly FrozenDictionary<string, MarkupString> Used =
        Icons.Keys.ToFrozenDictionary(n => n, n => new MarkupString($"<svg class=\"Icon\" aria-hidden=\"true\"><use href=\"#{n}\"/></svg>"));

    private static readonly FrozenDictionary<string, MarkupString> Flipped =
        Icons.Keys.ToFrozenDictionary(n => n, n => new MarkupString($"<svg class=\"Icon is-flip\" aria-hidden=\"true\"><use href=\"#{n}\"/></svg>"));

    private static readonly MarkupString[] StonesUsed =
        [.. Enumerable.Range(0, 5).Select(s => new MarkupString($"<svg class=\"Stones\" aria-hidden=\"true\"><use href=\"#s{s}\"/></svg>"))];

    public static readonly MarkupString Mark = new("<svg class=\"Brand-mark\" aria-hidden=\"true\"><use href=\"#logo\"/></svg>");

    public static readonly MarkupString Sprite = new(
        "<svg class=\"Sprite\" aria-hidden=\"true\">"
        + string.Concat(Icons.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => Symbol(i.Key, 20, i.Value)))
        + string.Concat(Enumerable.Range(0, 5).Select(s => Symbol($"s{s}", 16, s == 0 ? Piles[0] : $"<path d=\"{string.Concat(Piles[1..(s + 1)])}\"/>")))
        + "<defs>" + string.Concat(BoxRow.Kinds.Select(k => k.Drawing)) + "</defs>"
        + Symbol("logo", 28, $"<path d=\"{Logo}\"/>")
        + "</svg>");

    public static bool IsIcon(string name) => Icons.ContainsKey(name);

    /// <exception cref="KeyNotFoundException">No icon has this name.</exception>
    public static MarkupString Icon(string name, bool flip = false) =>
        (flip ? Flipped : Used).TryGetValue(name, out var svg) ? svg : throw new KeyNotFoundException($"No icon is drawn with the name \"{name}\".");

    /// <param name="step">0 (not yet seen) to 4.</param>
    public static MarkupString Stones(int step) => StonesUsed[step];

    // A pill 3.2 high. A pile of them is one shape: a grid shows thousands of piles.
    private static string Stone(decimal x, decimal y, decimal width) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x + 1.6m} {y}h{width - 3.2m}a1.6 1.6 0 0 1 0 3.2h{3.2m - width}a1.6 1.6 0 0 1 0-3.2z");

    private static string Symbol(string id, int size, string body) => $"<symbol id=\"{id}\" viewBox=\"0 0 {size} {size}\">{body}</symbol>";
}
