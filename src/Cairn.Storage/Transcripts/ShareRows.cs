using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Families;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What somebody wants to share.</summary>
/// <param name="ToWhom">To whom.</param>
/// <param name="Format">What.</param>
/// <param name="Basis">On which ground.</param>
/// <param name="Ground">More of it, in words.</param>
/// <param name="ShowsWorks">With the works the learner chose?</param>
/// <param name="ShowsBirth">With the birth date?</param>
/// <param name="Until">Until when it opens, UTC.</param>
public sealed record ShareWish(string ToWhom, ShareFormat Format, ReleaseBasis Basis, string Ground, bool ShowsWorks, bool ShowsBirth, DateTime Until);

/// <summary>What came of a wish to share.</summary>
public enum ShareOutcome
{
    /// <summary>It is shared.</summary>
    Done = 1,

    /// <summary>It is not for whoever asks.</summary>
    NotThere = 2,

    /// <summary>There is neither a permission nor another ground in law: the journal says that it was tried.</summary>
    NoGround = 3,

    /// <summary>So many links are open already.</summary>
    TooMany = 4,
}

/// <summary>A link with how often it was opened.</summary>
/// <param name="Share">The link.</param>
/// <param name="Openings">When it was opened, newest first.</param>
/// <param name="By">Who shared it, by name; empty where the asker may not know it.</param>
public sealed record ShareLine(TranscriptShare Share, IReadOnlyList<TranscriptOpening> Openings, string By);

/// <summary>Links to transcripts: made by whoever holds the rights over the record, or by who keeps the official record on a ground in law.</summary>
public static class ShareRows
{
    /// <summary>Links of one learner that may be open at a time.</summary>
    public const int MostOpen = 50;

    private const int MostOpenings = 5000;
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    /// <summary>May the asker see and end a learner's links: whose record it is, their guardians, and who keeps the official record?</summary>
    public static bool MaySee(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.Kind is ActorKind.Learner or ActorKind.Guardian ? scope.May(learner, Rights.SeeRecord) : scope.May(learner, Rights.Certify);
    }

    /// <summary>A learner's links, newest first; none for whom they are not.</summary>
    public static IReadOnlyList<ShareLine> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!MaySee(scope, learner)) return [];
        var shares = db.TranscriptShares.AsNoTracking().Where(one => one.Learner == learner).ToList();
        var openings = db.TranscriptOpenings.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.RecordedAt).ToLookup(one => one.Share);
        var names = PeopleNames.OfStaff(db, shares.Select(one => one.By.Value));
        return [.. shares.OrderByDescending(one => one.MadeAt).Select(one => new ShareLine(one, [.. openings[one.Id]], names.GetValueOrDefault(one.By.Value, "")))];
    }

    /// <summary>Makes a link. Without a ground nothing is shared, and the journal says who tried and on which ground.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="id">The link's id, made from its secret: what comes twice is made once.</param>
    /// <param name="scope">Who shares, in this turn.</param>
    /// <param name="learner">Whose transcript.</param>
    /// <param name="wish">What they want.</param>
    /// <param name="tokenHash">SHA-256 of the link's secret.</param>
    /// <param name="today">The district's day.</param>
    public static ShareOutcome Make(WriteTurn turn, TranscriptShareId id, Scope scope, LearnerId learner, ShareWish wish, string tokenHash, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(wish);
        var (db, actor) = (turn.Db, scope.Actor);
        if (!actor.MayWrite || !MaySee(scope, learner) || scope.Find(learner) is not { } found) return ShareOutcome.NotThere;
        var permitted = ConsentRows.InForce(db, found, ConsentPurpose.Release, null, null, today, turn.Now).Permits(ConsentPurpose.Release);
        if (!Releasing.May(wish.Basis, wish.Ground, RightsHolders.Has(db, actor, found, today, turn.Now), scope.May(learner, Rights.Certify), permitted))
        {
            turn.Tell(Journal.JournalAct.Refused, learner, new { because = "NoGroundToRelease", basis = wish.Basis.ToString() });
            return ShareOutcome.NoGround;
        }

        if (db.TranscriptShares.Any(one => one.Id == id && one.Learner == learner && one.TokenHash == tokenHash)) return ShareOutcome.Done;
        var now = turn.Now;
        if (db.TranscriptShares.Count(one => one.Learner == learner && one.RevokedAt == null && one.Until > now) >= MostOpen) return ShareOutcome.TooMany;
        var share = new TranscriptShare(id, learner, tokenHash, wish.ToWhom, wish.Format, wish.Basis, new PersonId(actor.Person), now, wish.Until)
            .Shows(wish.ShowsWorks, wish.ShowsBirth, RecordRows.Read(db, learner).InForce?.Id, wish.Ground);
        db.Add(share);
        turn.Disclosed(Journal.JournalAct.Exported, [learner]);
        db.SaveChanges();
        return ShareOutcome.Done;
    }

    /// <summary>Takes a link back: it opens no more from this moment on.</summary>
    public static Changed Revoke(WriteTurn turn, Scope scope, LearnerId learner, TranscriptShareId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.MayWrite || !MaySee(scope, learner) || turn.Db.TranscriptShares.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } share) return Changed.NotThere;
        return share.Version != seen ? Changed.Overtaken : Changing.Do(turn, () => share.Revoke(new PersonId(scope.Actor.Person), turn.Now));
    }

    /// <summary>The link with a secret, open or not, and whether it opens: not after its day, not once it was taken back, not where whoever holds the rights
    /// refused since then that the record be released, and not where somebody shared it by a right that is not theirs any more.</summary>
    public static (TranscriptShare Share, Learner Learner, bool Opens)? ByToken(Db db, string tokenHash, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.TranscriptShares.AsNoTracking().FirstOrDefault(one => one.TokenHash == tokenHash) is not { } share) return null;
        var learner = db.Learners.AsNoTracking().First(one => one.Id == share.Learner);
        return (share, learner, share.OpensAt(now) && StillMay(db, share, learner, today, now));
    }

    /// <summary>Writes down that a link was opened; several looks of one kind of device within some minutes are one.</summary>
    public static void Opened(WriteTurn turn, TranscriptShare share, OpenedFrom from)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(share);
        var (id, since) = (share.Id, turn.Now - OneLook);
        if (turn.Db.TranscriptOpenings.Any(one => one.Share == id && one.From == from && one.RecordedAt > since) || turn.Db.TranscriptOpenings.Count(one => one.Share == id) >= MostOpenings) return;
        turn.Db.Add(new TranscriptOpening(new TranscriptOpeningId(Guid.CreateVersion7()), share.Learner, id, from, turn.Next()));
        turn.Db.SaveChanges();
    }

    /// <summary>What is shown by a link that opens: the issued record it was made for, else null for what holds today.</summary>
    /// <remarks>Of a record that was corrected since then the correction is shown, and of one that was taken back nothing.</remarks>
    public static (FrozenRecord? Record, byte[]? Bytes, bool IsWithdrawn) ShownBy(Db db, TranscriptShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (share.Record is not { } id) return (null, null, false);
        var all = RecordRows.Read(db, share.Learner);
        var record = all.All.First(one => one.Record.Id == id);
        while (record.State == RecordState.Corrected) record = all.All.First(one => one.Record.InsteadOf == record.Record.Id);
        return record.State == RecordState.Withdrawn ? (record.Record, null, true) : (record.Record, RecordRows.Bytes(db, record.Record.Id), false);
    }

    private static bool StillMay(Db db, TranscriptShare share, Learner learner, DateOnly today, DateTime now)
    {
        var consent = ConsentRows.InForce(db, learner, ConsentPurpose.Release, null, null, today, now);
        return share.Basis switch
        {
            // Who has turned private shows nothing any more; a guardian's link ends with the guardian's right.
            ReleaseBasis.OwnWish => consent.State != ConsentState.Refused && RightsHolders.Of(db, learner, today, now).Contains(share.By),
            ReleaseBasis.Consent => consent.Permits(ConsentPurpose.Release),
            _ => true,
        };
    }
}
