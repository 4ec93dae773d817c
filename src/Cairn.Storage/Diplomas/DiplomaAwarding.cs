using System.Security.Cryptography;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Plans;
using Cairn.Storage.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Diplomas;

/// <summary>Why a diploma was not awarded.</summary>
public enum DiplomaFault
{
    /// <summary>It was.</summary>
    None = 0,

    /// <summary>It is not for whoever wants it.</summary>
    NotFound = 1,

    /// <summary>Something is missing.</summary>
    NotMet = 2,

    /// <summary>It was awarded already.</summary>
    AlreadyAwarded = 3,

    /// <summary>It rests on a waiver, and no second person stands for it.</summary>
    NeedsSecond = 4,

    /// <summary>The audit is another than the one that was looked at.</summary>
    MovedOn = 5,
}

/// <summary>Awards diplomas by what the record says in the turn, and withdraws one that was a mistake when two people want it.</summary>
public static class DiplomaAwarding
{
    /// <summary>Awards, and closes the official record: the edition of graduation is issued in the same turn, and says that the diploma was awarded. The audit is made
    /// again in the turn, from what is stored then. Where the record was closed before, nothing is issued.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">To whom.</param>
    /// <param name="read">Reads the learner's file over the turn's database.</param>
    /// <param name="audit">Audits a file, and gives the audit as text; null where the learner is under no rules.</param>
    /// <param name="seen">SHA-256 of the audit's text that whoever awards had before them.</param>
    /// <param name="day">The day, in the district.</param>
    /// <param name="make">Makes the file of the official record.</param>
    public static (DiplomaFault Fault, DiplomaAward? Award) Award(
        WriteTurn turn, Scope scope, LearnerId learner, Func<DiplomaFile?> read, Func<DiplomaFile, (DiplomaAudit Audit, string Text)?> audit, string seen, DateOnly day, Func<Issuing, byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(make);
        if (!scope.May(learner, Rights.Certify) || read() is not { } file || audit(file) is not var (concluded, text)) return (DiplomaFault.NotFound, null);
        if (file.Awarded is not null) return (DiplomaFault.AlreadyAwarded, null);
        if (!concluded.IsMet) return (DiplomaFault.NotMet, null);
        var hash = HashOf(text);
        if (!string.Equals(hash, seen, StringComparison.Ordinal)) return (DiplomaFault.MovedOn, null);
        var by = new PersonId(scope.Actor.Person);
        List<Waiver> waivers = [.. file.Holdings.Waivers.Where(one => one.State == WaiverState.Approved && one.Plan == concluded.Plan.Code)];
        var second = DiplomaAward.SecondOf(by, waivers);
        if (waivers.Count > 0 && second is null) return (DiplomaFault.NeedsSecond, null);
        // Known before it is issued: the award names the record, and the record tells of the award.
        FrozenRecordId? frozen = RecordRows.IsClosed(turn.Db, learner) ? null : new FrozenRecordId(Guid.CreateVersion7());
        var award = new DiplomaAward(new DiplomaAwardId(Guid.CreateVersion7()), learner, concluded.Plan.Id, day, by, turn.Next()) { RulesHash = concluded.Plan.Hash, AuditHash = hash, SecondBy = second, Frozen = frozen };
        turn.Db.Add(award);
        turn.Db.SaveChanges();
        turn.Db.Add(new DiplomaAwardText(award.Id, concluded.Plan.Title, text));
        turn.Db.SaveChanges();
        if (frozen is not null) RecordRows.Add(turn, by, learner, IssuedFor.Graduation, null, day, make, frozen);
        return (DiplomaFault.None, award);
    }

    /// <summary>SHA-256 of an audit's text as UTF-8, 64 small hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Asks that a diploma be withdrawn, or asks again after it was refused.</summary>
    public static RowChange AskWithdrawal(WriteTurn turn, Scope scope, LearnerId learner, DiplomaAwardId award, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Certify) || !turn.Db.DiplomaAwards.Any(one => one.Id == award && one.Learner == learner)) return RowChange.NotFound;
        var by = new PersonId(scope.Actor.Person);
        var found = turn.Db.DiplomaWithdrawals.FirstOrDefault(one => one.Award == award);
        if (found is null) turn.Db.Add(new DiplomaWithdrawal(award, learner, reason, by, turn.Now));
        else if (found.State != WithdrawalState.Refused) return RowChange.MovedOn;
        else found.AskAgain(reason, by, turn.Now);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }

    /// <summary>A second person decides whether a diploma is withdrawn. Every record that was issued with it or since, and so tells of it, is taken back in the same turn.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="award">Which diploma.</param>
    /// <param name="seen">The version of the wish that whoever decides had before them.</param>
    /// <param name="isWithdrawn">Is it withdrawn? Else it stands.</param>
    /// <param name="words">What is said of each record that is taken back. The family reads it, and so not the wish's own words.</param>
    public static RowChange DecideWithdrawal(WriteTurn turn, Scope scope, LearnerId learner, DiplomaAwardId award, int seen, bool isWithdrawn, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Certify) || turn.Db.DiplomaWithdrawals.FirstOrDefault(one => one.Award == award && one.Learner == learner) is not { } found) return RowChange.NotFound;
        if (found.Version != seen || found.State != WithdrawalState.Asked) return RowChange.MovedOn;
        if (found.AskedBy == new PersonId(scope.Actor.Person)) return RowChange.NotFound;
        found.Decide(isWithdrawn, new PersonId(scope.Actor.Person), turn.Now);
        if (isWithdrawn) ErratumRows.TakeBack(turn, learner, turn.Db.DiplomaAwards.AsNoTracking().Single(one => one.Id == award).RecordedAt, found.AskedBy, found.AskedAt, new PersonId(scope.Actor.Person), words);
        turn.Db.SaveChanges();
        return RowChange.Done;
    }
}
