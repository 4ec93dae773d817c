using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class ChildrenDroppedTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void A_child_without_a_value_is_listed_as_dropped()
    {
        Level(0, 4);
        foreach (var rule in new DeterminationRule[] { new Mean(), new AllShown() })
            Dropped(rule).ShouldBe([null, DropReason.ChildWithoutValue]);
    }

    [Fact]
    public void A_child_that_the_rule_does_not_count_is_listed_with_the_rules_reason()
    {
        Level(0, 2);
        Level(1, 4);
        Dropped(new Highest()).ShouldBe([DropReason.NotAmongBest, null]);
        Dropped(new TimesShown(1, 3)).ShouldBe([DropReason.BelowThreshold, null]);
        Dropped(new Mean()).ShouldBe([null, null]);
    }

    private void Level(int target, int level) => _record.Judge(level, target: FrameworkBuilder.TargetId(target));

    private IEnumerable<DropReason?> Dropped(DeterminationRule rule)
    {
        var content = new FrameworkBuilder().WithTarget().WithTarget().Build();
        return Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(rule, new MostRecent()), AsOf.Everything).Single().Targets.Select(one => one.Dropped);
    }
}
