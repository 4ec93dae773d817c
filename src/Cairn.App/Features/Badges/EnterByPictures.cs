using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Badges;

/// <summary>Three pictures, one after the other, by whoever touched their name. What was touched is not shown, for others look on.</summary>
public partial class EnterByPictures
{
    /// <summary>Whose pictures.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Where the form goes.</summary>
    [Parameter, EditorRequired] public string Action { get; set; } = "";

    /// <summary>What was touched so far, as numbers with blanks between.</summary>
    [Parameter] public string Touched { get; set; } = "";

    /// <summary>Were they wrong?</summary>
    [Parameter] public bool IsWrong { get; set; }

    private int Count => Read(Touched).Count;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EnterClass.Path + "/{learner:guid}", (Guid learner, Visit visit, ClassDevice device, HttpContext http) => Show(learner, visit, device, http)).For(Who.Anyone).OpenToBadges();
        routes.MapPost(EnterClass.Path + "/{learner:guid}", Touch).For(Who.Anyone).OpenToBadges();
    }

    private static RazorComponentResult<EnterByPictures> Page(BadgeHolder holder, string touched, bool isWrong = false, int status = StatusCodes.Status200OK) =>
        new(new { Name = Glyphs.NameOf(holder.Learner), Action = $"{EnterClass.Path}/{holder.Learner.Id.Value:N}", Touched = touched, IsWrong = isWrong }) { StatusCode = status, PreventStreamingRendering = true };

    private static (OpenedDevice Device, BadgeHolder Holder)? Find(Guid learner, Visit visit, ClassDevice device) => visit.Served.District is not null && device.Find() is { } opened
        && BadgeRows.Of(visit.Db, opened.Group, visit.Today).FirstOrDefault(one => one.Learner.Id.Value == learner && one.HasPictures) is { } holder ? (opened, holder) : null;

    private static IResult Show(Guid learner, Visit visit, ClassDevice device, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Find(learner, visit, device) is var (_, holder) ? Page(holder, "") : EnterClass.Page(visit, visit.Served.District is null ? null : device.Find(), null, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Touch(Guid learner, Visit visit, HttpContext http, ClassDevice device, BadgeLimits limits, Passwords passwords, Sessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Find(learner, visit, device) is not var (opened, holder)) return await EnterClass.Refuse(visit, http, visit.Served.District is null ? null : device.Find(), null, "closed", StatusCodes.Status403Forbidden);
        var form = await SentForm.Of(http.Request);
        var touched = Read($"{form["touched"]} {form["glyph"]}");
        if (touched.Count < Glyphs.Chosen) return Page(holder, string.Join(' ', touched.Select(one => one.ToString(CultureInfo.InvariantCulture))));
        var id = holder.Learner.Id;
        if (!limits.Take(opened.Id, learner)) return await EnterClass.Refuse(visit, http, opened, id, "wait", StatusCodes.Status429TooManyRequests);
        var answer = await passwords.Check(Glyphs.Said(id, touched.Take(Glyphs.Chosen)), BadgeRows.Find(visit.Db, id)?.PicturesHash ?? "");
        if (answer is not (PasswordAnswer.Right or PasswordAnswer.Old) || Hats.Of(visit.Db, ActorKind.Learner, learner, visit.Today) is not { } actor)
        {
            await EnterClass.Refuse(visit, http, opened, id, "pictures", StatusCodes.Status403Forbidden);
            return Page(holder, "", isWrong: true, StatusCodes.Status403Forbidden);
        }

        limits.Succeeded(opened.Id, learner);
        return await EnterClass.Enter(visit, http, sessions, opened, actor);
    }

    // What nobody can touch is left out.
    private static List<int> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Glyphs.Chosen)
        .Select(one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Glyphs.Count ? number : -1).Where(one => one >= 0)];
}
