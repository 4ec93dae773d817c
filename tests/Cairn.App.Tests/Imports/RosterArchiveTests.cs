using System.Text;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;

namespace Cairn.App.Tests.Imports;

/// <summary>Archives that would write elsewhere, or fill the machine, are refused at the command line, for rosters and for programmes.</summary>
public sealed class RosterArchiveTests : IDisposable
{
    private readonly Installation _cairn = new();

    /// <summary>A roster whose zip has a path that climbs out of it.</summary>
    internal static MemoryStream Slip() => new RosterBuilder().Zip(zip => RosterBuilder.Put(zip, "../../users.csv", "x"u8.ToArray()));

    /// <summary>A roster with a file that unpacks to far more than it says.</summary>
    internal static MemoryStream Bomb()
    {
        var bomb = new byte[40 << 20];
        Array.Fill(bomb, (byte)'\n');
        return new RosterBuilder().With("roles.csv", [.. Encoding.UTF8.GetBytes(new RosterBuilder().TextOf("roles.csv")), .. bomb]).Zip();
    }

    [Theory]
    [InlineData(true, "climb out")]
    [InlineData(false, "less than 200 times")]
    public void A_roster_that_slips_or_swells_is_refused(bool isSlip, string rule)
    {
        File.WriteAllBytes(_cairn.Of("bad.zip"), (isSlip ? Slip() : Bomb()).ToArray());

        var ran = _cairn.Roster(_cairn.Of("bad.zip"), "--apply");

        ran.Exit.ShouldBe(1);
        ran.Json.GetProperty("errors").GetRawText().ShouldContain(rule);
        (_cairn.Count("learners"), _cairn.Count("import_runs")).ShouldBe((0, 0));
    }

    [Fact]
    public void A_programme_comes_from_a_zip_as_from_a_folder()
    {
        var folder = new ProgramFolder(_cairn.Of("program"));
        System.IO.Compression.ZipFile.CreateFromDirectory(folder, _cairn.Of("program.zip"));
        _cairn.Apply(folder);

        Told.All(_cairn.Apply(_cairn.Of("program.zip"))).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void A_programmes_zip_that_slips_is_refused()
    {
        using (var zip = System.IO.Compression.ZipFile.Open(_cairn.Of("program.zip"), System.IO.Compression.ZipArchiveMode.Create))
            foreach (var name in (string[])["areas.csv", "../areas.csv"]) RosterBuilder.Put(zip, name, "code,title,status\n"u8.ToArray());

        var ran = _cairn.Import(_cairn.Of("program.zip"), "--apply");

        ran.Exit.ShouldBe(1);
        ran.Json.GetProperty("errors").GetRawText().ShouldContain("climb out");
    }

    public void Dispose() => _cairn.Dispose();
}
