using System.IO.Compression;
using System.Text;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

/// <summary>A password that stood in a roster is nowhere afterwards: not in a table, not in the file, not in what is kept, and not in what was said.</summary>
public sealed class RosterSecretsTests : IDisposable
{
    private const string Secret = "Zq9-Secret";

    private readonly Installation _cairn = new();

    public static TheoryData<string> Slips => ["zoe,active,,true,zoe.z,,Zoe,Zorn,,,z@example.org,,,,09,Zq9-Secret,,,,,,s,", "zoe,active,,true,zoe.z,,Zoe,Zorn,,,z@example.org,,,,,09,Zq9-Secret,,,,,,s,", "zoe,active,,true,zoe.z,,Zoe,Zorn,,,z@example.org,,,09,Zq9-Secret,,,,,,s,"];

    [Theory]
    [MemberData(nameof(Slips))]
    public void Wherever_it_stood_in_its_row_it_is_nowhere_whether_the_row_is_taken_or_refused(string row)
    {
        var said = _cairn.Bring(new RosterBuilder()).GetRawText();
        for (var i = 0; i < 2; i++)
        {
            var ran = _cairn.Roster(_cairn.Put(new RosterBuilder().AddRaw("users.csv", row)), "--apply");
            said += ran.Out + ran.Err;
        }

        _cairn.Count("import_runs").ShouldBeGreaterThan(0);
        said.ShouldNotContain("Zq9");
        said.ShouldNotContain("Hush");
        Everywhere(_cairn).Where(one => one.Text.Contains("Zq9", StringComparison.Ordinal) || one.Text.Contains("Hush", StringComparison.Ordinal)).Select(one => one.Place).ShouldBeEmpty();
    }

    [Fact]
    public void The_search_would_find_it()
    {
        _cairn.Bring(new RosterBuilder().AddRaw("users.csv", $"zoe,active,,true,zoe.z,,{Secret},Zorn,,,z@example.org,,,,09,,,,,,,s,").AddRaw("roles.csv", "r9,active,,zoe,primary,student,,,s,"));

        var found = Everywhere(_cairn).Where(one => one.Text.Contains("Zq9", StringComparison.Ordinal)).Select(one => one.Place).ToList();
        found.ShouldContain("learners.given_name");
        found.ShouldContain("import_runs.content/sheets.json");
        if (!Engines.IsPostgres) found.ShouldContain(one => one.StartsWith("record.db", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_read_is_not_kept_either()
    {
        _cairn.Bring(new RosterBuilder().Set("users.csv", 2, "phone", "555-0100").Set("users.csv", 2, "pronouns", "they").Set("demographics.csv", 2, "sex", "femalesex"));

        foreach (var word in (string[])["555-0100", "femalesex"]) Everywhere(_cairn).ShouldAllBe(one => !one.Text.Contains(word, StringComparison.Ordinal));
    }

    public void Dispose() => _cairn.Dispose();

    /// <summary>Every cell of every table as text, kept archives unpacked, and on a file the file itself.</summary>
    private static List<(string Place, string Text)> Everywhere(Installation cairn)
    {
        var found = new List<(string Place, string Text)>();
        using var db = cairn.Open().Open();
        db.Database.OpenConnection();
        foreach (var table in db.Model.GetEntityTypes().Select(one => one.GetTableName()!).Distinct())
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
                for (var i = 0; i < rows.FieldCount; i++)
                    if (rows[i] is byte[] bytes) found.AddRange(Unpacked($"{table}.{rows.GetName(i)}", bytes));
                    else found.Add(($"{table}.{rows.GetName(i)}", Convert.ToString(rows[i], System.Globalization.CultureInfo.InvariantCulture) ?? ""));
        }

        if (!Engines.IsPostgres)
            foreach (var file in Directory.EnumerateFiles(cairn.Folder.FolderOf(DataFolder.DefaultDistrict))) found.Add((Path.GetFileName(file), Bytes(file)));
        return found;
    }

    private static IEnumerable<(string Place, string Text)> Unpacked(string place, byte[] bytes)
    {
        yield return (place, Encoding.Latin1.GetString(bytes));
        if (!bytes.AsSpan().StartsWith("PK"u8)) yield break;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            yield return ($"{place}/{entry.FullName}", text.ReadToEnd());
        }
    }

    private static string Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(stream, Encoding.Latin1);
        return text.ReadToEnd();
    }
}
