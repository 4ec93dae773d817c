namespace Cairn.Learning.Judgments;

/// <summary>Whether a judgment of a competency needs a level of each of its targets on the same piece first: a rubric is judged criterion by criterion,
/// and its whole last. From a day on, for a framework, or for one program under it; of two of a day the later set stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Framework">For what framework.</param>
/// <param name="Program">For whom: those of a program; null for everybody.</param>
/// <param name="IsNeeded">Are the criteria needed?</param>
/// <param name="From">The first day it holds.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="SetAt">When, UTC.</param>
public sealed record CriteriaPolicy(CriteriaPolicyId Id, FrameworkId Framework, ProgramId? Program, bool IsNeeded, DateOnly From, PersonId SetBy, DateTime SetAt)
{
    /// <summary>Are criteria needed on a day? What is said of a program outweighs what is said of everybody; where nothing is said, they are not.</summary>
    /// <param name="all">All that was set, in any order.</param>
    /// <param name="framework">Of what framework.</param>
    /// <param name="program">The learner's program; null for none.</param>
    /// <param name="day">The day of the judgment.</param>
    public static bool IsNeededOn(IEnumerable<CriteriaPolicy> all, FrameworkId framework, ProgramId? program, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(all);
        var holds = all.Where(one => one.Framework == framework && one.From <= day && (one.Program is null || one.Program == program));
        return holds.OrderByDescending(one => one.Program is not null).ThenByDescending(one => one.From).ThenByDescending(one => one.SetAt).FirstOrDefault()?.IsNeeded ?? false;
    }

    /// <summary>The criteria that are still without a word: on the same piece, a level or a non-score of each is needed before the whole.</summary>
    /// <param name="criteria">The targets in use.</param>
    /// <param name="judged">The targets judged on the piece, by anybody, in force.</param>
    public static IReadOnlyList<TargetId> Missing(IEnumerable<TargetId> criteria, IReadOnlyCollection<TargetId> judged)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(judged);
        return [.. criteria.Where(one => !judged.Contains(one))];
    }
}
