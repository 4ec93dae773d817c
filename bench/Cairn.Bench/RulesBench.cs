using System.Diagnostics;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Columns;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Bench;

/// <summary>Rules over column arrays on one core; an operation is one piece of evidence.</summary>
internal static class RulesBench
{
    private const int UsualCells = 4_000_000;
    private static readonly ScoreRule[] Rules = [new MostRecent(), new Highest(), new Mean(), new WeightedRecent(), new DecayingAverage()];

    public static void Run(BenchOptions options, Report report)
    {
        var (offsets, levels) = Columns(options.Size ?? UsualCells);
        var values = new int[offsets.Length - 1];
        foreach (var rule in Rules)
        {
            ColumnRules.Conclude(rule, offsets, levels, values);
            report.Add([.. Enumerable.Range(0, options.Runs).Select(_ => Time($"rules {rule.Name}", [rule], offsets, levels, values))]);
        }
    }

    private static Figure Time(string name, ScoreRule[] rules, int[] offsets, byte[] levels, int[] values)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        foreach (var rule in rules) ColumnRules.Conclude(rule, offsets, levels, values);
        var seconds = clock.Elapsed.TotalSeconds;
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        return new Figure(name, "memory", levels.Length / seconds, null, null, null, spent / levels.Length,
            $"one core, {values.Length:N0} cells of 1-15 pieces, {levels.Length:N0} pieces");
    }

    private static (int[] Offsets, byte[] Levels) Columns(int cells)
    {
        var dice = new Random(7);
        var offsets = new int[cells + 1];
        for (var i = 0; i < cells; i++) offsets[i + 1] = offsets[i] + 1 + dice.Next(15);
        var levels = new byte[offsets[^1]];
        for (var i = 0; i < levels.Length; i++) levels[i] = (byte)(1 + dice.Next(4));
        return (offsets, levels);
    }
}
