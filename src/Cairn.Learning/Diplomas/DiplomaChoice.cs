namespace Cairn.Learning.Diplomas;

/// <summary>Which diploma a learner aims at, in place of that of their class: a fact. The newest holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Who.</param>
/// <param name="Plan">The code of the plan, whatever its version; empty for that of their class again.</param>
/// <param name="On">The first day it holds, in the district.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record DiplomaChoice(DiplomaChoiceId Id, LearnerId Learner, string Plan, DateOnly On, PersonId By, DateTime RecordedAt)
{
    /// <summary>The code that holds on a day; empty where a learner aims at the diploma of their class.</summary>
    public static string InForce(IEnumerable<DiplomaChoice> choices, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.Where(one => one.On <= day).MaxBy(one => (one.On, one.RecordedAt))?.Plan ?? "";
    }
}
