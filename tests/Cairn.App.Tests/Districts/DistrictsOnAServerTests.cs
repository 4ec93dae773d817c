using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage;

namespace Cairn.App.Tests.Districts;

/// <summary>Districts in databases of a PostgreSQL server.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class DistrictsOnAServerTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly Installation _there = new();

    [Fact]
    public void Two_districts_of_one_name_in_two_folders_do_not_meet()
    {
        foreach (var one in (Installation[])[_cairn, _there]) one.Run("district", "add", "north").Exit.ShouldBe(CommandLine.Done);

        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

        (_cairn.Standings("north").Count, _there.Standings("north").Count).ShouldBe((2, 0));
        Where(_cairn).ShouldNotBe(Where(_there));
    }

    [Fact]
    public void A_district_is_made_in_the_database_that_the_connection_names_and_found_there_again()
    {
        var name = $"cairn_named_{Guid.NewGuid():N}";

        var told = _cairn.Run("district", "add", "north", "--postgres", $"{TestServer.To(name)};Password=open-sesame", "--json").Json;

        told.GetProperty("where").GetString()!.ShouldEndWith("/" + name);
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Run("district", "list").Out.ShouldNotContain("sesame");
        File.ReadAllText(Path.Combine(_cairn.Data, "directory.db"), System.Text.Encoding.Latin1).ShouldNotContain("sesame");
    }

    [Fact]
    public void An_empty_database_that_is_there_is_taken()
    {
        var theirs = new ServerDatabase();

        _cairn.Run("district", "add", "north", "--postgres", theirs.Connection).Exit.ShouldBe(CommandLine.Done);

        theirs.Tables().ShouldContain("judgments");
    }

    [Fact]
    public void A_database_that_holds_something_is_left_alone()
    {
        using var theirs = new ServerDatabase();
        theirs.Run("CREATE TABLE songs (title text)");

        _cairn.Run("district", "add", "north", "--postgres", theirs.Connection).ShouldBeRefused(theirs.Name, "empty database");

        theirs.Tables().ShouldBe(["songs"]);
        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Fact]
    public void A_record_that_is_there_already_is_not_taken_over()
    {
        _there.Run("district", "add", "north").Exit.ShouldBe(CommandLine.Done);
        _there.Apply(new ProgramFolder(_there.Of("program")));
        var taken = Where(_there).Split('/')[1];

        _cairn.Run("district", "add", "north", "--postgres", TestServer.To(taken)).ShouldBeRefused(taken);

        _there.Standings("north").Count.ShouldBe(2);
        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_key_is_lost_it_is_said_what_to_bring_back()
    {
        _cairn.Run("district", "add", "north").Exit.ShouldBe(CommandLine.Done);
        var key = Path.Combine(_cairn.Data, "directory.key");
        var kept = File.ReadAllText(key);
        File.Delete(key);

        _cairn.Run("recompute").ShouldBeRefused("directory.key", "CAIRN_KEY");

        File.WriteAllText(key, kept);
        _cairn.Run("recompute").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void Without_a_template_a_database_is_made_by_migrating()
    {
        var bare = new DataFolder(_cairn.Data) { Template = null };

        District.Create(bare, "north", "North", "UTC");

        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_template_without_the_schema_gives_its_settings_and_is_migrated()
    {
        using var template = new ServerDatabase();
        template.Run("CREATE EXTENSION citext");

        District.Create(new DataFolder(_cairn.Data) { Template = template.Name }, "north", "North", "UTC");

        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public async Task One_process_serves_districts_of_both_engines()
    {
        District.Create(new DataFolder(_cairn.Data) { Server = null }, "file", "File", "UTC");
        District.Create(_cairn.Folder, "server", "Server", "UTC");
        _cairn.Folder.Overview().Select(one => (one.Name, one.Engine)).ShouldBe([("file", "sqlite"), ("server", "postgres")]);
        var program = new ProgramFolder(_cairn.Of("program"));
        foreach (var name in (string[])["file", "server", "file"]) _cairn.Apply(program, "--district", name);

        await using var file = _cairn.OpenToWrite("file");
        await using var server = _cairn.OpenToWrite("server");
        foreach (var district in (District[])[file, server, file])
        {
            using var db = district.Open();
            var scope = new Scope(db, Actor.Operator, new DateOnly(2026, 3, 31));
            var ada = scope.Find("ada")!;
            scope.StandingIn(ada.Id, district.Frameworks[0].Content.Framework.Id)!.Cells.Length.ShouldBeGreaterThan(0);
            scope.NewestEvidence(ada.Id, 10).Count.ShouldBeGreaterThanOrEqualTo(2);
            await district.Writer.Record(new Recording(ada.Id) { Evidence = [new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), ada.Id, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Exam, "", "", TestDistrict.Day, default)] });
        }

        Cells("file").ShouldBe(Cells("server"));
    }

    /// <summary>Whose standing in what is which, to the byte: all but when it was recorded.</summary>
    private List<(string, string, string)> Cells(string district) => [.. _cairn.Standings(district).Select(one => one.Split(' ')).Select(words => (words[0], words[1], words[^1]))];

    private static string Where(Installation of) => of.Folder.Overview().Single(one => one.Name == "north").Where;

    public void Dispose()
    {
        _cairn.Dispose();
        _there.Dispose();
    }
}
