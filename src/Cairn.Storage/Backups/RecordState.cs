using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Backups;

/// <summary>
/// What a record is, in one hash over every row of every table: the same on both engines, and the same after a restore. How it is made
/// stands in docs/reference/backup-archive.md.
/// </summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Tables">Its tables by name.</param>
public sealed record RecordState(string Hash, IReadOnlyList<TableState> Tables)
{
    /// <summary>The state of a district's record as of one moment; others may write meanwhile.</summary>
    public static RecordState Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Of(district.Engine);
    }

    internal static RecordState Of(Engine engine)
    {
        using var db = engine.Open();
        db.Database.OpenConnection();
        var at = db.Database.GetDbConnection();
        using var frozen = engine.Tables.Freeze(at);
        return Of([.. engine.Tables.All(at).Select(table => TableState.Write(engine.Tables, at, table, Stream.Null))]);
    }

    /// <summary>The hash over the hashes of tables: a line for each, by name.</summary>
    internal static RecordState Of(IReadOnlyList<TableState> tables)
    {
        var lines = new StringBuilder();
        foreach (var table in tables.OrderBy(one => one.Name, StringComparer.Ordinal))
            lines.Append(table.Name).Append(' ').AppendJoin(',', table.Columns).Append(' ').Append(table.Sha256).Append('\n');
        return new RecordState(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString()))), tables);
    }
}

/// <summary>One table of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order of the alphabet: the order of the values in a line.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Bytes">How long its lines are together.</param>
/// <param name="Sha256">The hash of its lines, lower-case hexadecimal.</param>
public sealed record TableState(string Name, IReadOnlyList<string> Columns, long Rows, long Bytes, string Sha256)
{
    private const int Portion = 1 << 16;

    /// <summary>Writes a table's rows as lines, in the order of their key, and tells what was written.</summary>
    internal static TableState Write(RecordTables tables, DbConnection at, StoredTable table, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var ask = at.CreateCommand();
        (ask.CommandText, ask.CommandTimeout) = (tables.RowsOf(table), 0);
        using var rows = ask.ExecuteReader();
        var lines = new RowText();
        long count = 0, bytes = 0;
        while (rows.Read())
        {
            tables.Write(rows, table, lines);
            count++;
            if (lines.Written.Length >= Portion) Send();
        }

        Send();
        return new TableState(table.Name, [.. table.Columns.Select(one => one.Name)], count, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Send()
        {
            hash.AppendData(lines.Written);
            to.Write(lines.Written);
            bytes += lines.Written.Length;
            lines.Clear();
        }
    }
}
