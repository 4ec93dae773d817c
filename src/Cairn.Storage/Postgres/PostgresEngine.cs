using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Cairn.Storage.Postgres;

/// <summary>A district in a database of a PostgreSQL server: any number of processes write it, one transaction after the other.</summary>
internal sealed class PostgresEngine : Engine
{
    private const int OldestServer = 15;

    // What an extension brought is nobody's record.
    private const string TablesOfOthers = """
        SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
        """;

    private const int MostConnections = 40;
    private const int WritersPool = 2;

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly string? _template;
    private readonly Lazy<PooledDbContextFactory<PostgresDb>> _pool;
    private readonly Lazy<PooledDbContextFactory<PostgresDb>> _writers;

    /// <param name="connection">The connection to the district's database.</param>
    /// <param name="template">The database on the server that a new one is copied from; null for the server's usual one.</param>
    public PostgresEngine(string connection, string? template = null)
    {
        (_connection, _template) = (Read(connection), template);
        _pool = new Lazy<PooledDbContextFactory<PostgresDb>>(() => new PooledDbContextFactory<PostgresDb>(PostgresDb.On(_connection.ToString()), 64));
        _writers = new Lazy<PooledDbContextFactory<PostgresDb>>(() => new PooledDbContextFactory<PostgresDb>(PostgresDb.On(WriterConnection), 2));
    }

    public override string Where => $"{_connection.Host}:{_connection.Port}/{_connection.Database}";

    public override string Name => "postgres";

    public override bool IsShared => true;

    internal override Backups.RecordTables Tables { get; } = new PostgresRecordTables();

    internal override long Size
    {
        get
        {
            using var db = Open();
            return db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").Single();
        }
    }

    public override bool Exists
    {
        get
        {
            using var server = Server();
            return IsOn(server);
        }
    }

    /// <summary>A connection in its parts, with the settings that every district needs. Refuses what is none.</summary>
    public static NpgsqlConnectionStringBuilder Read(string connection)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrWhiteSpace(parts.Host)) throw new RefusedException("The connection names no server. Write it as: Host=…;Username=…;Password=…;Database=…");
            // Connections per district are capped, and nothing is prepared by name, so that a pooler may stand between.
            parts.MaxPoolSize = Math.Min(parts.MaxPoolSize, MostConnections - WritersPool);
            parts.ApplicationName = "cairn";
            // Over a network the record goes sealed, to the server whose name it is; less is said in so many words, by "SSL Mode".
            if (!SealedConnection.IsHere(parts.Host) && !new DbConnectionStringBuilder { ConnectionString = connection }.Keys.Cast<string>().Any(one => one.Replace(" ", "", StringComparison.Ordinal).Equals("sslmode", StringComparison.OrdinalIgnoreCase)))
                parts.SslMode = SslMode.VerifyFull;
            parts.IncludeErrorDetail = false;
            return parts;
        }
        catch (ArgumentException wrong)
        {
            throw new RefusedException("The connection is not understood. Write it as: Host=…;Username=…;Password=…;Database=…", wrong);
        }
    }

    public override Db Open() => _pool.Value.CreateDbContext();

    // Every request that waits for the writer may hold a connection: were his among theirs, all would wait for each other.
    internal override Db OpenToWrite() => _writers.Value.CreateDbContext();

    private string WriterConnection => new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { ApplicationName = "cairn writer", MaxPoolSize = WritersPool, MinPoolSize = 0 }.ToString();

    public override void Dispose()
    {
        ClosePools();
    }

    internal override void Make(Action<Db> fill)
    {
        var isNew = MakeDatabase();
        try
        {
            using var db = Open();
            // A new database may be a copy of one that has the schema already.
            if (db.Database.GetPendingMigrations().Any()) db.Database.Migrate();
            if (db.Head.Any()) throw new RefusedException($"{Where} holds a record already.");
            fill(db);
        }
        catch (Exception) when (isNew)
        {
            Drop();
            throw;
        }
    }

    internal override void Rebuild(string? schema, Action<System.Data.Common.DbConnection> fill, Action then)
    {
        var isNew = MakeDatabase(takesTemplate: schema is null);
        try
        {
            using var db = Open();
            if (schema is not null || db.Database.GetPendingMigrations().Any()) db.GetService<IMigrator>().Migrate(schema);
            if (db.Head.Any()) throw new RefusedException($"{Where} holds a record already.");
            db.Database.OpenConnection();
            fill(db.Database.GetDbConnection());
            then();
        }
        catch (Exception) when (isNew)
        {
            Drop();
            throw;
        }
    }

    /// <summary>Drops the database. For what was never finished, and for demonstrations.</summary>
    internal void Drop()
    {
        ClosePools();
        using var server = Server();
        // The server writes everything out first, which takes as long as its disk does.
        using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {Quoted(_connection.Database!)} WITH (FORCE)", server) { CommandTimeout = 0 };
        drop.ExecuteNonQuery();
    }

    internal override IDisposable? Hold() => null;

    // Writers of several processes take turns here: facts and conclusions of a district have one order.
    internal override HeadRow LockHead(Db db) => db.Head.FromSqlRaw("SELECT * FROM head FOR UPDATE").Single();

    internal override void AfterCommit(Db db)
    {
        // The server writes its own checkpoints.
    }

    // In the transaction: it is heard with the commit, and never without.
    internal override void Announce(Db db, Live.Touched touched, Guid node) => db.Database.ExecuteSqlRaw(PostgresHearing.Say, touched.Write(node));

    internal override Task Hear(Guid node, Func<long> newest, Action<Live.Touched> tell, CancellationToken stop) =>
        Task.Run(() => new PostgresHearing(new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { ApplicationName = "cairn listener", Pooling = false, KeepAlive = 30 }.ToString(), node, newest, tell).Run(stop), CancellationToken.None);

    // The server stops itself where a flush fails, and starts again from its log.
    internal override bool IsOfDisk(Exception wrong) => false;

    internal override void Insert<T>(Db db, IEnumerable<T> rows) => PostgresInsert.Into(db, rows);

    // Below this many, one question is faster than three copies.
    internal override void Append(Db db, IReadOnlyList<Journal.Occasion> occasions, IReadOnlyList<Journal.JournalEntry> entries, IReadOnlyList<Journal.JournalPayload> payloads)
    {
        if (entries.Count > PostgresInsert.Few) base.Append(db, occasions, entries, payloads);
        else PostgresInsert.Together(db, [PostgresInsert.Command(db, occasions), PostgresInsert.Command(db, entries), .. payloads.Count == 0 ? System.Array.Empty<NpgsqlBatchCommand>() : [PostgresInsert.Command(db, payloads)]]);
    }

    internal override RowReader Reader(System.Data.Common.DbDataReader rows) => new PostgresReader(rows);

    internal override object Stored(Guid id) => id;

    internal override string BringUp(Backups.Upgrade upgrade) => PostgresUpgrade.Of(this, upgrade);

    internal override void SweepUpgrade() { }

    internal override void WriteOver(Db db)
    {
        // Whole, so that dead rows are gone from the files and not only free to be written over. These tables are small beside the facts.
        db.Database.OpenConnection();
        foreach (var table in (string[])["hands", "evidence_texts", "artifacts", "judgment_texts", "override_texts", "journal_payloads", "learners", "guardians", "guardianships", "accounts", "private_notes", "amendments", "import_runs",
            "artifact_files", "sent_originals", "feedback", "projects", "project_aims", "exhibitions", "panel_ratings", "check_ins", "ready_requests", "correctives", "support_plans", "support_lines", "learning_plans", "goals", "judgment_queries", "portfolio_picks", "conferences", "report_narratives", "modified_expectations", "messages", "conversations", "grouping_rules"])
        {
            using var vacuum = new NpgsqlCommand($"VACUUM (FULL) {table}", (NpgsqlConnection)db.Database.GetDbConnection()) { CommandTimeout = 0 };
            vacuum.ExecuteNonQuery();
        }

        db.Database.CloseConnection();
    }

    internal override IEnumerable<CheckupFinding> Check(Func<string, string> ask, int facts)
    {
        var version = ask("SHOW server_version_num");
        yield return new CheckupFinding("database", int.TryParse(version, CultureInfo.InvariantCulture, out var number) && number >= OldestServer * 10_000, $"PostgreSQL {ask("SHOW server_version")}",
            $"use PostgreSQL {OldestServer} or newer, and look whether it runs");
        yield return SealedConnection.Look(_connection);
        var settings = $"fsync={ask("SHOW fsync")}, synchronous_commit={ask("SHOW synchronous_commit")}, full_page_writes={ask("SHOW full_page_writes")}";
        yield return new CheckupFinding("durability", !settings.Contains("=off", StringComparison.Ordinal), settings, "switch them on in postgresql.conf: a record must survive a power cut");
        var guards = ask("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgname LIKE '%\\_only\\_insert'");
        yield return new CheckupFinding("facts", guards == facts.ToString(CultureInfo.InvariantCulture), $"{guards} of {facts} guards against change stand", "run cairn migrate, or restore the newest backup: somebody removed a guard");
    }

    internal override List<string> Applied(Db db)
    {
        List<string> applied = [.. db.Database.GetAppliedMigrations()];
        return applied.Count > 0 ? applied : throw new RefusedException(Exists ? $"{Where} holds no record. Restore it from a backup." : $"{Where} is not there. Restore it from a backup.");
    }

    /// <summary>Makes the database where it is not there; false where it was, and nothing is in it.</summary>
    private bool MakeDatabase(bool takesTemplate = true)
    {
        using var server = Server();
        if (server.PostgreSqlVersion.Major < OldestServer)
            throw new RefusedException($"The server is PostgreSQL {server.PostgreSqlVersion}; cairn needs {OldestServer} or newer.");
        if (!IsOn(server))
        {
            using var make = new NpgsqlCommand($"CREATE DATABASE {Quoted(_connection.Database!)}{(_template is null || !takesTemplate ? "" : $" TEMPLATE {Quoted(_template)}")}", server) { CommandTimeout = 0 };
            make.ExecuteNonQuery();
            return true;
        }

        using var there = new NpgsqlConnection(_connection.ToString());
        there.Open();
        using var look = new NpgsqlCommand(TablesOfOthers, there);
        if (!(bool)look.ExecuteScalar()!) return false;
        if (!IsUnfinished(there)) throw new RefusedException($"{Where} holds something already. Name an empty database, or one that is not there yet.");
        // Somebody's process was stopped in the middle: the schema stands, and no row was ever stored.
        there.Close();
        NpgsqlConnection.ClearPool(there);
        using (var drop = new NpgsqlCommand($"DROP DATABASE {Quoted(_connection.Database!)}", server) { CommandTimeout = 0 }) drop.ExecuteNonQuery();
        return MakeDatabase(takesTemplate);
    }

    private bool IsUnfinished(NpgsqlConnection there)
    {
        using var ours = new NpgsqlCommand("SELECT to_regclass('public.\"__EFMigrationsHistory\"') IS NOT NULL AND to_regclass('public.head') IS NOT NULL", there);
        if (!(bool)ours.ExecuteScalar()!) return false;
        foreach (var table in Tables.All(there))
        {
            using var any = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM {Quoted(table.Name)})", there);
            if ((bool)any.ExecuteScalar()!) return false;
        }

        return true;
    }

    private bool IsOn(NpgsqlConnection server)
    {
        using var ask = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server) { Parameters = { new() { Value = _connection.Database } } };
        return ask.ExecuteScalar() is not null;
    }

    private void ClosePools()
    {
        if (_pool.IsValueCreated) Close(_connection.ToString());
        if (_writers.IsValueCreated) Close(WriterConnection);
        static void Close(string pool)
        {
            using var one = new NpgsqlConnection(pool);
            NpgsqlConnection.ClearPool(one);
        }
    }

    private NpgsqlConnection Server()
    {
        // Every server has a database of this name to knock at.
        var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = "postgres", Pooling = false }.ToString());
        server.Open();
        return server;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
