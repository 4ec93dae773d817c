using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>Strict about people.</summary>
public sealed class RosterPeopleTests
{
    [Theory]
    [InlineData("enrollments.csv", 2, "userSourcedId", "userSourcedId is one of the keys in users.csv")]
    [InlineData("roles.csv", 3, "userSourcedId", "userSourcedId is one of the keys in users.csv")]
    [InlineData("demographics.csv", 2, "sourcedId", "sourcedId is one of the keys in users.csv")]
    [InlineData("users.csv", 2, "agentSourcedIds", "an agent is one of the keys in users.csv")]
    [InlineData("enrollments.csv", 3, "classSourcedId", "classSourcedId is one of the keys in classes.csv")]
    public void A_row_that_points_at_nobody_is_an_error_with_its_place(string file, int row, string column, string rule)
    {
        var error = new RosterBuilder().Set(file, row, column, "ghost").ReadOneError();

        (error.File, error.Row, error.Column, error.Value, error.Rule).ShouldBe((file, row, column, "ghost", rule));
    }

    [Fact]
    public void All_errors_of_one_person_are_told_at_once()
    {
        var (_, faults) = new RosterBuilder().Set("users.csv", 2, "status", "gone").Set("users.csv", 2, "agentSourcedIds", "ghost").Set("roles.csv", 2, "endDate", "soon").Set("enrollments.csv", 2, "beginDate", "soon").Read();

        faults.Errors.Select(one => (one.File, one.Column)).ShouldBe([("users.csv", "status"), ("roles.csv", "endDate"), ("enrollments.csv", "beginDate"), ("users.csv", "agentSourcedIds")], ignoreOrder: true);
    }

    [Fact]
    public void Keys_are_compared_with_case() => new RosterBuilder().Set("enrollments.csv", 2, "userSourcedId", "ADA").ReadOneError().Value.ShouldBe("ADA");

    [Fact]
    public void A_person_without_any_key_is_an_error()
    {
        var error = new RosterBuilder().AddRaw("users.csv", ",active,,true,,,Zoe,Zorn,,,,,,,,,,,,,,,").ReadOneError();

        (error.File, error.Row, error.Column).ShouldBe(("users.csv", 6, "sourcedId"));
    }

    [Theory]
    [InlineData(",,,true,zoe.z,,Zoe,Zorn,,7,zoe@example.org,,,,,,,,,,,,", "username:zoe.z")]
    [InlineData(",,,true,,,Zoe,Zorn,,7,zoe@example.org,,,,,,,,,,,,", "email:zoe@example.org")]
    [InlineData(",,,true,,,Zoe,Zorn,,7,,,,,,,,,,,,,", "identifier:7")]
    public void A_person_with_another_key_is_taken_and_said(string row, string key)
    {
        var builder = new RosterBuilder().AddRaw("users.csv", row);

        builder.ReadOneWarning().Column.ShouldBe("sourcedId");
        builder.ReadGood().People[4].Key.ShouldBe(key);
    }

    [Fact]
    public void Two_people_who_only_have_one_identifier_between_them_are_an_error() =>
        new RosterBuilder().AddRaw("users.csv", ",,,true,,,Zoe,Zorn,,7,,,,,,,,,,,,,\n,,,true,,,Zac,Zorn,,7,,,,,,,,,,,,,").ReadOneError().Row.ShouldBe(7);

    [Theory]
    [InlineData("users.csv", "ada,active,,true,ada.2,,Ada,Byron,,,,,,,,,,,,,,s,", 6)]
    [InlineData("classes.csv", "loft,,,Other,,,,,,s,,,,,", 4)]
    [InlineData("orgs.csv", "s,,,Other,school,,", 4)]
    [InlineData("academicSessions.csv", "t,,,Other,term,,,,", 4)]
    [InlineData("enrollments.csv", "e1,,,home,s,ada,student,,,", 5)]
    [InlineData("roles.csv", "r1,,,ben,secondary,guardian,,,,", 6)]
    [InlineData("demographics.csv", "ada,active,,2012-12-10,,,", 3)]
    public void Two_rows_with_one_key_that_say_different_things_are_an_error(string file, string row, int at)
    {
        var error = new RosterBuilder().AddRaw(file, row).ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe((file, at, "sourcedId", $"sourcedId is used once in {file}"));
    }

    [Theory]
    [InlineData("users.csv")]
    [InlineData("classes.csv")]
    [InlineData("enrollments.csv")]
    [InlineData("roles.csv")]
    [InlineData("demographics.csv")]
    public void The_same_row_twice_is_taken_once_and_said(string file)
    {
        var builder = new RosterBuilder().Rewrite(file, text => text + text.Split('\n')[1] + "\n");

        builder.ReadOneWarning().Rule.ShouldBe("the row stands there twice, and is taken once");
        builder.ReadGood().People.Count.ShouldBe(4);
        builder.ReadGood().Memberships.Count.ShouldBe(3);
    }

    [Fact]
    public void Two_people_with_one_username_are_an_error_whatever_its_case()
    {
        var error = new RosterBuilder().Set("users.csv", 4, "username", "Ada.B").ReadOneError();

        (error.File, error.Row, error.Column, error.Value).ShouldBe(("users.csv", 4, "username", "Ada.B"));
    }

    [Fact]
    public void A_username_of_somebody_who_left_is_free()
    {
        var sheets = new RosterBuilder().Add("users.csv", "old,tobedeleted,,true,ada.b,,Ola,Old,,,,,,,,,,,,,,s,").ReadGood();

        sheets.People.Count.ShouldBe(4);
        sheets.Ended.ShouldBe([new("users.csv", 6, "old")]);
    }

    [Fact]
    public void A_person_without_a_name_is_taken_and_said()
    {
        var warning = new RosterBuilder().Set("users.csv", 3, "givenName", "").Set("users.csv", 3, "familyName", " ").ReadOneWarning();

        (warning.File, warning.Row, warning.Column).ShouldBe(("users.csv", 3, "givenName"));
    }

    [Fact]
    public void One_name_is_enough() => new RosterBuilder().Set("users.csv", 3, "familyName", "").Read().Faults.Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("", true)]
    [InlineData("False", false)]
    [InlineData("0", false)]
    public void Whether_a_person_may_sign_in_is_said_in_many_ways(string text, bool isEnabled)
    {
        var (sheets, faults) = new RosterBuilder().Set("users.csv", 2, "enabledUser", text).Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        sheets.People[0].IsEnabled.ShouldBe(isEnabled);
    }

    [Fact]
    public void Whether_a_person_may_sign_in_is_not_guessed() => new RosterBuilder().Set("users.csv", 2, "enabledUser", "perhaps").ReadOneError().Column.ShouldBe("enabledUser");

    [Fact]
    public void Whether_a_teacher_leads_a_class_is_no_when_it_is_not_known()
    {
        var builder = new RosterBuilder().Set("enrollments.csv", 4, "primary", "perhaps");

        builder.ReadOneWarning().Column.ShouldBe("primary");
        builder.ReadGood().Memberships[2].IsPrimary.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Active")]
    [InlineData("ACTIVE")]
    public void An_empty_status_is_active(string status) => new RosterBuilder().Set("users.csv", 2, "status", status).ReadGood().People[0].SourcedId.ShouldBe("ada");

    [Theory]
    [InlineData("tobedeleted")]
    [InlineData("ToBeDeleted")]
    [InlineData("to be deleted")]
    [InlineData("inactive")]
    public void Who_is_to_be_deleted_ends_and_what_points_there_is_left_out(string status)
    {
        var (sheets, faults) = new RosterBuilder().Set("users.csv", 2, "status", status).Read();

        faults.Errors.ShouldBeEmpty();
        sheets.People.Select(one => one.SourcedId).ShouldBe(["ben", "tess", "gus"]);
        sheets.Ended.ShouldBe([new("users.csv", 2, "ada")]);
        sheets.Memberships.ShouldAllBe(one => one.Person != "ada");
        faults.Warnings.ShouldHaveSingleItem().File.ShouldBe("enrollments.csv");
    }

    [Theory]
    [InlineData("users.csv")]
    [InlineData("enrollments.csv")]
    [InlineData("roles.csv")]
    [InlineData("demographics.csv")]
    public void A_status_that_nobody_knows_is_an_error_where_it_is_of_a_person(string file) => new RosterBuilder().Set(file, 2, "status", "withdrawn").ReadOneError().Column.ShouldBe("status");

    [Theory]
    [InlineData("no address", "")]
    [InlineData("@", "")]
    [InlineData("a@b", "a@b")]
    public void An_e_mail_address_has_two_sides(string text, string taken)
    {
        var (sheets, faults) = new RosterBuilder().Set("users.csv", 2, "email", text).Read();

        sheets.People[0].Email.ShouldBe(taken);
        faults.Warnings.Count.ShouldBe(taken.Length == 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("sourcedId", "a\nb")]
    [InlineData("username", "a\tb")]
    public void A_key_is_one_line(string column, string value) => new RosterBuilder().Set("users.csv", 5, column, value).Set("users.csv", 2, "agentSourcedIds", "").Read().Faults.Errors[0].Rule.ShouldContain("one line");

    [Fact]
    public void A_key_has_its_length() => new RosterBuilder().Set("users.csv", 2, "username", new string('x', 256)).ReadOneError().Rule.ShouldContain("255");

    [Fact]
    public void An_organization_that_nobody_knows_is_left_out_and_said()
    {
        var builder = new RosterBuilder().Set("users.csv", 2, "primaryOrgSourcedId", "moon");

        builder.ReadOneWarning().Value.ShouldBe("moon");
        builder.ReadGood().People[0].Organizations.ShouldBe(["s"], "a role still says it");
    }

    [Fact]
    public void Only_the_birth_date_is_kept_of_demographics() =>
        typeof(RosterPerson).GetProperties().Select(one => one.Name).ShouldNotContain(name => name.Contains("Sex", StringComparison.Ordinal) || name.Contains("Race", StringComparison.Ordinal) || name.Contains("Phone", StringComparison.Ordinal));
}
