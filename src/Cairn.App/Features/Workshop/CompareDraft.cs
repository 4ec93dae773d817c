using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning.Frameworks;
using Cairn.Storage.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>The draft against the version in force: what is new, changed, moved or out of use, and what judgments hang on it.</summary>
public partial class CompareDraft
{
    private const int ShownAPage = 30;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The changes.</summary>
    [Parameter] public IReadOnlyList<FrameworkChange> Changes { get; set; } = [];

    /// <summary>Judgments that hang on what changed.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<Guid, int> Counts { get; set; } = null!;

    /// <summary>The page, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    private int Pages => Math.Max(1, (Changes.Count + ShownAPage - 1) / ShownAPage);

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("/frameworks/{id:guid}/compare", Show);

    private static RazorComponentResult<CompareDraft>? Show(Guid id, Visit visit, string? page = null)
    {
        if (Draft.Find(visit, id) is not { } draft) return null;
        var changes = FrameworkChanges.Between(draft.InForce, draft.Content);
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;
        return new(new { Draft = draft, Changes = changes, Counts = JudgmentCounts.Of(visit.Db, changes), Page = Math.Clamp(at, 1, Math.Max(1, (changes.Count + ShownAPage - 1) / ShownAPage)) }) { PreventStreamingRendering = true };
    }

    private int Judged(FrameworkChange one) => Counts.GetValueOrDefault(one.Target?.Value ?? one.Competency?.Value ?? Guid.Empty);

    /// <summary>Texts that people wrote, which are compared word by word; the rest is a number, a choice or a name.</summary>
    private static bool IsProse(FrameworkField field) =>
        field is FrameworkField.Title or FrameworkField.Statement or FrameworkField.OfficialStatement or FrameworkField.FamilyStatement or FrameworkField.Words or FrameworkField.FamilyWords or FrameworkField.Exemplar or FrameworkField.ShownBy;

    private string Say(FieldChange one, string value) => value switch
    {
        "" => Words["workshop.compare.nothing"],
        "yes" or "no" when one.Field is FrameworkField.IsRequired or FrameworkField.IsPriority => Words["workshop.yesNo", ("is", value == "yes")],
        nameof(AreaKind.Learning) when one.Field == FrameworkField.Kind => Words["workshop.area.kind.learning"],
        nameof(AreaKind.Habits) when one.Field == FrameworkField.Kind => Words["workshop.area.kind.habits"],
        _ => value,
    };
}
