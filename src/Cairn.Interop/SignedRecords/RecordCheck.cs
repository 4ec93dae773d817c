using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Interop.Crypto;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>What is wrong with a record's file.</summary>
public enum RecordFaultKind
{
    /// <summary>It is no record of this form.</summary>
    NotARecord = 1,

    /// <summary>It is signed by another key than the one that is trusted.</summary>
    OtherKey = 2,

    /// <summary>It carries no key, and none was given.</summary>
    NoKey = 3,

    /// <summary>The note was altered after it was signed, or never signed by that key.</summary>
    Forged = 4,

    /// <summary>A section was altered.</summary>
    SectionChanged = 5,

    /// <summary>A row of a section was altered.</summary>
    RowChanged = 6,

    /// <summary>Rows were added or taken out.</summary>
    RowsCounted = 7,

    /// <summary>A section was added that nobody signed, or one is missing.</summary>
    SectionUnknown = 8,

    /// <summary>The code in the file is not the one that was signed.</summary>
    CodeChanged = 9,

    /// <summary>The district took it back.</summary>
    Withdrawn = 10,

    /// <summary>The district put a mistake right by another edition.</summary>
    Corrected = 11,
}

/// <summary>One thing that is wrong, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Section">In which section; empty for the whole file.</param>
/// <param name="Row">In which row, from 1; null for the whole section.</param>
/// <param name="Name">What the row says of itself, such as a title or a code; empty for none.</param>
public sealed record RecordFault(RecordFaultKind Kind, string Section = "", int? Row = null, string Name = "");

/// <summary>What a record's file came to: it is sound, or all that is wrong with it. It needs nothing but the file, a key, and where there is one the list of what was taken back.</summary>
/// <param name="File">The file; null where it is none.</param>
/// <param name="Key">The key it was checked with; null for none.</param>
/// <param name="IsKeyTrusted">Came the key another way than in the file?</param>
/// <param name="Faults">What is wrong; empty where it is sound.</param>
public sealed record RecordCheck(RecordFile? File, NoteKey? Key, bool IsKeyTrusted, IReadOnlyList<RecordFault> Faults)
{
    // What a row is known by, the clearest first.
    private static readonly string[] Naming = ["title", "code", "competency", "id"];

    /// <summary>Is nothing wrong with it?</summary>
    public bool IsSound => Faults.Count == 0;

    /// <summary>Checks a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="trusted">The key that is trusted; null for the one in the file, which proves less.</param>
    /// <param name="withdrawn">What the district took back; null where no list is at hand.</param>
    public static RecordCheck Of(byte[] bytes, NoteKey? trusted = null, WithdrawnList? withdrawn = null)
    {
        if (RecordFile.Read(bytes) is not { } file) return new(null, trusted, trusted is not null, [new(RecordFaultKind.NotARecord)]);
        var key = trusted ?? file.Key;
        RecordCheck With(params IReadOnlyList<RecordFault> faults) => new(file, key, trusted is not null, faults);
        if (key is null) return With(new RecordFault(RecordFaultKind.NoKey));
        if (!file.Note.Signatures.Any(one => one.Name == key.Name && one.Number == key.Number)) return With(new RecordFault(RecordFaultKind.OtherKey));
        if (!file.Note.IsSignedBy(key) || Lines(file) is not { } lines) return With(new RecordFault(RecordFaultKind.Forged));
        List<RecordFault> faults = [.. lines.Code == (file.Code.Length == 0 ? "-" : file.Code) ? [] : (RecordFault[])[new(RecordFaultKind.CodeChanged)], .. Sections(file, lines.Sections)];
        // A file that was altered proves nothing of what its code says.
        if (faults.Count == 0 && withdrawn?.StateOf(file.Code) is { } state) faults.Add(new(state == RecordState.Withdrawn ? RecordFaultKind.Withdrawn : RecordFaultKind.Corrected));
        return new(file, key, trusted is not null, faults);
    }

    private static (string Code, Dictionary<string, (int Rows, string Hash)> Sections)? Lines(RecordFile file)
    {
        var lines = file.Note.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 3 || lines[0] != RecordFile.Format) return null;
        var sections = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(2))
            if (line.Split(' ') is not [var name, var rows, var hash] || !int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !sections.TryAdd(name, (count, hash))) return null;
        return sections.ContainsKey("rows") ? (lines[1], sections) : null;
    }

    private static IEnumerable<RecordFault> Sections(RecordFile file, Dictionary<string, (int Rows, string Hash)> signed)
    {
        foreach (var name in file.Beside) yield return new(RecordFaultKind.SectionUnknown, name);
        foreach (var (name, _) in file.Sections)
            if (!signed.ContainsKey(name) || name == "rows") yield return new(RecordFaultKind.SectionUnknown, name);
        var areRowsSound = RecordFile.Hash(file.Rows) == signed["rows"].Hash;
        if (!areRowsSound) yield return new(RecordFaultKind.SectionChanged, "rows");
        foreach (var (name, (rows, hash)) in signed.Where(one => one.Key != "rows"))
        {
            if (!file.Sections.TryGetPropertyValue(name, out var content)) yield return new(RecordFaultKind.SectionUnknown, name);
            else if (RecordFile.Hash(content) != hash)
                foreach (var fault in Changed(name, content, rows, areRowsSound ? file.Rows[name] as JsonArray : null)) yield return fault;
        }
    }

    private static IEnumerable<RecordFault> Changed(string name, JsonNode? content, int rows, JsonArray? hashes)
    {
        if (content is not JsonArray list || hashes is null || hashes.Count != rows) return [new(RecordFaultKind.SectionChanged, name)];
        if (list.Count != rows) return [new(RecordFaultKind.RowsCounted, name, Name: $"{rows} -> {list.Count}")];
        return [.. list.Index().Where(one => RecordFile.Hash(one.Item) != hashes[one.Index]!.GetValue<string>()).Select(one => new RecordFault(RecordFaultKind.RowChanged, name, one.Index + 1, NameOf(one.Item)))];
    }

    private static string NameOf(JsonNode? row) => row is JsonObject here ? Naming.Select(name => here[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "")
        .FirstOrDefault(one => one.Length > 0) ?? "" : "";
}
