using System.Data.Common;
using System.Globalization;

namespace Cairn.Storage.Postgres;

/// <summary>Ids are uuids, moments timestamps with time zone.</summary>
internal sealed class PostgresReader(DbDataReader rows) : RowReader(rows)
{
    public override Guid Id(int at) => Rows.GetGuid(at);

    public override DateTime Moment(int at) => Rows.GetDateTime(at);

    public override string StoredText(int at) => Rows.GetString(at);

    public override byte[] StoredBytes(int at) => Bytes(at);

    public override long StoredNumber(int at, char letter) => letter switch
    {
        'y' => Rows.GetBoolean(at) ? 1 : 0,
        't' => (Rows.GetDateTime(at).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        'd' => Rows.GetFieldValue<DateOnly>(at).DayNumber,
        'r' => BitConverter.DoubleToInt64Bits(Rows.GetDouble(at)),
        _ => Rows.GetFieldType(at) == typeof(int) ? Rows.GetInt32(at) : Convert.ToInt64(Rows.GetValue(at), CultureInfo.InvariantCulture),
    };
}
