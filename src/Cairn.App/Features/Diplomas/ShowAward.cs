using System.Globalization;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Plans;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>A diploma as it was awarded: its audit of that day, to the letter, whatever rules came later; and how a mistake is taken back by two people.</summary>
public partial class ShowAward
{
    private const string Route = "/learners/{id:guid}/diplomas/{award:guid}";
    private const int Longest = 2000;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The diploma.</summary>
    [Parameter, EditorRequired] public AwardedDiploma Diploma { get; set; } = null!;

    /// <summary>The rows of its audit; none where it was erased.</summary>
    [Parameter] public IReadOnlyList<FrozenRow> Rows { get; set; } = [];

    /// <summary>The official record that was issued with it, and how that stands; null where none was.</summary>
    [Parameter] public (FrozenRecord Record, RecordState State)? Record { get; set; }

    /// <summary>Names of those who awarded, stood for it and withdrew.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    /// <summary>Are the bytes those that were stored?</summary>
    [Parameter] public bool IsWhole { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapGet($"{Route}/audit.json", Send).For(Who.Family | Who.Educators, Rights.Export);
        routes.MapPost($"{Route}/withdrawal", Withdraw).For(Who.Educators, Rights.Certify);
    }

    private static RazorComponentResult<ShowAward>? Show(Guid id, Guid award, Visit visit, Words words, HttpContext http) => Page(id, award, visit, http, Typed.Of(words));

    // The bytes as they were stored: whoever has them can hold their hash against the one on the page.
    private static IResult? Send(Guid id, Guid award, Visit visit, HttpContext http)
    {
        if (DiplomaRows.Awarded(visit.Db, visit.Scope, new LearnerId(id), new DiplomaAwardId(award)) is not { Text: { } text }) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(text.Audit), "application/json", "audit.json");
    }

    private static async Task<IResult?> Withdraw(Guid id, Guid award, Visit visit, Words words, HttpContext http)
    {
        var (learner, one, typed) = (new LearnerId(id), new DiplomaAwardId(award), await Typed.Read(http, words));
        if (DiplomaRows.Awarded(visit.Db, visit.Scope, learner, one) is not { } found) return null;
        var what = typed["do"];
        if (what is not ("ask" or "withdraw" or "refuse")) return null;
        var reason = what == "ask" ? typed.Text("reason", Longest, isNeeded: true) : "";
        var seen = int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var version) ? version : 0;
        if (found.Withdrawal is { State: WithdrawalState.Asked } asked && what != "ask" && asked.AskedBy == new PersonId(visit.Actor!.Person)) typed.Refuse("do", words["diploma.withdraw.second"]);
        if (!typed.IsGood) return Page(id, award, visit, http, typed);
        var done = await visit.Write(turn => what == "ask" ? DiplomaAwarding.AskWithdrawal(turn, visit.ScopeOf(turn), learner, one, reason)
            : DiplomaAwarding.DecideWithdrawal(turn, visit.ScopeOf(turn), learner, one, seen, what == "withdraw", words["diploma.withdraw.record"]), reason, "diploma");
        if (done == RowChange.Done) return Results.Redirect(PathOf(learner, one));
        if (done == RowChange.NotFound) return null;
        typed.IsOvertaken = true;
        return Page(id, award, visit, http, typed);
    }

    private static RazorComponentResult<ShowAward>? Page(Guid id, Guid award, Visit visit, HttpContext http, Typed typed)
    {
        var learner = new LearnerId(id);
        if (visit.Scope.Find(learner) is not { } found || DiplomaRows.Awarded(visit.Db, visit.Scope, learner, new DiplomaAwardId(award)) is not { } diploma) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        PersonId?[] people = [diploma.Award.By, diploma.Award.SecondBy, diploma.Withdrawal?.AskedBy, diploma.Withdrawal?.DecidedBy];
        return new(new
        {
            Learner = found, Diploma = diploma, Record = RecordOf(visit, learner, diploma.Award.Frozen), Typed = typed, Rows = diploma.Text is { } text ? FrozenAudit.Rows(text.Audit) : [],
            IsWhole = diploma.Text is { } whole && DiplomaAwarding.HashOf(whole.Audit) == diploma.Award.AuditHash, Names = DiplomaRows.NamesOf(visit.Db, people.OfType<PersonId>()),
        }) { PreventStreamingRendering = true };
    }

    private static (FrozenRecord, RecordState)? RecordOf(Visit visit, LearnerId learner, FrozenRecordId? id) =>
        RecordRows.Of(visit.Db, visit.Scope, learner).All.Where(one => one.Record.Id == id).Select(one => ((FrozenRecord, RecordState)?)(one.Record, one.State)).FirstOrDefault();

    internal static string PathOf(LearnerId learner, DiplomaAwardId award) => $"{Visit.PathOf(learner)}/diplomas/{award.Value:N}";
}
