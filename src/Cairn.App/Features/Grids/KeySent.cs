using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.App.Access;
using Cairn.Interop.Csv;
using Cairn.Learning.Scales;

namespace Cairn.App.Features.Grids;

/// <summary>What a key in the grid says, as it was sent.</summary>
/// <param name="Id">Made by whoever sends it: sent again, it is the same.</param>
/// <param name="Learner">Of whom.</param>
/// <param name="Code">The competency's code.</param>
/// <param name="Framework">The framework's code; empty for the first.</param>
/// <param name="Stage">The stage that is filtered for; null for the highest that is open.</param>
/// <param name="Do">"level", "exact", "missed", "few", "comment", "back" or "undo".</param>
/// <param name="Key">The digit that was typed, or the number of the level.</param>
/// <param name="Comment">Words for the learner.</param>
/// <param name="What">What the class did; empty for what was seen in passing.</param>
/// <param name="On">The day; empty for today.</param>
/// <param name="Undo">What is undone.</param>
internal sealed record KeySent(string? Id, string? Learner, string? Code, string? Framework, int? Stage, string? Do, string? Key, string? Comment, string? What, string? On, string? Undo)
{
    public const int LongestWhat = 200;
    public const int LongestComment = 2000;

    /// <summary>Reads it; null where it is none that can be read.</summary>
    public static async Task<KeySent?> Read(HttpRequest request)
    {
        if (!request.HasJsonContentType()) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, GridJson.Default.KeySent, request.HttpContext.RequestAborted) is { } sent && sent.IsGood ? sent : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonIgnore] public Guid Own => IdOf(Id);

    [JsonIgnore] public Guid Whose => IdOf(Learner);

    [JsonIgnore] public Guid Undone => IdOf(Undo);

    /// <summary>What was said that is no level.</summary>
    [JsonIgnore] public NonScore? NonScore => Do switch { "missed" => Cairn.Learning.Scales.NonScore.Missed, "few" => Cairn.Learning.Scales.NonScore.InsufficientEvidence, _ => null };

    /// <summary>The day and the moment of showing: now, or the beginning of an earlier day; null where it is no day.</summary>
    public (DateOnly Day, DateTime ShownOn)? Shown(Visit visit)
    {
        if (string.IsNullOrEmpty(On)) return (visit.Today, visit.Now);
        if (!DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1901 or > 9000) return null;
        return (day, day == visit.Today ? visit.Now : ZonedDay.StartOf(day, visit.Served.Zone));
    }

    private bool IsGood => Whose != Guid.Empty && Code is { Length: > 0 and <= 200 } && (What ?? "").Length <= LongestWhat && (Comment ?? "").Length <= LongestComment && !Nul(What) && !Nul(Comment)
        && (Do is "back" || Own != Guid.Empty)
        && Do switch { "level" or "exact" => Key is { Length: > 0 and < 8 }, "missed" or "few" or "back" => true, "comment" => !string.IsNullOrWhiteSpace(Comment), "undo" => Undone != Guid.Empty, _ => false };

    private static bool Nul(string? text) => text?.Contains('\0', StringComparison.Ordinal) ?? false;

    private static Guid IdOf(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeySent))]
internal sealed partial class GridJson : JsonSerializerContext;
