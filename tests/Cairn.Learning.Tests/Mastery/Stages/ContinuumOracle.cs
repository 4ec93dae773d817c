namespace Cairn.Learning.Tests.Mastery.Stages;

/// <summary>What somebody said about one target at one stage: a level, or 0 for none, with Missed or Complete.</summary>
internal sealed record Mark(int Target, int Stage, int Level, bool IsMissed, bool IsCompletion, int Day, int JudgedDay, int Number, bool IsRetracted);

/// <summary>A stored row of a stage.</summary>
internal sealed record StageRow(int Stage, decimal? Baseline);

/// <summary>A programme of targets by pieces asked for at each stage (from stage 0, which is not used), and one learner in it.</summary>
internal sealed record ContinuumCase(
    int[][] Pieces, int LastStage, decimal MinimumAverage, int? MinimumRating, bool IsFirstToLast, StageRow[] Rows, Mark[] Marks);

/// <summary>What is expected of one stage.</summary>
internal sealed record StageOutcome(
    int Stage, decimal? Baseline, decimal? Level, decimal? Growth, decimal Progress, int Completed, int Missed, int Required, bool IsComplete, string Kept);

/// <summary>
/// The continuum once more, from the words of the determination rules and in the plainest code there is: it shares
/// nothing with the rule it checks.
/// </summary>
internal static class ContinuumOracle
{
    public static List<StageOutcome> Conclude(ContinuumCase of)
    {
        var outcomes = new List<StageOutcome>();
        StageRow? opened = null;
        for (var stage = 1; stage < 20; stage++)
        {
            var row = Array.Find(of.Rows, one => one.Stage == stage) ?? (opened?.Stage == stage ? opened : null);
            opened = null;
            if (row is null) continue;
            var outcome = At(of, row);
            outcomes.Add(outcome);
            if (!outcome.IsComplete || outcome.Required == 0 || stage >= of.LastStage) continue;
            var higher = outcome.Level;
            if (outcome.Baseline is not null && (higher is null || outcome.Baseline > higher)) higher = outcome.Baseline;
            opened = new StageRow(stage + 1, higher);
        }

        return outcomes;
    }

    private static StageOutcome At(ContinuumCase of, StageRow row)
    {
        var kept = new List<Mark>();
        int completed = 0, missed = 0, required = 0;
        for (var target = 0; target < of.Pieces.Length; target++)
        {
            var asked = of.Pieces[target][row.Stage];
            var marks = Marks(of, target, row.Stage);
            if (marks.Exists(mark => mark.IsCompletion)) marks.RemoveAll(mark => mark.IsMissed);

            var levels = marks.FindAll(mark => mark.Level > 0);
            levels.Sort((a, b) => a.Level != b.Level ? b.Level - a.Level : InOrder(a, b));
            var best = new List<Mark>(levels);
            best.AddRange(marks.FindAll(mark => mark.IsMissed));
            best.AddRange(marks.FindAll(mark => mark.IsCompletion));
            if (best.Count > asked) best.RemoveRange(asked, best.Count - asked);

            var filled = 0;
            foreach (var mark in best)
            {
                if (mark.Level > 0) filled++;
                if (mark.IsMissed) missed++;
            }

            if (best.Exists(mark => mark.IsCompletion)) filled += asked;
            completed += filled > asked ? asked : filled;
            required += asked;
            kept.AddRange(best.FindAll(mark => mark.Level > 0));
        }

        decimal? level = null;
        if (kept.Count > 0)
        {
            decimal sum = 0;
            foreach (var mark in kept) sum += mark.Level;
            level = Rounded(sum / kept.Count, 10);
        }

        var progress = required == 0 ? 1 : Rounded((decimal)completed / required, 100);
        decimal? baseline = row.Baseline is null or 0 ? null : Rounded(row.Baseline.Value, 10);
        var growth = of.IsFirstToLast ? FirstToLast(of, row.Stage, baseline) : FromBaseline(of, row.Stage, baseline, level, progress);
        var least = of.MinimumAverage <= 0 ? row.Stage + of.MinimumAverage : of.MinimumAverage;
        var isComplete = completed >= required
            && (level is null || level >= least)
            && (of.MinimumRating is null || kept.TrueForAll(mark => mark.Level >= of.MinimumRating));
        kept.Sort((a, b) => a.Number - b.Number);
        return new StageOutcome(row.Stage, baseline, level, growth, progress, completed, missed, required, isComplete,
            string.Join(' ', kept.ConvertAll(mark => mark.Number)));
    }

    private static decimal? FromBaseline(ContinuumCase of, int stage, decimal? baseline, decimal? level, decimal progress)
    {
        if (level is null) return null;
        if (baseline is not null) return Rounded(level.Value - baseline.Value, 10);
        var firsts = new List<int>();
        var isWanting = false;
        for (var target = 0; target < of.Pieces.Length; target++)
        {
            if (of.Pieces[target][stage] == 0) continue;
            var earliest = Marks(of, target, stage).Find(mark => !mark.IsMissed);
            if (earliest is null || earliest.IsCompletion) isWanting = true;
            else firsts.Add(earliest.Level);
        }

        if (firsts.Count == 0 || (isWanting && progress < 0.50m)) return null;
        decimal sum = 0;
        foreach (var first in firsts) sum += first;
        return Rounded(level.Value - sum / firsts.Count, 10);
    }

    private static decimal? FirstToLast(ContinuumCase of, int stage, decimal? baseline)
    {
        decimal sum = 0;
        int values = 0, targets = 0;
        for (var target = 0; target < of.Pieces.Length; target++)
        {
            if (of.Pieces[target][stage] == 0) continue;
            targets++;
            var levels = Marks(of, target, stage).FindAll(mark => mark.Level > 0);
            if (levels.Count == 0 || (levels.Count == 1 && baseline is null)) continue;
            values++;
            sum += levels[^1].Level - (baseline ?? levels[0].Level);
        }

        return values == 0 || values * 2 < targets ? null : Rounded(sum / values, 10);
    }

    /// <summary>The judgments in force on one target at one stage, in order. An empty level with no completion is nothing.</summary>
    private static List<Mark> Marks(ContinuumCase of, int target, int stage)
    {
        var marks = new List<Mark>();
        foreach (var mark in of.Marks)
        {
            var saysSomething = mark.Level > 0 || mark.IsMissed || mark.IsCompletion;
            if (mark.Target == target && mark.Stage == stage && !mark.IsRetracted && saysSomething) marks.Add(mark);
        }

        marks.Sort(InOrder);
        return marks;
    }

    private static int InOrder(Mark a, Mark b) =>
        a.Day != b.Day ? a.Day - b.Day : a.JudgedDay != b.JudgedDay ? a.JudgedDay - b.JudgedDay : a.Number - b.Number;

    /// <summary>Half away from zero, to one part in ten or a hundred.</summary>
    private static decimal Rounded(decimal number, int parts)
    {
        var whole = decimal.Floor(Math.Abs(number) * parts + 0.5m);
        return number < 0 ? -whole / parts : whole / parts;
    }
}
