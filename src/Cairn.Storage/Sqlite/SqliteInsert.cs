using System.Collections.Concurrent;
using System.Data.Common;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Storage.Sqlite;

/// <summary>Inserts many rows by one prepared statement, by the model's own columns and converters: ten times faster than tracking each.</summary>
internal static class SqliteInsert
{
    private static readonly ConcurrentDictionary<IEntityType, string> Texts = new();

    public static void Into<T>(Db db, IEnumerable<T> rows)
        where T : class
    {
        var entity = Column.TableOf<T>(db);
        var columns = Column.Of(entity);
        var getters = columns.ConvertAll(Column.Getter<T>);
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Texts.GetOrAdd(entity, static (table, into) => $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", into.Select(one => $"\"{one.GetColumnName()}\""))}) "
            + $"VALUES ({string.Join(", ", into.Select((_, i) => "@p" + i))})", columns);
        var parameters = columns.Select((_, i) => Parameter(command, "@p" + i)).ToList();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < getters.Count; i++) parameters[i].Value = getters[i](row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Inserts facts of whatever kinds; those that others refer to first.</summary>
    public static void Facts(Db db, IReadOnlyList<object> facts)
    {
        var stored = Some<PieceOfEvidence>(db, facts) + Some<StageEntry>(db, facts) + Some<Judgment>(db, facts) + Some<Override>(db, facts) + Some<Retraction>(db, facts)
            + Some<EvidenceText>(db, facts) + Some<Artifact>(db, facts) + Some<ArtifactFile>(db, facts) + Some<JudgmentText>(db, facts) + Some<OverrideText>(db, facts);
        if (stored != facts.Count) throw new NotSupportedException("There is a kind of fact that this does not know.");
    }

    private static int Some<T>(Db db, IReadOnlyList<object> facts)
        where T : class
    {
        List<T> rows = [.. facts.OfType<T>()];
        if (rows.Count > 0) Into(db, rows);
        return rows.Count;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
