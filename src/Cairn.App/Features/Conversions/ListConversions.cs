using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Conversions;

/// <summary>How levels become letters and numbers: what holds where today, what is drafted, what comes, and what held before.</summary>
public partial class ListConversions
{
    /// <summary>Every conversion, by short name, the newest version first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<GradeConversion> All { get; set; } = [];

    /// <summary>What the places are called.</summary>
    [Parameter, EditorRequired] public Func<PolicyPlace, string> NameOf { get; set; } = _ => "";

    /// <summary>May the reader begin one anywhere?</summary>
    [Parameter] public bool MayWrite { get; set; }

    private List<GradeConversion> Now => [.. All.Where(one => one.State == ConversionState.Adopted && one.IsActive && ConversionFor.Of(All.Where(each => each.Place.Said == one.Place.Said), one.Place, Visit.Today)?.Id == one.Id)];

    private List<GradeConversion> Waiting => [.. All.Where(one => one.State is ConversionState.Draft or ConversionState.Proposed || (one.State == ConversionState.Adopted && one.EffectiveFrom > Visit.Today))];

    private List<GradeConversion> Before => [.. All.Except(Now).Except(Waiting).Where(one => one.State == ConversionState.Adopted)];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ConversionsDoor.Path, Show).For(Who.Educators);

    private static RazorComponentResult<ListConversions> Show(Visit visit, Words words)
    {
        var places = ConversionsDoor.Places(visit, words);
        Func<PolicyPlace, string> name = place => places.FirstOrDefault(one => one.Place.Said == place.Said).Name ?? "";
        return new(new { All = ConversionRows.All(visit.Db), NameOf = name, MayWrite = places.Any(one => ConversionRows.MayWrite(visit.Db, visit.Actor!, one.Place)) }) { PreventStreamingRendering = true };
    }
}
