using Cairn.Learning.Credits;
using Cairn.Learning.Plans;

namespace Cairn.Learning.Diplomas;

/// <summary>Where a learner stands in one competency, as diploma rules ask of it.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Framework">The code of its framework.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Area">The code of its area.</param>
/// <param name="Line">The level from which it is Proficient: on a continuum the stage.</param>
public sealed record ShownCompetency(CompetencyId Competency, string Framework, string Code, string Title, string Area, decimal Line)
{
    /// <summary>The stage; null where there is no continuum.</summary>
    public int? Stage { get; init; }

    /// <summary>The level that holds at the moment, two decimals; null for none.</summary>
    public decimal? Level { get; init; }

    /// <summary>Is it Proficient at the moment?</summary>
    public bool IsProficient { get; init; }

    /// <summary>Is all the evidence in, and at its level?</summary>
    public bool IsComplete { get; init; }

    /// <summary>Pieces that gave a level.</summary>
    public int Pieces { get; init; }

    /// <summary>The day the newest of them was shown; null for none.</summary>
    public DateOnly? LastShown { get; init; }

    /// <summary>Is it a step of the learner's plan?</summary>
    public bool IsPlanned { get; init; }

    /// <summary>By which day the plan has it; null for none.</summary>
    public DateOnly? PlannedBy { get; init; }

    /// <summary>Boxes for evidence that are still empty.</summary>
    public int EmptyBoxes { get; init; }
}

/// <summary>Credit that a learner works for by a policy, and has not all of.</summary>
/// <param name="Policy">The policy's code.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hundredths">What will come of it, without what was awarded already, in hundredths of a credit, above 0.</param>
/// <param name="Shown">How much of it is shown, in hundredths, 0 or more.</param>
/// <param name="IsEarned">Is all of it shown, so that somebody has only to award it?</param>
public sealed record CreditUnderWay(string Policy, string Title, int Hundredths, int Shown, bool IsEarned)
{
    /// <summary>The subject that diploma rules ask for; empty for none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The code of its area; empty for none.</summary>
    public string Area { get; init; } = "";

    /// <summary>Tags that diploma rules ask for.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where it will come from: of two ways to the same, what is proven best stands.</summary>
    public CreditSource Source { get; init; } = CreditSource.Mastery;

    /// <summary>What it is for: two ways that share a part give credit once.</summary>
    public IReadOnlyList<CreditPart> Parts { get; init; } = [];

    /// <summary>Of ways that share a part the one that would stand if all were awarded: the best proven, else the larger. The others are left out.</summary>
    public static IReadOnlyList<CreditUnderWay> Once(IEnumerable<CreditUnderWay> ways)
    {
        var taken = new HashSet<(CompetencyId, int?)>();
        List<CreditUnderWay> kept = [];
        foreach (var one in ways.OrderBy(each => each.Source).ThenByDescending(each => each.Hundredths).ThenBy(each => each.Policy, StringComparer.Ordinal))
        {
            if (one.Parts.Any(part => taken.Contains((part.Competency, part.Stage)))) continue;
            kept.Add(one);
            taken.UnionWith(one.Parts.Select(part => (part.Competency, part.Stage)));
        }

        return kept;
    }
}

/// <summary>Credit that everybody agreed on, and that is worked for.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hundredths">How much, in hundredths of a credit, above 0.</param>
/// <param name="Due">The day it is due; null for none.</param>
public sealed record AgreedCredit(CreditAgreementId Agreement, string Title, int Hundredths, DateOnly? Due)
{
    /// <summary>The code of the policy that it is by; empty for none.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The subject that diploma rules ask for; empty for none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Tags that diploma rules ask for.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>All of a learner's record that diploma rules may count, as it holds on a day.</summary>
public sealed record LearnerHoldings
{
    /// <summary>Nothing.</summary>
    public static LearnerHoldings None { get; } = new();

    /// <summary>Awards of credit in force, with their words.</summary>
    public IReadOnlyList<(CreditAward Award, CreditAwardText? Text)> Awards { get; init; } = [];

    /// <summary>The codes of areas, for credit that was awarded in one.</summary>
    public IReadOnlyDictionary<AreaId, string> Areas { get; init; } = new Dictionary<AreaId, string>();

    /// <summary>Credit that is worked for.</summary>
    public IReadOnlyList<CreditUnderWay> UnderWay { get; init; } = [];

    /// <summary>Credit that was agreed on.</summary>
    public IReadOnlyList<AgreedCredit> Agreed { get; init; } = [];

    /// <summary>Competencies, a row for each stage that was entered.</summary>
    public IReadOnlyList<ShownCompetency> Competencies { get; init; } = [];

    /// <summary>What else a policy may count, ended or not.</summary>
    public IReadOnlyList<OtherAchievement> Others { get; init; } = [];

    /// <summary>What people attested, ended or not.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>Waivers, in whatever state.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Plans of the learner's years, in whatever state.</summary>
    public IReadOnlyList<LearningPlan> Plans { get; init; } = [];
}
