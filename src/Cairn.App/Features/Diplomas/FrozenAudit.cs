using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.App.Ui.Reasons;
using Cairn.Interop.Policies;
using Cairn.Learning.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>A requirement as it stood when the diploma was awarded.</summary>
/// <param name="Name">What people called it.</param>
/// <param name="Depth">How deep it stood.</param>
/// <param name="Status">How it stood, as audits write it.</param>
/// <param name="Used">What it was met by, with how much of it.</param>
public sealed record FrozenRow(string Name, int Depth, string Status, IReadOnlyList<string> Used);

/// <summary>An audit as text that stands by itself: the version of the rules, what was looked at, and the audit. The same audit is always the same text, and it is read without the record.</summary>
internal static class FrozenAudit
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static string Text(DiplomaAudit audit)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("plan");
            json.WriteString("code", audit.Plan.Code);
            json.WriteNumber("number", audit.Plan.Number);
            json.WriteString("title", audit.Plan.Title);
            json.WriteString("hash", audit.Plan.Hash);
            json.WriteEndObject();
            json.WriteString("asOf", audit.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("achievements");
            foreach (var one in audit.Achievements.OrderBy(one => one.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                json.WriteString("type", one.Achievement.Text("type"));
                json.WriteString("name", AuditTree.NameOf(one));
                if (one.On is { } on) json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("audit");
            json.WriteRawValue(AuditText.Bytes(audit.Audit));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads the rows of one that was written; none of what cannot be read.</summary>
    public static IReadOnlyList<FrozenRow> Rows(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            var names = read.RootElement.GetProperty("achievements").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!, one => one.GetProperty("name").GetString() ?? "", StringComparer.Ordinal);
            return [.. Findings(read.RootElement.GetProperty("audit")).Where(IsTaken).Select(one => new FrozenRow(NameOf(one), one.TryGetProperty("path", out var path) ? path.GetString()!.Count(letter => letter == '/') / 2 : 0, Said(one, "status"), [.. UsedBy(one, names)]))];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static JsonElement.ArrayEnumerator Findings(JsonElement audit) => audit.TryGetProperty("findings", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : default;

    private static bool IsTaken(JsonElement one) => !one.TryGetProperty("counts", out var counts) || counts.ValueKind != JsonValueKind.False;

    private static string NameOf(JsonElement one) => Said(one, "label") is { Length: > 0 } label ? label : Said(one, "id") is { Length: > 0 } id ? RequirementWords.Plain(id) : Said(one, "path");

    private static string Said(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> UsedBy(JsonElement one, Dictionary<string, string> names)
    {
        if (!one.TryGetProperty("used", out var used) || used.ValueKind != JsonValueKind.Array) yield break;
        foreach (var each in used.EnumerateArray())
        {
            var id = Said(each, "achievement");
            yield return names.GetValueOrDefault(id, "") is { Length: > 0 } name ? name : id;
        }
    }
}
