using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage;

namespace Cairn.App.Tests.Cli;

public sealed class DistrictTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Theory]
    [InlineData("recompute")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    [InlineData("export determinations --csv -")]
    public void On_an_empty_folder_a_verb_makes_a_district_named_default_without_a_question(string line)
    {
        _cairn.Run(line.Split(' ')).Exit.ShouldBe(CommandLine.Done);

        _cairn.Folder.Districts.ShouldBe(["default"]);
    }

    [Fact]
    public void A_folder_that_is_there_and_empty_is_empty_too()
    {
        Directory.CreateDirectory(_cairn.Data);

        _cairn.Run("recompute").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void What_a_district_that_was_never_finished_left_behind_is_no_district()
    {
        Directory.CreateDirectory(_cairn.Folder.FolderOf("default"));
        File.WriteAllText(_cairn.DatabaseOf("default") + ".new", "half");

        _cairn.Run("recompute").Exit.ShouldBe(CommandLine.Done);

        _cairn.Folder.Districts.ShouldBe(["default"]);
    }

    [Fact]
    public void The_only_district_needs_no_name()
    {
        District.Create(_cairn.Folder, "north", "North", "America/New_York");

        _cairn.Run("recompute").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("recompute", "--district", "north").Exit.ShouldBe(CommandLine.Done);
    }

    [Theory]
    [InlineData("recompute")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    [InlineData("explain ada ART.1")]
    [InlineData("export determinations --csv -")]
    [InlineData("import program .")]
    public void Where_there_are_several_one_must_be_named(string line)
    {
        District.Create(_cairn.Folder, "north", "North", "UTC");
        District.Create(_cairn.Folder, "south", "South", "UTC");

        var ran = _cairn.Run(line.Split(' '));

        ran.Exit.ShouldBe(CommandLine.WrongUsage);
        ran.Out.ShouldBeEmpty();
        ran.Err.ShouldContain("--district");
        ran.Err.ShouldContain("north, south");
    }

    [Fact]
    public void An_import_goes_into_the_district_that_is_named_only()
    {
        District.Create(_cairn.Folder, "north", "North", "UTC");
        District.Create(_cairn.Folder, "south", "South", "UTC");

        _cairn.Apply(new ProgramFolder(_cairn.Of("program")), "--district", "south");

        _cairn.Standings("north").ShouldBeEmpty();
        _cairn.Standings("south").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("west")]
    [InlineData("NORTH")]
    [InlineData("..")]
    [InlineData("")]
    public void An_unknown_district_is_wrong_usage_and_the_known_ones_are_listed(string name)
    {
        District.Create(_cairn.Folder, "north", "North", "UTC");

        var ran = _cairn.Run("recompute", "--district", name);

        ran.Exit.ShouldBe(CommandLine.WrongUsage);
        ran.Err.ShouldContain("north");
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_cairn.Data);
        File.WriteAllText(Path.Combine(_cairn.Data, "letter.txt"), "dear all");

        _cairn.Run("recompute").ShouldBeRefused(_cairn.Data, "--data");

        Directory.EnumerateFileSystemEntries(_cairn.Data).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_cairn.Data, "dear all");

        _cairn.Run("recompute").ShouldBeRefused(_cairn.Data);
    }

    [Theory]
    [InlineData("North")]
    [InlineData("-north")]
    [InlineData("../north")]
    [InlineData("")]
    [InlineData("no rth")]
    public void A_district_is_named_by_small_letters_digits_and_hyphens(string name) =>
        Should.Throw<RefusedException>(() => District.Create(_cairn.Folder, name, "North", "UTC"));

    [Fact]
    public void A_district_is_made_once()
    {
        District.Create(_cairn.Folder, "north", "North", "UTC");

        Should.Throw<RefusedException>(() => District.Create(_cairn.Folder, "north", "North", "UTC"));
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Sqlite)]
    public async Task A_second_writer_is_refused_and_a_reader_is_welcome()
    {
        var program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(program);
        await using var held = _cairn.OpenToWrite();

        _cairn.Run("recompute").ShouldBeRefused("in use by another cairn process");
        _cairn.Run("import", "program", program, "--apply").ShouldBeRefused("in use by another cairn process");
        _cairn.Run("migrate").ShouldBeRefused("in use by another cairn process");

        _cairn.Run("import", "program", program).Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("explain", "ada", "ART.1").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("export", "determinations", "--csv", "-").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    public void Dispose() => _cairn.Dispose();
}
