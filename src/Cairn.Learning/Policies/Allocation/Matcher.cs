namespace Cairn.Learning.Policies.Allocation;

/// <summary>A selector made ready to be asked of many achievements, whose fields are looked up once: it says what <see cref="Selector.Accepts"/> says.</summary>
internal abstract class Matcher
{
    /// <summary>Does it accept an achievement?</summary>
    /// <param name="fields">What the achievement says, by the numbers of <see cref="FieldNames"/>.</param>
    /// <param name="facts">Facts about the learner by name.</param>
    public abstract bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts);

    /// <summary>Makes a selector ready.</summary>
    public static Matcher Of(Selector of, FieldNames names)
    {
        var all = new Matcher[of.Conditions.Count];
        for (var i = 0; i < all.Length; i++) all[i] = Of(of.Conditions[i], names);
        return all.Length == 1 ? all[0] : new EveryOne(all);
    }

    private static Matcher Of(Condition condition, FieldNames names) => condition switch
    {
        FieldIs { How: Comparison.Equal, Value.Given: TextValue text } one => new IsText(names.Of(one.Field), text),
        FieldIs one => new Compared(names.Of(one.Field), one),
        FieldIsOneOf one => new OneOf(names.Of(one.Field), one.Values),
        HasTags one => new Tagged(names.Of("tags"), one.Tags),
        AcceptedByAny any => new AnyOne([.. any.Selectors.Select(one => Of(one, names))]),
        NotAccepted not => new NotOne(Of(not.Selector, names)),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} is no condition that can be asked."),
    };

    private sealed class EveryOne(Matcher[] all) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts)
        {
            foreach (var one in all) if (!one.Accepts(fields, facts)) return false;
            return true;
        }
    }

    private sealed class AnyOne(Matcher[] all) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts)
        {
            foreach (var one in all) if (one.Accepts(fields, facts)) return true;
            return false;
        }
    }

    private sealed class NotOne(Matcher of) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts) => !of.Accepts(fields, facts);
    }

    private sealed class IsText(int field, TextValue text) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts) =>
            fields[field] is { } has && (has is TextValue is_ ? string.Equals(is_.Text, text.Text, StringComparison.Ordinal) : has.Is(text));
    }

    private sealed class Compared(int field, FieldIs one) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts) =>
            fields[field] is { } has && one.Value.For(facts) is { } wanted && FieldIs.Compares(has, one.How, wanted);
    }

    private sealed class OneOf(int field, IReadOnlyList<Named> values) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts)
        {
            if (fields[field] is not { } has) return false;
            foreach (var one in values) if (one.For(facts) is { } wanted && has.Is(wanted)) return true;
            return false;
        }
    }

    private sealed class Tagged(int field, IReadOnlyList<Named> tags) : Matcher
    {
        public override bool Accepts(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts)
        {
            if (fields[field] is not { } has) return false;
            foreach (var one in tags) if (one.For(facts) is not { } wanted || !has.Is(wanted)) return false;
            return true;
        }
    }
}

/// <summary>The fields that a policy's leaves name, by number.</summary>
internal sealed class FieldNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>The number of a field.</summary>
    public int Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number)) return number;
        _names.Add(name);
        return _numbers[name] = _names.Count - 1;
    }

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <summary>What achievements say in each of them, one achievement after the other.</summary>
    public FieldValue?[] Table(List<Achievement> all)
    {
        var table = new FieldValue?[all.Count * _names.Count];
        var at = 0;
        foreach (var one in all) foreach (var name in _names) table[at++] = one[name];
        return table;
    }
}
