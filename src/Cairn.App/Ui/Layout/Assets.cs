using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Cairn.App.Ui.Layout;

/// <summary>The style sheets, modules, icons and fonts inside the binary, and their addresses: <c>assets["css/kit.css"]</c> is <c>/assets/css/kit.css?v=…</c>.</summary>
internal sealed partial class Assets
{
    public const string Root = "/assets/";
    private readonly FrozenDictionary<string, Asset> all;

    public Assets()
    {
        var files = new ManifestEmbeddedFileProvider(typeof(Assets).Assembly, "wwwroot");
        all = Below(files, "/").ToFrozenDictionary(a => a.Path, StringComparer.Ordinal);
    }

    /// <summary>The address of a file of wwwroot. It changes with the file, so browsers may keep it for ever.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string path] => all.TryGetValue(path, out var asset) ? asset.Address : throw new KeyNotFoundException($"No file wwwroot/{path}.");

    public Asset? Find(string path) => all.GetValueOrDefault(path);

    private static IEnumerable<Asset> Below(ManifestEmbeddedFileProvider files, string folder) =>
        files.GetDirectoryContents(folder).SelectMany(f => f.IsDirectory ? Below(files, Join(folder, f.Name)) : [Read(f, Join(folder, f.Name))]);

    private static string Join(string folder, string name) => folder == "/" ? name : $"{folder}/{name}";

    private static Asset Read(IFileInfo file, string path)
    {
        using var stream = file.CreateReadStream();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (path.EndsWith(".css", StringComparison.Ordinal)) bytes = Encoding.UTF8.GetBytes(Remarks().Replace(Encoding.UTF8.GetString(bytes), "\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        // Style sheets name fonts without a version, and a preload must name them alike: a changed font gets a new name instead.
        var address = Asset.IsNamedByStyle(path) ? Root + path : $"{Root}{path}?v={hash}";
        return new Asset(path, address, hash, bytes);
    }

    // Remarks and indentation are for whoever reads the source.
    [GeneratedRegex(@"(/\*.*?\*/|\n)\s*", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Remarks();
}
