using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Conversions;

/// <summary>Begins a draft, from nothing, from a published table or from the version before, and writes it anew.</summary>
public partial class EditConversion
{
    private const string New = $"{ConversionsDoor.Path}/new";
    private const string Route = $"{ConversionsDoor.Path}/{{conversion:guid}}/edit";
    private const int LongestTitle = 120;
    private const int LongestLegend = 2000;

    /// <summary>The draft; null for one that is begun.</summary>
    [Parameter] public GradeConversion? Draft { get; set; }

    /// <summary>Where the reader may write one.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(string Key, string Name, PolicyPlace Place)> Places { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(New, Begin).For(Who.Registrars);
        routes.MapPost(New, Add).For(Who.Registrars);
        routes.MapGet(Route, Show).For(Who.Registrars);
        routes.MapPost(Route, Save).For(Who.Registrars);
    }

    private static RazorComponentResult<EditConversion>? Begin(Visit visit, Words words, HttpContext http, string? from = null, string? next = null)
    {
        if (OwnPlaces(visit, words) is not { Count: > 0 } places) return null;
        var before = next is null ? null : ConversionRows.All(visit.Db).FirstOrDefault(one => one.Code == next && one.State == ConversionState.Adopted);
        if (next is not null && before is null) return null;
        var published = PublishedConversions.All.FirstOrDefault(one => one.Key == from);
        var table = before?.Rules ?? published?.Table ?? new GradeTable([]);
        return Page(null, places, http, Typed.Of(words,
            [("title", before?.Title ?? published?.Title), ("code", before?.Code ?? published?.Key), ("next", before is not null), ("place", KeyOf(places, before?.Place ?? default)), ("source", before?.Source ?? published?.Title),
            ("legend", before?.Legend), ("active", true), .. TypedTable.Values(table)]));
    }

    private static async Task<IResult?> Add(Visit visit, Words words, HttpContext http)
    {
        if (OwnPlaces(visit, words) is not { Count: > 0 } places) return null;
        var typed = await Typed.Read(http, words);
        var code = typed.Text("code", 40, isNeeded: true);
        if (code.Length > 0 && !Code().IsMatch(code)) typed.Refuse("code", words["conversion.code.wrong"]);
        var draft = Read(typed, places, words);
        if (!typed.IsGood) return Page(null, places, http, typed);
        var id = new GradeConversionId(typed.Once("conversion", visit.Actor!.Person));
        var outcome = await visit.Write(turn => ConversionRows.Begin(turn, visit.Actor!, id, code, typed.IsOn("next"), draft));
        if (outcome == ConversionOutcome.Done) return Results.Redirect($"{ConversionsDoor.Path}/{id.Value:N}");
        if (outcome == ConversionOutcome.NotFound) return null;
        typed.Refuse("code", words[$"conversion.outcome.{(outcome == ConversionOutcome.NameTaken ? outcome : ConversionOutcome.NotNow)}"]);
        return Page(null, places, http, typed);
    }

    private static RazorComponentResult<EditConversion>? Show(Guid conversion, Visit visit, Words words, HttpContext http)
    {
        if (Mine(visit, conversion) is not { } draft) return null;
        var places = OwnPlaces(visit, words);
        return Page(draft, places, http, Typed.Of(words,
            [("title", draft.Title), ("code", draft.Code), ("place", KeyOf(places, draft.Place)), ("source", draft.Source), ("legend", draft.Legend), ("active", draft.IsActive), .. TypedTable.Values(draft.Rules)]));
    }

    private static async Task<IResult?> Save(Guid conversion, Visit visit, Words words, HttpContext http)
    {
        if (Mine(visit, conversion) is not { } was) return null;
        var (typed, places) = (await Typed.Read(http, words), OwnPlaces(visit, words));
        var draft = Read(typed, places, words);
        if (!typed.IsGood) return Page(was, places, http, typed);
        var version = int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        switch (await visit.Write(turn => ConversionRows.Rewrite(turn, visit.Actor!, was.Id, version, draft)))
        {
            case ConversionOutcome.Done: return Results.Redirect(ConversionsDoor.PathOf(was));
            case ConversionOutcome.NotFound: return null;
            case ConversionOutcome.Stale:
                typed.IsOvertaken = true;
                return Page(Mine(visit, conversion) ?? was, places, http, typed);
            default:
                typed.Refuse("place", words["conversion.outcome.NotNow"]);
                return Page(was, places, http, typed);
        }
    }

    private static ConversionDraft Read(Typed typed, IReadOnlyList<(string Key, string Name, PolicyPlace Place)> places, Words words)
    {
        var place = places.Where(one => one.Key == typed["place"]).Select(one => (PolicyPlace?)one.Place).FirstOrDefault();
        if (place is null) typed.Refuse("place", words["form.choose"]);
        return new(typed.Text("title", LongestTitle, isNeeded: true), TypedTable.Read(typed, words), typed.Text("source", LongestTitle), typed.Text("legend", LongestLegend), place ?? default, typed.IsOn("active"));
    }

    private static GradeConversion? Mine(Visit visit, Guid conversion) =>
        ConversionRows.Find(visit.Db, new GradeConversionId(conversion)) is { State: ConversionState.Draft } draft && ConversionRows.MayWrite(visit.Db, visit.Actor!, draft.Place) ? draft : null;

    private static List<(string Key, string Name, PolicyPlace Place)> OwnPlaces(Visit visit, Words words) => [.. ConversionsDoor.Places(visit, words).Where(one => ConversionRows.MayWrite(visit.Db, visit.Actor!, one.Place))];

    private static string KeyOf(List<(string Key, string Name, PolicyPlace Place)> places, PolicyPlace place) => places.FirstOrDefault(one => one.Place.Said == place.Said).Key ?? places[0].Key;

    private static RazorComponentResult<EditConversion> Page(GradeConversion? draft, IReadOnlyList<(string Key, string Name, PolicyPlace Place)> places, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Draft = draft, Places = places, Typed = typed }) { PreventStreamingRendering = true };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code();
}
