using Cairn.Learning.People;

namespace Cairn.Learning.Privacy;

/// <summary>Who holds the rights over a record: to have a copy, to ask for amendment, to permit.</summary>
/// <remarks>Source: 34 CFR 99.3 ("eligible student") and 99.5: the rights of parents pass to the student at 18.</remarks>
public static class RecordRights
{
    /// <summary>The age at which the rights pass to the learner, in whole years.</summary>
    public const int Age = 18;

    /// <summary>Do the rights belong to the learner on a day? Where no birth date is known they do not: a learner cannot free
    /// themself by a date that nobody wrote down.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="day">The district's day.</param>
    public static bool AreTheLearners(Learner learner, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(learner);
        return learner.AgeOn(day) >= Age;
    }
}
