using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>Who is signed in, and how.</summary>
/// <param name="Actor">As whom they act.</param>
/// <param name="Account">Their account; empty in a demonstration, for a badge and for a mentor's link.</param>
/// <param name="Id">The session's number, which may be shown; empty in a demonstration.</param>
internal sealed record Session(Actor Actor, Guid Account, Guid Id)
{
    /// <summary>When it ends at the latest, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>When they last proved who they are, UTC; null where they never did.</summary>
    public DateTime? ProvedAt { get; init; }

    /// <summary>By what they signed in, words with spaces between.</summary>
    public string Methods { get; init; } = "";

    /// <summary>Do they have to set up a second factor before anything else is open to them?</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>The device that an educator opened, where the session runs on one.</summary>
    public Guid? OpenedDevice { get; init; }

    /// <summary>Do others use the device too? Then its browser keeps no page.</summary>
    public bool IsShared { get; init; }
}

/// <summary>What a session begins with.</summary>
/// <param name="Actor">As whom they act.</param>
/// <param name="Account">Their account; empty for none.</param>
/// <param name="Methods">By what they signed in, words with spaces between, such as "password totp".</param>
/// <param name="Stamp">The account's security stamp; empty where there is no account.</param>
internal sealed record SessionStart(Actor Actor, Guid Account, string Methods, string Stamp)
{
    /// <summary>Have they just proved who they are by all that is asked of them?</summary>
    public bool IsProved { get; init; }

    /// <summary>Is the device shared with others? Then it is short.</summary>
    public bool IsShared { get; init; }

    /// <summary>The device in words.</summary>
    public string Device { get; init; } = "";

    /// <summary>The device that an educator opened; null for an ordinary one.</summary>
    public Guid? OpenedDevice { get; init; }

    /// <summary>When it ends at the latest, where that is earlier than usual.</summary>
    public DateTime? Until { get; init; }
}
