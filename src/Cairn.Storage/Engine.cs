namespace Cairn.Storage;

/// <summary>What differs between the engines, for one district's database: opening, making, locking, bulk, copies and checks.</summary>
public abstract class Engine : IDisposable
{
    /// <summary>Where the database is, in words for people: a file, or a server and database. Never a password.</summary>
    public abstract string Where { get; }

    /// <summary>The engine's name: "sqlite" or "postgres".</summary>
    public abstract string Name { get; }

    /// <summary>May several processes write the district at once? Then another may have changed what this one keeps in memory.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Is there a database?</summary>
    public abstract bool Exists { get; }

    /// <summary>A context from the pool.</summary>
    public abstract Db Open();

    /// <summary>Makes the database and fills it: whole, or not at all.</summary>
    /// <param name="fill">What goes in once the schema stands.</param>
    internal abstract void Make(Action<Db> fill);

    /// <summary>Holds the district for writing against other processes; null where the engine lets several write.</summary>
    internal abstract IDisposable? Hold();

    /// <summary>The head row, read so that no other writer goes on until this transaction ends.</summary>
    internal abstract HeadRow LockHead(Db db);

    /// <summary>Inserts many rows by the engine's fastest way.</summary>
    internal abstract void Insert<T>(Db db, IEnumerable<T> rows)
        where T : class;

    /// <summary>Reads fields as this engine stores them.</summary>
    internal abstract RowReader Reader(System.Data.Common.DbDataReader rows);

    /// <summary>An id as this engine stores it.</summary>
    internal abstract object Stored(Guid id);

    /// <summary>Keeps a copy before a migration; null where the engine's own tools do that.</summary>
    internal abstract string? Copy(Db db, string migration);

    /// <summary>What this engine's checkup looks at.</summary>
    internal abstract IEnumerable<CheckupFinding> Check(Func<string, string> ask, int facts);

    /// <summary>The applied migrations. Refuses a database that holds no record or cannot be read.</summary>
    internal abstract List<string> Applied(Db db);

    /// <summary>Closes the pooled connections.</summary>
    public abstract void Dispose();
}
