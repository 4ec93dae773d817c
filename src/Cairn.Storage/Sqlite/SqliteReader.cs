using System.Data.Common;

namespace Cairn.Storage.Sqlite;

/// <summary>Ids are 16 bytes in order, moments microseconds.</summary>
internal sealed class SqliteReader(DbDataReader rows) : RowReader(rows)
{
    public override Guid Id(int at) => new(Rows.GetFieldValue<byte[]>(at), bigEndian: true);

    public override DateTime Moment(int at) => new(DateTime.UnixEpoch.Ticks + Rows.GetInt64(at) * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    // A file holds any type in any column: what was put there as another type is not what was recorded.
    public override string StoredText(int at) => Rows.GetValue(at) as string ?? throw Other(at);

    public override byte[] StoredBytes(int at) => Rows.GetValue(at) as byte[] ?? throw Other(at);

    public override long StoredNumber(int at, char letter) => Rows.GetValue(at) switch
    {
        long number when letter != 'r' => number,
        double real when letter == 'r' => BitConverter.DoubleToInt64Bits(real),
        _ => throw Other(at),
    };

    private InvalidCastException Other(int at) => new($"{Rows.GetName(at)} holds {Rows.GetDataTypeName(at)}.");
}
