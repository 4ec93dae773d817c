using System.Globalization;
using System.Text;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Journal;

/// <summary>The district's journal, for who leads the district, examines it or answers for privacy: filtered, exported, verified. Nobody edits it, and nothing here can.</summary>
public partial class ShowJournal
{
    private const string Route = "/journal";
    private const int ShownAPage = 100;
    private const int MostExported = 100_000;
    private const int ProofMinutes = 15;
    private const Who Readers = Who.DistrictLeaders | Who.Auditors | Who.PrivacyOfficers;

    /// <summary>What was asked for.</summary>
    [Parameter, EditorRequired] public JournalFilter Filter { get; set; } = null!;

    /// <summary>The entries.</summary>
    [Parameter] public IReadOnlyList<JournalLine> Lines { get; set; } = [];

    /// <summary>The names of the learners whom the entries are about, of those who are still here.</summary>
    [Parameter] public IReadOnlyDictionary<LearnerId, string> Names { get; set; } = new Dictionary<LearnerId, string>();

    /// <summary>The newest checkpoints.</summary>
    [Parameter] public IReadOnlyList<CheckpointRow> Checkpoints { get; set; } = [];

    /// <summary>How many entries there are.</summary>
    [Parameter] public long Size { get; set; }

    /// <summary>The last verification by this process; null where none was asked for.</summary>
    [Parameter] public Verified? Last { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Readers);
        routes.MapGet(Route + "/export", Export).For(Readers).AddEndpointFilter(StepUp.Within(ProofMinutes, Route)).WithMetadata(new Costly(Cost.Export));
        routes.MapPost(Route + "/verify", Verify).For(Readers);
    }

    private static RazorComponentResult<ShowJournal> Show(Visit visit, Verifications verifications, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var filter = JournalFilter.Of(http.Request.Query, visit);
        var lines = JournalLines.Newest(visit.Db, filter.Ask, ShownAPage);
        return new RazorComponentResult<ShowJournal>(new
        {
            Filter = filter, Lines = lines, Names = NamesIn(lines, visit), Checkpoints = Checkpointing.Newest(visit.Db, 20), Size = Checkpointing.SizeOf(visit.Db), Last = verifications.Of(visit.Served.District!.Name),
        }) { PreventStreamingRendering = true };
    }

    private static Dictionary<LearnerId, string> NamesIn(IReadOnlyList<JournalLine> lines, Visit visit)
    {
        var learners = lines.Select(one => one.Learner).OfType<LearnerId>().Distinct().ToList();
        return visit.Scope.Learners.AsNoTracking().Where(one => learners.Contains(one.Id)).ToDictionary(one => one.Id, one => one.FullName);
    }

    /// <summary>What was asked for as a sheet or as lines of JSON. That it left the house is an entry of its own, and durable before it leaves.</summary>
    private static async Task<IResult> Export(Visit visit, HttpContext http, string? format = null)
    {
        var filter = JournalFilter.Of(http.Request.Query, visit);
        var lines = JournalLines.Newest(visit.Db, filter.Ask, MostExported);
        await visit.Served.District!.Writer.Tell(turn => turn.Tell(JournalAct.Exported, words: new { journal = lines.Count, format = format == "jsonl" ? "jsonl" : "csv" }), visit.Acting);
        http.Response.Headers.CacheControl = "private, no-store";
        var to = new StringWriter(CultureInfo.InvariantCulture);
        if (format == "jsonl")
        {
            foreach (var one in lines)
                to.Write(JsonSerializer.Serialize(new { index = one.Index, at = one.At, actor = one.Actor.ToString(), person = one.Person, name = one.Name, act = one.Act.ToString(), kind = one.Kind, row = one.Row, learner = one.Learner?.Value, door = one.Door, purpose = one.Purpose, from = one.From }) + "\n");
            return Results.File(Encoding.UTF8.GetBytes(to.ToString()), "application/jsonl", "journal.jsonl");
        }

        TableSheet.Write(to, ["index", "at", "actor", "person", "name", "act", "kind", "row", "learner", "door", "purpose", "from"],
            lines.Select(one => (IReadOnlyList<object?>)[one.Index, one.At, one.Actor.ToString(), one.Person, one.Name, one.Act.ToString(), one.Kind, one.Row, one.Learner?.Value, one.Door, one.Purpose, one.From]));
        return Results.File(Encoding.UTF8.GetBytes(to.ToString()), "text/csv", "journal.csv");
    }

    private static IResult Verify(Visit visit, Verifications verifications)
    {
        verifications.Begin(visit);
        return Results.Redirect(Route + "#verify");
    }
}
