using System.Data.Common;

namespace Cairn.Storage.Backups;

/// <summary>What differs between the engines when every row of a record is read, or put into a schema that was just made.</summary>
internal abstract class RecordTables
{
    /// <summary>Every table of the record, by name.</summary>
    public abstract IReadOnlyList<StoredTable> All(DbConnection at);

    /// <summary>Begins to read everything as of one moment, while others write.</summary>
    public abstract DbTransaction Freeze(DbConnection at);

    /// <summary>The question for a table's rows in the order of their key, byte by byte.</summary>
    public abstract string RowsOf(StoredTable table);

    /// <summary>Writes a row of <see cref="RowsOf"/> as its line.</summary>
    public abstract void Write(DbDataReader row, StoredTable table, RowText line);

    /// <summary>Puts rows into tables that were just made and are empty: guards and references are off while it lasts, and on again, looked
    /// over, when it ends. All of it in one transaction.</summary>
    /// <param name="at">An open connection to the new database.</param>
    /// <param name="tables">The tables, in any order.</param>
    /// <param name="rows">The rows of a table, each with its values by <see cref="StoredTable.Columns"/>; one array may be used for all.</param>
    /// <exception cref="RefusedException">A value does not fit its column, or a row points at nothing.</exception>
    public abstract void Fill(DbConnection at, IReadOnlyList<StoredTable> tables, Func<StoredTable, IEnumerable<object?[]>> rows);

    /// <summary>Refuses a value that its column cannot hold.</summary>
    protected static RefusedException Misfit(StoredTable table, StoredColumn column) =>
        new($"The archive holds a value in {table.Name}.{column.Name} that is no {column.Type}. It is damaged, or somebody made it. Use another one.");
}
