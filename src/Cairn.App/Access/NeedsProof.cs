namespace Cairn.App.Access;

/// <summary>Stands beside a route that must not be done from a browser that was left open: whoever comes there has proved lately who
/// they are. The door of sign-in asks for it.</summary>
/// <param name="Minutes">Within how many minutes.</param>
internal sealed record NeedsProof(int Minutes)
{
    /// <summary>What a learner's whole record is handed out by, and what erases it.</summary>
    public static NeedsProof Lately { get; } = new(15);
}
