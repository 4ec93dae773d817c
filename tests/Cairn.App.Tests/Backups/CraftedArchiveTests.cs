using System.Text;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>A backup that somebody made or changed: refused before anything is written, and no district is touched.</summary>
[Trait("Abuse", "D2")]
[Trait("Abuse", "D1")]
public sealed class CraftedArchiveTests : IDisposable
{
    private readonly Keep _keep = new Keep().Made();

    private CraftedArchive Crafted() => new(_keep.Archive);

    [Fact]
    public void One_that_is_put_together_again_as_it_was_restores()
    {
        Crafted().Save(_keep.Archive);
        _keep.Restore().Exit.ShouldBe(CommandLine.Done);
    }

    [Theory]
    [InlineData("../../escaped")]
    [InlineData("/tmp/escaped")]
    [InlineData("..\\escaped")]
    [InlineData("a/../../escaped")]
    [InlineData("a//escaped")]
    [InlineData("./escaped")]
    [InlineData(".hidden")]
    [InlineData("C:\\escaped")]
    [InlineData("a\u202efdp.exe")]
    [InlineData("a/b/c/d/e/f/g/h/i")]
    public void A_file_never_leaves_its_folder(string path)
    {
        Crafted().Entry($"files/{path}", "out"u8.ToArray(), asFile: path).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "outside its folder");
        Directory.EnumerateFiles(_keep.To.Of(), "*escaped*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../../escaped")]
    [InlineData("districts/other/record.db")]
    [InlineData("record.db")]
    [InlineData("tables/")]
    public void An_entry_that_the_manifest_does_not_name_is_refused(string name)
    {
        Crafted().Entry(name, "out"u8.ToArray()).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "not in the manifest");
    }

    [Fact]
    public void A_link_is_refused()
    {
        Crafted().Entry("files/link", "/etc/passwd"u8.ToArray(), unchecked((int)0xA1FF0000), "link").Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "is a link");
    }

    [Fact]
    public void An_entry_that_is_there_twice_is_refused()
    {
        Crafted().Entry("files/photo.jpg", "a photo"u8.ToArray()).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "twice");
    }

    [Fact]
    public void An_archive_of_one_district_is_never_restored_as_another()
    {
        _keep.To.Run("district", "add", "north").Exit.ShouldBe(CommandLine.Done);
        var before = Keep.StateOf(_keep.To, "north");

        _keep.Restore("--district", "north").ShouldBeRefused("backup of district default", "never restored as north");

        Keep.StateOf(_keep.To, "north").ShouldBe(before);
        _keep.To.Folder.Districts.ShouldBe(["north"]);
    }

    [Fact]
    public void Under_another_districts_name_its_id_gives_it_away()
    {
        Crafted().Manifest(one => one with { District = one.District with { Name = "north" } }).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore("--district", "north"), "id is another's");
    }

    [Fact]
    public void Under_another_districts_name_and_id_its_rows_give_it_away()
    {
        Crafted().Manifest(one => one with { District = one.District with { Name = "north", Id = Backup.IdOf("north") } }).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore("--district", "north"), "rows are another district's");
    }

    [Fact]
    public void A_district_that_is_there_is_never_written_over()
    {
        _keep.Restore().Exit.ShouldBe(CommandLine.Done);
        _keep.To.Import(new Imports.ProgramFolder(_keep.To.Of("program")).Set("judgments", "level", "1", "1"), "--apply").Exit.ShouldBe(CommandLine.Done);
        var before = Keep.StateOf(_keep.To);

        _keep.Restore().ShouldBeRefused("There is a district default already", "--data");

        Keep.StateOf(_keep.To).ShouldBe(before);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 1, \"$type\": \"System.Diagnostics.Process, System\"", "cannot be read")]
    [InlineData("\"format\": 1", "\"format\": 1, \"format\": 1", "cannot be read")]
    [InlineData("\"format\": 1", "\"format\": 2", "newer cairn")]
    [InlineData("\"format\": 1", "\"format\": 0", "no such number")]
    [InlineData("\"format\": 1", "\"format\": \"1\"", "cannot be read")]
    [InlineData("\"engine\": \"", "\"engine\": \"x", "no engine")]
    [InlineData("\"schema\": \"0", "\"schema\": \"9", "newer cairn")]
    [InlineData("\"name\": \"default\"", "\"name\": \"../default\"", "no district")]
    [InlineData("\"timeZone\": \"", "\"timeZone\": \"x", "time zone is none")]
    [InlineData("\"files\": [", "\"files\": [null,", "has a hole")]
    [InlineData("\"tables\": [", "\"tables\": null, \"x\": [", "cannot be read")]
    [InlineData("\"judgments\": 5", "\"judgments\": 4", "other facts")]
    [InlineData("{", "[", "cannot be read")]
    public void A_manifest_that_is_none_is_refused(string from, string to, string said)
    {
        Crafted().Json(json => json.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? json[..at] + to + json[(at + from.Length)..] : throw new ArgumentException(from, nameof(from))).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), said);
    }

    [Fact]
    public void A_manifest_of_endless_depth_or_of_an_absurd_length_is_refused()
    {
        Crafted().Json(_ => new string('[', 100_000)).Save(_keep.Archive);
        _keep.ShouldBeRefused(_keep.Restore(), "cannot be read");
    }

    [Fact]
    public void One_byte_that_was_changed_in_a_table_or_a_file_is_named()
    {
        Crafted().Damage("tables/judgments.jsonl", bytes => [.. bytes[..^3], (byte)'7', .. bytes[^2..]]).Save(_keep.Archive);
        _keep.ShouldBeRefused(_keep.Restore(), "tables/judgments.jsonl");

        using var other = new Keep();
        new CraftedArchive(other.Made().Archive).Damage("files/photo.jpg", _ => "A photo"u8.ToArray()).Save(other.Archive);
        other.ShouldBeRefused(other.Restore(), "files/photo.jpg");
    }

    [Fact]
    public void An_entry_that_is_missing_or_longer_is_named()
    {
        Crafted().Without("tables/learners.jsonl").Save(_keep.Archive);
        _keep.ShouldBeRefused(_keep.Restore(), "tables/learners.jsonl");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_goes_off()
    {
        Crafted().Entry("files/bomb", new byte[100 << 20], asFile: "bomb").Save(_keep.Archive);

        new FileInfo(_keep.Archive).Length.ShouldBeLessThan(1 << 20);
        _keep.ShouldBeRefused(_keep.Restore(), "far more would come out");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    public void One_that_was_cut_off_is_no_backup(int left)
    {
        File.WriteAllBytes(_keep.Archive, File.ReadAllBytes(_keep.Archive)[..left]);

        _keep.ShouldBeRefused(_keep.Restore(), "no backup");
    }

    [Fact]
    public void Any_byte_that_is_changed_is_refused_or_changes_nothing()
    {
        var good = File.ReadAllBytes(_keep.Archive);
        var state = Keep.StateOf(_keep.From);
        for (var at = 7; at < good.Length; at += good.Length / 60)
        {
            var bytes = good.ToArray();
            bytes[at] ^= 0x20;
            File.WriteAllBytes(_keep.Archive, bytes);
            var ran = _keep.Restore("--check");
            if (ran.Exit == CommandLine.Done) ran.Json.GetProperty("stateHash").GetString().ShouldBe(state);
            else _keep.ShouldBeRefused(ran);
        }
    }

    [Fact]
    public void A_table_that_the_schema_has_not_is_refused()
    {
        var extra = Encoding.UTF8.GetBytes("[1]\n");
        Crafted().Entry("tables/songs.jsonl", extra).Manifest(one => one with { Tables = [.. one.Tables, new TableState("songs", ["title"], 1, extra.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(extra)))] }).Fitting().Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "other tables");
    }

    [Fact]
    public void A_table_by_the_name_of_a_piece_of_SQL_is_refused()
    {
        Crafted().Manifest(one => one with { Tables = [.. one.Tables.Select(each => each.Name == "terms" ? each with { Columns = ["a\"); DROP TABLE learners; --"] } : each)] }).Fitting().Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), "none could be");
    }

    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "learners", "\"ada\"", "12", "learners" },
        { "learners", "\"Ada\"", "null", "learners" },
        { "head", "[1,", "[\"one\",", "head" },
        { "judgments", "[[\"", "[[\"00", "" },
        { "judgments", "]\n", "]\n[1,2,3]\n", "judgments" },
        { "rules", "\"continuum", "\"continuity", "rules" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_its_table_cannot_hold_is_refused(string table, string from, string to, string said)
    {
        Crafted().Table(table, lines => lines.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? lines[..at] + to + lines[(at + from.Length)..] : throw new ArgumentException($"{from} is not in {lines}", nameof(from))).Save(_keep.Archive);

        _keep.ShouldBeRefused(_keep.Restore(), said);
    }

    [Fact]
    public void Rows_that_point_at_nothing_or_stand_twice_are_refused()
    {
        Crafted().Table("enrollments", lines => lines).Table("learners", lines => lines[(lines.IndexOf('\n', StringComparison.Ordinal) + 1)..]).Save(_keep.Archive);
        _keep.ShouldBeRefused(_keep.Restore());

        using var other = new Keep();
        new CraftedArchive(other.Made().Archive).Table("learners", lines => lines + lines).Save(other.Archive);
        other.ShouldBeRefused(other.Restore(), "learners");
    }

    [Fact]
    public void A_demonstration_takes_no_record()
    {
        Directory.CreateDirectory(_keep.To.Data);
        File.WriteAllText(Path.Combine(_keep.To.Data, "demo.json"), "{}");

        _keep.ShouldBeRefused(_keep.Restore(), "demonstration");
    }

    public void Dispose() => _keep.Dispose();
}
