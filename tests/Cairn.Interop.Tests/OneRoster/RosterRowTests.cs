using System.Text;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>What rows may look like: line ends, quotes, too few fields and too many, bytes that are no text.</summary>
public sealed class RosterRowTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string newline) => new RosterBuilder().WithNewline(newline).ReadGood().Memberships.Count.ShouldBe(3);

    [Fact]
    public void The_last_line_needs_no_end_and_a_byte_order_mark_is_no_text()
    {
        var (sheets, faults) = new RosterBuilder().Rewrite("users.csv", text => "\uFEFF" + text.TrimEnd('\n')).Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        sheets.People.Count.ShouldBe(4);
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks()
    {
        var sheets = new RosterBuilder().Set("classes.csv", 2, "title", "The \"Loft\",\nupstairs").Set("users.csv", 2, "grades", "09, 10").ReadGood();

        sheets.Groups[0].Title.ShouldBe("The \"Loft\", upstairs");
        sheets.People[0].Grades.ShouldBe(["09", "10"]);
    }

    [Fact]
    public void A_blank_row_counts_as_a_row_and_says_nothing()
    {
        var error = new RosterBuilder().AddRaw("enrollments.csv", "\n,,,,,,,,,\ne9,active,,loft,s,nobody,student,,,").ReadOneError();

        (error.Row, error.Column, error.Value).ShouldBe((7, "userSourcedId", "nobody"));
    }

    [Fact]
    public void A_row_that_lacks_its_last_fields_is_read_and_said()
    {
        var builder = new RosterBuilder().AddRaw("enrollments.csv", "e9,active,,home,s,ada,student");

        var warning = builder.ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Rule).ShouldBe(("enrollments.csv", 5, "", "a row has as many fields as the header: 10, not 7"));
        builder.ReadGood().Memberships[3].ShouldBe(new RosterMembership(5, "e9", "home", "ada", RosterRole.Learner, null, null, false));
    }

    [Fact]
    public void A_row_with_a_field_too_many_is_read_and_said() =>
        new RosterBuilder().AddRaw("enrollments.csv", "e9,active,,home,s,ada,student,,,,x").ReadOneWarning().Rule.ShouldBe("a row has as many fields as the header: 10, not 11");

    [Fact]
    public void Commas_after_the_last_column_are_said_once() =>
        new RosterBuilder().Rewrite("enrollments.csv", text => string.Join('\n', text.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : line + ",,"))).ReadOneWarning().Row.ShouldBe(2);

    [Fact]
    public void A_row_that_lacks_only_columns_without_a_name_lacks_nothing() =>
        new RosterBuilder().Rewrite("roles.csv", text => text.Replace("userProfileSourcedId\n", "userProfileSourcedId,,\n", StringComparison.Ordinal)).ReadOneWarning().Row.ShouldBe(1);

    [Fact]
    public void A_field_that_has_slipped_under_a_column_with_its_own_words_is_an_error()
    {
        var (_, faults) = new RosterBuilder().AddRaw("users.csv", "zoe,active,,zoe.z,,Zoe,Zorn,,,,,,,,,,,,,,s,").Read();

        var error = faults.Errors.ShouldHaveSingleItem();
        (error.Row, error.Column, error.Value).ShouldBe((6, "enabledUser", RosterTable.Hidden));
    }

    [Theory]
    [InlineData("e9,active,,lo\"ft,s,ada,student,,,", "classSourcedId")]
    [InlineData("e9,active,,\"lo\"ft\",s,ada,student,,,", "classSourcedId")]
    [InlineData("e9,active,, \"loft\",s,ada,student,,,", "classSourcedId")]
    public void A_stray_quote_loses_its_row_and_no_other(string row, string column)
    {
        var (sheets, faults) = new RosterBuilder().AddRaw("enrollments.csv", row + "\ne10,active,,home,s,ada,student,,,").Read();

        var error = faults.Errors.ShouldHaveSingleItem();
        (error.File, error.Row, error.Column, error.Rule).ShouldBe(("enrollments.csv", 5, column, "quotes are doubled inside a quoted field (RFC 4180)"));
        sheets.Memberships.ShouldContain(one => one.Row == 6);
    }

    [Fact]
    public void A_person_whose_row_is_lost_is_not_missed_by_the_rows_that_point_there()
    {
        var error = new RosterBuilder().Rewrite("users.csv", text => text.Replace("Cole", "Co\"le", StringComparison.Ordinal)).ReadOneError();

        (error.File, error.Row, error.Column, error.Value).ShouldBe(("users.csv", 3, "familyName", RosterTable.Hidden));
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_the_reading_of_its_file()
    {
        var error = new RosterBuilder().Rewrite("users.csv", text => text.Replace("Ben,Cole", "\"Ben,Cole", StringComparison.Ordinal)).ReadOneError();

        (error.File, error.Row).ShouldBe(("users.csv", 3));
        error.Fix.ShouldContain("never closed");
        error.Value.ShouldBe("");
    }

    [Fact]
    public void A_field_without_end_is_told()
    {
        var error = new RosterBuilder().AddRaw("orgs.csv", "x,,,\"" + new string('x', 30_000)).ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("orgs.csv", 4, "a field is at most 20000 characters"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_with_row_and_column()
    {
        var error = new RosterBuilder().With("orgs.csv", Encoding.Latin1.GetBytes(new RosterBuilder().TextOf("orgs.csv").Replace("Pier", "Pi\u00e8r", StringComparison.Ordinal))).ReadOneError();

        (error.File, error.Row, error.Column, error.Value, error.Rule).ShouldBe(("orgs.csv", 3, "name", "Pi\uFFFDr School", "a file is UTF-8"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_in_a_column_that_is_not_read_do_no_harm()
    {
        var text = new RosterBuilder().Set("classes.csv", 2, "location", "Caf\u00e9").TextOf("classes.csv");

        new RosterBuilder().With("classes.csv", Encoding.Latin1.GetBytes(text)).ReadGood().Groups.Count.ShouldBe(2);
    }

    [Fact]
    public void A_NUL_is_no_text()
    {
        var error = new RosterBuilder().Set("enrollments.csv", 3, "classSourcedId", "lo\0ft").ReadOneError();

        (error.Row, error.Column, error.Rule).ShouldBe((3, "classSourcedId", "a field is text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void A_file_with_nothing_in_it_has_no_header(string text) => new RosterBuilder().Rewrite("users.csv", _ => text).ReadOneError().Rule.ShouldBe("a file has a header row");

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_file_that_is_separated_otherwise_says_so(char separator) =>
        new RosterBuilder().Rewrite("orgs.csv", text => text.Replace(',', separator)).ReadOneError().Rule.ShouldBe("fields are separated by commas");

    [Fact]
    public void A_UTF_16_file_is_named_as_one() =>
        new RosterBuilder().With("users.csv", Encoding.Unicode.GetBytes(new RosterBuilder().TextOf("users.csv"))).ReadOneError().Fix.ShouldContain("UTF-16");

    [Fact]
    public void A_header_alone_is_an_empty_file()
    {
        var (sheets, faults) = new RosterBuilder().Rewrite("demographics.csv", text => text.Split('\n')[0]).Read();

        faults.Errors.ShouldBeEmpty();
        sheets.People.ShouldAllBe(one => one.BirthDate == null);
    }
}
