namespace Cairn.Learning.Credits;

/// <summary>Why a part does not count yet.</summary>
public enum PartFault
{
    /// <summary>It counts.</summary>
    None = 0,

    /// <summary>Nothing was shown of it.</summary>
    NotBegun = 1,

    /// <summary>Not all the evidence is in.</summary>
    NotComplete = 2,

    /// <summary>The evidence is in, and is below the line.</summary>
    BelowLine = 3,
}

/// <summary>What is missing before credit is earned.</summary>
public enum CreditGapKind
{
    /// <summary>A part that has to be shown; <see cref="CreditGap.Part"/> says which.</summary>
    Part = 1,

    /// <summary>Points: so many are there, and so many are needed.</summary>
    Points = 2,

    /// <summary>There is no exam.</summary>
    Exam = 3,

    /// <summary>The exam is below the least score.</summary>
    ExamBelow = 4,

    /// <summary>Some of the panel have not voted.</summary>
    Votes = 5,

    /// <summary>The panel voted, and no majority is at the line or above.</summary>
    Majority = 6,

    /// <summary>The educator of record has to judge the whole.</summary>
    Person = 7,

    /// <summary>The policy is not in use.</summary>
    Ended = 8,
}

/// <summary>One thing that is missing.</summary>
/// <param name="Kind">What.</param>
/// <param name="Part">Which part; null where it is none.</param>
/// <param name="Has">How much is there: points, a score, votes.</param>
/// <param name="Needs">How much is needed.</param>
public sealed record CreditGap(CreditGapKind Kind, CreditPart? Part = null, decimal Has = 0, decimal Needs = 0);

/// <summary>One part of a policy with how the learner stands in it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Standing">How the learner stands; null where nothing was shown.</param>
/// <param name="Why">Why it does not count; none where it does.</param>
public sealed record CreditLine(CreditPart Part, PartStanding? Standing, PartFault Why)
{
    /// <summary>Does it count?</summary>
    public bool IsShown => Why == PartFault.None;
}

/// <summary>
/// Whether credit is earned by a policy, how much, and what is missing: a conclusion. The same policy and evidence give the same one, whenever and however often.
/// It says nothing of what was awarded before; <see cref="CreditOverlap"/> does.
/// </summary>
public sealed partial record CreditDecision
{
    private CreditDecision(CreditPolicy policy, IReadOnlyList<CreditLine> lines) => (Policy, Lines) = (policy, lines);

    /// <summary>By which version of what policy.</summary>
    public CreditPolicy Policy { get; }

    /// <summary>Its parts, in order, each with how the learner stands in it.</summary>
    public IReadOnlyList<CreditLine> Lines { get; }

    /// <summary>Is all of it earned?</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Is anything earned that may be awarded: the whole, or shares where the policy posts parts or parts were asked for?</summary>
    public bool IsEarned => Hundredths > 0;

    /// <summary>How much may be awarded now, in hundredths of a credit: all of it, or the shares that were shown; 0 for nothing.</summary>
    public int Hundredths { get; private init; }

    /// <summary>The shares that were shown, in hundredths of a credit, whether they may be awarded or not: how far it is under way. What a panel or a person judges
    /// as a whole is not under way by its parts: another policy of the same parts is.</summary>
    public int ShownHundredths => IsWhole ? Policy.Hundredths : Policy.Method is CreditMethod.ExamAndArtifact or CreditMethod.JudgedWhole ? 0 : Lines.Where(one => one.IsShown).Sum(one => one.Part.Hundredths);

    /// <summary>The mean of the levels it is earned for, two decimals, half away from zero; null where there is none.</summary>
    public decimal? Level { get; private init; }

    /// <summary>The day the last of what was needed was shown; null where nothing is earned or no day is known.</summary>
    public DateOnly? EarnedOn { get; private init; }

    /// <summary>Points of Proficient parts.</summary>
    public decimal Points { get; private init; }

    /// <summary>What is missing before all of it is earned, in the order of the parts; empty where it is.</summary>
    public IReadOnlyList<CreditGap> Missing { get; private init; } = [];

    /// <summary>The parts that may be awarded now, each with its share of <see cref="Hundredths"/>; they add up to it where there is one.</summary>
    public IReadOnlyList<AwardedShare> Shares { get; private init; } = [];
}

/// <summary>What one part has of an award.</summary>
/// <param name="Line">The part.</param>
/// <param name="Hundredths">Its share of the award, in hundredths of a credit, 0 or more.</param>
public sealed record AwardedShare(CreditLine Line, int Hundredths);
