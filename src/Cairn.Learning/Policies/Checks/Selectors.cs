namespace Cairn.Learning.Policies.Checks;

/// <summary>What selectors say of each other: whether one accepts nothing, or no more than another. In doubt they accept something: also where they are so large that not all of it is looked at.</summary>
internal static class Selectors
{
    private const int MostLooked = 100;

    /// <summary>What both of two accept.</summary>
    public static Selector And(Selector one, Selector other) => new([.. one.Conditions, .. other.Conditions]);

    /// <summary>Can nothing be accepted?</summary>
    public static bool IsEmpty(Selector of)
    {
        var left = MostLooked;
        return IsEmpty(of.Conditions, ref left);
    }

    /// <summary>Does one accept nothing that the other does not?</summary>
    public static bool Implies(Selector one, Selector other)
    {
        var left = MostLooked;
        return Implies(one.Conditions, other, ref left);
    }

    /// <summary>May an achievement be accepted by both?</summary>
    public static bool MayShare(Selector one, Selector other) => !IsEmpty(And(one, other));

    /// <summary>The values to which a selector holds a field; null where it does not, or a fact does.</summary>
    public static IReadOnlyCollection<FieldValue>? Listed(Selector of, string field)
    {
        HashSet<FieldValue>? listed = null;
        foreach (var one in of.Conditions)
        {
            if (Given(one, field) is not { } values) continue;
            if (listed is null) listed = [.. values];
            else listed.IntersectWith(values);
        }

        return listed;
    }

    /// <summary>All values that a selector names.</summary>
    public static IEnumerable<Named> Values(Selector of) => of.Conditions.SelectMany(one => one switch
    {
        FieldIs is_ => [is_.Value],
        FieldIsOneOf some => some.Values,
        HasTags tags => tags.Tags,
        AcceptedByAny any => any.Selectors.SelectMany(Values),
        NotAccepted not => Values(not.Selector),
        _ => (IEnumerable<Named>)[],
    });

    /// <summary>All fields that a selector names.</summary>
    public static IEnumerable<(string Field, IReadOnlyList<Named> Values)> Fields(Selector of) => of.Conditions.SelectMany(one => one switch
    {
        FieldIs is_ => [(is_.Field, (IReadOnlyList<Named>)[is_.Value])],
        FieldIsOneOf some => [(some.Field, some.Values)],
        AcceptedByAny any => any.Selectors.SelectMany(Fields),
        NotAccepted not => Fields(not.Selector),
        _ => (IEnumerable<(string, IReadOnlyList<Named>)>)[],
    });

    /// <summary>A selector as a word to compare.</summary>
    public static string Key(Selector of) => $"{{{string.Join('&', of.Conditions.Select(Key).Order(StringComparer.Ordinal))}}}";

    /// <summary>A value as a word to compare.</summary>
    public static string Key(Named value) => value.Given is { } given ? Key(given) : $"fact:{value.Fact}";

    /// <summary>A value as a word to compare.</summary>
    public static string Key(FieldValue value) => value switch
    {
        TextValue text => $"\"{text.Text}\"",
        NumberValue number => (number.Number / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        FlagValue flag => flag.IsSo ? "true" : "false",
        ListValue list => $"[{string.Join(',', list.Values.Select(Key))}]",
        _ => "",
    };

    private static string Key(Condition condition) => condition switch
    {
        FieldIs one => $"{one.Field}:{one.How}:{Key(one.Value)}",
        FieldIsOneOf one => $"{one.Field}:in:{string.Join('|', one.Values.Select(Key).Order(StringComparer.Ordinal))}",
        HasTags one => $"tags:{string.Join('+', one.Tags.Select(Key).Order(StringComparer.Ordinal))}",
        AcceptedByAny one => $"any:{string.Join('|', one.Selectors.Select(Key).Order(StringComparer.Ordinal))}",
        NotAccepted one => $"not:{Key(one.Selector)}",
        _ => "",
    };

    private static string FieldOf(Condition one) => one switch { FieldIs is_ => is_.Field, FieldIsOneOf some => some.Field, _ => "" };

    private static IEnumerable<FieldValue>? Given(Condition condition, string field) => condition switch
    {
        FieldIs { How: Comparison.Equal, Value.Given: { } value } one when one.Field == field => [value],
        FieldIsOneOf one when one.Field == field && one.Values.All(each => each.Given is not null) => one.Values.Select(each => each.Given!),
        _ => null,
    };

    // No value of the field fits all that is said of it.
    private static bool Excludes(IReadOnlyList<Condition> conditions, string field)
    {
        var compared = conditions.OfType<FieldIs>().Where(one => one.Field == field && one is { How: not Comparison.Equal, Value.Given: not null }).ToList();
        if (field != "tags" && Listed(new(conditions), field) is { } listed) return listed.All(value => compared.Exists(one => !FieldIs.Compares(value, one.How, one.Value.Given!)));
        return compared.Exists(least => least.How == Comparison.AtLeast && compared.Exists(most => most.How == Comparison.AtMost && least.Value.Given!.CompareTo(most.Value.Given!) is null or > 0));
    }

    private static bool IsEmpty(IReadOnlyList<Condition> conditions, ref int left)
    {
        if (--left < 0) return false;
        if (conditions.OfType<AcceptedByAny>().FirstOrDefault() is { } any)
        {
            var isEmpty = true;
            foreach (var one in any.Selectors) isEmpty = isEmpty && IsEmpty([.. Without(conditions, any), .. one.Conditions], ref left);
            if (isEmpty) return true;
        }

        foreach (var not in conditions.OfType<NotAccepted>()) if (Implies([.. Without(conditions, not)], not.Selector, ref left)) return true;
        return conditions.Any(one => one is FieldIsOneOf { Values.Count: 0 }) || conditions.Select(FieldOf).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).Any(field => Excludes(conditions, field));
    }

    private static IEnumerable<Condition> Without(IReadOnlyList<Condition> conditions, Condition out_) => conditions.Where(one => !ReferenceEquals(one, out_));

    private static bool Implies(IReadOnlyList<Condition> one, Selector other, ref int left)
    {
        foreach (var each in other.Conditions) if (!Implies(one, each, ref left)) return false;
        return true;
    }

    private static bool Implies(IReadOnlyList<Condition> one, Condition wanted, ref int left)
    {
        if (--left < 0) return false;
        if (IsAmong(one, wanted)) return true;
        if (wanted is AcceptedByAny some) foreach (var each in some.Selectors) if (Implies(one, each, ref left)) return true;
        if (one.OfType<AcceptedByAny>().FirstOrDefault() is not { } any) return false;
        foreach (var each in any.Selectors) if (!Implies([.. Without(one, any), .. each.Conditions], wanted, ref left)) return false;
        return true;
    }

    private static bool IsAmong(IReadOnlyList<Condition> one, Condition wanted) => wanted switch
    {
        HasTags tags when tags.Tags.All(tag => one.OfType<HasTags>().Any(each => each.Tags.Contains(tag))) => true,
        FieldIsOneOf some when one.Any(each => each is FieldIs { How: Comparison.Equal } is_ && is_.Field == some.Field && some.Values.Contains(is_.Value)) => true,
        FieldIsOneOf some when one.Any(each => each is FieldIsOneOf fewer && fewer.Field == some.Field && fewer.Values.All(some.Values.Contains)) => true,
        FieldIs { How: not Comparison.Equal, Value.Given: { } bound } is_ when one.OfType<FieldIs>().Any(each => each.Field == is_.Field && (each.How == is_.How || each.How == Comparison.Equal)
            && each.Value.Given is { } value && FieldIs.Compares(value, is_.How, bound)) => true,
        _ => one.Any(each => ReferenceEquals(each, wanted) || (each.GetType() == wanted.GetType() && string.Equals(Key(each), Key(wanted), StringComparison.Ordinal))),
    };
}
