using Cairn.Learning.Judgments;

namespace Cairn.Learning.Tests.Judgments;

public sealed class MayJudgeTests
{
    [Fact]
    public void Who_teaches_the_learner_judges() => MayJudge.FaultOf(sees: true, judges: true, isOwn: false).ShouldBe(JudgeFault.None);

    [Fact]
    [Trait("Abuse", "T2")]
    public void Who_only_sees_the_learner_does_not() => MayJudge.FaultOf(sees: true, judges: false, isOwn: false).ShouldBe(JudgeFault.SeesOnly);

    [Fact]
    [Trait("Abuse", "T5")]
    public void Nobody_judges_their_own_child_even_where_they_teach_it() => MayJudge.FaultOf(sees: true, judges: true, isOwn: true).ShouldBe(JudgeFault.Own);

    [Fact]
    [Trait("Abuse", "T1")]
    public void Who_is_not_seen_is_not_found_whatever_else_holds()
    {
        foreach (var judges in (bool[])[true, false])
            foreach (var isOwn in (bool[])[true, false]) MayJudge.FaultOf(sees: false, judges, isOwn).ShouldBe(JudgeFault.NotFound);
    }
}
