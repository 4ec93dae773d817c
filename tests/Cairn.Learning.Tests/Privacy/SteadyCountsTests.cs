using Cairn.Learning.Privacy;
using CsCheck;

namespace Cairn.Learning.Tests.Privacy;

/// <summary>Several tables tell no more than one: over time, side by side, and as differences.</summary>
public sealed class SteadyCountsTests
{
    private const int Threshold = SmallCell.DefaultThreshold;

    private static readonly Gen<int> Count = Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[1, Threshold - 1]), (4, Gen.Int[Threshold, 60]));

    [Fact]
    [Trait("Abuse", "L7")]
    public void Nobody_reckons_who_joined_from_two_tables_of_two_days() =>
        Gen.Select(Tables(Count, 4), Gen.Int[0, 11], Gen.Int[1, Threshold - 1]).Sample((before, at, joined) =>
        {
            // A few learners join one cell: the difference of the two tables would be them.
            var now = (int[,])before.Clone();
            now[at / now.GetLength(1) % now.GetLength(0), at % now.GetLength(1)] += joined;

            var (first, second) = (SmallCell.Publish(before), SmallCell.Publish(SteadyCounts.After(before, now)));

            for (var row = 0; row <= first.Rows; row++)
                for (var column = 0; column <= first.Columns; column++) second[row, column].ShouldBe(first[row, column]);
        });

    [Fact]
    [Trait("Abuse", "L7")]
    public void Of_many_tables_in_a_row_every_difference_of_a_shown_count_is_none_or_enough() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).SelectMany((rows, columns) => Table(Count, rows, columns).Array[2, 6]).Sample(days =>
        {
            var (kept, shown) = (days[0], SmallCell.Publish(days[0]));
            foreach (var day in days.Skip(1))
            {
                kept = SteadyCounts.After(kept, day);
                var next = SmallCell.Publish(kept);
                for (var row = 0; row < next.Rows; row++)
                    for (var column = 0; column < next.Columns; column++)
                        if (next[row, column].Count is { } one && shown[row, column].Count is { } other) Math.Abs(one - other).ShouldNotBeInRange(1, Threshold - 1);
                foreach (var (row, column, values) in BoundsOfACount.Of(Shown(next)))
                    if (Sum(kept, row, column) is > 0 and < Threshold) values.ShouldBeGreaterThanOrEqualTo(Threshold);
                shown = next;
            }
        }, iter: 300);

    [Fact]
    [Trait("Abuse", "L7")]
    public void A_coarser_table_is_made_of_what_the_finer_one_shows_and_tells_no_more() =>
        Gen.Select(Tables(Count, 5), Gen.Int[0, 1].Array[5]).Sample((counts, groups) =>
        {
            var fine = SmallCell.Publish(counts);
            var coarse = SteadyCounts.Coarser(fine, [.. groups.Take(fine.Rows)]);

            for (var group = 0; group < coarse.GetLength(0); group++)
                for (var column = 0; column < fine.Columns; column++)
                {
                    var parts = Enumerable.Range(0, fine.Rows).Where(row => groups[row] == group).Select(row => fine[row, column].Count).ToList();
                    coarse[group, column].ShouldBe(parts.Contains(null) ? null : parts.Sum());
                }
        });

    [Fact]
    public void A_change_that_is_large_enough_is_shown() => SteadyCounts.After(new[,] { { 20, 30 } }, new[,] { { 30, 39 } }).Cast<int>().ShouldBe([30, 30]);

    [Fact]
    public void Tables_of_two_shapes_are_refused() => Should.Throw<ArgumentException>(() => SteadyCounts.After(new int[1, 2], new int[2, 1]));

    private static Gen<int[,]> Tables(Gen<int> count, int most) => Gen.Select(Gen.Int[1, most], Gen.Int[1, most]).SelectMany((rows, columns) => Table(count, rows, columns));

    private static Gen<int[,]> Table(Gen<int> count, int rows, int columns) => count.Array[rows * columns].Select(flat =>
    {
        var table = new int[rows, columns];
        for (var i = 0; i < flat.Length; i++) table[i / columns, i % columns] = flat[i];
        return table;
    });

    private static int?[,] Shown(PublishedTable table)
    {
        var shown = new int?[table.Rows + 1, table.Columns + 1];
        for (var row = 0; row <= table.Rows; row++)
            for (var column = 0; column <= table.Columns; column++) shown[row, column] = table[row, column].Count;
        return shown;
    }

    private static int Sum(int[,] counts, int row, int column)
    {
        var sum = 0;
        for (var i = 0; i < counts.GetLength(0); i++)
            for (var j = 0; j < counts.GetLength(1); j++)
                if ((row == counts.GetLength(0) || row == i) && (column == counts.GetLength(1) || column == j)) sum += counts[i, j];
        return sum;
    }
}
