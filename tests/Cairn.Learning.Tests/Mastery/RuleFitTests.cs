using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class RuleFitTests
{
    private static readonly FrameworkContent WithParts = new FrameworkBuilder().WithTarget(points: 2, code: "A").WithTarget(points: 3, code: "B").WithTarget(code: "OLD", isActive: false).Build();
    private static readonly FrameworkContent Plain = new FrameworkBuilder().Build();

    private static RuleMisfit Fit(DeterminationRule rule, bool isParent, FrameworkContent? content = null) =>
        RuleFit.Of(rule, (content ?? WithParts).Competencies[0], content ?? WithParts, ScaleBuilder.OneToFour, isParent);

    [Fact]
    public void Rules_of_scores_suit_what_has_no_parts_and_conditions_do_not()
    {
        Fit(new MostRecent(), isParent: false).ShouldBe(RuleMisfit.None);
        Fit(new Judged(), isParent: false).ShouldBe(RuleMisfit.None);
        Fit(new AllShown(), isParent: false).ShouldBe(RuleMisfit.NeedsParts);
    }

    [Fact]
    public void A_parent_concludes_by_what_needs_no_order_in_time()
    {
        Fit(new Mean(), isParent: true).ShouldBe(RuleMisfit.None);
        Fit(new AllShown(), isParent: true).ShouldBe(RuleMisfit.None);
        Fit(new MostRecent(), isParent: true).ShouldBe(RuleMisfit.ReadsOrder);
        Fit(new BestFit(), isParent: true).ShouldBe(RuleMisfit.ReadsOrder);
        Fit(new Judged(), isParent: true).ShouldBe(RuleMisfit.NotFromParts);
        Fit(new Mean(), isParent: true, Plain).ShouldBe(RuleMisfit.NeedsParts);
    }

    [Fact]
    public void Points_and_groups_must_be_those_of_parts_in_use()
    {
        Fit(new Points(5), isParent: true).ShouldBe(RuleMisfit.None);
        Fit(new Points(6), isParent: true).ShouldBe(RuleMisfit.TooManyPoints);
        Fit(new AnyOf { Groups = [["A"], ["B"]] }, isParent: true).ShouldBe(RuleMisfit.None);
        Fit(new AnyOf { Groups = [["A", "OLD"]] }, isParent: true).ShouldBe(RuleMisfit.UnknownPart);
        Fit(new AnyOf(), isParent: true).ShouldBe(RuleMisfit.NamesNoPart);
    }

    [Fact]
    public void A_continuum_needs_levels_that_are_its_stages()
    {
        RuleFit.Of(new Continuum(12), Plain.Competencies[0], Plain, ScaleBuilder.OfStages, isParent: false).ShouldBe(RuleMisfit.None);
        RuleFit.Of(new Continuum(13), Plain.Competencies[0], Plain, ScaleBuilder.OfStages, isParent: false).ShouldBe(RuleMisfit.NeedsStages);
        RuleFit.Of(new Continuum(4), Plain.Competencies[0], Plain, new ScaleBuilder().Level(0).Level(1).Line(1).Build(), isParent: false).ShouldBe(RuleMisfit.NeedsStages);
        RuleFit.Of(new Continuum(12), Plain.Competencies[0], Plain, ScaleBuilder.OfStages, isParent: true).ShouldBe(RuleMisfit.NotFromParts);
    }

    [Fact]
    public void Parts_and_everything_at_once_have_their_own_limits()
    {
        RuleFit.OfTargets(new MostRecent()).ShouldBe(RuleMisfit.None);
        RuleFit.OfTargets(new AllShown()).ShouldBe(RuleMisfit.NotForParts);
        RuleFit.OfTargets(new Continuum(3)).ShouldBe(RuleMisfit.NotForParts);
        RuleFit.OfAll(new Points(1), Plain).ShouldBe(RuleMisfit.NeedsParts);
        RuleFit.OfAll(new Continuum(12), new FrameworkBuilder().On(ScaleBuilder.OfStages).Build()).ShouldBe(RuleMisfit.None);
        RuleFit.OfAll(new Continuum(9), Plain).ShouldBe(RuleMisfit.NeedsStages);
        RuleFit.OfAll(new Median(), Plain).ShouldBe(RuleMisfit.None);
    }
}
