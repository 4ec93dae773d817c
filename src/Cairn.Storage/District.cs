using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Cairn.Storage;

/// <summary>
/// One district: a database of its own, a pool of contexts, one writer. A second process that would write the same
/// database is refused; readers are welcome.
/// </summary>
public sealed class District : IAsyncDisposable
{
    /// <summary>The name of a district's database file.</summary>
    public const string FileName = "record.db";

    private readonly PooledDbContextFactory<SqliteDb> _pool;
    private readonly FileStream? _lock;
    private readonly Lazy<Writer> _writer;
    private IReadOnlyList<FrameworkInForce>? _frameworks;

    private District(string name, string file, FileStream? held, TimeProvider clock)
    {
        (Name, DatabaseFile, _lock) = (name, file, held);
        _pool = new PooledDbContextFactory<SqliteDb>(SqliteDb.On(file), 64);
        _writer = new Lazy<Writer>(() => held is null
            ? throw new InvalidOperationException("This district was opened to read.") : new Writer(this, clock));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its database file.</summary>
    public string DatabaseFile { get; }

    /// <summary>The writer: there is one a district.</summary>
    public Writer Writer => _writer.Value;

    /// <summary>The frameworks in force, read once and again after a change.</summary>
    public IReadOnlyList<FrameworkInForce> Frameworks
    {
        get
        {
            if (_frameworks is { } known) return known;
            using var db = Open();
            return _frameworks = FrameworkInForce.ReadAll(db);
        }
    }

    /// <summary>Opens a district.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">The district.</param>
    /// <param name="toWrite">To write? Then no other process may.</param>
    /// <param name="clock">The clock that facts are recorded by.</param>
    /// <param name="isMigrating">Is it opened to bring its schema up to date?</param>
    public static District OpenExisting(DataFolder folder, string name, bool toWrite, TimeProvider clock, bool isMigrating = false)
    {
        var file = System.IO.Path.Combine(folder.FolderOf(name), FileName);
        var district = new District(name, file, toWrite ? Hold(file) : null, clock);
        try
        {
            if (!isMigrating) Schema.Check(district);
            return district;
        }
        catch
        {
            district._lock?.Dispose();
            throw;
        }
    }

    /// <summary>Makes a district with an empty record: whole, or not at all.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">The district's short name.</param>
    /// <param name="title">Its name as people write it.</param>
    /// <param name="timeZone">IANA name of the zone its days begin in.</param>
    public static void Create(DataFolder folder, string name, string title, string timeZone)
    {
        if (!DataFolder.IsName(name)) throw new RefusedException($"'{name}' cannot name a district: use lower-case letters, digits and hyphens.");
        var file = System.IO.Path.Combine(Directory.CreateDirectory(folder.FolderOf(name)).FullName, FileName);
        if (File.Exists(file)) throw new RefusedException($"There is a district {name} already.");
        using var held = Hold(file);
        var half = file + ".new";
        File.Delete(half);
        using (var db = new SqliteDb(SqliteDb.On(half)))
        {
            db.Database.Migrate();
            db.Add(new Organization(new OrganizationId(NamedId.Of("district", name)), OrganizationKind.District, title, timeZone));
            db.Add(new HeadRow());
            db.SaveChanges();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteDb.Close(half);
        File.Move(half, file);
    }

    /// <summary>A context from the pool; its PRAGMAs are set on every open.</summary>
    public Db Open() => _pool.CreateDbContext();

    /// <summary>Forgets what was read of the frameworks, after a change.</summary>
    public void Forget() => _frameworks = null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
        SqliteDb.Close(DatabaseFile);
        _lock?.Dispose();
    }

    private static FileStream Hold(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new RefusedException($"{file} is in use by another cairn process. Stop it first: one process writes a district.", taken);
        }
    }
}
