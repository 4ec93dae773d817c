using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Cairn.Storage;

/// <summary>Brings files and folders to the disk, and says where the disk does not take them. A new or a moved file outlives a power cut
/// only once its folder was flushed, too.</summary>
internal static class Disk
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;
    private const int NotAllowed = 13;
    private const int NotOfThisKind = 22;

    // As the whole process sees it, so that a drill can stand in between.
    private static readonly Lazy<FlushOfSystem> Fsync =
        new(() => Marshal.GetDelegateForFunctionPointer<FlushOfSystem>(NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "fsync")));

    /// <summary>Waits until a file, or the names in a folder, are on the disk.</summary>
    /// <exception cref="IOException">They are not; what the disk holds of them is not known.</exception>
    public static void Flush(string path)
    {
        if (!Directory.Exists(path))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(file);
            else if (Failure(file) is not 0 and var why) throw Failed(path, why);
            return;
        }

        // There a folder's names need no flush of their own.
        if (OperatingSystem.IsWindows()) return;
        using var folder = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly), ownsHandle: true);
        var opening = folder.IsInvalid ? Marshal.GetLastPInvokeError() : Failure(folder);
        // A folder that may be written and not listed cannot be flushed by anybody who may do no more; some file systems flush none.
        if (opening is not (0 or NotAllowed or NotOfThisKind)) throw Failed(path, opening);
    }

    /// <summary>Makes a folder with all that are missing above it; they outlive a power cut.</summary>
    public static void MakeFolder(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(whole)) return;
        var above = Path.GetDirectoryName(whole);
        if (above is not null) MakeFolder(above);
        Directory.CreateDirectory(whole);
        if (above is not null) Flush(above);
    }

    /// <summary>Moves a whole file to its place: it is there whole after a power cut, or not at all.</summary>
    public static void Move(string from, string to)
    {
        Flush(from);
        File.Move(from, to);
        Flush(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    private static IOException Failed(string path, int why) => new($"{path} could not be brought to the disk: {new Win32Exception(why).Message}", why);

    // Not the framework's own flush: that one keeps quiet about a disk that failed.
    private static int Failure(SafeFileHandle handle)
    {
        while (Fsync.Value((int)handle.DangerousGetHandle()) != 0)
            if (Marshal.GetLastPInvokeError() is not Interrupted and var why) return why;
        return 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
    private delegate int FlushOfSystem(int handle);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int how);
}
