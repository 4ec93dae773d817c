using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>Organizations, sessions, classes and the manifest: what only describes may be missing.</summary>
public sealed class RosterPlaceTests
{
    [Theory]
    [InlineData("termSourcedIds", "academicSessions.csv")]
    [InlineData("courseSourcedId", "courses.csv")]
    [InlineData("schoolSourcedId", "orgs.csv")]
    public void A_class_is_kept_without_what_nobody_knows(string column, string file)
    {
        var builder = new RosterBuilder().Set("classes.csv", 2, column, "gone");

        var warning = builder.ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Value).ShouldBe(("classes.csv", 2, column, "gone"));
        warning.Rule.ShouldContain(file);
        builder.ReadGood().Groups.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("academicSessions.csv", "termSourcedIds")]
    [InlineData("courses.csv", "courseSourcedId")]
    public void A_file_that_is_absent_is_missed_once_and_not_at_every_row(string file, string column)
    {
        var builder = new RosterBuilder().Without(file).Say("file." + file[..^4], "absent").Set("classes.csv", 3, "courseSourcedId", "c");

        var warning = builder.ReadOneWarning();

        (warning.File, warning.Row, warning.Column).ShouldBe(("classes.csv", 2, column));
        builder.ReadGood().Files.ShouldNotContain(file);
    }

    [Fact]
    public void One_of_two_terms_may_be_missing() => new RosterBuilder().Set("classes.csv", 2, "termSourcedIds", "gone,t").Read().Sheets.Groups[0].Terms.ShouldBe(["t"]);

    [Fact]
    public void Enrollments_of_a_class_that_has_ended_are_left_out_with_one_word()
    {
        var (sheets, faults) = new RosterBuilder().Set("classes.csv", 2, "status", "tobedeleted").Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldHaveSingleItem().Row.ShouldBe(2);
        sheets.Memberships.ShouldBeEmpty();
        sheets.Groups.ShouldHaveSingleItem().SourcedId.ShouldBe("home");
        sheets.Ended.ShouldBe([new("classes.csv", 2, "loft")]);
    }

    [Fact]
    public void The_same_enrollment_under_two_keys_is_taken_once() =>
        new RosterBuilder().Add("enrollments.csv", "e9,,,loft,s,ben,student,,,").ReadOneWarning().Rule.ShouldContain("twice");

    [Theory]
    [InlineData("School", RosterOrganizationKind.School, 0)]
    [InlineData("department", RosterOrganizationKind.Department, 0)]
    [InlineData("local", RosterOrganizationKind.Local, 0)]
    [InlineData("state", RosterOrganizationKind.State, 0)]
    [InlineData("national", RosterOrganizationKind.National, 0)]
    [InlineData("campus", RosterOrganizationKind.Other, 1)]
    public void Organizations_have_their_kinds(string text, RosterOrganizationKind kind, int warnings)
    {
        var (sheets, faults) = new RosterBuilder().Set("orgs.csv", 3, "type", text).Read();

        faults.Warnings.Count.ShouldBe(warnings);
        sheets.Organizations[1].Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_parent_that_nobody_knows_is_left_out()
    {
        var builder = new RosterBuilder().Set("orgs.csv", 2, "parentSourcedId", "state");

        (builder.ReadOneWarning().Row, builder.ReadOneWarning().Value).ShouldBe((2, "state"));
        builder.ReadGood().Organizations[0].Parent.ShouldBe("");
    }

    [Theory]
    [InlineData("d")]
    [InlineData("s")]
    public void Parents_never_go_round(string parent)
    {
        var sheets = new RosterBuilder().Set("orgs.csv", 2, "parentSourcedId", parent).ReadGood();

        sheets.Organizations.Select(one => one.Parent).ShouldBe(["", "d"]);
    }

    [Theory]
    [InlineData("classes.csv", "title", "L-1")]
    [InlineData("orgs.csv", "name", "")]
    public void A_title_that_is_missing_is_said(string file, string column, string shown)
    {
        var (sheets, faults) = new RosterBuilder().Set(file, 2, column, "").Read();

        faults.Warnings.ShouldHaveSingleItem().Column.ShouldBe(column);
        (shown.Length > 0 ? sheets.Groups[0].Title : sheets.Organizations[0].Name).ShouldBe(shown.Length > 0 ? shown : "d");
    }

    [Fact]
    public void Without_a_manifest_every_file_is_taken()
    {
        var builder = new RosterBuilder().Without("manifest.csv");

        (builder.ReadOneWarning().File, builder.ReadOneWarning().Row).ShouldBe(("manifest.csv", 0));
        builder.ReadGood().Version.ShouldBe("1.2");
        builder.ReadGood().People.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("users")]
    [InlineData("enrollments")]
    [InlineData("orgs")]
    public void A_file_of_changes_is_refused_and_why_is_said(string file)
    {
        var (_, faults) = new RosterBuilder().Say("file." + file, "delta").Read();

        var error = faults.Errors.First(one => one.File == "manifest.csv");
        (error.Column, error.Value).ShouldBe(("value", "delta"));
        error.Fix.ShouldContain("bulk");
    }

    [Fact]
    public void Changes_in_a_file_that_is_not_read_are_no_matter() => new RosterBuilder().Say("file.results", "delta").Read().Faults.Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("orgs.csv")]
    [InlineData("courses.csv")]
    [InlineData("roles.csv")]
    [InlineData("demographics.csv")]
    public void A_file_that_the_manifest_names_and_that_is_missing_is_said(string file)
    {
        var (_, faults) = new RosterBuilder().Without(file).Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldContain(one => one.File == "manifest.csv" && one.Rule.Contains(file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("users.csv")]
    [InlineData("enrollments.csv")]
    public void A_file_that_is_needed_and_missing_is_an_error(string file) =>
        new RosterBuilder().Without(file).Read().Faults.Errors.ShouldContain(one => one.File == file && one.Row == 0);

    [Fact]
    public void Without_enrollments_as_the_manifest_says_there_are_people_alone()
    {
        var sheets = new RosterBuilder().Without("enrollments.csv").Say("file.enrollments", "absent").ReadGood();

        sheets.People.Count.ShouldBe(4);
        sheets.Files.ShouldNotContain("enrollments.csv", "nobody is to be taken out of a class for it");
    }

    [Fact]
    public void Enrollments_without_classes_are_one_error() => new RosterBuilder().Without("classes.csv").Say("file.classes", "absent").ReadOneError().File.ShouldBe("classes.csv");

    [Fact]
    public void A_file_that_is_there_and_said_to_be_absent_is_not_read()
    {
        var builder = new RosterBuilder().Say("file.demographics", "absent");

        builder.ReadOneWarning().Rule.ShouldContain("absent");
        builder.ReadGood().People[0].BirthDate.ShouldBeNull();
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.0")]
    public void Another_version_is_read_and_said(string version) => new RosterBuilder().Say("oneroster.version", version).ReadOneWarning().Value.ShouldBe(version);

    [Fact]
    public void A_word_for_a_file_that_nobody_knows_is_taken_as_bulk() => new RosterBuilder().Say("file.orgs", "all").ReadOneWarning().Value.ShouldBe("all");
}
