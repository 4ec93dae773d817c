namespace Cairn.Learning.Credits;

/// <summary>What one of a panel said, as a decision reads it.</summary>
/// <param name="By">Who.</param>
/// <param name="Level">The level they saw.</param>
/// <param name="IsProficient">Is that level at the line or above?</param>
/// <param name="On">The day, in the district.</param>
public sealed record VoteSeen(PersonId By, decimal Level, bool IsProficient, DateOnly On);

/// <summary>An exam and an artifact with what a panel said of it.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Score">The score of the exam, 0 or more.</param>
/// <param name="ExamOn">The day of the exam.</param>
/// <param name="Votes">The votes, in any order; of one person the first counts.</param>
public sealed record PanelSeen(CreditPanelId Panel, decimal Score, DateOnly ExamOn, IReadOnlyList<VoteSeen> Votes)
{
    /// <summary>The votes that count: one of each, in the order of their days.</summary>
    public IReadOnlyList<VoteSeen> Counted => [.. Votes.DistinctBy(one => one.By).OrderBy(one => one.On).ThenBy(one => one.By.Value)];
}

/// <summary>That the educator of record looked at the whole body of evidence and found it Proficient.</summary>
/// <param name="By">Who.</param>
/// <param name="Level">The level they saw, at the line or above; null where it is not graded.</param>
/// <param name="On">The day, in the district.</param>
public sealed record WholeSeen(PersonId By, decimal? Level, DateOnly On);

/// <summary>All that a decision about credit reads of one learner.</summary>
/// <param name="Parts">How the learner stands in competencies; those that the policy does not name are not read.</param>
public sealed record CreditEvidence(IReadOnlyList<PartStanding> Parts)
{
    /// <summary>The exam and the panel; null for none.</summary>
    public PanelSeen? Panel { get; init; }

    /// <summary>What the educator of record said of the whole; null where nobody did.</summary>
    public WholeSeen? Whole { get; init; }
}
