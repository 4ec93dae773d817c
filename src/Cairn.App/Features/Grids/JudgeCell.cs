using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Assessing;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Grids;

/// <summary>POST /grid/judgments: what one key says of one cell. The answer is the cell as it stands now, what was saved or why not, and what others said today.</summary>
internal static class JudgeCell
{
    public const string Address = "/grid/judgments";
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, Take).For(Who.Educators);

    private static async Task<IResult?> Take(Visit visit, Words words, HttpContext http)
    {
        if (await KeySent.Read(http.Request) is not { } sent || sent.Shown(visit) is not { } shown) return Results.BadRequest();
        if (visit.Scope.Find(new LearnerId(sent.Whose)) is not { } learner) return null;
        var framework = visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Code == sent.Framework) ?? visit.Frameworks.FirstOrDefault(one => one.Content.Competencies.Count > 0);
        if (framework?.Content.Find(sent.Code!) is not { } competency || !framework.Content.Counts(competency.Id)) return null;
        var cell = new JudgedCell(visit, words, framework, learner, competency, sent.Stage);
        var done = await Write(visit, sent, cell, shown);
        if (done.Fault is AssessFault.NotFound) return null;
        if (done.Fault is AssessFault.SeesOnly or AssessFault.Own) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        http.Response.StatusCode = done.Fault switch { AssessFault.None => 200, AssessFault.SeesOnly or AssessFault.Own => 403, AssessFault.SaidOtherwise => 409, _ => 422 };
        http.Response.Headers.CacheControl = "no-store";
        return new SendHtml(Said(new HtmlBytes().Raw("<!DOCTYPE html><title>-</title><table><tr>"u8).Raw(cell.Face().Whole).Raw("</tr></table>"u8), cell, sent, done, words, visit));
    }

    // Many teachers judge at once: what waits becomes one flush to the disk. Where one of a flush is at fault, each is done again alone.
    private static async Task<Assessed> Write(Visit visit, KeySent sent, JudgedCell cell, (DateOnly Day, DateTime ShownOn) shown)
    {
        var quick = cell.Quick;
        var level = sent.Do switch { "level" => LevelKeys.LevelOf(cell.Scale, sent.Key!, cell.Stage), "exact" when decimal.TryParse(sent.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => cell.Scale.WithNumber(number), _ => null };
        var claim = new SaidClaim(cell.Competency.Id, quick.Target, cell.Stage, level?.Number, sent.NonScore, (sent.Comment ?? "").Trim());
        if (sent.Do is "level" or "exact" && level is null) return new Assessed(AssessFault.NoLevel);
        if (sent.Do is not ("back" or "undo") && claim.FaultOf(cell.Framework, cell.Learner) is var misfit && misfit != AssessFault.None) return new Assessed(misfit);
        if (claim.IsJudged && quick.IsByParts) return new Assessed(AssessFault.ByParts);
        var ask = new CellAsk(sent.Own, cell.Learner.Id, claim, (sent.What ?? "").Trim(), shown.Day, shown.ShownOn, claim.CriteriaFirst(cell.Framework, cell.Learner, claim.IsJudged ? visit.Scope.CriteriaPolicies() : [], shown.Day));
        var (actor, today, done) = (visit.Actor!, visit.Today, new Assessed(AssessFault.Nothing));
        await visit.Tell(turn =>
        {
            var judging = new CellJudging(turn, actor, today);
            done = sent.Do switch
            {
                "back" => judging.TakeBack(ask.Learner, claim.Competency, claim.Target, claim.Stage),
                "undo" => judging.Undo(ask.Learner, claim.Competency, sent.Undone),
                _ => judging.Judge(ask),
            };
        });
        return done;
    }

    private static HtmlBytes Said(HtmlBytes to, JudgedCell cell, KeySent sent, Assessed done, Words words, Visit visit)
    {
        var isBack = sent.Do is "back" or "undo";
        to.Raw("<p data-said"u8);
        if (done is { Fault: AssessFault.None, Judgment: { } taken } && sent.Do == "back")
            to.Raw(" data-took=\""u8).Text(taken.Level is { } at ? at.ToString(CultureInfo.InvariantCulture) : taken.NonScore == NonScore.Missed ? "missed" : "few").Raw("\""u8);
        to.Raw(">"u8).Text(done.Fault == AssessFault.None
            ? words["grid.judge.done", ("what", isBack ? "back" : done.Judgment is null ? "words" : "level"), ("name", cell.Learner.CalledName), ("code", cell.Competency.Code), ("level", done.Judgment is { } said ? cell.Said(said) : "")]
            : words[$"assess.{done.Fault}", ("name", cell.Learner.CalledName)]).Raw("</p>"u8);
        foreach (var (name, other) in cell.Others(visit.Now - Lately))
            to.Raw("<p data-other>"u8).Text(words["grid.judge.other", ("name", name), ("level", cell.Said(other)), ("minutes", (int)(visit.Now - other.JudgedAt).TotalMinutes)]).Raw("</p>"u8);
        return to;
    }
}
