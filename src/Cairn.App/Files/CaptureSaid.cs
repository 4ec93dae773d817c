using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.App.Ui.Kit;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage.Captures;
using Cairn.Storage.Files;

namespace Cairn.App.Files;

/// <summary>What a device says of a capture before its files come. It says no level, and nobody who judged: a field that is not here is refused.</summary>
/// <param name="Id">The key that the device gave it.</param>
/// <param name="By">Whose queue it waited in; only they may send it.</param>
/// <param name="Kind">How learning was shown, such as "demonstration" or "conversation".</param>
internal sealed record CaptureSaid(Guid Id, Guid By, string Kind)
{
    private const int LongestTitle = 500;
    private const int LongestWords = 8000;
    private const int LongestName = 500;

    public string Title { get; init; } = "";

    public string Words { get; init; } = "";

    public IReadOnlyList<Guid> Learners { get; init; } = [];

    public IReadOnlyList<ClaimSaid> Claims { get; init; } = [];

    /// <summary>When it was shown: a day, or a moment with Z; empty for now.</summary>
    public string At { get; init; } = "";

    public string Link { get; init; } = "";

    public IReadOnlyList<FileSaid> Files { get; init; } = [];

    /// <summary>The project that it belongs to; null for none.</summary>
    public Guid? Project { get; init; }

    /// <summary>Is it whole, within bounds, and anything at all?</summary>
    public bool IsGood => Id != Guid.Empty && IsShown(Kind, out _) && IsText(Title, LongestTitle) && IsText(Words, LongestWords) && Learners is { Count: >= 1 and <= CaptureLimits.MostLearners }
        && Claims is { Count: <= CaptureLimits.MostClaims } && Claims.All(one => one is not null) && (Link is "" || (Link is { Length: <= 2000 } && IsText(Link, 2000) && EvidenceLook.IsSafe(Link)))
        && Files is { Count: <= CaptureLimits.MostFiles } && Files.All(one => one is { Size: > 0, Name: not null, Sha256: not null } && IsText(one.Name, LongestName) && (one.Words is null || IsText(one.Words, LongestName)) && FileStore.IsHash(one.Sha256))
        && At is not null && (At.Length == 0 || Moment(TimeZoneInfo.Utc) is not null) && (Files.Count > 0 || Link.Length > 0 || !string.IsNullOrWhiteSpace(Words));

    /// <summary>Is a capture that was begun, as it lies on the disk, of a learner? What cannot be read any more is of nobody.</summary>
    public static bool IsOf(byte[] said, Guid learner)
    {
        try
        {
            return JsonSerializer.Deserialize(said, CaptureJson.Default.CaptureSaid)?.Learners.Contains(learner) == true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The capture that it is.</summary>
    /// <param name="zone">The district's clock.</param>
    /// <param name="now">The moment, UTC: what a device whose clock runs ahead says is later, is now.</param>
    public CaptureAsk Ask(TimeZoneInfo zone, DateTime now)
    {
        var at = Moment(zone);
        if (at > now && at < now.AddDays(1) && At.Contains('T', StringComparison.Ordinal)) at = null;
        return new CaptureAsk(Id, IsShown(Kind, out var kind) ? kind : default, Title.Trim(), Words.Trim(), [.. Learners.Distinct().Select(one => new LearnerId(one))],
            [.. Claims.Select(one => (new CompetencyId(one.Competency), one.Target is { } target ? new TargetId(target) : (TargetId?)null))], at, Link)
        {
            Project = Project is { } project && project != Guid.Empty ? new ProjectId(project) : null,
        };
    }

    private DateTime? Moment(TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(At, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1) return Instant.Utc(ZonedDay.StartOf(day, zone));
        return DateTimeOffset.TryParseExact(At, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Instant.Utc(moment.UtcDateTime) : null;
    }

    // What nobody shows by hand is a decision about a whole body.
    private static bool IsShown(string? word, out EvidenceKind kind)
    {
        kind = default;
        foreach (var one in Enum.GetValues<EvidenceKind>())
            if (one != EvidenceKind.Decision && string.Equals(one.ToString(), word, StringComparison.OrdinalIgnoreCase))
            {
                kind = one;
                return true;
            }

        return false;
    }

    private static bool IsText(string? text, int most) => text is not null && text.Length <= most && text.All(one => !char.IsControl(one) || one is '\n' or '\r' or '\t');
}

/// <summary>What a capture speaks to.</summary>
internal sealed record ClaimSaid(Guid Competency, Guid? Target = null);

/// <summary>A file that will come; what type it is said to be is not asked. Words say what is seen in a picture, for who does not see it.</summary>
internal sealed record FileSaid(string Name, long Size, string Sha256, string? Type = null, string? Words = null);

/// <summary>How far a capture is.</summary>
/// <param name="Id">Its key.</param>
/// <param name="State">"waiting", "saved" or "refused".</param>
/// <param name="Files">How many bytes of each file are here.</param>
/// <param name="Pieces">The pieces that it became.</param>
/// <param name="Error">Why it is refused, in a word; null where it is not.</param>
/// <param name="Text">The same for a person, in their language.</param>
internal sealed record CaptureState(Guid Id, string State, IReadOnlyList<long> Files, IReadOnlyList<Guid> Pieces, string? Error = null, string? Text = null)
{
    /// <summary>Whose each piece is and where one goes on with it; null where it did not arrive.</summary>
    public IReadOnlyList<CapturedOf>? Of { get; init; }
}

/// <summary>A piece that a capture became.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Learner">Whose it is.</param>
/// <param name="Name">Their name.</param>
/// <param name="Judges">Does whoever captured it judge it too? Else it is seen only.</param>
public sealed record CapturedOf(Guid Piece, Guid Learner, string Name, bool Judges)
{
    /// <summary>Where it is judged, or seen.</summary>
    public string Href => Judges ? $"/learners/{Learner:N}/judge?piece={Piece:N}" : $"/evidence/{Piece:N}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(CaptureSaid))]
[JsonSerializable(typeof(CaptureState))]
internal sealed partial class CaptureJson : JsonSerializerContext;
