using Cairn.Learning.Judgments;

namespace Cairn.Learning.Tests.Judgments;

public sealed class CriteriaPolicyTests
{
    private static readonly FrameworkId Reading = new(Guid.NewGuid());
    private static readonly ProgramId Pilot = new(Guid.NewGuid());
    private static readonly DateOnly Day = new(2026, 3, 10);

    private static CriteriaPolicy Set(bool isNeeded, int daysAgo, ProgramId? program = null, int hour = 1, FrameworkId? framework = null) =>
        new(new CriteriaPolicyId(Guid.NewGuid()), framework ?? Reading, program, isNeeded, Day.AddDays(-daysAgo), default, new DateTime(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc));

    private static bool On(ProgramId? program, params CriteriaPolicy[] all) => CriteriaPolicy.IsNeededOn(all, Reading, program, Day);

    [Fact]
    public void Where_nothing_is_said_no_criteria_are_needed() => On(null).ShouldBeFalse();

    [Fact]
    public void It_holds_from_its_day_on_and_for_its_framework()
    {
        On(null, Set(true, 0)).ShouldBeTrue();
        On(null, Set(true, -1)).ShouldBeFalse();
        On(null, Set(true, 5, framework: new FrameworkId(Guid.NewGuid()))).ShouldBeFalse();
    }

    [Fact]
    public void The_latest_holds_and_of_one_day_the_later_set()
    {
        On(null, Set(true, 9), Set(false, 2)).ShouldBeFalse();
        On(null, Set(false, 2, hour: 3), Set(true, 2, hour: 2)).ShouldBeFalse();
    }

    [Fact]
    public void What_a_program_says_outweighs_what_is_said_of_everybody()
    {
        On(Pilot, Set(true, 90, Pilot), Set(false, 1)).ShouldBeTrue();
        On(null, Set(true, 1, Pilot)).ShouldBeFalse();
    }

    [Fact]
    public void Every_criterion_without_a_word_is_missing()
    {
        TargetId[] all = [new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid())];
        CriteriaPolicy.Missing(all, [all[1]]).ShouldBe([all[0], all[2]]);
        CriteriaPolicy.Missing(all, all).ShouldBeEmpty();
        CriteriaPolicy.Missing([], []).ShouldBeEmpty();
    }
}
