namespace Cairn.Learning.Policies.Allocation;

/// <summary>A leaf for one learner: what it asks, and which achievements it accepts.</summary>
/// <param name="Index">Its place among the tree's leaves.</param>
/// <param name="Of">The leaf.</param>
/// <param name="Need">What it asks, 0 or more.</param>
/// <param name="Least">What its parts ask at least.</param>
/// <param name="Most">What its parts give at most.</param>
/// <param name="Accepts">What it accepts, by the achievement's number, in the order of age.</param>
internal sealed record LeafBody(int Index, Leaf Of, long Need, long[] Least, long[] Most, IReadOnlyList<Accepted> Accepts)
{
    /// <summary>How many conditions it makes: what asks for little is an elective, and comes after what asks for much.</summary>
    public int Specific { get; } = Conditions(Of.Of);

    /// <summary>What is missing when nothing is used.</summary>
    public long Whole { get; } = Math.Max(Need, Least.Sum());

    /// <summary>Are its parts such that a network tells the truth about it, values aside?</summary>
    public bool HasOwnParts { get; } = Accepts.All(one => IsOne(one.Parts) && IsOne(one.Limits))
        && Accepts.Where(one => one.Limits != 0).GroupBy(one => one.Limits).All(group => group.Select(one => one.Parts).Distinct().Count() == 1);

    /// <summary>And does each value stand in one part, so that the network tells the truth about values too?</summary>
    public bool IsSimple => HasOwnParts && Accepts.Where(one => one.Value is not null).GroupBy(one => one.Value!).All(group => group.Select(one => (one.Parts, one.Limits)).Distinct().Count() == 1);

    /// <summary>What is missing when some of each is used.</summary>
    public long Missing(ReadOnlySpan<long> used)
    {
        var all = 0L;
        Span<long> parts = stackalloc long[Least.Length];
        for (var i = 0; i < used.Length; i++)
        {
            all += used[i];
            for (var part = 0; part < Least.Length; part++) if (Accepts[i].CountsIn(part)) parts[part] += used[i];
        }

        var missing = 0L;
        for (var part = 0; part < Least.Length; part++) missing += Math.Max(0, Least[part] - parts[part]);
        return Math.Max(missing, Math.Max(0, Need - all));
    }

    private static int Conditions(Selector of) => of.Conditions.Sum(one => one switch
    {
        AcceptedByAny any => any.Selectors.Count == 0 ? 1 : any.Selectors.Min(Conditions),
        NotAccepted => 0,
        HasTags tags => tags.Tags.Count,
        _ => 1,
    });

    private static bool IsOne(ulong bits) => System.Numerics.BitOperations.PopCount(bits) <= 1;
}

/// <summary>An achievement that a leaf accepts.</summary>
/// <param name="Achievement">Its number, in the order of age.</param>
/// <param name="Units">What it has.</param>
/// <param name="Parts">Bits of the least parts in which it counts.</param>
/// <param name="Limits">Bits of the greatest parts in which it counts.</param>
/// <param name="Value">The value of which one unit counts; null where values do not matter.</param>
internal readonly record struct Accepted(int Achievement, long Units, ulong Parts, ulong Limits, FieldValue? Value)
{
    /// <summary>Does it count in a least part?</summary>
    public bool CountsIn(int part) => (Parts >> part & 1) != 0;

    /// <summary>Does it count in a greatest part?</summary>
    public bool IsLimitedBy(int limit) => (Limits >> limit & 1) != 0;
}
