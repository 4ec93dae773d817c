using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Cairn.Storage.Transfers;

namespace Cairn.App.Features.Transfers;

/// <summary>Decides about a line of an old transcript: takes it for something here, or for nothing; confirms, extends or takes back what was taken for granted.</summary>
internal static class DecideLine
{
    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/learners/{id:guid}/transfer-in/lines/{line:guid}", Decide).For(Who.Educators, Rights.Certify);

    private static async Task<IResult?> Decide(Guid id, Guid line, Visit visit, Words words, HttpContext http)
    {
        var (learner, one, typed) = (new LearnerId(id), new PriorLineId(line), await Typed.Read(http, words));
        if (PriorRows.LineOf(visit.Db, visit.Scope, learner, one) is null) return null;
        var (seen, award) = (typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0, new CreditAwardId(typed.Once($"prior line {line:N}", visit.Actor!.Person)));
        var what = typed["do"];
        DateOnly? until = what is "accept" or "extend" ? typed.PlannedDay("until", visit.Today) : null;
        if (until <= visit.Today) typed.Refuse("until", words["transfer.until.past"]);
        var reason = typed.Text("reason", LongestReason);
        var ask = what != "accept" ? null : new TransferAsk(one, seen, award, until ?? visit.Today)
        {
            Policy = typed.Text("policy", 100), Subject = typed.Text("subject", 60), Level = typed.NumberOrNone("level", 0, 1000), IsRemembered = typed.IsOn("remember"),
        };
        if (!typed.IsGood) return ShowTransferIn.Page(learner, visit, http, typed);
        var done = what switch
        {
            "accept" => await visit.Write(turn => TransferWriting.Accept(turn, visit.ScopeOf(turn), learner, ask!, visit.Frameworks, visit.DistrictDay)),
            "confirm" => await visit.Write(turn => TransferWriting.Confirm(turn, visit.ScopeOf(turn), learner, one, seen, award, reason, visit.DistrictDay), reason),
            "extend" => await visit.Write(turn => TransferWriting.Extend(turn, visit.ScopeOf(turn), learner, one, seen, award, until!.Value, visit.DistrictDay)),
            "back" => await visit.Write(turn => TransferWriting.TakeBack(turn, visit.ScopeOf(turn), learner, one, seen, reason), reason),
            "decline" => Of(await visit.Write(turn => PriorRows.Decline(turn, visit.ScopeOf(turn), learner, one, seen))),
            _ => TransferOutcome.NotFound,
        };
        if (done == TransferOutcome.NeedsSecond) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.AgainstRule);
        return Answer(done, learner, line, visit, words, http, typed);
    }

    /// <summary>The whole transcript was a mistake.</summary>
    public static async Task<IResult?> Drop(LearnerId learner, Visit visit, HttpContext http, Typed typed)
    {
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => PriorRows.End(turn, visit.ScopeOf(turn), learner, new PriorTranscriptId(typed.Id("transcript")), seen));
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Results.Redirect(ShowTransferIn.PathOf(learner));
        typed.IsOvertaken = true;
        return ShowTransferIn.Page(learner, visit, http, typed);
    }

    private static IResult? Answer(TransferOutcome done, LearnerId learner, Guid line, Visit visit, Words words, HttpContext http, Typed typed)
    {
        if (done == TransferOutcome.NotFound) return null;
        if (done == TransferOutcome.Done) return Results.Redirect($"{ShowTransferIn.PathOf(learner)}#line-{line:N}");
        if (done == TransferOutcome.Overtaken) typed.IsOvertaken = true;
        else typed.Refuse(done is TransferOutcome.NeedsReason or TransferOutcome.NeedsSecond ? $"reason-{line:N}" : $"policy-{line:N}", words[$"transfer.fault.{done}"]);
        return ShowTransferIn.Page(learner, visit, http, typed);
    }

    private static TransferOutcome Of(Changed changed) => changed switch { Changed.Done => TransferOutcome.Done, Changed.NotThere => TransferOutcome.NotFound, _ => TransferOutcome.Overtaken };
}
