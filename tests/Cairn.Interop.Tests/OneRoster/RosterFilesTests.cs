using System.IO.Compression;
using System.Text;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>What an archive may hold, and what is refused before a byte of it is believed.</summary>
public sealed class RosterFilesTests
{
    private static readonly SheetLimits Small = new(10_000, 20_000, 20, 200);

    [Fact]
    public void Files_at_the_top_of_a_zip_are_found_in_any_case()
    {
        using var files = Open(new RosterBuilder().Without("users.csv").Zip(zip => RosterBuilder.Put(zip, "USERS.CSV", [1])), out var faults);

        faults.Errors.ShouldBeEmpty();
        files!.Has("users.csv").ShouldBeTrue();
        files.Names.ShouldContain("users.csv");
    }

    [Fact]
    public void Files_in_one_folder_of_a_zip_are_found_and_what_else_is_there_is_let_lie()
    {
        using var files = Open(new RosterBuilder().InFolder("export 2026/").Zip(zip =>
        {
            zip.CreateEntry("export 2026/");
            RosterBuilder.Put(zip, "readme.txt", [1]);
            RosterBuilder.Put(zip, "__MACOSX/export 2026/users.csv", [1]);
        }), out var faults);

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        files!.Names.Count.ShouldBe(9);
        files.OpenRead("readme.txt").ShouldBeNull();
    }

    [Theory]
    [InlineData("../users.csv", "climb")]
    [InlineData("a/../../x.txt", "climb")]
    [InlineData("/etc/users.csv", "root")]
    [InlineData("C:/users.csv", "drive")]
    [InlineData("c:users.csv", "drive")]
    [InlineData("a\\users.csv", "backslash")]
    [InlineData("..\\users.csv", "backslash")]
    [InlineData("a\nb.csv", "control")]
    public void A_path_that_leaves_the_archive_refuses_all_of_it(string path, string word)
    {
        var error = Refused(new RosterBuilder().Zip(zip => RosterBuilder.Put(zip, path, [1])));

        (error.File, error.Value).ShouldBe(("roster.zip", path.Replace("\n", "[U+000A]", StringComparison.Ordinal)));
        error.Rule.ShouldContain(word);
    }

    [Fact]
    public void A_link_is_refused()
    {
        var error = Refused(new RosterBuilder().Zip(zip => RosterBuilder.Put(zip, "notes", "/etc/passwd"u8.ToArray()).ExternalAttributes = 0xA1FF << 16));

        error.Rule.ShouldContain("link");
    }

    [Fact]
    public void Two_folders_with_a_set_each_are_refused() =>
        Refused(new RosterBuilder().Zip(zip => RosterBuilder.Put(zip, "old/users.csv", [1]))).Rule.ShouldContain("one place");

    [Fact]
    public void A_set_that_lies_deeper_is_refused() => Refused(new RosterBuilder().InFolder("a/b/").Zip()).Rule.ShouldContain("one folder");

    [Fact]
    public void A_file_that_stands_there_twice_is_refused() =>
        Refused(new RosterBuilder().Zip(zip => RosterBuilder.Put(zip, "Users.csv", [1]))).Rule.ShouldContain("once");

    [Fact]
    public void A_folder_with_the_name_of_a_file_is_refused() =>
        Refused(new RosterBuilder().Without("users.csv").Zip(zip => zip.CreateEntry("users.csv/"))).Rule.ShouldBe("a file is not a folder");

    [Fact]
    public void An_archive_without_a_file_of_the_standard_is_refused_and_one_inside_it_is_not_opened()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) RosterBuilder.Put(zip, "roster.zip", new RosterBuilder().Zip().ToArray());

        var files = Open(stream, out var faults);

        files.ShouldBeNull();
        faults.Errors.ShouldHaveSingleItem().Fix.ShouldContain("users.csv");
        faults.Warnings.ShouldHaveSingleItem().Rule.ShouldBe("an archive inside the archive is not opened");
    }

    [Fact]
    public void Too_many_entries_are_refused() => Refused(new RosterBuilder().Zip(zip =>
    {
        for (var i = 0; i < 20; i++) zip.CreateEntry($"n{i}.txt");
    }), Small).Rule.ShouldBe("an archive has at most 20 entries");

    [Fact]
    public void An_archive_that_lies_about_the_number_of_its_entries_is_refused()
    {
        var bytes = new RosterBuilder().Zip(zip =>
        {
            for (var i = 0; i < 1000; i++) zip.CreateEntry($"n{i}.txt");
        }).ToArray();
        bytes[^12] = bytes[^14] = 9;
        bytes[^11] = bytes[^13] = 0;

        Refused(new MemoryStream(bytes)).Rule.ShouldContain("damaged");
    }

    [Fact]
    public void A_list_of_entries_that_would_fill_the_memory_is_not_even_read()
    {
        var bytes = new RosterBuilder().Zip(zip =>
        {
            for (var i = 0; i < 30; i++) zip.CreateEntry(new string('n', 2000) + i);
        }).ToArray();
        bytes[^12] = bytes[^14] = 9;

        Refused(new MemoryStream(bytes), Small).Rule.ShouldBe("an archive has at most 20 entries");
    }

    [Fact]
    public void A_file_that_unpacks_to_too_much_is_told_whatever_its_header_says()
    {
        var zip = new RosterBuilder().Rewrite("users.csv", text => text + new string('\n', 20_000)).Zip();
        var bytes = zip.ToArray();
        // The list of entries now says that the file has 5 bytes.
        var at = bytes.AsSpan().LastIndexOf("users.csv"u8) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 5);

        ReadAll(bytes, Small).ShouldContain(one => one.File == "users.csv" && (one.Rule.Contains("at most 10000 bytes", StringComparison.Ordinal) || one.Rule.Contains("damaged", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_files_together_have_their_limit_too()
    {
        var zip = new RosterBuilder().Rewrite("orgs.csv", text => text + new string('\n', 8000)).Rewrite("classes.csv", text => text + new string('\n', 8000)).Rewrite("roles.csv", text => text + new string('\n', 8000));

        ReadAll(zip.Zip().ToArray(), Small).ShouldContain(one => one.Rule.Contains("all files together are at most 20000 bytes", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_never_read_counts_too()
    {
        var zip = new RosterBuilder().Zip(zip =>
        {
            using var photo = zip.CreateEntry("photos/all.raw").Open();
            photo.Write(new byte[20_000]);
        });

        Refused(new MemoryStream(zip.ToArray()), Small).Rule.ShouldBe("all files together are at most 20000 bytes when they are unpacked");
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public void A_bomb_is_told_by_how_densely_it_is_packed()
    {
        var bomb = new byte[40 << 20];
        Array.Fill(bomb, (byte)'\n');

        ReadAll(new RosterBuilder().With("roles.csv", [.. Encoding.UTF8.GetBytes(new RosterBuilder().TextOf("roles.csv")), .. bomb]).Zip().ToArray(), SheetLimits.Usual)
            .ShouldContain(one => one.File == "roles.csv" && one.Rule.Contains("less than 200 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\"\n\",")]
    public void A_row_of_endless_fields_is_told_before_it_fills_the_memory(string field) =>
        ReadAll(new RosterBuilder().AddRaw("orgs.csv", string.Concat(Enumerable.Repeat(field, 20_000))).Zip().ToArray(), SheetLimits.Usual)
            .ShouldContain(one => one.File == "orgs.csv" && one.Rule == "a row has at most 10000 fields");

    [Fact]
    public void A_byte_that_changed_is_told_by_the_checksum()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry("users.csv", CompressionLevel.NoCompression).Open();
            to.Write(Encoding.UTF8.GetBytes(new RosterBuilder().TextOf("users.csv")));
        }

        var bytes = stream.ToArray();
        bytes[bytes.AsSpan().IndexOf("Byron"u8)] = (byte)'M';

        ReadAll(bytes, SheetLimits.Usual).ShouldContain(one => one.File == "users.csv" && one.Rule.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        var bytes = new RosterBuilder().Zip().ToArray();
        var at = bytes.AsSpan().LastIndexOf("users.csv"u8) - 46;
        bytes[at + 8] |= 1;

        Refused(new MemoryStream(bytes)).Rule.ShouldBe("an archive is not encrypted");
    }

    [Fact]
    public void What_is_no_zip_at_all_is_refused()
    {
        Refused(new MemoryStream("sourcedId,username\n"u8.ToArray())).Rule.ShouldContain("no zip");
        Refused(new MemoryStream()).Rule.ShouldContain("no zip");
        Refused(new MemoryStream(new RosterBuilder().Zip().ToArray()[..^30])).Rule.ShouldContain("no zip");
    }

    [Fact]
    public void However_an_archive_is_damaged_there_is_a_fault_and_no_crash()
    {
        var good = new RosterBuilder().Zip().ToArray();
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var bytes = good.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => ReadAll(bytes, SheetLimits.Usual));
        }
    }

    private static SheetFiles? Open(Stream zip, out FaultList faults, SheetLimits? limits = null)
    {
        faults = new FaultList();
        return ReadRoster.Files.FromZip(zip, "roster.zip", faults, limits);
    }

    private static RowFault Refused(Stream zip, SheetLimits? limits = null)
    {
        Open(zip, out var faults, limits).ShouldBeNull();
        zip.CanRead.ShouldBeFalse("a refused archive is closed");
        return faults.Errors.ShouldHaveSingleItem();
    }

    private static IReadOnlyList<RowFault> ReadAll(byte[] bytes, SheetLimits limits)
    {
        using var files = Open(new MemoryStream(bytes), out var faults, limits);
        if (files is not null) ReadRoster.From(files, TimeZoneInfo.Utc, faults);
        return faults.Errors;
    }
}
