using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>A learner's case in, a line out: lets anyone try a policy. Shapes are those of <c>cairn policy audit</c>.</summary>
public static class PolicyLine
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers one case with one line of JSON.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="line">The case.</param>
    /// <param name="explain">With every node and everything unused?</param>
    /// <returns>The answer, and whether it is one: false for an error.</returns>
    public static (string Line, bool IsAnswer) Answer(Policy policy, string line, bool explain)
    {
        try
        {
            var audit = PolicyAudit.From(PolicyCase.Read(policy, line));
            return (Write(json => Write(json, audit, explain)), true);
        }
        catch (FormatException wrong)
        {
            return (Write(json => json.WriteString("error", wrong.Message)), false);
        }
    }

    private static void Write(Utf8JsonWriter json, PolicyAudit audit, bool explain)
    {
        json.WriteBoolean("met", audit.IsMet);
        if (audit.Remaining is { } remaining) json.WriteNumber("remaining", remaining);
        else json.WriteNull("remaining");
        if (audit.IsBlocked) json.WriteBoolean("blocked", true);
        if (!explain) return;
        json.WriteStartArray("findings");
        foreach (var one in audit.Findings) Write(json, one);
        json.WriteEndArray();
        json.WriteStartArray("unused");
        foreach (var one in audit.Unused) Write(json, one);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding one)
    {
        json.WriteStartObject();
        json.WriteString("path", one.Node.Path);
        if (one.Node.Id.Length > 0) json.WriteString("id", one.Node.Id);
        json.WriteString("status", Word(one.Status.ToString()));
        if (one.Remaining is { } remaining) json.WriteNumber("remaining", remaining);
        else json.WriteNull("remaining");
        if (!one.IsTaken) json.WriteBoolean("counts", false);
        if (one.Used.Count > 0)
        {
            json.WriteStartArray("used");
            foreach (var (achievement, units) in one.Used)
            {
                json.WriteStartObject();
                json.WriteString("achievement", achievement);
                json.WriteNumber("units", units);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Unused one)
    {
        json.WriteStartObject();
        json.WriteString("achievement", one.Achievement);
        json.WriteNumber("units", one.Units);
        json.WriteString("reason", Word(one.Reason.ToString()));
        if (one.Leaf.Length > 0) json.WriteString("leaf", one.Leaf);
        json.WriteEndObject();
    }

    // NoLeafAccepts becomes no-leaf-accepts.
    private static string Word(string name) => string.Concat(name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
