namespace Cairn.Learning.Transcripts;

/// <summary>One judgment as the look for the top level reads it.</summary>
/// <param name="Task">The task: what several learners did.</param>
/// <param name="Learner">The learner's place.</param>
/// <param name="Level">The level that was said.</param>
/// <param name="Top">The highest level of the scale it was said on.</param>
public readonly record struct TaskLevel(ExperienceId Task, int Learner, decimal Level, decimal Top);

/// <summary>A task on which nobody was ever judged at the top level.</summary>
/// <param name="Task">The task.</param>
/// <param name="Learners">How many learners were judged on it.</param>
/// <param name="Judgments">How many judgments in force that was.</param>
/// <param name="Highest">The highest level that was said.</param>
/// <param name="Top">The highest level that could have been.</param>
public sealed record FlatTask(ExperienceId Task, int Learners, int Judgments, decimal Highest, decimal Top);

/// <summary>
/// Tasks that, as far as judgments tell, do not let anybody show the top level. It is decided by what was judged alone: at least five learners, and not one judgment
/// at the top level of its scale. That the task cannot do it is not proven by this; that it never did is.
/// </summary>
public static class TopLevelCheck
{
    /// <summary>So many learners have to have been judged before a task is told of.</summary>
    public const int LeastLearners = 5;

    /// <summary>The tasks, the one with most learners first.</summary>
    /// <param name="levels">Judgments in force that said a level, in any order.</param>
    /// <param name="leastLearners">The least number of learners, 1 or more.</param>
    public static IReadOnlyList<FlatTask> Of(IEnumerable<TaskLevel> levels, int leastLearners = LeastLearners)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var tasks = new Dictionary<ExperienceId, (HashSet<int> Learners, int Judgments, decimal Highest, decimal Top, bool HasTop)>();
        foreach (var one in levels)
        {
            var known = tasks.TryGetValue(one.Task, out var task) ? task : ([], 0, one.Level, one.Top, false);
            known.Learners.Add(one.Learner);
            tasks[one.Task] = (known.Learners, known.Judgments + 1, Math.Max(known.Highest, one.Level), Math.Max(known.Top, one.Top), known.HasTop || one.Level >= one.Top);
        }

        return [.. tasks.Where(one => !one.Value.HasTop && one.Value.Learners.Count >= leastLearners)
            .Select(one => new FlatTask(one.Key, one.Value.Learners.Count, one.Value.Judgments, one.Value.Highest, one.Value.Top))
            .OrderByDescending(one => one.Learners).ThenBy(one => one.Task.Value)];
    }
}
