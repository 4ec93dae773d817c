namespace Cairn.Storage.Backups;

/// <summary>A place beside, in the data folder, where something is made before it is moved in whole. What a stopped process left of one is
/// taken away by the next.</summary>
internal sealed class Staging : IDisposable
{
    public const string FolderName = "restoring";

    private const string HeldFile = ".held";

    private readonly FileStream _held;
    private bool _isMoved;

    public Staging(DataFolder folder)
    {
        var all = System.IO.Path.Combine(folder.Path, FolderName);
        DurableFile.MakeOwn(folder.Path);
        DurableFile.MakeOwn(all);
        foreach (var left in Directory.EnumerateDirectories(all)) Sweep(left);
        Path = System.IO.Path.Combine(all, Guid.CreateVersion7().ToString("N"));
        DurableFile.MakeOwn(Path);
        _held = new FileStream(System.IO.Path.Combine(Path, HeldFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The folder. Only its owner may look into it.</summary>
    public string Path { get; }

    /// <summary>Moves a folder of it to its place, in one step, and waits until the disk has it.</summary>
    public void MoveIn(string from, string to)
    {
        DiskFlush.Everything(from);
        DurableFile.MakeOwn(System.IO.Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        _isMoved = true;
        DiskFlush.Folder(System.IO.Path.GetDirectoryName(to)!);
        DiskFlush.Folder(System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(to)!)!);
    }

    /// <summary>Was anything moved to its place?</summary>
    public bool IsMoved => _isMoved;

    public void Dispose()
    {
        _held.Dispose();
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    private static void Sweep(string left)
    {
        try
        {
            // Whoever still works in it holds it.
            var held = System.IO.Path.Combine(left, HeldFile);
            if (File.Exists(held)) new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            else if (Directory.GetCreationTimeUtc(left) > DateTime.UtcNow.AddMinutes(-1)) return;
            Directory.Delete(left, recursive: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // Somebody is in it: it is theirs to take away.
        }
    }
}
