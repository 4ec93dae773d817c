using Cairn.Learning.Policies;

namespace Cairn.App.Features.Diplomas;

/// <summary>What a requirement looks like: an icon, a word, and how strong.</summary>
/// <param name="Icon">The icon.</param>
/// <param name="Look">The variant of the mark.</param>
/// <param name="Text">The word.</param>
public sealed record AuditMark(string Icon, string Look, string Text);

/// <summary>What a requirement is met by, or could be: a line that opens to its evidence.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="More">How much, and when.</param>
/// <param name="Href">Where the evidence is; null where there is no page of it for the reader.</param>
public sealed record AuditProof(string Name, string More, string? Href)
{
    /// <summary>Is the name the district's own, in the language that it writes in?</summary>
    public bool IsOwn { get; init; }

    /// <summary>The achievement's id; empty for what is not in the record.</summary>
    public string Id { get; init; } = "";
}

/// <summary>What is missing of a requirement, and how it can close.</summary>
/// <param name="Why">Why it is a gap.</param>
/// <param name="Missing">What could be shown, each with where the learner is in it.</param>
/// <param name="Fastest">The fastest legal way, step by step.</param>
/// <param name="Others">Other ways.</param>
/// <param name="Who">Who can close it.</param>
/// <param name="By">By when; empty where no day is set.</param>
public sealed record AuditGap(string Why, IReadOnlyList<AuditProof> Missing, IReadOnlyList<string> Fastest, IReadOnlyList<string> Others, string Who, string By)
{
    /// <summary>What whoever reads may do about it.</summary>
    public IReadOnlyList<AuditProof> Acts { get; init; } = [];
}

/// <summary>A requirement as a row of the tree.</summary>
/// <param name="Node">The requirement.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Amount">How much it asks; empty where once is enough.</param>
/// <param name="Mark">How it stands.</param>
public sealed record AuditNode(Requirement Node, string Name, string Amount, AuditMark Mark)
{
    /// <summary>The rows below it that count.</summary>
    public IReadOnlyList<AuditNode> Below { get; init; } = [];

    /// <summary>Branches that could be taken in the place of those that count.</summary>
    public IReadOnlyList<AuditNode> OtherWays { get; init; } = [];

    /// <summary>What it is met by.</summary>
    public IReadOnlyList<AuditProof> Proofs { get; init; } = [];

    /// <summary>What is missing; null where nothing is.</summary>
    public AuditGap? Gap { get; init; }

    /// <summary>What counts, in words; empty where the name says it.</summary>
    public string Counts { get; init; } = "";

    /// <summary>Does it begin open?</summary>
    public bool IsOpen { get; init; }

    /// <summary>Is there anything to open?</summary>
    public bool HasMore => Below.Count + OtherWays.Count + Proofs.Count > 0 || Gap is not null || Counts.Length > 0;
}
