using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Transcripts;

namespace Cairn.Storage.Transcripts;

/// <summary>What a simulation reads of each learner: competencies, at a stage or as far as the learner is, and what is graded together.</summary>
internal sealed class SimulatedParts
{
    private readonly Dictionary<(CompetencyId, int?), int> _places = [];
    private readonly List<SimulatedPortfolio> _portfolios = [];

    private SimulatedParts()
    {
    }

    /// <summary>What is graded together.</summary>
    public IReadOnlyList<SimulatedPortfolio> Portfolios => _portfolios;

    /// <summary>How many parts there are.</summary>
    public int Count => _places.Count;

    /// <summary>Are they those of credit policies?</summary>
    public bool IsByPolicy { get; private init; }

    /// <summary>The areas of a framework, each with its competencies that count.</summary>
    public static SimulatedParts OfAreas(FrameworkInForce framework)
    {
        var (parts, content) = (new SimulatedParts(), framework.Content);
        foreach (var area in content.Areas)
            parts._portfolios.Add(new(area.Title, [.. content.Competencies.Where(one => one.Area == area.Id && content.Counts(one.Id)).Select(one => parts.PlaceOf(one.Id, null))], 0, false));
        parts._portfolios.RemoveAll(one => one.Parts.Count == 0);
        return parts;
    }

    /// <summary>Says where a learner stands.</summary>
    /// <param name="columns">Where it is said.</param>
    /// <param name="learner">The learner's place.</param>
    /// <param name="standing">The learner's determinations.</param>
    /// <param name="now">The moment, UTC.</param>
    public void Fill(LevelColumns columns, int learner, IEnumerable<Determination> standing, DateTime now)
    {
        foreach (var one in standing)
        {
            var held = one.At(now);
            var level = held.IsSetByPerson || one.Rule.Rule is not Continuum ? held.Level?.Number : one.Value;
            var isComplete = held.IsSetByPerson ? one.Boxes.Empty == 0 : one.IsComplete;
            if (_places.TryGetValue((one.Competency, one.Stage), out var at)) columns.Set(learner, at, level, held.IsProficient, isComplete);
            // As far as the learner is: stages come lowest first, so that the last one with a level stands.
            if (one.Stage is not null && level is not null && _places.TryGetValue((one.Competency, null), out var far)) columns.Set(learner, far, level, held.IsProficient, isComplete);
        }
    }

    private int PlaceOf(CompetencyId competency, int? stage)
    {
        if (!_places.TryGetValue((competency, stage), out var at)) _places[(competency, stage)] = at = _places.Count;
        return at;
    }
}
