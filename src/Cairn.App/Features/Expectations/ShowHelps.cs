using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Expectations;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Expectations;

/// <summary>What helps a learner to show what they know, what is expected of them in place of a competency's words, and how far they are in the language of the school.</summary>
public partial class ShowHelps
{
    private const string Route = "/learners/{id:guid}/helps";

    /// <summary>Whom it helps.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>All that helps and helped.</summary>
    [Parameter] public IReadOnlyList<Accommodation> Helps { get; set; } = [];

    /// <summary>What is expected today in place of a competency's words.</summary>
    [Parameter] public IReadOnlyList<ModifiedExpectation> Expected { get; set; } = [];

    /// <summary>How far the learner is in the language of the school.</summary>
    [Parameter, EditorRequired] public LanguageProgress Language { get; set; } = null!;

    /// <summary>Names of who wrote.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    /// <summary>May the reader write?</summary>
    [Parameter] public bool Writes { get; set; }

    /// <summary>What was typed, and in which form.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.SeeNotes);
        routes.MapPost(Route, Add).For(Who.Educators, Rights.SeeNotes);
        routes.MapPost("/learners/{id:guid}/languages", Record).For(Who.Educators, Rights.SeeNotes);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/helps";

    private static RazorComponentResult<ShowHelps>? Show(Guid id, Visit visit, Words words, HttpContext http) => Page(new LearnerId(id), visit, http, Typed.Of(words, ("from", $"{visit.Today:yyyy-MM-dd}"), ("on", $"{visit.Today:yyyy-MM-dd}")));

    private static async Task<IResult?> Add(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        var text = typed.Text("text", Accommodation.Longest, isNeeded: true);
        CompetencyId? competency = typed.Id("competency") is var said && said == Guid.Empty ? null : new CompetencyId(said);
        if (competency is { } one && !visit.Frameworks.Any(each => each.Content.Find(one) is not null)) typed.Refuse("competency", words["form.choose"]);
        var from = typed.PlannedDay("from", visit.Today) ?? visit.Today;
        DateOnly? until = typed["until"].Length > 0 ? typed.PlannedDay("until", visit.Today) : null;
        if (until < from) typed.Refuse("until", words["expect.until.before"]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var id_ = new AccommodationId(typed.Once($"helps {id:N}", visit.Actor!.Person));
        var added = await visit.Write(turn => AccommodationRows.Add(turn, visit.ScopeOf(turn), new Accommodation(id_, learner, competency, text, from, new PersonId(visit.Actor.Person), turn.Now).Planned(until, typed.IsOn("report"))));
        return added is null ? SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed) : Results.Redirect(PathOf(learner));
    }

    private static async Task<IResult?> Record(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        List<(LanguageDomain Domain, int Level)> levels = [];
        foreach (var domain in Enum.GetValues<LanguageDomain>())
            if (typed.WholeOrNone($"level-{domain}", LanguageLevel.Lowest, LanguageLevel.Highest) is { } level) levels.Add((domain, level));
        var on = typed.Day("on") ?? visit.Today;
        if (on > visit.Today) typed.Refuse("on", words["expect.language.future"]);
        if (levels.Count == 0 && typed.IsGood) typed.Refuse($"level-{LanguageDomain.Listening}", words["expect.language.none"]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        return await visit.Write(turn => LanguageRows.Record(turn, visit.ScopeOf(turn), learner, levels, on)) ? Results.Redirect(PathOf(learner) + "#language") : SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed);
    }

    internal static RazorComponentResult<ShowHelps>? Page(LearnerId id, Visit visit, HttpContext http, Typed typed)
    {
        if (visit.Scope.Find(id) is not { } learner || !AccommodationRows.Sees(visit.Scope, id)) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var (helps, language) = (AccommodationRows.Of(visit.Db, visit.Scope, id), LanguageRows.ProgressOf(visit.Db, visit.Scope, id));
        var people = helps.Select(one => new EducatorId(one.By.Value)).Concat(language.Steps.Select(one => new EducatorId(one.By.Value))).Distinct().ToList();
        return new(new
        {
            Learner = learner, Helps = helps, Language = language, Expected = ReportRows.ExpectationsOf(visit.Db, visit.Scope, id, visit.Today, visit.Today), Typed = typed, Writes = AccommodationRows.Writes(visit.Scope, id),
            Names = (IReadOnlyDictionary<Guid, string>)visit.Db.Educators.Where(one => people.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName),
        }) { PreventStreamingRendering = true, StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
