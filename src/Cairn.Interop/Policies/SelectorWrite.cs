using System.Text.Json;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Selectors and values back as the JSON that they are read from.</summary>
internal static class SelectorWrite
{
    /// <summary>A selector as text.</summary>
    public static string Text(Selector selector)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, AuditText.Plain)) Write(json, selector);
        return System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes a selector as an object.</summary>
    public static void Write(Utf8JsonWriter json, Selector selector)
    {
        json.WriteStartObject();
        // Two comparisons of one field stand in one object, as they are written.
        foreach (var same in selector.Conditions.GroupBy(FieldOf, StringComparer.Ordinal))
        {
            json.WritePropertyName(same.Key);
            var first = same.First();
            if (first is FieldIs { How: not Comparison.Equal })
            {
                json.WriteStartObject();
                foreach (var one in same.OfType<FieldIs>()) Write(json, one.How == Comparison.AtLeast ? ">=" : "<=", one.Value);
                json.WriteEndObject();
            }
            else
            {
                Write(json, first);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a value, or the name of a fact, under a name.</summary>
    public static void Write(Utf8JsonWriter json, string name, Named value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, FieldValue value)
    {
        switch (value)
        {
            case TextValue text: json.WriteStringValue(text.Text); break;
            case NumberValue number: json.WriteNumberValue(number.Number / 1.0000000000000000000000000000m); break;
            case FlagValue flag: json.WriteBooleanValue(flag.IsSo); break;
            case ListValue list: List(json, list.Values, one => Write(json, one)); break;
        }
    }

    /// <summary>Writes a list of anything.</summary>
    public static void List<T>(Utf8JsonWriter json, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var one in all) write(one);
        json.WriteEndArray();
    }

    private static string FieldOf(Condition one) => one switch
    {
        FieldIs is_ => is_.Field,
        FieldIsOneOf of => of.Field,
        HasTags => "tags",
        AcceptedByAny => "any",
        _ => "not",
    };

    private static void Write(Utf8JsonWriter json, Condition one)
    {
        switch (one)
        {
            case FieldIs is_: Write(json, is_.Value); break;
            case FieldIsOneOf of: List(json, of.Values, each => Write(json, each)); break;
            case HasTags tags: List(json, tags.Tags, each => Write(json, each)); break;
            case AcceptedByAny any: List(json, any.Selectors, each => Write(json, each)); break;
            case NotAccepted not: Write(json, not.Selector); break;
        }
    }

    private static void Write(Utf8JsonWriter json, Named value)
    {
        if (value.Given is { } given)
        {
            Write(json, given);
            return;
        }

        json.WriteStartObject();
        json.WriteString("fact", value.Fact);
        json.WriteEndObject();
    }
}
