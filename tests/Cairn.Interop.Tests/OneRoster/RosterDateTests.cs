using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>Dates as real sets write them.</summary>
public sealed class RosterDateTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("15/06/2011", 2011, 6, 15)]
    [InlineData("06/15/2011", 2011, 6, 15)]
    [InlineData("3/4/2011", 2011, 3, 4)]
    [InlineData("4.4.2011", 2011, 4, 4)]
    [InlineData("2011/06/15", 2011, 6, 15)]
    [InlineData("20110615", 2011, 6, 15)]
    [InlineData("2011-6-5", 2011, 6, 5)]
    [InlineData("2011-06-15 08:01:05", 2011, 6, 15)]
    [InlineData("2011-06-15T18:25:43", 2011, 6, 15)]
    [InlineData("6/15/2011 12:00:00 AM", 2011, 6, 15)]
    [InlineData("2011-06-15T00:00:00Z", 2011, 6, 15)]
    [InlineData("2011-06-15T00:00:00.000Z", 2011, 6, 15)]
    [InlineData("2011-06-15T02:25:43.511Z", 2011, 6, 14)]
    [InlineData("2011-06-15T23:25:43.511-04:00", 2011, 6, 15)]
    public void An_odd_date_is_read_and_what_was_read_is_said(string text, int year, int month, int day)
    {
        var (sheets, faults) = new RosterBuilder().Set("demographics.csv", 2, "birthDate", text).Read(NewYork);

        faults.Errors.ShouldBeEmpty();
        var warning = faults.Warnings.ShouldHaveSingleItem();
        (warning.File, warning.Row, warning.Column, warning.Value).ShouldBe(("demographics.csv", 2, "birthDate", text));
        warning.Rule.ShouldEndWith($"this one is read as {year:0000}-{month:00}-{day:00}");
        sheets.People[0].BirthDate.ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("15/06/2011", 4, 3)]
    [InlineData("06/15/2011", 3, 4)]
    public void The_other_dates_of_a_column_show_which_number_is_the_day(string other, int month, int day)
    {
        var builder = new RosterBuilder().Set("demographics.csv", 2, "birthDate", "3/4/2011");

        builder.Add("demographics.csv", $"ben,,,{other},,,").ReadGood().People[0].BirthDate.ShouldBe(new DateOnly(2011, month, day), "what shows it may stand below");
    }

    [Fact]
    public void Where_a_column_shows_both_a_date_that_could_be_two_is_none()
    {
        var sheets = new RosterBuilder().Set("demographics.csv", 2, "birthDate", "3/4/2011").Add("demographics.csv", "ben,,,15/06/2011,,,").Add("demographics.csv", "tess,,,06/15/2011,,,").ReadGood();

        sheets.People.Take(3).Select(one => one.BirthDate).ShouldBe([null, new DateOnly(2011, 6, 15), new DateOnly(2011, 6, 15)]);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("31/31/2011")]
    [InlineData("2011-02-30")]
    [InlineData("0001-01-01")]
    [InlineData("1/2/11")]
    public void A_birth_date_that_cannot_be_read_is_left_out_and_said(string text)
    {
        var builder = new RosterBuilder().Set("demographics.csv", 2, "birthDate", text);

        (builder.ReadOneWarning().Row, builder.ReadOneWarning().Column).ShouldBe((2, "birthDate"));
        builder.ReadGood().People[0].BirthDate.ShouldBeNull();
    }

    [Theory]
    [InlineData("enrollments.csv", "beginDate")]
    [InlineData("enrollments.csv", "endDate")]
    [InlineData("roles.csv", "beginDate")]
    [InlineData("roles.csv", "endDate")]
    public void A_day_that_would_open_what_should_be_closed_is_an_error(string file, string column)
    {
        var error = new RosterBuilder().Set(file, 3, column, "soon").ReadOneError();

        (error.File, error.Row, error.Column, error.Value).ShouldBe((file, 3, column, "soon"));
    }

    [Fact]
    public void The_end_in_the_file_is_the_first_day_without() =>
        new RosterBuilder().Set("enrollments.csv", 3, "endDate", "2026-03-01").ReadGood().Memberships[1].Until.ShouldBe(new DateOnly(2026, 2, 28));

    [Fact]
    public void An_enrollment_that_never_was_is_left_out_and_said()
    {
        var builder = new RosterBuilder().Set("enrollments.csv", 3, "beginDate", "2026-03-01").Set("enrollments.csv", 3, "endDate", "2026-03-01");

        builder.ReadOneWarning().Rule.ShouldContain("ends after it begins");
        builder.ReadGood().Memberships.Count.ShouldBe(2);
    }

    [Fact]
    public void A_role_that_never_was_gives_nothing()
    {
        var builder = new RosterBuilder().Set("roles.csv", 2, "endDate", "2025-01-01");

        builder.ReadOneWarning().Row.ShouldBe(2);
        builder.ReadGood().People[0].Roles.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_the_wrong_way_round_has_no_days()
    {
        var builder = new RosterBuilder().Set("academicSessions.csv", 3, "endDate", "2025-01-01");

        builder.ReadOneWarning().Column.ShouldBe("endDate");
        (builder.ReadGood().Groups[0].From, builder.ReadGood().Groups[0].Until).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("1/05/2023", 1)]
    [InlineData("15/06/2023", 1)]
    [InlineData("yesterday", 1)]
    [InlineData("2023-05-01T18:25:43.511Z", 0)]
    [InlineData("2017-05-06 08:01:05", 0)]
    [InlineData("2017-05-06", 0)]
    public void When_a_row_was_changed_is_not_needed_and_told_once_a_file(string text, int warnings)
    {
        var (_, faults) = new RosterBuilder().Set("users.csv", 2, "dateLastModified", text).Set("users.csv", 3, "dateLastModified", text).Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.Count.ShouldBe(warnings);
        faults.Warnings.ShouldAllBe(one => one.Row == 2 && one.Rule.Contains("left out", StringComparison.Ordinal));
    }
}
