using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Questions;

/// <summary>"Why this? I have a question": a learner or their family asks about what was said of their work, reads the answer, and may ask above.</summary>
public partial class AskQuestion
{
    private const string Route = "/learners/{id:guid}/questions";
    internal const int Longest = 4000;

    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The questions so far that the reader may see, newest first.</summary>
    [Parameter] public IReadOnlyList<QueryLine> Asked { get; set; } = [];

    /// <summary>What a new one would be about; null where it names nothing that can be asked about.</summary>
    [Parameter] public Judgment? About { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The question whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Ask).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
        routes.MapPost(Route + "/{query:guid}", Follow).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
    }

    private static RazorComponentResult<AskQuestion>? Show(Guid id, Visit visit, Words words, HttpContext http, string? judgment = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words, ("judgment", judgment ?? ""))) : null;

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        // What is another's is not there.
        if (JudgmentQueryRows.About(visit.Db, visit.Scope, learner.Id, new JudgmentId(typed.Id("judgment"))) is not { } about) return null;
        var text = typed.Text("words", Longest, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var dueOn = QueryDays.DueOn(visit.Today, DaysToAnswer.Of());
        await visit.Write(turn => JudgmentQueryRows.Ask(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, about.Id, text, dueOn), purpose: "question");
        return Results.Redirect(PathOf(learner.Id));
    }

    private static async Task<IResult?> Follow(Guid id, Guid query, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var (typed, one) = (await Typed.Read(http, words), new JudgmentQueryId(query));
        if (JudgmentQueryRows.Of(visit.Db, visit.Scope, learner.Id).All(each => each.Query.Id != one)) return null;
        var isBack = typed["do"] == "back";
        var why = isBack ? "" : typed.Text("appeal", Longest, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed, query);
        var (seen, dueOn) = (Sight.Of(typed), QueryDays.DueOn(visit.Today, DaysToAnswer.Of()));
        var done = await visit.Write(turn => JudgmentQueryRows.Follow(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, one, seen, each =>
        {
            if (isBack) each.TakeBack();
            else each.AskAbove(why, turn.Now, dueOn);
        }), purpose: "question");
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect(PathOf(learner.Id));
        typed.IsOvertaken = true;
        return Page(learner, visit, http, typed, query);
    }

    private static RazorComponentResult<AskQuestion> Page(Learner learner, Visit visit, HttpContext http, Typed typed, Guid? sent = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Learner = learner, Asked = JudgmentQueryRows.Of(visit.Db, visit.Scope, learner.Id), About = JudgmentQueryRows.About(visit.Db, visit.Scope, learner.Id, new JudgmentId(typed.Id("judgment"))), Typed = typed, Sent = sent,
        }) { PreventStreamingRendering = true };
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/questions";
}

/// <summary>In how many school days a question is answered: ten, or as the variable says.</summary>
internal static class DaysToAnswer
{
    public const string Variable = "CAIRN_QUESTION_DAYS";

    public static int Of() => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : QueryDays.Usual;
}

/// <summary>The version that whoever sent a form had before them.</summary>
internal static class Sight
{
    public static int Of(Typed typed) => int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
