using System.Text.Json.Serialization;

namespace Cairn.Interop.OneRoster;

/// <summary>A roster as its files say it, checked, in the files' order; text is trimmed. With any error it is not to be used.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class RosterSheets
{
    /// <summary>A roster with nobody in it, whose every file was read: whatever its source brought before ends.</summary>
    public static RosterSheets Empty => new() { ReadFiles = { RosterColumns.Users.File, RosterColumns.Classes.File, RosterColumns.Enrollments.File } };

    /// <summary>The version of the standard: 1.1 or 1.2.</summary>
    [JsonInclude]
    public string Version { get; internal set; } = "1.1";

    /// <summary>The system that made the files, as the manifest says; may be empty.</summary>
    [JsonInclude]
    public string SystemName { get; internal set; } = "";

    /// <summary>The files that were read. What a file that is not here would hold is not known, and must not be ended.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Files => ReadFiles;

    /// <summary>Organizations of orgs.csv.</summary>
    public List<RosterOrganization> Organizations { get; } = [];

    /// <summary>Sessions of academicSessions.csv.</summary>
    public List<RosterTerm> Terms { get; } = [];

    /// <summary>Classes of classes.csv that are in force.</summary>
    public List<RosterGroup> Groups { get; } = [];

    /// <summary>People of users.csv who are in force.</summary>
    public List<RosterPerson> People { get; } = [];

    /// <summary>Guardians of learners.</summary>
    public List<RosterGuardianship> Guardianships { get; } = [];

    /// <summary>Who is in what class.</summary>
    public List<RosterMembership> Memberships { get; } = [];

    /// <summary>Roles that a person must confirm: nobody becomes more than an educator by a file.</summary>
    public List<RosterClaim> NeedsConfirmation { get; } = [];

    /// <summary>Rows that are inactive or to be deleted.</summary>
    public List<RosterEnd> Ended { get; } = [];

    [JsonInclude]
    internal List<string> ReadFiles { get; } = [];
}
