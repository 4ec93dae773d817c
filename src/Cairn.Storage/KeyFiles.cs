namespace Cairn.Storage;

/// <summary>Files that hold keys: each is read and written by its owner alone.</summary>
public static class KeyFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The folder of a data folder whose every file is a key, but for public ones (".pub"); others end in ".key".</summary>
    public const string FolderName = "keys";

    /// <summary>Looks whether anybody else may read one.</summary>
    public static CheckupFinding Look(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        List<string> keys = [.. In(folder.Path)];
        if (OperatingSystem.IsWindows()) return new CheckupFinding("keys", true, $"{keys.Count} files", "");
        List<string> open = [];
        foreach (var one in keys)
            if ((File.GetUnixFileMode(one) & Others) is not UnixFileMode.None) open.Add(one);
        // Whoever may look into the folder reads the record without any key.
        if (Directory.Exists(folder.Path) && (File.GetUnixFileMode(folder.Path) & Others) is not UnixFileMode.None)
            return new CheckupFinding("keys", false, $"others of this machine may look into {folder.Path}, where the record and its keys are", $"run: chmod 700 {folder.Path}");
        return new CheckupFinding("keys", open.Count == 0, open.Count == 0 ? $"{keys.Count} files, read by their owner alone" : $"others may read {string.Join(", ", open)}", $"run: chmod 600 {string.Join(' ', open)}; and change the key where others are on this machine");
    }

    private static IEnumerable<string> In(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var own = Path.Combine(folder, FolderName);
        return Directory.EnumerateFiles(folder, "*.key").Concat(Directory.Exists(own) ? Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories).Where(one => !one.EndsWith(".pub", StringComparison.Ordinal)) : []);
    }
}
