using Cairn.Learning.Scales;

namespace Cairn.Learning.Credits;

/// <summary>Why a line is proposed to be taken for something.</summary>
public enum ProposalReason
{
    /// <summary>Nothing here is like it: a person chooses.</summary>
    None = 0,

    /// <summary>Somebody said so for this code before.</summary>
    KnownCode = 1,

    /// <summary>Somebody said so for such words before.</summary>
    KnownWords = 2,

    /// <summary>A credit policy has the same course code.</summary>
    SameCode = 3,

    /// <summary>A credit policy has the same title.</summary>
    SameTitle = 4,

    /// <summary>All the words of a policy's title are in it.</summary>
    LikeTitle = 5,
}

/// <summary>A competency that a line would be taken for granted in.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Hundredths">Its share of the line's credit, in hundredths of a credit.</param>
/// <param name="Level">The level; null where the grade says none.</param>
public sealed record ProposedPart(CompetencyId Competency, int? Stage, int Hundredths, decimal? Level)
{
    /// <summary>Was work seen in it here already? Then that stands, and nothing is taken for granted.</summary>
    public bool IsSeen { get; init; }
}

/// <summary>What a line of another school's transcript may be taken for here, and why: a conclusion that a person accepts, changes or declines.</summary>
public sealed record TransferProposal
{
    private TransferProposal(PriorLineId line, PriorGrade grade) => (Line, Grade) = (line, grade);

    /// <summary>The line.</summary>
    public PriorLineId Line { get; }

    /// <summary>Its grade, read backwards.</summary>
    public PriorGrade Grade { get; }

    /// <summary>The credit policy; null for none.</summary>
    public CreditPolicy? Policy { get; private init; }

    /// <summary>The subject; empty for none.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Why.</summary>
    public ProposalReason Reason { get; private init; }

    /// <summary>What was found alike: the code, the words or the title.</summary>
    public string Because { get; private init; } = "";

    /// <summary>The credit, in hundredths of a credit, 0 or more: what the line says, the policy's own at most, or nothing where its grade earns none.</summary>
    public int Hundredths { get; private init; }

    /// <summary>The competencies it would be taken for granted in, in the policy's order.</summary>
    public IReadOnlyList<ProposedPart> Parts { get; private init; } = [];

    /// <summary>Proposes for one line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="equivalents">What courses elsewhere are taken for; ended ones are left out.</param>
    /// <param name="policies">The credit policies in force for the learner.</param>
    /// <param name="parts">The parts of a policy.</param>
    /// <param name="meanings">The conversion in force, read backwards.</param>
    /// <param name="scaleOf">The scale that a competency is judged on; null where it is not in force any more, and on a continuum, where the stage is the level.</param>
    public static TransferProposal From(
        PriorLine line, IReadOnlyList<CourseEquivalent> equivalents, IReadOnlyList<CreditPolicy> policies, Func<CreditPolicyId, IReadOnlyList<CreditPart>> parts,
        IReadOnlyList<GradeMeaning> meanings, Func<CompetencyId, ProficiencyScale?> scaleOf)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (reason, because, policy, subject) = Match(line, [.. equivalents.Where(one => one.EndedAt is null)], policies);
        return As(line, policy, subject, parts, meanings, scaleOf) with { Reason = reason, Because = because };
    }

    /// <summary>What a line comes to if a person takes it for a policy, or for nothing but a subject.</summary>
    public static TransferProposal As(
        PriorLine line, CreditPolicy? policy, string subject, Func<CreditPolicyId, IReadOnlyList<CreditPart>> parts, IReadOnlyList<GradeMeaning> meanings, Func<CompetencyId, ProficiencyScale?> scaleOf)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(scaleOf);
        var grade = PriorGrade.From(line.Grade, meanings);
        // A policy never gives more than itself: what a longer course earned beyond it is no credit of this one.
        var hundredths = !grade.EarnsCredit ? 0 : policy is null ? line.Hundredths : Math.Min(line.Hundredths, policy.Hundredths);
        List<CreditPart> of = policy is null || !grade.EarnsCredit ? [] : [.. parts(policy.Id).OrderBy(one => one.Position)];
        var shares = CreditShares.Of(hundredths, [.. of.Select(one => one.Hundredths)]);
        return new(line.Id, grade)
        {
            Policy = policy, Subject = subject.Length > 0 ? subject : policy?.Subject ?? "", Hundredths = hundredths,
            Parts = [.. of.Select((one, place) => new ProposedPart(one.Competency, one.Stage, shares[place], LevelOf(one, grade, scaleOf)))],
        };
    }

    /// <summary>The same beside what was seen here already.</summary>
    /// <param name="isSeen">Was work seen in a part?</param>
    public TransferProposal Beside(Func<ProposedPart, bool> isSeen)
    {
        ArgumentNullException.ThrowIfNull(isSeen);
        return this with { Parts = [.. Parts.Select(one => one with { IsSeen = isSeen(one) })] };
    }

    // On a continuum the levels are the stages: credit for a stage takes the stage for granted. Everywhere else the grade says the level, at the part's stage where it has one.
    private static decimal? LevelOf(CreditPart part, PriorGrade grade, Func<CompetencyId, ProficiencyScale?> scaleOf) =>
        scaleOf(part.Competency) is { } scale ? grade.LevelOn(scale)?.Number : part.Stage;

    private static (ProposalReason Reason, string Because, CreditPolicy? Policy, string Subject) Match(PriorLine line, List<CourseEquivalent> equivalents, IReadOnlyList<CreditPolicy> policies)
    {
        CreditPolicy? Of(string code) => policies.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        // An equivalent of a policy that ended, and that names no subject, says nothing any more.
        var known = equivalents.FindAll(one => Of(one.Policy) is not null || one.Subject.Length > 0);
        if (known.Where(one => one.IsOfCode(line.Code)).OrderByDescending(one => one.At).ThenBy(one => one.Id.Value).FirstOrDefault() is { } byCode)
            return (ProposalReason.KnownCode, byCode.Code, Of(byCode.Policy), byCode.Subject);
        if (known.Where(one => one.WordsIn(line.Title) > 0).OrderByDescending(one => one.WordsIn(line.Title)).ThenByDescending(one => one.At).ThenBy(one => one.Id.Value).FirstOrDefault() is { } byWords)
            return (ProposalReason.KnownWords, byWords.Words, Of(byWords.Policy), byWords.Subject);
        var bare = CourseName.Bare(line.Code);
        if (bare.Length > 0 && policies.FirstOrDefault(one => CourseName.Bare(one.CourseCode) == bare) is { } sameCode) return (ProposalReason.SameCode, sameCode.CourseCode, sameCode, "");
        if (policies.FirstOrDefault(one => CourseName.AreAlike(one.CourseTitle, line.Title) || CourseName.AreAlike(one.Title, line.Title)) is { } sameTitle) return (ProposalReason.SameTitle, sameTitle.CourseTitle, sameTitle, "");
        // The longest title of which all words are there: "Algebra 2 honors" is like "Algebra 2" rather than "Algebra".
        var like = policies.Select(one => (Policy: one, Words: CourseName.WordsIn(one.CourseTitle, line.Title))).Where(one => one.Words > 0)
            .OrderByDescending(one => one.Words).ThenBy(one => one.Policy.Code, StringComparer.Ordinal).Select(one => one.Policy).FirstOrDefault();
        return like is null ? (ProposalReason.None, "", null, "") : (ProposalReason.LikeTitle, like.CourseTitle, like, "");
    }
}

/// <summary>Divides credit.</summary>
public static class CreditShares
{
    /// <summary>Divides an amount by weights so that the shares add up to it: of what is left by rounding down, the largest remainders get one each, of equal ones the earlier. No weight at all gives equal shares.</summary>
    /// <param name="hundredths">The amount, in hundredths of a credit, 0 or more.</param>
    /// <param name="weights">The weights, each 0 or more.</param>
    public static IReadOnlyList<int> Of(int hundredths, IReadOnlyList<int> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0) return [];
        var even = weights.Sum() == 0 ? [.. weights.Select(_ => 1)] : weights;
        long sum = even.Sum();
        int[] shares = [.. even.Select(one => (int)((long)hundredths * one / sum))];
        foreach (var place in Enumerable.Range(0, shares.Length).OrderByDescending(one => (long)hundredths * even[one] % sum).ThenBy(one => one).Take(hundredths - shares.Sum()).ToList()) shares[place]++;
        return shares;
    }
}
