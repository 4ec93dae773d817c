using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Cairn.App.Tests.Journal;

/// <summary>The record is verified, signed and proved at the command line.</summary>
public sealed class JournalVerbTests : IDisposable
{
    private readonly Installation _here = new();

    public JournalVerbTests() => _here.Apply(new ProgramFolder(_here.Of("program")));

    [Fact]
    public void A_record_that_was_only_written_by_cairn_is_whole()
    {
        var told = _here.Run("verify", "--json");

        told.Exit.ShouldBe(CommandLine.Done, told.Out);
        told.Json.GetProperty("whole").GetBoolean().ShouldBeTrue();
        told.Json.GetProperty("leaves").GetInt64().ShouldBeGreaterThan(20);
        _here.Run("verify").Out.ShouldContain("The record is whole.");
    }

    [Fact]
    [Trait("Abuse", "S3")]
    [Trait("Abuse", "D3")]
    public void What_somebody_altered_in_the_database_is_named_with_what_to_do()
    {
        string id;
        using (var db = _here.Open().Open())
        {
            JournalDistrict.Unguard(db);
            id = Engines.IsPostgres ? Sql.Ask(db, "SELECT id::text FROM judgments ORDER BY id LIMIT 1") : Sql.Ask(db, "SELECT lower(hex(id)) FROM judgments ORDER BY id LIMIT 1");
            Sql.Run(db, Engines.IsPostgres ? $"UPDATE judgments SET level = level + 10000 WHERE id = '{id}'" : $"UPDATE judgments SET level = level + 10000 WHERE id = x'{id}'");
        }

        var told = _here.Run("verify", "--json");

        told.Exit.ShouldBe(CommandLine.Refused);
        var finding = told.Json.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("fault").GetBoolean());
        (finding.GetProperty("kind").GetString(), finding.GetProperty("table").GetString(), Guid.Parse(finding.GetProperty("id").GetString()!)).ShouldBe(("rowAltered", "judgments", Guid.Parse(id)));
        finding.GetProperty("at").GetDateTime().ShouldBeGreaterThan(DateTime.UnixEpoch);
        finding.GetProperty("fix").GetString()!.ShouldContain("backup");
        _here.Run("verify").Out.ShouldContain("BAD");
    }

    [Fact]
    public void A_checkpoint_that_others_keep_is_looked_for_in_the_journal()
    {
        var kept = _here.Of("kept.txt");
        _here.Run("journal", "checkpoint", "--to", kept).Exit.ShouldBe(CommandLine.Done);
        File.ReadAllText(kept).ShouldStartWith("cairn/default/");
        _here.Run("verify", "--checkpoint", kept).Exit.ShouldBe(CommandLine.Done);

        // Another district of the same name, made a moment later, is another journal.
        using var other = new Installation();
        other.Apply(new ProgramFolder(other.Of("program")));
        other.Run("journal", "key").Exit.ShouldBe(CommandLine.Done);
        other.Run("verify", "--checkpoint", kept).ShouldBeRefused("not signed by a key");
        _here.Run("verify", "--checkpoint", _here.Of("program", "areas.csv")).ShouldBeRefused("no checkpoint");
    }

    [Fact]
    public void Everything_cut_off_and_written_anew_is_found_by_a_checkpoint_that_others_keep()
    {
        var kept = _here.Of("kept.txt");
        _here.Run("journal", "checkpoint", "--to", kept);
        using (var db = _here.Open().Open())
        {
            JournalDistrict.Unguard(db);
            Sql.Run(db, "DELETE FROM checkpoints");
            // A journal that agrees with itself, made of altered hashes.
            var last = Sql.Ask(db, "SELECT max(\"index\") FROM journal");
            Sql.Run(db, Engines.IsPostgres ? $"UPDATE journal SET leaf = sha256(leaf) WHERE \"index\" = {last}" : $"UPDATE journal SET leaf = randomblob(32) WHERE \"index\" = {last}");
        }

        _here.Run("verify", "--checkpoint", kept, "--json").Json.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ShouldContain("checkpointFails");
    }

    [Fact]
    public void A_new_key_signs_and_what_the_old_one_signed_still_holds()
    {
        _here.Run("journal", "checkpoint").Exit.ShouldBe(CommandLine.Done);
        var before = _here.Run("journal", "key", "--json").Json.GetProperty("signs").GetString();

        var after = _here.Run("journal", "key", "--rotate", "--json").Json;

        after.GetProperty("keys").GetArrayLength().ShouldBe(2);
        after.GetProperty("signs").GetString().ShouldNotBe(before);
        _here.Run("journal", "checkpoint").Exit.ShouldBe(CommandLine.Done);
        var told = _here.Run("verify", "--json");
        (told.Exit, told.Json.GetProperty("checkpoints").GetInt32()).ShouldBe((CommandLine.Done, 2));
        if (!OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(Path.Combine(_here.Data, "keys"))) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_forged_checkpoint_is_told()
    {
        _here.Run("journal", "checkpoint");
        using (var db = _here.Open().Open())
        {
            JournalDistrict.Unguard(db);
            Sql.Run(db, Engines.IsPostgres ? "UPDATE checkpoints SET at = at, signature = sha256(signature) || sha256(signature)" : "UPDATE checkpoints SET signature = randomblob(64)");
        }

        _here.Run("verify", "--json").Json.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ShouldBe(["checkpointForged"]);
    }

    [Fact]
    public void A_proof_holds_without_the_database_for_us_and_for_a_stranger()
    {
        var (proof, growth, kept) = (_here.Of("proof.json"), _here.Of("growth.json"), _here.Of("kept.txt"));
        _here.Run("journal", "checkpoint", "--to", kept);
        foreach (var what in (string[])["0", "5", FactId()])
        {
            _here.Run("journal", "prove", what, "--to", proof).Exit.ShouldBe(CommandLine.Done);
            var key = _here.Run("journal", "key").Lines[^1].Trim();

            Installation.Run("", ["verify", "--proof", proof, "--key", key]).Exit.ShouldBe(CommandLine.Done);
            TinyChecker.Holds(File.ReadAllText(proof), key).ShouldBeTrue(what);
            var altered = File.ReadAllText(proof).Replace("\"kind\": ", "\"kind\": 1", StringComparison.Ordinal);
            TinyChecker.Holds(altered, key).ShouldBeFalse();
            File.WriteAllText(proof, altered);
            Installation.Run("", ["verify", "--proof", proof, "--key", key]).Exit.ShouldBe(CommandLine.Refused);
        }

        _here.Run("journal", "key", "--rotate");
        _here.Run("journal", "growth", "--since", kept, "--to", growth).Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_proof_with_words_or_a_row_that_no_hash_covers_does_not_hold()
    {
        var proof = _here.Of("proof.json");
        _here.Run("journal", "checkpoint");
        string learner;
        using (var db = _here.Open().Open()) learner = Engines.IsPostgres ? Sql.Ask(db, "SELECT id::text FROM learners LIMIT 1") : Guid.Parse(Sql.Ask(db, "SELECT hex(id) FROM learners LIMIT 1")).ToString();
        _here.Run("journal", "prove", learner, "--to", proof).Exit.ShouldBe(CommandLine.Done);
        var (key, whole) = (_here.Run("journal", "key").Lines[^1].Trim(), File.ReadAllText(proof));
        Installation.Run("", ["verify", "--proof", proof, "--key", key]).Exit.ShouldBe(CommandLine.Done);
        TinyChecker.Holds(whole, key).ShouldBeTrue();
        byte[] Part(JsonNode file, string name) => Convert.FromBase64String((string)file["payload"]![name]!);
        void Put(JsonNode file, string name, byte[] bytes) => file["payload"]![name] = Convert.ToBase64String(bytes);

        (string What, Action<JsonNode> Forge)[] forgeries =
        [
            ("a row of somebody else", file => file["row"] = Convert.ToBase64String([.. Convert.FromBase64String((string)file["row"]!), 0])),
            ("words beside the true seal", file =>
            {
                file["erased"] = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData([2, .. Part(file, "salt"), .. Part(file, "rowHash"), .. Part(file, "words")]));
                Put(file, "words", "{\"is\":{\"level\":4}}"u8.ToArray());
            }),
            ("a hash that is longer by what the words lack", file =>
            {
                var both = (byte[])[.. Part(file, "rowHash"), .. Part(file, "words"), 0];
                Put(file, "rowHash", both[..33]);
                Put(file, "words", both[33..]);
            }),
        ];
        foreach (var (what, forge) in forgeries)
        {
            var file = JsonNode.Parse(whole)!;
            forge(file);
            File.WriteAllText(proof, file.ToJsonString());
            Installation.Run("", ["verify", "--proof", proof, "--key", key]).Exit.ShouldBe(CommandLine.Refused, what);
            TinyChecker.Holds(file.ToJsonString(), key).ShouldBeFalse(what);
        }
    }

    [Fact]
    public void Growth_is_proved_from_a_checkpoint_to_the_newest()
    {
        var (growth, kept) = (_here.Of("growth.json"), _here.Of("kept.txt"));
        _here.Run("journal", "checkpoint", "--to", kept);
        _here.Run("import", "undo", "--apply").Exit.ShouldBe(CommandLine.Done);

        _here.Run("journal", "growth", "--since", kept, "--to", growth).Exit.ShouldBe(CommandLine.Done);

        Installation.Run("", ["verify", "--proof", growth]).Out.ShouldContain("It holds");
        Installation.Run("", ["verify", "--proof", kept]).Exit.ShouldBe(CommandLine.Refused);
    }

    public void Dispose() => _here.Dispose();

    private string FactId()
    {
        using var db = _here.Open().Open();
        return Engines.IsPostgres ? Sql.Ask(db, "SELECT id::text FROM judgments LIMIT 1") : Guid.Parse(Sql.Ask(db, "SELECT hex(id) FROM judgments LIMIT 1")).ToString();
    }

    /// <summary>What a stranger writes from docs/reference/journal.md: nothing of Cairn is used.</summary>
    private static class TinyChecker
    {
        public static bool Holds(string file, string key)
        {
            var proof = JsonDocument.Parse(file).RootElement;
            var note = proof.GetProperty("checkpoint").GetString()!;
            var (text, signature) = (note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)], Convert.FromBase64String(note.TrimEnd('\n').Split(' ')[^1])[4..]);
            var open = Convert.FromBase64String(key.Split('+', 3)[2])[1..];
            if (!Ed25519.Verify(signature, 0, open, 0, Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text))) return false;
            var (entry, occasion, index) = (proof.GetProperty("entry"), proof.GetProperty("occasion"), proof.GetProperty("index").GetInt64());
            var row = Bytes(proof.GetProperty("row")) is { } bytes ? SHA256.HashData(bytes) : [];
            var said = proof.GetProperty("payload") is { ValueKind: JsonValueKind.Object } payload ? payload : (JsonElement?)null;
            var where = proof.GetProperty("rowIs").GetString();
            var erased = Bytes(proof.GetProperty("erased"));
            if (erased is not null && (said is not null || where == "seal" && row.Length > 0)) return false;
            if (where == "hash" && row.Length > 0 && !(said is { } left && Bytes(left.GetProperty("rowHash"))!.AsSpan().SequenceEqual(SHA256.HashData([.. Bytes(left.GetProperty("salt"))!, .. row])))) return false;
            if (said is { } held && !Fits(Bytes(held.GetProperty("salt"))!, Bytes(held.GetProperty("rowHash"))!, Bytes(held.GetProperty("words"))!, where == "seal")) return false;
            var seal = erased ?? Hash(2, said is { } one ? Bytes(one.GetProperty("salt"))! : new byte[16], where == "seal" ? row : said is { } two ? [.. Bytes(two.GetProperty("rowHash"))!, .. Bytes(two.GetProperty("words"))!] : []);
            byte[] kept =
            [
                .. Number(entry.GetProperty("act").GetInt64()), .. Number(entry.GetProperty("kind").GetInt64()), .. Id(entry.GetProperty("row")), .. Id(entry.GetProperty("learner")),
                .. Number(occasion.GetProperty("id").GetInt64()), .. Number(occasion.GetProperty("at").GetInt64()), .. Number(occasion.GetProperty("actor").GetInt64()),
                .. Id(occasion.GetProperty("person")), .. Id(occasion.GetProperty("account")), .. Id(occasion.GetProperty("onBehalfOf")),
                .. Text(occasion.GetProperty("purpose")), .. Text(occasion.GetProperty("where")), .. Text(occasion.GetProperty("from")), .. where == "leaf" ? row : [],
            ];
            var hash = Hash(0, Number(index), seal, kept);
            var lines = text.Split('\n');
            var (at, last) = (index, long.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture) - 1);
            foreach (var beside in proof.GetProperty("path").EnumerateArray().Select(step => Convert.FromBase64String(step.GetString()!)))
            {
                if ((at & 1) == 1 || at == last)
                {
                    hash = Hash(1, beside, hash);
                    while ((at & 1) == 0 && at != 0) (at, last) = (at >> 1, last >> 1);
                }
                else hash = Hash(1, hash, beside);
                (at, last) = (at >> 1, last >> 1);
            }

            return last == 0 && hash.AsSpan().SequenceEqual(Convert.FromBase64String(lines[2]));
        }

        private static bool Fits(byte[] salt, byte[] rowHash, byte[] words, bool isSealed)
        {
            if (salt.Length != 16 || (isSealed && rowHash.Length + words.Length > 0)) return false;
            if (words.Length == 0) return rowHash.Length is 0 or 32;
            var reader = new Utf8JsonReader(words);
            return rowHash.Length is 0 or 32 && JsonDocument.TryParseValue(ref reader, out var whole) && whole.RootElement.ValueKind == JsonValueKind.Object && reader.BytesConsumed == words.Length;
        }

        private static byte[] Hash(byte kind, params byte[][] parts) => SHA256.HashData([kind, .. parts.SelectMany(part => part)]);

        private static byte[] Number(long number) => [.. BitConverter.GetBytes(number).Reverse()];

        private static byte[] Id(JsonElement id) => id.GetGuid().ToByteArray(bigEndian: true);

        private static byte[] Text(JsonElement text) => Encoding.UTF8.GetBytes(text.GetString()!) is var bytes ? [.. Number(bytes.Length), .. bytes] : [];

        private static byte[]? Bytes(JsonElement text) => text.ValueKind == JsonValueKind.Null ? null : Convert.FromBase64String(text.GetString()!);
    }
}
