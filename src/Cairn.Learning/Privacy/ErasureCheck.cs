using Cairn.Learning.People;

namespace Cairn.Learning.Privacy;

/// <summary>What stands in the way of an erasure.</summary>
public enum ErasureHindrance
{
    /// <summary>The learner is here: only words and files of evidence may go.</summary>
    StillHere = 1,

    /// <summary>The schedule says that the part is kept longer.</summary>
    KeptLonger = 2,

    /// <summary>A legal hold is on the record.</summary>
    LegalHold = 3,

    /// <summary>A request for amendment is open (34 CFR 99.10(e): nothing is destroyed while one is).</summary>
    OpenAmendment = 4,
}

/// <summary>One thing that stands in the way.</summary>
/// <param name="Why">What.</param>
/// <param name="Part">Of which part; null of all.</param>
/// <param name="FirstDay">The first day on which it no longer does, where that is known.</param>
/// <param name="Basis">The law or policy, where there is one; empty otherwise.</param>
public readonly record struct ErasureBlock(ErasureHindrance Why, RetainedPart? Part, DateOnly? FirstDay, string Basis);

/// <summary>Whether parts of what is held about a learner may be erased on a day.</summary>
public static class ErasureCheck
{
    /// <summary>Everything that stands in the way; nothing where the parts may go.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="parts">Which parts.</param>
    /// <param name="schedule">For how long parts are kept; a part that is not in it has no end, and goes only where people agree.</param>
    /// <param name="hasHold">Does a legal hold hold?</param>
    /// <param name="hasOpenAmendment">Does a request for amendment wait for its decision?</param>
    /// <param name="left">The day on which the learner left; null while here.</param>
    /// <param name="today">The district's day.</param>
    public static IReadOnlyList<ErasureBlock> Of(
        Learner learner, IReadOnlyCollection<RetainedPart> parts, IEnumerable<Retention> schedule, bool hasHold, bool hasOpenAmendment, DateOnly? left, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(parts);
        var blocks = new List<ErasureBlock>();
        if (hasHold) blocks.Add(new ErasureBlock(ErasureHindrance.LegalHold, null, null, ""));
        if (hasOpenAmendment) blocks.Add(new ErasureBlock(ErasureHindrance.OpenAmendment, null, null, ""));
        foreach (var part in parts.Order())
        {
            if (left is null && part != RetainedPart.Work) blocks.Add(new ErasureBlock(ErasureHindrance.StillHere, part, null, ""));
            foreach (var kept in schedule.Where(one => one.Part == part && left is not null))
                if (kept.EndsAfter(left!.Value) > today) blocks.Add(new ErasureBlock(ErasureHindrance.KeptLonger, part, kept.EndsAfter(left.Value), kept.Basis));
        }

        return blocks;
    }

    /// <summary>The parts that the schedule lets go on a day, of a learner who left on a day.</summary>
    /// <param name="schedule">For how long parts are kept.</param>
    /// <param name="left">The day on which the learner left.</param>
    /// <param name="today">The district's day.</param>
    public static IReadOnlyList<RetainedPart> Due(IEnumerable<Retention> schedule, DateOnly left, DateOnly today) =>
        [.. schedule.Where(one => one.EndsAfter(left) <= today).Select(one => one.Part).Order()];

    /// <summary>Do words name the learner? What outlives an erasure, such as its reason, may not.</summary>
    /// <param name="learner">Who.</param>
    /// <param name="words">The words.</param>
    public static bool Names(Learner learner, string words)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(words);
        return ((string[])[learner.Username, learner.GivenName, learner.FamilyName, learner.PreferredName]).Any(one => one.Length > 1 && HasWord(words, one));
    }

    private static bool HasWord(string words, string wanted)
    {
        for (var at = words.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + wanted.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end == words.Length || !char.IsLetterOrDigit(words[end]))) return true;
        }

        return false;
    }
}
