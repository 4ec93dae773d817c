using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cairn.Storage.Journal;

/// <summary>What a row was and is, as the journal says it: only what changed. Secrets are named and never said.</summary>
internal static class JournalWords
{
    /// <summary>What is said in place of a secret.</summary>
    public const string Secret = "secret";

    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        "PasswordHash", "SecurityStamp", "TotpKey", "TotpStep", "RecoveryCodes", "ClientSecret", "TokenHash", "CodeHash", "SecretHash", "PicturesHash", "Data",
    };

    /// <summary>What an entry says of a row's change.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="why">Why, as whoever acts said it.</param>
    /// <param name="digest">The hash of a row as it lay there: it ties the entry to the one before it about the same row, so that what was
    /// altered between the two is found. Null for rows that the journal does not hash.</param>
    public static byte[] Of(EntityEntry entry, string why, Func<object, Learning.Journal.TreeHash>? digest)
    {
        var (was, isNow) = (new SortedDictionary<string, object?>(StringComparer.Ordinal), new SortedDictionary<string, object?>(StringComparer.Ordinal));
        var before = entry.OriginalValues;
        // The hash has no salt: of a private note, which may be a few words, it would let somebody try what it had said.
        if (entry.Metadata.ClrType == typeof(Learning.Privacy.PrivateNote)) digest = null;
        // A row that was put in place of another brings no memory of it, and one that was read a while ago has none of what came between.
        var stored = digest is not null || (entry.State == EntityState.Modified && entry.Properties.All(one => Equals(before[one.Metadata], one.CurrentValue))) ? entry.GetDatabaseValues() : null;
        var from = digest is not null && stored is not null ? digest(stored.ToObject()).ToString() : null;
        if (stored is not null && entry.State == EntityState.Modified && entry.Properties.All(one => Equals(before[one.Metadata], one.CurrentValue))) before = stored;
        foreach (var column in entry.Properties)
        {
            var (old, now) = (before[column.Metadata], entry.State == EntityState.Deleted ? null : column.CurrentValue);
            if (Equals(old, now) || (old is byte[] one && now is byte[] other && one.AsSpan().SequenceEqual(other))) continue;
            var name = column.Metadata.GetColumnName();
            if (Secrets.Contains(column.Metadata.Name) || IsUnsaid(entry.Metadata.ClrType, column.Metadata.Name)) (was[name], isNow[name]) = (Secret, Secret);
            else (was[name], isNow[name]) = (Said(old), Said(now));
        }

        if (entry.State == EntityState.Deleted) return JsonSerializer.SerializeToUtf8Bytes(new { from, was, why = Null(why) }, Json);
        return JsonSerializer.SerializeToUtf8Bytes(new { from, was, @is = isNow, why = Null(why) }, Json);
    }

    /// <summary>The hash of the row that a change began with; null where an entry does not say it.</summary>
    public static Learning.Journal.TreeHash? FromOf(ReadOnlySpan<byte> words)
    {
        var begin = "{\"from\":\""u8;
        const int Digits = Learning.Journal.TreeHash.Length * 2;
        if (words.Length < begin.Length + Digits || !words.StartsWith(begin)) return null;
        Span<byte> hash = stackalloc byte[Learning.Journal.TreeHash.Length];
        return Convert.FromHexString(words.Slice(begin.Length, Digits), hash, out _, out _) == System.Buffers.OperationStatus.Done ? Learning.Journal.TreeHash.From(hash) : null;
    }

    // A note in sole possession: the journal says that it changed, and nobody reads there what it says, not even after it was shared,
    // for what it said before was never anybody else's.
    private static bool IsUnsaid(Type row, string column) => row == typeof(Learning.Privacy.PrivateNote) && column == nameof(Learning.Privacy.PrivateNote.Text);

    private static string? Null(string text) => text.Length == 0 ? null : text;

    private static object? Said(object? value) => value switch
    {
        null or bool or int or long or double or decimal or Guid or DateOnly or DateTime => value,
        string { Length: > 4000 } text => text[..4000],
        string text => text,
        Enum named => named.ToString(),
        byte[] bytes => $"{bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        _ when Db.Ids.Contains(value.GetType()) => IdValues.Of(value),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), Json),
    };
}
