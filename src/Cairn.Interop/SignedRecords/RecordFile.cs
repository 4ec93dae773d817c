using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Interop.Crypto;
using Cairn.Interop.Policies;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.SignedRecords;

/// <summary>
/// A learner's record as one file of JSON that carries its own proof: sections, the hash of every row, and a note signed by the district's key (Ed25519) that
/// names each section by its hash. The signature stands beside what it signs, so that the file may be laid out anew, and an altered value is named.
/// </summary>
public sealed class RecordFile
{
    /// <summary>The first word of a file and of its note.</summary>
    public const string Format = "cairn-record-1";

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 64_000_000;

    private static readonly string[] Members = ["format", "record", "rows", "signature", "key"];
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private RecordFile(JsonObject sections, JsonObject rows, SignedNote note, NoteKey? key) => (Sections, Rows, Note, Key) = (sections, rows, note, key);

    /// <summary>The signed note.</summary>
    public SignedNote Note { get; }

    /// <summary>The key that the file says it is signed by; null where it says none. It proves less than a key that came another way.</summary>
    public NoteKey? Key { get; }

    /// <summary>The code that the record is looked up by; empty for a copy that was not issued.</summary>
    public string Code => Said("about", "code");

    /// <summary>The district.</summary>
    public string Issuer => Said("about", "issuer");

    /// <summary>The day it was issued, as it is written.</summary>
    public string IssuedOn => Said("about", "issuedOn");

    /// <summary>The learner's name.</summary>
    public string Learner => Said("learner", "name");

    internal JsonObject Sections { get; }

    internal JsonObject Rows { get; }

    /// <summary>What stands in the file beside what the form has: nobody signed it.</summary>
    internal IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Both transcripts; null where the section is none.</summary>
    public TranscriptSheet? Sheet()
    {
        try
        {
            return RecordSections.Sheet(Sections["transcript"]);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="record">What goes into it.</param>
    /// <param name="signer">The district's key.</param>
    public static byte[] Write(PortableRecord record, NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(signer);
        var sections = RecordSections.Of(record);
        var rows = new JsonObject();
        foreach (var (name, content) in sections)
            if (content is JsonArray list) rows[name] = new JsonArray([.. list.Select(one => (JsonNode)Hash(one))]);
        var note = SignedNote.Sign(Text(record.About.Code, sections, rows), signer);
        return CanonicalJson.Bytes(new JsonObject
        {
            ["format"] = Format, ["record"] = new JsonObject(sections.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Content))), ["rows"] = rows, ["signature"] = note.ToString(), ["key"] = signer.Key.Text,
        });
    }

    /// <summary>Reads a file; null where it is none. Whether it is sound is asked by <see cref="RecordCheck"/>.</summary>
    public static RecordFile? Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MostBytes) return null;
        try
        {
            // As text first: what is no UTF-8 is no record, wherever in it that stands.
            if (JsonNode.Parse(Utf8.GetString(file), documentOptions: Strict) is not JsonObject all || !IsText(all["format"], out var format) || format != Format) return null;
            // All of it is read once: a text that is none, such as half a pair of surrogates, throws here and nowhere later.
            CanonicalJson.Bytes(all);
            if (all["record"] is not JsonObject sections || all["rows"] is not JsonObject rows || !IsText(all["signature"], out var note) || SignedNote.Read(note) is not { } signed) return null;
            return new RecordFile(sections, rows, signed, IsText(all["key"], out var key) ? NoteKey.Read(key) : null) { Beside = [.. all.Select(one => one.Key).Except(Members)] };
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    internal static string Hash(JsonNode? part) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(part)));

    // Format, code, and a line for each section: its name, how many rows, its hash.
    private static string Text(string code, IEnumerable<(string Name, JsonNode Content)> sections, JsonObject rows)
    {
        var text = new StringBuilder().Append(Format).Append('\n').Append(code.Length == 0 ? "-" : code).Append('\n');
        foreach (var (name, content) in sections.Append(("rows", rows)))
            text.Append(name).Append(' ').Append(content is JsonArray list ? list.Count : 1).Append(' ').Append(Hash(content)).Append('\n');
        return text.ToString();
    }

    private string Said(string section, string name) => Sections[section] is JsonObject here && IsText(here[name], out var text) ? text : "";

    private static bool IsText(JsonNode? node, out string text)
    {
        var found = "";
        var isText = node is JsonValue value && value.TryGetValue(out found!);
        text = isText ? found : "";
        return isText;
    }
}
