using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class RulePropertiesTests
{
    private static readonly Gen<decimal> GenLevel = Gen.Int[0, 16].Select(quarters => quarters / 4m);
    private static readonly Gen<decimal[]> GenLevels = GenLevel.Array[1, 10];

    private static readonly Gen<ScoreRule> GenOrderless = Gen.OneOf<ScoreRule>(
        Gen.Int[1, 4].Select(best => new Highest(best)), Gen.Const(new Mean()), Gen.Const(new Median()),
        Gen.OneOfConst(new Mode(Tie.Higher), new Mode(Tie.Lower)),
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 4]).Select((times, threshold) => new TimesShown(times, threshold)),
        Gen.Const(new WeightedByEvidence()));

    // Rules for which a better piece can never make a learner worse off.
    private static readonly Gen<ScoreRule> GenRising = Gen.OneOf<ScoreRule>(
        Gen.Int[1, 4].Select(best => new Highest(best)), Gen.Const(new Mean()), Gen.Const(new Median()),
        Gen.Int[1, 4].Select(last => new Median(last)), Gen.Const(new WeightedByEvidence()),
        Gen.Select(Gen.Int[1, 4], Gen.OneOfConst(Middle.Mean, Middle.Median)).Select((last, middle) => new MostRecent(last, middle)),
        Gen.Int[1, 99].Select(weight => new WeightedRecent(weight)), Gen.Int[50, 99].Select(weight => new DecayingAverage(weight)));

    private static readonly Gen<ScoreRule> GenAny = Gen.OneOf(GenOrderless, GenRising, Gen.OneOfConst<ScoreRule>(new Mode(), new PowerLaw(), new BestFit()));

    [Fact]
    public void A_rule_that_does_not_read_order_gives_the_same_value_in_any_order() =>
        Gen.Select(GenOrderless, GenLevels.SelectMany(levels => Gen.Shuffle(levels).Select(shuffled => (levels, shuffled)))).Sample((rule, both) =>
        {
            rule.ReadsOrder.ShouldBeFalse();
            rule.ValueOf(both.shuffled).ShouldBe(rule.ValueOf(both.levels));
        }, iter: 200);

    [Theory]
    [InlineData("most-recent", "1 2")]
    [InlineData("median last=1", "1 2")]
    [InlineData("mode", "1 2")]
    [InlineData("weighted-recent", "1 2")]
    [InlineData("decaying-average", "1 2")]
    [InlineData("power-law", "1 2 3")]
    [InlineData("best-fit", "1 2 3")]
    public void A_rule_that_says_it_reads_order_does(string line, string scores)
    {
        var rule = (ScoreRule)RuleText.Parse(line);
        var levels = scores.Split(' ').Select(one => (decimal)(one[0] - '0')).ToArray();
        rule.ReadsOrder.ShouldBeTrue();
        rule.ValueOf(levels.Reverse()).ShouldNotBe(rule.ValueOf(levels));
    }

    [Fact]
    public void A_piece_judged_higher_never_lowers_the_value() => Gen.Select(GenRising, GenLevels, Gen.Int[0, 9], GenLevel).Sample((rule, levels, at, more) =>
    {
        var raised = levels.ToArray();
        raised[at % levels.Length] += more;
        rule.ValueOf(raised)!.Value.ShouldBeGreaterThanOrEqualTo(rule.ValueOf(levels)!.Value);
    }, iter: 200);

    [Fact]
    public void A_further_piece_at_least_as_high_as_all_never_lowers_the_value() => Gen.Select(GenOrderless, GenLevels).Sample((rule, levels) =>
    {
        // The lower of tied levels may be a new one: one more of the highest can only make the highest most frequent.
        if (rule is TimesShown { Threshold: var threshold } && levels.Max() < threshold) return;
        (rule.ValueOf([.. levels, levels.Max()]) ?? 0).ShouldBeGreaterThanOrEqualTo(rule.ValueOf(levels) ?? 0);
    }, iter: 200);

    [Fact]
    public void No_averaging_rule_leaves_the_levels_it_was_given() => Gen.Select(Gen.OneOf(GenOrderless, GenRising), GenLevels).Sample((rule, levels) =>
    {
        if (rule.ValueOf(levels) is { } value) value.ShouldBeInRange(levels.Min(), levels.Max());
    }, iter: 200);

    [Fact]
    public void Levels_all_alike_are_their_own_value() => Gen.Select(Gen.OneOf(GenRising, Gen.OneOfConst<ScoreRule>(new Mode(), new PowerLaw { Minimum = 1 }, new BestFit())), GenLevel, Gen.Int[1, 6])
        .Sample((rule, level, n) => rule.ValueOf(Enumerable.Repeat(level + 1, n)).ShouldBe(level + 1), iter: 200);

    [Fact]
    public void What_has_no_level_changes_nothing_but_the_places() => Gen.Select(GenAny, Gen.Select(GenLevel, Gen.Int[0, 3]).Array[0, 8]).Sample((rule, scores) =>
    {
        var gapped = scores.Select(one => one.Item2 == 0 ? (decimal?)null : one.Item1).ToArray();
        var plain = gapped.Where(one => one is not null).ToArray();
        var (with, without) = (rule.Conclude(gapped), rule.Conclude(plain));
        (with.Value, with.NotYet, with.Chosen).ShouldBe((without.Value, without.NotYet, without.Chosen));
        with.Counted.Select(i => gapped[i]).ShouldBe(without.Counted.Select(i => plain[i]));
        with.Dropped.Count.ShouldBe(without.Dropped.Count + gapped.Length - plain.Length);
    }, iter: 200);

    [Fact]
    public void Every_score_counts_or_is_dropped_and_never_both() => Gen.Select(GenAny, GenLevels).Sample((rule, levels) =>
    {
        var answer = rule.Conclude(Some.Scores(levels));
        if (answer.Value is null) return;
        answer.Counted.Concat(answer.Dropped.Select(one => one.Index)).Order().ShouldBe(Enumerable.Range(0, levels.Length));
        answer.Counted.ShouldBe(answer.Counted.Order());
    }, iter: 200);

    [Fact]
    public void The_arithmetic_ends_with_the_value() => Gen.Select(GenAny, GenLevels).Sample((rule, levels) =>
    {
        if (rule.ValueOf(levels) is { } value) rule.Explain(Some.Scores(levels))[^1].Result.ShouldBe(value);
    }, iter: 200);

    [Fact]
    public void Fewer_pieces_than_the_least_are_NotYet_and_never_a_number() => Gen.Select(GenAny, GenLevels, Gen.Int[2, 11]).Sample((rule, levels, least) =>
    {
        var answer = (rule with { Minimum = least }).Conclude(Some.Scores(levels));
        if (levels.Length >= least) answer.NotYet.Reason.ShouldNotBe(NotYetReason.TooFewPieces);
        else (answer.Value, answer.NotYet).ShouldBe((null, new NotYet(NotYetReason.TooFewPieces, levels.Length, least)));
    }, iter: 200);
}
