using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Questions;

/// <summary>Questions and appeals that wait for the reader, the soonest due first.</summary>
public partial class AnswerQuestions
{
    private const string Route = "/questions";

    /// <summary>The queue.</summary>
    [Parameter] public IReadOnlyList<QueryLine> Queue { get; set; } = [];

    /// <summary>The one whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        AskQuestion.Map(routes);
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route + "/{query:guid}", Answer).For(Who.Educators);
    }

    private static RazorComponentResult<AnswerQuestions> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, null, Typed.Of(words));

    private static async Task<IResult?> Answer(Guid query, Visit visit, Words words, HttpContext http)
    {
        // Who has nothing to answer or decide in it finds nothing: nor does whoever it is against.
        if (JudgmentQueryRows.Queue(visit.Db, visit.Scope).FirstOrDefault(one => one.Query.Id.Value == query) is not { } line) return null;
        var typed = await Typed.Read(http, words);
        var (text, seen, isAppeal) = (typed.Text("answer", AskQuestion.Longest, isNeeded: true), Sight.Of(typed), line.Query.State == QueryState.Appealed);
        if (typed["outcome"] is not ("stands" or "change")) typed.Refuse("outcome", words["form.choose"]);
        var level = !isAppeal && typed["outcome"] == "change" ? Levels(visit, line).FirstOrDefault(one => Number(one) == typed["level"]) : null;
        if (!isAppeal && typed["outcome"] == "change" && level is null) typed.Refuse("level", words["question.level.needed"]);
        if (!typed.IsGood) return Page(visit, http, query, typed);
        var done = await visit.Write(turn =>
        {
            var scope = new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now);
            return isAppeal ? JudgmentQueryRows.Decide(turn, scope, line.Query.Id, seen, typed["outcome"] == "change", text) : JudgmentQueryRows.Answer(turn, scope, line.Query.Id, seen, level?.Number, text);
        }, purpose: "question");
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect(Route);
        if (done == PlanChange.Refused) typed.Refuse("outcome", words["questions.decidedAbove"]);
        else typed.IsOvertaken = true;
        return Page(visit, http, query, typed);
    }

    /// <summary>The levels that could stand in a judgment's place: those of its scale.</summary>
    private static IReadOnlyList<ProficiencyLevel> Levels(Visit visit, QueryLine line) =>
        visit.Frameworks.Where(one => one.Content.Find(line.Query.Competency) is not null)
            .Select(one => Standing.ScaleOf(one.Content.Find(line.Query.Competency)!, one.Content, one.RulesFor(line.Learner.Place)).Levels).FirstOrDefault() ?? [];

    private static string Number(ProficiencyLevel level) => level.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<FieldOption> Choices(QueryLine line) => [new FieldOption("", Words["question.level.choose"]), .. Levels(Visit, line).Where(one => one.Number != line.Judgment?.Level).Select(one => new FieldOption(Number(one), LevelLook.Text(one, Words)))];

    private string Said(QueryLine line) => line.Judgment is not { } said ? "" : said.Level is { } level ? LevelOf(line, level) : said.IsCompletion ? Words["question.said.complete"] : Words["question.said.none"];

    private string LevelOf(QueryLine line, decimal number) => Levels(Visit, line).FirstOrDefault(one => one.Number == number) is { } level ? LevelLook.Text(level, Words) : Words.Number(number);

    private static RazorComponentResult<AnswerQuestions> Page(Visit visit, HttpContext http, Guid? sent, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Queue = JudgmentQueryRows.Queue(visit.Db, visit.Scope), Sent = sent, Typed = typed }) { PreventStreamingRendering = true };
    }
}
