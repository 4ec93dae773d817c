namespace Cairn.Interop.OneRoster;

/// <summary>A person while other files may still add to them.</summary>
internal sealed class PersonDraft(RosterPerson person, bool isGood)
{
    /// <summary>Did their row in users.csv keep every rule? If not, what points at them is still looked at, so that all errors are told at once.</summary>
    public bool IsGood => isGood;

    /// <summary>What users.csv says.</summary>
    public RosterPerson Person { get; } = person;

    /// <summary>Their roles, each with its days and its place.</summary>
    public List<(RosterPersonRole Role, RosterSpan Span)> Roles { get; } = [];

    /// <summary>Whom they point at, each with its place.</summary>
    public List<(string Key, RosterPlace Place)> Agents { get; } = [];

    /// <summary>When they were born, once it is known.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Has demographics.csv a row of theirs?</summary>
    public ulong? Demographics { get; set; }

    /// <summary>Are they a learner in a class?</summary>
    public bool LearnsInClass { get; set; }

    public bool Has(RosterRole role) => Roles.Any(one => one.Role.Role == role);

    public RosterPerson Whole()
    {
        var places = Person.Organizations.Concat(Roles.Select(one => one.Role.Organization)).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return Person with
        {
            BirthDate = BirthDate, Organizations = places,
            Roles = [.. Roles.Where(one => one.Span.IsSome).Select(one => one.Role with { From = one.Span.From, Until = one.Span.Until })],
        };
    }
}
