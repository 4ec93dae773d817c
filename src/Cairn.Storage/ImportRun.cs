namespace Cairn.Storage;

/// <summary>One import: what came, who brought it, what it did, and how to take it back.</summary>
public sealed class ImportRun(Guid id, string kind, string source, string name, Guid by, DateTime at)
{
    /// <summary>The run's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What was imported: "program", "roster" or "framework".</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>The source's name; a framework's id, once its file has been read.</summary>
    public string Source { get; set; } = source;

    /// <summary>The file or folder, as whoever brought it calls it.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Who brought it; empty at the command line.</summary>
    public Guid By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>What it does or did, as JSON, in short: tallies, the first warnings and errors, what changes.</summary>
    public string Summary { get; set; } = "{}";

    /// <summary>What was read, kept so that it can be applied, and come back when a later import is undone. Nothing is in it that is not read,
    /// such as a password. Null where it was too large, or was let go.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What stood before and is in no other run, as JSON: rows that another source kept, or a framework's version.</summary>
    public byte[]? Before { get; set; }

    /// <summary>When it was applied, UTC; null while it waits.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>When it was taken back, UTC; null where it stands.</summary>
    public DateTime? UndoneAt { get; set; }
}
