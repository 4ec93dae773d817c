namespace Cairn.Learning.Projects;

/// <summary>The public showing of a project: when, where and for whom. Who looks at it stands in <see cref="Panelist"/>.</summary>
public sealed class Exhibition(ProjectId project, DateTime at, string place, string audience)
{
    /// <summary>Of which project; it has one at most.</summary>
    public ProjectId Project { get; private set; } = project;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = Instant.Utc(at);

    /// <summary>Where, in words.</summary>
    public string Place { get; private set; } = place;

    /// <summary>For whom, in words.</summary>
    public string Audience { get; private set; } = audience;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Plans it anew.</summary>
    public void Plan(DateTime at, string place, string audience)
    {
        (At, Place, Audience) = (Instant.Utc(at), place, audience);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Place, Audience) = ("", "");
        Version++;
    }
}

/// <summary>
/// Somebody who is asked to look at an exhibition and say what they saw: an educator, or a guest from outside. A guest has no account: their
/// link binds one device, once, and works until a moment. What they say advises; it is no judgment.
/// </summary>
public sealed class Panelist(PanelistId id, ProjectId project, string name, EducatorId? educator, DateTime invitedAt)
{
    /// <summary>Their id.</summary>
    public PanelistId Id { get; private set; } = id;

    /// <summary>At which project's exhibition.</summary>
    public ProjectId Project { get; private set; } = project;

    /// <summary>What they are called.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Which educator; null for a guest.</summary>
    public EducatorId? Educator { get; private set; } = educator;

    /// <summary>When they were asked, UTC.</summary>
    public DateTime InvitedAt { get; private set; } = Instant.Utc(invitedAt);

    /// <summary>SHA-256 of the secret in a guest's link, 32 bytes; empty once a device is bound, and for educators.</summary>
    public byte[] LinkHash { get; private set; } = [];

    /// <summary>SHA-256 of the secret that the bound device carries, 32 bytes; empty before.</summary>
    public byte[] DeviceHash { get; private set; } = [];

    /// <summary>Until when link and device work, UTC; null for educators.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>When the invitation was taken back, UTC; null while it stands.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Is it a guest from outside?</summary>
    public bool IsGuest => Educator is null;

    /// <summary>May they say something at a moment?</summary>
    public bool IsOpenAt(DateTime moment) => EndedAt is null && (Until is null || Until > moment);

    /// <summary>A guest gets a link; one they had before works no more, and neither does its device.</summary>
    public void Link(byte[] hash, DateTime until)
    {
        if (!IsGuest) throw new InvalidOperationException("An educator signs in.");
        (LinkHash, DeviceHash, Until, EndedAt) = (hash, [], Instant.Utc(until), null);
        Version++;
    }

    /// <summary>The link is used up, and the device that used it is the guest's from now on.</summary>
    public void Bind(byte[] device, DateTime at)
    {
        if (LinkHash.Length == 0 || !IsOpenAt(at)) throw new InvalidOperationException("The link works no more.");
        (LinkHash, DeviceHash) = ([], device);
        Version++;
    }

    /// <summary>The invitation is taken back; what was said stays.</summary>
    public void End(DateTime at)
    {
        (LinkHash, DeviceHash, EndedAt) = ([], [], EndedAt ?? Instant.Utc(at));
        Version++;
    }
}

/// <summary>What a panelist saw of one learner in one competency: it advises, and an educator may make a judgment of it.</summary>
/// <param name="Panelist">Who saw it.</param>
/// <param name="Learner">Of whom.</param>
/// <param name="Competency">What.</param>
/// <param name="Level">The level they tapped, two decimals at most; null where they only wrote.</param>
/// <param name="Comment">What they wrote; empty for nothing.</param>
/// <param name="At">When, UTC.</param>
public sealed record PanelRating(PanelistId Panelist, LearnerId Learner, CompetencyId Competency, decimal? Level, string Comment, DateTime At);
