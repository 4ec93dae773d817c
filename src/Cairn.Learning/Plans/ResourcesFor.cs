using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;

namespace Cairn.Learning.Plans;

/// <summary>Where a learner stands in a competency, as far as what opens is concerned.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Level">The number of the level that holds; null for none.</param>
/// <param name="IsShown">Is it at or above the line?</param>
/// <param name="IsBegun">Has anybody looked at work in it?</param>
/// <param name="Target">The target under it that this is the result of; null for that of the whole competency.</param>
public sealed record CompetencyNow(CompetencyId Competency, decimal? Level, bool IsShown, bool IsBegun, TargetId? Target = null)
{
    /// <summary>The results of a competency's targets, each of its own: at the highest stage of which something was seen, else the highest that is open.</summary>
    /// <param name="competency">The competency.</param>
    /// <param name="record">The learner's facts about it.</param>
    /// <param name="content">Its framework.</param>
    /// <param name="rules">The rules of the learner's place.</param>
    public static IEnumerable<CompetencyNow> OfTargets(Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules)
    {
        ArgumentNullException.ThrowIfNull(competency);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        var stages = Standing.Of(competency, record, content, rules, AsOf.Everything);
        var at = stages.LastOrDefault(one => one.Pieces > 0) ?? (stages.Count > 0 ? stages[^1] : null);
        foreach (var target in content.TargetsOf(competency.Id).Where(one => one.IsActive))
        {
            if (at?.Targets.FirstOrDefault(one => one.Target == target.Id) is { } said)
            {
                yield return new CompetencyNow(competency.Id, said.Value, said.IsProficient, said.Value is not null || said.Boxes.Completed > 0, target.Id);
                continue;
            }

            // The competency does not conclude from its parts: each is concluded by the rule that parts have.
            var own = Determination.From(BodyOfEvidence.From(record, competency.Id, target.Id, at?.Stage, rules.Policy, AsOf.Everything),
                Standing.ScaleOf(competency, content, rules), rules.RuleOfTargets(competency.Id, target.Id, at?.Stage), content.PiecesFor(target, at?.Stage));
            yield return new CompetencyNow(competency.Id, own.Level?.Number, own.IsProficient, own.Pieces > 0, target.Id);
        }
    }
}

/// <summary>Why something to learn from is open.</summary>
public enum OpenBecause
{
    /// <summary>It is always.</summary>
    Always = 1,

    /// <summary>Its level is reached.</summary>
    LevelReached = 2,

    /// <summary>There is more to do in its competency.</summary>
    MoreToDo = 3,
}

/// <summary>Why something is suggested next.</summary>
public enum SuggestBecause
{
    /// <summary>It is for what the learner is in the middle of.</summary>
    Begun = 1,

    /// <summary>It is for what they are ready to begin.</summary>
    Ready = 2,
}

/// <summary>Something that is open, and why.</summary>
/// <param name="Resource">What.</param>
/// <param name="Because">Why it is open.</param>
/// <param name="Suggested">Why it is suggested next; null where it is not.</param>
public sealed record OpenResource(Resource Resource, OpenBecause Because, SuggestBecause? Suggested);

/// <summary>What a learner may learn from now, and what is suggested next. A conclusion.</summary>
/// <param name="Open">All that is open, in the order it was given.</param>
/// <param name="Next">What is suggested: first for what is begun and not yet at the line, then for what is ready.</param>
public sealed record ResourcesFor(IReadOnlyList<OpenResource> Open, IReadOnlyList<OpenResource> Next)
{
    /// <summary>Opens what a learner's results open.</summary>
    /// <param name="resources">All there is, in the order it is shown; what was put away is passed over.</param>
    /// <param name="standing">Where the learner stands, in competencies and in targets; what is not there is not begun. What is for a target opens by the result of that target alone.</param>
    /// <param name="ready">What the learner is ready for, the first first.</param>
    public static ResourcesFor From(IEnumerable<Resource> resources, IEnumerable<CompetencyNow> standing, IReadOnlyList<CompetencyId> ready)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(ready);
        var now = standing.GroupBy(one => (one.Competency, one.Target)).ToDictionary(some => some.Key, some => some.First());
        var place = ready.Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        List<OpenResource> open = [.. resources.Where(one => one.EndedAt is null).Select(one => Opened(one, now.GetValueOrDefault((one.Competency, one.Target)), place)).OfType<OpenResource>()];
        return new ResourcesFor(open, [.. open.Where(one => one.Suggested is not null).OrderBy(one => one.Suggested).ThenBy(one => place.GetValueOrDefault(one.Resource.Competency, int.MaxValue))]);
    }

    private static OpenResource? Opened(Resource one, CompetencyNow? now, Dictionary<CompetencyId, int> ready)
    {
        OpenBecause? because = one.Release switch
        {
            Release.Always => OpenBecause.Always,
            Release.FromLevel => now?.Level >= one.Level ? OpenBecause.LevelReached : null,
            _ => now is { IsBegun: true, IsShown: false } ? OpenBecause.MoreToDo : null,
        };
        if (because is not { } why) return null;
        return new OpenResource(one, why, now is { IsBegun: true, IsShown: false } ? SuggestBecause.Begun : now is not { IsShown: true } && ready.ContainsKey(one.Competency) ? SuggestBecause.Ready : null);
    }
}
