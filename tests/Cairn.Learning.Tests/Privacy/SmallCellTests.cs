using Cairn.Learning.Privacy;
using CsCheck;

namespace Cairn.Learning.Tests.Privacy;

/// <summary>What of a table of counts may be published.</summary>
public sealed class SmallCellTests
{
    private const int Threshold = SmallCell.DefaultThreshold;

    private static readonly Gen<PublishedTotals> Totals = Gen.Int[0, 7].Select(one => (PublishedTotals)one);

    // Nothing, few, or many; sometimes nearly all of one kind.
    private static readonly Gen<int> Count = Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[1, Threshold - 1]), (4, Gen.Int[Threshold, 60]));

    private static readonly Gen<int> Small = Gen.Int[0, Threshold - 1];

    [Fact]
    public void A_small_count_is_hidden_with_others_that_would_tell_it()
    {
        var table = SmallCell.Publish(new[,] { { 3, 20, 30 }, { 40, 25, 50 }, { 60, 70, 80 } });

        Drawn(table).ShouldBe("""
            p c 30 | 53
            c c 50 | 115
            60 70 80 | 210
            103 115 160 | 378
            """);
    }

    [Fact]
    public void In_a_list_the_smallest_of_the_others_goes_with_it() =>
        Drawn(SmallCell.Publish([3, 40, 12, 0, 25])).ShouldBe("""
            p 40 c 0 25 | 80
            - - - - - | -
            """);

    [Fact]
    public void Two_small_ones_hide_each_other_only_where_both_may_be_enough() =>
        (Drawn(SmallCell.Publish([5, 4, 40])), Drawn(SmallCell.Publish([3, 4, 40]))).ShouldBe(("p p 40 | 49\n- - - | -", "p p c | 47\n- - - | -"));

    [Fact]
    public void A_list_without_its_sum_hides_only_what_is_small() =>
        Drawn(SmallCell.Publish([3, 40, 12, 0], isTotalPublished: false)).ShouldBe("p 40 12 0 | -\n- - - - | -");

    [Fact]
    public void The_only_count_of_a_list_is_hidden_with_its_sum() =>
        Drawn(SmallCell.Publish([0, 7, 0])).ShouldBe("0 p 0 | p\n- - - | -");

    [Fact]
    public void A_sum_is_hidden_where_no_count_can_be() =>
        Drawn(SmallCell.Publish(new[,] { { 7, 0 }, { 0, 30 } }, PublishedTotals.Rows | PublishedTotals.Columns)).ShouldBe("p 0 | p\n0 30 | 30\np 30 | -");

    [Fact]
    public void What_is_hidden_is_not_in_the_table() =>
        SmallCell.Publish([3, 40, 12])[0, 0].ShouldBe(new PublishedCount(null, HiddenAs.Primary));

    [Fact]
    public void Nothing_is_hidden_where_every_count_is_none_or_many() =>
        Gen.Select(Tables(Gen.Frequency((1, Gen.Const(0)), (3, Gen.Int[Threshold, 99])), 6), Totals).Sample((counts, totals) =>
        {
            var table = SmallCell.Publish(counts, totals);
            Places(table).Where(at => table[at.Row, at.Column].Why is HiddenAs.Primary or HiddenAs.Complementary).ShouldBeEmpty();
            for (var row = 0; row < table.Rows; row++)
                for (var column = 0; column < table.Columns; column++) table[row, column].Count.ShouldBe(counts[row, column]);
        });

    [Fact]
    public void Nobody_can_reckon_a_hidden_count_from_a_table_closer_than_to_as_many_values_as_the_threshold() =>
        Gen.Select(Tables(Count, 6), Totals).Sample(NothingIsTold, iter: 600);

    [Fact]
    public void Nor_where_all_counts_are_small() => Gen.Select(Tables(Small, 6), Totals).Sample(NothingIsTold, iter: 300);

    [Fact]
    public void Nor_where_one_is_small() =>
        Gen.Select(Tables(Gen.Int[Threshold, 50], 6), Gen.Int[1, Threshold - 1], Gen.Int[0, 99], Totals).Sample((counts, small, at, totals) =>
        {
            counts[at % counts.GetLength(0), at % counts.GetLength(1)] = small;
            NothingIsTold(counts, totals);
        }, iter: 300);

    [Fact]
    public void Nor_where_each_row_has_one_count() =>
        Gen.Select(Gen.Int[1, 40].Array[1, 6], Gen.Int[0, 5].Array[6], Totals).Sample((learners, columns, totals) =>
        {
            var counts = new int[learners.Length, 6];
            for (var row = 0; row < learners.Length; row++) counts[row, columns[row]] = learners[row];
            NothingIsTold(counts, totals);
        }, iter: 300);

    [Fact]
    public void Nor_from_a_list_or_a_column() =>
        Gen.Select(Count.Array[1, 12], Gen.Bool, Totals).Sample((counts, isRow, totals) =>
        {
            var table = new int[isRow ? 1 : counts.Length, isRow ? counts.Length : 1];
            for (var i = 0; i < counts.Length; i++) table[isRow ? 0 : i, isRow ? i : 0] = counts[i];
            NothingIsTold(table, totals);
        }, iter: 600);

    [Fact]
    public void Nor_with_another_threshold() =>
        Gen.Select(Tables(Gen.Int[0, 30], 4), Totals, Gen.Int[2, 20]).Sample((counts, totals, threshold) => NothingIsTold(counts, totals, threshold), iter: 300);

    [Fact]
    public void Every_small_count_and_sum_is_primary_and_nothing_else_is() =>
        Gen.Select(Tables(Count, 5), Totals).Sample((counts, totals) =>
        {
            var table = SmallCell.Publish(counts, totals);
            foreach (var (row, column) in Places(table))
            {
                var count = Sum(counts, row, column);
                if (table[row, column].Why != HiddenAs.Unpublished) (table[row, column].Why == HiddenAs.Primary).ShouldBe(count is > 0 and < Threshold);
                if (table[row, column].Count is { } shown) shown.ShouldBe(count);
                (table[row, column].Count is null).ShouldBe(table[row, column].Why != HiddenAs.Shown);
            }
        });

    [Fact]
    public void No_other_count_is_hidden_that_could_be_shown_again() =>
        Gen.Select(Tables(Count, 4), Totals).Sample((counts, totals) =>
        {
            var table = SmallCell.Publish(counts, totals);
            foreach (var (row, column) in Places(table).Where(at => table[at.Row, at.Column].Why == HiddenAs.Complementary))
            {
                var seen = Seen(table);
                seen[row, column] = Sum(counts, row, column);
                BoundsOfACount.Of(seen).ShouldContain(at => at.Values < Threshold && table[at.Row, at.Column].Why != HiddenAs.Unpublished, $"{row}, {column} of\n{Drawn(table)}");
            }
        });

    [Fact]
    public void The_same_counts_are_published_the_same_way() =>
        Gen.Select(Tables(Count, 5), Totals).Sample((counts, totals) => Drawn(SmallCell.Publish(counts, totals)).ShouldBe(Drawn(SmallCell.Publish(counts, totals))), iter: 30);

    [Fact]
    public void The_sum_of_all_stays_while_other_counts_can_hide_a_small_one() =>
        Gen.Select(Gen.Int[Threshold, 50].Array[9], Gen.Int[1, Threshold - 1], Gen.Int[0, 8]).Sample((many, small, at) =>
        {
            many[at] = small;
            var counts = new int[3, 3];
            for (var i = 0; i < 9; i++) counts[i / 3, i % 3] = many[i];

            var table = SmallCell.Publish(counts);

            Places(table).Count(one => table[one.Row, one.Column].Count is null).ShouldBe(4);
            (table.GrandTotal.Why, table.RowTotal(at / 3).Why, table.ColumnTotal(at % 3).Why).ShouldBe((HiddenAs.Shown, HiddenAs.Shown, HiddenAs.Shown));
        });

    [Fact]
    public void A_table_needs_counts_from_nothing_and_a_threshold_of_two()
    {
        Should.Throw<ArgumentException>(() => SmallCell.Publish(new int[0, 3]));
        Should.Throw<ArgumentException>(() => SmallCell.Publish([]));
        Should.Throw<ArgumentException>(() => SmallCell.Publish([3, -1]));
        Should.Throw<ArgumentOutOfRangeException>(() => SmallCell.Publish([3], threshold: 1));
        Should.Throw<OverflowException>(() => SmallCell.Publish([int.MaxValue, 1]));
    }

    private static void NothingIsTold(int[,] counts, PublishedTotals totals) => NothingIsTold(counts, totals, Threshold);

    private static void NothingIsTold(int[,] counts, PublishedTotals totals, int threshold)
    {
        var table = SmallCell.Publish(counts, totals, threshold);
        foreach (var (row, column, values) in BoundsOfACount.Of(Seen(table)))
            if (table[row, column].Why != HiddenAs.Unpublished) values.ShouldBeGreaterThanOrEqualTo(threshold, $"{row}, {column} of\n{Drawn(table)}");
    }

    private static int?[,] Seen(PublishedTable table)
    {
        var seen = new int?[table.Rows + 1, table.Columns + 1];
        foreach (var (row, column) in Places(table)) seen[row, column] = table[row, column].Count;
        return seen;
    }

    private static Gen<int[,]> Tables(Gen<int> count, int most) => Gen.Int[1, most].SelectMany(rows => Gen.Int[1, most].SelectMany(columns => count.Array2D[rows, columns]));

    private static int Sum(int[,] counts, int row, int column) =>
        (from i in Enumerable.Range(0, counts.GetLength(0))
         from j in Enumerable.Range(0, counts.GetLength(1))
         where (i == row || row == counts.GetLength(0)) && (j == column || column == counts.GetLength(1))
         select counts[i, j]).Sum();

    private static IEnumerable<(int Row, int Column)> Places(PublishedTable table) =>
        from row in Enumerable.Range(0, table.Rows + 1)
        from column in Enumerable.Range(0, table.Columns + 1)
        select (row, column);

    private static string Drawn(PublishedTable table) => string.Join('\n', Enumerable.Range(0, table.Rows + 1).Select(row =>
        string.Join(' ', Enumerable.Range(0, table.Columns).Select(column => Drawn(table[row, column]))) + " | " + Drawn(table[row, table.Columns])));

    private static string Drawn(PublishedCount count) => count.Why switch
    {
        HiddenAs.Primary => "p",
        HiddenAs.Complementary => "c",
        HiddenAs.Unpublished => "-",
        _ => $"{count.Count}",
    };
}
