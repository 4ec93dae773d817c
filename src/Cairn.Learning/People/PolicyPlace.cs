namespace Cairn.Learning.People;

/// <summary>Where a policy holds: in the whole district, in one school, or in one program.</summary>
/// <param name="School">The school; null in the whole district.</param>
/// <param name="Program">The program; null in the whole school or district.</param>
public readonly record struct PolicyPlace(OrganizationId? School, ProgramId? Program)
{
    /// <summary>The whole district.</summary>
    public static PolicyPlace District { get; }

    /// <summary>0 for the district, 1 for a school, 2 for a program: the narrower, the higher.</summary>
    public int Narrowness => Program is not null ? 2 : School is not null ? 1 : 0;

    /// <summary>The place by its narrowest part alone: two places that reach the same people are then equal.</summary>
    public PolicyPlace Said => Program is not null ? this with { School = null } : this;

    /// <summary>The narrowest part that is said. What a record prints of itself would print <see cref="Said"/>, and that of itself again.</summary>
    public override string ToString() => Program is { } program ? $"program {program.Value:N}" : School is { } school ? $"school {school.Value:N}" : "district";

    /// <summary>Does a policy of this place reach somebody at another place?</summary>
    public bool Reaches(PolicyPlace other) => Program is not null ? Program == other.Program : School is null || School == other.School;
}
