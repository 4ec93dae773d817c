namespace Cairn.Learning.Mastery;

/// <summary>A rule's answer about a list of scores.</summary>
/// <param name="Value">The value, rounded; null when NotYet.</param>
/// <param name="Counted">Places of the scores that counted, from 0, rising.</param>
/// <param name="Dropped">Places of the others, each with its reason, rising.</param>
/// <param name="NotYet">Why there is no value; <see cref="NotYetReason.None"/> when there is one.</param>
/// <param name="Chosen">What BestFit chose: linear, power or mean; null for every other rule.</param>
public sealed record RuleAnswer(
    decimal? Value, IReadOnlyList<int> Counted, IReadOnlyList<DroppedScore> Dropped, NotYet NotYet, string? Chosen = null);

/// <summary>A rule that concludes from scores in order.</summary>
public abstract record ScoreRule : DeterminationRule
{
    /// <summary>Concludes from scores, oldest first.</summary>
    /// <param name="scores">The scores, 0 or more; null has no level and is skipped.</param>
    /// <param name="weights">For a rule that weighs: one weight a score, 0 or more, nulls included.</param>
    public RuleAnswer Conclude(IReadOnlyList<decimal?> scores, IReadOnlyList<decimal>? weights = null)
    {
        if (weights is not null && weights.Count != scores.Count)
            throw new ArgumentException("There is one weight a score.", nameof(weights));
        var places = Enumerable.Range(0, scores.Count).Where(i => scores[i] is not null && weights?[i] is not 0m).ToArray();
        var dropped = Enumerable.Range(0, scores.Count)
            .Where(i => scores[i] is null || weights?[i] is 0m)
            .Select(i => new DroppedScore(i, scores[i] is null ? DropReason.NoLevel : DropReason.NoWeight)).ToList();
        if (places.Length == 0)
            return Nothing(dropped, new NotYet(dropped.Exists(d => d.Why == DropReason.NoWeight) ? NotYetReason.NoWeight : NotYetReason.NoEvidence));
        if (places.Length < Minimum)
            return Nothing(dropped, new NotYet(NotYetReason.TooFewPieces, places.Length, Minimum));

        var levels = Array.ConvertAll(places, i => scores[i]!.Value);
        var reading = Read(levels, weights is null ? null : Array.ConvertAll(places, i => weights[i]));
        var left = reading.Dropped.Select(one => new DroppedScore(places[one.Index], one.Why));
        IReadOnlyList<DroppedScore> all = [.. dropped.Concat(left).OrderBy(one => one.Index)];
        return reading.Value is not { } value
            ? Nothing(all, reading.NotYet)
            : new RuleAnswer(Round(value), [.. reading.Counted.Select(i => places[i])], all, default, reading.Chosen);
    }

    /// <summary>The arithmetic, line by line, for scores as <see cref="Conclude"/> takes them; empty when there is no value.</summary>
    public IReadOnlyList<ArithmeticLine> Explain(IReadOnlyList<decimal?> scores, IReadOnlyList<decimal>? weights = null)
    {
        var answer = Conclude(scores, weights);
        if (answer.Value is not { } value) return [];
        var places = Enumerable.Range(0, scores.Count).Where(i => scores[i] is not null && weights?[i] is not 0m).ToArray();
        var lines = Lines(Array.ConvertAll(places, i => scores[i]!.Value), weights is null ? null : Array.ConvertAll(places, i => weights[i])).ToList();
        if (lines.Count > 0 && lines[^1].Result is { } exact && exact != value)
            lines.Add(new ArithmeticLine(ArithmeticKind.Rounded, ArithmeticLine.Print(exact), value));
        return lines;
    }

    /// <summary>What the rule makes of levels (at least one) and, where given, their weights (none of them 0).</summary>
    protected abstract Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights);

    /// <summary>The arithmetic behind <see cref="Read"/>, unrounded.</summary>
    protected abstract IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights);

    private static RuleAnswer Nothing(IReadOnlyList<DroppedScore> dropped, NotYet why) => new(null, [], dropped, why);

    /// <summary>What a rule reads in the levels it is given, before rounding.</summary>
    /// <param name="Value">The value; null when NotYet.</param>
    /// <param name="Counted">Places among the levels that counted.</param>
    /// <param name="Dropped">Places that did not.</param>
    /// <param name="NotYet">Why there is no value.</param>
    /// <param name="Chosen">What BestFit chose.</param>
    protected sealed record Reading(
        decimal? Value, IEnumerable<int> Counted, IEnumerable<DroppedScore> Dropped, NotYet NotYet = default, string? Chosen = null)
    {
        /// <summary>Every level counted.</summary>
        public static Reading Of(decimal value, IReadOnlyList<decimal> all, string? chosen = null) =>
            new(value, Enumerable.Range(0, all.Count), [], default, chosen);

        /// <summary>No value.</summary>
        public static Reading Not(NotYet why) => new(null, [], [], why);

        /// <summary>The last levels counted, the others are older.</summary>
        public static Reading OfLast(decimal value, int last, IReadOnlyList<decimal> all) =>
            new(value, Enumerable.Range(all.Count - last, last),
                Enumerable.Range(0, all.Count - last).Select(i => new DroppedScore(i, DropReason.Older)));
    }
}
