namespace Cairn.Storage;

/// <summary>One import: what came, who brought it, what it did, and how to take it back.</summary>
public sealed class ImportRun(Guid id, string kind, string source, string name, Guid by, DateTime at)
{
    /// <summary>The run's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What was imported: "program", "roster" or "framework".</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>The source's name.</summary>
    public string Source { get; private set; } = source;

    /// <summary>The file or folder, as whoever brought it calls it.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Who brought it; empty at the command line.</summary>
    public Guid By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>What it does or did, as JSON: tallies, warnings, errors.</summary>
    public string Summary { get; set; } = "{}";

    /// <summary>What came, kept while it waits to be applied; then let go.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What stood before, as JSON, so that it can be taken back; null where nothing was applied.</summary>
    public byte[]? Before { get; set; }

    /// <summary>When it was applied, UTC; null while it waits.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>When it was taken back, UTC; null where it stands.</summary>
    public DateTime? UndoneAt { get; set; }
}
