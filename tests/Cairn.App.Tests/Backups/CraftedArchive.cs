using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>An archive that somebody who knows its format changed: with hashes that fit again, unless it is told not to.</summary>
internal sealed class CraftedArchive
{
    private readonly List<(string Name, byte[] Bytes, int Attributes)> _entries = [];
    private BackupManifest _manifest;
    private Func<string, string>? _json;

    public CraftedArchive(string good)
    {
        using var zip = ZipFile.OpenRead(good);
        foreach (var entry in zip.Entries.Where(one => one.FullName != "manifest.json"))
        {
            using var from = entry.Open();
            using var bytes = new MemoryStream();
            from.CopyTo(bytes);
            _entries.Add((entry.FullName, bytes.ToArray(), entry.ExternalAttributes));
        }

        using var manifest = zip.GetEntry("manifest.json")!.Open();
        using var json = new MemoryStream();
        manifest.CopyTo(json);
        _manifest = BackupManifest.FromJson(json.ToArray())!;
    }

    /// <summary>Changes a table's lines; hashes, counts and state are made to fit.</summary>
    public CraftedArchive Table(string name, Func<string, string> change)
    {
        var at = _entries.FindIndex(one => one.Name == $"tables/{name}.jsonl");
        var bytes = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(_entries[at].Bytes)));
        _entries[at] = _entries[at] with { Bytes = bytes };
        return Manifest(one =>
        {
            var rows = bytes.Count(each => each == '\n');
            var facts = one.Facts.ToDictionary();
            if (facts.ContainsKey(name)) facts[name] = rows;
            return one with { Facts = facts, Tables = [.. one.Tables.Select(each => each.Name == name ? each with { Bytes = bytes.Length, Rows = rows, Sha256 = Hash(bytes) } : each)] };
        }).Fitting();
    }

    public CraftedArchive Manifest(Func<BackupManifest, BackupManifest> change)
    {
        _manifest = change(_manifest);
        return this;
    }

    /// <summary>Changes the manifest's text.</summary>
    public CraftedArchive Json(Func<string, string> change)
    {
        _json = change;
        return this;
    }

    /// <summary>Makes the state's hash that of the tables.</summary>
    public CraftedArchive Fitting() => Manifest(one => one with { StateHash = RecordState.Of(one.Tables).Hash });

    /// <summary>Adds an entry, and names it in the manifest where it is said by what path.</summary>
    public CraftedArchive Entry(string name, byte[] bytes, int attributes = 0, string? asFile = null)
    {
        _entries.Add((name, bytes, attributes));
        return asFile is null ? this : Manifest(one => one with { Files = [.. one.Files, new BackupFile(asFile, bytes.Length, Hash(bytes))] });
    }

    public CraftedArchive Without(string name)
    {
        _entries.RemoveAll(one => one.Name == name).ShouldBe(1);
        return this;
    }

    /// <summary>Changes bytes of an entry and nothing else.</summary>
    public CraftedArchive Damage(string name, Func<byte[], byte[]> change)
    {
        var at = _entries.FindIndex(one => one.Name == name);
        _entries[at] = _entries[at] with { Bytes = change(_entries[at].Bytes) };
        return this;
    }

    public void Save(string file)
    {
        File.Delete(file);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        var json = Encoding.UTF8.GetString(_manifest.ToJson());
        foreach (var (name, bytes, attributes) in _entries.Append(("manifest.json", Encoding.UTF8.GetBytes(_json?.Invoke(json) ?? json), 0)))
        {
            var entry = zip.CreateEntry(name);
            entry.ExternalAttributes = attributes;
            using var to = entry.Open();
            to.Write(bytes);
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
