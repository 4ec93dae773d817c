namespace Cairn.Learning.Policies;

/// <summary>What can be odd about a policy that is written well.</summary>
public enum PolicyIssueKind
{
    /// <summary>It can never be met, whatever a learner shows.</summary>
    NeverMet,

    /// <summary>It asks something that another node, which counts at the same time, forbids.</summary>
    Contradicts,

    /// <summary>A fact never chooses it.</summary>
    NeverChosen,

    /// <summary>Whoever meets it meets another branch already.</summary>
    NeverNeeded,

    /// <summary>It asks nothing: everybody meets it.</summary>
    AlwaysMet,

    /// <summary>One achievement may count here and there, because they do not compete in one pool.</summary>
    CountsTwice,

    /// <summary>No other leaf names its pool: nothing competes in it.</summary>
    PoolOfOne,

    /// <summary>It competes with a leaf whose unit is another.</summary>
    OtherUnit,

    /// <summary>Another node has the same name.</summary>
    SameName,

    /// <summary>A field or a kind of achievement is nearly one that is known: perhaps it is misspelt, and then nothing has it.</summary>
    LooksMisspelt,
}

/// <summary>Something odd about a policy. None of it stops an audit.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">The node.</param>
/// <param name="Other">The other node that it is about; empty for none.</param>
/// <param name="Detail">The word that it is about, and what it is nearly: a field, a pool, a name; empty for none.</param>
public sealed record PolicyIssue(PolicyIssueKind Kind, string Path, string Other = "", string Detail = "")
{
    /// <summary>Is it a mistake in all likelihood, and not only something to know?</summary>
    public bool IsMistake => Kind is PolicyIssueKind.NeverMet or PolicyIssueKind.Contradicts or PolicyIssueKind.NeverChosen or PolicyIssueKind.NeverNeeded or PolicyIssueKind.OtherUnit or PolicyIssueKind.LooksMisspelt;
}

/// <summary>A fact that a policy asks about a learner.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNeeded">Is something closed where it is not known? Else another branch is taken, or nothing matches.</param>
/// <param name="Paths">The nodes that ask for it.</param>
public sealed record PolicyFact(string Name, bool IsNeeded, IReadOnlyList<string> Paths);
