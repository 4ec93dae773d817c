namespace Cairn.Learning.Credits;

/// <summary>What a school owes a learner who leaves on a day: the shares of credit that were shown and nobody has awarded. A conclusion.</summary>
public sealed record Leaving
{
    private Leaving(IReadOnlyList<CreditOffer> owed, IReadOnlyList<CreditDecision> begun, IReadOnlyList<CreditHeld> provisional) => (Owed, Begun, Provisional) = (owed, begun, provisional);

    /// <summary>What is posted, in whole or in parts, in the order in which it can be: each after those before it, so that two ways to one course give it once.</summary>
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
        List<CreditOffer> offers = [];
        // As the awards themselves: what is proven best first, the whole before a part, and each beside those before it.
        var then = record;
        foreach (var decision in decisions.OrderByDescending(one => one.IsWhole).ThenBy(one => CreditOffer.SourceOf(one.Policy.Method)).ThenByDescending(one => one.Hundredths).ThenBy(one => one.Policy.Code, StringComparer.Ordinal))
        {
            var offer = CreditOffer.From(decision, then, day);
            offers.Add(offer);
            if (offer.IsOpen) then = then.With(offer.Supposed(record.Learner, day), offer.Overlap.Reversals);
        }

        // Begun is what no award holds, of now or of this leaving: a part that another way to the same course gave credit for is more than begun.
        var credited = then.On(day).Where(one => !one.IsProvisional).SelectMany(one => one.Parts).Select(one => (one.Competency, one.Stage)).ToHashSet();
        var held = record.On(day).Where(one => !one.IsProvisional).Select(one => one.Policy?.Code).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. offers.Where(one => one.IsOpen)],
            [.. offers.Where(one => !one.IsOpen && !one.Decision.IsWhole && one.Decision.Policy.Method != CreditMethod.ExamAndArtifact && !held.Contains(one.Decision.Policy.Code) && one.Decision.Lines.Any(line => line.Standing is { IsBegun: true } && !credited.Contains((line.Part.Competency, line.Part.Stage)))).Select(one => one.Decision)],
            [.. record.On(day).Where(one => one.IsProvisional)]);
    }
}
