using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

internal sealed record EvidencePageJson(IReadOnlyList<EvidenceJson> Evidence, string? Next);

internal sealed record EvidenceJson(
    Guid Id, Guid Experience, string Kind, string? Title, string? ExperienceName, string? Context, string? Comment, IReadOnlyList<ArtifactJson> Artifacts, DateTime DemonstratedOn, DateTime RecordedAt, bool IsInForce);

internal sealed record ArtifactJson(string Name, string Address);

/// <summary>GET /learners/{id}/evidence: pieces of evidence, the newest recorded first, in force or not.</summary>
internal static class ReadEvidence
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/learners/{id:guid}/evidence", Read).Needs(ClientScope.RecordRead);

    private static async Task<ApiAnswer> Read(Guid id, HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http, "limit", "cursor");
        var (limit, before) = (asked.Limit(), asked.CursorAt());
        if (!asked.IsGood) return asked.Refusal;
        if (caller.Scope.Find(new LearnerId(id)) is not { } learner) return ApiAnswer.Of(Problems.NotFound());
        var page = FactsPage.EvidenceOf(caller.Visit.Db, caller.Scope, learner.Id, before, limit);
        await caller.TellExport(learner.Id, "evidence");
        return ApiAnswer.Of(new EvidencePageJson([.. page.Select(Of)], AskedQuery.After(page, limit, one => AskedQuery.At(one.Piece.RecordedAt))), ApiJson.Default.EvidencePageJson);
    }

    private static EvidenceJson Of(EvidenceFact one) => new(
        one.Piece.Id.Value, one.Piece.Experience.Value, Word.Of(one.Piece.Kind), one.Text?.Title, one.Text?.Experience, one.Text?.Context, one.Text?.Comment,
        [.. one.Artifacts.Select(each => new ArtifactJson(each.Name, each.Address))], one.Piece.DemonstratedOn, one.Piece.RecordedAt, one.IsInForce);
}
