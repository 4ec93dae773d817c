namespace Cairn.Learning.Policies.Allocation;

/// <summary>A leaf made ready to be read for many learners.</summary>
internal sealed class LeafReader
{
    private readonly Leaf _leaf;
    private readonly Matcher _of;
    private readonly Matcher[] _where;
    private readonly int _distinct;
    private readonly int _node;
    private readonly int _specific;

    /// <param name="node">The leaf's number among the nodes.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="names">The fields that leaves name.</param>
    public LeafReader(int node, Leaf leaf, FieldNames names)
    {
        (_node, _leaf, _of, _specific) = (node, leaf, Matcher.Of(leaf.Of, names), Conditions(leaf.Of));
        _where = [.. leaf.Where.Select(one => Matcher.Of(one.Of, names))];
        _distinct = leaf.Distinct.Length > 0 ? names.Of(leaf.Distinct) : -1;
    }

    /// <summary>The leaf for a learner; null where it asks for a fact that is not known.</summary>
    /// <param name="facts">Facts about the learner by name.</param>
    /// <param name="all">What counts, the older first.</param>
    /// <param name="table">What they say, see <see cref="FieldNames.Table"/>.</param>
    /// <param name="steps">How far the search may go.</param>
    public LeafBody? Read(IReadOnlyDictionary<string, FieldValue> facts, List<Achievement> all, ReadOnlySpan<FieldValue?> table, Steps steps)
    {
        if (Known(_leaf.Need, facts) is not { } need || Limits(facts, isMost: false) is not { } least || Limits(facts, isMost: true) is not { } most) return null;
        var accepts = new List<Accepted>(8);
        var values = _distinct >= 0 ? new Dictionary<FieldValue, int>() : null;
        var many = all.Count == 0 ? 0 : table.Length / all.Count;
        for (var i = 0; i < all.Count; i++)
        {
            var fields = table.Slice(i * many, many);
            if (!_of.Accepts(fields, facts) || all[i].Units == 0) continue;
            var number = -1;
            if (values is not null)
            {
                if (fields[_distinct] is not { } value) continue;
                if (!values.TryGetValue(value, out number)) values[value] = number = values.Count;
            }

            accepts.Add(new(i, all[i].Units, Bits(fields, facts, isMost: false), Bits(fields, facts, isMost: true), number));
        }

        return new(_node, _specific, need, least, most, [.. accepts], values?.Count ?? 0, steps);
    }

    private long[]? Limits(IReadOnlyDictionary<string, FieldValue> facts, bool isMost)
    {
        if (_where.Length == 0) return [];
        var found = new List<long>();
        foreach (var one in _leaf.Where)
        {
            if (one.IsMost != isMost) continue;
            if (Known(one.Amount, facts) is not { } amount) return null;
            found.Add(amount);
        }

        return [.. found];
    }

    private static long? Known(Named amount, IReadOnlyDictionary<string, FieldValue> facts) =>
        amount.For(facts) is NumberValue number ? Amount.Of(Math.Clamp(number.Number, 0, Amount.Most)) : null;

    private ulong Bits(ReadOnlySpan<FieldValue?> fields, IReadOnlyDictionary<string, FieldValue> facts, bool isMost)
    {
        var (bits, bit) = (0UL, 1UL);
        for (var i = 0; i < _where.Length; i++)
        {
            if (_leaf.Where[i].IsMost != isMost) continue;
            if (_where[i].Accepts(fields, facts)) bits |= bit;
            bit <<= 1;
        }

        return bits;
    }

    private static int Conditions(Selector of)
    {
        var many = 0;
        foreach (var one in of.Conditions)
            many += one switch
            {
                AcceptedByAny any => any.Selectors.Count == 0 ? 1 : any.Selectors.Min(Conditions),
                NotAccepted => 0,
                HasTags tags => tags.Tags.Count,
                _ => 1,
            };
        return many;
    }
}
