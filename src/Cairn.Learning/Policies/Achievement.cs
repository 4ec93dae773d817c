namespace Cairn.Learning.Policies;

/// <summary>How far an achievement is.</summary>
public enum AchievementStatus
{
    /// <summary>It is there. An achievement that says nothing, or another word, of its status is earned.</summary>
    Earned,

    /// <summary>The learner is at it.</summary>
    InProgress,

    /// <summary>The learner means to.</summary>
    Planned,
}

/// <summary>Something that a policy may count: credit, a competency shown, a test, an attestation. Its kinds and fields are open.</summary>
/// <param name="Id">Which, in the learner's record.</param>
/// <param name="Fields">All that is said of it, its kind and units too, by the names a policy uses.</param>
public sealed record Achievement(string Id, IReadOnlyDictionary<string, FieldValue> Fields)
{
    /// <summary>All that is said of it. What follows from it is concluded once: to say something else, make another achievement.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; } = Fields;

    /// <summary>What it counts for, in ten-thousandths of the policy's unit, 0 or more; one unit where it says nothing.</summary>
    public long Units { get; } = Fields.GetValueOrDefault("units") is NumberValue units ? Amount.Of(Math.Max(0, units.Number)) : Amount.One;

    /// <summary>How far it is.</summary>
    public AchievementStatus Status { get; } = Fields.GetValueOrDefault("status") switch
    {
        TextValue { Text: "in-progress" } => AchievementStatus.InProgress,
        TextValue { Text: "planned" } => AchievementStatus.Planned,
        _ => AchievementStatus.Earned,
    };

    /// <summary>The day it was shown, as 2026-11-30; after every day where none is said.</summary>
    public string Date { get; } = Fields.GetValueOrDefault("date") is TextValue { Text.Length: > 0 } date ? date.Text : "\uFFFF";

    /// <summary>What a field says; null where it says nothing.</summary>
    public FieldValue? this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>What is said of a field in words; empty where it is none.</summary>
    public string Text(string field) => this[field] is TextValue text ? text.Text : "";

    /// <summary>The older first, then by id, then by what they say: the order in which achievements are used.</summary>
    public static int ByAge(Achievement one, Achievement other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var date = string.CompareOrdinal(one.Date, other.Date);
        if (date != 0) return date;
        var id = string.CompareOrdinal(one.Id, other.Id);
        // Two of one name and one day are told apart by what they say, so that it is the same in whatever order they come.
        return id != 0 || ReferenceEquals(one, other) ? id : string.CompareOrdinal(Said(one), Said(other));
    }

    private static string Said(Achievement one) => string.Join(' ', one.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={Checks.Selectors.Key(field.Value)}"));
}
