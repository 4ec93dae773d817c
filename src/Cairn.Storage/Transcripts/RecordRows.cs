using System.Security.Cryptography;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What an issued record says of itself to whoever has its code, and nothing of whom it is about.</summary>
/// <param name="Record">The record.</param>
/// <param name="State">How it stands.</param>
/// <param name="Newer">The code of the one that took its place; empty for none.</param>
public sealed record CheckedRecord(FrozenRecord Record, RecordState State, string Newer);

/// <summary>A record as it is about to be issued: what its file has to name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Code">Its code.</param>
/// <param name="At">When, UTC.</param>
public sealed record Issuing(FrozenRecordId Id, int Edition, string Code, DateTime At);

/// <summary>What came of a wish to issue a record.</summary>
public enum Issued
{
    /// <summary>It was issued.</summary>
    Done = 1,

    /// <summary>It is not for whoever asks.</summary>
    NotThere = 2,

    /// <summary>The record was frozen at graduation: an erratum is needed.</summary>
    IsClosed = 3,

    /// <summary>Another edition was issued since the page was read.</summary>
    Overtaken = 4,
}

/// <summary>Official records as they were issued: written once, read by whoever sees the record, and looked up by code by anybody.</summary>
public static class RecordRows
{
    /// <summary>What was issued to a learner and how it stands; nothing where the asker may not see the record.</summary>
    public static IssuedRecords Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? Read(db, learner) : IssuedRecords.From([], []);
    }

    /// <summary>The bytes of an issued record of a learner; null where there is none for the asker, or its words were erased.</summary>
    public static byte[]? BytesOf(Db db, Scope scope, LearnerId learner, FrozenRecordId record)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) && db.FrozenRecords.Any(one => one.Id == record && one.Learner == learner) ? Bytes(db, record) : null;
    }

    /// <summary>The record with a code, whoever asks: without a learner's name. Null where there is none.</summary>
    public static CheckedRecord? ByCode(Db db, string code)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.FrozenRecords.AsNoTracking().FirstOrDefault(one => one.Code == code) is not { } record) return null;
        var all = Read(db, record.Learner);
        var newer = all.All.Select(one => one.Record).FirstOrDefault(one => one.InsteadOf == record.Id);
        return new(record, all.StateOf(record.Id)!.Value, newer?.Code ?? "");
    }

    /// <summary>Codes of all records that were taken back or corrected, in order: the list that a check without a connection reads.</summary>
    public static IReadOnlyList<(string Code, RecordState State)> NotInForce(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var withdrawn = (from erratum in db.Errata.AsNoTracking()
                         where erratum.State == ErratumState.Approved
                         join record in db.FrozenRecords.AsNoTracking() on erratum.Record equals record.Id
                         select new { record.Code, erratum.IsWithdrawal }).ToList();
        return [.. withdrawn.GroupBy(one => one.Code).Select(some => (some.Key, some.Any(one => one.IsWithdrawal) ? RecordState.Withdrawn : RecordState.Corrected)).OrderBy(one => one.Key, StringComparer.Ordinal)];
    }

    /// <summary>Issues a record: it is made in this turn from what holds in it, and never changes again.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who issues, in this turn.</param>
    /// <param name="learner">Whose record.</param>
    /// <param name="why">Why.</param>
    /// <param name="seen">How many editions there were when the page was read.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="make">Makes the file.</param>
    public static (Issued Outcome, FrozenRecord? Record) Issue(WriteTurn turn, Scope scope, LearnerId learner, IssuedFor why, int seen, DateOnly today, Func<Issuing, byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.MayWrite || !scope.May(learner, Rights.Certify)) return (Issued.NotThere, null);
        var before = Read(turn.Db, learner);
        if (before.IsClosed) return (Issued.IsClosed, null);
        return before.All.Count != seen ? (Issued.Overtaken, null) : (Issued.Done, Add(turn, new PersonId(scope.Actor.Person), learner, why, null, today, make));
    }

    /// <summary>Is a learner's record closed: was it issued at graduation?</summary>
    internal static bool IsClosed(Db db, LearnerId learner) => Read(db, learner).IsClosed;

    /// <summary>Writes an edition down, for whoever was asked before whether it may be.</summary>
    internal static FrozenRecord Add(WriteTurn turn, PersonId by, LearnerId learner, IssuedFor why, FrozenRecordId? insteadOf, DateOnly today, Func<Issuing, byte[]> make, FrozenRecordId? id = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        var (db, at) = (turn.Db, turn.Next());
        var edition = db.FrozenRecords.Where(one => one.Learner == learner).Select(one => one.Edition).ToList().DefaultIfEmpty(0).Max() + 1;
        var about = new Issuing(id ?? new FrozenRecordId(Guid.CreateVersion7()), edition, FreeCode(db), at);
        var bytes = make(about);
        var record = new FrozenRecord(about.Id, learner, edition, why, about.Code, Convert.ToHexStringLower(SHA256.HashData(bytes)), today, by, at) { InsteadOf = insteadOf };
        db.Add(record);
        db.Add(new FrozenBytes(record.Id, bytes));
        db.SaveChanges();
        return record;
    }

    internal static IssuedRecords Read(Db db, LearnerId learner) => IssuedRecords.From(
        db.FrozenRecords.AsNoTracking().Where(one => one.Learner == learner).ToList(), db.Errata.AsNoTracking().Where(one => one.Learner == learner).ToList());

    internal static byte[]? Bytes(Db db, FrozenRecordId record) => db.FrozenBytes.AsNoTracking().FirstOrDefault(one => one.Record == record)?.Bytes;

    private static string FreeCode(Db db)
    {
        while (true)
        {
            var code = RecordCode.Of(RandomNumberGenerator.GetBytes(RecordCode.Bytes));
            if (!db.FrozenRecords.Any(one => one.Code == code)) return code;
        }
    }
}
