using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>An audit as JSON: the same audit is always the same bytes, so that what was stored can be held against what is reckoned again.</summary>
public static class AuditText
{
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of an audit, with its reasons, as UTF-8.</summary>
    public static byte[] Bytes(PolicyAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return Write(json => Write(json, audit));
    }

    /// <summary>A verdict, as UTF-8.</summary>
    public static byte[] Bytes(PolicyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Write(json => Write(json, verdict));
    }

    /// <summary>An object with members that somebody writes, as UTF-8.</summary>
    internal static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The members of an audit.</summary>
    internal static void Write(Utf8JsonWriter json, PolicyAudit audit)
    {
        Write(json, audit.Verdict);
        Objects(json, "findings", audit.Findings, Write);
        Objects(json, "unused", audit.Unused, Write);
        Objects(json, "gaps", audit.Gaps, Write);
        Objects(json, "alternatives", audit.Alternatives, Write);
    }

    /// <summary>The members of a verdict.</summary>
    internal static void Write(Utf8JsonWriter json, PolicyVerdict verdict)
    {
        json.WriteBoolean("met", verdict.IsMet);
        Number(json, "remaining", verdict.Remaining);
        if (verdict.IsBlocked) json.WriteBoolean("blocked", true);
        if (verdict.IsExact) return;
        json.WriteBoolean("exact", false);
        if (!verdict.IsDecided) json.WriteBoolean("decided", false);
        Number(json, "atLeast", verdict.AtLeast);
    }

    private static void Write(Utf8JsonWriter json, Finding one)
    {
        Place(json, one.Node);
        json.WriteString("status", Word(one.Status.ToString()));
        Number(json, "remaining", one.Remaining);
        if (one.Lacks.Length > 0) json.WriteString("unknownFact", one.Lacks);
        if (!one.IsTaken) json.WriteBoolean("counts", false);
        if (one.Used.Count > 0) Objects(json, "used", one.Used, Write);
    }

    private static void Write(Utf8JsonWriter json, (string Achievement, decimal Units) used)
    {
        json.WriteString("achievement", used.Achievement);
        if (used.Units > 0) json.WriteNumber("units", used.Units);
    }

    private static void Write(Utf8JsonWriter json, Unused one)
    {
        json.WriteString("achievement", one.Achievement);
        json.WriteNumber("units", one.Units);
        json.WriteString("reason", Word(one.Reason.ToString()));
        if (one.Leaf.Length > 0) json.WriteString("leaf", one.Leaf);
    }

    private static void Write(Utf8JsonWriter json, Gap one)
    {
        Place(json, one.Node);
        Number(json, "remaining", one.Remaining);
        if (one.Has is not null) Number(json, "has", one.Has);
        if (one.Asks is not null) Number(json, "asks", one.Asks);
        if (one.Node is Leaf { Unit.Length: > 0 } leaf) json.WriteString("unit", leaf.Unit);
        if (one.Shortfalls.Count > 0) Objects(json, "short", one.Shortfalls, (to, each) => Write(to, each, ((Leaf)one.Node).Unit));
        Objects(json, "routes", one.Routes, Write);
    }

    private static void Write(Utf8JsonWriter json, Shortfall one, string unit)
    {
        json.WriteString("words", PolicyWords.Of(one, unit));
        json.WriteNumber("units", one.Units);
        json.WritePropertyName("of");
        SelectorWrite.List(json, one.Of, each => SelectorWrite.Write(json, each));
        if (one.But.Count > 0)
        {
            json.WritePropertyName("but");
            SelectorWrite.List(json, one.But, each => SelectorWrite.Write(json, each));
        }

        if (one.Fresh.Length == 0) return;
        json.WriteString("fresh", one.Fresh);
        json.WritePropertyName("usedUp");
        SelectorWrite.List(json, one.UsedUp, each => SelectorWrite.Write(json, each));
    }

    private static void Write(Utf8JsonWriter json, Route one)
    {
        json.WriteString("how", Word(one.Kind.ToString()));
        json.WriteNumber("units", one.Units);
        if (one.With.Count > 0) Texts(json, "with", one.With);
        if (one.By.Count > 0) Texts(json, "by", one.By);
    }

    private static void Write(Utf8JsonWriter json, Alternative one)
    {
        json.WriteString("choice", one.Choice.Path);
        json.WriteString("branch", one.Branch.Path);
        json.WriteNumber("remaining", one.Remaining);
    }

    private static void Place(Utf8JsonWriter json, Requirement node)
    {
        json.WriteString("path", node.Path);
        if (node.Id.Length > 0) json.WriteString("id", node.Id);
        if (node.Label.Length > 0) json.WriteString("label", node.Label);
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } some) json.WriteNumber(name, some);
        else json.WriteNull(name);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> all)
    {
        json.WritePropertyName(name);
        SelectorWrite.List(json, all, json.WriteStringValue);
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // NoLeafAccepts becomes no-leaf-accepts.
    private static string Word(string name) => string.Concat(name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
