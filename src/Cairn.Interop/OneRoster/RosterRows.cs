namespace Cairn.Interop.OneRoster;

/// <summary>What a person is, as far as a roster may say it.</summary>
public enum RosterRole
{
    /// <summary>None of the others, or not told.</summary>
    Other,

    /// <summary>A parent or guardian.</summary>
    Guardian,

    /// <summary>A person who learns.</summary>
    Learner,

    /// <summary>A person who teaches; the most that a file can make of anybody.</summary>
    Educator,
}

/// <summary>What kind of organization the roster says it is.</summary>
public enum RosterOrganizationKind
{
    /// <summary>A word that the standard does not have.</summary>
    Other,

    /// <summary>A school.</summary>
    School,

    /// <summary>A department of a school or district.</summary>
    Department,

    /// <summary>A district.</summary>
    District,

    /// <summary>A local authority.</summary>
    Local,

    /// <summary>A state.</summary>
    State,

    /// <summary>A nation.</summary>
    National,
}

/// <summary>What kind of class the roster says it is.</summary>
public enum RosterGroupKind
{
    /// <summary>A class with its hours.</summary>
    Scheduled,

    /// <summary>A homeroom or advisory.</summary>
    Homeroom,
}

/// <summary>An organization of orgs.csv.</summary>
/// <param name="Row">The row in orgs.csv; the header is 1.</param>
/// <param name="SourcedId">Its key at the source, compared with case.</param>
/// <param name="Name">Its name; its key where the file has none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Identifier">A number that people know it by; may be empty.</param>
/// <param name="Parent">The key of the organization above it; empty where there is none, or none that is known.</param>
public sealed record RosterOrganization(int Row, string SourcedId, string Name, RosterOrganizationKind Kind, string Identifier, string Parent);

/// <summary>A school year, semester, term or grading period of academicSessions.csv.</summary>
/// <param name="Row">The row in academicSessions.csv; the header is 1.</param>
/// <param name="SourcedId">Its key at the source.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">The file's word for it, such as term.</param>
/// <param name="From">First day; null where not told.</param>
/// <param name="Until">Last day (the day before the file's endDate); null where not told.</param>
/// <param name="Parent">The key of the session it lies in; empty where there is none, or none that is known.</param>
/// <param name="SchoolYear">The year in which the school year ends, as text; may be empty.</param>
public sealed record RosterTerm(int Row, string SourcedId, string Title, string Kind, DateOnly? From, DateOnly? Until, string Parent, string SchoolYear);

/// <summary>A class of classes.csv. A course is a label on it and never a key.</summary>
/// <param name="Row">The row in classes.csv; the header is 1.</param>
/// <param name="SourcedId">Its key at the source.</param>
/// <param name="Title">Its title; its code or key where the file has none.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Kind">Scheduled or homeroom.</param>
/// <param name="School">The key of its school; empty where none is known.</param>
/// <param name="Terms">The keys of its terms, those that are known.</param>
/// <param name="From">First day of its first term; null where no term says it.</param>
/// <param name="Until">Last day of its last term; null where no term says it.</param>
/// <param name="Course">The title of its course, to show; may be empty.</param>
public sealed record RosterGroup(
    int Row, string SourcedId, string Title, string Code, RosterGroupKind Kind, string School, IReadOnlyList<string> Terms, DateOnly? From, DateOnly? Until, string Course);

/// <summary>One role of one person.</summary>
/// <param name="Role">The role that is taken: at most educator.</param>
/// <param name="ClaimedRole">The file's word for it.</param>
/// <param name="IsPrimary">Is it the person's main role?</param>
/// <param name="Organization">Where it holds, by key; empty where not told, or not known.</param>
/// <param name="From">First day; null where not told.</param>
/// <param name="Until">Last day (the day before the file's endDate); null where not told.</param>
public sealed record RosterPersonRole(RosterRole Role, string ClaimedRole, bool IsPrimary, string Organization, DateOnly? From, DateOnly? Until);

/// <summary>A person of users.csv, with what roles.csv and demographics.csv add.</summary>
/// <param name="Row">The row in users.csv; the header is 1.</param>
/// <param name="SourcedId">The key at the source; may be empty where there is another key.</param>
/// <param name="Username">The username, unique in the file without case; may be empty.</param>
/// <param name="GivenName">Given name; may be empty.</param>
/// <param name="FamilyName">Family name; may be empty.</param>
/// <param name="MiddleName">Middle name; may be empty.</param>
/// <param name="PreferredGivenName">The given name the person goes by; may be empty.</param>
/// <param name="PreferredMiddleName">The middle name the person goes by; may be empty.</param>
/// <param name="PreferredFamilyName">The family name the person goes by; may be empty.</param>
/// <param name="Email">E-mail address; may be empty.</param>
/// <param name="Identifier">A number that people know the person by; may be empty.</param>
/// <param name="IsEnabled">May the person sign in, as the file says?</param>
/// <param name="Grades">Grades as the file writes them, only to show.</param>
/// <param name="Organizations">The keys of the person's organizations, those that are known; the primary one first.</param>
/// <param name="BirthDate">Birth date; null where not known. Nothing else of demographics.csv is kept.</param>
/// <param name="Roles">The person's roles, in the file's order; empty where none is told.</param>
public sealed record RosterPerson(
    int Row, string SourcedId, string Username, string GivenName, string FamilyName, string MiddleName, string PreferredGivenName, string PreferredMiddleName, string PreferredFamilyName,
    string Email, string Identifier, bool IsEnabled, IReadOnlyList<string> Grades, IReadOnlyList<string> Organizations, DateOnly? BirthDate, IReadOnlyList<RosterPersonRole> Roles)
{
    /// <summary>The person's main role in the district, at most educator; a class's enrollment decides in the class.</summary>
    public RosterRole Role => Main?.Role ?? RosterRole.Other;

    /// <summary>The file's word for the main role; empty where none is told.</summary>
    public string ClaimedRole => Main?.ClaimedRole ?? "";

    /// <summary>What the person can be found by again: the sourcedId, else the username, e-mail or identifier with its kind before it.</summary>
    public string Key => SourcedId.Length > 0 ? SourcedId : Username.Length > 0 ? "username:" + Username : Email.Length > 0 ? "email:" + Email : "identifier:" + Identifier;

    private RosterPersonRole? Main => Roles.FirstOrDefault(one => one.IsPrimary) ?? (Roles.Count > 0 ? Roles[0] : null);
}

/// <summary>A guardian of a learner, by their keys.</summary>
/// <param name="Row">The row in users.csv that says it.</param>
/// <param name="Guardian">The guardian's sourcedId.</param>
/// <param name="Learner">The learner's sourcedId.</param>
public sealed record RosterGuardianship(int Row, string Guardian, string Learner);

/// <summary>A person in a class.</summary>
/// <param name="Row">The row in enrollments.csv; the header is 1.</param>
/// <param name="SourcedId">Its key at the source; may be empty.</param>
/// <param name="Group">The class's sourcedId.</param>
/// <param name="Person">The person's sourcedId.</param>
/// <param name="Role">Learner or educator, in this class.</param>
/// <param name="From">First day; null where not told.</param>
/// <param name="Until">Last day (the day before the file's endDate); null while it lasts.</param>
/// <param name="IsPrimary">Is this the class's main educator?</param>
public sealed record RosterMembership(int Row, string SourcedId, string Group, string Person, RosterRole Role, DateOnly? From, DateOnly? Until, bool IsPrimary);

/// <summary>A role of which a person must say that it is meant: the file claims more than a file can give.</summary>
/// <param name="File">The file that claims it.</param>
/// <param name="Row">Its row; the header is 1.</param>
/// <param name="Person">The person's key.</param>
/// <param name="ClaimedRole">The file's word.</param>
/// <param name="Where">The key of the organization or class; may be empty.</param>
public sealed record RosterClaim(string File, int Row, string Person, string ClaimedRole, string Where);

/// <summary>A row that is inactive or to be deleted: it ends, and is in no other list.</summary>
/// <param name="File">Its file.</param>
/// <param name="Row">Its row; the header is 1.</param>
/// <param name="SourcedId">Its key; may be empty.</param>
public sealed record RosterEnd(string File, int Row, string SourcedId);
