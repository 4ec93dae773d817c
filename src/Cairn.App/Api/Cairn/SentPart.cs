using System.Globalization;
using System.Text;
using System.Text.Json;
using Cairn.App.Ui.Kit;
using Cairn.Interop.Csv;
using Cairn.Learning;

namespace Cairn.App.Api.Cairn;

/// <summary>
/// One object of what was sent, read field by field. What is wrong is said with its place; what nobody asked for is a fault and never
/// passed over, so that no field that Cairn sets itself can be slipped in.
/// </summary>
internal sealed class SentPart
{
    public const string Unknown = "no such field: it is not known here, or Cairn sets it itself";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];

    private readonly JsonElement _object;
    private readonly string _at;
    private readonly List<Fault> _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<SentPart> _inner = [];

    public SentPart(JsonElement whole) : this(whole, "", []) { }

    private SentPart(JsonElement whole, string at, List<Fault> faults) => (_object, _at, _faults) = (whole, at, faults);

    /// <summary>What is wrong, once everything was asked for.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            AddUnknown();
            return _faults;
        }
    }

    /// <summary>Where the object stands.</summary>
    public string At => _at;

    public void Refuse(string name, string rule) => _faults.Add(new Fault(Place(name), rule));

    /// <summary>Is a field there, even where it says null?</summary>
    public bool IsSent(string name) => _object.TryGetProperty(name, out _);

    /// <summary>A text; empty where there is none.</summary>
    public string Text(string name, int most, bool isNeeded = false)
    {
        if (Find(name) is not { } value)
        {
            if (isNeeded) Refuse(name, "is needed");
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && Whole(value) is { } text && text.Length <= most && (!isNeeded || !string.IsNullOrWhiteSpace(text))) return text.Trim();
        Refuse(name, $"a text of at most {most} characters, without control characters");
        return "";
    }

    /// <summary>An id; null where there is none.</summary>
    public Guid? Id(string name, bool isNeeded = false)
    {
        if (Find(name) is not { } value)
        {
            if (isNeeded) Refuse(name, "is needed");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Whole(value) is { } text && Guid.TryParseExact(text, "D", out var id)) return id;
        Refuse(name, "a UUID");
        return null;
    }

    /// <summary>A whole number within bounds; null where there is none.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Refuse(name, $"a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A number with two decimals at most; null where there is none.</summary>
    public decimal? Level(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is >= 0 and <= 1_000_000 && decimal.Round(number, 2) == number) return number;
        Refuse(name, "a number from 0 on, with two decimals at most");
        return null;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.ValueKind == JsonValueKind.True;
        Refuse(name, "true or false");
        return false;
    }

    /// <summary>A moment with its offset, or a day, which means its beginning in the district.</summary>
    public DateTime? Moment(string name, TimeZoneInfo zone)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && Whole(value) is { } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1) return Instant.Utc(ZonedDay.StartOf(day, zone));
            if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return Instant.Utc(moment.UtcDateTime);
        }

        Refuse(name, "a day as 2026-01-31, or a moment as 2026-01-31T12:00:00Z");
        return null;
    }

    /// <summary>One of the words of an enum, in lower camel case; null where there is none.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && Whole(value) is { } text)
            foreach (var one in Enum.GetValues<T>())
                if (Word.Of(one) == text) return one;
        Refuse(name, $"one of {string.Join(", ", Enum.GetValues<T>().Select(Word.Of))}");
        return null;
    }

    /// <summary>An absolute http or https address.</summary>
    public string Address(string name)
    {
        var text = Text(name, 2000, isNeeded: true);
        if (text.Length > 0 && !EvidenceLook.IsSafe(text)) Refuse(name, "an absolute http or https address");
        return text;
    }

    /// <summary>A list of objects; empty where there is none.</summary>
    public IReadOnlyList<SentPart> Parts(string name, int least, int most)
    {
        if (Find(name) is not { } value && least == 0) return [];
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() < least || list.GetArrayLength() > most || list.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.Object))
        {
            Refuse(name, $"a list of {least} to {most} objects");
            return [];
        }

        var parts = list.EnumerateArray().Select((one, i) => new SentPart(one, string.Create(CultureInfo.InvariantCulture, $"{Place(name)}/{i}"), _faults)).ToList();
        _inner.AddRange(parts);
        return parts;
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    // An escape can make half a character, which no database stores; and no key types the characters before the blank.
    private static string? Whole(JsonElement value)
    {
        try
        {
            var text = value.GetString()!;
            return text.Any(one => char.IsControl(one) && one is not ('\n' or '\r' or '\t')) || text.EnumerateRunes().Any(one => one == Rune.ReplacementChar) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void AddUnknown()
    {
        foreach (var one in _object.EnumerateObject())
            if (_asked.Add(one.Name)) _faults.Add(new Fault(Place(one.Name.Length > 60 ? one.Name[..60] : one.Name), Unknown));
        foreach (var one in _inner) one.AddUnknown();
    }

    private string Place(string name) => $"{_at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
