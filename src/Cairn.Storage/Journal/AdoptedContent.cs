using System.Security.Cryptography;
using System.Text.Json;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>What a table held of a version when it was adopted.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">SHA-256 over the rows in the order of their ids, each as its id and the hash of its bytes.</param>
/// <param name="Marks">The first four bytes of each row's hash in that order, in base 64: they tell which row was altered, and prove nothing.</param>
internal sealed record AdoptedTable(string Table, int Rows, string Hash, string Marks);

/// <summary>All that a version holds, as hashes: told when it is adopted, and compared when the record is verified.</summary>
internal static class AdoptedContent
{
    private const int MarkLength = 4;

    private static readonly IReadOnlyList<Type> Tables = [typeof(FrameworkVersion), .. Db.OfVersions];

    /// <summary>What a version holds now.</summary>
    public static IReadOnlyList<AdoptedTable> Of(Engine engine, Db db, FrameworkVersionId version) => [.. Tables.Select(type => Of(engine, db, type, version).Table)];

    /// <summary>What the entry of an adoption says.</summary>
    public static object Told(Engine engine, Db db, FrameworkVersionId version) => new { content = Of(engine, db, version) };

    /// <summary>What an entry of an adoption said; null where it says nothing of the kind.</summary>
    public static IReadOnlyList<AdoptedTable>? Read(byte[] words)
    {
        try
        {
            using var said = JsonDocument.Parse(words);
            return said.RootElement.TryGetProperty("said", out var told) && told.TryGetProperty("content", out var content) ? content.Deserialize<List<AdoptedTable>>(JournalWords.Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is not as it was adopted: the table, and the rows where their number is the same.</summary>
    public static IEnumerable<(string Table, string Id)> Differences(Engine engine, Db db, FrameworkVersionId version, IReadOnlyList<AdoptedTable> adopted)
    {
        foreach (var type in Tables)
        {
            var (now, ids) = Of(engine, db, type, version);
            var then = adopted.FirstOrDefault(one => one.Table == now.Table) ?? new AdoptedTable(now.Table, 0, Hash([]), "");
            if (now.Hash == then.Hash) continue;
            var (before, after) = (Convert.FromBase64String(then.Marks), Convert.FromBase64String(now.Marks));
            var altered = before.Length != after.Length ? [] : Enumerable.Range(0, ids.Count).Where(i => !before.AsSpan(i * MarkLength, MarkLength).SequenceEqual(after.AsSpan(i * MarkLength, MarkLength))).ToList();
            if (altered.Count == 0) yield return (now.Table, version.Value.ToString());
            foreach (var at in altered) yield return (now.Table, ids[at].ToString());
        }
    }

    private static (AdoptedTable Table, IReadOnlyList<Guid> Ids) Of(Engine engine, Db db, Type type, FrameworkVersionId version)
    {
        var rows = TableReading.Of(engine, db, type, version.Value).Select(one => (Id: RowNumber.Of(one.Id ?? Guid.Empty), Digest: one.Digest ?? TreeHash.Empty)).OrderBy(one => one.Id).ToList();
        var marks = new byte[rows.Count * MarkLength];
        for (var i = 0; i < rows.Count; i++) rows[i].Digest.ToBytes().AsSpan(0, MarkLength).CopyTo(marks.AsSpan(i * MarkLength));
        return (new AdoptedTable(RowBytes.Of(db, type).Table.GetTableName()!, rows.Count, Hash(rows), Convert.ToBase64String(marks)), rows.ConvertAll(one => RowNumber.IdOf(one.Id)));
    }

    private static string Hash(IEnumerable<(UInt128 Id, TreeHash Digest)> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[16 + TreeHash.Length];
        foreach (var (id, digest) in rows)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
            digest.CopyTo(bytes[16..]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
