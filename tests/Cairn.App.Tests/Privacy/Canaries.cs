using System.Text;
using Cairn.App.Tests.Storage;
using Cairn.Storage;

namespace Cairn.App.Tests.Privacy;

/// <summary>Looks for words in everything that a district keeps: the bytes of its files, and every row of every table.</summary>
internal static class Canaries
{
    /// <summary>Where the words still are; nowhere is the answer after an erasure.</summary>
    public static IReadOnlyList<string> Find(TestDistrict district, params string[] words) =>
        [.. words.SelectMany(word => Files(district, word).Concat(Tables(district, word)).Select(where => $"{word} in {where}"))];

    private static IEnumerable<string> Files(TestDistrict district, string word) =>
        from file in Directory.EnumerateFiles(district.Folder.Path, "*", SearchOption.AllDirectories)
        where !file.EndsWith(".lock", StringComparison.Ordinal)
        let bytes = Read(file)
        where Forms(word).Any(form => bytes.AsSpan().IndexOf(form) >= 0)
        select Path.GetFileName(file);

    private static byte[] Read(string file)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    // As text, and as the other encodings that a program might have written it in.
    private static IEnumerable<byte[]> Forms(string word) => [Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word), Encoding.BigEndianUnicode.GetBytes(word)];

    private static IEnumerable<string> Tables(TestDistrict district, string word)
    {
        if (!Engines.IsPostgres) yield break;
        using var db = district.Open();
        foreach (var table in Sql.List(db, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"))
        {
            // Bytes are shown as hexadecimal digits in a row's text.
            var found = Sql.Ask(db, $"SELECT count(*) FROM \"{table}\" AS t WHERE t::text LIKE '%{word}%' OR t::text LIKE '%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))}%'");
            if (found != "0") yield return table;
        }
    }
}
