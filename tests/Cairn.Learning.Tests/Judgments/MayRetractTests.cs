using Cairn.Learning.Judgments;

namespace Cairn.Learning.Tests.Judgments;

public sealed class MayRetractTests
{
    private static readonly PersonId Ito = new(Guid.NewGuid());
    private static readonly PersonId Rao = new(Guid.NewGuid());

    [Fact]
    public void Who_said_it_takes_it_back() => MayRetract.FaultOf(Ito, [Ito], false, false).ShouldBe(RetractFault.None);

    [Fact]
    public void What_nobody_judged_yet_can_be_taken_back() => MayRetract.FaultOf(Ito, [], false, false).ShouldBe(RetractFault.None);

    [Fact]
    public void What_somebody_else_said_stands()
    {
        MayRetract.FaultOf(Ito, [Rao], false, false).ShouldBe(RetractFault.NotTheirs);
        MayRetract.FaultOf(Ito, [Ito, Rao], false, false).ShouldBe(RetractFault.NotTheirs);
    }

    [Fact]
    public void Nothing_is_taken_back_twice() => MayRetract.FaultOf(Ito, [Rao], true, true).ShouldBe(RetractFault.Again);

    [Fact]
    [Trait("Abuse", "L5")]
    public void What_an_award_stands_on_stays() => MayRetract.FaultOf(Ito, [Ito], false, true).ShouldBe(RetractFault.SupportsAward);
}
