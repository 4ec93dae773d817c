using Cairn.Learning.Mastery;

namespace Cairn.Learning.Plans;

/// <summary>Boxes that are still empty in one competency.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is none.</param>
/// <param name="Boxes">Its boxes.</param>
/// <param name="Targets">Targets with an empty box, each with how many, in framework order; none where the competency has no targets of its own.</param>
public sealed record MissingBoxes(CompetencyId Competency, int? Stage, Boxes Boxes, IReadOnlyList<(TargetId Target, int Empty)> Targets);

/// <summary>The boxes still empty, competency by competency. A conclusion.</summary>
public sealed record MissingEvidence
{
    private MissingEvidence(IReadOnlyList<MissingBoxes> all) => All = all;

    /// <summary>Competencies with an empty box, in framework order.</summary>
    public IReadOnlyList<MissingBoxes> All { get; }

    /// <summary>How many boxes are empty.</summary>
    public int Total => All.Sum(one => one.Boxes.Empty);

    /// <summary>Those that are begun and nearest to full come first.</summary>
    public IEnumerable<MissingBoxes> Nearest => All.OrderBy(one => one.Boxes.Completed == 0).ThenBy(one => one.Boxes.Empty).ThenByDescending(one => one.Boxes.Completed);

    /// <summary>Concludes it from where the learner stands: one determination a competency.</summary>
    public static MissingEvidence From(IEnumerable<Determination> standing) => new(
        [.. standing.Where(one => one.Boxes.Empty > 0).Select(one => new MissingBoxes(one.Competency, one.Stage, one.Boxes,
            [.. one.Targets.Where(target => target.Boxes.Empty > 0).Select(target => (target.Target, target.Boxes.Empty))]))]);
}
