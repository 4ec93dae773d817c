using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Messages;

/// <summary>Who leads a school decides who writes to whom there, and when nobody is sent a notice.</summary>
public partial class LimitMessages
{
    private const string Route = "/messages/limits";
    private const int MinutesAnHour = 60;

    /// <summary>The schools, each with what holds there.</summary>
    [Parameter] public IReadOnlyList<(Organization School, MessagePolicy Policy)> Schools { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Leaders);
        routes.MapPost(Route, Decide).For(Who.Leaders);
    }

    private static RazorComponentResult<LimitMessages> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, Typed.Of(words));

    private static async Task<IResult?> Decide(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (visit.Scope.SchoolsLed().FirstOrDefault(one => one.Id.Value == typed.Id("school")) is not { } school) return null;
        var (age, from, until) = (typed.Whole("age", 0, 18), typed.Whole("from", 0, 23), typed.Whole("until", 0, 23));
        if (!typed.IsGood) return Page(visit, http, typed);
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => PolicyRows.Decide(turn, school.Id, seen, one => one.Decide(typed.IsOn("guardians"), typed.IsOn("learners"), age, from * MinutesAnHour, until * MinutesAnHour)));
        if (changed == Changed.Done) return Results.Redirect(Route);
        typed.IsOvertaken = true;
        return Page(visit, http, typed);
    }

    private static RazorComponentResult<LimitMessages> Page(Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood || typed.IsOvertaken) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new(new { Schools = (IReadOnlyList<(Organization, MessagePolicy)>)[.. visit.Scope.SchoolsLed().Select(one => (one, MessageRows.PolicyFor(visit.Db, one.Id)))], Typed = typed }) { PreventStreamingRendering = true };
    }
}
