namespace Cairn.Learning.Transcripts;

/// <summary>What of a transcript is shared.</summary>
public enum ShareFormat
{
    /// <summary>The mastery transcript.</summary>
    Mastery = 1,

    /// <summary>The one by courses.</summary>
    Courses = 2,

    /// <summary>Both.</summary>
    Both = 3,
}

/// <summary>Why a transcript may leave the house. Source: 34 CFR 99.30 and 99.31.</summary>
public enum ReleaseBasis
{
    /// <summary>Whoever holds the rights shares it themselves: a guardian, or the learner of age.</summary>
    OwnWish = 1,

    /// <summary>Whoever holds the rights permitted it, and the permission stands in the record (99.30).</summary>
    Consent = 2,

    /// <summary>Another school, where the learner seeks or intends to enroll (99.31(a)(2)).</summary>
    Enrollment = 3,

    /// <summary>A court's order or a subpoena (99.31(a)(9)).</summary>
    Order = 4,

    /// <summary>Aid that the learner applied for (99.31(a)(4)).</summary>
    Aid = 5,
}

/// <summary>A transcript that is shared by a link: a thing that ends on its day, or earlier where somebody takes it back.</summary>
public sealed class TranscriptShare(TranscriptShareId id, LearnerId learner, string tokenHash, string toWhom, ShareFormat format, ReleaseBasis basis, PersonId by, DateTime madeAt, DateTime until)
{
    /// <summary>The longest that a link lives, in days.</summary>
    public const int MostDays = 366;

    /// <summary>Its id.</summary>
    public TranscriptShareId Id { get; private set; } = id;

    /// <summary>Whose transcript.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>SHA-256 of the link's secret, 64 small hexadecimal digits: the secret itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = tokenHash;

    /// <summary>To whom, in the words of who shared it.</summary>
    public string ToWhom { get; private set; } = toWhom;

    /// <summary>What is shared.</summary>
    public ShareFormat Format { get; private set; } = format;

    /// <summary>Why it may be.</summary>
    public ReleaseBasis Basis { get; private set; } = basis;

    /// <summary>More of the basis, such as the number of an order; empty for none.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>Are the works that the learner chose shown with it?</summary>
    public bool ShowsWorks { get; private set; } = true;

    /// <summary>Is the birth date shown?</summary>
    public bool ShowsBirth { get; private set; }

    /// <summary>The issued record that is shown; null for what holds on the day it is opened.</summary>
    public FrozenRecordId? Record { get; private set; }

    /// <summary>Who shared it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; private set; } = madeAt;

    /// <summary>Until when it opens, UTC.</summary>
    public DateTime Until { get; private set; } = until;

    /// <summary>When it was taken back, UTC; null while it was not.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Who took it back; null while nobody did.</summary>
    public PersonId? RevokedBy { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Says what is shown, as it is stored first.</summary>
    public TranscriptShare Shows(bool works, bool birth, FrozenRecordId? record, string ground)
    {
        (ShowsWorks, ShowsBirth, Record, Ground) = (works, birth, record, ground);
        return this;
    }

    /// <summary>Does it open at a moment?</summary>
    public bool OpensAt(DateTime moment) => RevokedAt is null && moment < Until;

    /// <summary>Takes it back. Throws <see cref="InvalidOperationException"/> where it was taken back already.</summary>
    public void Revoke(PersonId by, DateTime at)
    {
        if (RevokedAt is not null) throw new InvalidOperationException("It was taken back already.");
        (RevokedAt, RevokedBy, Version) = (Instant.Utc(at), by, Version + 1);
    }

    /// <summary>Takes its words out, and closes it.</summary>
    public void Erase(DateTime at) => (ToWhom, Ground, RevokedAt, Version) = ("", "", RevokedAt ?? Instant.Utc(at), Version + 1);
}

/// <summary>From what kind of device something was opened.</summary>
public enum OpenedFrom
{
    /// <summary>Nobody can tell.</summary>
    Unknown = 0,

    /// <summary>A computer.</summary>
    Computer = 1,

    /// <summary>A phone or a tablet.</summary>
    Phone = 2,

    /// <summary>A program, such as one that scans letters.</summary>
    Program = 3,
}

/// <summary>That somebody opened what was shared: a fact.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose transcript.</param>
/// <param name="Share">By which link.</param>
/// <param name="From">From what kind of device.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record TranscriptOpening(TranscriptOpeningId Id, LearnerId Learner, TranscriptShareId Share, OpenedFrom From, DateTime RecordedAt);

/// <summary>Who may let a transcript leave the house, and on which ground: the one place that says it. Source: 34 CFR 99.5, 99.30, 99.31.</summary>
public static class Releasing
{
    /// <summary>May it be released?</summary>
    /// <param name="basis">The ground that is given.</param>
    /// <param name="ground">More of it, in words: an order's number, the school, the aid.</param>
    /// <param name="holdsRights">Does who releases hold the rights over the record: a guardian, or the learner of age?</param>
    /// <param name="mayCertify">Does who releases keep the official record of this learner?</param>
    /// <param name="isPermitted">Does a permission to release the record stand in it?</param>
    public static bool May(ReleaseBasis basis, string ground, bool holdsRights, bool mayCertify, bool isPermitted) => basis switch
    {
        ReleaseBasis.OwnWish => holdsRights,
        ReleaseBasis.Consent => mayCertify && isPermitted,
        ReleaseBasis.Enrollment or ReleaseBasis.Order or ReleaseBasis.Aid => mayCertify && !string.IsNullOrWhiteSpace(ground),
        _ => false,
    };
}
