using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Interop.Policies;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>Writes a draft of a diploma's rules: the policy as JSON, and for whom and from when. What is wrong is said with its place and line.</summary>
public partial class EditDraft
{
    private const string Route = "/diplomas/plans/drafts";
    private const int LongestRules = 400_000;
    private const int LongestNote = 2000;
    private const int MostFaults = 30;

    /// <summary>The draft; null for a new one.</summary>
    [Parameter] public DiplomaDraft? Draft { get; set; }

    /// <summary>Schools to choose from, and the whole district where the writer may.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Places { get; set; } = [];

    /// <summary>What is wrong with the policy.</summary>
    [Parameter] public IReadOnlyList<PolicyRemark> Faults { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Route}/new", New).For(Who.Registrars);
        routes.MapPost($"{Route}/new", Make).For(Who.Registrars);
        routes.MapGet($"{Route}/{{draft:guid}}/edit", Show).For(Who.Registrars);
        routes.MapPost($"{Route}/{{draft:guid}}/edit", Save).For(Who.Registrars);
    }

    // A new version begins with the one that is named, and is for nobody yet whose rules would change.
    private static RazorComponentResult<EditDraft>? New(Visit visit, Words words, string? from = null)
    {
        var before = Guid.TryParse(from, out var id) ? DiplomaPlanRows.All(visit.Db).FirstOrDefault(one => one.Id.Value == id) : null;
        if (!string.IsNullOrEmpty(from) && before is null) return null;
        return Page(visit, words, null, Typed.Of(words, ("code", before?.Code), ("title", before?.Title), ("rules", before?.Rules), ("from", before?.ClassFrom), ("until", before?.ClassUntil), ("alternate", before?.IsAlternate ?? false),
            ("place", before?.School is { } school ? $"{school.Value:N}" : ""), ("effective", Day(visit.Today)), ("note", "")));
    }

    private static async Task<IResult?> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        return await Keep(visit, words, null, typed, new DiplomaPlanId(typed.OnceByKey("diploma draft", visit.Actor!.Person)));
    }

    private static RazorComponentResult<EditDraft>? Show(Guid draft, Visit visit, Words words) =>
        DiplomaPlanRows.Draft(visit.Db, visit.Actor!, new DiplomaPlanId(draft)) is { } found ? Page(visit, words, found, Stored(found, words)) : null;

    private static async Task<IResult?> Save(Guid draft, Visit visit, Words words, HttpContext http)
    {
        if (DiplomaPlanRows.Draft(visit.Db, visit.Actor!, new DiplomaPlanId(draft)) is not { } found) return null;
        return await Keep(visit, words, found, await Typed.Read(http, words), found.Id);
    }

    private static async Task<IResult?> Keep(Visit visit, Words words, DiplomaDraft? draft, Typed typed, DiplomaPlanId id)
    {
        var (code, title, rules, note) = (draft?.Code ?? typed.Text("code", 60, isNeeded: true), typed.Text("title", 200, isNeeded: true), typed.Text("rules", LongestRules, isNeeded: true), typed.Text("note", LongestNote, isNeeded: true));
        if (code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))) typed.Refuse("code", words["diploma.draft.code.wrong"]);
        var (from, until) = (typed.WholeOrNone("from", 1990, 2199), typed.WholeOrNone("until", 1990, 2199));
        if (until < from) typed.Refuse("until", words["diploma.draft.until.wrong"]);
        var effective = typed.PlannedDay("effective", visit.Today, draft?.EffectiveFrom);
        if (effective < visit.Today) typed.Refuse("effective", words["diploma.draft.effective.past"]);
        var school = typed["place"].Length == 0 ? (OrganizationId?)null : Guid.TryParse(typed["place"], out var place) ? new OrganizationId(place) : default(OrganizationId);
        if (!PlacesOf(visit, words).Any(one => one.Value == typed["place"])) typed.Refuse("place", words["form.choose"]);
        var read = rules.Length is > 0 and <= LongestRules ? PolicyText.Read(rules) : null;
        if (read is { Policy: null }) typed.Refuse("rules", words["diploma.draft.rules.wrong", ("count", read.Faults.Count)]);
        var (isAlternate, isEnding, by) = (typed.IsOn("alternate"), typed.IsOn("ending"), new PersonId(visit.Actor!.Person));
        DiplomaDraft Said(DiplomaDraft one, DateOnly begins, string hash) => one.Write(title, rules, hash, by).For(begins, from, until, isAlternate, school, isEnding, note);
        if (effective is { } first && DiplomaPlanRows.Taken(visit.Db, Said(new DiplomaDraft(id, code, by, visit.Now), first, "").AsPlan(0, by, visit.Now)) is [var taken, ..])
            typed.Refuse("from", words["diploma.draft.taken", ("class", taken.ClassOf.ToString(CultureInfo.InvariantCulture)), ("title", taken.From.Title)]);
        if (!typed.IsGood || read?.Policy is null || effective is not { } day) return Page(visit, words, draft, typed, read?.Faults);
        var seen = draft is null ? 0 : int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var version) ? version : 0;
        // The same form sent twice makes one draft.
        var isThere = draft is null && DiplomaPlanRows.Draft(visit.Db, visit.Actor!, id) is not null;
        var done = isThere ? RowChange.Done : await visit.Write(turn => DiplomaPlanRows.Write(turn, visit.Actor!, id, code, seen, one => Said(one, day, read.Hash)), purpose: "diploma");
        if (done == RowChange.NotFound) return null;
        if (done == RowChange.Done) return Results.Redirect(LookAtDraft.PathOf(id));
        typed.IsOvertaken = true;
        return Page(visit, words, DiplomaPlanRows.Draft(visit.Db, visit.Actor!, id) ?? draft, typed);
    }

    private static Typed Stored(DiplomaDraft one, Words words) => Typed.Of(words, ("code", one.Code), ("title", one.Title), ("rules", one.Rules), ("from", one.ClassFrom), ("until", one.ClassUntil), ("alternate", one.IsAlternate),
        ("ending", one.IsEnding), ("place", one.School is { } school ? $"{school.Value:N}" : ""), ("effective", Day(one.EffectiveFrom)), ("note", one.Note));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<FieldOption> PlacesOf(Visit visit, Words words) =>
    [
        .. DiplomaPlanRows.MayWrite(visit.Actor!, null) ? [new FieldOption("", words["policy.district"])] : (FieldOption[])[],
        .. ListPlans.SchoolsOf(visit).Where(one => DiplomaPlanRows.MayWrite(visit.Actor!, one.Key)).Select(one => new FieldOption($"{one.Key.Value:N}", one.Value)),
    ];

    private static RazorComponentResult<EditDraft> Page(Visit visit, Words words, DiplomaDraft? draft, Typed typed, IReadOnlyList<PolicyRemark>? faults = null) =>
        new(new { Draft = draft, Places = PlacesOf(visit, words), Typed = typed, Faults = (IReadOnlyList<PolicyRemark>)[.. (faults ?? []).Take(MostFaults)] }) { PreventStreamingRendering = true };
}
