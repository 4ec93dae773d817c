using System.Collections.Concurrent;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Cairn.App.Features.Grids;

/// <summary>What is around the table, drawn by its components once and kept for as long as it would be the same to the byte.</summary>
internal sealed class GridFrames(ILoggerFactory logs)
{
    /// <summary>Where the table goes.</summary>
    public const string Hole = "<!--grid-->";

    private const int MostKept = 256;
    private readonly ConcurrentDictionary<string, (byte[] Before, byte[] After)> _kept = new(StringComparer.Ordinal);

    public async ValueTask<(byte[] Before, byte[] After)> Of(HttpContext http, GridHead head)
    {
        var visit = http.RequestServices.GetRequiredService<Visit>();
        var words = http.RequestServices.GetRequiredService<Words>();
        // Whoever looks at what another sees, or took access in an emergency, reads a line about it: that page is nobody else's, and of this moment.
        var isPlain = visit.Actor!.Viewer is null && visit.Scope.Emergencies().Count == 0;
        var key = $"{visit.Served.District!.Name} {words.Edition} {visit.Actor.Kind} {visit.Actor.Person} {visit.Actor.Name} {visit.Actor.RolesKey} {visit.Today} {head.Key}";
        if (isPlain && _kept.TryGetValue(key, out var frame)) return frame;
        await using var renderer = new HtmlRenderer(http.RequestServices, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ShowGrid>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Head"] = head }))).ToHtmlString());
        var at = html.IndexOf(Hole, StringComparison.Ordinal);
        frame = at < 0 ? (Encoding.UTF8.GetBytes(html), []) : (Encoding.UTF8.GetBytes(html[..at]), Encoding.UTF8.GetBytes(html[(at + Hole.Length)..]));
        if (!isPlain) return frame;
        if (_kept.Count >= MostKept) _kept.Clear();
        return _kept[key] = frame;
    }
}
