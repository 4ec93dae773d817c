using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits a competency of a draft.</summary>
public partial class EditCompetency
{
    private const string Route = "/frameworks/{id:guid}/competencies/{competency}";
    private const int UsualPieces = 3;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The competency; null for a new one.</summary>
    [Parameter] public Competency? Competency { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    /// <summary>The draft and one competency of it; null where either is not there, and the competency where it is a new one.</summary>
    internal static (Draft Draft, Competency? Competency)? Find(Visit visit, Guid id, string competency, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        if (competency == "new") return (draft, null);
        var found = Guid.TryParse(competency, out var wanted) ? draft.Content.Find(new CompetencyId(wanted)) : draft.Content.Competencies.FirstOrDefault(one => $"{one.Number}" == competency);
        return found is null ? null : (draft, found);
    }

    private static RazorComponentResult<EditCompetency> Page(Draft draft, Competency? competency, Typed typed) =>
        new(new { Draft = draft, Competency = competency, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<EditCompetency>? Show(Guid id, string competency, Visit visit, Words words, string? area = null)
    {
        if (Find(visit, id, competency) is not var (draft, one) || draft.Content.Areas.Count == 0) return null;
        var within = draft.Content.Areas.FirstOrDefault(each => area is not null ? each.Id.Value.ToString("N") == area : each.Id == one?.Area) ?? draft.Content.Areas[0];
        var neighbours = draft.Content.Competencies.Where(each => each.Area == within.Id).ToList();
        return Page(draft, one, one is null
            ? Typed.Of(words, ("area", within.Id.Value), ("scale", neighbours.Select(each => each.Scale.Value).FirstOrDefault()), ("pieces", UsualPieces), ("active", true), ("position", neighbours.Count + 1))
            : Typed.Of(words, ("area", one.Area.Value), ("code", one.Code), ("title", one.Title), ("statement", one.Statement), ("official", one.OfficialStatement), ("family", one.FamilyStatement),
                ("scale", one.Scale.Value), ("pieces", one.Pieces), ("priority", one.IsPriority), ("refresh", one.RefreshAfterDays), ("active", one.IsActive), ("position", neighbours.IndexOf(one) + 1)));
    }

    private static async Task<IResult?> Save(Guid id, string competency, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, competency, typed) is not var (draft, was)) return ShowTyped.Of(typed);
        var row = new Competency(
            draft.Version, was?.Id ?? new CompetencyId(Guid.CreateVersion7()), new AreaId(typed.Id("area")), Draft.CodeOf(typed, words, was?.Code),
            typed.Text("title", Draft.LongestTitle, isNeeded: true), typed.Text("statement", Draft.LongestText, isNeeded: true), typed.Text("family", Draft.LongestText),
            new ScaleId(typed.Id("scale")), typed.Whole("pieces", 0, Draft.MostPieces), typed.IsOn("active"), was?.Number ?? 0, 1)
        { OfficialStatement = typed.Text("official", Draft.LongestText), IsPriority = typed.IsOn("priority"), RefreshAfterDays = typed.WholeOrNone("refresh", 1, 10_000) };
        var place = typed.WholeOrNone("position", 1, Draft.LastPlace) ?? Draft.LastPlace;
        if (draft.Content.Areas.All(one => one.Id != row.Area)) typed.Refuse("area", words["form.choose"]);
        if (!draft.Content.Scales.ContainsKey(row.Scale)) typed.Refuse("scale", words["form.choose"]);
        if (draft.Content.Find(row.Code) is { } same && same.Id != row.Id) typed.Refuse("code", words["workshop.code.taken", ("code", row.Code)]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn => Draft.Put(turn, Draft.Place(
                turn, draft.Content.Competencies.Where(one => one.Area == row.Area && one.Id != row.Id), was is null ? row with { Number = NextNumber(turn, draft) } : row, place,
                (one, at) => one with { Position = at }, one => one.Position), was is null)))
            return Page(Draft.Find(visit, id, typed) ?? draft, was, typed);
        return Results.Redirect(was is null ? $"{draft.Path}/competencies/{row.Id.Value:N}/levels" : $"{draft.SavedPath(row.Area, place)}#c-{row.Number}");
    }

    /// <summary>The number after every one that any version of the framework has given.</summary>
    private static int NextNumber(Cairn.Storage.WriteTurn turn, Draft draft)
    {
        var framework = draft.Content.Framework.Id;
        return 1 + (turn.Db.Competencies.Where(one => turn.Db.FrameworkVersions.Any(version => version.Framework == framework && version.Id == one.Version)).Select(one => (int?)one.Number).Max() ?? 0);
    }
}
