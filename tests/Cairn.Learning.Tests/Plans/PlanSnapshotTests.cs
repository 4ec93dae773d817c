using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class PlanSnapshotTests
{
    [Fact]
    public void What_is_kept_is_read_back_as_it_was_whatever_stands_in_it()
    {
        var words = Gen.String[Gen.OneOfConst('a', '\t', '\n', '\\', 't', 'n', 'é', '名'), 0, 12];
        var day = Gen.Int[0, 3000].Select(one => one % 3 == 0 ? (DateOnly?)null : new DateOnly(2025, 1, 1).AddDays(one));
        var goals = Gen.Select(words, Gen.Enum<GoalState>(), day).Select((text, state, by) => new KeptGoal(text, state, by)).List[0, 4];
        var steps = Gen.Select(words, Gen.Bool, words, day).Select((title, isShown, level, by) => new KeptStep(title, isShown, level, by)).List[0, 4];
        Gen.Select(words, words, goals, steps).Sample((strengths, interests, kept, path) =>
        {
            var read = PlanSnapshot.Read(new PlanSnapshot(strengths, interests, kept, path).Text());

            (read.Strengths, read.Interests).ShouldBe((strengths, interests));
            read.Goals.ShouldBe(kept);
            read.Steps.ShouldBe(path);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void A_line_that_it_does_not_know_is_passed_over_and_one_that_ends_early_is_read_as_far_as_it_goes()
    {
        var read = PlanSnapshot.Read("later\tsomething\nstrengths\tmaps\ngoal\tread\nstep\nbroken\\");

        read.Strengths.ShouldBe("maps");
        read.Goals.ShouldBe([new KeptGoal("read", GoalState.Open, null)]);
        read.Steps.ShouldBe([new KeptStep("", false, "", null)]);
        PlanSnapshot.Read("").Goals.ShouldBeEmpty();
    }
}
