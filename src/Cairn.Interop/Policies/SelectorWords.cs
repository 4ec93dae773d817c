using System.Globalization;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>Selectors in plain English: "credit of science tagged lab".</summary>
internal static class SelectorWords
{
    // What has no plural.
    private static readonly string[] Uncounted = ["evidence", "attendance", "anything"];

    /// <summary>What a selector accepts.</summary>
    public static string Of(Selector selector) => Of(selector.Conditions, "anything");

    /// <summary>So much of what all of these accept, such as "2 credits of science tagged lab".</summary>
    /// <param name="units">How much.</param>
    /// <param name="unit">The unit's name; empty for credits.</param>
    /// <param name="all">The selectors.</param>
    public static string Of(decimal units, string unit, IEnumerable<Selector> all)
    {
        var conditions = all.SelectMany(one => one.Conditions).DistinctBy(Key).ToList();
        var kind = conditions.OfType<FieldIs>().FirstOrDefault(IsKind);
        var type = kind is null ? "" : Plain(kind.Value);
        var noun = unit.Length > 0 ? unit : type.Length > 0 ? type : "credit";
        var of = unit.Length > 0 && type.Length > 0 && type != unit ? " of " + type : "";
        return $"{Number(units)} {(units > 1 ? Many(noun) : noun)}{of}{string.Concat(conditions.Where(one => !ReferenceEquals(one, kind)).Select(Clause))}";
    }

    private static string Of(IReadOnlyList<Condition> conditions, string nothing)
    {
        var kind = conditions.OfType<FieldIs>().FirstOrDefault(IsKind);
        var rest = string.Concat(conditions.Where(one => !ReferenceEquals(one, kind)).Select(Clause)).TrimStart();
        return kind is null ? (rest.Length > 0 ? rest : nothing) : $"{Plain(kind.Value)} {rest}".TrimEnd();
    }

    // Everything but the kind, each with the word that binds it to what stands before.
    private static string Clause(Condition condition) => condition switch
    {
        FieldIs { Field: "subject" } one => " of " + Plain(one.Value),
        FieldIsOneOf { Field: "subject" } one => " of " + Either(one.Values),
        FieldIs { Field: "date", How: not Comparison.Equal } one => $" from {(one.How == Comparison.AtLeast ? "" : "before or on ")}{Plain(one.Value)}{(one.How == Comparison.AtLeast ? " on" : "")}",
        FieldIs one => $" with {one.Field} {Plain(one.Value)}{one.How switch { Comparison.AtLeast => " or more", Comparison.AtMost => " or less", _ => "" }}",
        FieldIsOneOf one => $" with {one.Field} {Either(one.Values)}",
        HasTags { Tags.Count: 0 } => " with any tags",
        HasTags one => " tagged " + string.Join(" and ", one.Tags.Select(Plain)),
        AcceptedByAny { Selectors.Count: 0 } => " of which there is none",
        AcceptedByAny one => " that is " + string.Join(" or ", one.Selectors.Select(each => one.Selectors.Count > 1 && each.Conditions.Count > 1 ? $"({Of(each)})" : Of(each))),
        NotAccepted one => $" but not {(one.Selector.Conditions.Count > 1 ? $"({Of(one.Selector)})" : Of(one.Selector))}",
        _ => "",
    };

    private static bool IsKind(FieldIs one) => one is { Field: "type", How: Comparison.Equal, Value.Given: TextValue };

    private static string Either(IReadOnlyList<Named> values) => values.Count == 0 ? "nothing" : string.Join(" or ", values.Select(Plain));

    /// <summary>A value, or the fact that says it.</summary>
    public static string Plain(Named value) => value.Given is { } given ? Plain(given) : $"the fact {value.Fact}";

    /// <summary>A value as somebody would say it.</summary>
    public static string Plain(FieldValue value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => Number(number.Number),
        FlagValue flag => flag.IsSo ? "yes" : "no",
        ListValue list => string.Join(" and ", list.Values.Select(Plain)),
        _ => "",
    };

    private static string Number(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Many(string noun) => Uncounted.Contains(noun, StringComparer.Ordinal) || noun.EndsWith('s') ? noun : noun + "s";

    private static string Key(Condition one) => SelectorWrite.Text(new([one]));
}
