using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>
/// Writes JSON so that a reader sees the text: only quotes, backslashes and control characters are escaped. .NET's own
/// writer escapes every letter outside the basic plane.
/// </summary>
internal static class JsonText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>A value as it stands, without idle space: numbers as written, strings with the fewest escapes.</summary>
    public static void Write(IBufferWriter<byte> to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                to.Write("{"u8);
                var isFirst = true;
                foreach (var one in value.EnumerateObject())
                {
                    if (!isFirst) to.Write(","u8);
                    isFirst = false;
                    WriteName(to, one);
                    Write(to, one.Value);
                }

                to.Write("}"u8);
                break;
            case JsonValueKind.Array:
                WriteAll(to, value.EnumerateArray());
                break;
            case JsonValueKind.String when JsonMarshal.GetRawUtf8Value(value).Contains((byte)'\\'):
                to.Write(Of(value.GetString()!));
                break;
            default:
                to.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    /// <summary>An array.</summary>
    public static void WriteAll(IBufferWriter<byte> to, IEnumerable<JsonElement> values)
    {
        to.Write("["u8);
        var isFirst = true;
        foreach (var one in values)
        {
            if (!isFirst) to.Write(","u8);
            isFirst = false;
            Write(to, one);
        }

        to.Write("]"u8);
    }

    /// <summary>A property's name and its colon.</summary>
    public static void WriteName(IBufferWriter<byte> to, JsonProperty of)
    {
        to.Write(Of(of.Name));
        to.Write(":"u8);
    }

    /// <summary>A text. Throws <see cref="ArgumentException"/> for half a character (a surrogate without its pair).</summary>
    public static byte[] Of(string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var one in text)
        {
            switch (one)
            {
                case '"': escaped.Append("\\\""); break;
                case '\\': escaped.Append("\\\\"); break;
                case '\n': escaped.Append("\\n"); break;
                case '\r': escaped.Append("\\r"); break;
                case '\t': escaped.Append("\\t"); break;
                case < ' ': escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}"); break;
                default: escaped.Append(one); break;
            }
        }

        return Strict.GetBytes(escaped.Append('"').ToString());
    }

    /// <summary>A number, without idle zeros.</summary>
    public static byte[] Of(decimal number) => Encoding.ASCII.GetBytes((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of texts.</summary>
    public static byte[] Of(IEnumerable<string> texts) => [(byte)'[', .. texts.SelectMany((one, i) => (IEnumerable<byte>)(i == 0 ? Of(one) : [(byte)',', .. Of(one)])), (byte)']'];

    /// <summary>A value as bytes.</summary>
    public static byte[] Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes, value);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>A list of values.</summary>
    public static byte[] Of(IEnumerable<JsonElement> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        WriteAll(bytes, values);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>An object with some fields set, in the place they had or at the end; null takes a field out. All others stay as they are.</summary>
    public static JsonElement With(JsonElement? of, params ReadOnlySpan<(string Name, byte[]? Value)> fields) => JsonElement.Parse(Set(of, fields).Span, Once);

    /// <summary>The same, as bytes.</summary>
    public static ReadOnlyMemory<byte> Set(JsonElement? of, params ReadOnlySpan<(string Name, byte[]? Value)> fields)
    {
        var left = new List<(string Name, byte[]? Value)>([.. fields]);
        var bytes = new ArrayBufferWriter<byte>();
        var isFirst = true;
        if (of is { } before)
        {
            foreach (var one in before.EnumerateObject())
            {
                var at = left.FindIndex(field => one.NameEquals(field.Name));
                if (at < 0) Add(one.Name, Of(one.Value));
                else
                {
                    Add(one.Name, left[at].Value);
                    left.RemoveAt(at);
                }
            }
        }

        foreach (var (name, value) in left) Add(name, value);
        bytes.Write(isFirst ? "{}"u8 : "}"u8);
        return bytes.WrittenMemory;

        void Add(string name, byte[]? value)
        {
            if (value is null) return;
            bytes.Write(isFirst ? "{"u8 : ","u8);
            isFirst = false;
            bytes.Write(Of(name));
            bytes.Write(":"u8);
            bytes.Write(value);
        }
    }
}
