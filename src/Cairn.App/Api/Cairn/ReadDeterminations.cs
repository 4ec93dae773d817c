using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

internal sealed record DeterminationsJson(Guid Learner, IReadOnlyList<DeterminationJson> Determinations);

internal sealed record DeterminationJson(
    Guid Framework, Guid Competency, string Code, int? Stage, decimal? Value, decimal? Level, string? LevelLabel, bool IsProficient, NotYetJson? NotYet, BoxesJson Boxes, RuleJson Rule,
    string? Override, IReadOnlyList<Guid> Counted, IReadOnlyList<DroppedJson> Dropped, DateTime? LastShown, DateTime? NewestFact);

/// <summary>Why not yet: the reason, what there is, and what is asked for.</summary>
internal sealed record NotYetJson(string Reason, decimal Have, decimal Need);

internal sealed record BoxesJson(int Completed, int Missed, int Required);

internal sealed record RuleJson(string Name, int Version);

/// <summary>A judgment that did not count, and why.</summary>
internal sealed record DroppedJson(Guid Judgment, string Why);

/// <summary>GET /learners/{id}/determinations: where a learner stands in every competency, concluded anew from the facts, and why in short.</summary>
internal static class ReadDeterminations
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/learners/{id:guid}/determinations", Read).Needs(ClientScope.DeterminationsRead);

    private static async Task<ApiAnswer> Read(Guid id, HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http, "framework");
        var framework = asked.Id("framework");
        if (!asked.IsGood) return asked.Refusal;
        if (caller.Scope.Find(new LearnerId(id)) is not { } learner) return ApiAnswer.Of(Problems.NotFound());
        var record = caller.Scope.Record(learner.Id);
        var found = caller.Visit.Frameworks.Where(one => framework is null || one.Content.Framework.Id.Value == framework).SelectMany(one =>
            Standing.From(record, one.Content, one.RulesFor(learner.Place), AsOf.Everything).Select(each => Of(each, one.Content.Framework.Id, one.Content.Find(each.Competency)!.Code, caller.Visit.Now)));
        var answer = ApiAnswer.Of(new DeterminationsJson(id, [.. found]), ApiJson.Default.DeterminationsJson);
        await caller.TellExport(learner.Id, "determinations");
        return answer;
    }

    private static DeterminationJson Of(Determination one, FrameworkId framework, string code, DateTime now)
    {
        var held = one.At(now);
        return new DeterminationJson(
            framework.Value, one.Competency.Value, code, one.Stage, Word.Plain(one.Value), Word.Plain(held.Level?.Number), held.Level is { Label.Length: > 0 } level ? level.Label : null, held.IsProficient,
            one.NotYet.Reason == NotYetReason.None ? null : new NotYetJson(Word.Of(one.NotYet.Reason), Word.Plain(one.NotYet.Have)!.Value, Word.Plain(one.NotYet.Need)!.Value),
            new BoxesJson(one.Boxes.Completed, one.Boxes.Missed, one.Boxes.Required), new RuleJson(one.Rule.Rule.Name, one.Rule.Number), held.Override is { } set ? Word.Of(set) : null,
            [.. one.Counted.Select(each => each.Id.Value)], [.. one.Dropped.Select(each => new DroppedJson(each.Judgment.Value, Word.Of(each.Why)))], one.LastShown, one.NewestFact);
    }
}
