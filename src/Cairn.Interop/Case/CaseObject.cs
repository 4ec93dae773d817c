using System.Globalization;
using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>A link as CASE writes it. A part is null where the package leaves it out.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Identifier">The identifier of what it points to; a UUID, or any text at an association's end.</param>
/// <param name="Uri">Its address.</param>
public sealed record CaseLink(string? Title, string? Identifier, string? Uri);

/// <summary>
/// An object of a package: its JSON whole, and what we read of it. A field that is missing, null or of another type than
/// CASE gives it reads as null (a list: empty); the JSON keeps what was written.
/// </summary>
public abstract class CaseObject
{
    private protected CaseObject(JsonElement json) => (Json, Identifier) = (json, Text(json, "identifier") ?? "");

    /// <summary>All of it, as it was written: every field in its order, unknown ones too.</summary>
    public JsonElement Json { get; }

    /// <summary>The identifier as written, a UUID in good packages; empty where it is missing, which only associations, definitions and rubrics may be.</summary>
    public string Identifier { get; }

    /// <summary>The address.</summary>
    public string? Uri => TextOf("uri");

    /// <summary>When the publisher changed it last.</summary>
    public DateTimeOffset? LastChangeDateTime => Field("lastChangeDateTime") is { ValueKind: JsonValueKind.String } one && one.TryGetDateTimeOffset(out var moment) ? moment : null;

    /// <summary>The publisher's own fields (CASE 1.1).</summary>
    public JsonElement? Extensions => Field("extensions");

    internal abstract CaseClass Class { get; }

    /// <summary>A text by the name of its field.</summary>
    public string? TextOf(string field) => Text(Json, field);

    /// <summary>A list of texts by the name of its field; empty where there is none.</summary>
    public IReadOnlyList<string> TextsOf(string field) => Field(field) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];

    /// <summary>A number by the name of its field; null too where it is beyond 28 digits.</summary>
    public decimal? NumberOf(string field) => Field(field) is { ValueKind: JsonValueKind.Number } one && one.TryGetDecimal(out var number) ? number : null;

    /// <summary>A day by the name of its field.</summary>
    public DateOnly? DayOf(string field) => DateOnly.TryParseExact(TextOf(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A link by the name of its field.</summary>
    public CaseLink? LinkOf(string field) => Field(field) is { ValueKind: JsonValueKind.Object } one ? new CaseLink(Text(one, "title"), Text(one, "identifier"), Text(one, "uri")) : null;

    internal abstract CaseObject Remade(JsonElement json);

    private protected JsonElement? Field(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value : null;

    private protected IReadOnlyList<T> Parts<T>(string field, Func<JsonElement, T> make) =>
        Field(field) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(make)] : [];

    private static string? Text(JsonElement of, string field) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
