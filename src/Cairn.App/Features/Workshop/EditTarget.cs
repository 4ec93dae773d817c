using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits a target of a draft, with its pieces and words by stage.</summary>
public partial class EditTarget
{
    private const string Route = "/frameworks/{id:guid}/targets/{target}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The competency it stands under.</summary>
    [Parameter, EditorRequired] public Competency Competency { get; set; } = null!;

    /// <summary>The target; null for a new one.</summary>
    [Parameter] public LearningTarget? Target { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    private int Stages => Draft.Content.Version.LastStage ?? 0;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditTarget> Page(Draft draft, Competency competency, LearningTarget? target, Typed typed) =>
        new(new { Draft = draft, Competency = competency, Target = target, Typed = typed }) { PreventStreamingRendering = true };

    private static (Draft Draft, Competency Competency, LearningTarget? Target)? Find(Visit visit, Guid id, string target, Guid competency, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        var found = Guid.TryParse(target, out var wanted) ? draft.Content.Targets.FirstOrDefault(one => one.Id.Value == wanted) : null;
        if (found is null && target != "new") return null;
        return draft.Content.Find(found?.Competency ?? new CompetencyId(competency)) is { } one ? (draft, one, found) : null;
    }

    private static RazorComponentResult<EditTarget>? Show(Guid id, string target, Visit visit, Words words, AskedId competency = default)
    {
        if (Find(visit, id, target, competency.Value ?? Guid.Empty) is not var (draft, under, one)) return null;
        var neighbours = draft.Content.TargetsOf(under.Id).ToList();
        return Page(draft, under, one, one is null
            ? Typed.Of(words, ("competency", under.Id.Value), ("pieces", 1), ("points", 1), ("active", true), ("position", neighbours.Count + 1))
            : Typed.Of(words, [("competency", under.Id.Value), ("code", one.Code), ("title", one.Title), ("statement", one.Statement), ("official", one.OfficialStatement), ("family", one.FamilyStatement),
                ("pieces", one.DefaultPieces), ("points", one.Points), ("required", one.IsRequired), ("priority", one.IsPriority), ("active", one.IsActive), ("position", neighbours.IndexOf(one) + 1),
                .. draft.Content.PiecesOf(one.Id).Select(each => ($"pieces-{each.Stage}", (object?)each.Pieces)),
                .. draft.Content.StageDescriptors[one.Id].SelectMany(each => ((string, object?)[])[($"words-{each.Stage}", each.Words), ($"family-{each.Stage}", each.FamilyWords)])]));
    }

    private static async Task<IResult?> Save(Guid id, string target, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, target, typed.Id("competency"), typed) is not var (draft, under, was)) return ShowTyped.Of(typed);
        if (draft.Content.Find(new CompetencyId(typed.Id("competency"))) is not { } moved) return ShowTyped.Of(typed);
        var row = new LearningTarget(
            draft.Version, was?.Id ?? new TargetId(Guid.CreateVersion7()), moved.Id, Draft.CodeOf(typed, words, was?.Code), typed.Text("title", Draft.LongestTitle, isNeeded: true),
            typed.Text("statement", Draft.LongestText), typed.Whole("pieces", 0, Draft.MostPieces), typed.NumberOrNone("points", 0, 10_000) ?? 0, typed.IsOn("required"), typed.IsOn("active"), 1)
        { OfficialStatement = typed.Text("official", Draft.LongestText), FamilyStatement = typed.Text("family", Draft.LongestText), IsPriority = typed.IsOn("priority") };
        var place = typed.WholeOrNone("position", 1, Draft.LastPlace) ?? Draft.LastPlace;
        var stages = Enumerable.Range(1, draft.Content.Version.LastStage ?? 0).ToList();
        var pieces = stages.Select(stage => (Stage: stage, Pieces: typed.WholeOrNone($"pieces-{stage}", 0, Draft.MostPieces))).Where(one => one.Pieces is not null).ToList();
        var said = stages.Select(stage => new StageDescriptor(draft.Version, row.Id, stage, typed.Text($"words-{stage}", Draft.LongestText)) { FamilyWords = typed.Text($"family-{stage}", Draft.LongestText) })
            .Where(one => one.Words.Length + one.FamilyWords.Length > 0).ToList();
        if (draft.Content.Targets.Any(one => one.Id != row.Id && one.Code.Equals(row.Code, StringComparison.OrdinalIgnoreCase))) typed.Refuse("code", words["workshop.code.taken", ("code", row.Code)]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
            {
                Draft.Put(turn, Draft.Place(turn, draft.Content.TargetsOf(row.Competency).Where(one => one.Id != row.Id), row, place, (one, at) => one with { Position = at }, one => one.Position), was is null);
                turn.Db.SaveChanges();
                turn.Db.StageRequirements.Where(one => one.Version == draft.Version && one.Target == row.Id).ExecuteDelete();
                turn.Db.StageDescriptors.Where(one => one.Version == draft.Version && one.Target == row.Id).ExecuteDelete();
                turn.Db.AddRange(pieces.Select(one => new StageRequirement(draft.Version, row.Id, one.Stage, one.Pieces!.Value)));
                turn.Db.AddRange(said);
            })) return Page(Draft.Find(visit, id, typed) ?? draft, under, was, typed);
        return Results.Redirect($"{draft.Path}/competencies/{row.Competency.Value:N}");
    }
}
