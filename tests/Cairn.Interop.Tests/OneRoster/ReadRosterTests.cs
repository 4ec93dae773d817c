using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A good set, and the two sets that others made.</summary>
public sealed class ReadRosterTests
{
    [Fact]
    public void A_good_set_has_no_fault_at_all()
    {
        var (_, faults) = new RosterBuilder().Read();

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Everybody_and_everything_is_read_in_our_words()
    {
        var sheets = new RosterBuilder().ReadGood();

        (sheets.Version, sheets.SystemName).ShouldBe(("1.2", "Roster Works"));
        sheets.Organizations.ShouldBe([new(2, "d", "Harbor District", RosterOrganizationKind.District, "D1", ""), new(3, "s", "Pier School", RosterOrganizationKind.School, "S1", "d")]);
        sheets.Terms.ShouldContain(new RosterTerm(3, "t", "Fall", "term", new(2025, 9, 1), new(2025, 12, 31), "y", "2026"));
        sheets.Groups.Select(one => (one.SourcedId, one.Title, one.Code, one.Kind, one.School, one.Course)).ShouldBe(
            [("loft", "The Loft", "L-1", RosterGroupKind.Scheduled, "s", "Boats"), ("home", "Morning", "H-1", RosterGroupKind.Homeroom, "s", "")]);
        sheets.Memberships[0].ShouldBe(new(2, "e1", "loft", "ada", RosterRole.Learner, new(2025, 9, 1), new(2025, 12, 31), false));
        sheets.Memberships[2].ShouldBe(new(4, "e3", "loft", "tess", RosterRole.Educator, null, null, true));
        sheets.Guardianships.ShouldBe([new(2, "gus", "ada")]);
        sheets.NeedsConfirmation.ShouldBeEmpty();
        sheets.Ended.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_has_names_keys_roles_and_a_birth_date()
    {
        var ada = new RosterBuilder().ReadGood().People[0];

        (ada.SourcedId, ada.Username, ada.GivenName, ada.FamilyName, ada.MiddleName, ada.PreferredGivenName).ShouldBe(("ada", "ada.b", "Ada", "Byron", "May", "Addie"));
        (ada.Email, ada.Identifier, ada.IsEnabled, ada.BirthDate, ada.Role, ada.ClaimedRole, ada.Key).ShouldBe(("ada@example.org", "1001", true, new DateOnly(2011, 12, 10), RosterRole.Learner, "student", "ada"));
        ada.Grades.ShouldBe(["09"]);
        ada.Organizations.ShouldBe(["s"]);
        ada.Roles.ShouldBe([new(RosterRole.Learner, "student", true, "s", new(2025, 9, 1), new(2026, 6, 30))]);
    }

    [Fact]
    public void The_days_of_a_group_are_those_of_its_terms()
    {
        var group = new RosterBuilder().Set("classes.csv", 2, "termSourcedIds", "t,y").ReadGood().Groups[0];

        group.Terms.ShouldBe(["t", "y"]);
        (group.From, group.Until).ShouldBe((new DateOnly(2025, 9, 1), new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public void The_base_set_of_version_1_1_is_read_without_an_error()
    {
        var faults = new FaultList();
        using var files = ReadRoster.Files.Open(TestData.Path("oneroster", "v1p1-base"), faults)!;

        var sheets = ReadRoster.From(files, TimeZoneInfo.Utc, faults);

        faults.Errors.ShouldBeEmpty();
        sheets.Version.ShouldBe("1.1");
        sheets.People.Count(one => one.Role == RosterRole.Learner).ShouldBe(2);
        (sheets.People.Count, sheets.Groups.Count, sheets.Memberships.Count, sheets.Organizations.Count).ShouldBe((2, 3, 3, 2));
        sheets.People.Select(one => string.Join('|', one.Organizations)).ShouldBe(["12345", "54321"]);
        faults.Warnings.Select(one => (one.File, one.Row, one.Column)).ShouldContain(("classes.csv", 2, "termSourcedIds"));
        sheets.Organizations.Select(one => one.Parent).ShouldBe(["54321", ""]);
    }

    [Fact]
    public void The_whole_set_of_version_1_2_is_read_without_an_error()
    {
        var faults = new FaultList();
        using var files = ReadRoster.Files.Open(TestData.Path("oneroster", "v1p2_full_dataset.zip"), faults)!;

        var sheets = ReadRoster.From(files, TimeZoneInfo.Utc, faults);

        faults.Errors.ShouldBeEmpty();
        sheets.Version.ShouldBe("1.2");
        sheets.People.Count.ShouldBe(6);
        sheets.Groups.ShouldHaveSingleItem().Title.ShouldBe("Introduction to Physics");
        sheets.Ended.ShouldContain(new RosterEnd("classes.csv", 3, "cls-222-123478"));
        sheets.Memberships.Select(one => (one.Person, one.Role)).ShouldBe(
            [("usr-222-123456", RosterRole.Educator), ("usr-222-987654", RosterRole.Learner), ("usr-222-1234561232", RosterRole.Learner)], "the enrollment decides in the class");
        sheets.People.Single(one => one.SourcedId == "usr-222-987654").Role.ShouldBe(RosterRole.Educator, "roles.csv decides in the district");
        sheets.NeedsConfirmation.Select(one => (one.Person, one.ClaimedRole)).ShouldBe([("usr-222-1234561", "siteAdministrator")]);
        faults.Warnings.ShouldContain(one => one.File == "enrollments.csv" && one.Row == 5 && one.Rule.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_set_of_version_1_2_a_row_that_lacks_a_field_does_not_give_a_person_a_wrong_name()
    {
        var faults = new FaultList();
        using var files = ReadRoster.Files.Open(TestData.Path("oneroster", "v1p2_full_dataset.zip"), faults)!;

        var john = ReadRoster.From(files, TimeZoneInfo.Utc, faults).People[0];

        (john.GivenName, john.FamilyName, john.PreferredGivenName, john.PreferredFamilyName).ShouldBe(("John", "Doe", "", ""));
        john.Organizations.ShouldBe(["org-sch-222-456"]);
        john.Roles.Select(one => (one.Role, one.IsPrimary)).ShouldBe([(RosterRole.Educator, true), (RosterRole.Guardian, false)]);
        faults.Warnings.Concat(faults.Errors).ShouldAllBe(one => !one.Value.Contains("Password1", StringComparison.Ordinal));
    }
}
