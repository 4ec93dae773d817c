using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

/// <summary>POST /learners/{id}/evidence: a piece of evidence, its words, and what is judged on it, all at once.</summary>
internal static class RecordEvidence
{
    private const int MostJudgments = 100;
    private const int MostArtifacts = 20;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/learners/{id:guid}/evidence", Record).Needs(ClientScope.RecordWrite);

    private static async Task<ApiAnswer> Record(Guid id, HttpContext http, ApiCaller caller)
    {
        var query = AskedQuery.Of(http);
        if (!query.IsGood) return query.Refusal;
        var body = await SentBody.Read(http);
        if (body.Root is not { } root) return body.Refusal!;
        if (Judging.Of(caller, root) is not { } judging) return ApiAnswer.Of(Problems.NotAllowed("Only an educator records evidence."));
        var sent = Sent.Read(root, caller.Visit.Served.Zone);
        if (root.Faults is { Count: > 0 } faults) return ApiAnswer.Of(Problems.Invalid(faults));
        return await ApiWrite.Run(http, caller, body, judging.Acting, isKeyNeeded: true, turn => Do(turn, judging, new LearnerId(id), sent));
    }

    private static ApiAnswer Do(WriteTurn turn, Judging judging, LearnerId learner, Sent sent)
    {
        var of = judging.Look(turn, [learner])[learner];
        if (Judging.Problem(of.Fault) is { } problem) return ApiAnswer.Of(problem);
        var shown = sent.DemonstratedOn ?? turn.Now;
        if (judging.Problem(shown, turn.Now, of, hasSecondEducator: false, "/demonstratedOn") is { } tooFar) return ApiAnswer.Of(tooFar);
        var misfits = sent.Judgments.Select(one => one.Misfit(judging.Caller.Visit.Frameworks, of.Learner!)).OfType<Fault>().ToList();
        if (misfits.Count > 0) return ApiAnswer.Of(Problems.Find("rule") with { Errors = misfits });
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, sent.Experience, sent.Kind, "", "", shown, default);
        var judgments = sent.Judgments.Select(one => (Fact: one.By(judging.Educator, learner, piece.Id, shown, turn.Now), one.Reason)).ToList();
        turn.Record(new Recording(learner)
        {
            Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, sent.Title, sent.ExperienceName, sent.Context, sent.Comment)],
            Artifacts = [.. sent.Artifacts.Select((one, i) => new Artifact(piece.Id, i + 1, one.Name, one.Address))],
            Judgments = [.. judgments.Select(one => one.Fact)], JudgmentTexts = [.. judgments.Where(one => one.Reason.Length > 0).Select(one => new JudgmentText(one.Fact.Id, one.Reason))],
        });
        return ApiAnswer.Of(new RecordedEvidenceJson(piece.Id.Value, piece.Experience.Value, [.. judgments.Select(one => one.Fact.Id.Value)]), ApiJson.Default.RecordedEvidenceJson, StatusCodes.Status201Created);
    }

    private sealed record Sent(
        string Title, string ExperienceName, ExperienceId Experience, EvidenceKind Kind, DateTime? DemonstratedOn, string Context, string Comment,
        IReadOnlyList<(string Name, string Address)> Artifacts, IReadOnlyList<JudgedClaim> Judgments)
    {
        public static Sent Read(SentPart root, TimeZoneInfo zone)
        {
            // What nobody shows by hand is a decision about a whole body.
            if (root.OneOf<EvidenceKind>("kind") is not { } kind || kind == EvidenceKind.Decision)
            {
                root.Refuse("kind", "how it was shown, such as demonstration or project");
                kind = default;
            }

            return new Sent(
                root.Text("title", 500, isNeeded: true), root.Text("experienceName", 500, isNeeded: true), new ExperienceId(root.Id("experience") ?? Guid.CreateVersion7()), kind, root.Moment("demonstratedOn", zone),
                root.Text("context", 500), root.Text("comment", JudgedClaim.LongestText), [.. root.Parts("artifacts", 0, MostArtifacts).Select(one => (one.Text("name", 300, isNeeded: true), one.Address("address")))],
                [.. root.Parts("judgments", 0, MostJudgments).Select(JudgedClaim.Read)]);
        }
    }
}
