using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cairn.Storage;

/// <summary>
/// Waits until what was written is on the disk, and says so where it is not. The framework's own flush hides a failed fsync on Linux:
/// the platform is called itself, and its answer looked at. A file that is new or renamed is there after a power cut only once its folder
/// was flushed, too.
/// </summary>
public static class DiskFlush
{
    private const int Again = 4;
    private const int ReadOnlyFolder = 0x10000;
    private const int ReadOnlyFolderOfMac = 0x100000;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
    private delegate int OfHandle(int handle);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true, CharSet = CharSet.Ansi)]
    private delegate int OfPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int how);

    // Looked for from the program itself, as SQLite's own are: whoever stands in front of the system's call to try a failure stands in front of both.
    private static readonly Lazy<(OfHandle Sync, OfPath Open, OfHandle Close)> Platform = new(() => (Call<OfHandle>("fsync"), Call<OfPath>("open"), Call<OfHandle>("close")));

    /// <summary>Waits for a file's bytes.</summary>
    /// <param name="file">The open file; what a stream above it holds back is written out first.</param>
    /// <param name="name">What it is called where it fails.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void File(FileStream file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Flush(flushToDisk: OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows()) Sync(Number(file.SafeFileHandle), name);
    }

    /// <summary>Waits for a folder: for the names of files in it. On Windows they are safe with the files.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be opened, or the disk did not take it.</exception>
    public static void Folder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Platform.Value.Open(folder, OperatingSystem.IsMacOS() ? ReadOnlyFolderOfMac : FolderFlag());
        if (handle < 0) throw Failed(folder);
        try
        {
            Sync(handle, folder);
        }
        finally
        {
            _ = Platform.Value.Close(handle);
        }
    }

    /// <summary>Waits for every file and folder below a folder, and for itself.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The disk did not take one of them.</exception>
    public static void Everything(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) File(file, path);
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) Folder(below);
        Folder(folder);
    }

    // O_DIRECTORY has another number on ARM.
    private static int FolderFlag() => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x4000 : ReadOnlyFolder;

    private static void Sync(int handle, string name)
    {
        while (Platform.Value.Sync(handle) != 0)
            if (Marshal.GetLastWin32Error() != Again) throw Failed(name);
    }

    private static IOException Failed(string name)
    {
        var number = Marshal.GetLastWin32Error();
        return new IOException($"'{name}' did not reach the disk: {Marshal.GetPInvokeErrorMessage(number)}", number);
    }

    private static int Number(SafeFileHandle handle) => checked((int)handle.DangerousGetHandle());

    private static T Call<T>(string name)
        where T : Delegate
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), name, out var at)) at = NativeLibrary.GetExport(NativeLibrary.Load("libc"), name);
        return Marshal.GetDelegateForFunctionPointer<T>(at);
    }
}
