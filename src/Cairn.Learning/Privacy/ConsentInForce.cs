namespace Cairn.Learning.Privacy;

/// <summary>What holds of a permission.</summary>
public enum ConsentState
{
    /// <summary>Nobody who may answer has answered: it is not permitted, but to be named in directories, which the law permits until
    /// somebody opts out (34 CFR 99.37).</summary>
    NotAnswered = 0,

    /// <summary>It is given.</summary>
    Given = 1,

    /// <summary>It is refused, or was withdrawn.</summary>
    Refused = 2,

    /// <summary>It was given until a day that is past.</summary>
    Over = 3,
}

/// <summary>What holds of a permission on a day, and why.</summary>
/// <param name="State">What holds.</param>
/// <param name="Answers">The newest answer of everybody who may answer, by when; the answers that decide.</param>
/// <param name="IsDisputed">Does one say yes and another no? Then no holds.</param>
public sealed record ConsentInForce(ConsentState State, IReadOnlyList<Consent> Answers, bool IsDisputed)
{
    /// <summary>Is it permitted?</summary>
    /// <param name="purpose">For what.</param>
    public bool Permits(ConsentPurpose purpose) => State == ConsentState.Given || (State == ConsentState.NotAnswered && purpose == ConsentPurpose.Directory);

    /// <summary>What holds.</summary>
    /// <param name="all">The learner's answers, of all purposes.</param>
    /// <param name="purpose">For what it is asked.</param>
    /// <param name="evidence">About which piece; null for all.</param>
    /// <param name="artifact">About which artifact of it; null for all of them.</param>
    /// <param name="holders">Who may answer on the day: the guardians, or from 18 on the learner.</param>
    /// <param name="day">The district's day.</param>
    /// <remarks>What was said of the artifact counts before what was said of the piece, and that before what was said of everything.
    /// Of each person the newest answer counts; among several persons a refusal wins. An opt-out of directories that nobody who holds
    /// the right now has answered anew stands (34 CFR 99.37(b)).</remarks>
    public static ConsentInForce Of(IEnumerable<Consent> all, ConsentPurpose purpose, EvidenceId? evidence, int? artifact, IReadOnlySet<PersonId> holders, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(holders);
        var about = all.Where(one => one.Purpose == purpose && (one.Evidence is null || one.Evidence == evidence) && (one.Artifact is null || one.Artifact == artifact)).ToList();
        var by = about.FindAll(one => holders.Contains(one.By));
        if (by.Count == 0 && purpose == ConsentPurpose.Directory) by = about.FindAll(one => !one.IsGiven);
        if (by.Count == 0) return new ConsentInForce(ConsentState.NotAnswered, [], false);
        var narrowest = by.Max(Narrowness);
        List<Consent> newest = [.. by.Where(one => Narrowness(one) == narrowest).GroupBy(one => one.By).Select(some => some.MaxBy(one => one.RecordedAt)!).OrderBy(one => one.RecordedAt)];
        var (yes, no) = (newest.FindAll(one => one.IsGiven), newest.Exists(one => !one.IsGiven));
        var isOver = yes.Count > 0 && yes.TrueForAll(one => one.Until < day);
        return new ConsentInForce(no ? ConsentState.Refused : isOver ? ConsentState.Over : ConsentState.Given, newest, no && yes.Count > 0);
    }

    private static int Narrowness(Consent one) => one.Artifact is not null ? 2 : one.Evidence is not null ? 1 : 0;
}
