using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Columns;
using Cairn.Learning.Tests.Mastery.Certainty;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Columns;

public sealed class EstimateColumnsTests
{
    private const double Tolerance = 1e-3;
    private static readonly PieceWeight[] Weights = [new(0.7), new(1), new(1.4), new(2), new(1, 0.5), new(1.4, -0.4)];
    private static readonly EstimateModel Usual = new([-1.2, -0.3, 0.6, 1.4], 0.0005, 0, -0.44, 0.5);

    public static TheoryData<EstimateModel> Models => [Usual, Usual with { Lapse = 0.02 }, new EstimateModel([-1, 0, 1], 0.002, 0.02, 0, 1), new EstimateModel([-1, 0, 1], 0, 0, 0, 1)];

    [Theory]
    [MemberData(nameof(Models), DisableDiscoveryEnumeration = true)]
    public void A_column_has_the_same_estimates_as_the_filter(EstimateModel model) =>
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, Weights.Length - 1], Gen.OneOfConst(0, 1, 7, 14, 30, 120)).Array[0, 15].Array[1, 4].Sample(cells =>
        {
            var pieces = cells.Select(cell => cell.Select(one => new WeighedPiece(1 + one.Item1 % model.Levels, Weights[one.Item2].Precision, Weights[one.Item2].Severity, one.Item3)).ToArray()).ToArray();
            var columns = new EstimateColumns(model, Weights, 15, 120);

            var answers = Read(columns, model, cells);

            foreach (var (cell, answer) in pieces.Zip(answers)) Distances.Of(answer, OrdinalFilter.Read(model, cell) with { Foretold = 1 }).ShouldBeLessThan(Tolerance);
        }, iter: 4, threads: 1);

    [Fact]
    public void Pieces_that_contradict_those_of_months_ago_are_believed_as_the_filter_believes_them()
    {
        var model = new EstimateModel([-1, 0, 1], 0.002, 0.02, 0, 1);
        (int, int, int)[] cell = [(0, 3, 0), (1, 0, 14), (1, 5, 0), (1, 0, 30), (3, 1, 7), (3, 4, 0), (1, 0, 1), (3, 4, 120), (3, 3, 30), (3, 0, 1), (2, 4, 14), (2, 2, 0), (0, 3, 120), (0, 5, 1), (0, 3, 120)];

        var answer = Read(new EstimateColumns(model, Weights, 15, 120), model, [cell]).Single();

        var filter = OrdinalFilter.Read(model, [.. cell.Select(one => new WeighedPiece(1 + one.Item1, Weights[one.Item2].Precision, Weights[one.Item2].Severity, one.Item3))]);
        Distances.Of(answer, filter with { Foretold = 1 }).ShouldBeLessThan(Tolerance / 5);
    }

    [Fact]
    public void A_cell_that_single_precision_loses_is_read_by_the_filter()
    {
        var model = Usual with { PriorVariance = 0.05, DriftPerDay = 0 };
        var columns = new EstimateColumns(model, [new(4)], 8, 1);
        (int, int, int)[] cell = [.. Enumerable.Repeat((4, 0, 0), 8)];

        var answer = Read(columns, model, [cell], out var alone).Single();

        alone.ShouldBe(1);
        Distances.Of(answer, OrdinalFilter.Read(model, [.. cell.Select(_ => new WeighedPiece(5, 4))]) with { Foretold = 1 }).ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void What_does_not_suit_columns_is_refused()
    {
        Should.Throw<ArgumentException>(() => new EstimateColumns(Usual, [], 5, 5));
        Should.Throw<ArgumentException>(() => new EstimateColumns(Usual, [new(1)], 0, 5));
        Should.Throw<ArgumentException>(() => new EstimateColumns(Usual, [new(0)], 5, 5)).Message.ShouldContain("precision");
        Should.Throw<ArgumentException>(() => new EstimateColumns(Usual, [new(100)], 500, 5)).Message.ShouldContain("too precise");
        Should.Throw<ArgumentException>(() => new EstimateColumns(Usual, [new(1)], 5, 5).Read(new EstimateColumn(new[] { 0, 0 }, default, default, default), new float[2])).Message.ShouldContain("one answer a cell");
    }

    private static Ability[] Read(EstimateColumns columns, EstimateModel model, (int, int, int)[][] cells) => Read(columns, model, cells, out _);

    private static Ability[] Read(EstimateColumns columns, EstimateModel model, (int Level, int Weight, int Days)[][] cells, out int alone)
    {
        var offsets = new int[cells.Length + 1];
        for (var i = 0; i < cells.Length; i++) offsets[i + 1] = offsets[i] + cells[i].Length;
        var all = cells.SelectMany(cell => cell).ToList();
        var answers = new float[cells.Length * columns.Width];
        alone = columns.Read(new EstimateColumn(
            offsets, all.Select(one => (byte)(1 + one.Level % model.Levels)).ToArray(), all.Select(one => (byte)one.Weight).ToArray(), all.Select(one => (ushort)one.Days).ToArray()), answers);
        return [.. Enumerable.Range(0, cells.Length).Select(cell => answers.AsSpan(cell * columns.Width, columns.Width).ToArray())
            .Select(one => new Ability(one[0], one[1], [.. one[4..].Select(share => (double)share)], one[2], one[3]))];
    }
}
