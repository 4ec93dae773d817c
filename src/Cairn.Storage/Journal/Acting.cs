namespace Cairn.Storage.Journal;

/// <summary>Who acts, why and from where: what the journal says of everything that is done in one go.</summary>
/// <param name="Kind">In what relation they act.</param>
/// <param name="Person">The person; empty for the command line and for jobs.</param>
/// <param name="Where">The door they came through: a route, a verb or a job. Never an address with an id in it.</param>
public sealed record Acting(ActorKind Kind, Guid Person, string Where)
{
    /// <summary>What nobody asked for: a job that a clock started.</summary>
    public static Acting System { get; } = new(ActorKind.System, Guid.Empty, "");

    /// <summary>The command line of the machine.</summary>
    public static Acting Operator { get; } = new(ActorKind.Operator, Guid.Empty, "command line");

    /// <summary>The account that was signed in; empty for none.</summary>
    public Guid Account { get; init; }

    /// <summary>For whom they act, where somebody acts in another's name; empty otherwise.</summary>
    public Guid OnBehalfOf { get; init; }

    /// <summary>The legitimate interest, in a word that can be counted, such as "advising"; empty where the relation says it.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The network address they came from; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>Why, in their own words; empty for none. It is sealed, and goes with an erasure.</summary>
    public string Why { get; init; } = "";
}
