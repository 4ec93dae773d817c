using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>One way to write a JSON document: members in the order of their names, numbers without zeros behind them, nothing between.</summary>
internal static class CanonicalJson
{
    /// <summary>The SHA-256 of a document so written, as 64 small hexadecimal digits.</summary>
    public static string Hash(JsonObject document) => Convert.ToHexStringLower(SHA256.HashData(AuditText.Write(json => Members(json, document))));

    /// <summary>A document, or a part of one, so written: as UTF-8.</summary>
    public static byte[] Bytes(JsonNode? part)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, AuditText.Plain)) Value(json, part);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Members(Utf8JsonWriter json, JsonObject here)
    {
        foreach (var (name, value) in here.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Value(json, value);
        }
    }

    private static void Value(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject here:
                json.WriteStartObject();
                Members(json, here);
                json.WriteEndObject();
                break;
            case JsonArray list: SelectorWrite.List(json, list, one => Value(json, one)); break;
            case null: json.WriteNullValue(); break;
            case var one when FieldText.Of(one) is NumberValue number: SelectorWrite.Write(json, number); break;
            default: node.WriteTo(json); break;
        }
    }
}
