namespace Cairn.Learning.Privacy;

/// <summary>
/// Hides small counts, and so many others that no small one can be reckoned from what is left. Every aggregate that people see
/// goes through here.
/// </summary>
/// <remarks>
/// A count of 1 to threshold - 1 is hidden, and so is a sum of that size: what people call primary suppression. A count of 0 is
/// shown, as agencies do: it speaks of nobody. Then others are hidden (complementary) until, for whoever knows what is shown, that
/// sums add up and that no count is below 0, every hidden count may still be any of at least as many values as the threshold says. They
/// are few, and small, and none of them could be shown again; that they are the fewest of all is not promised. It is not safe from
/// somebody who knows some of the hidden counts from elsewhere, nor over several tables that share cells: make those one table.
/// Where all counts are 0 or large enough, nothing is hidden. Sources: NCES 2011-603, "Statistical Methods for Protecting
/// Personally Identifiable Information in Aggregate Reporting"; Cox, "Network Models for Complementary Cell Suppression", JASA 90
/// (1995), for bounds and choice by flows in the table's network.
/// </remarks>
public static class SmallCell
{
    /// <summary>The usual threshold: most states', counts of 1 to 9 are hidden.</summary>
    public const int DefaultThreshold = 10;

    /// <summary>Hides what must not be published of a table.</summary>
    /// <param name="counts">Learners by row and column, each from 0, each learner in one cell. One row or more, one column or more.</param>
    /// <param name="totals">Which sums are published beside it.</param>
    /// <param name="threshold">The smallest count but 0 that is shown, 2 or more.</param>
    /// <returns>The table; the same for the same counts.</returns>
    /// <exception cref="ArgumentException">A count is below 0, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 2.</exception>
    /// <exception cref="OverflowException">There are more than 2,147,483,647 in all.</exception>
    public static PublishedTable Publish(int[,] counts, PublishedTotals totals = PublishedTotals.All, int threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        if (counts.Length == 0) throw new ArgumentException("A table has a count.", nameof(counts));
        if (counts.Cast<int>().Any(count => count < 0)) throw new ArgumentException("Counts are from 0.", nameof(counts));
        var network = new CountNetwork(counts, totals);
        var why = new HiddenAs[network.Arcs.Count];
        var open = new Queue<int>();
        for (var arc = 0; arc < why.Length; arc++)
            if (network.Arcs[arc] is { IsPublished: true, Count: > 0 } one && one.Count < threshold)
                Hide(arc, HiddenAs.Primary);

        // What more is hidden only widens what may be: whatever was safe once stays so.
        while (open.TryDequeue(out var arc))
            while (network.CheapestCover(arc, threshold) is { Count: > 0 } cover)
                foreach (var other in cover) Hide(other, HiddenAs.Complementary);

        ShowAgain(network, why, threshold);
        return new PublishedTable(network.Shown(why));

        void Hide(int arc, HiddenAs reason)
        {
            network.Arcs[arc].IsHidden = true;
            why[arc] = reason;
            open.Enqueue(arc);
        }
    }

    // What was hidden early for one count may not be needed any more, since others were hidden later: the dearest is tried first.
    // What stays hidden is needed, each count of it.
    private static void ShowAgain(CountNetwork network, HiddenAs[] why, int threshold)
    {
        var hidden = Enumerable.Range(0, why.Length).Where(arc => why[arc] != HiddenAs.Shown).ToList();
        foreach (var arc in hidden.Where(arc => why[arc] == HiddenAs.Complementary).OrderByDescending(arc => network.Arcs[arc].Price))
        {
            network.Arcs[arc].IsHidden = false;
            if (hidden.Exists(other => network.Arcs[other].IsHidden && network.CheapestCover(other, threshold).Count > 0)) network.Arcs[arc].IsHidden = true;
            else why[arc] = HiddenAs.Shown;
        }
    }

    /// <summary>Hides what must not be published of a list: a table of one row.</summary>
    /// <param name="counts">Learners, each count from 0, each learner in one of them. One or more.</param>
    /// <param name="isTotalPublished">Does their sum stand beside it?</param>
    /// <param name="threshold">The smallest count but 0 that is shown, 2 or more.</param>
    /// <returns>A table of one row; its sum is <see cref="PublishedTable.RowTotal"/> of row 0.</returns>
    /// <exception cref="ArgumentException">A count is below 0, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 2.</exception>
    public static PublishedTable Publish(IReadOnlyList<int> counts, bool isTotalPublished = true, int threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var row = new int[1, counts.Count];
        for (var i = 0; i < counts.Count; i++) row[0, i] = counts[i];
        return Publish(row, isTotalPublished ? PublishedTotals.Rows : PublishedTotals.None, threshold);
    }
}
