using System.Globalization;
using System.Text.Json;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>A learner's case as a line of JSON: facts, achievements, and pins where a person put something to a leaf. Other members do not count.</summary>
public static class PolicyCase
{
    /// <summary>A case has so many achievements, and pins, at most.</summary>
    public const int MostAchievements = 5_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads a case. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
    /// <param name="policy">The policy that is asked.</param>
    /// <param name="line">The line.</param>
    public static AuditAsk Read(Policy policy, string line)
    {
        // What was no UTF-8 was read as this, and two names that differed are one.
        if (line.Contains('\uFFFD', StringComparison.Ordinal)) throw new FormatException("a character could not be read: is the file UTF-8?");
        try
        {
            using var read = JsonDocument.Parse(line, Strict);
            return Read(policy, read.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.BytePositionInLine is { } at ? $"malformed JSON at character {at + 1}" : "a name stands twice in one object", wrong);
        }
        catch (Exception wrong) when (FieldText.IsHalf(wrong))
        {
            throw new FormatException("a text holds half a character (a surrogate without its pair)", wrong);
        }
    }

    private static AuditAsk Read(Policy policy, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) throw new FormatException("a line is a JSON object");
        var facts = Member(given, "facts") switch
        {
            null => [],
            { ValueKind: JsonValueKind.Object } known => FieldText.All(known, "facts"),
            _ => throw new FormatException("facts: must be an object"),
        };
        return new(policy, facts, List(given, "achievements", ReadAchievement), List(given, "pins", ReadPin));
    }

    // A member that says null is as if it were not there.
    private static JsonElement? Member(JsonElement given, string name) => given.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static List<T> List<T>(JsonElement given, string name, Func<JsonElement, int, T> read)
    {
        if (Member(given, name) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array) throw new FormatException($"{name}: must be a list");
        var many = list.GetArrayLength();
        if (many > MostAchievements) throw new FormatException($"{name}: has {many} members, at most {MostAchievements}");
        var all = new List<T>(many);
        foreach (var one in list.EnumerateArray()) all.Add(read(one, all.Count));
        return all;
    }

    private static Achievement ReadAchievement(JsonElement given, int at)
    {
        if (given.ValueKind != JsonValueKind.Object) throw new FormatException($"achievements[{at}]: must be an object");
        var fields = FieldText.All(given, $"achievements[{at}]");
        if (fields.GetValueOrDefault("units") is { } units and not NumberValue { Number: >= 0 and <= Amount.Most }) throw new FormatException($"achievements[{at}].units: must be a number from 0 to {Amount.Most:0}, not {Shown(units)}");
        return new(fields.GetValueOrDefault("id") switch { TextValue text => text.Text, NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture), _ => $"#{at}" }, fields);
    }

    private static string Shown(FieldValue value) => value switch { NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture), TextValue text => text.Text, _ => "that" };

    private static Pin ReadPin(JsonElement given, int at) => given.ValueKind == JsonValueKind.Object && Word(given, "achievement") is { } achievement && Word(given, "leaf") is { } leaf
        ? new(achievement, leaf) : throw new FormatException($"pins[{at}]: needs an achievement and a leaf");

    // An achievement may have a number for its id.
    private static string? Word(JsonElement given, string name) => Member(given, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number when FieldText.Of(number) is NumberValue value => value.Number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
