using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.SignIn;

/// <summary>A mentor comes by the link of a letter and types the code that they were told: that binds this device, and no other.</summary>
public partial class BindMentor
{
    internal const string Path = "/mentor";

    /// <summary>What is wrong; never the code.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Does the link work?</summary>
    [Parameter] public bool IsAlive { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{token}", (string token, CarriedLink link) => link.Take(Codes.Mentor, token, Path)).For(Who.Anyone);
        routes.MapGet(Path, Show).For(Who.Anyone);
        routes.MapPost(Path, Bind).For(Who.Anyone);
    }

    private static RazorComponentResult<BindMentor> Page(Typed typed, bool isAlive, int status) => new(new { Typed = typed, IsAlive = isAlive }) { StatusCode = status, PreventStreamingRendering = true };

    private static OneTimeCode? Find(Visit visit, CarriedLink link) => visit.Served.District is null ? null : MentorLinks.Find(visit.Db, link.Read(Codes.Mentor), visit.Now);

    private static async Task<IResult> Show(Visit visit, Words words, CarriedLink link, DeadLinks dead) =>
        Find(visit, link) is null ? await Dead(words, link, dead) : Page(Typed.Of(words), isAlive: true, StatusCodes.Status200OK);

    private static async Task<IResult> Dead(Words words, CarriedLink link, DeadLinks dead)
    {
        await dead.Tell(Codes.Mentor, link.Read(Codes.Mentor));
        return Page(Typed.Of(words), isAlive: false, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Bind(Visit visit, Words words, HttpContext http, CarriedLink link, DeadLinks dead, ClaimLimits limits, Sessions sessions)
    {
        var typed = Typed.Of(words);
        if (Find(visit, link) is not { } row || visit.Served.District is not { } district || limits.Take(district.Name, http.Connection.RemoteIpAddress) > TimeSpan.Zero
            || Hats.Of(visit.Db, ActorKind.Sponsor, row.Person, visit.Today) is not { } sponsor) return await Dead(words, link, dead);
        if (!MentorLinks.IsRight(row, link.Read(Codes.Mentor), (await SentForm.Of(http.Request))["code"].ToString()))
        {
            await visit.Tell(turn =>
            {
                Codes.Miss(turn, row.Id);
                turn.Tell(JournalAct.Refused, words: new { by = "mentor" });
            });
            typed.Refuse("code", words["mentor.wrong"]);
            return Page(typed, isAlive: true, StatusCodes.Status400BadRequest);
        }

        var acting = RequestActing.Of(http, sponsor, Guid.Empty);
        if (!await visit.Write(turn => Codes.Use(turn, row.Id, visit.Now))) return await Dead(words, link, dead);
        await sessions.End(SessionCookie.Read(http.Request), district, acting);
        var token = await sessions.Begin(district, new SessionStart(sponsor, Guid.Empty, SignInMethods.Link, "") { IsProved = true, Device = DeviceName.Of(http.Request.Headers.UserAgent) }, acting);
        SessionCookie.Set(http, token, visit.Now + SessionLengths.Whole(ActorKind.Sponsor));
        link.Drop(Codes.Mentor);
        return Results.Redirect(Visit.HomeOf(sponsor));
    }
}
