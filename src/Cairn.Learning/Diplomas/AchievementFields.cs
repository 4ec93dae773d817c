using System.Globalization;
using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>The fields of an achievement as they are gathered.</summary>
internal sealed class AchievementFields
{
    private static readonly TextValue InProgress = new("in-progress");
    private static readonly TextValue Planned = new("planned");

    // What says what an achievement is and how far: no tag may say it.
    private static readonly string[] Reserved = ["type", "status", "units", "date", "key", "leaf", "by", "level", "tags", "provenance"];

    private readonly Dictionary<string, FieldValue> _fields = new(StringComparer.Ordinal);

    public AchievementFields(string type) => _fields["type"] = new TextValue(type);

    public AchievementFields Say(string name, string words)
    {
        if (words.Length > 0) _fields[name] = new TextValue(words);
        return this;
    }

    public AchievementFields Say(string name, decimal? number)
    {
        if (number is { } some) _fields[name] = new NumberValue(some);
        return this;
    }

    public AchievementFields Say(string name, bool isSo)
    {
        _fields[name] = new FlagValue(isSo);
        return this;
    }

    public AchievementFields On(DateOnly? day) => day is { } on ? Say("date", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : this;

    public AchievementFields Is(AchievementStatus status)
    {
        if (status != AchievementStatus.Earned) _fields["status"] = status == AchievementStatus.Planned ? Planned : InProgress;
        return this;
    }

    /// <summary>Tags; one that is written as name=value is a field of its own too, such as kind=industry.</summary>
    public AchievementFields Tagged(IReadOnlyList<string> tags)
    {
        if (tags.Count == 0) return this;
        _fields["tags"] = new ListValue([.. tags.Select(tag => new TextValue(tag))]);
        foreach (var tag in tags)
            if (tag.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value] && !Reserved.Contains(name, StringComparer.Ordinal)) _fields[name] = ValueOf(value);
        return this;
    }

    public Achievement With(string id) => new(id, _fields);

    /// <summary>A name as policies write it: small letters and figures with hyphens between, "SAT Math" as "sat-math".</summary>
    public static string Short(string name) => string.Join('-', new string([.. name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static FieldValue ValueOf(string value) => value switch
    {
        "true" or "yes" => new FlagValue(true),
        "false" or "no" => new FlagValue(false),
        _ => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Amount.Most ? new NumberValue(number) : new TextValue(value),
    };
}
