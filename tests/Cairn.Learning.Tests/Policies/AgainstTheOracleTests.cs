using Cairn.Learning.Policies;
using CsCheck;

namespace Cairn.Learning.Tests.Policies;

public sealed class AgainstTheOracleTests
{
    private const int Cases = 120;

    [Fact]
    public void As_little_is_missing_and_as_much_is_met_as_when_everything_is_tried() => PolicyCases.All.Sample(Compare, iter: Cases, print: PolicyCases.Print);

    [Fact]
    public void So_it_is_where_a_person_pinned_an_achievement() => PolicyCases.Pinned.Sample(Compare, iter: Cases / 3, print: PolicyCases.Print);

    [Fact]
    public void That_it_did_not_look_at_all_ways_to_meet_more_is_rare() => PolicyCases.All.Array[Cases].Sample(
        asks => asks.Count(ask => !PolicyAudit.From(ask).IsBest).ShouldBeLessThan(Cases / 20), iter: 1);

    private static void Compare(AuditAsk ask)
    {
        var audit = PolicyAudit.From(ask);

        var best = AuditOracle.Best(ask);
        audit.Remaining.ShouldBe(best is { } found ? Amount.Plain(found.Missing) : null);
        audit.IsMet.ShouldBe(best is { Missing: 0 });
        (audit.IsExact, audit.AtLeast).ShouldBe((true, audit.Remaining));
        if (best is not { } open) return;
        var ends = audit.Findings.Where(one => one.IsTaken && one.Node is not (Several or ByFact)).ToList();
        var met = ends.Count(one => one.Remaining == 0);
        // Where quarters and parts that cross make too many ways that miss as little, it says that it did not look at them all.
        if (audit.IsBest) met.ShouldBe(open.Met);
        else met.ShouldBeLessThanOrEqualTo(open.Met);
    }
}
