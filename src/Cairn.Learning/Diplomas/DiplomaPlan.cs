using Cairn.Learning.People;

namespace Cairn.Learning.Diplomas;

/// <summary>One version of a diploma's rules, for some cohorts: a fact. A change is a new version; what was awarded by an older one stays.</summary>
/// <param name="Id">This version's id.</param>
/// <param name="Code">A short name that its versions share; unique in a district, compared letter by letter.</param>
/// <param name="Number">The version: 1, 2, 3 and so on.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Rules">The policy as JSON, to the letter.</param>
/// <param name="Hash">SHA-256 of the policy in canonical form, 64 small hexadecimal digits.</param>
/// <param name="EffectiveFrom">First day it holds, in the district.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record DiplomaPlan(DiplomaPlanId Id, string Code, int Number, string Title, string Rules, string Hash, DateOnly EffectiveFrom, PersonId By, DateTime RecordedAt)
{
    /// <summary>The first class it is for, by the year of graduation; null for all before <see cref="ClassUntil"/>.</summary>
    public int? ClassFrom { get; init; }

    /// <summary>The last class it is for; null for all after <see cref="ClassFrom"/>.</summary>
    public int? ClassUntil { get; init; }

    /// <summary>Is it an alternate, which a learner has to choose? Else it is the cohort's own.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>The school it holds in; null in the whole district.</summary>
    public OrganizationId? School { get; init; }

    /// <summary>The program it holds in; null in the whole school or district.</summary>
    public ProgramId? Program { get; init; }

    /// <summary>Is it in use? The last version of a plan that ended says no.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>What changed and why, in the words of who adopted it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who wrote it: another than who adopted it. Null where a machine brought it.</summary>
    public PersonId? DraftedBy { get; init; }

    /// <summary>Where it holds.</summary>
    public PolicyPlace Place => new(School, Program);

    /// <summary>Is it for a class? Who has no class yet is of none.</summary>
    public bool IsFor(int? classOf) => classOf is { } year && (ClassFrom is null || year >= ClassFrom) && (ClassUntil is null || year <= ClassUntil);
}
