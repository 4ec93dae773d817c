using System.Data.Common;

namespace Cairn.Storage.Postgres;

/// <summary>Ids are uuids, moments timestamps with time zone.</summary>
internal sealed class PostgresReader(DbDataReader rows) : RowReader(rows)
{
    public override Guid Id(int at) => Rows.GetGuid(at);

    public override DateTime Moment(int at) => Rows.GetDateTime(at);
}
