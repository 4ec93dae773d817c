namespace Cairn.Learning.Judgments;

/// <summary>How the judgments of several judges on one experience become one score.</summary>
public enum Combine
{
    /// <summary>The one judged last.</summary>
    Latest,

    /// <summary>The median of the judges' levels.</summary>
    Median,

    /// <summary>The highest of them.</summary>
    Higher,

    /// <summary>The lowest of them.</summary>
    Lower,
}

/// <summary>Whose judgments count and how several become one.</summary>
/// <param name="Combine">How several judges become one score.</param>
/// <param name="CountsMentors">Does a mentor's judgment count, or only advise?</param>
public sealed record JudgmentPolicy(Combine Combine, bool CountsMentors)
{
    /// <summary>The latest educator's judgment; mentors advise.</summary>
    public static JudgmentPolicy Default { get; } = new(Combine.Latest, CountsMentors: false);

    /// <summary>May a judge in this relation count? The learner's own judgment never does.</summary>
    public bool Counts(JudgeRole role) => role switch
    {
        JudgeRole.Educator or JudgeRole.Moderator => true,
        JudgeRole.Mentor => CountsMentors,
        _ => false,
    };
}
