namespace Cairn.App.Access;

/// <summary>What another system may be allowed to do: words that stand in its token's row, with spaces between.</summary>
internal static class ApiScopes
{
    /// <summary>Organizations, groups, and the names of learners.</summary>
    public const string RosterRead = "roster.read";

    /// <summary>What is to be learned.</summary>
    public const string FrameworksRead = "frameworks.read";

    /// <summary>Evidence, its words, and what was judged.</summary>
    public const string RecordRead = "record.read";

    /// <summary>New evidence, judgments, decisions and retractions, in the name of an educator.</summary>
    public const string RecordWrite = "record.write";

    /// <summary>Where learners stand, and why.</summary>
    public const string DeterminationsRead = "determinations.read";

    /// <summary>Who did what when, without the words; for the whole district only.</summary>
    public const string JournalRead = "journal.read";

    public static IReadOnlyList<string> All { get; } = [RosterRead, FrameworksRead, DeterminationsRead, RecordRead, RecordWrite, JournalRead];
}
