using System.Text.Json;
using System.Xml.Linq;

namespace Cairn.House.Tests;

/// <summary>One package as a lock file pins it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="LockFile">The first lock file that names it.</param>
internal sealed record LockedPackage(string Id, string Version, string LockFile);

/// <summary>What the projects stand on, as pinned.</summary>
internal static class PackageLocks
{
    /// <summary>Names of packages with a central version.</summary>
    public static IReadOnlyList<string> Central { get; } =
        [.. XDocument.Parse(Tree.Find("Directory.Packages.props").Text).Descendants("PackageVersion").Select(one => one.Attribute("Include")!.Value)];

    /// <summary>Every package of every lock file, direct or not, once a version.</summary>
    public static IReadOnlyList<LockedPackage> All { get; } =
        [.. Tree.EndingIn("packages.lock.json").SelectMany(Read).DistinctBy(one => (one.Id.ToUpperInvariant(), one.Version))];

    private static IEnumerable<LockedPackage> Read(TreeFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return [.. from framework in json.RootElement.GetProperty("dependencies").EnumerateObject()
                   from package in framework.Value.EnumerateObject()
                   where package.Value.GetProperty("type").GetString() != "Project"
                   select new LockedPackage(package.Name, package.Value.GetProperty("resolved").GetString()!, file.Path)];
    }
}
