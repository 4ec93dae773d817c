namespace Cairn.Learning.Credits;

/// <summary>What a school owes a learner who leaves on a day: the shares of credit that were shown and nobody has awarded. A conclusion.</summary>
public sealed record Leaving
{
    private Leaving(IReadOnlyList<CreditOffer> owed, IReadOnlyList<CreditDecision> begun, IReadOnlyList<CreditHeld> provisional) => (Owed, Begun, Provisional) = (owed, begun, provisional);

    /// <summary>What is posted, in whole or in parts, by policy.</summary>
    public IReadOnlyList<CreditOffer> Owed { get; }

    /// <summary>What was begun and gives no credit yet: the next school reads how far it came.</summary>
    public IReadOnlyList<CreditDecision> Begun { get; }

    /// <summary>Credit of a school before that is still taken for granted: it goes along as what it is.</summary>
    public IReadOnlyList<CreditHeld> Provisional { get; }

    /// <summary>All that is posted, in hundredths of a credit.</summary>
    public int Hundredths => Owed.Sum(one => one.Hundredths);

    /// <summary>Looks at all policies in force. Each decision has to be made for parts: whoever leaves loses nothing that was shown.</summary>
    /// <param name="decisions">What is earned by each policy, in parts too.</param>
    /// <param name="record">What was awarded before.</param>
    /// <param name="day">The day of leaving, in the district.</param>
    public static Leaving From(IEnumerable<CreditDecision> decisions, CreditRecord record, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(record);
        var offers = decisions.Select(one => CreditOffer.From(one, record, day)).ToList();
        var held = record.On(day).Where(one => !one.IsProvisional).Select(one => one.Policy?.Code).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. offers.Where(one => one.IsOpen)],
            [.. offers.Where(one => !one.IsOpen && !one.Decision.IsWhole && !held.Contains(one.Decision.Policy.Code) && one.Decision.Lines.Any(line => line.Standing is { IsBegun: true })).Select(one => one.Decision)],
            [.. record.On(day).Where(one => one.IsProvisional)]);
    }
}
