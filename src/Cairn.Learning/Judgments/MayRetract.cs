namespace Cairn.Learning.Judgments;

/// <summary>Why somebody cannot take a fact out of force.</summary>
public enum RetractFault
{
    /// <summary>They can.</summary>
    None = 0,

    /// <summary>It is out of force already.</summary>
    Again = 1,

    /// <summary>Somebody else said it, or judged it too.</summary>
    NotTheirs = 2,

    /// <summary>Something that was awarded stands on it: the award has to be withdrawn first.</summary>
    SupportsAward = 3,
}

/// <summary>Who may take a fact out of force: who said it, while nothing that was awarded stands on it. What several said about belongs to none of them.</summary>
public static class MayRetract
{
    /// <summary>What is wrong with a retraction; the first that applies.</summary>
    /// <param name="by">Who would retract.</param>
    /// <param name="saidBy">Everybody who said it: the judge of a judgment, the author of an override, all judges of a piece of evidence whose judgments are in force. Empty where nobody said anything about it yet.</param>
    /// <param name="isRetracted">Is it out of force already?</param>
    /// <param name="supportsAward">Does a credit, a diploma or an award stand on it?</param>
    public static RetractFault FaultOf(PersonId by, IEnumerable<PersonId> saidBy, bool isRetracted, bool supportsAward)
    {
        ArgumentNullException.ThrowIfNull(saidBy);
        if (isRetracted) return RetractFault.Again;
        if (saidBy.Any(one => one != by)) return RetractFault.NotTheirs;
        return supportsAward ? RetractFault.SupportsAward : RetractFault.None;
    }
}
