using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>What learners need of what is offered: what they asked a check of, then what is begun, then what is ready next.</summary>
internal static class FlexNeeds
{
    public static IReadOnlyList<LearnerNeeds> Of(Db db, Scope scope, IReadOnlyList<FrameworkInForce> frameworks, IReadOnlyList<Learner> learners, IReadOnlySet<CompetencyId> offered, DateTime now)
    {
        var ids = learners.Select(one => one.Id).ToHashSet();
        var needs = learners.ToDictionary(one => one.Id, _ => new List<Need>());
        foreach (var asked in db.ReadyRequests.AsNoTracking().Where(one => one.State == ReadyState.Asked || one.State == ReadyState.Planned).ToList().Where(one => ids.Contains(one.Learner) && offered.Contains(one.Competency)).OrderBy(one => one.AskedAt).ThenBy(one => one.Id.Value))
            needs[asked.Learner].Add(new Need(asked.Competency, NeedKind.Asked));
        foreach (var framework in frameworks.Where(one => one.Content.Competencies.Any(each => offered.Contains(each.Id))))
            OfFramework(scope, framework, learners, offered, now, needs);
        return [.. learners.Select(one => new LearnerNeeds(one.Id, needs[one.Id]))];
    }

    private static void OfFramework(Scope scope, FrameworkInForce framework, IReadOnlyList<Learner> learners, IReadOnlySet<CompetencyId> offered, DateTime now, Dictionary<LearnerId, List<Need>> needs)
    {
        var content = framework.Content;
        List<Competency> all = [.. content.Competencies.Where(one => content.Counts(one.Id))];
        List<Prerequisite> before = [.. content.Associations.Where(one => one is { Kind: AssociationKind.Precedes, Origin: not null, Destination: not null })
            .Select(one => new Prerequisite(new CompetencyId(one.Destination!.Value), new CompetencyId(one.Origin!.Value)))];
        var standings = learners.Select(one => one.Id).Chunk(500).SelectMany(some => scope.StandingsIn(content.Framework.Id, scope.Learners.Where(one => some.Contains(one.Id)))).ToDictionary(one => one.Key, one => one.Value);
        foreach (var learner in learners)
        {
            var (shown, begun) = Read(content, all, standings.GetValueOrDefault(learner.Id), now);
            needs[learner.Id].AddRange(begun.Where(offered.Contains).Select(one => new Need(one, NeedKind.Begun)));
            needs[learner.Id].AddRange(Readiness.From([.. all.Select(one => one.Id)], shown, before).Next.Where(one => offered.Contains(one) && !begun.Contains(one)).Select(one => new Need(one, NeedKind.Next)));
        }
    }

    // Of what is begun the fullest comes first: a piece more, and it may be there.
    private static (HashSet<CompetencyId> Shown, List<CompetencyId> Begun) Read(FrameworkContent content, List<Competency> all, PackedStanding? standing, DateTime now)
    {
        var (shown, begun) = (new HashSet<CompetencyId>(), new List<(CompetencyId Competency, int Empty)>());
        if (standing is null) return (shown, []);
        var cells = new Dictionary<int, (bool IsShown, int Pieces, int Empty)>();
        foreach (var cell in standing.Cells)
            if (!cells.TryGetValue(cell.Number, out var was) || was.Empty < cell.Boxes.Empty) cells[cell.Number] = (IsShown(content, cell, now), cell.Pieces, cell.Boxes.Empty);
        foreach (var competency in all)
        {
            if (!cells.TryGetValue(competency.Number, out var cell)) continue;
            if (cell.IsShown) shown.Add(competency.Id);
            else if (cell.Pieces > 0) begun.Add((competency.Id, cell.Empty));
        }

        return (shown, [.. begun.OrderBy(one => one.Empty).Select(one => one.Competency)]);
    }

    // On a continuum the next stage follows: it is shown only as far as a person says so, or where nothing is left to show.
    private static bool IsShown(FrameworkContent content, Standings.Cell cell, DateTime now)
    {
        if (!cell.IsSetByPersonAt(now)) return cell.IsProficient && (cell.Stage is null || cell.Boxes.Empty == 0);
        return content.Competencies.FirstOrDefault(one => one.Number == cell.Number) is { } competency && cell.OverrideLevel >= content.ScaleOf(competency).Line;
    }
}
