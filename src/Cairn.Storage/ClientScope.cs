namespace Cairn.Storage;

/// <summary>What another system's token may be for, in the words that stand in it.</summary>
public static class ClientScope
{
    /// <summary>People, groups and who is in what: names, no levels.</summary>
    public const string RosterRead = "roster.read";

    /// <summary>To bring rosters in.</summary>
    public const string RosterWrite = "roster.write";

    /// <summary>Evidence, judgments and where learners stand.</summary>
    public const string RecordsRead = "records.read";

    /// <summary>To bring evidence in.</summary>
    public const string EvidenceWrite = "evidence.write";

    /// <summary>To bring judgments in.</summary>
    public const string JudgmentsWrite = "judgments.write";

    /// <summary>Frameworks, which are public in most districts.</summary>
    public const string FrameworksRead = "frameworks.read";
}
