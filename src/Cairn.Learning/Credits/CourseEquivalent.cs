namespace Cairn.Learning.Credits;

/// <summary>What a course elsewhere is taken for here: kept once, and proposed for every transcript that has such a line.</summary>
public sealed class CourseEquivalent(CourseEquivalentId id, string code, string words, string policy, string subject, PersonId by, DateTime at)
{
    /// <summary>The longest of its words.</summary>
    public const int Longest = 120;

    /// <summary>Its id.</summary>
    public CourseEquivalentId Id { get; private set; } = id;

    /// <summary>The course code elsewhere, compared without case and without what is neither letter nor digit; empty where words say it.</summary>
    public string Code { get; private set; } = code;

    /// <summary>Words that have to be in the title, in any order and whatever their case and accents; empty where the code says it.</summary>
    public string Words { get; private set; } = words;

    /// <summary>The code of the credit policy it is taken for; empty where it counts in a subject only.</summary>
    public string Policy { get; private set; } = policy;

    /// <summary>The subject it counts in; empty where the policy says it.</summary>
    public string Subject { get; private set; } = subject;

    /// <summary>Who said so.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>Since when it is proposed no more, UTC; null while it is.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>It is proposed no more.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Is it about a course with this code?</summary>
    public bool IsOfCode(string other) => Code.Length > 0 && CourseName.Bare(Code) is { Length: > 0 } bare && string.Equals(bare, CourseName.Bare(other), StringComparison.Ordinal);

    /// <summary>How many of its words are in a title, if all are; 0 otherwise.</summary>
    public int WordsIn(string title) => Words.Length == 0 ? 0 : CourseName.WordsIn(Words, title);
}
