using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

internal sealed record JudgmentsPageJson(IReadOnlyList<JudgmentJson> Judgments, string? Next);

internal sealed record JudgmentJson(
    Guid Id, Guid Competency, Guid? Target, int? Stage, Guid? Evidence, decimal? Level, string? NonScore, bool IsCompletion, string? Reason, Guid Judge, string Role,
    DateTime DemonstratedOn, DateTime JudgedAt, DateTime RecordedAt, bool IsInForce);

/// <summary>GET /learners/{id}/judgments: what was judged, the newest recorded first, in force or not.</summary>
internal static class ReadJudgments
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/learners/{id:guid}/judgments", Read).Needs(ClientScope.RecordRead);

    private static async Task<ApiAnswer> Read(Guid id, HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http, "limit", "cursor");
        var (limit, before) = (asked.Limit(), asked.CursorAt());
        if (!asked.IsGood) return asked.Refusal;
        if (caller.Scope.Find(new LearnerId(id)) is not { } learner) return ApiAnswer.Of(Problems.NotFound());
        var page = FactsPage.JudgmentsOf(caller.Visit.Db, caller.Scope, learner.Id, before, limit);
        await caller.TellExport(learner.Id, "judgments");
        return ApiAnswer.Of(new JudgmentsPageJson([.. page.Select(Of)], AskedQuery.After(page, limit, one => AskedQuery.At(one.Judgment.RecordedAt))), ApiJson.Default.JudgmentsPageJson);
    }

    private static JudgmentJson Of(JudgmentFact row)
    {
        var one = row.Judgment;
        return new JudgmentJson(
            one.Id.Value, one.Competency.Value, one.Target?.Value, one.Stage, one.Evidence?.Value, Word.Plain(one.Level), one.NonScore is { } said ? Word.Of(said) : null, one.IsCompletion,
            row.Reason.Length > 0 ? row.Reason : null, one.Judge.Value, Word.Of(one.Role), one.DemonstratedOn, one.JudgedAt, one.RecordedAt, row.IsInForce);
    }
}
