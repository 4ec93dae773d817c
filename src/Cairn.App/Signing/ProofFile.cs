using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Interop.Crypto;
using Cairn.Learning;
using Cairn.Learning.Journal;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Signing;

/// <summary>A proof as a file of JSON: bytes in base 64, ids as they are written, moments in microseconds since 1970, UTC.</summary>
internal static class ProofFile
{
    public const string OfEntry = "cairn-entry-1";
    public const string OfGrowth = "cairn-growth-1";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The proof of an entry.</summary>
    public static string Write(EntryProof proof, SignedNote checkpoint, NoteKey key) => new JsonObject
    {
        ["format"] = OfEntry,
        ["key"] = key.Text,
        ["checkpoint"] = checkpoint.ToString(),
        ["index"] = proof.Entry.Index,
        ["path"] = new JsonArray([.. proof.Inclusion.Path.Select(one => JsonValue.Create(Convert.ToBase64String(one.ToBytes())))]),
        ["entry"] = new JsonObject { ["act"] = (int)proof.Entry.Act, ["kind"] = proof.Entry.Kind, ["row"] = proof.Entry.Row, ["learner"] = proof.Entry.Learner?.Value ?? Guid.Empty },
        ["occasion"] = new JsonObject
        {
            ["id"] = proof.Occasion.Id, ["at"] = Microseconds(proof.Occasion.At), ["actor"] = (int)proof.Occasion.Actor, ["person"] = proof.Occasion.Person, ["account"] = proof.Occasion.Account,
            ["onBehalfOf"] = proof.Occasion.OnBehalfOf, ["purpose"] = proof.Occasion.Purpose, ["where"] = proof.Occasion.Where, ["from"] = proof.Occasion.From,
        },
        ["rowIs"] = proof.IsFact ? "leaf" : proof.IsWords ? "seal" : "hash",
        ["row"] = Bytes(proof.Row),
        ["payload"] = proof.Payload is not { } payload ? null : new JsonObject { ["salt"] = Bytes(payload.Salt), ["rowHash"] = Bytes(payload.RowHash), ["words"] = Bytes(payload.Words) },
        ["erased"] = Bytes(proof.Seal),
    }.ToJsonString(Json);

    /// <summary>The proof that a journal grew from one checkpoint to another.</summary>
    public static string Write(ConsistencyProof proof, SignedNote from, SignedNote to, NoteKey key) => new JsonObject
    {
        ["format"] = OfGrowth,
        ["key"] = key.Text,
        ["from"] = from.ToString(),
        ["to"] = to.ToString(),
        ["path"] = new JsonArray([.. proof.Path.Select(one => JsonValue.Create(Convert.ToBase64String(one.ToBytes())))]),
    }.ToJsonString(Json);

    /// <summary>Checks a proof, with nothing but the file and the key.</summary>
    /// <param name="text">The file.</param>
    /// <param name="key">The key that is trusted; null for the one in the file, which proves less.</param>
    public static CheckedProof Check(string text, NoteKey? key)
    {
        try
        {
            var file = JsonNode.Parse(text)!.AsObject();
            var known = key ?? NoteKey.Read((string)file["key"]!);
            if (known is null) return CheckedProof.No("key");
            return (string)file["format"]! switch { OfEntry => Entry(file, known), OfGrowth => Growth(file, known), _ => CheckedProof.No("format") };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException or OverflowException)
        {
            return CheckedProof.No("format");
        }
    }

    private static CheckedProof Entry(JsonObject file, NoteKey key)
    {
        if (Signed((string)file["checkpoint"]!, key) is not { } checkpoint) return CheckedProof.No("signature");
        var (entry, occasion) = (file["entry"]!, file["occasion"]!);
        var index = (long)file["index"]!;
        var payload = file["payload"] is not { } said ? null : new JournalPayload(index, Of(said["salt"])!, Of(said["rowHash"])!, Of(said["words"])!);
        var proof = new EntryProof(
            new JournalEntry(index, (long)occasion["id"]!, (JournalAct)(int)entry["act"]!, (int)entry["kind"]!, (Guid)entry["row"]!, (Guid)entry["learner"]! is var learner && learner == Guid.Empty ? null : new LearnerId(learner), []),
            new Occasion((long)occasion["id"]!, new DateTime(DateTime.UnixEpoch.Ticks + (long)occasion["at"]! * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc), (ActorKind)(int)occasion["actor"]!, (Guid)occasion["person"]!, (Guid)occasion["account"]!,
                (Guid)occasion["onBehalfOf"]!, (string)occasion["purpose"]!, (string)occasion["where"]!, (string)occasion["from"]!),
            payload, Of(file["erased"]), Of(file["row"]), new InclusionProof(index, checkpoint.Size, Path(file)));
        if (proof.Leaf() is not { } leaf || !proof.Inclusion.Holds(leaf, checkpoint.Root)) return CheckedProof.No("path");
        return new CheckedProof(true, "", checkpoint, proof);
    }

    private static CheckedProof Growth(JsonObject file, NoteKey key)
    {
        if (Signed((string)file["from"]!, key) is not { } from || Signed((string)file["to"]!, key) is not { } to) return CheckedProof.No("signature");
        if (from.Origin != to.Origin || !new ConsistencyProof(from.Size, to.Size, Path(file)).Holds(from.Root, to.Root)) return CheckedProof.No("path");
        return new CheckedProof(true, "", to, null) { From = from };
    }

    private static Checkpoint? Signed(string note, NoteKey key) => SignedNote.Read(note) is { } read && read.IsSignedBy(key) ? Checkpoint.Read(read.Text) : null;

    private static List<TreeHash> Path(JsonObject file) => [.. file["path"]!.AsArray().Select(one => TreeHash.From(Of(one)))];

    private static byte[]? Of(JsonNode? text) => text is null ? null : Convert.FromBase64String((string)text!);

    private static string? Bytes(byte[]? bytes) => bytes is null ? null : Convert.ToBase64String(bytes);

    private static long Microseconds(DateTime moment) => (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}

/// <summary>What a proof came to.</summary>
/// <param name="Holds">Does it hold?</param>
/// <param name="Why">What does not: "format", "key", "signature" or "path"; empty where it holds.</param>
/// <param name="Checkpoint">The checkpoint that it leads to.</param>
/// <param name="Proof">The entry; null for a proof of growth.</param>
internal sealed record CheckedProof(bool Holds, string Why, Checkpoint? Checkpoint, EntryProof? Proof)
{
    /// <summary>The earlier checkpoint of a proof of growth.</summary>
    public Checkpoint? From { get; init; }

    public static CheckedProof No(string why) => new(false, why, null, null);
}
