namespace Cairn.Learning.Privacy;

/// <summary>What kind of part of a record somebody asks to have amended.</summary>
public enum DisputedKind
{
    /// <summary>The record as a whole, or something that has no address: the words say what.</summary>
    Record = 0,

    /// <summary>Where the learner stands in a competency.</summary>
    Competency = 1,

    /// <summary>A piece of evidence.</summary>
    Evidence = 2,

    /// <summary>A judgment.</summary>
    Judgment = 3,

    /// <summary>Names, birth date and the like.</summary>
    Person = 4,
}

/// <summary>The part of a record that a request for amendment is about, as <see cref="Amendment.About"/> holds it.</summary>
/// <param name="Kind">What kind of part.</param>
/// <param name="Id">Which one; empty for the record and the person.</param>
public readonly record struct DisputedPart(DisputedKind Kind, Guid Id)
{
    /// <summary>The record as a whole.</summary>
    public static DisputedPart Record { get; }

    /// <summary>Reads it; what is no address of a part is the record as a whole.</summary>
    public static DisputedPart Read(string about)
    {
        ArgumentNullException.ThrowIfNull(about);
        var (kind, id) = about.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (about[..at], about[(at + 1)..]) : (about, "");
        return kind switch
        {
            "competency" when Guid.TryParse(id, out var one) => new(DisputedKind.Competency, one),
            "evidence" when Guid.TryParse(id, out var one) => new(DisputedKind.Evidence, one),
            "judgment" when Guid.TryParse(id, out var one) => new(DisputedKind.Judgment, one),
            "person" => new(DisputedKind.Person, Guid.Empty),
            _ => Record,
        };
    }

    /// <summary>As it is stored and stands in addresses: "competency:", "evidence:" or "judgment:" and the id; "person" or "record".</summary>
    public override string ToString() => Kind switch
    {
        DisputedKind.Competency => $"competency:{Id:N}",
        DisputedKind.Evidence => $"evidence:{Id:N}",
        DisputedKind.Judgment => $"judgment:{Id:N}",
        DisputedKind.Person => "person",
        _ => "record",
    };
}
