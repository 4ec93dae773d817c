using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class ResourcesForTests
{
    [Fact]
    public void What_is_always_open_is_open_to_whoever_has_begun_nothing() => Read([Of(0, Release.Always)], []).Open.Single().Because.ShouldBe(OpenBecause.Always);

    [Fact]
    public void A_level_opens_it_from_that_level_on()
    {
        foreach (var (level, isOpen) in ((decimal?, bool)[])[(null, false), (2.99m, false), (3, true), (4, true)])
            Read([Of(0, Release.FromLevel, 3)], [new CompetencyNow(Id(0), level, level >= 3, true)]).Open.Count.ShouldBe(isOpen ? 1 : 0, $"{level}");
    }

    [Fact]
    public void What_is_for_more_to_do_opens_once_it_is_begun_and_closes_at_the_line()
    {
        foreach (var (isBegun, isShown, isOpen) in ((bool, bool, bool)[])[(false, false, false), (true, false, true), (true, true, false)])
            Read([Of(0, Release.BelowLine)], [new CompetencyNow(Id(0), 2, isShown, isBegun)]).Open.Count.ShouldBe(isOpen ? 1 : 0);
    }

    [Fact]
    public void What_is_begun_is_suggested_before_what_is_ready_and_that_in_its_order()
    {
        var read = Read([Of(0, Release.Always), Of(1, Release.Always), Of(2, Release.Always), Of(3, Release.Always)], [new CompetencyNow(Id(3), 2, false, true), new CompetencyNow(Id(0), 3, true, true)], 2, 1, 0);

        read.Next.Select(one => (one.Resource.Competency, one.Suggested)).ShouldBe([(Id(3), SuggestBecause.Begun), (Id(2), SuggestBecause.Ready), (Id(1), SuggestBecause.Ready)]);
        read.Open.Count.ShouldBe(4);
    }

    [Fact]
    public void What_was_put_away_is_nowhere()
    {
        var away = Of(0, Release.Always);
        away.Use(false, Some.Day(1));

        Read([away], []).Open.ShouldBeEmpty();
        away.Use(true, Some.Day(2));
        Read([away], []).Open.Count.ShouldBe(1);
    }

    [Fact]
    public void A_level_that_opens_has_to_be_said_and_is_kept_by_no_other_release()
    {
        Should.Throw<ArgumentException>(() => Of(0, Release.FromLevel));
        Of(0, Release.Always, 3).Level.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_suggested_that_is_not_open_and_a_higher_level_never_closes_what_a_level_opened() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[1, 8]).Sample((low, more, needed) =>
        {
            ResourcesFor At(int level) => Read([Of(0, Release.FromLevel, needed), Of(0, Release.BelowLine)], [new CompetencyNow(Id(0), level, level >= 3, true)], 0);

            foreach (var level in (int[])[low, low + more]) At(level).Next.Except(At(level).Open.Where(one => one.Suggested is not null), EqualByResource.Same).ShouldBeEmpty();
            if (At(low).Open.Any(one => one.Because == OpenBecause.LevelReached)) At(low + more).Open.ShouldContain(one => one.Because == OpenBecause.LevelReached);
        }, iter: 100, threads: 1);

    [Fact]
    public void What_is_for_a_target_opens_by_the_result_of_that_target_alone()
    {
        var (mine, other) = (new TargetId(Some.Id(81)), new TargetId(Some.Id(82)));
        IReadOnlyList<Resource> both = [Of(0, Release.FromLevel, 3, mine), Of(0, Release.BelowLine, target: mine)];
        List<CompetencyNow> Now(decimal? level) => [new(Id(0), 4, true, true), new(Id(0), 4, true, true, other), new(Id(0), level, level >= 3, level is not null, mine)];

        Read(both, Now(null)).Open.ShouldBeEmpty("the competency is shown, and nobody looked at this part");
        Read(both, Now(2)).Open.ShouldHaveSingleItem().Because.ShouldBe(OpenBecause.MoreToDo);
        Read(both, Now(3)).Open.ShouldHaveSingleItem().Because.ShouldBe(OpenBecause.LevelReached);
        Read([Of(0, Release.FromLevel, 3)], [new CompetencyNow(Id(0), 2, false, true), new CompetencyNow(Id(0), 4, true, true, mine)]).Open.ShouldBeEmpty("what is for the whole looks at the whole");
    }

    [Fact]
    public void A_targets_result_is_its_own_whether_or_not_its_competency_concludes_from_it()
    {
        var continuum = new ContinuumBuilder().Asks(1, 1);
        continuum.Record.Enter(9, day: -30);
        continuum.Record.Judge(9, day: 1, target: FrameworkBuilder.TargetId(0), stage: 9);
        var content = continuum.Framework.Build();

        CompetencyNow.OfTargets(content.Competencies[0], continuum.Record.Build(), content, Some.Rules(new Continuum(12))).Select(one => (one.Target, one.Level, one.IsShown, one.IsBegun))
            .ShouldBe([(FrameworkBuilder.TargetId(0), 9m, true, true), (FrameworkBuilder.TargetId(1), null, false, false)]);
        var plain = CompetencyNow.OfTargets(content.Competencies[0], continuum.Record.Build(), content, Some.Rules(new MostRecent())).ToList();
        (plain[0].IsBegun, plain[1].IsBegun).ShouldBe((true, false));
    }

    private static ResourcesFor Read(IReadOnlyList<Resource> resources, IEnumerable<CompetencyNow> now, params int[] ready) => ResourcesFor.From(resources, now, [.. ready.Select(Id)]);

    private static Resource Of(int competency, Release release, decimal? level = null, TargetId? target = null)
    {
        var made = new Resource(new ResourceId(Some.Id(300 + competency)), Id(competency), target, Some.Teacher, Some.Day(0));
        made.Write($"for {competency}", "", "", release, level);
        return made;
    }

    private static CompetencyId Id(int n) => new(Some.Id(n + 1));

    private sealed class EqualByResource : IEqualityComparer<OpenResource>
    {
        public static readonly EqualByResource Same = new();

        public bool Equals(OpenResource? one, OpenResource? other) => (one?.Resource.Id, one?.Resource.Release, one?.Suggested) == (other?.Resource.Id, other?.Resource.Release, other?.Suggested);

        public int GetHashCode(OpenResource one) => HashCode.Combine(one.Resource.Id, one.Resource.Release);
    }
}
