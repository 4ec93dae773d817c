using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Paces;

/// <summary>Who of a group needs a look: is quiet, tries the same in vain or needs more time; and, in a list of its own, who is further than planned. By reason and with what to do next. For adults, and never on a wall.</summary>
public partial class ListPaces
{
    /// <summary>The groups to choose from.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    /// <summary>The one that is shown; null for none.</summary>
    [Parameter] public LearningGroup? Group { get; set; }

    /// <summary>So many who need a look are shown; the rest is folded.</summary>
    internal const int Dozen = 12;

    /// <summary>Whoever needs a look, what weighs most first.</summary>
    [Parameter] public IReadOnlyList<Line> Off { get; set; } = [];

    /// <summary>Whoever is further than planned, the furthest first: nobody need look for that.</summary>
    [Parameter] public IReadOnlyList<Line> Ahead { get; set; } = [];

    /// <summary>How many are in the group.</summary>
    [Parameter] public int All { get; set; }

    /// <summary>A learner who is off pace.</summary>
    /// <param name="Learner">Who.</param>
    /// <param name="Kind">Under which reason: quiet, loop, behind or ahead.</param>
    /// <param name="Reasons">Why, in sentences.</param>
    /// <param name="Next">What to do next.</param>
    /// <param name="MayPlan">May the reader draft a plan?</param>
    /// <param name="Weight">School days, tries or school weeks: how much of the reason there is.</param>
    public sealed record Line(Learner Learner, string Kind, IReadOnlyList<string> Reasons, string Next, bool MayPlan, int Weight);

    /// <summary>The reasons, what weighs most first.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = ["quiet", "loop", "behind"];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/pace", Show).For(Who.Educators);

    private static RazorComponentResult<ListPaces> Show(Visit visit, Words words, HttpContext http, AskedId group = default)
    {
        var groups = visit.Scope.Groups();
        var shown = groups.FirstOrDefault(one => one.Id.Value == group.Value) ?? (groups.Count > 0 ? groups[0] : null);
        var lines = new List<Line?>();
        foreach (var learner in shown is null ? [] : visit.Scope.LearnersOf(shown.Id).ToList())
            // Who stands in for a day reads no such list.
            if (visit.Scope.May(learner.Id, Rights.SeeNotes)) lines.Add(LineOf(visit, words, learner));
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Groups = groups, Group = shown, All = lines.Count,
            Off = InOrder(lines.OfType<Line>().Where(one => one.Kind != "ahead")), Ahead = InOrder(lines.OfType<Line>().Where(one => one.Kind == "ahead")),
        }) { PreventStreamingRendering = true };
    }

    private static IReadOnlyList<Line> InOrder(IEnumerable<Line> lines) =>
        [.. lines.OrderBy(one => Kinds.ToList().IndexOf(one.Kind)).ThenByDescending(one => one.Weight).ThenBy(one => one.Learner.FamilyName, StringComparer.Ordinal).ThenBy(one => one.Learner.CalledName, StringComparer.Ordinal)];

    private static Line? LineOf(Visit visit, Words words, Learner learner)
    {
        var at = PacingRows.MomentOf(visit.Db, learner.Place, visit.DistrictDay);
        if (PacingRows.PaceOf(visit.Scope, learner, visit.Frameworks, at, visit.DistrictDay) is not var (pace, _, begun)) return null;
        var kind = pace.Stall.IsQuiet ? "quiet" : pace.Stall.Loops.Count > 0 ? "loop" : pace.Band.State switch { PaceState.Behind => "behind", PaceState.Ahead => "ahead", _ => "" };
        if (kind.Length == 0) return null;
        var say = new PaceSaying(pace, learner, begun, words, visit);
        var weight = kind switch { "quiet" => pace.Stall.Days, "loop" => pace.Stall.Loops[0].Count, _ => Math.Abs(pace.Band.Weeks) };
        return new Line(learner, kind, [.. say.Reasons], say.Next, visit.Scope.May(learner.Id, Rights.Plan), weight);
    }
}
