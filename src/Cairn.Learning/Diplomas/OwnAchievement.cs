using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>What of a learner's record an achievement was made of.</summary>
public enum AchievementOrigin
{
    /// <summary>Credit that was awarded.</summary>
    Credit = 1,

    /// <summary>Credit that is worked for, by a policy.</summary>
    CreditUnderWay = 2,

    /// <summary>Credit that was agreed on.</summary>
    Agreement = 3,

    /// <summary>A competency.</summary>
    Competency = 4,

    /// <summary>A test, a credential, a seal, a course elsewhere, hours or days.</summary>
    Other = 5,

    /// <summary>A person's word.</summary>
    Attestation = 6,

    /// <summary>A waiver.</summary>
    Waiver = 7,

    /// <summary>The learner's plan.</summary>
    Plan = 8,
}

/// <summary>An achievement, and the row of the record that it was made of: so that every "met" opens to its evidence.</summary>
/// <param name="Achievement">As policies read it.</param>
/// <param name="Origin">What it was made of.</param>
/// <param name="Row">The row's id; that of the competency, where it was made of a determination.</param>
/// <param name="Name">What people call it.</param>
/// <param name="On">The day; null where it has none.</param>
public sealed record OwnAchievement(Achievement Achievement, AchievementOrigin Origin, Guid Row, string Name, DateOnly? On)
{
    /// <summary>Where its evidence is: the code of the competency, or of the policy that the credit is by; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Is all of it shown, so that somebody has only to award it?</summary>
    public bool IsReady { get; init; }

    /// <summary>Is it taken for granted until evidence confirms it?</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The day until which it is taken for granted; null where it is not.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who wrote it down; null for nobody.</summary>
    public PersonId? By { get; init; }

    /// <summary>Its id.</summary>
    public string Id => Achievement.Id;
}
