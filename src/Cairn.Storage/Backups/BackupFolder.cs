using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Storage.Backups;

/// <summary>Where backups stand, and what they are called: <c>backups/</c> of the data folder, which may be a link to another disk.</summary>
public sealed partial class BackupFolder(DataFolder folder)
{
    /// <summary>The folder's name in the data folder.</summary>
    public const string FolderName = "backups";

    /// <summary>How a backup's file ends.</summary>
    public const string Ending = ".cairn";

    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The folder, whole.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder.Path, FolderName);

    /// <summary>What a backup of a district made at a moment is called.</summary>
    /// <param name="district">The district.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="isNightly">Was it made by the clock? Only such a one is ever deleted by it.</param>
    public static string NameOf(string district, DateTime at, bool isNightly = false) =>
        $"{district}-{at.ToString(Moment, CultureInfo.InvariantCulture)}{(isNightly ? ".nightly" : "")}{Ending}";

    /// <summary>The nightly backups of a district, by when they were made, oldest first.</summary>
    public IReadOnlyList<(string File, DateTime At)> Nightly(string district)
    {
        if (!Directory.Exists(Path)) return [];
        return
        [
            .. Directory.EnumerateFiles(Path).Select(file => (file, Name: NightlyName().Match(System.IO.Path.GetFileName(file))))
                .Where(one => one.Name.Success && one.Name.Groups["district"].Value == district)
                .Select(one => (one.file, At: DateTime.TryParseExact(one.Name.Groups["at"].Value, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTime?)null))
                .Where(one => one.At is not null).Select(one => (one.file, one.At!.Value)).OrderBy(one => one.Value),
        ];
    }

    /// <summary>Makes the folder where it is not there; only its owner may look into it.</summary>
    public string Made()
    {
        if (Directory.Exists(Path)) return Path;
        DurableFile.MakeOwn(Path);
        return Path;
    }

    /// <summary>What the last nightly backup of a district came to.</summary>
    public BackupStatus? Status(string district) => BackupStatus.Read(StatusFile(district));

    /// <summary>The small file that says so.</summary>
    public string StatusFile(string district) => System.IO.Path.Combine(Path, $"{district}.status.json");

    // A district's name may hold hyphens: the moment is what stands at the end.
    [GeneratedRegex(@"^(?<district>[a-z0-9][a-z0-9-]{0,62})-(?<at>\d{8}T\d{6}Z)\.nightly\.cairn$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex NightlyName();
}
