using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Columns;

namespace Cairn.Bench;

/// <summary>The Estimate over column arrays on one core, with drift between pieces; an operation is one piece of evidence.</summary>
internal static class EstimateBench
{
    private const int UsualCells = 500_000;
    private const int Checked = 1_000;
    private static readonly EstimateModel Model = new([-1.2, -0.3, 0.6, 1.4], 0.0005, EstimateModel.UsualLapse, -0.44, 0.5);
    private static readonly PieceWeight[] Weights = [new(0.7), new(1), new(1.4), new(2), new(0.7, 0.3), new(1, 0.3), new(1.4, -0.2), new(2, -0.2)];
    private static readonly int[] DaysBetween = [0, 1, 3, 7, 14, 30];

    public static void Run(BenchOptions options, Report report)
    {
        var column = Columns(options.Size ?? UsualCells);
        var cells = column.Offsets.Length - 1;
        var kernel = new EstimateColumns(Model, Weights, 15, DaysBetween[^1]);
        var answers = new float[cells * kernel.Width];
        var alone = kernel.Read(column, answers);
        var error = Error(column, kernel, answers);
        var note = string.Create(CultureInfo.InvariantCulture,
            $"one core, {cells:N0} cells of 1-15 pieces, drift between pieces, {kernel.Nodes} points of {Vector<float>.Count} at a time; {alone} cells left to the filter; greatest error against 3,201 points on {Math.Min(cells, Checked):N0} cells {error:0.000000}");
        report.Add([.. Enumerable.Range(0, options.Runs).Select(_ => Time(column, kernel, answers, note))]);
    }

    private static Figure Time(EstimateColumn column, EstimateColumns kernel, float[] answers, string note)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        kernel.Read(column, answers);
        var seconds = clock.Elapsed.TotalSeconds;
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        return new Figure("estimate", "memory", column.Levels.Length / seconds, null, null, null, spent / column.Levels.Length, note);
    }

    private static double Error(EstimateColumn column, EstimateColumns kernel, float[] answers)
    {
        var greatest = 0.0;
        var dense = new DenseFilter(Model, Weights, DaysBetween);
        for (var cell = 0; cell < Math.Min(column.Offsets.Length - 1, Checked); cell++)
        {
            var should = dense.Read(column, cell);
            for (var i = 0; i < kernel.Width; i++) greatest = Math.Max(greatest, Math.Abs(should[i] - answers[cell * kernel.Width + i]));
        }

        return greatest;
    }

    private static EstimateColumn Columns(int cells)
    {
        var dice = new Random(7);
        var offsets = new int[cells + 1];
        for (var i = 0; i < cells; i++) offsets[i + 1] = offsets[i] + 1 + dice.Next(15);
        var (levels, weights, days) = (new byte[offsets[^1]], new byte[offsets[^1]], new ushort[offsets[^1]]);
        for (var cell = 0; cell < cells; cell++)
        {
            var usual = dice.Next(5);
            for (var i = offsets[cell]; i < offsets[cell + 1]; i++)
            {
                // Most pieces near what the learner usually shows, one in ten anywhere.
                levels[i] = (byte)(1 + (dice.Next(10) == 0 ? dice.Next(5) : Math.Clamp(usual + dice.Next(3) - 1, 0, 4)));
                (weights[i], days[i]) = ((byte)dice.Next(Weights.Length), (ushort)DaysBetween[dice.Next(DaysBetween.Length)]);
            }
        }

        return new EstimateColumn(offsets, levels, weights, days);
    }
}
