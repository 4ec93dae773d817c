namespace Cairn.Learning.Privacy;

/// <summary>
/// Counts for tables that are published again and again, or side by side: what <see cref="SmallCell"/> hides in one table could be
/// reckoned as the difference of two.
/// </summary>
public static class SteadyCounts
{
    /// <summary>The counts to publish now, where others of the same shape were published before: a count that changed by a few stays
    /// as it was said, until it has changed by enough. Hand the result to <see cref="SmallCell.Publish(int[,], PublishedTotals, int)"/>,
    /// and keep it for the next time.</summary>
    /// <param name="before">The counts that were handed in last time.</param>
    /// <param name="now">The counts as they are, each from 0.</param>
    /// <param name="threshold">The smallest change that is shown, 2 or more.</param>
    /// <exception cref="ArgumentException">The two are not of one shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 2.</exception>
    public static int[,] After(int[,] before, int[,] now, int threshold = SmallCell.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        var (rows, columns) = (now.GetLength(0), now.GetLength(1));
        if (before.GetLength(0) != rows || before.GetLength(1) != columns) throw new ArgumentException("The two tables are of one shape.", nameof(before));
        var steady = new int[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                steady[row, column] = Math.Abs(now[row, column] - before[row, column]) < threshold ? before[row, column] : now[row, column];
        return steady;
    }

    /// <summary>A coarser table beside one that is published, such as schools taken together: made of what is shown there and of
    /// nothing else, so that the two together tell no more than the finer one alone.</summary>
    /// <param name="of">The table that is published.</param>
    /// <param name="groups">For each row the row of the coarser table that it goes into, from 0.</param>
    /// <returns>The counts by group and column; null where a count that goes into it is hidden.</returns>
    /// <exception cref="ArgumentException">There is not one group for each row.</exception>
    public static int?[,] Coarser(PublishedTable of, IReadOnlyList<int> groups)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != of.Rows) throw new ArgumentException("There is a group for each row.", nameof(groups));
        var coarse = new int?[groups.Max() + 1, of.Columns];
        for (var column = 0; column < of.Columns; column++)
        {
            for (var row = 0; row < coarse.GetLength(0); row++) coarse[row, column] = 0;
            for (var row = 0; row < of.Rows; row++) coarse[groups[row], column] += of[row, column].Count;
        }

        return coarse;
    }
}
