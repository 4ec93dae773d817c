namespace Cairn.Learning.People;

/// <summary>A person who learns, and whose record this is. The record outlives school, program and framework.</summary>
public sealed class Learner(LearnerId id, string username, string givenName, string familyName)
{
    /// <summary>The learner's id.</summary>
    public LearnerId Id { get; private set; } = id;

    /// <summary>The name the school's other systems know the learner by; unique in a district, compared without case.</summary>
    public string Username { get; private set; } = username;

    /// <summary>Given name, as the learner writes it.</summary>
    public string GivenName { get; private set; } = givenName;

    /// <summary>Family name; empty where there is none.</summary>
    public string FamilyName { get; private set; } = familyName;

    /// <summary>The given name the learner goes by; empty where it is the given name.</summary>
    public string PreferredName { get; private set; } = "";

    /// <summary>Birth date, where known.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>The year the learner is expected to graduate, where known.</summary>
    public int? GraduationYear { get; private set; }

    /// <summary>The school whose learner this is; null where none is said. Rules and scales are inherited through it.</summary>
    public OrganizationId? School { get; private set; }

    /// <summary>The program whose policies the learner lives under; null for the school's.</summary>
    public ProgramId? Program { get; private set; }

    /// <summary>Where the learner's policies come from.</summary>
    public PolicyPlace Place => new(School, Program);

    /// <summary>The source that keeps this row, such as the name of an import; empty when a person does.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When the learner left, UTC; null while here. A leaver ends and is never deleted.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Given name, the preferred one where there is one, and family name.</summary>
    public string FullName => FamilyName.Length == 0 ? CalledName : CalledName + " " + FamilyName;

    /// <summary>What the learner is called: the preferred name, else the given name.</summary>
    public string CalledName => PreferredName.Length > 0 ? PreferredName : GivenName;

    /// <summary>What the learner is called, and the first letter of the family name: all that people outside the school are told.</summary>
    public string FirstAndInitial => FamilyName.Length == 0 ? CalledName : $"{CalledName} {System.Globalization.StringInfo.GetNextTextElement(FamilyName)}.";

    /// <summary>Is the learner here?</summary>
    public bool IsHere => EndedAt is null;

    /// <summary>Sets who keeps the row.</summary>
    public Learner KeptBy(string source) => Changed(() => Source = source);

    /// <summary>Takes the names as they are now.</summary>
    public Learner Rename(string givenName, string familyName) => Changed(() => (GivenName, FamilyName) = (givenName, familyName));

    /// <summary>Takes the name the learner goes by.</summary>
    public Learner IsCalled(string preferredName) => Changed(() => PreferredName = preferredName);

    /// <summary>Takes the birth date as it is now known.</summary>
    public Learner Born(DateOnly? date) => Changed(() => BirthDate = date);

    /// <summary>Takes the expected year of graduation.</summary>
    public Learner Graduates(int? year) => Changed(() => GraduationYear = year);

    /// <summary>The learner belongs to a school, and lives under a program there.</summary>
    public Learner BelongsTo(OrganizationId? school, ProgramId? program = null) => Changed(() => (School, Program) = (school, program));

    /// <summary>Takes the username as it is now.</summary>
    public Learner Goes(string username) => Changed(() => Username = username);

    /// <summary>The learner leaves.</summary>
    public Learner Leave(DateTime at) => Changed(() => EndedAt = Instant.Utc(at));

    /// <summary>The learner comes back.</summary>
    public Learner Return() => Changed(() => EndedAt = null);

    /// <summary>Takes everything out that says who the learner is. The id stays, and where policies come from: facts point at the one,
    /// conclusions are made by the other.</summary>
    public Learner Erase() => Changed(() =>
        (Username, GivenName, FamilyName, PreferredName, BirthDate, Source) = ($"erased-{Id.Value:N}", "Erased", "learner", "", null, ""));

    /// <summary>Whole years of age on a day; null where the birth date is not known.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (BirthDate is not { } born || day < born) return null;
        var years = day.Year - born.Year;
        // Born on 29 February: a year older on 1 March of a common year (born.AddYears gives 28 February).
        var isBirthdayPast = (day.Month, day.Day).CompareTo((born.Month, born.Day)) >= 0;
        return isBirthdayPast ? years : years - 1;
    }

    private Learner Changed(Action change)
    {
        change();
        Version++;
        return this;
    }
}
