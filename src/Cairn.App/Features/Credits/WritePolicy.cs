using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>Writes a version of a credit policy: it is adopted from a day on, and never changed.</summary>
public partial class WritePolicy
{
    private const string Route = ListPolicies.Route + "/new";
    private const int BlankRows = 3;
    private const int MoreRows = 5;

    /// <summary>The version that it follows; null for a new policy.</summary>
    [Parameter] public CreditPolicy? Last { get; set; }

    /// <summary>Was credit awarded by it? Then its course title and code stay.</summary>
    [Parameter] public bool IsUsed { get; set; }

    /// <summary>The framework of its parts.</summary>
    [Parameter, EditorRequired] public FrameworkInForce Framework { get; set; } = null!;

    /// <summary>Where the reader may let it hold.</summary>
    [Parameter] public IReadOnlyList<(string Key, string Name, PolicyPlace Place)> Places { get; set; } = [];

    /// <summary>Rows for parts.</summary>
    [Parameter] public int Rows { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars);
        routes.MapPost(Route, Save).For(Who.Registrars);
    }

    private static RazorComponentResult<WritePolicy>? Show(Visit visit, Words words, HttpContext http, string? of = null, string? framework = null)
    {
        var last = LastOf(visit, of);
        if ((of is not null && last is null) || FrameworkOf(visit, last, framework) is not { } found) return null;
        var parts = last is null ? [] : CreditRows.Parts(visit.Db)[last.Id].ToList();
        return Page(visit, words, http, last, found, Math.Min(parts.Count + BlankRows, CreditPolicyCheck.MostParts), last is null ? PolicyForm.Blank(visit.Today, words) : PolicyForm.Of(last, parts, visit.Today, PlaceKey(visit, words, last.Place), words));
    }

    private static async Task<IResult?> Save(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var last = LastOf(visit, typed["of"].Length > 0 ? typed["of"] : null);
        if ((typed["of"].Length > 0 && last is null) || FrameworkOf(visit, last, typed["framework"]) is not { } framework) return null;
        var rows = Math.Clamp(int.TryParse(typed["rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 8, 1, CreditPolicyCheck.MostParts);
        // More rows and nothing else: all that was typed stays, and nothing of it is looked at yet.
        if (typed["do"] == "rows") return Page(visit, words, http, last, framework, Math.Min(rows + MoreRows, CreditPolicyCheck.MostParts), typed);
        var place = last?.Place ?? MayPlaces(visit, words).Where(one => one.Key == typed["place"]).Select(one => (PolicyPlace?)one.Place).FirstOrDefault();
        if (place is null) typed.Refuse("place", words["form.choose"]);
        var id = new CreditPolicyId(typed.OnceByKey("credit policy", visit.Actor!.Person));
        // A form that is sent twice adopts once, and leads to the same place.
        if (visit.Db.CreditPolicies.Any(one => one.Id == id)) return Results.Redirect(ShowPolicy.PathOf(id));
        var policy = PolicyForm.Policy(typed, id, last, framework, place ?? PolicyPlace.District, new PersonId(visit.Actor!.Person), visit.Now);
        var parts = PolicyForm.Parts(typed, id, rows, policy.Hundredths, framework, words);
        if (typed.IsGood) PolicyForm.Say(typed, CreditPolicyRows.Flaws(visit.Db, policy, parts, framework, visit.Today), words);
        if (!typed.IsGood) return Page(visit, words, http, last, framework, rows, typed);
        var (outcome, flaws) = await visit.Write(turn => CreditPolicyRows.Adopt(turn, visit.Actor!, policy, parts, framework, visit.Today), purpose: "credit policy");
        if (outcome == CreditOutcome.NotFound) return null;
        if (outcome == CreditOutcome.Done) return Results.Redirect(ShowPolicy.PathOf(policy.Id));
        PolicyForm.Say(typed, flaws, words);
        return Page(visit, words, http, last, framework, rows, typed);
    }

    private static RazorComponentResult<WritePolicy> Page(Visit visit, Words words, HttpContext http, CreditPolicy? last, FrameworkInForce framework, int rows, Typed typed)
    {
        CreditsDoor.KeepNothing(http);
        return new(new { Last = last, IsUsed = last is not null && CreditPolicyRows.IsUsed(visit.Db, last.Code), Framework = framework, Places = MayPlaces(visit, words), Rows = rows, Typed = typed }) { PreventStreamingRendering = true };
    }

    private static CreditPolicy? LastOf(Visit visit, string? code) => code is null ? null : CreditRows.Policies(visit.Db).Where(one => one.Code == code && CreditPolicyRows.MayAdopt(visit.Actor!, one.Place)).MaxBy(one => one.Number);

    private static FrameworkInForce? FrameworkOf(Visit visit, CreditPolicy? last, string? framework) =>
        last is not null ? visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id == last.Framework)
        : visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id.Value.ToString("N") == framework) ?? (visit.Frameworks.Count > 0 ? visit.Frameworks[0] : null);

    private static IReadOnlyList<(string Key, string Name, PolicyPlace Place)> MayPlaces(Visit visit, Words words) => [.. ListPolicies.PlacesOf(visit, words).Where(one => CreditPolicyRows.MayAdopt(visit.Actor!, one.Place))];

    private static string PlaceKey(Visit visit, Words words, PolicyPlace place) => ListPolicies.PlacesOf(visit, words).FirstOrDefault(one => one.Place.Said == place.Said).Key ?? "";

    private List<FieldOption> Competencies => [new FieldOption("", Words["credit.part.choose"]), .. Framework.Content.Competencies.Where(one => Framework.Content.Counts(one.Id)).Select(one => new FieldOption(one.Id.Value.ToString("N"), $"{one.Code} {one.Title}"))];

    private List<FieldOption> Methods => [.. Enum.GetValues<CreditMethod>().Select(one => new FieldOption(one.ToString(), Words[$"credit.method.name.{one}"]))];
}
