using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Columns;
using Cairn.Learning.Mastery.Rules;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Columns;

public sealed class ColumnRulesTests
{
    private static readonly ScoreRule[] Read =
    [
        new MostRecent(), new MostRecent(3), new Highest(), new Mean(), new WeightedRecent(), new WeightedRecent(75), new DecayingAverage(), new DecayingAverage(50),
        new Mean { Minimum = 3 },
    ];

    public static TheoryData<int> Rules => [.. Enumerable.Range(0, Read.Length)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_column_has_the_same_values_as_its_rule(int rule) =>
        Gen.Byte[0, 12].Array[0, 14].Array[1, 20].Sample(cells =>
        {
            var values = Conclude(Read[rule], cells);
            foreach (var (cell, value) in cells.Zip(values))
                value.ShouldBe(Read[rule].Conclude([.. cell.Select(level => (decimal?)level)]).Value is { } exact ? (int)(exact * 100) : ColumnRules.NoValue);
        }, iter: 300);

    [Fact]
    public void A_value_on_the_half_is_rounded_away_from_zero()
    {
        Conclude(new DecayingAverage(50), [1, 2, 2, 2, 2]).ShouldBe([194]);
        Conclude(new WeightedRecent(65), [1, 2, 4]).ShouldBe([313]);
        Conclude(new Mean(), [1, 1, 1, 1, 1, 1, 1, 2]).ShouldBe([113]);
    }

    [Fact]
    public void A_rule_that_sorts_is_refused() =>
        Should.Throw<ArgumentException>(() => Conclude(new Median(), [1, 2])).Message.ShouldContain("median");

    [Fact]
    public void There_is_one_value_a_cell() =>
        Should.Throw<ArgumentException>(() => ColumnRules.Conclude(new Mean(), [0, 1], [3], new int[2]));

    private static int[] Conclude(ScoreRule rule, params byte[][] cells)
    {
        var offsets = new int[cells.Length + 1];
        for (var i = 0; i < cells.Length; i++) offsets[i + 1] = offsets[i] + cells[i].Length;
        var values = new int[cells.Length];
        ColumnRules.Conclude(rule, offsets, [.. cells.SelectMany(cell => cell)], values);
        return values;
    }
}
