using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Stages;

public sealed class ContinuumAgainstTheOracleTests
{
    [Fact]
    public void Every_stage_concludes_as_the_words_of_the_rule_say() => ContinuumCases.All.Sample(
        one => ContinuumCases.Conclude(one).ShouldBe(ContinuumOracle.Conclude(one)), iter: 2000, print: ContinuumCases.Print);
}
