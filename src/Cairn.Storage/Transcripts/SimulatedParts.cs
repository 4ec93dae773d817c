using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Credits;

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
    public bool IsByPolicy { get; private set; }

    /// <summary>Is there credit that a panel or a person judges as a whole, which is not tried?</summary>
    public bool HasUntried { get; private set; }

    /// <summary>The parts of credit policies that hold for somebody; where there is none, the areas of the framework, each with its competencies that count.</summary>
    public static SimulatedParts Of(Db db, FrameworkInForce framework, IEnumerable<PolicyPlace> places, DateOnly day)
    {
        var parts = new SimulatedParts();
        var (all, pieces) = (CreditRows.Policies(db).Where(one => one.Framework == framework.Content.Framework.Id).ToList(), CreditRows.Parts(db));
        var holding = places.Distinct().SelectMany(place => PolicyInForce.Of(all, place, day).Select(policy => (policy, place))).GroupBy(one => one.policy.Id).ToList();
        // What an exam and a panel decide is graded by what the panel saw, and not by its parts.
        foreach (var some in holding.Where(one => one.First().policy.Method != CreditMethod.ExamAndArtifact).OrderBy(one => one.First().policy.Code, StringComparer.Ordinal)) parts.Add(some.First().policy, [.. pieces[some.Key]], some.Select(one => one.place).ToHashSet());
        (parts.IsByPolicy, parts.HasUntried) = (holding.Count > 0, holding.Exists(one => one.First().policy.Method is CreditMethod.ExamAndArtifact or CreditMethod.JudgedWhole));
        if (!parts.IsByPolicy) parts.AddAreas(framework);
        return parts;
    }

    /// <summary>Says where a learner stands.</summary>
    /// <param name="columns">Where it is said.</param>
    /// <param name="learner">The learner's place.</param>
    /// <param name="standings">How the learner stands, within a competency the lowest stage first.</param>
    public void Fill(LevelColumns columns, int learner, IEnumerable<PartStanding> standings)
    {
        foreach (var one in standings)
        {
            if (_places.TryGetValue((one.Competency, one.Stage), out var at)) columns.Set(learner, at, one.Level, one.IsProficient, one.IsComplete);
            // As far as the learner is: stages come lowest first, so that the last one with a level stands.
            if (one.Stage is not null && one.Level is not null && _places.TryGetValue((one.Competency, null), out var far)) columns.Set(learner, far, one.Level, one.IsProficient, one.IsComplete);
        }
    }

    private void Add(CreditPolicy policy, IReadOnlyList<CreditPart> pieces, HashSet<PolicyPlace> places) => _portfolios.Add(
        new(policy.Title, [.. pieces.Select(one => PlaceOf(one.Competency, one.Stage))], policy.Hundredths, policy.IsWeighted)
        {
            Places = places, IsDecidedByEvidence = policy.Method is CreditMethod.CompleteEvidence or CreditMethod.Points,
            NeededPoints = policy.Method == CreditMethod.Points ? policy.NeededPoints : null, Points = [.. pieces.Select(one => (one.Points, one.IsRequired))],
        });

    private void AddAreas(FrameworkInForce framework)
    {
        var content = framework.Content;
        foreach (var area in content.Areas)
            _portfolios.Add(new(area.Title, [.. content.Competencies.Where(one => one.Area == area.Id && content.Counts(one.Id)).Select(one => PlaceOf(one.Id, null))], 0, false));
        _portfolios.RemoveAll(one => one.Parts.Count == 0);
    }

    private int PlaceOf(CompetencyId competency, int? stage)
    {
        if (!_places.TryGetValue((competency, stage), out var at)) _places[(competency, stage)] = at = _places.Count;
        return at;
    }
}
