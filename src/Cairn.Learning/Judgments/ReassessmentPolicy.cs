namespace Cairn.Learning.Judgments;

/// <summary>What comes before somebody is checked again on what an educator has judged before.</summary>
/// <param name="CorrectivesFirst">Does the learner say first what they did since?</param>
/// <param name="DaysBetween">Days that pass between a judgment and the next wish for a check, 0 to 365.</param>
/// <param name="Cap">How many further checks a learner may ask for, of one competency at one stage, 0 to 50; null for as many as they like.</param>
public sealed record ReassessmentPolicy(bool CorrectivesFirst, int DaysBetween, int? Cap)
{
    /// <summary>Something done since, a day between, and no cap: asking again is never used up where nobody says so.</summary>
    public static ReassessmentPolicy Default { get; } = new(CorrectivesFirst: true, DaysBetween: 1, Cap: null);

    /// <summary>Are all its numbers within their bounds?</summary>
    public bool IsSound => DaysBetween is >= 0 and <= 365 && Cap is null or (>= 0 and <= 50);
}
