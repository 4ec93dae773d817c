using System.Data.Common;

namespace Cairn.Storage.Sqlite;

/// <summary>Ids are 16 bytes in order, moments microseconds.</summary>
internal sealed class SqliteReader(DbDataReader rows) : RowReader(rows)
{
    public override Guid Id(int at) => new(Rows.GetFieldValue<byte[]>(at), bigEndian: true);

    public override DateTime Moment(int at) => new(DateTime.UnixEpoch.Ticks + Rows.GetInt64(at) * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
