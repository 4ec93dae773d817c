using Cairn.Learning.Judgments;
using CsCheck;

namespace Cairn.Learning.Tests.Judgments;

public sealed class AgreementTests
{
    private static readonly decimal?[] None = [null, null, null];

    // Krippendorff's own example: four observers, twelve units.
    private static readonly decimal?[][] Published =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];

    [Theory]
    [InlineData(AlphaMetric.Nominal, 0.743)]
    [InlineData(AlphaMetric.Ordinal, 0.815)]
    [InlineData(AlphaMetric.Interval, 0.849)]
    [InlineData(AlphaMetric.Ratio, 0.797)]
    public void Alpha_of_the_published_example_is_as_published(AlphaMetric metric, double published)
    {
        var alpha = KrippendorffAlpha.Of(Published, metric);

        Math.Round(alpha.Value!.Value, 3).ShouldBe(published);
        alpha.Judgments.ShouldBe(40);
    }

    [Fact]
    public void Alpha_that_is_not_defined_says_why()
    {
        KrippendorffAlpha.Of([Published[0]]).ShouldBe(new KrippendorffAlpha(null, 0, NoAgreement.OneJudge));
        KrippendorffAlpha.Of([]).Missing.ShouldBe(NoAgreement.OneJudge);
        KrippendorffAlpha.Of([[1, null, null], [null, 2, 3]]).ShouldBe(new KrippendorffAlpha(null, 0, NoAgreement.NoOverlap));
        KrippendorffAlpha.Of([None, None]).Missing.ShouldBe(NoAgreement.NoOverlap);
        KrippendorffAlpha.Of([[2, 2], [2, 2]]).ShouldBe(new KrippendorffAlpha(null, 4, NoAgreement.OneLevel));
    }

    [Fact]
    public void Lists_that_do_not_fit_are_refused()
    {
        Should.Throw<ArgumentException>(() => KrippendorffAlpha.Of([[1, 2], [1]]));
        Should.Throw<ArgumentException>(() => KrippendorffAlpha.Of([[1, -2], [1, 2]], AlphaMetric.Ratio));
    }

    [Fact]
    public void Alpha_does_not_depend_on_who_comes_first() => Gen.Select(Levels.Array[3], Gen.Enum<AlphaMetric>()).Sample((judges, metric) =>
    {
        var (one, other) = (KrippendorffAlpha.Of(judges, metric), KrippendorffAlpha.Of([.. judges.Reverse()], metric));

        other.Missing.ShouldBe(one.Missing);
        (other.Value ?? 0).ShouldBe(one.Value ?? 0, 1e-9);
        (one.Value is null).ShouldBe(one.Missing != NoAgreement.None);
    }, iter: 200, threads: 1);

    [Fact]
    public void Full_agreement_is_1_by_every_figure()
    {
        var pair = PairAgreement.Of([(1, 1), (2, 2), (3, 3)]);

        (pair.Exact, pair.Adjacent, pair.Kappa, pair.WeightedKappa).ShouldBe((1.0, 1.0, 1.0, 1.0));
        KrippendorffAlpha.Of([[1, 2, 3], [1, 2, 3]]).Value.ShouldBe(1);
    }

    [Fact]
    public void Kappa_is_as_worked_by_hand()
    {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 seen, 0.5 by chance.
        var pairs = Enumerable.Repeat<(decimal?, decimal?)>((1, 1), 20).Concat(Enumerable.Repeat<(decimal?, decimal?)>((1, 0), 5))
            .Concat(Enumerable.Repeat<(decimal?, decimal?)>((0, 1), 10)).Concat(Enumerable.Repeat<(decimal?, decimal?)>((0, 0), 15));

        var pair = PairAgreement.Of(pairs);

        pair.Pieces.ShouldBe(50);
        pair.Exact!.Value.ShouldBe(0.7, 1e-12);
        pair.Kappa!.Value.ShouldBe(0.4, 1e-12);
        // With two levels the weights change nothing.
        pair.WeightedKappa!.Value.ShouldBe(0.4, 1e-12);
    }

    [Fact]
    public void A_near_miss_counts_as_adjacent_and_costs_the_weighted_kappa_little()
    {
        var pair = PairAgreement.Of([(1, 1), (2, 3), (3, 3), (4, 4), (1, 2), (4, 2), (null, 3)]);

        pair.Pieces.ShouldBe(6);
        pair.Exact!.Value.ShouldBe(0.5, 1e-12);
        pair.Adjacent!.Value.ShouldBe(5 / 6.0, 1e-12);
        pair.WeightedKappa!.Value.ShouldBeGreaterThan(pair.Kappa!.Value);
        // Seen: 1/6 (1 + 1 + 4); by chance: the mean of all 36 squared distances, 90/36.
        pair.WeightedKappa!.Value.ShouldBe(1 - 1 / (90 / 36.0), 1e-12);
    }

    [Fact]
    public void A_pair_that_cannot_be_compared_says_why()
    {
        PairAgreement.Of([(1, null), (null, 2)]).ShouldBe(new PairAgreement(0, null, null, null, null, NoAgreement.NoOverlap));
        PairAgreement.Of([(2, 2), (2, 2)]).ShouldBe(new PairAgreement(2, 1, 1, null, null, NoAgreement.OneLevel));
    }

    [Fact]
    public void Two_judges_who_never_meet_at_a_level_are_below_chance_or_at_it() => PairAgreement.Of([(1, 2), (2, 1)]).Kappa.ShouldBe(-1);

    private static readonly Gen<decimal?[]> Levels = Gen.OneOf(Gen.Int[1, 4].Select(one => (decimal?)one), Gen.Const((decimal?)null)).Array[6];
}
