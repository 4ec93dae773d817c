using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Cairn.Learning;
using Cairn.Learning.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cairn.Storage.Journal;

/// <summary>
/// Writes the journal within one transaction of the writer: every row that comes, changes or goes becomes a leaf, whoever stores it.
/// The number of a leaf is known here only, because the head is held.
/// </summary>
internal sealed class JournalPen(Engine engine, Db db, HeadRow head, DateTime now)
{
    /// <summary>Entries that are kept in memory before they are stored.</summary>
    private const int Most = 4096;

    private readonly TreeEdge _edge = head.Edge();
    private readonly ArrayBufferWriter<byte> _row = new(512), _leaf = new(512);
    private readonly List<JournalEntry> _entries = [];
    private readonly List<JournalPayload> _payloads = [];
    private readonly List<Occasion> _occasions = [];
    private readonly HashSet<object> _written = new(ReferenceEqualityComparer.Instance);
    private readonly byte[] _salts = new byte[SaltedLeaf.SaltLength * 64];
    private int _salt = 64;
    private Occasion? _occasion;
    private long _lastOccasion = head.Occasion;

    /// <summary>Who acts in what is written from now on.</summary>
    public Acting Acting
    {
        get;
        set
        {
            if (field != value) _occasion = null;
            field = value;
        }
    } = Acting.System;

    /// <summary>Whose records it wrote of.</summary>
    public Live.Touched Touched { get; } = new();

    /// <summary>Did anybody write anything?</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Does it write down that rows change, and not what they were and are? While somebody is erased: what is erased must not be
    /// told by its own erasure.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Writes down that what may be erased of an entry went.</summary>
    /// <param name="index">The entry.</param>
    /// <param name="kind">The kind of row whose words went.</param>
    /// <param name="learner">Whose; null for nobody's.</param>
    public void Erased(long index, int kind, LearnerId? learner) => Append(JournalAct.Erased, kind, ErasedLeaf.Row(index), learner, null, [], isSealed: false, null);

    /// <summary>Writes a row down as it stands, without what it was: where the entries that vouched for it are erased.</summary>
    public void Attest(object row)
    {
        var (number, way) = JournalKinds.Of(row.GetType())!.Value;
        Write(JournalAct.Changed, number, way, RowBytes.Of(db, row.GetType()), row, []);
    }

    /// <summary>Writes down a row that came.</summary>
    public void Added(object row)
    {
        if (JournalKinds.Of(row.GetType()) is not { } kind || kind.Way == JournalWay.Told) return;
        Write(JournalAct.Added, kind.Number, kind.Way, RowBytes.Of(db, row.GetType()), row, []);
    }

    /// <summary>Writes down rows as they are stored one after the other.</summary>
    public IEnumerable<T> Adding<T>(IEnumerable<T> rows)
        where T : class
    {
        if (JournalKinds.Of(typeof(T)) is not { Way: not (JournalWay.Draft or JournalWay.Told) } kind) return rows;
        var bytes = RowBytes.Of(db, typeof(T));
        return rows.Select(row =>
        {
            Write(JournalAct.Added, kind.Number, kind.Way, bytes, row, []);
            return row;
        });
    }

    /// <summary>Marks rows as written down already, before they are tracked.</summary>
    public void Wrote(object row) => _written.Add(row);

    /// <summary>Writes down what the change tracker holds, before it is saved.</summary>
    public void Take(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        foreach (var entry in tracker.Entries().Where(one => one.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (JournalKinds.Of(entry.Metadata.ClrType) is not { Way: not JournalWay.Told } kind || _written.Contains(entry.Entity)) continue;
            var bytes = RowBytes.Of(db, entry.Metadata.ClrType);
            byte[] Words() => IsQuiet ? [] : JournalWords.Of(entry, Acting.Why, kind.Way == JournalWay.Thing ? row => Digest(bytes, row) : null);
            switch (entry.State)
            {
                case EntityState.Added: Write(JournalAct.Added, kind.Number, kind.Way, bytes, entry.Entity, []); break;
                case EntityState.Deleted: Write(JournalAct.Removed, kind.Number, kind.Way, bytes, entry.Entity, Words()); break;
                default: Write(JournalAct.Changed, kind.Number, kind.Way, bytes, entry.Entity, Words()); break;
            }
        }

        _written.Clear();
    }

    /// <summary>Writes down what no row says.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="row">The row it was done to, where there is one.</param>
    /// <param name="learner">Whose record it touches.</param>
    /// <param name="words">What there is to say of it, sealed; null for nothing.</param>
    public void Tell(JournalAct act, (Type Type, Guid Id)? row, LearnerId? learner, object? words)
    {
        var kind = row is { } one ? (JournalKinds.Of(one.Type) ?? throw new ArgumentException($"The journal does not hold {one.Type.Name}.", nameof(row))).Number : 0;
        var said = words is null && Acting.Why.Length == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(new { said = words, why = Acting.Why.Length == 0 ? null : Acting.Why }, JournalWords.Json);
        Append(act, kind, row?.Id ?? Guid.Empty, learner, null, said, isSealed: true, null);
    }

    /// <summary>Writes down that a record was looked at, or left the house. There is nothing to seal: all of it is in the occasion.</summary>
    public void Disclosed(JournalAct act, LearnerId learner) => Append(act, 0, Guid.Empty, learner, null, [], isSealed: false, null);

    /// <summary>Stores what was written, and moves the head's edge.</summary>
    public void Flush()
    {
        if (_entries.Count == 0) return;
        engine.Append(db, _occasions, _entries, _payloads);
        _occasions.Clear();
        _entries.Clear();
        _payloads.Clear();
        head.Journal(_edge, _lastOccasion);
    }

    /// <summary>Stores what was written once it is much.</summary>
    public void FlushMuch()
    {
        if (_entries.Count >= Most) Flush();
    }

    private void Write(JournalAct act, int kind, JournalWay way, RowBytes bytes, object row, byte[] words)
    {
        var whose = bytes.LearnerOf(row);
        Touched.Add(whose, bytes.GroupOf(row));
        var learner = way == JournalWay.Fact || JournalKinds.IsNameless(kind) ? null : whose;
        var id = bytes.IdOf(row);
        // Of a row that went nothing is hashed: it may have gone because it must not be known any more.
        var digest = way == JournalWay.Draft || act == JournalAct.Removed ? (TreeHash?)null : Digest(bytes, row);
        switch (way)
        {
            case JournalWay.Fact: Append(act, kind, id, null, digest, [], isSealed: false, null); break;
            case JournalWay.Words: Append(act, kind, id, null, null, [], isSealed: digest is not null, digest); break;
            case JournalWay.Draft: Append(act, kind, id, learner, null, words, isSealed: words.Length > 0, null); break;
            default: Append(act, kind, id, learner, null, words, isSealed: true, null, digest); break;
        }
    }

    private TreeHash Digest(RowBytes bytes, object row)
    {
        _row.ResetWrittenCount();
        bytes.Write(_row, row);
        return LeafBytes.Digest(_row.WrittenSpan);
    }

    private void Append(JournalAct act, int kind, Guid id, LearnerId? learner, TreeHash? fact, byte[] words, bool isSealed, TreeHash? sealedRow, TreeHash? left = null)
    {
        var occasion = _occasion ??= Begin();
        var entry = new JournalEntry(_edge.Size, occasion.Id, act, kind, id, learner, new byte[TreeHash.Length]);
        var seal = LeafBytes.NoSeal;
        if (isSealed)
        {
            var salt = NewSalt();
            var payload = new JournalPayload(entry.Index, salt, left is { } row ? LeafBytes.RowHash(salt, row) : [], words);
            seal = LeafBytes.Seal(payload, sealedRow);
            _payloads.Add(payload);
        }

        var leaf = LeafBytes.Hash(entry, occasion, seal, fact, _leaf);
        leaf.CopyTo(entry.Leaf);
        _edge.Append(leaf);
        _entries.Add(entry);
    }

    private Occasion Begin()
    {
        HasWritten = true;
        var occasion = new Occasion(++_lastOccasion, now, Acting.Kind, Acting.Person, Acting.Account, Acting.OnBehalfOf, Acting.Purpose, Acting.Where, Acting.From);
        _occasions.Add(occasion);
        return occasion;
    }

    // Many at once: each call of the system for randomness costs as much as a leaf.
    private byte[] NewSalt()
    {
        if (_salt == 64)
        {
            RandomNumberGenerator.Fill(_salts);
            _salt = 0;
        }

        return _salts.AsSpan(_salt++ * SaltedLeaf.SaltLength, SaltedLeaf.SaltLength).ToArray();
    }
}
