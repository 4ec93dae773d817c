using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

/// <summary>What helps a learner to show what they know, and how far they are in the language of the school.</summary>
public sealed class AccommodationTests
{
    private static readonly DateOnly Day = new(2025, 9, 1);

    [Fact]
    public void One_for_everything_is_there_for_every_competency_and_another_for_its_own_only()
    {
        Helps(null).IsFor(Some.Competency).ShouldBeTrue();
        Helps(Some.Competency).IsFor(Some.Competency).ShouldBeTrue();
        Helps(Some.Competency).IsFor(Some.OtherCompetency).ShouldBeFalse();
    }

    [Fact]
    public void It_holds_from_its_first_day_to_its_last_and_no_report_says_it_unless_somebody_said_so()
    {
        var helps = Helps(null).Planned(Day.AddDays(5), isOnReport: false);

        (helps.Holds(Day.AddDays(-1)), helps.Holds(Day), helps.Holds(Day.AddDays(5)), helps.Holds(Day.AddDays(6)), helps.IsOnReport).ShouldBe((false, true, true, false, false));
        helps.OnReport(true);
        (helps.IsOnReport, helps.Version).ShouldBe((true, 2));
    }

    [Fact]
    public void It_never_ends_before_it_begins()
    {
        Should.Throw<ArgumentException>(() => Helps(null).Planned(Day.AddDays(-1), false));
        var helps = Helps(null);
        helps.End(Day.AddDays(-3));
        helps.Until.ShouldBe(Day);
    }

    [Fact]
    public void What_ended_already_is_not_made_longer_by_ending_it_again()
    {
        var helps = Helps(null).Planned(Day.AddDays(5), false);
        helps.End(Day.AddDays(3));

        Should.Throw<InvalidOperationException>(() => helps.End(Day.AddDays(4)));
        helps.Until.ShouldBe(Day.AddDays(3));
    }

    [Fact]
    public void An_erasure_takes_its_words()
    {
        var helps = Helps(null);
        helps.Erase();
        helps.Text.ShouldBe("");
    }

    [Fact]
    public void The_newest_level_of_each_domain_by_its_day_stands()
    {
        var progress = LanguageProgress.From([Level(LanguageDomain.Reading, 3, 20), Level(LanguageDomain.Reading, 2, 10, recorded: 30), Level(LanguageDomain.Speaking, 4, 5), Level(LanguageDomain.Writing, 6, 99)], Day.AddDays(50));

        progress.Newest.Select(one => (one.Domain, one.Level)).ShouldBe([(LanguageDomain.Speaking, 4), (LanguageDomain.Reading, 3)]);
        progress.Steps.Count.ShouldBe(3);
    }

    [Fact]
    public void Nothing_said_is_nothing_shown() => LanguageProgress.From([], Day).IsThere.ShouldBeFalse();

    [Fact]
    public void The_order_in_which_levels_are_read_does_not_matter()
    {
        LanguageLevel[] levels = [.. Enumerable.Range(1, 8).Select(one => Level((LanguageDomain)(one % 4 + 1), one % 6 + 1, one % 3, one))];
        Gen.Shuffle(levels).Sample(some => LanguageProgress.From(some, Day.AddDays(9)).Newest.Select(one => one.Id).SequenceEqual(LanguageProgress.From(levels, Day.AddDays(9)).Newest.Select(one => one.Id)).ShouldBeTrue());
    }

    private static Accommodation Helps(CompetencyId? competency) => new(new AccommodationId(Some.Id(1)), Some.Learner, competency, "Read aloud", Day, Some.Teacher, Some.Day(0));

    private static LanguageLevel Level(LanguageDomain domain, int level, int day, int recorded = 0) =>
        new(new LanguageLevelId(Some.Id(100 * (int)domain + 10 * day + recorded)), Some.Learner, domain, level, Day.AddDays(day), Some.Teacher, Some.Day(recorded));
}
