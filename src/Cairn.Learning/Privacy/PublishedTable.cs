namespace Cairn.Learning.Privacy;

/// <summary>Why a count is hidden. Only for whoever made the table: published, it would tell which counts are small.</summary>
public enum HiddenAs
{
    /// <summary>It is shown.</summary>
    Shown = 0,

    /// <summary>It is small itself.</summary>
    Primary = 1,

    /// <summary>A small one could be reckoned from it.</summary>
    Complementary = 2,

    /// <summary>A sum that was not to be published.</summary>
    Unpublished = 3,
}

/// <summary>Which sums stand beside a table. What is named here is hidden where it must be.</summary>
[Flags]
public enum PublishedTotals
{
    /// <summary>None: the counts stand alone.</summary>
    None = 0,

    /// <summary>The sum of each row.</summary>
    Rows = 1,

    /// <summary>The sum of each column.</summary>
    Columns = 2,

    /// <summary>The sum of all.</summary>
    Grand = 4,

    /// <summary>All three.</summary>
    All = Rows | Columns | Grand,
}

/// <summary>A count as it may be published.</summary>
/// <param name="Count">The count, from 0; null where it is hidden.</param>
/// <param name="Why">Why it is hidden.</param>
public readonly record struct PublishedCount(int? Count, HiddenAs Why);

/// <summary>A table of counts as it may be published. It does not hold what it hides.</summary>
public sealed class PublishedTable
{
    private readonly PublishedCount[,] _counts;

    internal PublishedTable(PublishedCount[,] counts) => _counts = counts;

    /// <summary>How many rows there are, without the sums.</summary>
    public int Rows => _counts.GetLength(0) - 1;

    /// <summary>How many columns there are, without the sums.</summary>
    public int Columns => _counts.GetLength(1) - 1;

    /// <summary>The sum of all.</summary>
    public PublishedCount GrandTotal => _counts[Rows, Columns];

    /// <summary>A count.</summary>
    /// <param name="row">Its row, from 0; <see cref="Rows"/> for the sums of the columns.</param>
    /// <param name="column">Its column, from 0; <see cref="Columns"/> for the sums of the rows.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row or column.</exception>
    public PublishedCount this[int row, int column] => _counts[row, column];

    /// <summary>The sum of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public PublishedCount RowTotal(int row) => _counts[row, Columns];

    /// <summary>The sum of a column.</summary>
    /// <param name="column">The column, from 0.</param>
    public PublishedCount ColumnTotal(int column) => _counts[Rows, column];
}
