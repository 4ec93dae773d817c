using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>Mistakes in issued records: told by one person who keeps the official record, decided by another.</summary>
public static class ErratumRows
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>A learner's errata, newest first, for whoever keeps their official record or whose record it is; none for anybody else.</summary>
    public static IReadOnlyList<Erratum> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.Certify) && !(scope.Actor.Kind is ActorKind.Learner or ActorKind.Guardian && scope.May(learner, Rights.SeeRecord)) ? []
            : [.. db.Errata.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.AskedAt)];
    }

    /// <summary>Tells of a mistake; null where it is not for whoever asks, the record is none that holds, or somebody told of one that still waits.</summary>
    public static Erratum? Ask(WriteTurn turn, Scope scope, LearnerId learner, FrozenRecordId record, bool isWithdrawal, string text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var db = turn.Db;
        if (!scope.Actor.MayWrite || !scope.May(learner, Rights.Certify) || RecordRows.Read(db, learner).StateOf(record) is not (RecordState.InForce or RecordState.Older)) return null;
        if (db.Errata.Any(one => one.Record == record && one.State == ErratumState.Asked)) return null;
        var erratum = new Erratum(new ErratumId(Guid.CreateVersion7()), learner, record, isWithdrawal, text, new PersonId(scope.Actor.Person), turn.Now);
        db.Add(erratum);
        db.SaveChanges();
        return erratum;
    }

    /// <summary>Decides. What is approved is done in the same turn: a new edition takes the record's place, or the record is taken back.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who decides, in this turn.</param>
    /// <param name="learner">Whose record.</param>
    /// <param name="id">Which erratum.</param>
    /// <param name="seen">The version that was read.</param>
    /// <param name="isApproved">Approved? Else refused.</param>
    /// <param name="words">Why.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="make">Makes the new edition's file.</param>
    public static Changed Decide(WriteTurn turn, Scope scope, LearnerId learner, ErratumId id, int seen, bool isApproved, string words, DateOnly today, Func<Issuing, byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.MayWrite || !scope.May(learner, Rights.Certify) || turn.Db.Errata.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } erratum) return Changed.NotThere;
        if (erratum.Version != seen) return Changed.Overtaken;
        var by = new PersonId(scope.Actor.Person);
        // Asked here, before an edition is made that nobody wants.
        if (erratum.State != ErratumState.Asked || erratum.AskedBy == by) return Changed.TooLate;
        // It may have been taken back meanwhile, with the diploma: nothing takes its place then.
        if (isApproved && RecordRows.Read(turn.Db, learner).StateOf(erratum.Record) == RecordState.Withdrawn) return Changed.TooLate;
        return Changing.Do(turn, () =>
        {
            if (!isApproved) erratum.Refuse(by, words, turn.Now);
            else erratum.Approve(by, words, erratum.IsWithdrawal ? null : RecordRows.Add(turn, by, learner, IssuedFor.Correction, erratum.Record, today, make).Id, turn.Now);
        });
    }

    /// <summary>Takes back every record that was issued to a learner from a moment on, because what it tells was withdrawn by two people: they stand for each erratum too.</summary>
    internal static void TakeBack(WriteTurn turn, LearnerId learner, DateTime since, PersonId askedBy, DateTime askedAt, PersonId by, string words)
    {
        foreach (var (record, _) in RecordRows.Read(turn.Db, learner).All.Where(one => one.State != RecordState.Withdrawn && one.Record.RecordedAt >= since))
        {
            var erratum = new Erratum(new ErratumId(Guid.CreateVersion7()), learner, record.Id, true, words, askedBy, askedAt);
            erratum.Approve(by, words, null, turn.Now);
            turn.Db.Add(erratum);
        }
    }
}
