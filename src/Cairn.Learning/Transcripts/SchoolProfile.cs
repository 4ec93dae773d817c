using Cairn.Learning.People;

namespace Cairn.Learning.Transcripts;

/// <summary>One version of what a school says of itself on its transcripts: a fact. A change is a new version, and what was issued keeps the one it was issued with.</summary>
/// <param name="Id">This version's id.</param>
/// <param name="School">Of which school; null for the whole district.</param>
/// <param name="Number">The version: 1, 2, 3 and so on, of that school.</param>
/// <param name="Title">What it is called, such as "School profile 2026".</param>
/// <param name="About">What a reader elsewhere has to know of the school: how many learn there, how, since when.</param>
/// <param name="HowCredit">What credit means here, in a sentence or two.</param>
/// <param name="Signer">Who signs, such as "M. Feld, Registrar".</param>
/// <param name="Contact">How the school is reached; empty for none.</param>
/// <param name="SchoolCode">The code that colleges know the school by, such as a CEEB code; empty for none.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="RecordedAt">When it was stored, UTC: it holds from then on.</param>
public sealed record SchoolProfile(
    SchoolProfileId Id, OrganizationId? School, int Number, string Title, string About, string HowCredit, string Signer, string Contact, string SchoolCode, PersonId By, DateTime RecordedAt)
{
    /// <summary>The profile that a learner's transcript carries: the newest of their school, else of the district; null where there is none.</summary>
    public static SchoolProfile? For(IEnumerable<SchoolProfile> profiles, OrganizationId? school)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return profiles.Where(one => one.School is null || one.School == school).OrderByDescending(one => one.School is not null).ThenByDescending(one => one.Number).FirstOrDefault();
    }
}
