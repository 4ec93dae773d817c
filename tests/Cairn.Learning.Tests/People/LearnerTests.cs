using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.People;

public sealed class LearnerTests
{
    private static Learner Ana => new(Some.Learner, "ana", "Ana", "Ruiz");

    [Theory]
    [InlineData("2015-05-20", "2025-05-19", 9)]
    [InlineData("2015-05-20", "2025-05-20", 10)]
    [InlineData("2015-05-20", "2025-12-01", 10)]
    [InlineData("2015-05-20", "2025-04-30", 9)]
    [InlineData("2012-02-29", "2025-02-28", 12)]
    [InlineData("2012-02-29", "2025-03-01", 13)]
    [InlineData("2012-02-29", "2024-02-29", 12)]
    [InlineData("2015-05-20", "2015-05-20", 0)]
    public void A_learner_is_as_old_as_the_birthdays_that_have_passed(string born, string on, int years) =>
        Ana.Born(Date(born)).AgeOn(Date(on)).ShouldBe(years);

    [Fact]
    public void A_learner_has_no_age_before_birth_or_without_a_birth_date()
    {
        Ana.AgeOn(Date("2025-09-01")).ShouldBeNull();
        Ana.Born(Date("2015-05-20")).AgeOn(Date("2015-05-19")).ShouldBeNull();
    }

    [Fact]
    public void A_learner_may_have_one_name_only()
    {
        Ana.FullName.ShouldBe("Ana Ruiz");
        Ana.Rename("Suharto", "").FullName.ShouldBe("Suharto");
    }

    [Fact]
    public void A_leaver_ends_and_may_come_back()
    {
        var ana = Ana;
        ana.IsHere.ShouldBeTrue();
        ana.Leave(Some.Day(3)).IsHere.ShouldBeFalse();
        ana.EndedAt.ShouldBe(Some.Day(3));
        ana.Return().IsHere.ShouldBeTrue();
    }

    [Fact]
    public void Leaving_is_a_moment_of_the_record() => Should.Throw<ArgumentException>(() => Ana.Leave(new DateTime(2025, 9, 1, 0, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void Every_change_is_a_new_version()
    {
        var ana = Ana;
        ana.Version.ShouldBe(1);
        ana.KeptBy("program").Graduates(2031).Born(null);
        (ana.Version, ana.Source, ana.GraduationYear, ana.BirthDate).ShouldBe((4, "program", 2031, null));
        (ana.Id, ana.Username, ana.Id.Person).ShouldBe((Some.Learner, "ana", new PersonId(Some.Learner.Value)));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
