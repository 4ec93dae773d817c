using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cairn.Storage.Sqlite;

/// <summary>A district in a file: one process writes it, others may read.</summary>
internal sealed class SqliteEngine(string file, string? template = null) : Engine
{
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteIoErrorOfIndex = 4874;

    // Pages in the log from which on they are brought into the file.
    private const long LongLog = 1000;

    private static readonly Queries.EachEngine<Func<Db, IEnumerable<HeadRow>>> Head = new(() => EF.CompileQuery((Db db) => db.Head));

    private readonly PooledDbContextFactory<SqliteDb> _pool = new(SqliteDb.On(file), 64);

    public override string Where => file;

    public override string Name => "sqlite";

    public override bool IsShared => false;

    public override bool Exists => File.Exists(file);

    internal override Backups.RecordTables Tables { get; } = new SqliteRecordTables();

    internal override long Size => File.Exists(file) ? new FileInfo(file).Length : 0;

    public override Db Open() => _pool.CreateDbContext();

    internal override void Make(Action<Db> fill)
    {
        DurableFile.MakeFolder(Path.GetDirectoryName(file)!);
        using var held = Hold();
        var half = file + ".new";
        // Of one that was begun and failed nothing is left: neither its file nor its log.
        foreach (var left in (string[])[half, half + "-wal", half + "-shm"]) File.Delete(left);
        try
        {
            if (template is not null) File.Copy(template, half);
            using var db = new SqliteDb(SqliteDb.On(half));
            // A copy of an empty record has the schema already.
            if (template is null || db.Database.GetPendingMigrations().Any()) db.Database.Migrate();
            if (template is not null && db.Head.Any()) throw new RefusedException($"{template} holds a record already.");
            fill(db);
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        finally
        {
            SqliteDb.Close(half);
        }

        DurableFile.MoveIn(half, file);
    }

    internal override void Rebuild(string? schema, Action<System.Data.Common.DbConnection> fill, Action then)
    {
        using (var db = new SqliteDb(SqliteDb.On(file))) db.GetService<IMigrator>().Migrate(schema);
        SqliteDb.Close(file);
        using (var at = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            at.Open();
            fill(at);
        }

        then();
    }

    internal override string BringUp(Backups.Upgrade upgrade) => SqliteUpgrade.Of(file, this, upgrade);

    internal override void SweepUpgrade() => SqliteUpgrade.Sweep(file);

    internal override IDisposable Hold()
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException && Refusal(wrong) is not null)
        {
            throw new RefusedException(Refusal(wrong)!, wrong);
        }
    }

    // The system tells by a number: "would block" of Linux and of macOS, and the two of Windows; then "read-only" of both.
    /// <summary>Why the file cannot be had alone, and what to do; null where it is something else, such as a full disk.</summary>
    internal string? Refusal(Exception wrong) => wrong switch
    {
        IOException when wrong.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021) => $"{file} is in use by another cairn process. Stop it first: one process writes a district.",
        UnauthorizedAccessException => $"{Path.GetDirectoryName(file)} cannot be written by this user. Give this user the folder and every file in it, or start cairn as the user that they belong to.",
        IOException when wrong.HResult is 30 or unchecked((int)0x80070013) => $"{Path.GetDirectoryName(file)} is on a disk that is read-only. Mount it so that it can be written, or name another folder with --data.",
        _ => null,
    };

    internal override HeadRow LockHead(Db db) => Head.On(db)(db).Single();

    // SQLite's own checkpoint after a commit tells nobody where the disk fails it: ours does.
    internal override void AfterCommit(Db db)
    {
        try
        {
            if (Checkpoint(db, "NOOP") is var (log, done) && log >= LongLog && done < log) Checkpoint(db, "PASSIVE");
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == SqliteFull)
        {
            // No room for it in the file: it stays in the log, and the next commit that finds no room says so.
        }
    }

    internal override bool IsOfDisk(Exception wrong)
    {
        for (var one = wrong; one is not null; one = one.InnerException)
            // The shared index of the log is no part of the record: that it cannot grow says that the disk is full.
            if (one is SqliteException { SqliteErrorCode: SqliteIoError, SqliteExtendedErrorCode: not SqliteIoErrorOfIndex }) return true;
        return false;
    }

    private static (long Log, long Done) Checkpoint(Db db, string how)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({how})";
        using var answer = command.ExecuteReader();
        answer.Read();
        return (answer.GetInt64(1), answer.GetInt64(2));
    }

    internal override void Store(Db db, IReadOnlyList<object> facts) => SqliteInsert.Facts(db, facts);

    internal override void Insert<T>(Db db, IEnumerable<T> rows) => SqliteInsert.Into(db, rows);

    internal override RowReader Reader(System.Data.Common.DbDataReader rows) => new SqliteReader(rows);

    internal override object Stored(Guid id) => id.ToByteArray(bigEndian: true);

    // Pages that split before a row was deleted may hold a copy of it in what they do not use: only a file that is written anew does not.
    internal override void WriteOver(Db db)
    {
        db.Database.ExecuteSqlRaw("VACUUM");
        db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    internal override IEnumerable<CheckupFinding> Check(Func<string, string> ask, int facts)
    {
        var whole = ask("PRAGMA quick_check(1)");
        yield return new CheckupFinding("database", whole == "ok", whole, "restore the newest backup: the file is damaged");
        if (whole != "ok") yield break;
        var astray = ask("SELECT count(*) FROM pragma_foreign_key_check");
        yield return new CheckupFinding("references", astray == "0", $"{astray} rows point at nothing", "restore the newest backup: rows were removed from outside");
        var settings = $"{ask("PRAGMA journal_mode")}, synchronous={ask("PRAGMA synchronous")}, foreign_keys={ask("PRAGMA foreign_keys")}";
        yield return new CheckupFinding("durability", settings == "wal, synchronous=2, foreign_keys=1", settings, "use a local disk: write-ahead logging does not work on a network folder");
        var guards = ask("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND (name LIKE '%\\_no\\_update' ESCAPE '\\' OR name LIKE '%\\_no\\_delete' ESCAPE '\\')");
        yield return new CheckupFinding("facts", guards == (facts * 2).ToString(CultureInfo.InvariantCulture), $"{guards} of {facts * 2} guards against change stand", "run cairn migrate, or restore the newest backup: somebody removed a guard");
    }

    internal override List<string> Applied(Db db)
    {
        try
        {
            List<string> applied = [.. db.Database.GetAppliedMigrations()];
            // A district is made with its schema: a file without one is somebody else's, or empty.
            return applied.Count > 0 ? applied : throw new RefusedException($"{file} holds no record. Restore it from a backup.");
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode is 26 or 11)
        {
            throw new RefusedException($"{file} is not a readable database. Restore it from a backup.", wrong);
        }
    }

    public override void Dispose() => SqliteDb.Close(file);
}
