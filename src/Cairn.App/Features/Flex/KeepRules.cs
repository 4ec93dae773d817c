using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>Who is kept apart, and who together: for those who plan for all of them. No family and no learner sees any of it.</summary>
public partial class KeepRules
{
    private const string Route = "/flex/rules";
    private const int Longest = 500;

    /// <summary>The rules in force.</summary>
    [Parameter] public IReadOnlyList<GroupingRuleLine> Rules { get; set; } = [];

    /// <summary>Rooms to choose learners from.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Rooms { get; set; } = [];

    /// <summary>The rooms that were chosen.</summary>
    [Parameter] public IReadOnlyList<GroupId> Chosen { get; set; } = [];

    /// <summary>Their learners, by name.</summary>
    [Parameter] public IReadOnlyList<Learner> Learners { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Add).For(Who.Educators);
        routes.MapPost($"{Route}/{{rule:guid}}", End).For(Who.Educators);
    }

    private static RazorComponentResult<KeepRules> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, [.. DraftForm.RoomsOf(http.Request.Query["group"])], Typed.Of(words, ("kind", GroupingRuleKind.Apart)));

    private static async Task<IResult> Add(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var form = await SentForm.Of(http.Request);
        var (kind, reason) = (typed.Choice<GroupingRuleKind>("kind"), typed.Text("reason", Longest));
        List<LearnerId> learners = [.. form["learner"].Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).Where(one => one != Guid.Empty).Distinct().Select(one => new LearnerId(one))];
        if (learners.Count is < 2 or > GroupingRules.Most) typed.Refuse("learner", words["flex.rules.howMany", ("most", GroupingRules.Most)]);
        IReadOnlyList<GroupId> rooms = [.. DraftForm.RoomsOf(form["group"])];
        if (!typed.IsGood) return Page(visit, http, rooms, typed);
        var fault = await visit.Write(turn => GroupingRules.Add(turn, FlexDoor.In(turn, visit), new GroupingRule(new GroupingRuleId(typed.Once("rule", visit.Actor!.Person)), kind, reason, new PersonId(visit.Actor!.Person), turn.Now), learners));
        if (fault is null) return Results.Redirect(Route);
        if (fault.IsTheirs)
        {
            typed.Refuse("learner", fault.Both is [var first, var second] ? words["flex.rules.both", ("kind", kind.ToString()), ("first", first.FullName), ("second", second.FullName)] : words["flex.rules.both.other"]);
            return Page(visit, http, rooms, typed);
        }

        await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        typed.Refuse("learner", words["flex.rules.notYours"]);
        return Page(visit, http, rooms, typed);
    }

    private static async Task<IResult?> End(Guid rule, Visit visit) =>
        await visit.Write(turn => GroupingRules.End(turn, FlexDoor.In(turn, visit), new GroupingRuleId(rule))) ? Results.Redirect(Route) : null;

    private static RazorComponentResult<KeepRules> Page(Visit visit, HttpContext http, IReadOnlyList<GroupId> rooms, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var all = visit.Scope.Groups().Where(one => one.EndedAt is null).ToList();
        return new(new
        {
            Rules = GroupingRules.Of(visit.Db, visit.Scope), Rooms = (IReadOnlyList<LearningGroup>)all, Chosen = rooms, Typed = typed,
            Learners = (IReadOnlyList<Learner>)[.. rooms.Where(room => all.Exists(one => one.Id == room)).SelectMany(room => visit.Scope.PlannedBy(visit.Scope.LearnersOf(room))).DistinctBy(one => one.Id).OrderBy(one => one.FullName, StringComparer.CurrentCulture)],
        }) { PreventStreamingRendering = true };
    }
}
