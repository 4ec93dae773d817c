using System.Data.Common;

namespace Cairn.Storage;

/// <summary>Reads fields as an engine stores them: what is read by the million goes around EF.</summary>
internal abstract class RowReader(DbDataReader rows)
{
    protected DbDataReader Rows { get; } = rows;

    public bool Next() => Rows.Read();

    public abstract Guid Id(int at);

    public abstract DateTime Moment(int at);

    public Guid? IdOrNone(int at) => Rows.IsDBNull(at) ? null : Id(at);

    public DateTime? MomentOrNone(int at) => Rows.IsDBNull(at) ? null : Moment(at);

    public decimal? AmountOrNone(int at) => Rows.IsDBNull(at) ? null : Rows.GetInt64(at) / 10_000m;

    public int Whole(int at) => Rows.GetInt32(at);

    public int? WholeOrNone(int at) => Rows.IsDBNull(at) ? null : Rows.GetInt32(at);

    public long Long(int at) => Rows.GetInt64(at);

    public bool Flag(int at) => Rows.GetBoolean(at);

    public byte[] Bytes(int at) => Rows.GetFieldValue<byte[]>(at);

    public string Text(int at) => Rows.GetString(at);

    public bool IsNone(int at) => Rows.IsDBNull(at);

    /// <summary>Text that is stored as text. What is stored as something else is refused, however well it could be read.</summary>
    /// <exception cref="InvalidCastException">It is stored as something else.</exception>
    public abstract string StoredText(int at);

    /// <summary>Bytes that are stored as bytes.</summary>
    /// <exception cref="InvalidCastException">They are stored as something else.</exception>
    public abstract byte[] StoredBytes(int at);

    /// <summary>A number, a yes, a moment, a day, an amount or a real as the journal's bytes hold it.</summary>
    /// <param name="at">The column.</param>
    /// <param name="letter">The letter that the journal has for its type.</param>
    /// <exception cref="InvalidCastException">It is stored as something else.</exception>
    public abstract long StoredNumber(int at, char letter);
}
