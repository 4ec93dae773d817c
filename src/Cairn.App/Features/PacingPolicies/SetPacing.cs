using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.PacingPolicies;

/// <summary>The policy of checks and pace, by place and day, and the days on which school is closed. A policy is never changed: a later one follows it.</summary>
public partial class SetPacing
{
    private const string Route = "/policies/pacing";
    private const string Closed = "/policies/closed-days";
    private const int Longest = 100;

    /// <summary>Every policy, the newest first.</summary>
    [Parameter] public IReadOnlyList<PacingPolicy> All { get; set; } = [];

    /// <summary>Days on which school is closed.</summary>
    [Parameter] public IReadOnlyList<ClosedDay> Days { get; set; } = [];

    /// <summary>Where one can hold: the district, its schools, their programs.</summary>
    [Parameter] public IReadOnlyList<(string Key, string Name, PolicyPlace Place)> Places { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.DistrictLeaders);
        routes.MapPost(Route, Save).For(Who.DistrictLeaders);
        routes.MapPost(Closed, Close).For(Who.DistrictLeaders);
    }

    private static RazorComponentResult<SetPacing> Show(Visit visit, Words words, HttpContext http)
    {
        var now = PacingPolicy.InForce(PacingRows.Policies(visit.Db), PolicyPlace.District, visit.Today);
        return Page(visit, words, http, Typed.Of(words, ("place", "district"), ("from", $"{visit.Today:yyyy-MM-dd}"), ("correctives", now.CorrectivesFirst), ("days", now.DaysBetween), ("cap", now.Cap),
            ("band", now.BandWeeks), ("quiet", now.QuietDays), ("loop", now.LoopTries), ("first", $"{now.YearFirst:yyyy-MM-dd}"), ("last", $"{now.YearLast:yyyy-MM-dd}")));
    }

    private static async Task<IResult> Save(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var place = PlacesOf(visit, words).Where(one => one.Key == typed["place"]).Select(one => (PolicyPlace?)one.Place).FirstOrDefault();
        if (place is null) typed.Refuse("place", words["form.choose"]);
        var from = typed.Day("from");
        if (from < visit.Today) typed.Refuse("from", words["policy.past"]);
        var wanted = new PacingPolicy(new PacingPolicyId(typed.Once("pacing", visit.Actor!.Person)), from ?? visit.Today, new PersonId(visit.Actor!.Person), visit.Now)
        {
            School = place?.School, Program = place?.Program, CorrectivesFirst = typed.IsOn("correctives"), DaysBetween = typed.Whole("days", 0, 365), Cap = typed.WholeOrNone("cap", 0, 50),
            BandWeeks = typed.Whole("band", 1, 20), QuietDays = typed.Whole("quiet", 1, 100), LoopTries = typed.Whole("loop", 2, 10), YearFirst = typed.Day("first") ?? default, YearLast = typed.Day("last") ?? default,
        };
        if (typed.IsGood && (wanted.YearFirst.Year is < 2000 or > 2100 || wanted.YearLast <= wanted.YearFirst || wanted.YearLast >= wanted.YearFirst.AddYears(1))) typed.Refuse("last", words["policy.year.wrong"]);
        if (!typed.IsGood) return Page(visit, words, http, typed);
        await visit.Write(turn =>
        {
            // A form that is sent twice says it once.
            if (turn.Db.PacingPolicies.Any(one => one.Id == wanted.Id)) return 0;
            turn.Db.Add(wanted);
            return turn.Db.SaveChanges();
        });
        return Results.Redirect(Route);
    }

    private static async Task<IResult> Close(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (day, why) = (typed.Day("day"), typed.Text("why", Longest));
        if (day is { Year: < 2000 or > 2100 }) typed.Refuse("day", words["form.day"]);
        if (!typed.IsGood) return Page(visit, words, http, typed);
        await visit.Write(turn =>
        {
            if (typed["do"] == "open") PacingRows.Open(turn, day!.Value);
            else PacingRows.Close(turn, day!.Value, why);
            return true;
        });
        return Results.Redirect($"{Route}#closed");
    }

    private static IReadOnlyList<(string Key, string Name, PolicyPlace Place)> PlacesOf(Visit visit, Words words)
    {
        var schools = visit.Db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).ToList();
        return
        [
            ("district", words["policy.district"], PolicyPlace.District),
            .. schools.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => ($"s-{one.Id.Value:N}", one.Name, new PolicyPlace(one.Id, null))),
            .. visit.Db.Programs.AsNoTracking().ToList().OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => ($"p-{one.Id.Value:N}", one.Name, new PolicyPlace(null, one.Id))),
        ];
    }

    private static RazorComponentResult<SetPacing> Page(Visit visit, Words words, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { All = PacingRows.Policies(visit.Db), Days = PacingRows.ClosedDays(visit.Db), Places = PlacesOf(visit, words), Typed = typed }) { PreventStreamingRendering = true };
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private List<FieldOption> Choices => [.. Places.Select(one => new FieldOption(one.Key, one.Name))];

    private string NameOf(PolicyPlace place) => Places.FirstOrDefault(one => one.Place.Said == place.Said).Name ?? "";
}
