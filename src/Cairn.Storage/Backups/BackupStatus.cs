using System.Text.Json;

namespace Cairn.Storage.Backups;

/// <summary>What the last nightly backup came to: read by doctor and by metrics. It names no person.</summary>
/// <param name="TriedAt">When it was last tried, UTC.</param>
/// <param name="Night">The night it was tried for: the district's own day.</param>
/// <param name="GoodAt">When one was last made, restored and found good, UTC; null where none was.</param>
/// <param name="File">The name of that one's file; empty where none was.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="StateHash">The state that was found in it.</param>
/// <param name="Seconds">How long making and checking took.</param>
/// <param name="Trouble">What went wrong the last time; empty where it went well.</param>
public sealed record BackupStatus(DateTime TriedAt, DateOnly Night, DateTime? GoodAt, string File, long Bytes, string StateHash, double Seconds, string Trouble)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Did the last one go well?</summary>
    public bool IsGood => Trouble.Length == 0;

    /// <summary>Reads it; null where there is none, or nothing that can be read.</summary>
    public static BackupStatus? Read(string file)
    {
        try
        {
            return System.IO.File.Exists(file) ? JsonSerializer.Deserialize<BackupStatus>(System.IO.File.ReadAllBytes(file), Json) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string file) => DurableFile.Write(file, to => JsonSerializer.Serialize(to, this, Json));
}
