using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cairn.Drills.Faults;

/// <summary>What stands between a process and the system (faults.c): compiled when it is needed, loaded before everything else.</summary>
internal sealed class Shim
{
    private readonly string _library;

    private Shim(string library) => _library = library;

    /// <summary>Why there can be no shim on this machine; null where there can.</summary>
    public static string? Hindrance => !OperatingSystem.IsLinux() || !Environment.Is64BitProcess ? "the shim is for Linux on 64 bits" : Compiler is null ? "there is no C compiler (on Debian: apt-get install gcc libc6-dev)" : null;

    private static string? Compiler => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').SelectMany(folder => new[] { Path.Combine(folder, "gcc"), Path.Combine(folder, "cc") }).FirstOrDefault(File.Exists);

    /// <summary>Compiles the shim into a folder.</summary>
    public static Shim Make(string folder)
    {
        var library = Path.Combine(folder, "faults.so");
        var start = new ProcessStartInfo(Compiler!, ["-shared", "-fPIC", "-O2", "-o", library, Path.Combine(AppContext.BaseDirectory, "Faults", "faults.c"), "-ldl", "-lpthread"]) { UseShellExecute = false };
        using var compiling = Process.Start(start)!;
        compiling.WaitForExit();
        return compiling.ExitCode == 0 ? new Shim(library) : throw new InvalidOperationException("The shim could not be compiled; what the compiler says is above.");
    }

    /// <summary>What a process has to be started with.</summary>
    /// <param name="folder">The folder that faults are for; nothing outside it is touched.</param>
    /// <param name="log">Where everything written is logged; null for nowhere.</param>
    /// <param name="isLying">Does the log leave out every flush, as a disk does that lies about them?</param>
    public Dictionary<string, string> For(string folder, string? log = null, bool isLying = false)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["LD_PRELOAD"] = _library, ["CAIRN_FAULTS_FOLDER"] = folder };
        if (log is not null) variables["CAIRN_FAULTS_LOG"] = log;
        if (isLying) variables["CAIRN_FAULTS_LIE"] = "1";
        return variables;
    }

    /// <summary>In a process that has the shim: makes a flush of a file fail, the next one by 1; 0 for none.</summary>
    public static void FailFlush(string name, int number) => Asked<FlushFails>("faults_flush")(name, number);

    /// <summary>In a process that has the shim: says by how many bytes files may still grow; -1 for any number.</summary>
    public static void Leave(long bytes) => Asked<SpaceLeft>("faults_space")(bytes);

    private static T Asked<T>(string name) where T : Delegate =>
        Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(NativeLibrary.Load(Environment.GetEnvironmentVariable("LD_PRELOAD")!), name));

    private delegate void FlushFails([MarshalAs(UnmanagedType.LPUTF8Str)] string name, nint number);

    private delegate void SpaceLeft(long bytes);
}
