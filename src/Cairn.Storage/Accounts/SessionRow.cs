namespace Cairn.Storage.Accounts;

/// <summary>Somebody who is signed in on a device. Of its token only the hash is kept.</summary>
public sealed class SessionRow(byte[] tokenHash, Guid account, ActorKind kind, Guid person, DateTime beganAt, DateTime expiresAt)
{
    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    public byte[] TokenHash { get; private set; } = tokenHash;

    /// <summary>Whose; empty for a badge, which has no account.</summary>
    public Guid Account { get; private set; } = account;

    /// <summary>In what relation they act.</summary>
    public ActorKind Kind { get; private set; } = kind;

    /// <summary>As whom.</summary>
    public Guid Person { get; private set; } = person;

    /// <summary>A number that may be shown and named, unlike the token.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When it began, UTC.</summary>
    public DateTime BeganAt { get; private set; } = beganAt;

    /// <summary>When it ends at the latest, UTC.</summary>
    public DateTime ExpiresAt { get; set; } = expiresAt;

    /// <summary>When something was last asked in it, UTC, to a few minutes.</summary>
    public DateTime LastSeenAt { get; set; } = beganAt;

    /// <summary>When it was ended, UTC; null while it goes on.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>When its owner last proved who they are with a strong factor, UTC; null where they have not.</summary>
    public DateTime? ProvedAt { get; set; }

    /// <summary>By what they signed in, such as "passkey" or "password totp".</summary>
    public string Methods { get; set; } = "";

    /// <summary>The account's security stamp when it began; empty for a badge.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>The device in words, such as "Firefox on Windows".</summary>
    public string Device { get; set; } = "";

    /// <summary>The group whose opened device it runs on; null for an ordinary session.</summary>
    public Guid? OpenedDevice { get; set; }

    /// <summary>Until when somebody else acts in this session, in the person's name, UTC; null where nobody does.</summary>
    public DateTime? ImpersonatedUntil { get; set; }

    /// <summary>Who does; empty where nobody does.</summary>
    public Guid ImpersonatedBy { get; set; }
}

/// <summary>A code that works once: an invitation, a guardian's claim, a new password, a confirmed address, a mentor's link.</summary>
public sealed class OneTimeCode(Guid id, string purpose, byte[] codeHash, DateTime createdAt, DateTime expiresAt)
{
    /// <summary>Its id, which may stand in addresses.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What it is for, such as "invite", "claim", "reset", "confirm", "mentor", "setup".</summary>
    public string Purpose { get; private set; } = purpose;

    /// <summary>SHA-256 of the code, 32 bytes.</summary>
    public byte[] CodeHash { get; private set; } = codeHash;

    /// <summary>The account it is for; empty where it makes one.</summary>
    public Guid Account { get; set; }

    /// <summary>In what relation whoever uses it will stand.</summary>
    public ActorKind Kind { get; set; }

    /// <summary>The person it is for; empty where none is yet.</summary>
    public Guid Person { get; set; }

    /// <summary>The learner it speaks of; empty for none.</summary>
    public Guid Learner { get; set; }

    /// <summary>The address it was sent to; empty where it was handed over.</summary>
    public string Email { get; set; } = "";

    /// <summary>Who made it.</summary>
    public Guid By { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when it works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; } = expiresAt;

    /// <summary>When it was used or taken back, UTC; null while it works.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>How often a wrong code was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
}
