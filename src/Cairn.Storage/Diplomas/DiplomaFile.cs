using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;

namespace Cairn.Storage.Diplomas;

/// <summary>A diploma that was awarded, with what became of it.</summary>
/// <param name="Award">The award.</param>
/// <param name="Text">Its words; null where they were erased.</param>
/// <param name="Withdrawal">The wish that it be withdrawn; null where nobody has it.</param>
public sealed record AwardedDiploma(DiplomaAward Award, DiplomaAwardText? Text, DiplomaWithdrawal? Withdrawal)
{
    /// <summary>Does it stand?</summary>
    public bool IsInForce => Withdrawal is not { State: WithdrawalState.Withdrawn };
}

/// <summary>All of one learner that an audit reads.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Holdings">What of the record counts.</param>
public sealed record DiplomaFile(Learner Learner, LearnerHoldings Holdings)
{
    /// <summary>The name of the learner's school; empty for none.</summary>
    public string School { get; init; } = "";

    /// <summary>The name of the learner's program; empty for none.</summary>
    public string Program { get; init; } = "";

    /// <summary>What the learner aimed at, oldest first.</summary>
    public IReadOnlyList<DiplomaChoice> Choices { get; init; } = [];

    /// <summary>Where people want achievements to count, ended or not, oldest first.</summary>
    public IReadOnlyList<DiplomaPin> Pins { get; init; } = [];

    /// <summary>Credit by every policy in force that is not awarded yet, whether anything is shown or not.</summary>
    public IReadOnlyList<CreditUnderWay> OpenCredit { get; init; } = [];

    /// <summary>Diplomas that were awarded, newest first.</summary>
    public IReadOnlyList<AwardedDiploma> Awards { get; init; } = [];

    /// <summary>The diploma that stands; null for none.</summary>
    public AwardedDiploma? Awarded => Awards.FirstOrDefault(one => one.IsInForce);

    /// <summary>The version of the rules that the learner is under.</summary>
    /// <param name="plans">All versions.</param>
    /// <param name="day">The day, in the district.</param>
    public PlanFor PlanOn(IReadOnlyList<DiplomaPlan> plans, DateOnly day) => PlanFor.Of(plans, Learner.Place, Learner.GraduationYear, DiplomaChoice.InForce(Choices, day), day);
}
