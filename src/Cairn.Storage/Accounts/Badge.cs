using Cairn.Learning;

namespace Cairn.Storage.Accounts;

/// <summary>How the youngest sign in: a printed code or a row of pictures, on a device that their teacher opened, in class hours.</summary>
public sealed class Badge(Guid id, LearnerId learner, byte[] secretHash, DateTime createdAt)
{
    /// <summary>The badge's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>SHA-256 of the printed code, 32 bytes.</summary>
    public byte[] SecretHash { get; private set; } = secretHash;

    /// <summary>The slow hash of the pictures; empty where none are chosen.</summary>
    public string PicturesHash { get; set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was ended, UTC; null while it works.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>A device that an educator opened for the badges of a group.</summary>
public sealed class OpenedDevice(Guid id, byte[] tokenHash, GroupId group, EducatorId by, DateTime openedAt, DateTime until)
{
    /// <summary>The device's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>SHA-256 of the token that the device holds, 32 bytes.</summary>
    public byte[] TokenHash { get; private set; } = tokenHash;

    /// <summary>For whom.</summary>
    public GroupId Group { get; private set; } = group;

    /// <summary>Who opened it.</summary>
    public EducatorId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime OpenedAt { get; private set; } = openedAt;

    /// <summary>Until when, UTC.</summary>
    public DateTime Until { get; private set; } = until;

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>When a group meets: badges work in these hours.</summary>
/// <param name="Group">The group.</param>
/// <param name="Day">The day of the week.</param>
/// <param name="From">Its first minute of the day, 0 to 1,439, on the district's clock.</param>
/// <param name="Until">The minute it ends at, up to 1,440.</param>
public sealed record GroupHours(GroupId Group, DayOfWeek Day, int From, int Until);

/// <summary>Another system that asks by token.</summary>
public sealed class ApiClient(Guid id, string name, byte[] tokenHash, string scopes, DateTime createdAt, DateTime expiresAt)
{
    /// <summary>The client's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = name;

    /// <summary>SHA-256 of its token, 32 bytes.</summary>
    public byte[] TokenHash { get; set; } = tokenHash;

    /// <summary>What it may do, words with spaces between, such as "roster.read judgments.write".</summary>
    public string Scopes { get; set; } = scopes;

    /// <summary>The school it is for; null for the whole district.</summary>
    public OrganizationId? School { get; set; }

    /// <summary>Who made it.</summary>
    public Guid By { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when its token works, UTC.</summary>
    public DateTime ExpiresAt { get; set; } = expiresAt;

    /// <summary>When it was taken back, UTC; null while it works.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>When it last asked, UTC, to a day: each note is an entry of the journal.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>The answer to a write that came with an Idempotency-Key, kept so that the same question gets the same bytes.</summary>
/// <param name="Client">Who asked.</param>
/// <param name="Key">The key.</param>
/// <param name="Asked">SHA-256 of method, path and body, 32 bytes.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Answer">Its bytes.</param>
/// <param name="At">When it was given, UTC.</param>
public sealed record KeptAnswer(Guid Client, string Key, byte[] Asked, int Status, string ContentType, byte[] Answer, DateTime At);
