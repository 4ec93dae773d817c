using System.Text.Json;
using Cairn.App.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Accounts;

/// <summary>What a secret lets somebody do.</summary>
public enum OnceKind
{
    /// <summary>Make their account.</summary>
    Invite,

    /// <summary>Choose a new password.</summary>
    Reset,

    /// <summary>Come in as a family.</summary>
    Claim,

    /// <summary>Bind a mentor's device.</summary>
    Mentor,
}

/// <summary>A secret that is shown for some minutes to who made it, and to nobody after.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Link">The address to open.</param>
/// <param name="Name">Whose it is; of a family the child's name.</param>
/// <param name="Until">Until when it works, UTC.</param>
public sealed record OnceShown(OnceKind Kind, string Link, string Name, DateTime Until)
{
    /// <summary>The code that is typed there; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The one guardian whom it is for; empty for whoever cares for the child.</summary>
    public string Guardian { get; init; } = "";

    /// <summary>What the child signs in by, for another sheet.</summary>
    public string Username { get; init; } = "";

    /// <summary>In which session it was made.</summary>
    public Guid Session { get; init; }
}

/// <summary>GET /shown-once: the sheet with a link or a code, to print. It is kept sealed in the browser that asked for it, so that asking for the page
/// again makes no second one.</summary>
public partial class ShowOnce
{
    internal const string Path = "/shown-once";
    private const string Name = "once";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired] public OnceShown Shown { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Show).For(Who.Leaders);

    /// <summary>Keeps it, and leads to the page that shows it.</summary>
    internal static IResult Keep(Visit visit, Carried carried, OnceShown shown)
    {
        carried.Put(Name, JsonSerializer.Serialize(shown with { Session = visit.Session!.Id }), Length);
        return Results.Redirect(Path);
    }

    private static IResult Show(Visit visit, Carried carried, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (carried.Read(Name) is not { } kept || JsonSerializer.Deserialize<OnceShown>(kept) is not { } shown || shown.Session != visit.Session!.Id) return Results.Redirect("/");
        return new RazorComponentResult<ShowOnce>(new { Shown = shown }) { PreventStreamingRendering = true };
    }
}
