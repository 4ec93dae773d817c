namespace Cairn.Interop.OneRoster;

/// <summary>The columns of one file: those of the standard in its order (1.1 and 1.2 together), and those that Cairn takes.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Standard">All columns that the standard names.</param>
/// <param name="Taken">Those that are read; the others are let pass unread.</param>
/// <param name="Needed">Those that must be there.</param>
internal sealed record RosterColumns(string File, string[] Standard, string[] Taken, string[] Needed)
{
    /// <summary>May a row hold a secret, so that a value is shown only where it is certain which column it stands in?</summary>
    public bool IsOfPeople => File == Users.File;

    public static readonly RosterColumns Manifest = Of("manifest.csv", "propertyName! value!");

    public static readonly RosterColumns Orgs = Of("orgs.csv", "sourcedId! status* dateLastModified* name* type* identifier* parentSourcedId*");

    public static readonly RosterColumns Sessions = Of("academicSessions.csv", "sourcedId! status* dateLastModified* title* type* startDate* endDate* parentSourcedId* schoolYear*");

    public static readonly RosterColumns Courses = Of("courses.csv", "sourcedId! status* dateLastModified* schoolYearSourcedId title* courseCode* grades orgSourcedId subjects subjectCodes");

    public static readonly RosterColumns Classes = Of("classes.csv",
        "sourcedId! status* dateLastModified* title* grades courseSourcedId* classCode* classType* location schoolSourcedId* termSourcedIds* subjects subjectCodes periods resources");

    public static readonly RosterColumns Users = Of("users.csv",
        "sourcedId! status* dateLastModified* enabledUser* orgSourcedIds* role* username* userIds givenName* familyName* middleName* identifier* email* sms phone agentSourcedIds* grades* password "
        + "userMasterIdentifier resourceSourcedIds preferredGivenName* preferredMiddleName* preferredFamilyName* primaryOrgSourcedId* pronouns");

    public static readonly RosterColumns Roles = Of("roles.csv", "sourcedId* status* dateLastModified* userSourcedId! roleType* role! beginDate* endDate* orgSourcedId* userProfileSourcedId");

    public static readonly RosterColumns Demographics = Of("demographics.csv",
        "sourcedId! status* dateLastModified* birthDate* sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces "
        + "hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus");

    public static readonly RosterColumns Enrollments = Of("enrollments.csv",
        "sourcedId* status* dateLastModified* classSourcedId! schoolSourcedId userSourcedId! role! primary* beginDate* endDate*");

    /// <summary>Names that real sets write for those of the standard, without case and signs.</summary>
    public static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["agents"] = "agentSourcedIds", ["agent"] = "agentSourcedIds", ["grade"] = "grades", ["userid"] = "userIds", ["terms"] = "termSourcedIds", ["orgs"] = "orgSourcedIds",
        ["enabled"] = "enabledUser", ["primaryorg"] = "primaryOrgSourcedId", ["useruid"] = "userSourcedId", ["schoolyearid"] = "schoolYearSourcedId", ["preferredfirstname"] = "preferredGivenName",
        ["preferredlastname"] = "preferredFamilyName", ["preferredname"] = "preferredGivenName", ["firstname"] = "givenName", ["lastname"] = "familyName", ["dateofbirth"] = "birthDate", ["dob"] = "birthDate",
    };

    private static readonly Dictionary<string, string> FileNames = new[]
    {
        "academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics", "enrollments", "lineItemLearningObjectiveIds", "lineItems",
        "lineItemScoreScales", "manifest", "orgs", "resources", "resultLearningObjectiveIds", "results", "resultScoreScales", "roles", "scoreScales", "userProfiles", "userResources", "users",
    }.Select(name => name + ".csv").ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file's name as the standard spells it; null where the standard has no such file.</summary>
    public static string? FileNamed(string name) => FileNames.GetValueOrDefault(name);

    /// <summary>What a column of this file is called, where real sets have another word for it; null where there is none.</summary>
    public string? AliasOf(string plain)
    {
        // In demographics the standard calls the learner sourcedId.
        var name = File == Demographics.File && plain == "usersourcedid" ? "sourcedId" : Aliases.GetValueOrDefault(plain);
        return name is not null && Standard.Contains(name, StringComparer.Ordinal) ? name : null;
    }

    private static RosterColumns Of(string file, string columns)
    {
        var all = columns.Split(' ');
        return new RosterColumns(file, [.. all.Select(one => one.TrimEnd('*', '!'))], [.. all.Where(one => one[^1] is '*' or '!').Select(one => one.TrimEnd('*', '!'))],
            [.. all.Where(one => one[^1] == '!').Select(one => one.TrimEnd('!'))]);
    }
}
