using System.Text;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Interop.Tests.OneRoster;

namespace Cairn.Interop.Tests.Csv;

/// <summary>What somebody chose in a browser: one zip, or the files themselves.</summary>
public sealed class UploadTests
{
    private readonly FaultList _faults = new();

    [Fact]
    public void One_zip_is_opened_whatever_it_is_called()
    {
        using var files = ReadRoster.Files.FromUpload([("export.bin", new RosterBuilder().Zip().ToArray())], _faults);

        files.ShouldNotBeNull().Has("users.csv").ShouldBeTrue();
        _faults.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_files_themselves_are_taken_by_name_in_any_case_and_another_is_warned_of()
    {
        using var files = ReadProgram.Files.FromUpload([("AREAS.CSV", "code"u8.ToArray()), ("notes.txt", "hello"u8.ToArray())], _faults);

        files.ShouldNotBeNull().Names.ShouldBe(["areas.csv"]);
        using var text = new StreamReader(files.OpenRead("areas.csv")!);
        text.ReadToEnd().ShouldBe("code");
        _faults.Warnings.ShouldHaveSingleItem().File.ShouldBe("notes.txt");
    }

    [Fact]
    public void A_zip_among_other_files_is_refused_by_name()
    {
        ReadRoster.Files.FromUpload([("users.csv", "x"u8.ToArray()), ("roster.zip", new RosterBuilder().Zip().ToArray())], _faults).ShouldBeNull();

        _faults.Errors.ShouldHaveSingleItem().File.ShouldBe("roster.zip");
    }

    [Theory]
    [InlineData("users.csv", "Users.csv")]
    [InlineData("notes.txt", "more.txt")]
    public void The_same_file_twice_or_none_of_the_set_is_refused(string one, string other)
    {
        ReadRoster.Files.FromUpload([(one, "x"u8.ToArray()), (other, "y"u8.ToArray())], _faults).ShouldBeNull();

        _faults.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public void Files_have_the_limits_that_those_of_an_archive_have()
    {
        using var files = ReadProgram.Files.FromUpload([("areas.csv", Encoding.UTF8.GetBytes("code,title,status\n" + new string('x', 500)))], _faults, new SheetLimits(100, 1000, 10, 200))!;
        ReadProgram.From(files.OpenRead, TimeZoneInfo.Utc, _faults);

        _faults.Errors.ShouldContain(one => one.File == "areas.csv" && one.Rule.Contains("at most 100 bytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("  =x", "\"'  =x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a\"b,c", "\"a\"\"b,c\"")]
    [InlineData("plain", "\"plain\"")]
    public void A_value_never_becomes_a_formula_in_the_sheet_of_faults(string value, string cell) =>
        Encoding.UTF8.GetString(FaultsSheet.Of([(true, new RowFault("users.csv", 3, "username", value, "rule", "fix"))])).ShouldBe($"kind,file,row,column,value,rule,fix\r\n\"error\",\"users.csv\",\"3\",\"username\",{cell},\"rule\",\"fix\"\r\n");
}
