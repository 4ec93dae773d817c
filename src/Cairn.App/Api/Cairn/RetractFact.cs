using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

/// <summary>POST /learners/{id}/retractions: takes a judgment, a decision or a piece of evidence out of force. Nothing is deleted.</summary>
internal static class RetractFact
{
    // Nothing is awarded yet. Whoever brings credits, diplomas and credentials answers here whether one stands on the fact.
    private const bool SupportsAward = false;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/learners/{id:guid}/retractions", Record).Needs(ClientScope.RecordWrite);

    private static async Task<ApiAnswer> Record(Guid id, HttpContext http, ApiCaller caller)
    {
        var query = AskedQuery.Of(http);
        if (!query.IsGood) return query.Refusal;
        var body = await SentBody.Read(http);
        if (body.Root is not { } root) return body.Refusal!;
        if (Judging.Of(caller, root) is not { } judging) return ApiAnswer.Of(Problems.NotAllowed("Only an educator retracts."));
        var (kind, fact) = (root.OneOf<RetractedKind>("kind"), root.Id("fact", isNeeded: true));
        if (kind is null or RetractedKind.StageEntry) root.Refuse("kind", "one of judgment, override, evidence");
        if (root.Faults is { Count: > 0 } faults) return ApiAnswer.Of(Problems.Invalid(faults));
        return await ApiWrite.Run(http, caller, body, judging.Acting, isKeyNeeded: true, turn => Do(turn, judging, new LearnerId(id), kind!.Value, fact!.Value));
    }

    private static ApiAnswer Do(WriteTurn turn, Judging judging, LearnerId learner, RetractedKind kind, Guid fact)
    {
        if (Judging.Problem(judging.Look(turn, [learner], kind == RetractedKind.Override ? Rights.Override : Rights.Judge)[learner].Fault) is { } problem) return ApiAnswer.Of(problem);
        if (FactsAsked.Find(turn.Db, learner, kind, fact) is not { } found) return ApiAnswer.Of(Problems.NotFound("/fact"));
        switch (MayRetract.FaultOf(judging.Educator.Person, found.SaidBy, found.IsRetracted, SupportsAward))
        {
            case RetractFault.Again: return ApiAnswer.Of(Problems.Find("again", "The fact is out of force."));
            case RetractFault.NotTheirs: return ApiAnswer.Of(Problems.NotAllowed("Somebody else said it, or judged it.", "/fact"));
            case RetractFault.SupportsAward: return ApiAnswer.Of(Problems.Rule("/fact", "nothing that an award stands on"));
            default: break;
        }

        var retraction = new Retraction(new RetractionId(Guid.CreateVersion7()), learner, kind, fact, judging.Educator.Person, default);
        turn.Record(new Recording(learner) { Retractions = [retraction] });
        return ApiAnswer.Of(new RecordedJson(retraction.Id.Value), ApiJson.Default.RecordedJson, StatusCodes.Status201Created);
    }
}
