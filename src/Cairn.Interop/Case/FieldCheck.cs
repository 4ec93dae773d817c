using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>Holds an object against its class in CASE 1.1. What we need and is missing refuses; all else is warned of and kept.</summary>
internal sealed class FieldCheck(CaseFaults faults)
{
    private const string Keep = "it is kept and written back as it stands; mend it at the source";

    private static readonly SearchValues<char> Scheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create(" \t\r\n<>\"{}|\\^`");

    /// <summary>Checks the fields of an object; false for what is no object.</summary>
    public bool Check(JsonElement one, CaseClass of, CasePlace place, bool isNeeded)
    {
        if (one.ValueKind != JsonValueKind.Object)
        {
            if (isNeeded) faults.Error(place, CaseFaults.Show(one), $"a {of.Name} is an object", "take it out, or write the object");
            else Odd(place, one, $"a {of.Name} is an object");
            return false;
        }

        foreach (var field in one.EnumerateObject())
        {
            var name = field.Name;
            if (!of.Fields.TryGetValue(name, out var form))
                faults.Warn(place.Field(name), CaseFaults.Show(field.Value), $"{of.Name} has no field {name} in CASE 1.1", "it is kept and written back; nothing needs doing", CaseFaults.FormShown);
            else if (of.Needed.Contains(name) && !Serves(field.Value, form))
                faults.Error(place.Field(name), CaseFaults.Show(field.Value), $"a {of.Name} has {A(name)}, {(form == CaseForm.End ? "an object with an identifier or a uri" : "a text that is not empty")}", $"write the {name}");
            else Field(field.Value, form, of, name, place);
        }

        foreach (var name in of.Required)
            if (!one.TryGetProperty(name, out _)) Missing(of, name, place);
        return true;
    }

    private void Missing(CaseClass of, string name, CasePlace place)
    {
        if (of.Needed.Contains(name)) faults.Error(place.Field(name), "", $"a {of.Name} has {A(name)}", $"write the {name}, or take the object out");
        else faults.Warn(place.Field(name), "", $"a {of.Name} has {A(name)} in CASE 1.1", "it is read without; fill it in at the source", CaseFaults.FormShown);
    }

    private void Field(JsonElement value, CaseForm form, CaseClass of, string name, CasePlace place)
    {
        switch (form)
        {
            case CaseForm.Link when value.ValueKind == JsonValueKind.Object:
                Check(value, Wire.Link, place.Field(name), isNeeded: false);
                break;
            case CaseForm.End when value.ValueKind == JsonValueKind.Object:
                Check(value, Wire.End, place.Field(name), isNeeded: false);
                break;
            case CaseForm.Links when value.ValueKind == JsonValueKind.Array:
                var at = 0;
                foreach (var one in value.EnumerateArray()) Check(one, Wire.Link, place.One(name, at++), isNeeded: false);
                break;
            case CaseForm.Part or CaseForm.Parts:
                break;
            default:
                if (Fault(value, form) is { } rule) Odd(place.Field(name), value, $"{of.Name}.{name} is {rule}");
                break;
        }
    }

    private void Odd(CasePlace place, JsonElement value, string rule) => faults.Warn(place, CaseFaults.Show(value), rule, Keep, CaseFaults.FormShown);

    private static string A(string field) => (field[0] is 'a' or 'i' or 'o' ? "an " : "a ") + field;

    private static bool Serves(JsonElement value, CaseForm form) => form == CaseForm.End
        ? value.ValueKind == JsonValueKind.Object && (HasText(value, "identifier") || HasText(value, "uri"))
        : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString());

    private static bool HasText(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString());

    private static string? Fault(JsonElement value, CaseForm form) => form switch
    {
        CaseForm.Text => IsText(value) ? null : "a text",
        CaseForm.Uuid => IsText(value) && value.TryGetGuid(out _) ? null : "a UUID",
        CaseForm.Address => IsText(value) && IsAddress(value.GetString()!) ? null : "an absolute URI",
        CaseForm.Day => IsText(value) && IsDay(value.GetString()!) ? null : "a day such as 2026-03-31",
        CaseForm.Moment => IsText(value) && IsMoment(value) ? null : "a moment with its offset, such as 2026-03-31T14:05:00Z",
        CaseForm.Number => value.ValueKind == JsonValueKind.Number ? null : "a number",
        CaseForm.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.Truncate(number) == number ? null : "a whole number",
        CaseForm.Texts => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText) ? null : "a list of texts",
        CaseForm.Link or CaseForm.End => "an object with title, identifier and uri",
        CaseForm.Links => "a list of objects with title, identifier and uri",
        CaseForm.Target => IsText(value) && (value.ValueEquals("CASE"u8) || CaseAssociationType.IsOwn(value.GetString()!)) ? null : "CASE, or a word that begins with ext:",
        // Types are spoken of where associations are: there the text itself is told.
        CaseForm.Kind => IsText(value) ? null : "a text",
        CaseForm.Version => IsText(value) && value.ValueEquals("1.1"u8) ? null : "1.1",
        CaseForm.Open => value.ValueKind == JsonValueKind.Object ? null : "an object",
        CaseForm.Opens => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object) ? null : "a list of objects",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This form is checked elsewhere."),
    };

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    /// <summary>Has it a scheme, something behind it, and no space (RFC 3986)? Any scheme will do: publishers have their own.</summary>
    public static bool IsAddress(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter(text[0])
            && !text.AsSpan(0, colon).ContainsAnyExcept(Scheme) && !text.AsSpan().ContainsAny(NeverInAddress);
    }

    /// <summary>Is it a day that exists, as yyyy-MM-dd?</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // RFC 3339: T between day and time, and an offset. .NET alone takes less.
    private static bool IsMoment(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        return raw.Length >= 20 && raw[10] is (byte)'T' or (byte)'t' && (raw[^1] is (byte)'Z' or (byte)'z' || raw[^6] is (byte)'+' or (byte)'-') && value.TryGetDateTimeOffset(out _);
    }
}
