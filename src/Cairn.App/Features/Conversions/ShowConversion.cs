using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Conversions;

/// <summary>One version of a conversion: its table as it is printed, what it leaves out, and how far it is. Two people adopt it.</summary>
public partial class ShowConversion
{
    private const string Route = $"{ConversionsDoor.Path}/{{conversion:guid}}";

    /// <summary>The conversion.</summary>
    [Parameter, EditorRequired] public GradeConversion Conversion { get; set; } = null!;

    /// <summary>Its versions, the newest first.</summary>
    [Parameter] public IReadOnlyList<GradeConversion> Versions { get; set; } = [];

    /// <summary>What its place is called.</summary>
    [Parameter] public string Place { get; set; } = "";

    /// <summary>Who proposed it, and who signed it; empty where nobody did.</summary>
    [Parameter] public (string Adopted, string Signed) People { get; set; }

    /// <summary>May the reader change it?</summary>
    [Parameter] public bool MayWrite { get; set; }

    /// <summary>The earliest day that it may begin: tomorrow, or long ago where nothing graded there before.</summary>
    [Parameter] public DateOnly Earliest { get; set; }

    /// <summary>What was typed, and what is wrong with it.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    private bool MayReachBack => Earliest < Visit.Today;

    private bool IsMine => Conversion.AdoptedBy == new PersonId(Visit.Actor!.Person);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Act).For(Who.Registrars);
    }

    private static RazorComponentResult<ShowConversion>? Show(Guid conversion, Visit visit, Words words, HttpContext http) =>
        ConversionRows.Find(visit.Db, new GradeConversionId(conversion)) is { } found ? Page(found, visit, words, http, Typed.Of(words, ("from", $"{(EarliestOf(found, visit) > visit.Today ? visit.Today.AddDays(1) : visit.Today):yyyy-MM-dd}"))) : null;

    private static async Task<IResult?> Act(Guid conversion, Visit visit, Words words, HttpContext http)
    {
        var (id, actor) = (new GradeConversionId(conversion), visit.Actor!);
        if (ConversionRows.Find(visit.Db, id) is not { } found || !ConversionRows.MayWrite(visit.Db, actor, found.Place)) return null;
        var typed = await Typed.Read(http, words);
        var (what, version) = (typed["do"], int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0);
        var from = what == "propose" ? FirstDay(typed, found, visit, words) : visit.Today;
        if (!typed.IsGood) return Page(found, visit, words, http, typed);
        var outcome = await visit.Write(turn => what switch
        {
            "propose" => ConversionRows.Propose(turn, actor, id, version, from!.Value, visit.Today),
            "sign" => ConversionRows.Sign(turn, actor, id, version, visit.Today),
            "back" => ConversionRows.TakeBack(turn, actor, id, version),
            "withdraw" => ConversionRows.Withdraw(turn, actor, id, version),
            _ => ConversionOutcome.NotFound,
        });
        if (outcome == ConversionOutcome.NotFound) return null;
        if (outcome == ConversionOutcome.Done) return Results.Redirect(what == "withdraw" ? ConversionsDoor.Path : ConversionsDoor.PathOf(found));
        typed.Refuse("do", words[$"conversion.outcome.{outcome}"]);
        using var again = visit.Served.District!.Open();
        return Page(ConversionRows.Find(again, id)!, visit, words, http, typed);
    }

    // Far back only where nothing graded before: there awards of many years may wait for their first letters.
    private static DateOnly? FirstDay(Typed typed, GradeConversion found, Visit visit, Words words)
    {
        var day = typed.Day("from");
        if (day < EarliestOf(found, visit)) typed.Refuse("from", words["conversion.outcome.Past"]);
        return day < visit.Today ? day : typed.PlannedDay("from", visit.Today);
    }

    private static DateOnly EarliestOf(GradeConversion found, Visit visit) => ConversionRows.Earliest(visit.Db, found.Place, visit.Today);

    private static RazorComponentResult<ShowConversion> Page(GradeConversion found, Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var names = visit.Db.Educators.AsNoTracking().ToDictionary(one => one.Id.Value, one => one.DisplayName);
        string Name(PersonId? person) => person is { } one ? names.GetValueOrDefault(one.Value, "") : "";
        return new(new
        {
            Conversion = found, Versions = (IReadOnlyList<GradeConversion>)[.. ConversionRows.All(visit.Db).Where(one => one.Code == found.Code)],
            Place = ConversionsDoor.Places(visit, words).FirstOrDefault(one => one.Place.Said == found.Place.Said).Name ?? "",
            People = (Name(found.AdoptedBy), Name(found.SignedBy)), MayWrite = ConversionRows.MayWrite(visit.Db, visit.Actor!, found.Place),
            Earliest = EarliestOf(found, visit), Typed = typed,
        }) { PreventStreamingRendering = true };
    }
}
