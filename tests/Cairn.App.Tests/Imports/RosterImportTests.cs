using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

public sealed class RosterImportTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void The_real_set_of_version_1_1_comes_in_with_two_learners_three_classes_and_three_enrollments()
    {
        var ran = _cairn.Roster(TestData.Path("oneroster", "v1p1-base"), "--apply");

        ran.Exit.ShouldBe(CommandLine.Done, ran.Out);
        ran.Json.GetProperty("warnings").GetArrayLength().ShouldBeGreaterThan(0);
        (ran.Json.GetProperty("learners").GetInt32(), ran.Json.GetProperty("classes").GetInt32(), ran.Json.GetProperty("enrollments").GetInt32()).ShouldBe((2, 3, 3));
        (_cairn.Count("learners"), _cairn.Count("groups"), _cairn.Count("enrollments")).ShouldBe((2, 3, 3));
    }

    [Fact]
    public void The_real_set_of_version_1_2_comes_in_with_six_people_and_one_class_in_force()
    {
        var ran = _cairn.Roster(TestData.Path("oneroster", "v1p2_full_dataset.zip"), "--apply");

        ran.Exit.ShouldBe(CommandLine.Done, ran.Out);
        ran.Json.GetProperty("warnings").GetArrayLength().ShouldBeGreaterThan(0);
        (ran.Json.GetProperty("people").GetInt32(), ran.Json.GetProperty("classes").GetInt32()).ShouldBe((6, 1));
        _cairn.Count("groups").ShouldBe(1);
    }

    [Theory]
    [InlineData("v1p1-base")]
    [InlineData("v1p2_full_dataset.zip")]
    public void The_same_real_set_again_changes_nothing(string set)
    {
        _cairn.Roster(TestData.Path("oneroster", set), "--apply").Exit.ShouldBe(CommandLine.Done);
        var before = _cairn.People();

        var again = Told.All(_cairn.Roster(TestData.Path("oneroster", set), "--apply").Json);

        (again.Added, again.Changed, again.Ended).ShouldBe((0, 0, 0));
        _cairn.People().ShouldBe(before);
    }

    [Fact]
    public void A_dry_run_tells_and_stores_nothing()
    {
        var ran = _cairn.Roster(_cairn.Put(new RosterBuilder()));

        ran.Json.GetProperty("applied").GetBoolean().ShouldBeFalse();
        Rosters.Part(ran.Json, "learners").ShouldBe((2, 0, 0, 0));
        foreach (var table in (string[])["learners", "educators", "groups", "enrollments", "import_runs"]) _cairn.Count(table).ShouldBe(0, table);
    }

    [Fact]
    public void One_enrollment_that_points_at_nobody_is_refused_with_its_row_and_nothing_is_stored()
    {
        _cairn.Bring(new RosterBuilder());
        var before = _cairn.People();

        var ran = _cairn.Roster(_cairn.Put(Rosters.WithoutBen().AddRaw("enrollments.csv", "e9,active,,loft,s,ghost,student,,,")), "--apply");

        ran.Exit.ShouldBe(CommandLine.Refused);
        var error = ran.Json.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("value").GetString()).ShouldBe(("enrollments.csv", 4, "userSourcedId", "ghost"));
        _cairn.People().ShouldBe(before);
    }

    [Fact]
    public void People_come_with_what_they_are_called_their_birth_date_school_and_guardian()
    {
        _cairn.Bring(new RosterBuilder());

        var ada = _cairn.Learner("ada.b");
        (ada.CalledName, ada.FamilyName, ada.BirthDate, ada.School is not null).ShouldBe(("Addie", "Byron", new DateOnly(2011, 12, 10), true));
        using var db = _cairn.Open().Open();
        db.Organizations.Single(one => one.Id == ada.School!.Value).Name.ShouldBe("Pier School");
        db.Guardianships.Single(one => one.Learner == ada.Id).Until.ShouldBeNull();
        db.Groups.ToList().Select(one => (one.Name, one.Kind)).Order().ShouldBe([("Morning", GroupKind.Advisory), ("The Loft", GroupKind.Class)]);
        db.Teachings.Count().ShouldBe(1);
    }

    [Fact]
    public void A_learner_whom_a_programme_brought_first_is_recognised_by_username_and_keeps_the_record()
    {
        var program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(program);
        var (before, facts) = (_cairn.Learner("ada"), _cairn.Standings());

        var told = _cairn.Bring(new RosterBuilder().Set("users.csv", 2, "username", "ADA"));

        told.GetProperty("warnings").GetArrayLength().ShouldBe(1);
        _cairn.Count("learners").ShouldBe(4);
        var ada = _cairn.Learner("ADA");
        (ada.Id, ada.CalledName, ada.Source).ShouldBe((before.Id, "Addie", "roster"));
        _cairn.Standings().ShouldBe(facts);
        Told.All(_cairn.Bring(new RosterBuilder().Set("users.csv", 2, "username", "ADA"))).Unchanged.ShouldBeGreaterThan(0);
        _cairn.Count("learners").ShouldBe(4);
    }

    [Fact]
    public void People_who_get_new_keys_at_their_source_are_the_same_people()
    {
        _cairn.Bring(new RosterBuilder());
        var ada = _cairn.Learner("ada.b").Id;
        RosterBuilder Moved() => new RosterBuilder().Set("users.csv", 2, "sourcedId", "ada-2").Set("roles.csv", 2, "userSourcedId", "ada-2").Set("demographics.csv", 2, "sourcedId", "ada-2").Set("enrollments.csv", 2, "userSourcedId", "ada-2");

        var told = _cairn.Bring(Moved());

        told.GetProperty("warnings").GetArrayLength().ShouldBe(1);
        (_cairn.Learner("ada.b").Id, _cairn.Learner("ada.b").IsHere, _cairn.Count("learners")).ShouldBe((ada, true, 2));
        var again = Told.All(_cairn.Bring(Moved()));
        (again.Added, again.Changed, again.Ended).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_username_that_somebody_else_has_is_refused_with_its_row_and_nothing_is_stored()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Bring(new RosterBuilder());
        var before = _cairn.People();

        var refused = _cairn.Roster(_cairn.Put(new RosterBuilder().Set("users.csv", 2, "username", "cyd")), "--apply");

        refused.Exit.ShouldBe(CommandLine.Refused);
        var error = refused.Json.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("value").GetString()).ShouldBe((2, "username", "cyd"));
        _cairn.People().ShouldBe(before);
        _cairn.Count("import_runs").ShouldBe(2);
    }

    [Fact]
    public async Task A_group_of_mixed_ages_that_was_made_here_stays_untouched()
    {
        _cairn.Bring(new RosterBuilder());
        var group = new GroupId(Guid.CreateVersion7());
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn =>
            {
                var school = turn.Db.Organizations.First(one => one.Kind == OrganizationKind.School).Id;
                turn.Db.Add(new LearningGroup(group, school, "Rowing, all ages"));
                foreach (var learner in turn.Db.Learners.AsNoTracking().ToList()) turn.Db.Add(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner.Id, group, new DateOnly(2025, 9, 1), null));
                return true;
            });

        var told = _cairn.Bring(Rosters.WithoutBen());

        Rosters.Part(told, "learners").Ended.ShouldBe(1);
        using var db = _cairn.Open().Open();
        db.Groups.Single(one => one.Id == group).EndedAt.ShouldBeNull();
        db.Enrollments.Where(one => one.Group == group).ToList().ShouldAllBe(one => one.Until == null);
    }

    [Fact]
    public void A_set_whose_manifest_says_that_there_are_no_enrollments_ends_none()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Enrolled();

        var told = _cairn.Bring(new RosterBuilder().Without("enrollments.csv").Without("classes.csv").Without("courses.csv").Say("file.enrollments", "absent").Say("file.classes", "absent").Say("file.courses", "absent"));

        Rosters.Part(told, "classes").Ended.ShouldBe(0);
        told.GetProperty("parts").TryGetProperty("enrollments", out _).ShouldBeFalse();
        before.ShouldNotBeEmpty();
        Enrolled().ShouldBe(before);
        using var db = _cairn.Open().Open();
        db.Groups.ToList().ShouldAllBe(one => one.EndedAt == null);
    }

    private List<string> Enrolled()
    {
        using var db = _cairn.Open().Open();
        return [.. db.Enrollments.ToList().Select(one => one.ToString()).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _cairn.Dispose();
}
