using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Amendments;

/// <summary>A family, or a learner of age, asks for something in the record to be put right, takes it back, and has the last word in the
/// record where the school refuses.</summary>
public partial class AskAmendment
{
    private const string Route = "/learners/{id:guid}/amendments";
    internal const int Longest = 4000;

    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The requests so far, newest first.</summary>
    [Parameter] public IReadOnlyList<Amendment> Asked { get; set; } = [];

    /// <summary>What the new one would be about.</summary>
    [Parameter] public DisputedPart About { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
        routes.MapPost(Route, Ask).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
        routes.MapPost($"{Route}/{{amendment:guid}}", Answer).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
    }

    private static IResult? Show(Guid id, Visit visit, Words words, HttpContext http, string? about = null) =>
        Find(id, visit) is { } learner ? Page(learner, visit, http, Typed.Of(words, ("about", DisputedPart.Read(about ?? "").ToString())))
        : visit.Scope.Find(new LearnerId(id)) is { } seen ? new RazorComponentResult<NotYours>(new { Learner = seen }) { PreventStreamingRendering = true } : null;

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var wish = typed.Text("wish", Longest, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var dueOn = AmendmentDays.DueOn(visit.Today, DaysToDecide.Of());
        await visit.Write(turn => AmendmentRows.Ask(turn, visit.Actor!, learner.Id, DisputedPart.Read(typed["about"]), wish, visit.Today, dueOn), purpose: "amendment");
        return Results.Redirect(PathOf(learner));
    }

    private static async Task<IResult?> Answer(Guid id, Guid amendment, Visit visit, Words words, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var by = new PersonId(visit.Actor!.Person);
        var statement = typed.Text("statement", Longest);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        await visit.Write(turn => AmendmentRows.Change(turn, new AmendmentId(amendment), one => one.Learner == learner.Id && RightsHolders.Has(turn.Db, visit.Actor!, learner, visit.Today, turn.Now),
            one =>
            {
                if (typed.IsOn("withdraw") && one.AskedBy == by) one.Withdraw();
                else if (statement.Length > 0) one.Attach(statement);
            }), purpose: "amendment");
        return Results.Redirect(PathOf(learner));
    }

    private static RazorComponentResult<AskAmendment> Page(Learner learner, Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Asked = AmendmentRows.Of(visit.Db, visit.Scope, learner.Id), About = DisputedPart.Read(typed["about"]), Typed = typed }) { PreventStreamingRendering = true };
    }

    private static Learner? Find(Guid id, Visit visit) => visit.Scope.Find(new LearnerId(id)) is { } learner && RightsHolders.Has(visit.Db, visit.Actor!, learner, visit.Today, visit.Now) ? learner : null;

    private static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/amendments";
}

/// <summary>In how many days a district decides: the law's 45, or fewer, as the variable says.</summary>
internal static class DaysToDecide
{
    public const string Variable = "CAIRN_AMENDMENT_DAYS";

    public static int Of() => int.TryParse(Environment.GetEnvironmentVariable(Variable), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) && days > 0 ? days : AmendmentDays.Most;
}
