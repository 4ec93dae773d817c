using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>A learner's case as a line of JSON: facts, achievements, and pins where a person put something to a leaf. Other members do not count.</summary>
public static class PolicyCase
{
    /// <summary>A case has so many achievements, and pins, at most.</summary>
    public const int MostAchievements = 5_000;

    /// <summary>Reads a case. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
    /// <param name="policy">The policy that is asked.</param>
    /// <param name="line">The line.</param>
    public static AuditAsk Read(Policy policy, string line)
    {
        try
        {
            var read = JsonNode.Parse(line, null, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            FieldText.CheckTexts(read);
            if (read is not JsonObject given) throw new FormatException("a line is a JSON object");
            var facts = given["facts"] switch { null => [], JsonObject known => FieldText.All(known), _ => throw new FormatException("facts: must be an object") };
            return new(policy, facts, [.. List(given, "achievements").Select(ReadAchievement)], [.. List(given, "pins").Select(ReadPin)]);
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

    private static JsonArray List(JsonObject given, string name) => given[name] switch
    {
        null => [],
        JsonArray { Count: > MostAchievements } list => throw new FormatException($"{name}: has {list.Count} members, at most {MostAchievements}"),
        JsonArray list => list,
        _ => throw new FormatException($"{name}: must be a list"),
    };

    private static Achievement ReadAchievement(JsonNode? given, int at)
    {
        if (given is not JsonObject one) throw new FormatException($"achievements[{at}]: must be an object");
        var fields = FieldText.All(one);
        if (fields.GetValueOrDefault("units") is { } units and not NumberValue { Number: >= 0 and <= Amount.Most }) throw new FormatException($"achievements[{at}].units: must be a number from 0 to {Amount.Most:0}, not {Shown(units)}");
        return new(fields.GetValueOrDefault("id") switch { TextValue text => text.Text, NumberValue number => number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => $"#{at}" }, fields);
    }

    private static string Shown(FieldValue value) => value switch { NumberValue number => number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), TextValue text => text.Text, _ => "that" };

    private static Pin ReadPin(JsonNode? given, int at) => given is JsonObject pin && FieldText.Of(pin["achievement"]) is TextValue achievement && FieldText.Of(pin["leaf"]) is TextValue leaf
        ? new(achievement.Text, leaf.Text) : throw new FormatException($"pins[{at}]: needs an achievement and a leaf");
}
