using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A set in a folder.</summary>
public sealed class RosterFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster");
    private readonly FaultList _faults = new();

    [Fact]
    public void A_folder_reads_like_a_zip()
    {
        Fill();
        using var files = ReadRoster.Files.Open(_folder.FullName, _faults)!;

        var sheets = ReadRoster.From(files, TimeZoneInfo.Utc, _faults);

        _faults.Errors.ShouldBeEmpty();
        sheets.People.Select(one => one.SourcedId).ShouldBe(new RosterBuilder().ReadGood().People.Select(one => one.SourcedId));
    }

    [Fact]
    public void A_zip_is_opened_by_its_path_too()
    {
        var path = Path.Combine(_folder.FullName, "roster.zip");
        File.WriteAllBytes(path, new RosterBuilder().Zip().ToArray());

        using var files = ReadRoster.Files.Open(path, _faults);

        files!.Names.Count.ShouldBe(9);
        Directory.GetFileSystemEntries(_folder.FullName).ShouldBe([path], "nothing is unpacked to disk");
    }

    [Fact]
    public void A_link_is_not_followed_out_of_the_folder()
    {
        Fill();
        var outside = Path.Combine(_folder.FullName, "elsewhere.txt");
        File.Move(Path.Combine(_folder.FullName, "users.csv"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "users.csv"), outside);

        ReadRoster.Files.Open(_folder.FullName, _faults).ShouldBeNull();

        var error = _faults.Errors.ShouldHaveSingleItem();
        (error.File, error.Rule).ShouldBe(("users.csv", "a file is a file, not a link to one"));
    }

    [Fact]
    public void A_folder_that_is_called_like_a_file_is_refused()
    {
        Fill();
        File.Delete(Path.Combine(_folder.FullName, "users.csv"));
        _folder.CreateSubdirectory("users.csv");

        ReadRoster.Files.Open(_folder.FullName, _faults).ShouldBeNull();

        _faults.Errors.ShouldHaveSingleItem().Rule.ShouldBe("a file is not a folder");
    }

    [Fact]
    public void Two_names_that_differ_only_in_case_are_refused()
    {
        Fill();
        File.WriteAllText(Path.Combine(_folder.FullName, "Users.csv"), "");
        Assert.SkipWhen(_folder.GetFiles().Length == 9, "this disk does not tell cases apart");

        ReadRoster.Files.Open(_folder.FullName, _faults).ShouldBeNull();

        _faults.Errors.ShouldHaveSingleItem().Rule.ShouldContain("once");
    }

    [Fact]
    public void A_file_in_a_folder_has_its_limit()
    {
        Fill();
        using var files = ReadRoster.Files.Open(_folder.FullName, _faults, new SheetLimits(100, 100_000, 10, 200))!;

        ReadRoster.From(files, TimeZoneInfo.Utc, _faults);

        _faults.Errors.ShouldContain(one => one.File == "users.csv" && one.Rule == "a file is at most 100 bytes when it is unpacked");
    }

    [Fact]
    public void An_empty_folder_and_a_missing_one_are_told()
    {
        ReadRoster.Files.Open(_folder.FullName, _faults).ShouldBeNull();
        ReadRoster.Files.Open(Path.Combine(_folder.FullName, "gone"), _faults).ShouldBeNull();

        _faults.Errors.Select(one => one.Rule).ShouldBe(["the files of the roster stand at the top of the folder", "there is such a folder or zip file"]);
        _faults.Errors.ShouldAllBe(one => !one.File.Contains(Path.DirectorySeparatorChar));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Fill()
    {
        using var zip = new System.IO.Compression.ZipArchive(new RosterBuilder().Zip());
        foreach (var entry in zip.Entries)
        {
            using var to = File.Create(Path.Combine(_folder.FullName, entry.Name));
            using var from = entry.Open();
            from.CopyTo(to);
        }
    }
}
