using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Imports;

/// <summary>The same people from two rosters: what stands already stays, and the dry run tells what the import does.</summary>
public sealed class TwoRostersTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void A_guardian_whom_two_sources_name_on_one_day_cares_for_a_learner_once()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Cares();

        var brought = BringAsTold(new RosterBuilder());

        Rosters.Part(brought, "guardianships").ShouldBe((0, 0, 0, 1));
        Cares().ShouldBe(before);
        Told.All(_cairn.Bring(new RosterBuilder(), "--source", "other")).ShouldBe((0, 0, 0, 11));
    }

    [Fact]
    public void Undo_of_the_second_roster_gives_back_what_was_there()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Standing();
        BringAsTold(new RosterBuilder().Set("users.csv", 3, "agentSourcedIds", "gus").Set("users.csv", 5, "familyName", "Bayron"));
        Cares().Count.ShouldBe(2);

        _cairn.Undo();

        Standing().ShouldBe(before);
        Told.All(_cairn.Bring(new RosterBuilder())).Added.ShouldBe(0);
        Standing().ShouldBe(before);
    }

    [Fact]
    public void Whom_the_second_roster_never_heard_of_keeps_their_guardian()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Cares();
        var other = WithoutAda();
        BringAsTold(other);

        Told.All(_cairn.Bring(other, "--source", "other")).Ended.ShouldBe(0);

        Cares().Count.ShouldBe(2);
        before.ShouldAllBe(one => Cares().Contains(one));
    }

    [Fact]
    public void What_a_third_turn_of_sources_took_up_is_not_given_back_by_an_older_undo()
    {
        _cairn.Bring(new RosterBuilder());
        BringAsTold(new RosterBuilder().Set("users.csv", 5, "familyName", "Other"));
        _cairn.Bring(new RosterBuilder().Set("users.csv", 5, "familyName", "Newest"));
        var before = Standing();
        var second = _cairn.Run("import", "list", "--json").Json.GetProperty("imports").EnumerateArray().Single(one => one.GetProperty("source").GetString() == "other").GetProperty("id").GetString()!;

        _cairn.Run("import", "undo", second, "--apply").Exit.ShouldBe(CommandLine.Done);

        Standing().ShouldBe(before);
    }

    [Theory]
    [InlineData("ada.b", "ada.new")]
    [InlineData("tess.o", "tess.new")]
    [InlineData("gus.b", "gus.new")]
    public void Whom_another_source_renamed_is_the_same_person_to_the_first(string was, string renamed)
    {
        _cairn.Bring(new RosterBuilder());
        BringAsTold(new RosterBuilder());
        BringAsTold(new RosterBuilder().Rewrite("users.csv", text => text.Replace(was, renamed, StringComparison.Ordinal)));

        var brought = BringAsTold(new RosterBuilder(), "roster");

        brought.GetProperty("added").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("tess")]
    [InlineData("gus")]
    public void A_username_that_goes_to_a_new_person_of_the_set_takes_no_record_along(string key)
    {
        _cairn.Bring(new RosterBuilder());
        var roster = new RosterBuilder();
        var (row, name, role) = key switch { "ada" => (2, "ada.b", "student"), "tess" => (4, "tess.o", "teacher"), _ => (5, "gus.b", "parent") };
        roster.Set("users.csv", row, "username", $"{key}.old").Add("users.csv", $"new,active,,true,{name},,New,One,,,,,,,,Hush-9,,,,,,s,").Add("roles.csv", $"r9,active,,new,primary,{role},,,s,");

        var brought = BringAsTold(roster, "roster");

        (brought.GetProperty("added").GetInt32(), brought.GetProperty("ended").GetInt32()).ShouldBe((1, 0));
    }

    [Fact]
    public void A_teaching_whose_first_day_moves_there_and_back_goes_on()
    {
        _cairn.Bring(Taught("2025-09-01"));
        _cairn.Bring(Taught("2025-10-01"));

        BringAsTold(Taught("2025-09-01"), "roster");

        using var db = _cairn.Open().Open();
        db.Teachings.ToList().Count(one => one.From == new DateOnly(2025, 9, 1)).ShouldBe(1);
        Told.All(_cairn.Bring(Taught("2025-09-01"))).Changed.ShouldBe(0);
    }

    [Fact]
    public void Who_comes_to_a_class_twice_without_a_key_is_enrolled_twice()
    {
        var twice = new RosterBuilder().Set("enrollments.csv", 2, "sourcedId", "").Add("enrollments.csv", ",active,,loft,s,ada,student,false,2026-02-01,2026-07-01");

        Rosters.Part(BringAsTold(twice, "roster"), "enrollments").Added.ShouldBe(4);

        Told.All(_cairn.Bring(twice)).ShouldBe((0, 0, 0, 12));
    }

    private static RosterBuilder Taught(string from) => new RosterBuilder().Set("enrollments.csv", 4, "beginDate", from).Set("enrollments.csv", 4, "endDate", "2026-01-01");

    // The other school has Gus's other child only.
    private static RosterBuilder WithoutAda() => new RosterBuilder().Set("users.csv", 2, "sourcedId", "zoe").Set("users.csv", 2, "username", "zoe.b").Set("roles.csv", 2, "userSourcedId", "zoe")
        .Set("demographics.csv", 2, "sourcedId", "zoe").Set("enrollments.csv", 2, "userSourcedId", "zoe");

    /// <summary>Imports what a dry run finds good, and finds that it does what was told.</summary>
    private System.Text.Json.JsonElement BringAsTold(RosterBuilder roster, string source = "other")
    {
        var told = _cairn.Roster(_cairn.Put(roster), "--source", source);
        told.Exit.ShouldBe(CommandLine.Done, told.Out + told.Err);
        var did = _cairn.Bring(roster, "--source", source);
        did.GetProperty("parts").GetRawText().ShouldBe(told.Json.GetProperty("parts").GetRawText());
        return did;
    }

    private List<Guardianship> Cares()
    {
        using var db = _cairn.Open().Open();
        return [.. db.Guardianships.ToList().OrderBy(one => one.From).ThenBy(one => one.Learner.Value)];
    }

    /// <summary>Who is here, under what names and by whose word, and for whom guardians care today.</summary>
    private string Standing()
    {
        using var db = _cairn.Open().Open();
        var cares = db.Guardianships.ToList().Where(one => one.Until is null).Select(one => $"{one}");
        return string.Join('\n', db.Learners.ToList().Where(one => one.IsHere).Select(one => $"{one.Id} {one.Username} {one.FullName} {one.Source}")
            .Concat(db.Educators.ToList().Where(one => one.EndedAt is null).Select(one => $"{one.Id} {one.Username} {one.DisplayName} {one.Source}"))
            .Concat(db.Guardians.ToList().Where(one => one.EndedAt is null).Select(one => $"{one.Id} {one.Username} {one.DisplayName} {one.Source}")).Concat(cares).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _cairn.Dispose();
}
