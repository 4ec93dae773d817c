using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;

namespace Cairn.App.Tests.Backups;

/// <summary>The doctor looks at what surrounds a record, too; each line that is not good has its fix.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly Installation _cairn = new();

    public DoctorTests() => _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

    [Fact]
    public void A_sound_installation_is_told_line_by_line()
    {
        var told = _cairn.Run("doctor", "--json", "--state");

        told.Exit.ShouldBe(CommandLine.Done);
        told.Json.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("what").GetString()).ShouldBeSubsetOf(["disk", "schema", "database", "references", "durability", "facts", "conclusions", "keys", "backup", "clock", "address", "mail", "journal"]);
        foreach (var what in (string[])["disk", "schema", "database", "keys", "backup", "clock", "address"]) told.Out.ShouldContain($"\"what\":\"{what}\"");
        told.Json.GetProperty("stateHash").GetString().ShouldBe(Keep.StateOf(_cairn));
    }

    [Theory]
    [InlineData("directory.key")]
    [InlineData("keys/journal")]
    public void A_key_that_others_may_read_is_named_with_its_fix(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such mode here.");
        var key = Path.Combine(_cairn.Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        if (!File.Exists(key)) File.WriteAllText(key, "secret");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var told = _cairn.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain($"BAD  keys: others may read {key}");
        told.Out.ShouldContain($"chmod 600 {key}");
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void A_clock_behind_the_newest_fact_is_told()
    {
        using (var db = _cairn.Open().Open()) Sql.Run(db, Engines.IsPostgres ? "UPDATE head SET last_recorded_at = now() + interval '1 hour'" : "UPDATE head SET last_recorded_at = last_recorded_at + 3600000000000");

        var told = _cairn.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain("BAD  clock");
        told.Out.ShouldContain("put back");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.4:5080", false)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    public void An_address_that_is_open_to_the_network_without_TLS_is_told(string urls, bool isGood)
    {
        var told = _cairn.Run("doctor", "--urls", urls);
        told.Exit.ShouldBe(isGood ? CommandLine.Done : CommandLine.Refused);
        told.Out.ShouldContain(isGood ? "note address" : "BAD  address");
    }

    public void Dispose() => _cairn.Dispose();
}
