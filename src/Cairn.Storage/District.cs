using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>
/// One district: a database of its own, a pool of contexts, one writer. A second process that would write the same file is
/// refused; on a server several may write, one transaction after the other. Readers are always welcome.
/// </summary>
public sealed class District : IAsyncDisposable
{
    /// <summary>The name of a district's database file.</summary>
    public const string FileName = "record.db";

    // On a server another process may have changed the frameworks: looked for again after this long.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly IDisposable? _lock;
    private readonly Lazy<Writer> _writer;
    private volatile Known? _known;

    private District(string name, Engine engine, bool toWrite, IDisposable? held, TimeProvider clock)
    {
        (Name, Engine, _lock, _clock) = (name, engine, held, clock);
        Touches = new Live.Touches(engine, NewestTurn);
        _writer = new Lazy<Writer>(() => toWrite ? new Writer(this, clock) : throw new InvalidOperationException("This district was opened to read."));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What its database runs on.</summary>
    public Engine Engine { get; }

    /// <summary>Where its database is, in words: a file, or a server and database.</summary>
    public string Where => Engine.Where;

    /// <summary>The writer: there is one a district and process.</summary>
    public Writer Writer => _writer.Value;

    /// <summary>Tells which records are touched, as it happens.</summary>
    public Live.Touches Touches { get; }

    /// <summary>Large grids that were read a moment ago.</summary>
    public Queries.KeptGrids Grids { get; } = new();

    /// <summary>The frameworks in force, read once and again after a change, or when a rule's day comes.</summary>
    public IReadOnlyList<FrameworkInForce> Frameworks => Now().Frameworks;

    /// <summary>The district's own words, as they are with <see cref="Frameworks"/>.</summary>
    public IReadOnlyList<Term> Terms => Now().Terms;

    /// <summary>Grows with every change of frameworks, rules, scales or terms.</summary>
    public int FrameworksNumber => Now().Number;

    /// <summary>Opens a district.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">The district.</param>
    /// <param name="toWrite">To write? Then no other process may write the same file.</param>
    /// <param name="clock">The clock that facts are recorded by.</param>
    /// <param name="isMigrating">Is it opened to bring its schema up to date?</param>
    public static District OpenExisting(DataFolder folder, string name, bool toWrite, TimeProvider clock, bool isMigrating = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var engine = folder.EngineOf(name);
        IDisposable? held = null;
        try
        {
            held = toWrite ? engine.Hold() : null;
            var district = new District(name, engine, toWrite, held, clock);
            if (!isMigrating) Schema.Check(district);
            return district;
        }
        catch
        {
            held?.Dispose();
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Makes a district with an empty record: whole, or not at all.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="name">The district's short name.</param>
    /// <param name="title">Its name as people write it.</param>
    /// <param name="timeZone">IANA name of the zone its days begin in.</param>
    /// <param name="connection">A connection to the PostgreSQL database it is made in; null for the installation's server, or a file.</param>
    /// <param name="acting">Who makes it; null for the command line.</param>
    public static void Create(DataFolder folder, string name, string title, string timeZone, string? connection = null, Acting? acting = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!DataFolder.IsName(name)) throw new RefusedException($"'{name}' cannot name a district: use lower-case letters, digits and hyphens.");
        if (folder.Districts.Contains(name, StringComparer.Ordinal)) throw new RefusedException($"There is a district {name} already.");
        var (engine, server) = folder.NewEngine(name, connection);
        using (engine)
            if (server is null) Make();
            else folder.Note(name, server, Make);

        void Make() => engine.Make(db =>
        {
            using var transaction = db.Database.BeginTransaction();
            db.Add(new Organization(new OrganizationId(NamedId.Of("district", name)), OrganizationKind.District, title, timeZone));
            var head = new HeadRow();
            db.Add(head);
            var pen = new JournalPen(engine, db, head, Instant.Utc(TimeProvider.System.GetUtcNow().UtcDateTime)) { Acting = acting ?? Acting.Operator };
            pen.Take(db.ChangeTracker);
            db.SaveChanges();
            pen.Flush();
            db.SaveChanges();
            transaction.Commit();
        });
    }

    /// <summary>A district in a database that nothing else knows of yet: one that is restored, or brought up to date beside the old one.</summary>
    internal static District Beside(string name, Engine engine, TimeProvider clock) => new(name, engine, toWrite: true, null, clock);

    /// <summary>A context from the pool.</summary>
    public Db Open() => Engine.Open();

    /// <summary>Forgets what was read of the frameworks, after a change.</summary>
    public void Forget() => _known = null;

    /// <summary>The frameworks as the writer's transaction sees them.</summary>
    internal IReadOnlyList<FrameworkInForce> FrameworksAt(Db db, HeadRow head)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        if (_known is { } known && known.Number == head.Frameworks && !(known.NextChange <= now)) return known.Frameworks;
        return FrameworkInForce.ReadAll(db, now);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
        await Touches.DisposeAsync();
        Grids.Dispose();
        Engine.Dispose();
        _lock?.Dispose();
    }

    private long NewestTurn()
    {
        using var db = Open();
        return db.Head.AsNoTracking().Select(one => one.Occasion).Single();
    }

    private Known Now()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        if (_known is { } known && !(known.NextChange <= now))
        {
            if (!Engine.IsShared || now - known.LookedAt < Trusted) return known;
            using var look = Open();
            if (look.Head.AsNoTracking().Single().Frameworks == known.Number) return _known = known with { LookedAt = now };
        }

        using var db = Open();
        var number = db.Head.AsNoTracking().Single().Frameworks;
        var frameworks = FrameworkInForce.ReadAll(db, now);
        return _known = new Known(number, frameworks, [.. db.Terms.AsNoTracking()], frameworks.Min(one => one.NextChange), now);
    }

    private sealed record Known(int Number, IReadOnlyList<FrameworkInForce> Frameworks, IReadOnlyList<Term> Terms, DateTime? NextChange, DateTime LookedAt);
}
