using Cairn.App.Access;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

internal sealed record FrameworksJson(IReadOnlyList<FrameworkLineJson> Frameworks);

internal sealed record FrameworkLineJson(Guid Id, string Code, string Title, int Version, DateTime? AdoptedAt);

internal sealed record FrameworkJson(Guid Id, string Code, string Title, int Version, DateTime? AdoptedAt, IReadOnlyList<ScaleJson> Scales, IReadOnlyList<AreaJson> Areas);

internal sealed record ScaleJson(Guid Id, string Name, decimal Line, IReadOnlyList<LevelJson> Levels);

internal sealed record LevelJson(decimal Number, string Label);

internal sealed record AreaJson(Guid Id, string Code, string Title, string Kind, IReadOnlyList<CompetencyJson> Competencies);

internal sealed record CompetencyJson(Guid Id, string Code, string Title, string Statement, Guid Scale, bool IsActive, IReadOnlyList<TargetJson> Targets);

internal sealed record TargetJson(Guid Id, string Code, string Title, string Statement, bool IsActive);

/// <summary>GET /frameworks and /frameworks/{id}: what is to be learned, in the version in force. A draft is nobody's to read here.</summary>
internal static class ReadFrameworks
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/frameworks", Many).Needs(ClientScope.FrameworksRead);
        api.MapGet("/frameworks/{id:guid}", One).Needs(ClientScope.FrameworksRead);
    }

    private static ApiAnswer Many(HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http);
        return !asked.IsGood ? asked.Refusal : ApiAnswer.Of(new FrameworksJson([.. caller.Visit.Frameworks.Select(one => one.Content)
            .Select(one => new FrameworkLineJson(one.Framework.Id.Value, one.Framework.Code, one.Framework.Title, one.Version.Number, one.Version.AdoptedAt))]), ApiJson.Default.FrameworksJson);
    }

    private static ApiAnswer One(Guid id, HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http);
        if (!asked.IsGood) return asked.Refusal;
        return caller.Visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id.Value == id) is { } found ? ApiAnswer.Of(Of(found), ApiJson.Default.FrameworkJson) : ApiAnswer.Of(Problems.NotFound());
    }

    private static FrameworkJson Of(FrameworkInForce framework)
    {
        var content = framework.Content;
        var scales = content.Competencies.Select(one => one.Scale).Distinct().Select(one => content.Scales[one]);
        return new FrameworkJson(content.Framework.Id.Value, content.Framework.Code, content.Framework.Title, content.Version.Number, content.Version.AdoptedAt,
            [.. scales.Select(Of)], [.. content.Areas.OrderBy(one => one.Position).Select(one => Of(one, content))]);
    }

    private static ScaleJson Of(ProficiencyScale one) =>
        new(one.Id.Value, one.Name, Word.Plain(one.Line)!.Value, [.. one.Levels.Select(each => new LevelJson(Word.Plain(each.Number)!.Value, each.Label))]);

    private static AreaJson Of(Area area, FrameworkContent content) => new(area.Id.Value, area.Code, area.Title, Word.Of(area.Kind),
        [.. content.Competencies.Where(one => one.Area == area.Id).OrderBy(one => one.Position).Select(one => new CompetencyJson(one.Id.Value, one.Code, one.Title, one.Statement, one.Scale.Value, one.IsActive,
            [.. content.TargetsOf(one.Id).Select(each => new TargetJson(each.Id.Value, each.Code, each.Title, each.Statement, each.IsActive))]))]);
}
