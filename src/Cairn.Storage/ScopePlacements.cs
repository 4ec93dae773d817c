using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What a mentor of an outside partner sees: their own placements, while they last.</summary>
public sealed partial class Scope
{
    /// <summary>The actor's placements that are in force, by name; none for those who are no sponsors. A name is the given one and an initial.</summary>
    public IReadOnlyList<PlacedLearner> Placements()
    {
        if (actor.Kind != ActorKind.Sponsor) return [];
        var (sponsor, day) = (new SponsorId(actor.Person), today);
        var placed = (from placement in db.Placements.AsNoTracking()
                      where placement.Sponsor == sponsor && placement.From <= day && (placement.Until == null || placement.Until >= day)
                      join learner in db.Learners.AsNoTracking() on placement.Learner equals learner.Id
                      where learner.EndedAt == null
                      select new { placement, learner }).ToList();
        return [.. placed.Where(one => IsWithin(one.learner)).Select(one => new PlacedLearner(one.placement.Id, one.placement.Learner, one.learner.FirstAndInitial, one.placement.Title, one.placement.From, one.placement.Until))
            .OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.From)];
    }
}

/// <summary>A learner as a mentor of an outside partner sees them.</summary>
/// <param name="Placement">The placement.</param>
/// <param name="Learner">The learner's id.</param>
/// <param name="Name">The name they go by and an initial.</param>
/// <param name="Title">What they do there.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record PlacedLearner(PlacementId Placement, LearnerId Learner, string Name, string Title, DateOnly From, DateOnly? Until);
