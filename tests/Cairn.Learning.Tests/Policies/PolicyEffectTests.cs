using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class PolicyEffectTests
{
    private static readonly Policy Old = Build.Policy(Build.All(Build.Need(2, Build.Tagged("a"), id: "a")));
    private static readonly Policy New = Build.Policy(Build.All(Build.Need(1, Build.Tagged("a"), id: "a"), Build.Need(1, Build.Tagged("b"), id: "b")));

    [Fact]
    public void Who_gains_who_loses_and_why_is_told_for_each()
    {
        var effect = PolicyEffect.From(Old, New, [Learner("gains", "North", "a", "b"), Learner("loses", "North", "a", "a"), Learner("nearer", "South", "b"), Learner("same", "South", "a"), Learner("met", "South", "a", "a", "b")]);

        effect.Changed.Select(one => (one.Learner, one.Kind, one.Before, one.After)).ShouldBe([
            ("gains", EffectKind.Gains, 1, 0), ("loses", EffectKind.Loses, 0, 1), ("nearer", EffectKind.Nearer, 2, 1)]);
        effect.Changed.Select(one => string.Join(' ', one.Causes)).ShouldBe(["root/all/0", "root/all/1", "root/all/0"]);
    }

    [Fact]
    public void Where_no_way_is_open_any_more_a_learner_is_farther()
    {
        var closed = Build.Policy(Build.NeedOfFact("unknown", Build.Everything));
        var effect = PolicyEffect.From(Old, closed, [Learner("x", "North")]).Changed.ShouldHaveSingleItem();
        (effect.Kind, effect.Before, effect.After, string.Join(' ', effect.Causes)).ShouldBe((EffectKind.Farther, 2, null, "root"));
        PolicyEffect.From(closed, Old, [Learner("x", "North")]).Changed[0].Kind.ShouldBe(EffectKind.Nearer);
    }

    [Fact]
    public void Groups_are_counted_and_small_numbers_are_hidden()
    {
        var learners = Enumerable.Range(0, 60).Select(i => Learner($"l{i}", i < 30 ? "North" : "South", i < 3 ? ["a", "a"] : i < 45 ? ["a", "b"] : ["b"])).ToList();

        var effect = PolicyEffect.From(Old, New, learners);

        effect.Groups.ShouldBe(["North", "South"]);
        effect.Changed.Count.ShouldBe(60);
        effect.Table[0, (int)EffectKind.Loses].Count.ShouldBeNull();
        effect.Table[1, (int)EffectKind.Loses].Count.ShouldBe(0);
    }

    [Fact]
    public void Under_the_same_policy_nothing_is_otherwise() => PolicyEffect.From(Old, Old, [Learner("x", "North", "a"), Learner("y", "North")]).Changed.ShouldBeEmpty();

    private static PolicyLearner Learner(string id, string group, params string[] tags) =>
        new(id, group, Build.NoFacts, [.. tags.Select((tag, i) => Build.Got($"{id}-{i}", says: tag))], []);
}
