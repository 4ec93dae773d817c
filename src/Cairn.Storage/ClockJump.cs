using System.Text.Json;

namespace Cairn.Storage;

/// <summary>The last time that the clock jumped under a process that was serving, or the machine slept: kept in the data folder.</summary>
/// <param name="At">When it was noticed, by the clock as it was then, UTC.</param>
/// <param name="Seconds">By how much it was put forward; less than nothing where it was put back.</param>
public sealed record ClockJump(DateTime At, double Seconds)
{
    internal const string FileName = "clock.json";

    /// <summary>Reads it; null where there was none, or nothing that can be read.</summary>
    public static ClockJump? Of(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return File.Exists(In(folder)) ? JsonSerializer.Deserialize<ClockJump>(File.ReadAllBytes(In(folder)), JsonSerializerOptions.Web) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps it.</summary>
    public void Write(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        DurableFile.Write(In(folder), to => JsonSerializer.Serialize(to, this, JsonSerializerOptions.Web));
    }

    private static string In(DataFolder folder) => Path.Combine(folder.Path, FileName);
}
