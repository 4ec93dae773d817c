using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Transfers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transfers;

/// <summary>What a learner brings from another school: the old transcript line by line, what each line is taken for here, and what has to be settled.</summary>
public partial class ShowTransferIn
{
    private const string Route = "/learners/{id:guid}/transfer-in";
    private const long LargestSheet = 256 << 10;

    /// <summary>Who comes.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Transcripts of other schools, the newest first.</summary>
    [Parameter] public IReadOnlyList<PriorOf> Prior { get; set; } = [];

    /// <summary>What is needed to say what lines are taken for.</summary>
    [Parameter, EditorRequired] public TransferReads Reads { get; set; } = null!;

    /// <summary>Lines that are taken for granted, the soonest to expire first.</summary>
    [Parameter] public IReadOnlyList<ProvisionalOf> Granted { get; set; } = [];

    /// <summary>Situations that the law protects; null for whoever may not know of any.</summary>
    [Parameter] public IReadOnlyList<SpecialSituation>? Situations { get; set; }

    /// <summary>What is wrong with the sheet that was brought.</summary>
    [Parameter] public IReadOnlyList<RowFault> SheetFaults { get; set; } = [];

    /// <summary>The signed record that was brought; null for none.</summary>
    [Parameter] public BroughtRecord? Brought { get; set; }

    /// <summary>Is a sheet shown before it is kept?</summary>
    [Parameter] public bool IsTried { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Certify);
        // One address for all that is done here, and one door in the journal: a family that reads who looked learns nothing of what else may stand on this page.
        routes.MapPost(Route, Take).For(Who.Educators, Rights.Certify);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/transfer-in";

    private static RazorComponentResult<ShowTransferIn>? Show(Guid id, Visit visit, Words words, HttpContext http) => Page(new LearnerId(id), visit, http, Typed.Of(words));

    private static async Task<IResult?> Take(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        return typed["do"] switch
        {
            "try" => await Try(learner, visit, words, http, typed),
            "more" => Page(learner, visit, http, typed),
            "keep" => await Keep(learner, visit, words, http, typed),
            "drop" => await DecideLine.Drop(learner, visit, http, typed),
            "situation" or "situation-end" => await SaySituation.Take(learner, visit, words, http, typed),
            _ => null,
        };
    }

    // Nothing is kept: the lines come into the form, where they are looked through.
    private static async Task<IResult?> Try(LearnerId learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        if ((await SentForm.Of(http.Request)).Files.FirstOrDefault(one => one.Name == "sheet" && one.Length > 0) is not { } file) typed.Refuse("sheet", words["transfer.sheet.none"]);
        else if (file.Length > BroughtRecord.Largest) typed.Refuse("sheet", words["transfer.sheet.large"]);
        else
        {
            var faults = new FaultList();
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, http.RequestAborted);
            if (BroughtRecord.IsLike(bytes.ToArray())) return Brings(bytes.ToArray(), learner, visit, words, http, typed);
            if (file.Length > LargestSheet)
            {
                typed.Refuse("sheet", words["transfer.sheet.large"]);
                return Page(learner, visit, http, typed);
            }

            bytes.Position = 0;
            var rows = ReadPrior.From(bytes, RowFault.Show(file.FileName), faults);
            var filled = Typed.Of(words, [("origin", typed["origin"]), .. rows.SelectMany((one, i) => PriorFields.Of(i + 1, one))]);
            return Page(learner, visit, http, filled, faults.Errors, isTried: true);
        }

        return Page(learner, visit, http, typed);
    }

    private static RazorComponentResult<ShowTransferIn>? Brings(byte[] bytes, LearnerId learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        if (BroughtRecord.Of(bytes) is { } brought) return Page(learner, visit, http, brought.Fields(words), isTried: true, brought: brought);
        typed.Refuse("sheet", words["transfer.record.broken"]);
        return Page(learner, visit, http, typed);
    }

    private static async Task<IResult?> Keep(LearnerId learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        var origin = typed.Text("origin", 200, isNeeded: true);
        var id = new PriorTranscriptId(typed.Once($"prior {learner.Value:N}", visit.Actor!.Person));
        // A form that is sent twice brings what it brought itself.
        var lines = PriorFields.Read(typed, words, visit.Today, [.. PriorRows.Standing(visit.Db, visit.Scope, learner, origin).Where(one => one.Transcript != id)]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        return await visit.Write(turn => PriorRows.Enter(turn, visit.ScopeOf(turn), learner, origin, lines, id)) is { } entered ? Results.Redirect($"{PathOf(learner)}#of-{entered.Value:N}") : null;
    }

    internal static RazorComponentResult<ShowTransferIn>? Page(LearnerId id, Visit visit, HttpContext http, Typed typed, IReadOnlyList<RowFault>? faults = null, bool isTried = false, BroughtRecord? brought = null)
    {
        if (visit.Scope.Find(id) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Learner = learner, Prior = PriorRows.Of(visit.Db, visit.Scope, id), Reads = new TransferReads(visit.Db, visit.Scope, learner, visit.Frameworks, visit.Today), Granted = ProvisionalRows.ToSettle(visit.Db, visit.Scope, id),
            Situations = SituationRows.MayKnow(visit.Scope, id) ? SituationRows.Of(visit.Db, visit.Scope, id) : null, SheetFaults = faults ?? [], Brought = brought, IsTried = isTried, Typed = typed,
        })
        {
            PreventStreamingRendering = true,
            StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : !typed.IsGood ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }
}
