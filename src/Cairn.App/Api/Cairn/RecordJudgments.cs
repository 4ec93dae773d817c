using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

/// <summary>POST /judgments: judgments of any number of learners up to 500, on evidence that is there. All are recorded, or none and the rows are named.</summary>
internal static class RecordJudgments
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/judgments", Record).Needs(ClientScope.RecordWrite);

    private static async Task<ApiAnswer> Record(HttpContext http, ApiCaller caller)
    {
        var query = AskedQuery.Of(http);
        if (!query.IsGood) return query.Refusal;
        var body = await SentBody.Read(http);
        if (body.Root is not { } root) return body.Refusal!;
        if (Judging.Of(caller, root) is not { } judging) return ApiAnswer.Of(Problems.NotAllowed("Only an educator judges."));
        List<Row> rows = [.. root.Parts("judgments", 1, Most).Select(one => new Row(
            one.At, new LearnerId(one.Id("learner", isNeeded: true) ?? default), one.Id("evidence") is { } piece ? new EvidenceId(piece) : null, JudgedClaim.Read(one)))];
        if (root.Faults is { Count: > 0 } faults) return ApiAnswer.Of(Problems.Invalid(faults));
        return await ApiWrite.Run(http, caller, body, judging.Acting, isKeyNeeded: true, turn => Do(turn, judging, rows));
    }

    private static ApiAnswer Do(WriteTurn turn, Judging judging, List<Row> rows)
    {
        var learners = judging.Look(turn, [.. rows.Select(one => one.Learner).Distinct()]);
        var pieces = FactsAsked.Evidence(turn.Db, [.. rows.Where(one => one.Piece is not null).Select(one => one.Piece!.Value).Distinct()]);
        var problems = rows.Select(row => ProblemOf(row, judging, learners[row.Learner], pieces, turn.Now)).OfType<Problem>().ToList();
        // What is not there outweighs what is not allowed, and that outweighs what does not fit.
        if (problems.MinBy(one => one.Status switch { 404 => 0, 403 => 1, _ => 2 }) is { } worst)
            return ApiAnswer.Of(worst with { Errors = [.. problems.Where(one => one.Type == worst.Type).SelectMany(one => one.Errors!)] });
        var facts = rows.Select(row => (Fact: row.Claim.By(judging.Educator, row.Learner, row.Piece, ShownOn(row, pieces, turn.Now), turn.Now), row.Claim.Reason)).ToList();
        foreach (var own in facts.GroupBy(one => one.Fact.Learner))
            turn.Record(new Recording(own.Key)
            {
                Judgments = [.. own.Select(one => one.Fact)], JudgmentTexts = [.. own.Where(one => one.Reason.Length > 0).Select(one => new JudgmentText(one.Fact.Id, one.Reason))],
            });
        return ApiAnswer.Of(new RecordedJudgmentsJson([.. facts.Select(one => one.Fact.Id.Value)]), ApiJson.Default.RecordedJudgmentsJson, StatusCodes.Status201Created);
    }

    private static Problem? ProblemOf(Row row, Judging judging, JudgingOf learner, IReadOnlyDictionary<EvidenceId, FactAsked> pieces, DateTime now)
    {
        if (Judging.Problem(learner.Fault, $"{row.At}/learner") is { } problem) return problem;
        var piece = row.Piece is { } id ? pieces.GetValueOrDefault(id) : null;
        if (row.Piece is not null && piece?.Piece!.Learner != row.Learner) return Problems.NotFound($"{row.At}/evidence");
        if (piece is { IsRetracted: true }) return Problems.Rule($"{row.At}/evidence", "evidence that is in force");
        if (row.Claim.Misfit(judging.Caller.Visit.Frameworks, learner.Learner!) is { } misfit) return Problems.Find("rule") with { Errors = [misfit] };
        return judging.Problem(ShownOn(row, pieces, now), now, learner, piece?.SaidBy.Any(one => one != judging.Educator.Person) ?? false, $"{row.At}/evidence");
    }

    private static DateTime ShownOn(Row row, IReadOnlyDictionary<EvidenceId, FactAsked> pieces, DateTime now) => row.Piece is { } id ? pieces[id].Piece!.DemonstratedOn : now;

    /// <summary>A judgment as it was sent.</summary>
    private sealed record Row(string At, LearnerId Learner, EvidenceId? Piece, JudgedClaim Claim);
}
