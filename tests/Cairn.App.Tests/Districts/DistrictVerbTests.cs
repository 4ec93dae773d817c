using Cairn.App.Cli;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;

namespace Cairn.App.Tests.Districts;

/// <summary>The districts of an installation, at the command line, on either engine.</summary>
public sealed class DistrictVerbTests : IDisposable
{
    private readonly Installation _cairn = new();

    private static string Engine => Engines.IsPostgres ? "postgres" : "sqlite";

    [Fact]
    public void A_district_that_is_added_is_there_with_its_engine_and_its_place()
    {
        var told = _cairn.Run("district", "add", "north", "--title", "North District", "--time-zone", "America/New_York", "--json").Json;

        (told.GetProperty("district").GetString(), told.GetProperty("engine").GetString(), told.GetProperty("isNew").GetBoolean()).ShouldBe(("north", Engine, true));
        told.GetProperty("where").GetString()!.ShouldContain("north");
        using var db = _cairn.Open("north").Open();
        var district = db.Organizations.Single();
        (district.Name, district.TimeZone).ShouldBe(("North District", "America/New_York"));
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")), "--district", "north").GetProperty("applied").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_person_reads_what_was_added_and_what_there_is()
    {
        _cairn.Run("district", "list").Out.ShouldContain(_cairn.Data);

        var added = _cairn.Run("district", "add", "north", "--host", "north.example.org");
        added.Exit.ShouldBe(CommandLine.Done);
        added.Out.ShouldContain("north");
        _cairn.Run("district", "add", "south").Exit.ShouldBe(CommandLine.Done);

        var lines = _cairn.Run("district", "list").Lines;
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("north ");
        lines[0].ShouldContain(Engine);
        lines[0].ShouldEndWith("north.example.org");
        lines[1].ShouldStartWith("south ");
    }

    [Fact]
    public void The_list_as_JSON_has_every_districts_place_and_hosts()
    {
        _cairn.Run("district", "add", "south", "--host", "South.Example.org", "--host", "a.example.org").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("district", "add", "north").Exit.ShouldBe(CommandLine.Done);

        var told = _cairn.Run("district", "list", "--json").Json;

        told.GetProperty("folder").GetString().ShouldBe(_cairn.Folder.Path);
        told.GetProperty("districts").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["north", "south"]);
        told.GetProperty("districts")[1].GetProperty("hosts").EnumerateArray().Select(one => one.GetString()).ShouldBe(["a.example.org", "south.example.org"]);
    }

    [Fact]
    public void A_host_asks_for_its_district_whatever_its_case_and_another_for_none()
    {
        _cairn.Folder.AtHost("north.example.org").ShouldBeNull();
        _cairn.Run("district", "add", "north", "--host", "north.example.org").Exit.ShouldBe(CommandLine.Done);

        _cairn.Folder.AtHost("NORTH.example.org").ShouldBe("north");
        _cairn.Folder.AtHost("south.example.org").ShouldBeNull();
    }

    [Fact]
    public void A_district_that_is_there_may_get_more_hosts_and_the_same_ones_again()
    {
        _cairn.Run("district", "add", "north", "--host", "north.example.org").Exit.ShouldBe(CommandLine.Done);

        var told = _cairn.Run("district", "add", "north", "--host", "north.example.org", "--host", "n.example.org", "--json").Json;

        told.GetProperty("isNew").GetBoolean().ShouldBeFalse();
        told.GetProperty("hosts").EnumerateArray().Select(one => one.GetString()).ShouldBe(["n.example.org", "north.example.org"]);
        _cairn.Run("district", "add", "north").ShouldBeRefused("north");
    }

    [Fact]
    public void A_host_that_another_has_is_refused_and_nothing_is_made()
    {
        _cairn.Run("district", "add", "north", "--host", "learn.example.org").Exit.ShouldBe(CommandLine.Done);

        _cairn.Run("district", "add", "south", "--host", "s.example.org", "--host", "LEARN.example.org").ShouldBeRefused("learn.example.org", "north");

        _cairn.Folder.Districts.ShouldBe(["north"]);
        _cairn.Folder.AtHost("s.example.org").ShouldBeNull();
    }

    [Theory]
    [InlineData("https://learn.example.org")]
    [InlineData("learn.example.org/path")]
    [InlineData("learn.example.org:443")]
    [InlineData("two words")]
    [InlineData("")]
    public void What_is_no_host_name_is_refused_and_nothing_is_made(string host)
    {
        _cairn.Run("district", "add", "north", "--host", host).ShouldBeRefused("host name");

        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("North")]
    [InlineData("no rth")]
    [InlineData("../north")]
    public void A_name_that_is_none_is_refused(string name)
    {
        _cairn.Run("district", "add", name).ShouldBeRefused(name);

        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Fact]
    public void A_time_zone_that_nobody_knows_is_wrong_usage()
    {
        var ran = _cairn.Run("district", "add", "north", "--time-zone", "Mars/Olympus");

        (ran.Exit, _cairn.Folder.Districts.Count).ShouldBe((CommandLine.WrongUsage, 0));
        ran.Err.ShouldContain("Mars/Olympus");
    }

    [Fact]
    public void A_demonstration_gets_no_second_district()
    {
        _cairn.Run("demo", "--no-serve", "--learners", "1").Exit.ShouldBe(CommandLine.Done);

        _cairn.Run("district", "add", "north").ShouldBeRefused("demonstration");

        _cairn.Folder.Districts.ShouldBe([MakeDemo.District]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Database=x")]
    [InlineData("Host=x;Nonsense=y")]
    [InlineData("postgres://user:open-sesame@db.example.org/x")]
    public void A_connection_that_is_none_is_refused_without_being_shown(string connection)
    {
        var ran = _cairn.Run("district", "add", "north", "--postgres", connection);

        ran.ShouldBeRefused("Host=");
        (ran.Out + ran.Err).ShouldNotContain("sesame");
        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Fact]
    public void A_server_that_does_not_answer_leaves_nothing_behind()
    {
        var ran = _cairn.Run("district", "add", "north", "--postgres", "Host=127.0.0.1;Port=1;Username=cairn;Password=open-sesame");

        ran.ShouldBeRefused("did not answer");
        (ran.Out + ran.Err).ShouldNotContain("sesame");
        _cairn.Folder.Districts.ShouldBeEmpty();
        _cairn.Folder.IsEmpty.ShouldBeTrue();
    }

    public void Dispose() => _cairn.Dispose();
}
