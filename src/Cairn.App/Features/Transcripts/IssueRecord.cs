using Cairn.App.Access;
using Cairn.App.Signing;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transcripts;

/// <summary>Records as they were issued to a learner, and the mistakes in them: who keeps the official record issues one, tells of a mistake, and decides about what another told of.</summary>
public partial class IssueRecord
{
    private const string Route = "/learners/{id:guid}/records";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What was issued.</summary>
    [Parameter] public IssuedRecords Editions { get; set; } = IssuedRecords.From([], []);

    /// <summary>Errata, newest first.</summary>
    [Parameter] public IReadOnlyList<Erratum> Errata { get; set; } = [];

    /// <summary>Does what holds today differ from the edition in force?</summary>
    [Parameter] public bool HasMovedOn { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost(Route, Issue).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{Route}/errata", Ask).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{Route}/errata/{{erratum:guid}}", Decide).For(Who.Educators, Rights.Certify);
    }

    private static RazorComponentResult<IssueRecord>? Show(Guid id, Visit visit, Words words, HttpContext http) => visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, words, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Issue(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var why = typed.Choice<IssuedFor>("for");
        if (why == IssuedFor.Correction) typed.Refuse("for", words["form.choose"]);
        if (!typed.IsGood) return Page(learner, visit, words, http, typed);
        var (seen, make) = (typed.WholeOrNone(Typed.SeenName, 0, int.MaxValue) ?? -1, await MakeRecord.Maker(learner.Id, visit, words));
        switch ((await visit.Write(turn => RecordRows.Issue(turn, visit.ScopeOf(turn), learner.Id, why, seen, visit.Today, make(turn)), purpose: "record")).Outcome)
        {
            case Issued.NotThere: return null;
            case Issued.Done: return Results.Redirect(PathOf(learner));
            case Issued.IsClosed:
                typed.Refuse("for", words["record.closed"]);
                await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.AgainstRule);
                break;
            default: typed.IsOvertaken = true; break;
        }

        return Page(learner, visit, words, http, typed);
    }

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var text = typed.Text("text", ErratumRows.LongestText, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, words, http, typed);
        var asked = await visit.Write(turn => ErratumRows.Ask(turn, visit.ScopeOf(turn), learner.Id, new FrozenRecordId(typed.Id("record")), typed["do"] == "withdraw", text), purpose: "erratum");
        if (asked is not null) return Results.Redirect(PathOf(learner));
        typed.Refuse("text", words["record.erratum.waits"]);
        return Page(learner, visit, words, http, typed);
    }

    private static async Task<IResult?> Decide(Guid id, Guid erratum, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var text = typed.Text("decision", ErratumRows.LongestText, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, words, http, typed);
        var (seen, make) = (typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0, await MakeRecord.Maker(learner.Id, visit, words));
        switch (await visit.Write(turn => ErratumRows.Decide(turn, visit.ScopeOf(turn), learner.Id, new ErratumId(erratum), seen, typed["do"] == "approve", text, visit.Today, make(turn)), purpose: "erratum"))
        {
            case Changed.Done: return Results.Redirect(PathOf(learner));
            case Changed.NotThere: return null;
            case Changed.Overtaken: typed.IsOvertaken = true; break;
            default:
                typed.Refuse("decision", words["record.erratum.second"]);
                await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.AgainstRule);
                break;
        }

        return Page(learner, visit, words, http, typed);
    }

    private static RazorComponentResult<IssueRecord> Page(Learner learner, Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (!typed.IsGood || typed.IsOvertaken) http.Response.StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        var issued = RecordRows.Of(visit.Db, visit.Scope, learner.Id);
        return new(new { Learner = learner, Editions = issued, Errata = ErratumRows.Of(visit.Db, visit.Scope, learner.Id), HasMovedOn = issued.InForce is { } newest && IsOtherThan(newest, learner.Id, visit, words), Typed = typed })
        {
            StatusCode = http.Response.StatusCode, PreventStreamingRendering = true,
        };
    }

    // The day alone is no difference: what is printed of the record is compared.
    private static bool IsOtherThan(FrozenRecord record, LearnerId learner, Visit visit, Words words) =>
        RecordRows.BytesOf(visit.Db, visit.Scope, learner, record.Id) is { } bytes && Cairn.Interop.SignedRecords.RecordFile.Read(bytes)?.Sheet() is { } kept
        && MakeRecord.Read(visit.Db, visit.Scope, learner, MakeRecord.Ask(visit, words)) is { } read && !Cairn.Interop.SignedRecords.SheetText.AreSame(kept, Transcript.From(read.Facts).Sheet);

    internal static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/records";
}
