using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.Storage.Queries;

/// <summary>One learner as a class grid reads them.</summary>
/// <param name="Learner">Who.</param>
/// <param name="CalledName">The name the learner goes by.</param>
/// <param name="FamilyName">Family name; empty where there is none.</param>
/// <param name="Username">The name that other systems know the learner by.</param>
/// <param name="BirthDate">Birth date, where known.</param>
/// <param name="School">The learner's school.</param>
/// <param name="Program">The learner's program.</param>
/// <param name="LearnerVersion">Grows when the learner's own row changes.</param>
/// <param name="Version">Grows when the standing changes; 0 where nothing is concluded.</param>
/// <param name="AsOf">When the newest fact that the standing read was recorded.</param>
/// <param name="Cells">The packed cells; null where nothing is concluded.</param>
public sealed record GridRow(
    LearnerId Learner, string CalledName, string FamilyName, string Username, DateOnly? BirthDate, OrganizationId? School, ProgramId? Program, int LearnerVersion,
    int Version, DateTime? AsOf, byte[]? Cells)
{
    /// <summary>The name the learner goes by, and the family name.</summary>
    public string FullName => FamilyName.Length == 0 ? CalledName : CalledName + " " + FamilyName;

    /// <summary>Where the learner's policies come from.</summary>
    public PolicyPlace Place => new(School, Program);
}
