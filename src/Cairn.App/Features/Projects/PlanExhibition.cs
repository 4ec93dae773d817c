using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>The exhibition of a project: planned, its panel asked, and what the panel says, live, for the educators who may judge from it.</summary>
public partial class PlanExhibition
{
    private const string Route = "/projects/{project:guid}/exhibition";
    private const int LongestName = 120;
    private const int LongestPlace = 300;
    private const int EducatorsShown = 500;
    private static readonly TimeSpan AfterIt = TimeSpan.FromDays(2);
    private static readonly TimeSpan Usual = TimeSpan.FromDays(14);

    /// <summary>The exhibition as the reader may see it.</summary>
    [Parameter, EditorRequired] public ExhibitionView View { get; set; } = null!;

    /// <summary>What the panel looks for, of learners whom the reader may read.</summary>
    [Parameter] public IReadOnlyList<PanelRubric> Rubrics { get; set; } = [];

    /// <summary>Who can be asked to the panel.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Educators { get; set; } = [];

    /// <summary>What stands in the form of day and place: what was typed there, or what is planned where another form was sent.</summary>
    [Parameter, EditorRequired] public Typed When { get; set; } = null!;

    /// <summary>A link that was just made, and for whom: it is shown this once.</summary>
    [Parameter] public (string Name, string Address)? Link { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators).OpenToBadges().InFamilyLanguages();
        routes.MapPost(Route, Plan).For(Who.Educators);
        routes.MapPost(Route + "/panel", Ask).For(Who.Educators);
        routes.MapPost(Route + "/judge", Judge).For(Who.Educators);
    }

    internal static string PathOf(ProjectId id) => $"{ProjectsDoor.PathOf(id)}/exhibition";

    private static RazorComponentResult<PlanExhibition>? Show(Guid project, Visit visit, Words words, HttpContext http)
    {
        if (ExhibitionRows.Find(visit.Db, visit.Scope, new ProjectId(project)) is not { } view) return null;
        return Page(view, visit, words, http, Planned(view, visit, words));
    }

    private static Typed Planned(ExhibitionView view, Visit visit, Words words)
    {
        var at = view.Exhibition is { } planned ? visit.Local(planned.At) : (DateTime?)null;
        return Typed.Of(words, ("day", at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("time", at?.ToString("HH:mm", CultureInfo.InvariantCulture)), ("place", view.Exhibition?.Place), ("audience", view.Exhibition?.Audience));
    }

    private static RazorComponentResult<PlanExhibition> Page(ExhibitionView view, Visit visit, Words words, HttpContext http, Typed typed, (string, string)? link = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var isTheirs = visit.Actor!.IsEducator && view.Project.Rights.Write;
        var criteria = from aim in view.Project.Aims
                       let learner = visit.Scope.Find(aim.Learner)
                       where isTheirs && learner is not null
                       select new PanelCriterion(aim.Learner, view.Project.Team.First(one => one.Learner == aim.Learner).Name, aim.Competency, aim.Stage, learner.Place);
        IReadOnlyList<FieldOption> educators = isTheirs ? [.. visit.Db.Educators.Where(one => one.EndedAt == null).OrderBy(one => one.DisplayName).Take(EducatorsShown).ToList().Select(one => new FieldOption($"{one.Id.Value:N}", one.DisplayName))] : [];
        return new(new { View = view, Rubrics = PanelRubric.For(criteria, visit.Frameworks, words), Educators = educators, Link = link, Typed = typed, When = typed["day"].Length + typed["time"].Length + typed["place"].Length > 0 ? typed : Planned(view, visit, words) }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult?> Plan(Guid project, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new ProjectId(project), await Typed.Read(http, words));
        if (ExhibitionRows.Find(visit.Db, visit.Scope, id) is not { Project.Rights.Write: true } view) return null;
        var (day, place, audience) = (typed.PlannedDay("day", visit.Today, view.Exhibition is { } stands ? visit.Day(stands.At) : null), typed.Text("place", LongestPlace, isNeeded: true), typed.Text("audience", LongestPlace));
        if (!TimeOnly.TryParseExact(typed["time"], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) typed.Refuse("time", words["panel.time.wrong"]);
        if (day is not { } on || !typed.IsGood) return Page(view, visit, words, http, typed);
        _ = int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var seen);
        var at = Utc(on.ToDateTime(time), visit.Served.Zone);
        return await After(id, typed, visit, words, http, turn => ExhibitionWriting.Plan(turn, Scope(turn, visit), id, seen, at, place, audience));
    }

    private static async Task<IResult?> Ask(Guid project, Visit visit, Words words, HttpContext http, SiteAddress address)
    {
        var (id, typed) = (new ProjectId(project), await Typed.Read(http, words));
        if (ExhibitionRows.Find(visit.Db, visit.Scope, id) is not { Project.Rights.Write: true } view) return null;
        var panelist = new PanelistId(typed.Id("panelist"));
        switch (typed["do"])
        {
            case "educator":
                return await After(id, typed, visit, words, http, turn => ExhibitionWriting.Invite(turn, Scope(turn, visit), id, "", new EducatorId(typed.Id("educator")), new PanelistId(typed.Once($"panelist {project:N}", visit.Actor!.Person))));
            case "guest":
                var name = typed.Text("guest", LongestName, isNeeded: true);
                return typed.IsGood ? await After(id, typed, visit, words, http, turn => ExhibitionWriting.Invite(turn, Scope(turn, visit), id, name, null, new PanelistId(typed.Once($"panelist {project:N}", visit.Actor!.Person)))) : Page(view, visit, words, http, typed);
            case "end":
                return await After(id, typed, visit, words, http, turn => ExhibitionWriting.End(turn, Scope(turn, visit), id, panelist));
            case "link":
                // Until two days after it was shown, or two weeks where no day is said; shown this once, and kept as a hash.
                var until = view.Exhibition is { } shown && shown.At > visit.Now ? shown.At + AfterIt : visit.Now + Usual;
                var token = Sessions.NewToken();
                if (await visit.Write(turn => ExhibitionWriting.Link(turn, Scope(turn, visit), id, panelist, Sessions.HashBytes(token), until)) != ProjectOutcome.Done) return null;
                return Page(ExhibitionRows.Find(visit.Db, visit.Scope, id)!, visit, words, http, typed, (view.Panel.First(one => one.Id == panelist).Name, $"{address.Of(visit.Served)}{RateAsGuest.Path}/{token}"));
            default:
                return null;
        }
    }

    private static async Task<IResult?> Judge(Guid project, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new ProjectId(project), await Typed.Read(http, words));
        var (learner, competency) = (new LearnerId(typed.Id("learner")), new CompetencyId(typed.Id("competency")));
        if (ExhibitionRows.Find(visit.Db, visit.Scope, id) is not { } view || visit.Scope.Find(learner) is not { } found) return null;
        // Only what a panelist could tap is a level.
        var aim = view.Project.Aims.FirstOrDefault(one => one.Learner == learner && one.Competency == competency);
        if (aim is null || !decimal.TryParse(typed["level"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level)
            || PanelRubric.For([new PanelCriterion(learner, "", competency, aim.Stage, found.Place)], visit.Frameworks, words).All(one => one.WordOf(level) is null)) return null;
        return await After(id, typed, visit, words, http, turn => ExhibitionWriting.Judge(turn, Scope(turn, visit), id, learner, competency, level));
    }

    private static async Task<IResult?> After(ProjectId id, Typed typed, Visit visit, Words words, HttpContext http, Func<WriteTurn, ProjectOutcome> write)
    {
        var outcome = await visit.Write(write);
        if (outcome == ProjectOutcome.Done) return Results.Redirect(PathOf(id));
        if (outcome == ProjectOutcome.NotThere || ExhibitionRows.Find(visit.Db, visit.Scope, id) is not { } now) return null;
        if (outcome == ProjectOutcome.Overtaken) typed.IsOvertaken = true;
        else typed.Refuse("panel", words["panel.notNow"]);
        return Page(now, visit, words, http, typed);
    }

    private static Scope Scope(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, turn.Now);

    // An hour that the clock skips is the one after it.
    private static DateTime Utc(DateTime local, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
