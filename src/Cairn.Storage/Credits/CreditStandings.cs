using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage.Plans;

namespace Cairn.Storage.Credits;

/// <summary>How learners stand in the parts of credit policies.</summary>
public static class CreditStandings
{
    /// <summary>How a learner stands in some competencies now, concluded from the facts; nothing where the asker may not see the record.</summary>
    /// <param name="scope">Who asks.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="framework">The framework of the competencies.</param>
    /// <param name="competencies">Which; those that the framework does not know are not read.</param>
    /// <param name="on">The district's day.</param>
    public static IReadOnlyList<PartStanding> Of(Scope scope, Learner learner, FrameworkInForce framework, IEnumerable<CompetencyId> competencies, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(competencies);
        ArgumentNullException.ThrowIfNull(on);
        List<Competency> known = [.. competencies.Distinct().Select(framework.Content.Find).OfType<Competency>()];
        if (known.Count == 0) return [];
        var (record, rules) = (scope.Record(learner.Id), framework.RulesFor(learner.Place));
        return [.. known.SelectMany(one => Standing.Of(one, record, framework.Content, rules, AsOf.Everything)).Select(one => PartStanding.From(one, on.Now, on.Day))];
    }

    /// <summary>How a learner stands by what is kept packed, for cohorts: the day is the UTC day of the last showing, and the newest fact is not known.</summary>
    /// <param name="packed">The kept standing; null for somebody without facts.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="place">Where the learner is.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IReadOnlyList<PartStanding> Of(PackedStanding? packed, FrameworkInForce framework, PolicyPlace place, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(framework);
        if (packed is null) return [];
        var (rules, byNumber) = (framework.RulesFor(place), framework.Content.Competencies.ToDictionary(one => one.Number));
        var found = new List<PartStanding>();
        foreach (var cell in packed.Cells)
        {
            if (!byNumber.TryGetValue(cell.Number, out var competency)) continue;
            var isContinuum = rules.RuleOf(competency.Id).Rule is Continuum;
            var isSet = cell.IsSetByPersonAt(now);
            var scale = Standing.ScaleOf(competency, framework.Content, rules);
            var isProficient = !isSet ? cell.IsProficient : isContinuum ? cell.OverrideLevel >= cell.Stage : cell.OverrideLevel is { } set && scale.IsProficient(scale.WithNumber(set) ?? scale.LevelOf(set));
            found.Add(new PartStanding(competency.Id, cell.Stage, isSet ? cell.OverrideLevel : isContinuum ? cell.Value : cell.Level, isProficient, isSet ? cell.Boxes.Empty == 0 : cell.IsComplete, cell.Boxes)
            {
                ShownOn = cell.LastShown,
                IsSetByPerson = isSet,
            });
        }

        return found;
    }
}
