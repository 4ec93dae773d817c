using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Checks;

/// <summary>Who is ready, the oldest first, by what they are ready for: one check may serve several.</summary>
public partial class ListReady
{
    private const string Route = "/ready";

    /// <summary>What waits, by competency; the competency whose oldest wish is the oldest comes first.</summary>
    [Parameter] public IReadOnlyList<IGrouping<CompetencyId, ReadyLine>> Groups { get; set; } = [];

    /// <summary>Were some answered by somebody else meanwhile?</summary>
    [Parameter] public int MovedOn { get; set; }

    /// <summary>What the reader has just marked as checked, and may take back.</summary>
    [Parameter] public IReadOnlyList<(ReadyRequest Request, Learner Learner)> Done { get; set; } = [];

    /// <summary>The request whose form was sent with a fault; empty for none.</summary>
    [Parameter] public string Sent { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Answer).For(Who.Educators);
    }

    private static RazorComponentResult<ListReady> Show(Visit visit, Words words, HttpContext http, int moved = 0, string done = "") =>
        Page(visit, http, Typed.Of(words), Math.Clamp(moved, 0, 99), [.. done.Split('.').Take(60).Select(one => Guid.TryParseExact(one, "N", out var id) ? new ReadyRequestId(id) : default).Where(one => one != default)]);

    private static async Task<IResult?> Answer(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        // Each box holds a request and the version that was seen; several boxes of one name come with commas between.
        var picked = typed["one"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<(ReadyRequestId Id, int Version)>().ToList();
        if (picked.Count == 0) typed.Refuse("one", words["ready.queue.pick"]);
        var (by, day, answer) = (new PersonId(visit.Actor!.Person), default(DateOnly), "");
        switch (typed["do"])
        {
            case "plan":
                day = typed.Day("day") ?? default;
                if (typed.IsGood && (day < visit.Today || day > visit.Today.AddYears(1))) typed.Refuse("day", words["ready.queue.day.wrong"]);
                break;
            case "back":
                answer = typed.Text("answer", AskCheck.Longest, isNeeded: true);
                break;
            case "checked" or "unchecked":
                break;
            default:
                return null;
        }

        if (!typed.IsGood) return Page(visit, http, typed, 0);
        var changes = await visit.Write(turn => picked.ConvertAll(one => typed["do"] == "unchecked" ? ReadyRows.Uncheck(turn, visit.ScopeOf(turn), one.Id, one.Version) : ReadyRows.Change(turn, visit.ScopeOf(turn), one.Id, one.Version, request =>
        {
            if (typed["do"] == "plan") request.PlanFor(day, by, turn.Now);
            else if (typed["do"] == "back") request.SendBack(by, answer, turn.Now);
            else request.Check(by, turn.Now);
        })));
        if (changes.TrueForAll(one => one == RowChange.NotFound)) return null;
        var moved = changes.Count(one => one == RowChange.MovedOn);
        var done = typed["do"] != "checked" ? "" : string.Join('.', picked.Where((_, i) => changes[i] == RowChange.Done).Take(60).Select(one => $"{one.Id.Value:N}"));
        return Results.Redirect(moved == 0 && done.Length == 0 ? Route : $"{Route}?{(moved > 0 ? $"moved={moved}&" : "")}{(done.Length > 0 ? $"done={done}" : "")}".TrimEnd('&'));
    }

    private static (ReadyRequestId, int)? Read(string box) =>
        box.Split(':') is [var id, var version] && Guid.TryParse(id, out var one) && int.TryParse(version, CultureInfo.InvariantCulture, out var seen) ? (new ReadyRequestId(one), seen) : null;

    private static RazorComponentResult<ListReady> Page(Visit visit, HttpContext http, Typed typed, int movedOn, IReadOnlyCollection<ReadyRequestId>? done = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Groups = (IReadOnlyList<IGrouping<CompetencyId, ReadyLine>>)[.. ReadyRows.Queue(visit.Db, visit.Scope).GroupBy(one => one.Request.Competency)], MovedOn = movedOn, Done = ReadyRows.CheckedNow(visit.Db, visit.Scope, done ?? []), Sent = typed.IsGood ? "" : typed["one"], Typed = typed })
        { PreventStreamingRendering = true };
    }

    private Competency? Find(CompetencyId id) => Visit.Frameworks.Select(one => one.Content.Find(id)).FirstOrDefault(one => one is not null);
}
