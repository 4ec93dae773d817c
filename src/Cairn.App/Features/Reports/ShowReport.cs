using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Reports;

/// <summary>A learner's report card at a chosen grain, about a chosen time: to read, to print, and for educators to write in.</summary>
public partial class ShowReport
{
    private const string Route = "/learners/{id:guid}/report";
    private const int Longest = 6000;

    /// <summary>The card.</summary>
    [Parameter, EditorRequired] public ReportCard Card { get; set; } = null!;

    /// <summary>What was asked for.</summary>
    [Parameter, EditorRequired] public string Asked { get; set; } = "";

    /// <summary>The grain, and the time.</summary>
    [Parameter] public (string Grain, DateOnly From, DateOnly Until) Time { get; set; }

    /// <summary>May the reader write in it?</summary>
    [Parameter] public bool Writes { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Write).For(Who.Educators, Rights.SeeNotes | Rights.Plan);
        routes.MapPost($"{Route}/expected", Expect).For(Who.Educators, Rights.SeeNotes | Rights.Plan);
    }

    private static RazorComponentResult<ShowReport>? Show(Guid id, Visit visit, Words words, HttpContext http, string? grain = null, string? from = null, string? until = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, ReportAsk.Of(grain, from, until, visit.Today), visit, words, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Write(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var ask = ReportAsk.Of(typed["grain"], typed["from"], typed["until"], visit.Today);
        var (actor, today, isReleased) = (visit.Actor!, visit.Today, typed["do"] == "release");
        var text = typed["do"] == "back" ? "" : typed.Text("text", Longest, isNeeded: true);
        AreaId? area = typed.Id("area") is var said && said == Guid.Empty ? null : new AreaId(said);
        if (area is not null && !visit.Frameworks.Any(one => one.Content.Areas.Any(each => each.Id == area))) typed.Refuse("text", words["form.choose"]);
        // What is kept is kept for the days that were typed, or not at all.
        if (typed["from"].Length > 0 && string.CompareOrdinal(typed["from"], typed["until"]) > 0) typed.Refuse("text", words["report.time.wrong"]);
        if (!typed.IsGood) return Page(learner, ask, visit, words, http, typed);
        if (typed.Id("narrative") is var narrative && narrative == Guid.Empty)
            return await visit.Write(turn => ReportRows.Add(turn, actor, today, learner.Id, area, (ask.From, ask.Until), text, isReleased, new ReportNarrativeId(typed.Once($"narrative {learner.Id.Value:N}", visit.Actor!.Person)))) is null ? null : Back(learner, ask);
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => ReportRows.Change(turn, actor, today, learner.Id, new ReportNarrativeId(narrative), seen, one =>
        {
            if (typed["do"] == "back")
            {
                one.TakeBack();
                return;
            }

            one.Write(text);
            if (isReleased) one.Release(turn.Now);
        }));
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Back(learner, ask);
        typed.IsOvertaken = true;
        return Page(learner, ask, visit, words, http, typed);
    }

    private static async Task<IResult?> Expect(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var ask = ReportAsk.Of(typed["grain"], typed["from"], typed["until"], visit.Today);
        var competency = new CompetencyId(typed.Id("competency"));
        if (!visit.Frameworks.Any(one => one.Content.Find(competency) is not null)) typed.Refuse("competency", words["form.choose"]);
        var text = typed.Text("expected", Longest);
        if (!typed.IsGood) return Page(learner, ask, visit, words, http, typed);
        var (actor, today) = (visit.Actor!, visit.Today);
        return await visit.Write(turn => ReportRows.Expect(turn, actor, today, learner.Id, competency, text)) ? Back(learner, ask) : null;
    }

    private static RazorComponentResult<ShowReport> Page(Learner learner, ReportAsk ask, Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood || typed.IsOvertaken) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new(new
        {
            Card = ReportCard.Of(learner, ask, visit, words), Asked = ask.ToString(), Time = (ask.Grain.ToString(), ask.From, ask.Until), Writes = ReportRows.Writes(visit.Scope, learner.Id), Typed = typed,
        }) { PreventStreamingRendering = true };
    }

    private static IResult Back(Learner learner, ReportAsk ask) => Results.Redirect($"{Visit.PathOf(learner.Id)}/report?{ask}");
}
