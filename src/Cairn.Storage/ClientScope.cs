namespace Cairn.Storage;

/// <summary>What another system's token may be for, in the words that stand in it.</summary>
public static class ClientScope
{
    /// <summary>People, groups and who is in what: names, no levels.</summary>
    public const string RosterRead = "roster.read";

    /// <summary>Frameworks in force.</summary>
    public const string FrameworksRead = "frameworks.read";

    /// <summary>Where learners stand.</summary>
    public const string DeterminationsRead = "determinations.read";

    /// <summary>Evidence and judgments.</summary>
    public const string RecordRead = "record.read";

    /// <summary>To bring evidence and judgments in.</summary>
    public const string RecordWrite = "record.write";

    /// <summary>The journal.</summary>
    public const string JournalRead = "journal.read";

    /// <summary>All of them, from the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [RosterRead, FrameworksRead, DeterminationsRead, RecordRead, RecordWrite, JournalRead];
}
