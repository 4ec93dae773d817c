using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cairn.House.Tests;

/// <summary>Everything Cairn stands on may be given on under Apache-2.0.</summary>
public sealed partial class Licences
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "PostgreSQL", "Unicode-3.0", "Unicode-DFS-2015", "Unicode-DFS-2016",
    };

    /// <summary>Packages whose licence stands in a file or at an address: what it is, and how that is known.</summary>
    private static readonly Dictionary<string, (string Licence, string Reason)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CommandLineParser"] = ("MIT", "its License.md is the MIT licence; BenchmarkDotNet brings it, for bench only"),
        ["Microsoft.DotNet.PlatformAbstractions"] = ("MIT", "its LICENSE.TXT is the MIT licence of .NET; BenchmarkDotNet brings it, for bench only"),
        ["zxcvbn-core"] = ("MIT", "the licence at its address, of its authors and of Dropbox, is the MIT licence"),
    };

    [Fact]
    public void Every_package_may_be_given_on() =>
        PackageLocks.All.Select(Fault).OfType<string>().ShouldBeNone(
            "use another package, or, where the licence stands in a file or at an address, read it and add it to Licences.Known with the reason.");

    [Fact]
    public void Every_font_has_its_licence_beside_it()
    {
        var folder = Path.Combine(Tree.Root, "src/Cairn.App/wwwroot/fonts");
        var texts = Directory.GetFiles(folder, "OFL-*.txt");
        foreach (var text in texts) File.ReadAllText(text).ShouldContain("SIL OPEN FONT LICENSE Version 1.1", Case.Insensitive, $"{Path.GetFileName(text)}: the whole text of the licence.");
        Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith(".txt", StringComparison.Ordinal))
            .Where(font => !texts.Any(text => font.StartsWith(Path.GetFileNameWithoutExtension(text)["OFL-".Length..], StringComparison.OrdinalIgnoreCase)))
            .Select(font => $"src/Cairn.App/wwwroot/fonts/{font}").ShouldBeNone("put the licence beside the font as OFL-NAME.txt, where the font's file begins with the name.");
    }

    private static string? Fault(LockedPackage package)
    {
        var folder = Path.Combine(Folder(), package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
        var nuspec = Path.Combine(folder, package.Id.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(nuspec)) return $"{package.Id} {package.Version} ({package.LockFile}) is not restored: run dotnet restore Cairn.slnx";
        var licence = XDocument.Load(nuspec).Descendants().FirstOrDefault(one => one.Name.LocalName == "license" && one.Attribute("type")?.Value == "expression")?.Value
            ?? (Known.TryGetValue(package.Id, out var known) ? known.Licence : null);
        if (licence is null) return $"{package.Id} {package.Version} ({package.LockFile}) states no licence expression";
        return IsAllowed(licence) ? null : $"{package.Id} {package.Version} ({package.LockFile}) is under {licence}";
    }

    /// <summary>Of alternatives we choose one that is allowed; of several together all must be.</summary>
    private static bool IsAllowed(string expression) =>
        Or().Split(expression.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal))
            .Any(choice => And().Split(choice).All(one => Allowed.Contains(one.Trim())));

    private static string Folder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex(@"\s+OR\s+", RegexOptions.None, 1000)]
    private static partial Regex Or();

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.None, 1000)]
    private static partial Regex And();
}
