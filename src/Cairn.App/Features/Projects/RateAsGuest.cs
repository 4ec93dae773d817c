using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>A guest of an exhibition, without an account: their link binds the device they open it on, once, and shows the question, the
/// product, first names and what to look for; nothing else.</summary>
public partial class RateAsGuest
{
    internal const string Path = "/panel";

    // What the browser carries: the secret of the link until it is used, and the device's own from then on.
    private const string Link = "panel";
    private const string Device = "panel-device";

    /// <summary>What they are shown; null before their device is bound.</summary>
    [Parameter] public PanelSheet? Sheet { get; set; }

    /// <summary>What they look for.</summary>
    [Parameter] public IReadOnlyList<PanelRubric> Rubrics { get; set; } = [];

    /// <summary>Whom the link is for; empty where it works no more.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>Was it just stored?</summary>
    [Parameter] public bool IsSaved { get; set; }

    /// <summary>Was a form sent in which nothing was said?</summary>
    [Parameter] public bool IsEmpty { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{token}", (string token, CarriedLink link) => link.Take(Link, token, Path)).For(Who.Anyone);
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Act).For(Who.Anyone);
    }

    private static RazorComponentResult<RateAsGuest> Show(Visit visit, Words words, HttpContext http, CarriedLink link, Carried carried)
    {
        if (visit.Served.District is null) return Page(http, new { }, StatusCodes.Status404NotFound);
        // Whoever opens a new link asks for that one, whatever the device was bound to before.
        if (Secret(link.Read(Link)) is { } hash && ExhibitionRows.ByLink(visit.Db, hash, visit.Now) is { } guest) return Page(http, new { guest.Name });
        return Sheets(visit, carried) is { } sheet ? Page(http, new { Sheet = sheet, Rubrics = PanelRubric.For(sheet.Criteria, visit.Frameworks, words), sheet.Panelist.Name, IsSaved = http.Request.Query.ContainsKey("saved"), IsEmpty = http.Request.Query.ContainsKey("empty") })
            : Page(http, new { }, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Act(Visit visit, Words words, HttpContext http, CarriedLink link, Carried carried, ClaimLimits limits)
    {
        if (visit.Served.District is not { } district || limits.Take(district.Name, http.Connection.RemoteIpAddress) > TimeSpan.Zero) return Page(http, new { }, StatusCodes.Status404NotFound);
        var typed = await Typed.Read(http, words);
        if (typed["do"] == "begin")
        {
            if (Secret(link.Read(Link)) is not { } hash || ExhibitionRows.ByLink(visit.Db, hash, visit.Now) is not { Until: { } until }) return Page(http, new { }, StatusCodes.Status404NotFound);
            var device = Sessions.NewToken();
            if (!await visit.Write(turn => ExhibitionWriting.Bind(turn, hash, Sessions.HashBytes(device)))) return Page(http, new { }, StatusCodes.Status404NotFound);
            carried.Put(Device, device, until - visit.Now);
            link.Drop(Link);
            return Results.Redirect(Path);
        }

        if (Sheets(visit, carried) is not { } sheet) return Page(http, new { }, StatusCodes.Status404NotFound);
        var rubrics = PanelRubric.For(sheet.Criteria, visit.Frameworks, words);
        if (!PanelSaid.IsAnything(typed, rubrics)) return Results.Redirect($"{Path}?empty");
        return await PanelSaid.Store(visit, typed, sheet, rubrics) ? Results.Redirect($"{Path}?saved") : Page(http, new { }, StatusCodes.Status404NotFound);
    }

    private static PanelSheet? Sheets(Visit visit, Carried carried) => Secret(carried.Read(Device)) is { } hash ? ExhibitionRows.SheetOf(visit.Db, hash, visit.Now) : null;

    private static byte[]? Secret(string? token) => token is { Length: > 20 and < 100 } ? Sessions.HashBytes(token) : null;

    private static RazorComponentResult<RateAsGuest> Page(HttpContext http, object parameters, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
