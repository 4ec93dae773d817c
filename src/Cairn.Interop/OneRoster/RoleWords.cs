namespace Cairn.Interop.OneRoster;

/// <summary>What a role of the standard is in our words. A file gives nobody more than an educator's place.</summary>
/// <param name="Role">The role that is taken.</param>
/// <param name="NeedsConfirmation">Does the file claim more, so that a person must confirm it?</param>
/// <param name="IsKnown">Does the standard have this word?</param>
internal readonly record struct RoleWords(RosterRole Role, bool NeedsConfirmation, bool IsKnown)
{
    public static RoleWords Of(string text) => NearName.Plain(text) switch
    {
        "student" or "learner" => new(RosterRole.Learner, false, true),
        "teacher" or "educator" => new(RosterRole.Educator, false, true),
        "guardian" or "parent" => new(RosterRole.Guardian, false, true),
        "administrator" or "siteadministrator" or "districtadministrator" or "systemadministrator" or "principal" or "counselor" or "counsellor" or "aide" => new(RosterRole.Educator, true, true),
        // A relative or a proctor has no right to a record by that word alone.
        "relative" or "proctor" or "" => new(RosterRole.Other, false, true),
        _ => new(RosterRole.Other, false, false),
    };
}
