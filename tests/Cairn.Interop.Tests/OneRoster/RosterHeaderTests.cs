using Cairn.Interop.OneRoster;
using CsCheck;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>Names of columns as real sets write them.</summary>
public sealed class RosterHeaderTests
{
    [Theory]
    [InlineData("users.csv", "preferredGivenName", "prefferedGivenName")]
    [InlineData("users.csv", "preferredGivenName", "Preferred Given Name")]
    [InlineData("users.csv", "preferredGivenName", "preferredFirstName")]
    [InlineData("users.csv", "sourcedId", "sourcedid")]
    [InlineData("users.csv", "sourcedId", "sourceId")]
    [InlineData("users.csv", "dateLastModified", "dataLastModified")]
    [InlineData("users.csv", "agentSourcedIds", "agents")]
    [InlineData("users.csv", "grades", "grade")]
    [InlineData("users.csv", "userIds", "userId")]
    [InlineData("users.csv", "givenName", "firstName")]
    [InlineData("users.csv", "username", "user_name")]
    [InlineData("users.csv", "enabledUser", "enabeldUser")]
    [InlineData("enrollments.csv", "userSourcedId", "userSourcedIds")]
    [InlineData("enrollments.csv", "classSourcedId", "clasSourcedID")]
    [InlineData("demographics.csv", "sourcedId", "userSourcedId")]
    [InlineData("demographics.csv", "birthDate", "birthdate")]
    [InlineData("classes.csv", "termSourcedIds", "termSourcedId")]
    public void A_name_that_can_only_mean_one_column_is_taken_for_it_and_said(string file, string column, string written)
    {
        var good = Say(new RosterBuilder().ReadGood());
        var builder = new RosterBuilder().Rename(file, column, written);

        var warning = builder.ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Value, warning.Rule).ShouldBe((file, 1, written, written, $"the column is read as {column}"));
        Say(builder.ReadGood()).ShouldBe(good);
    }

    [Fact]
    public void Columns_in_another_order_are_read_by_name_and_said_once()
    {
        var builder = new RosterBuilder().RemoveColumn("enrollments.csv", "role").AddColumn("enrollments.csv", "role", "student");

        var (sheets, faults) = builder.Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldHaveSingleItem().Rule.ShouldContain("another order");
        sheets.Memberships.ShouldAllBe(one => one.Role == RosterRole.Learner);
    }

    [Theory]
    [InlineData("metadata.gender")]
    [InlineData("ext_tao_userMotherName")]
    [InlineData("Metadata.x")]
    [InlineData("EXT_x")]
    public void What_a_vendor_adds_is_kept_out_without_a_word(string column)
    {
        var (sheets, faults) = new RosterBuilder().AddColumn("users.csv", column, "x").Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        sheets.People.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("shoeSize", "the column is not known and not read")]
    [InlineData("", "a column without a name is not read")]
    [InlineData("email2", "the column is not known and not read")]
    public void Another_column_is_not_read_and_said(string column, string rule)
    {
        var warning = new RosterBuilder().AddColumn("users.csv", column, "x").ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Rule).ShouldBe(("users.csv", 1, column, rule));
    }

    [Fact]
    public void Empty_names_are_said_once() => new RosterBuilder().AddColumn("roles.csv", "", "").AddColumn("roles.csv", "", "x").ReadOneWarning().Column.ShouldBe("");

    [Theory]
    [InlineData("users.csv", "sourcedId")]
    [InlineData("enrollments.csv", "userSourcedId")]
    [InlineData("enrollments.csv", "classSourcedId")]
    [InlineData("enrollments.csv", "role")]
    [InlineData("roles.csv", "role")]
    [InlineData("demographics.csv", "sourcedId")]
    public void A_column_that_is_needed_is_missed_once(string file, string column)
    {
        var error = new RosterBuilder().RemoveColumn(file, column).ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe((file, 1, column, $"the file has a column {column}"));
    }

    [Fact]
    public void A_column_that_stands_twice_is_an_error()
    {
        var error = new RosterBuilder().AddColumn("users.csv", "USERNAME", "x").ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe(("users.csv", 1, "USERNAME", "a column is named once"));
    }

    [Fact]
    public void A_file_without_a_header_shows_nothing_of_the_person_in_its_first_row()
    {
        var (_, faults) = new RosterBuilder().Rewrite("users.csv", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]).Read();

        faults.Errors.ShouldHaveSingleItem().Column.ShouldBe("sourcedId");
        faults.Errors.Concat(faults.Warnings).ShouldAllBe(one => !one.ToString().Contains("Hush", StringComparison.Ordinal) && !one.ToString().Contains("Byron", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_could_mean_two_columns_means_none() => NearName.Of("startDatx", ["startDate", "startData"]).ShouldBeNull();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("preffered", "preferred", 2)]
    [InlineData("recieve", "receive", 1)]
    [InlineData("grade", "grades", 1)]
    public void Edits_are_counted(string one, string other, int edits) => NearName.Edits(one, other).ShouldBe(edits);

    [Fact]
    public void Edits_are_the_same_both_ways_and_none_only_for_the_same() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 8], Gen.String[Gen.Char['a', 'd'], 0, 8]).Sample((one, other) =>
            NearName.Edits(one, other) == NearName.Edits(other, one) && (NearName.Edits(one, other) == 0) == (one == other)
            && NearName.Edits(one, other) >= Math.Abs(one.Length - other.Length) && NearName.Edits(one, other) <= Math.Max(one.Length, other.Length));

    private static string Say(RosterSheets sheets) => string.Join('\n', sheets.People.Select(one => $"{one} {one.Grades.Count} {one.Roles.Count}")
        .Concat(sheets.Memberships.Select(one => one.ToString())).Concat(sheets.Groups.Select(one => $"{one.SourcedId} {one.Terms.Count}")).Concat(sheets.Guardianships.Select(one => one.ToString())))
        .Replace("System.Collections.Generic.List`1[System.String]", "", StringComparison.Ordinal);
}
