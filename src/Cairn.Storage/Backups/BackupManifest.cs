using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Storage.Backups;

/// <summary>What an archive says of itself. It is the archive's last entry, for its hashes are known only then.</summary>
/// <param name="Format">The number of the archive's format.</param>
/// <param name="Cairn">The version of cairn that made it.</param>
/// <param name="Engine">The engine that the record was on: "sqlite" or "postgres".</param>
/// <param name="Schema">The newest migration of that engine that the record had.</param>
/// <param name="District">Whose record it is.</param>
/// <param name="MadeAt">The moment it shows, UTC.</param>
/// <param name="StateHash">The hash over every row: that of <see cref="RecordState"/>.</param>
/// <param name="Facts">How many facts there are, by table.</param>
/// <param name="Tables">Every table, each an entry <c>tables/NAME.jsonl</c>.</param>
/// <param name="Files">Every file, each an entry <c>files/PATH</c>.</param>
public sealed record BackupManifest(
    int Format, string Cairn, string Engine, string Schema, BackupDistrict District, DateTime MadeAt, string StateHash,
    IReadOnlyDictionary<string, long> Facts, IReadOnlyList<TableState> Tables, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The format that is written, and the only one that is read.</summary>
    public const int NewestFormat = 1;

    /// <summary>The name of the entry.</summary>
    internal const string Entry = "manifest.json";

    /// <summary>The longest manifest that is read, in bytes.</summary>
    internal const int Longest = 128 << 20;

    // Strict: an unknown or a doubled name is a fault, and nothing but these types is ever made of what is read.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, MaxDepth = 8, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest; null where it is none.</summary>
    internal static BackupManifest? FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Json);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The number of a manifest whose format may be another; null where there is none.</summary>
    internal static int? FormatOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var whole = JsonDocument.ParseValue(ref reader);
            return whole.RootElement.ValueKind == JsonValueKind.Object && whole.RootElement.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Whose record an archive holds.</summary>
/// <param name="Name">The district's short name.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="TimeZone">IANA name of the zone its days begin in.</param>
public sealed record BackupDistrict(string Name, Guid Id, string Title, string TimeZone);

/// <summary>A file of an archive.</summary>
/// <param name="Path">Where it stands below the district's folder of files, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
