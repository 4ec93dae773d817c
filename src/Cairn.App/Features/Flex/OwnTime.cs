using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>Where a learner goes today and this week, with whom and for what; and their own choice, where a slot is open to it.</summary>
public partial class OwnTime
{
    private const string Route = "/learners/{id:guid}/flex";
    private const int DaysAhead = 7;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Today's slots and those of the next days.</summary>
    [Parameter] public IReadOnlyList<FlexDay> Days { get; set; } = [];

    /// <summary>Could a choice not be made?</summary>
    [Parameter] public bool WasRefused { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();
        routes.MapPost(Route, Choose).For(Who.Learners, Rights.Plan).OpenToBadges();
    }

    private static RazorComponentResult<OwnTime>? Show(Guid id, Visit visit, HttpContext http) => Page(id, visit, http, wasRefused: false);

    private static async Task<IResult?> Choose(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var offer = typed["offer"].Length == 0 ? (FlexOfferId?)null : new FlexOfferId(typed.Id("offer"));
        var isDone = await visit.Write(turn => OwnFlex.Choose(turn, new LearnerId(id), new FlexSlotId(typed.Id("slot")), offer, visit.Today));
        return isDone ? Results.Redirect(PathOf(new LearnerId(id))) : Page(id, visit, http, wasRefused: true);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/flex";

    private static RazorComponentResult<OwnTime>? Page(Guid id, Visit visit, HttpContext http, bool wasRefused)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Days = OwnFlex.Of(visit.Db, visit.Scope, learner.Id, visit.Today, visit.Today.AddDays(DaysAhead), visit.Today), WasRefused = wasRefused }) { PreventStreamingRendering = true };
    }
}
