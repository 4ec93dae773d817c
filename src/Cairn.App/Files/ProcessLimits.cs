using System.Runtime.InteropServices;

namespace Cairn.App.Files;

/// <summary>Limits that the system itself holds this process to, from now on: memory, time on the processor, no file written, no crash kept.</summary>
internal static partial class ProcessLimits
{
    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;

    /// <param name="memory">Bytes of memory beside what is taken now.</param>
    /// <param name="seconds">Seconds on the processor.</param>
    public static void Set(long memory, int seconds)
    {
        if (!OperatingSystem.IsLinux()) return;
        Limited(Core, 0);
        Limited(FileSize, 0);
        Limited(Cpu, (ulong)seconds);
        Limited(Data, (ulong)(DataNow() + memory));
    }

    // What counts against that limit is told in kB.
    private static long DataNow() => File.ReadLines("/proc/self/status").Where(line => line.StartsWith("VmData:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.AsSpan(7).Trim(" \tkB"), System.Globalization.CultureInfo.InvariantCulture) << 10).FirstOrDefault();

    private static void Limited(int what, ulong most)
    {
        var limit = new Limit { Soft = most, Hard = most };
        if (SetLimit(what, in limit) != 0) throw new InvalidOperationException($"Limit {what} cannot be set (error {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int what, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
