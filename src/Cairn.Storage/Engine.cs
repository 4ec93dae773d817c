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

    /// <summary>How every row of the record is read, and put into a new one.</summary>
    internal abstract Backups.RecordTables Tables { get; }

    /// <summary>How many bytes the database takes on its disk.</summary>
    internal abstract long Size { get; }

    /// <summary>A context from the pool.</summary>
    public abstract Db Open();

    /// <summary>A context for the writer, which never waits for those who wait for it.</summary>
    internal virtual Db OpenToWrite() => Open();

    /// <summary>Makes the database and fills it: whole, or not at all.</summary>
    /// <param name="fill">What goes in once the schema stands.</param>
    internal abstract void Make(Action<Db> fill);

    /// <summary>Makes the database in a schema of a migration, and fills its empty tables: whole, or not at all.</summary>
    /// <param name="schema">The migration; the newest where null.</param>
    /// <param name="fill">Puts the rows in.</param>
    /// <param name="then">Looks at what was made, and brings it up to date.</param>
    internal abstract void Rebuild(string? schema, Action<System.Data.Common.DbConnection> fill, Action then);

    /// <summary>Brings a record to this cairn's schema: in a place beside or in one transaction, so that until the end the old one is there.</summary>
    /// <param name="upgrade">What is to be done, and who is told of each step.</param>
    /// <returns>Where the copy is that was kept.</returns>
    internal abstract string BringUp(Backups.Upgrade upgrade);

    /// <summary>Takes away what a stopped upgrade left beside.</summary>
    internal abstract void SweepUpgrade();

    /// <summary>Holds the district for writing against other processes; null where the engine lets several write.</summary>
    internal abstract IDisposable? Hold();

    /// <summary>The head row, read so that no other writer goes on until this transaction ends.</summary>
    internal abstract HeadRow LockHead(Db db);

    /// <summary>What the engine has to do once a transaction of the writer is durable; throws where the disk fails it.</summary>
    internal abstract void AfterCommit(Db db);

    /// <summary>Says to other processes, with a transaction of the writer, whom it touched; where there are none it is silent.</summary>
    internal virtual void Announce(Db db, Live.Touched touched, Guid node)
    {
    }

    /// <summary>Hears what other processes say, until it is told to stop.</summary>
    /// <param name="node">This process.</param>
    /// <param name="newest">Reads how far the head row is.</param>
    /// <param name="tell">Told of what others touched.</param>
    /// <param name="stop">Stops it.</param>
    internal virtual Task Hear(Guid node, Func<long> newest, Action<Live.Touched> tell, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Did the disk fail, so that it is not known what it holds? A full disk is no such failure: it takes nothing, and says so.</summary>
    internal abstract bool IsOfDisk(Exception wrong);

    /// <summary>Inserts many rows by the engine's fastest way.</summary>
    internal abstract void Insert<T>(Db db, IEnumerable<T> rows)
        where T : class;

    /// <summary>Stores a few facts that the journal was told of, and keeps none of them in mind.</summary>
    /// <param name="db">The writer's context, in its transaction.</param>
    /// <param name="facts">The facts, in an order in which none refers to a later one.</param>
    internal virtual void Store(Db db, IReadOnlyList<object> facts)
    {
        db.AddRange(facts);
        db.SaveChanges();
        // Thousands of tracked rows would be looked at again at each save of the turn.
        foreach (var one in facts) db.Entry(one).State = Microsoft.EntityFrameworkCore.EntityState.Detached;
    }

    /// <summary>Stores entries of the journal with what belongs to them: where they are few, in as few steps as the engine can.</summary>
    internal virtual void Append(Db db, IReadOnlyList<Journal.Occasion> occasions, IReadOnlyList<Journal.JournalEntry> entries, IReadOnlyList<Journal.JournalPayload> payloads)
    {
        Insert(db, occasions);
        Insert(db, entries);
        if (payloads.Count > 0) Insert(db, payloads);
    }

    /// <summary>Reads fields as this engine stores them.</summary>
    internal abstract RowReader Reader(System.Data.Common.DbDataReader rows);

    /// <summary>An id as this engine stores it.</summary>
    internal abstract object Stored(Guid id);

    /// <summary>Writes over what deleted rows left behind in the engine's own files; throws where somebody else is at work in it.</summary>
    internal abstract void WriteOver(Db db);

    /// <summary>What this engine's checkup looks at.</summary>
    internal abstract IEnumerable<CheckupFinding> Check(Func<string, string> ask, int facts);

    /// <summary>The applied migrations. Refuses a database that holds no record or cannot be read.</summary>
    internal abstract List<string> Applied(Db db);

    /// <summary>Closes the pooled connections.</summary>
    public abstract void Dispose();
}
