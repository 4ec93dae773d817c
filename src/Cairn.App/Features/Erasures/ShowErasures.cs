using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Erasures;

/// <summary>How long what is kept, what is held, what waits for a second person, and what went.</summary>
public partial class ShowErasures
{
    internal const string Path = "/erasures";
    /// <summary>Whoever hands a record out, holds or erases it proved within so many minutes who they are.</summary>
    internal const int ProofMinutes = 15;

    private const int MostYears = 120;
    private const int MostFound = 20;

    /// <summary>Erasures, newest first.</summary>
    [Parameter] public IReadOnlyList<ErasureLine> All { get; set; } = [];

    /// <summary>The schedule.</summary>
    [Parameter] public IReadOnlyList<Retention> Schedule { get; set; } = [];

    /// <summary>Holds that hold.</summary>
    [Parameter] public IReadOnlyList<(LegalHold Hold, Learner Learner)> Holds { get; set; } = [];

    /// <summary>Who is looked for.</summary>
    [Parameter] public string Q { get; set; } = "";

    /// <summary>Learners who were found, by name; those who left as well.</summary>
    [Parameter] public IReadOnlyList<Learner> Found { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).For(Who.DistrictLeaders | Who.PrivacyOfficers).WithMetadata(new Costly(Cost.Search));
        routes.MapPost($"{Path}/schedule", Keep).For(Who.DistrictLeaders | Who.PrivacyOfficers).AddEndpointFilter(StepUp.Within(ProofMinutes, Path));
        AskErasure.Map(routes);
        DecideErasure.Map(routes);
    }

    private static RazorComponentResult<ShowErasures> Show(Visit visit, Words words, HttpContext http, string? q = null)
    {
        var search = NameSearch.Tidy(q);
        var wanted = new NameSearch(search, words);
        var order = StringComparer.Create(words.Culture, ignoreCase: true);
        var found = search.Length == 0 ? [] : visit.Scope.Learners.ToList().Where(one => wanted.Finds($"{one.FullName} {one.GivenName} {one.Username}")).OrderBy(one => one.FullName, order).ThenBy(one => one.Username, StringComparer.Ordinal).Take(MostFound).ToList();
        return Page(visit, http, Typed.Of(words), search, found);
    }

    private static async Task<IResult?> Keep(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (part, years, basis) = (typed.Choice<RetainedPart>("part"), typed.WholeOrNone("years", 0, MostYears), typed.Text("basis", 400, isNeeded: true));
        if (!typed.IsGood) return Page(visit, http, typed);
        await visit.Write(turn => ErasureRows.Keep(turn, visit.Actor!, part, years, basis), purpose: "retention");
        return Results.Redirect(Path);
    }

    private static RazorComponentResult<ShowErasures> Page(Visit visit, HttpContext http, Typed typed, string q = "", IReadOnlyList<Learner>? found = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { All = ErasureRows.All(visit.Db, visit.Scope), Schedule = ErasureRows.Schedule(visit.Db), Holds = ErasureRows.Holds(visit.Db, visit.Scope), Typed = typed, Q = q, Found = found ?? [] }) { PreventStreamingRendering = true };
    }
}
