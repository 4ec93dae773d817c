using System.Text.RegularExpressions;

namespace Cairn.Storage;

/// <summary>
/// The folder that holds everything of an installation: <c>districts/NAME/record.db</c> a district, and a mark where it is
/// a demonstration. Nothing outside it is ever written.
/// </summary>
public sealed partial class DataFolder(string path)
{
    private const string MarkFile = "demo.json";

    /// <summary>The name of the district that is made where none is named.</summary>
    public const string DefaultDistrict = "default";

    /// <summary>The folder, whole.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Is there nothing in it, or no folder at all? A district that was never finished is nothing.</summary>
    public bool IsEmpty => !Directory.Exists(Path) || (Districts.Count == 0 && Directory.EnumerateFileSystemEntries(Path).All(one => one == DistrictsPath));

    /// <summary>Is it marked as a demonstration? Only then are there sign-in links without a password.</summary>
    public bool IsDemo => File.Exists(System.IO.Path.Combine(Path, MarkFile));

    /// <summary>What the mark says; null where there is none.</summary>
    public string? Mark => IsDemo ? File.ReadAllText(System.IO.Path.Combine(Path, MarkFile)) : null;

    /// <summary>The districts, by name.</summary>
    public IReadOnlyList<string> Districts => !Directory.Exists(DistrictsPath) ? [] :
        [.. Directory.EnumerateDirectories(DistrictsPath).Where(one => File.Exists(System.IO.Path.Combine(one, District.FileName)))
            .Select(one => System.IO.Path.GetFileName(one)).Order(StringComparer.Ordinal)];

    private string DistrictsPath => System.IO.Path.Combine(Path, "districts");

    /// <summary>May a district have this name? Lower-case letters, digits and hyphens, 1 to 63.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The folder of a district.</summary>
    public string FolderOf(string district) => System.IO.Path.Combine(DistrictsPath, district);

    /// <summary>Marks the folder as a demonstration.</summary>
    public void SetMark(string mark)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, MarkFile), mark);
    }

    /// <summary>Deletes the folder; a marked one only.</summary>
    public void DeleteDemo()
    {
        if (!IsDemo) throw new InvalidOperationException("Only a demonstration is ever deleted.");
        Directory.Delete(Path, recursive: true);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
