using System.Diagnostics;

namespace Cairn.App.Tests.Backups;

/// <summary>Cairn as a process of its own.</summary>
internal static class Child
{
    /// <summary>Runs a verb to its end, with variables of its own.</summary>
    public static (int Exit, string Out, string Err) Run(IReadOnlyDictionary<string, string?> variables, params string[] args)
    {
        using var cairn = Start(variables, args);
        var (told, wrong) = (cairn.StandardOutput.ReadToEndAsync(), cairn.StandardError.ReadToEndAsync());
        cairn.WaitForExit();
        return (cairn.ExitCode, told.GetAwaiter().GetResult(), wrong.GetAwaiter().GetResult());
    }

    /// <summary>Runs a verb, and kills it (-9) after a while, unless it ended before.</summary>
    public static void Kill(TimeSpan after, params string[] args)
    {
        using var cairn = Start(new Dictionary<string, string?>(StringComparer.Ordinal), args);
        _ = cairn.StandardOutput.ReadToEndAsync();
        _ = cairn.StandardError.ReadToEndAsync();
        if (!cairn.WaitForExit(after)) cairn.Kill();
        cairn.WaitForExit();
    }

    private static Process Start(IReadOnlyDictionary<string, string?> variables, string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cairn.exe" : "cairn"), args) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
