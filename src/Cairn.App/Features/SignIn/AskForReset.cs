using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Notices;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.SignIn;

/// <summary>Who cannot get in asks for a letter. What is answered, and how soon, is the same whoever is asked for: whether there is such an
/// account is looked up after the answer, beside it.</summary>
public partial class AskForReset
{
    internal const string Path = "/reset";

    /// <summary>Was a letter asked for?</summary>
    [Parameter] public bool IsAsked { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Visit visit) => visit.Served.District is null ? Results.Redirect("/") : Page(isAsked: false)).For(Who.Anyone);
        routes.MapPost(Path, Ask).For(Who.Anyone);
    }

    private static RazorComponentResult<AskForReset> Page(bool isAsked) => new(new { IsAsked = isAsked }) { PreventStreamingRendering = true };

    private static async Task<IResult> Ask(Visit visit, Words words, HttpContext http, Mailer mailer, ResetLetters letters)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (visit.Served.District is null) return Results.Redirect("/");
        var (name, acting) = ((await SentForm.Of(http.Request))["name"].ToString(), RequestActing.Of(http, null, Guid.Empty));
        letters.Post(mailer, visit.Served, name, words, http.Connection.RemoteIpAddress, acting);
        return Page(isAsked: true);
    }
}
