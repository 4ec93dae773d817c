using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Step one: what the district is called, when its days begin, and what it speaks.</summary>
public partial class NameDistrict
{
    internal const string Path = Beginning.FirstRun.Path + "/district";
    private const int Longest = 120;

    private static readonly IReadOnlyList<FieldOption> Zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(one => one.Id)
        .Select(one => TimeZoneInfo.TryConvertWindowsIdToIanaId(one, out var named) ? named : one).Where(IsOfAPlace).Append("UTC").Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal).Select(one => new FieldOption(one, one.Replace('_', ' ')))];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Is the time zone the server's, because nobody said one? A script puts that of whoever sets it up in its place.</summary>
    [Parameter] public bool IsGuessed { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/district", Show);
        wizard.MapPost("/district", Save);
    }

    private static RazorComponentResult<NameDistrict> Page(Typed typed, int status = StatusCodes.Status200OK, bool isGuessed = false) => new(new { Typed = typed, IsGuessed = isGuessed }) { StatusCode = status, PreventStreamingRendering = true };

    private static RazorComponentResult<NameDistrict> Show(Beginning.FirstRun run, Words words)
    {
        var answers = run.Making.Answers;
        return Page(Typed.Of(words, ("title", answers?.Title), ("zone", answers?.Zone ?? Here()), ("language", answers?.Language ?? words.Language)), isGuessed: answers is null);
    }

    private static async Task<IResult> Save(Beginning.FirstRun run, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (title, zone, language) = (typed.Text("title", Longest, isNeeded: true), typed["zone"], typed["language"]);
        if (Zones.All(one => one.Value != zone)) typed.Refuse("zone", words["form.choose"]);
        if (!Shelf.Languages.Contains(language, StringComparer.Ordinal) || Shelf.IsForFamiliesOnly(language)) typed.Refuse("language", words["form.choose"]);
        if (!typed.IsGood) return Page(typed, StatusCodes.Status400BadRequest);
        await run.Making.Name(title, zone, language);
        return Results.Redirect(ChooseLevels.Path);
    }

    private static string Here() => TimeZoneInfo.Local.Id is var id && Zones.Any(one => one.Value == id) ? id : TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var named) ? named : "UTC";

    // Names of places; what is kept beside them for old programs is left out.
    private static bool IsOfAPlace(string zone) => zone.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && zone[..at] is "Africa" or "America" or "Antarctica" or "Asia" or "Atlantic" or "Australia" or "Europe" or "Indian" or "Pacific";
}
