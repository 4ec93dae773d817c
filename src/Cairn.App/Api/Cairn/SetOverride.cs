using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

/// <summary>POST /learners/{id}/overrides: an educator's determination in place of the rule's, with its reason.</summary>
internal static class SetOverride
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/learners/{id:guid}/overrides", Record).Needs(ClientScope.RecordWrite);

    private static async Task<ApiAnswer> Record(Guid id, HttpContext http, ApiCaller caller)
    {
        var query = AskedQuery.Of(http);
        if (!query.IsGood) return query.Refusal;
        var body = await SentBody.Read(http);
        if (body.Root is not { } root) return body.Refusal!;
        if (Judging.Of(caller, root) is not { } judging) return ApiAnswer.Of(Problems.NotAllowed("Only an educator decides."));
        var claim = new JudgedClaim("", new CompetencyId(root.Id("competency", isNeeded: true) ?? default), null, root.Number("stage", 1, 255), root.Level("level"), null, false, root.Text("reason", JudgedClaim.LongestText, isNeeded: true));
        if (claim.Level is null) root.Refuse("level", "is needed");
        var until = root.Moment("expiresAt", caller.Visit.Served.Zone);
        if (until is { } end && (end <= caller.Visit.Now || end > caller.Visit.Now + Longest)) root.Refuse("expiresAt", "within the next two years");
        if (root.Faults is { Count: > 0 } faults) return ApiAnswer.Of(Problems.Invalid(faults));
        return await ApiWrite.Run(http, caller, body, judging.Acting, isKeyNeeded: true, turn => Do(turn, judging, new LearnerId(id), claim, until));
    }

    private static ApiAnswer Do(WriteTurn turn, Judging judging, LearnerId learner, JudgedClaim claim, DateTime? until)
    {
        var of = judging.Look(turn, [learner], Rights.Override)[learner];
        if (Judging.Problem(of.Fault) is { } problem) return ApiAnswer.Of(problem);
        if (claim.Misfit(judging.Caller.Visit.Frameworks, of.Learner!) is { } misfit) return ApiAnswer.Of(Problems.Find("rule") with { Errors = [misfit] });
        var set = new Override(new OverrideId(Guid.CreateVersion7()), learner, claim.Competency, claim.Stage, claim.Level!.Value, judging.Educator.Person, turn.Now, default, until);
        turn.Record(new Recording(learner) { Overrides = [set], OverrideTexts = [new OverrideText(set.Id, claim.Reason)] });
        return ApiAnswer.Of(new RecordedJson(set.Id.Value), ApiJson.Default.RecordedJson, StatusCodes.Status201Created);
    }
}
