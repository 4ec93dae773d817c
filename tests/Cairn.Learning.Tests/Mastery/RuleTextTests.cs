using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery;

public sealed class RuleTextTests
{
    private static readonly Gen<string> GenCode = Gen.String[Gen.OneOf(Gen.Char['A', 'Z'], Gen.OneOfConst('.', '-', ' ', '+', '|', '=', ':', '%', 'é')), 1, 6];

    private static readonly Gen<ScoreRule> GenScores = Gen.OneOf<ScoreRule>(
        Gen.Select(Gen.Int[1, 9], Gen.OneOfConst(Middle.Mean, Middle.Median)).Select((last, middle) => new MostRecent(last, middle)),
        Gen.Int[1, 3].Select(best => new Highest(best)), Gen.Const(new Mean()), Gen.OneOfConst(new Median(), new Median(1), new Median(7)),
        Gen.OneOfConst(new Mode(), new Mode(Tie.Higher), new Mode(Tie.Lower)),
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 16]).Select((times, quarters) => new TimesShown(times, quarters / 4m)),
        Gen.Int[1, 99].Select(weight => new WeightedRecent(weight)), Gen.Int[50, 99].Select(weight => new DecayingAverage(weight)),
        Gen.Const(new PowerLaw()), Gen.Const(new BestFit()),
        Gen.Dictionary(GenCode, Gen.Int[0, 40].Select(tenths => tenths / 10m))[0, 3].Select(kinds => new WeightedByEvidence { Kinds = kinds }));

    private static readonly Gen<DeterminationRule> GenRule = Gen.OneOf<DeterminationRule>(
        Gen.Select(GenScores, Gen.Int[0, 10], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 3]).Select((rule, decimals, minimum, experiences, judges) =>
            (DeterminationRule)(rule with { Decimals = decimals, Minimum = minimum, MinimumExperiences = experiences, MinimumJudges = judges })),
        Gen.Const(new AllShown()), Gen.Int[4, 40].Select(quarters => new Points(quarters / 4m)),
        GenCode.Array[0, 3].Array[0, 3].Select(groups => new AnyOf { Groups = groups }),
        Gen.Select(Gen.Int[1, 12], Gen.Int[-4, 24], Gen.Int[-1, 12], Gen.Bool).Select((last, halves, rating, isFirst) =>
            new Continuum(last, halves / 2m, rating < 0 ? null : rating, isFirst ? GrowthRule.FirstToLast : GrowthRule.FromBaseline)),
        Gen.Bool.Select(moderated => new Judged(moderated)));

    [Fact]
    public void Every_rule_comes_back_from_its_line() => GenRule.Sample(rule =>
    {
        var line = RuleText.Of(rule);
        RuleText.Parse(line).ShouldBe(rule, line);
        RuleText.Of(RuleText.Parse(line)).ShouldBe(line);
    }, iter: 400);

    [Theory]
    [InlineData("most-recent")]
    [InlineData("power-law")]
    [InlineData("median last=9 decimals=1")]
    [InlineData("times-shown times=3 threshold=2.5 minimum=2 minimum-experiences=3 minimum-judges=4")]
    [InlineData("weighted-by-evidence kind:conversation=0 kind:exam=0.5")]
    [InlineData("any-of groups=A+B|C")]
    [InlineData("continuum last-stage=12 minimum-average=8 minimum-rating=7 growth=first-to-last")]
    [InlineData("judged moderation=yes")]
    [InlineData("power-law minimum=1")]
    public void A_line_says_what_differs_from_the_defaults(string line) => RuleText.Of(RuleText.Parse(line)).ShouldBe(line);

    [Theory]
    [InlineData("weighted-recent weight=65 decimals=2 minimum=1", "weighted-recent")]
    [InlineData("  mode   tie=later ", "mode")]
    [InlineData("power-law minimum=3", "power-law")]
    [InlineData("continuum minimum-average=-0.5 last-stage=9 growth=from-baseline", "continuum last-stage=9")]
    public void Equal_rules_have_equal_lines(string said, string line) => RuleText.Of(RuleText.Parse(said)).ShouldBe(line);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("average")]
    [InlineData("mean decimals")]
    [InlineData("mean decimals=two")]
    [InlineData("mean decimals=11")]
    [InlineData("mean weight=1")]
    [InlineData("times-shown times=3")]
    [InlineData("mode tie=any")]
    [InlineData("mean decimals=1 decimals=2")]
    [InlineData("weighted-by-evidence kind:exam=half")]
    [InlineData("weighted-by-evidence kind:exam=-1")]
    [InlineData("weighted-by-evidence kind:exam=1 kind:exam=2")]
    [InlineData("mean kind:exam=1")]
    [InlineData("mean groups=A")]
    [InlineData("any-of groups=A groups=B")]
    public void A_line_that_is_no_rule_is_refused(string line) => Should.Throw<FormatException>(() => RuleText.Parse(line));
}
