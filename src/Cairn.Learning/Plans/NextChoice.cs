using Cairn.Learning.Scales;

namespace Cairn.Learning.Plans;

/// <summary>What a learner chose once they had shown something.</summary>
public enum NextStep
{
    /// <summary>Go for the highest level.</summary>
    GoForTop = 1,

    /// <summary>Move on to what is next.</summary>
    MoveOn = 2,
}

/// <summary>Once something is shown: go for the highest level, or move on, and what each would ask. A conclusion; the choice is the learner's.</summary>
public sealed record NextChoice
{
    private NextChoice(CompetencyId competency, ProficiencyLevel? level, ProficiencyLevel top, IReadOnlyList<CompetencyId> next) => (Competency, Level, Top, Next) = (competency, level, top, next);

    /// <summary>Of what.</summary>
    public CompetencyId Competency { get; }

    /// <summary>The level that holds; null where it was shown without one.</summary>
    public ProficiencyLevel? Level { get; }

    /// <summary>The highest level of the scale.</summary>
    public ProficiencyLevel Top { get; }

    /// <summary>What is ready next, in framework order; may be none.</summary>
    public IReadOnlyList<CompetencyId> Next { get; }

    /// <summary>Concludes it; null where there is nothing to choose: it is not shown yet, or at the highest level already.</summary>
    /// <param name="competency">Of what.</param>
    /// <param name="scale">The scale it is judged on.</param>
    /// <param name="level">The level that holds; null for none.</param>
    /// <param name="isShown">Is it at the line?</param>
    /// <param name="next">What is ready next.</param>
    public static NextChoice? From(CompetencyId competency, ProficiencyScale scale, ProficiencyLevel? level, bool isShown, IEnumerable<CompetencyId> next)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (!isShown || level?.Number >= scale.Highest.Number) return null;
        return new NextChoice(competency, level, scale.Highest, [.. next.Where(one => one != competency)]);
    }
}

/// <summary>What a learner chose for one competency they had shown: go for the highest level, or move on. They may choose anew.</summary>
public sealed class PathChoice(PathChoiceId id, LearnerId learner, CompetencyId competency, NextStep step, DateTime chosenAt)
{
    /// <summary>Its id.</summary>
    public PathChoiceId Id { get; private set; } = id;

    /// <summary>Who chose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>For what.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>What.</summary>
    public NextStep Step { get; private set; } = step;

    /// <summary>When, UTC.</summary>
    public DateTime ChosenAt { get; private set; } = chosenAt;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Chooses anew.</summary>
    public void Choose(NextStep step, DateTime at)
    {
        (Step, ChosenAt) = (step, Instant.Utc(at));
        Version++;
    }
}
