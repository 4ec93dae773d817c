using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A file makes nobody more than an educator; who is a guardian is said at both ends.</summary>
public sealed class RosterRoleTests
{
    [Theory]
    [InlineData("student", RosterRole.Learner, false)]
    [InlineData("Student", RosterRole.Learner, false)]
    [InlineData("TEACHER", RosterRole.Educator, false)]
    [InlineData("guardian", RosterRole.Guardian, false)]
    [InlineData("parent", RosterRole.Guardian, false)]
    [InlineData("relative", RosterRole.Other, false)]
    [InlineData("proctor", RosterRole.Other, false)]
    [InlineData("aide", RosterRole.Educator, true)]
    [InlineData("administrator", RosterRole.Educator, true)]
    [InlineData("siteAdministrator", RosterRole.Educator, true)]
    [InlineData("districtAdministrator", RosterRole.Educator, true)]
    [InlineData("system administrator", RosterRole.Educator, true)]
    [InlineData("principal", RosterRole.Educator, true)]
    [InlineData("counselor", RosterRole.Educator, true)]
    public void A_role_gives_at_most_what_an_educator_has(string claimed, RosterRole role, bool needsConfirmation)
    {
        var (sheets, faults) = new RosterBuilder().Set("roles.csv", 4, "role", claimed).Set("enrollments.csv", 4, "status", "tobedeleted").Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        (sheets.People[2].Role, sheets.People[2].ClaimedRole).ShouldBe((role, claimed));
        sheets.NeedsConfirmation.Select(one => (one.File, one.Row, one.Person, one.ClaimedRole, one.Where)).ShouldBe(needsConfirmation ? [("roles.csv", 4, "tess", claimed, "s")] : []);
    }

    [Theory]
    [InlineData("superintendent")]
    [InlineData("owner")]
    [InlineData("")]
    public void A_role_that_nobody_knows_gives_nothing_and_is_said(string claimed)
    {
        var builder = new RosterBuilder().Set("roles.csv", 4, "role", claimed);

        builder.ReadOneWarning().Column.ShouldBe("role");
        builder.ReadGood().People[2].Role.ShouldBe(RosterRole.Other);
    }

    [Fact]
    public void A_person_has_all_their_roles_and_the_primary_one_leads()
    {
        var tess = new RosterBuilder().Add("roles.csv", "r9,,,tess,secondary,guardian,2026-01-01,,d,").Set("roles.csv", 4, "roleType", "Primary").ReadGood().People[2];

        tess.Role.ShouldBe(RosterRole.Educator);
        tess.Roles.ShouldBe([new(RosterRole.Educator, "teacher", true, "s", null, null), new(RosterRole.Guardian, "guardian", false, "d", new DateOnly(2026, 1, 1), null)]);
        tess.Organizations.ShouldBe(["s", "d"]);
    }

    [Fact]
    public void In_version_1_1_the_role_stands_with_the_person()
    {
        var builder = OneOne();

        var sheets = builder.ReadGood();

        sheets.Version.ShouldBe("1.1");
        sheets.People.Select(one => one.Role).ShouldBe([RosterRole.Learner, RosterRole.Learner, RosterRole.Learner, RosterRole.Learner]);
        sheets.People[0].Organizations.ShouldBe(["s", "d"]);
    }

    [Fact]
    public void In_version_1_1_an_administrator_must_be_confirmed_too()
    {
        var sheets = OneOne().Set("users.csv", 4, "role", "administrator").ReadGood();

        sheets.People[2].Role.ShouldBe(RosterRole.Educator);
        sheets.NeedsConfirmation.ShouldBe([new("users.csv", 4, "tess", "administrator", "s")]);
    }

    [Fact]
    public void In_version_1_1_a_person_without_a_role_is_said_once() =>
        OneOne().Set("users.csv", 4, "role", "").Set("users.csv", 5, "role", "").Read().Faults.Warnings.Where(one => one.Column == "role").ShouldHaveSingleItem().Row.ShouldBe(4);

    [Fact]
    public void With_roles_of_their_own_the_older_column_says_nothing() =>
        new RosterBuilder().AddColumn("users.csv", "role", "administrator").ReadGood().NeedsConfirmation.ShouldBeEmpty();

    [Fact]
    public void A_learner_who_teaches_a_class_must_be_confirmed()
    {
        var sheets = new RosterBuilder().Set("enrollments.csv", 3, "role", "teacher").ReadGood();

        sheets.Memberships[1].Role.ShouldBe(RosterRole.Educator);
        sheets.NeedsConfirmation.ShouldBe([new("enrollments.csv", 3, "ben", "teacher", "loft")]);
    }

    [Fact]
    public void An_educator_may_learn_in_a_class() =>
        new RosterBuilder().Set("enrollments.csv", 4, "role", "student").ReadGood().Memberships[2].ShouldBe(new RosterMembership(4, "e3", "loft", "tess", RosterRole.Learner, null, null, false));

    [Theory]
    [InlineData("proctor")]
    [InlineData("guardian")]
    [InlineData("")]
    [InlineData("visitor")]
    public void Who_neither_learns_nor_teaches_is_in_no_class(string role)
    {
        var builder = new RosterBuilder().Set("enrollments.csv", 3, "role", role);

        (builder.ReadOneWarning().Row, builder.ReadOneWarning().Column).ShouldBe((3, "role"));
        builder.ReadGood().Memberships.Count.ShouldBe(2);
    }

    [Fact]
    public void Either_end_may_point_at_the_other()
    {
        var sheets = new RosterBuilder().Set("users.csv", 2, "agentSourcedIds", "").Set("users.csv", 5, "agentSourcedIds", "ada,ben").ReadGood();

        sheets.Guardianships.ShouldBe([new(5, "gus", "ada"), new(5, "gus", "ben")]);
    }

    [Fact]
    public void Both_ends_pointing_at_each_other_are_one_relation() =>
        new RosterBuilder().Set("users.csv", 5, "agentSourcedIds", "ada").ReadGood().Guardianships.ShouldHaveSingleItem();

    [Theory]
    [InlineData("tess")]
    [InlineData("ben")]
    [InlineData("ada")]
    public void Who_is_no_guardian_by_role_does_not_become_one_by_a_pointer(string agent)
    {
        var builder = new RosterBuilder().Set("users.csv", 2, "agentSourcedIds", agent);

        (builder.ReadOneWarning().Row, builder.ReadOneWarning().Column, builder.ReadOneWarning().Value).ShouldBe((2, "agentSourcedIds", agent));
        builder.ReadGood().Guardianships.ShouldBeEmpty();
    }

    [Fact]
    public void A_guardian_of_an_educator_is_none_unless_the_educator_learns_in_a_class()
    {
        var builder = new RosterBuilder().Set("users.csv", 4, "agentSourcedIds", "gus");
        builder.ReadGood().Guardianships.ShouldHaveSingleItem().Learner.ShouldBe("ada");

        builder.Add("enrollments.csv", "e9,,,home,s,tess,student,,,").ReadGood().Guardianships.Select(one => one.Learner).ShouldBe(["ada", "tess"]);
    }

    [Fact]
    public void A_guardian_who_left_is_no_guardian_and_no_fault()
    {
        var (sheets, faults) = new RosterBuilder().Set("users.csv", 5, "status", "tobedeleted").Read();

        faults.Errors.ShouldBeEmpty();
        sheets.Guardianships.ShouldBeEmpty();
    }

    private static RosterBuilder OneOne()
    {
        var builder = new RosterBuilder().Without("roles.csv").Say("oneroster.version", "1.1").Say("file.roles", "absent").RemoveColumn("users.csv", "primaryOrgSourcedId")
            .AddColumn("users.csv", "orgSourcedIds", "s,d").AddColumn("users.csv", "role", "student");
        return builder.Set("users.csv", 2, "agentSourcedIds", "");
    }
}
