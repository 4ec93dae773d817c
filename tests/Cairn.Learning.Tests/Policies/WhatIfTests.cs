using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

public sealed class WhatIfTests
{
    private static readonly Node Three = Build.All(Build.Need(2, Build.Tagged("a"), id: "a"), Build.Need(1, Build.Tagged("b"), id: "b"));

    [Fact]
    public void What_is_shown_too_changes_what_it_is_used_for_and_nothing_else()
    {
        var if_ = WhatIf.Shown(Build.Ask(Three, Build.Got("have", 1, says: "a")), Build.Got("more", 1, says: ["b", "status=planned"]));

        (if_.Before.Remaining, if_.After.Remaining, if_.Gained).ShouldBe((2, 1, 1));
        if_.Changed.Select(one => one.Path).ShouldBe(["root", "root/all/1"]);
        (if_.Changed[1].Before!.Status, if_.Changed[1].After!.Status).ShouldBe((FindingStatus.NotYet, FindingStatus.Met));
        if_.Changed[1].After!.Used.ShouldBe([("more", 1m)]);
    }

    [Fact]
    public void What_is_planned_may_be_taken_as_done()
    {
        var ask = Build.Ask(Three, Build.Got("one", 2, says: ["a", "status=planned"]), Build.Got("two", 1, says: ["b", "status=in-progress"]));
        WhatIf.Done(ask, "one").After.Remaining.ShouldBe(1);
        WhatIf.Done(ask).After.IsMet.ShouldBeTrue();
        WhatIf.Done(ask, "nobody").Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_waiver_may_be_tried() =>
        WhatIf.Shown(Build.Ask(Three, Build.Got("have", 1, says: "b")), Build.Got("w", says: ["type=attestation", "key=waive", "leaf=a"])).After.IsMet.ShouldBeTrue();

    [Fact]
    public void Under_another_policy_nodes_come_and_go()
    {
        var if_ = WhatIf.Under(Build.Ask(Three, Build.Got("have", 2, says: "a")), Build.Policy(Build.All(Build.Need(2, Build.Tagged("a"), id: "a"))));

        (if_.Gained, if_.After.IsMet).ShouldBe((1, true));
        if_.Changed.Single(one => one.Path == "root/all/1").After.ShouldBeNull();
        if_.Changed.ShouldNotContain(one => one.Path == "root/all/0");
    }

    [Fact]
    public void To_show_what_a_gap_asks_closes_it() => PolicyCases.All.Sample(ask =>
    {
        var before = PolicyAudit.From(ask);
        foreach (var gap in before.Gaps.Where(one => one.Node is Leaf { Distinct.Length: 0, Pool.Length: 0 } leaf && !leaf.Where.Any(part => part.IsMost)))
        {
            // An achievement that says all that the selectors ask; parts that cross may need less than the sum.
            var shown = gap.Shortfalls.Select((one, i) => Build.Got($"new{i}", one.Units, says: [.. one.Of.SelectMany(TagsOf).Distinct()])).ToList();
            WhatIf.Shown(ask, shown).Gained!.Value.ShouldBeGreaterThanOrEqualTo(Math.Min(gap.Remaining, before.Remaining!.Value));
        }
    }, iter: 150, print: PolicyCases.Print);

    private static IEnumerable<string> TagsOf(Selector of) => of.Conditions.SelectMany(one => one switch
    {
        HasTags tags => tags.Tags.Select(tag => ((TextValue)tag.Given!).Text),
        AcceptedByAny any => TagsOf(any.Selectors[0]),
        _ => [],
    });
}
