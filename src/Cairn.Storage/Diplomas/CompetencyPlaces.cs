using System.Collections.Concurrent;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Standings;

namespace Cairn.Storage.Diplomas;

/// <summary>What packed cells of a framework mean at a place: read once, and asked for a thousand learners.</summary>
internal sealed class CompetencyPlaces(FrameworkInForce framework)
{
    private readonly ConcurrentDictionary<PolicyPlace, Dictionary<int, Known>> _known = new();

    /// <summary>A learner's standing as diploma rules and credit policies ask of it.</summary>
    /// <param name="packed">The cells.</param>
    /// <param name="place">Where the learner's policies come from.</param>
    /// <param name="now">The moment, UTC: a person's decision holds until its end.</param>
    /// <param name="planned">Competencies that are steps of the learner's plan.</param>
    public IEnumerable<(ShownCompetency Shown, PartStanding Part)> Read(PackedStanding? packed, PolicyPlace place, DateTime now, IReadOnlyDictionary<Cairn.Learning.CompetencyId, DateOnly?> planned)
    {
        var known = _known.GetOrAdd(place, Look);
        var (found, seen) = (new List<(ShownCompetency, PartStanding)>(), new HashSet<int>());
        if (packed is not null)
            foreach (var cell in packed.Cells)
                if (known.TryGetValue(cell.Number, out var one))
                {
                    seen.Add(cell.Number);
                    found.Add(Read(cell, one, now, planned));
                }

        // What nobody ever looked at has no cell, and can be planned and shown all the same.
        foreach (var one in known.Values.Where(one => !seen.Contains(one.Competency.Number)))
            found.Add((Shown(one, null) with { IsPlanned = planned.TryGetValue(one.Competency.Id, out var by), PlannedBy = by, EmptyBoxes = one.Competency.Pieces }, new PartStanding(one.Competency.Id, null, null, false, false, default)));
        return found;
    }

    private static (ShownCompetency Shown, PartStanding Part) Read(in Cell cell, Known one, DateTime now, IReadOnlyDictionary<Cairn.Learning.CompetencyId, DateOnly?> planned)
    {
        var isSet = cell.IsSetByPersonAt(now);
        var level = cell.LevelAt(now);
        var isProficient = isSet ? IsProficient(level!.Value, cell.Stage, one) : cell.IsProficient;
        var isComplete = isSet ? cell.Boxes.Empty == 0 : cell.IsComplete;
        var isPlanned = planned.TryGetValue(one.Competency.Id, out var by);
        var shown = Shown(one, cell.Stage) with
        {
            Level = level, IsProficient = isProficient, IsComplete = isComplete, Pieces = cell.Pieces, LastShown = cell.LastShown, IsPlanned = isPlanned, PlannedBy = by, EmptyBoxes = cell.Boxes.Empty,
        };
        return (shown, new PartStanding(one.Competency.Id, cell.Stage, isSet || !one.IsContinuum ? level : cell.Value, isProficient, isComplete, cell.Boxes) { ShownOn = cell.LastShown, IsSetByPerson = isSet });
    }

    private static ShownCompetency Shown(Known one, int? stage) => new(one.Competency.Id, one.Framework, one.Competency.Code, one.Competency.Title, one.Area, one.IsContinuum ? stage ?? 1 : one.Scale.Line) { Stage = stage };

    private static bool IsProficient(decimal level, int? stage, Known one)
    {
        var at = one.Scale.WithNumber(level) ?? one.Scale.LevelOf(level);
        return one.IsContinuum ? at.Number >= stage : one.Scale.IsProficient(at);
    }

    private Dictionary<int, Known> Look(PolicyPlace place)
    {
        var (content, rules) = (framework.Content, framework.RulesFor(place));
        return content.Competencies.Where(one => content.Counts(one.Id)).ToDictionary(one => one.Number, one =>
            new Known(one, content.Framework.Code, content.AreaOf(one).Code, Standing.ScaleOf(one, content, rules), rules.RuleOf(one.Id).Rule is Continuum));
    }

    private sealed record Known(Competency Competency, string Framework, string Area, ProficiencyScale Scale, bool IsContinuum);
}
