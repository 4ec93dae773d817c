using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits a typed link: each end is a part of the draft, by its code, or something outside, by its address.</summary>
public partial class EditLink
{
    private const string Route = "/frameworks/{id:guid}/links/{link}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The link; null for a new one.</summary>
    [Parameter] public Association? Link { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditLink> Page(Draft draft, Association? link, Typed typed) => new(new { Draft = draft, Link = link, Typed = typed }) { PreventStreamingRendering = true };

    private static (Draft Draft, Association? Link)? Find(Visit visit, Guid id, string link, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        if (link == "new") return (draft, null);
        return Guid.TryParse(link, out var wanted) && draft.Content.Associations.FirstOrDefault(one => one.Id.Value == wanted) is { } found ? (draft, found) : null;
    }

    private static RazorComponentResult<EditLink>? Show(Guid id, string link, Visit visit, Words words)
    {
        if (Find(visit, id, link) is not var (draft, one)) return null;
        return Page(draft, one, one is null ? Typed.Of(words, ("kind", AssociationKind.Precedes))
            : Typed.Of(words, ("kind", one.Kind), ("other", one.OtherKind), ("origin", draft.Content.NameOf(one.Origin) ?? one.OriginText), ("destination", draft.Content.NameOf(one.Destination) ?? one.DestinationText)));
    }

    private static async Task<IResult?> Save(Guid id, string link, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, link, typed) is not var (draft, was)) return ShowTyped.Of(typed);
        var kind = typed.Choice<AssociationKind>("kind");
        var other = kind == AssociationKind.Other ? typed.Text("other", Draft.LongestCode, isNeeded: true) : "";
        var (origin, originText) = End(draft, typed, words, "origin", was?.OriginText);
        var (destination, destinationText) = End(draft, typed, words, "destination", was?.DestinationText);
        if (typed.IsGood && origin is null && destination is null) typed.Refuse("destination", words["workshop.link.bothOutside"]);
        if (typed.IsGood && origin == destination) typed.Refuse("destination", words["workshop.link.itself"]);
        var row = new Association(draft.Version, was?.Id ?? new AssociationId(Guid.CreateVersion7()), kind, origin, destination, was?.Position ?? 1 + draft.Content.Associations.Select(one => one.Position).DefaultIfEmpty(0).Max())
        { OtherKind = other, OriginText = originText, DestinationText = destinationText };
        if (typed.IsGood && draft.Content.Associations.Any(one => one.Id != row.Id && (one.Kind, one.OtherKind, one.Origin, one.Destination, one.OriginText, one.DestinationText) == (kind, other, origin, destination, originText, destinationText)))
            typed.Refuse("destination", words["workshop.link.there"]);
        if (typed.IsGood && ChildCircles.With(draft.Content, row) is { } circle) typed.Refuse("destination", words["workshop.link.circle", ("names", draft.NamesOf(circle))]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn => Draft.Put(turn, row, was is null))) return Page(Draft.Find(visit, id, typed) ?? draft, was, typed);
        return Results.Redirect($"{draft.Path}/links");
    }

    /// <summary>One end: the part with a code, or an address. What came from elsewhere as a title may stay as it is.</summary>
    private static (Guid? Part, string Text) End(Draft draft, Typed typed, Words words, string field, string? was)
    {
        var text = typed.Text(field, 2000, isNeeded: true);
        // A code may be picked from the list with its title behind it.
        var code = text.Split(' ', 2)[0];
        var part = PartWith(draft.Content, text) ?? PartWith(draft.Content, code);
        if (part is null && text.Length > 0 && text != was && !EvidenceLook.IsSafe(text)) typed.Refuse(field, words["workshop.link.unknown", ("text", text)]);
        return part is null ? (null, text) : (part, "");
    }

    private static Guid? PartWith(FrameworkContent content, string code) =>
        content.Find(code)?.Id.Value
        ?? content.Targets.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Id.Value
        ?? content.Areas.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Id.Value;
}
