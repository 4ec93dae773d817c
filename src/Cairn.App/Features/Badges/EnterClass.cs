using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Badges;

/// <summary>What a child sees on an opened device: hold the badge to the reader, or touch your name. Everywhere else it says that it is not open.</summary>
public partial class EnterClass
{
    internal const string Path = "/class";
    private const string Carried = "badge";
    private const int CodeLength = 26;

    /// <summary>Why nobody came in: a part of the key of a message; null where nothing is in the way.</summary>
    [Parameter] public string? Why { get; set; }

    /// <summary>Is the device open?</summary>
    [Parameter] public bool IsOpen { get; set; }

    /// <summary>Whose badge was opened by its address; null for nobody's.</summary>
    [Parameter] public string? Brought { get; set; }

    /// <summary>Names to touch, and where each leads.</summary>
    [Parameter] public IReadOnlyList<(string Name, string Path)> Names { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/badge/{code}", (string code, CarriedLink link) => link.Take(Carried, code, Path)).For(Who.Anyone).OpenToBadges();
        routes.MapGet(Path, Show).For(Who.Anyone).OpenToBadges();
        routes.MapPost(Path, ByCode).For(Who.Anyone).OpenToBadges();
    }

    /// <summary>The page, with what stands in the way.</summary>
    internal static RazorComponentResult<EnterClass> Page(Visit visit, OpenedDevice? device, string? why, int status, string? brought = null) => new(new
    {
        IsOpen = device is not null, Why = why, Brought = brought,
        Names = device is null ? [] : (IReadOnlyList<(string, string)>)[.. BadgeRows.Of(visit.Db, device.Group, visit.Today).Where(one => one.HasPictures).Select(one => (Glyphs.NameOf(one.Learner), $"{Path}/{one.Learner.Id.Value:N}"))],
    }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>Lets a learner in on a device: the session before it ends, and this one ends with the hours.</summary>
    internal static async Task<IResult> Enter(Visit visit, HttpContext http, Sessions sessions, OpenedDevice device, Actor learner)
    {
        var acting = RequestActing.Of(http, learner, Guid.Empty);
        await sessions.End(SessionCookie.Read(http.Request), visit.Served.District, acting);
        var start = new SessionStart(learner, Guid.Empty, SignInMethods.Badge, "") { OpenedDevice = device.Id, Until = device.Until, Device = DeviceName.Of(http.Request.Headers.UserAgent) };
        SessionCookie.Set(http, await sessions.Begin(visit.Served.District!, start, acting));
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect(Visit.HomeOf(learner));
    }

    /// <summary>Says no to a child, and tells the journal.</summary>
    internal static async Task<RazorComponentResult<EnterClass>> Refuse(Visit visit, HttpContext http, OpenedDevice? device, LearnerId? learner, string why, int status)
    {
        var refusals = http.RequestServices.GetRequiredService<Refusals>();
        await (device is null ? refusals.Note(http, RefusedWhy.BadBadge)
            : refusals.Note(http, RefusedWhy.BadBadge, new RefusedOne(device.Id, visit.Acting, new { by = SignInMethods.Badge, because = why, device = device.Id }) { Learner = learner }));
        return Page(visit, device, why, status);
    }

    private static RazorComponentResult<EnterClass> Show(Visit visit, HttpContext http, ClassDevice device, CarriedLink link)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null || device.Find() is not { } opened) return Page(visit, null, null, StatusCodes.Status404NotFound);
        var brought = Whose(visit, opened, link.Read(Carried)) is { } learner ? BadgeRows.Of(visit.Db, opened.Group, visit.Today).FirstOrDefault(one => one.Learner.Id == learner)?.Learner : null;
        return Page(visit, opened, null, StatusCodes.Status200OK, brought is null ? null : Glyphs.NameOf(brought));
    }

    private static async Task<IResult> ByCode(Visit visit, HttpContext http, ClassDevice device, CarriedLink link, BadgeLimits limits, Sessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        var typed = (await SentForm.Of(http.Request))["code"].ToString();
        var code = typed.Length > 0 ? typed : link.Read(Carried);
        link.Drop(Carried);
        if (visit.Served.District is null || device.Find() is not { } opened) return await Refuse(visit, http, null, null, "closed", StatusCodes.Status403Forbidden);
        if (!limits.Take(opened.Id)) return await Refuse(visit, http, opened, null, "wait", StatusCodes.Status429TooManyRequests);
        if (Whose(visit, opened, code) is not { } learner || Hats.Of(visit.Db, ActorKind.Learner, learner.Value, visit.Today) is not { } actor) return await Refuse(visit, http, opened, null, "unknown", StatusCodes.Status403Forbidden);
        limits.Succeeded(opened.Id, null);
        return await Enter(visit, http, sessions, opened, actor);
    }

    // A reader types the whole address, however its keyboard writes the signs between.
    private static LearnerId? Whose(Visit visit, OpenedDevice device, string? text)
    {
        if (text is not { Length: > 0 and < 500 }) return null;
        var code = Base32.Read(text);
        if (code.Length < CodeLength) return null;
        return BadgeRows.Find(visit.Db, Sessions.HashBytes(code[^CodeLength..])) is { } badge && BadgeRows.IsIn(visit.Db, badge.Learner, device.Group, visit.Today) ? badge.Learner : null;
    }
}
