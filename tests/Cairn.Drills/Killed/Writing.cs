using System.Diagnostics;
using Cairn.Storage;

namespace Cairn.Drills.Killed;

/// <summary>A process of a drill, as whoever started it sees it: what it printed, and how it ends.</summary>
internal sealed class Writing : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _told = [];
    private readonly Task<List<string>> _lines;
    private readonly Task<string> _troubles;

    private Writing(Process process)
    {
        _process = process;
        _lines = Task.Run(Read);
        _troubles = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What runs this program.</summary>
    public static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? Path.Combine(root, "dotnet") : "dotnet";

    /// <summary>Completes once the process was told of a first write, or ended before.</summary>
    public Task Ready => _ready.Task;

    /// <summary>What it printed so far.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told) return [.. _told];
        }
    }

    /// <summary>Starts this program as another process.</summary>
    public static Writing Start(IEnumerable<string> words, IReadOnlyDictionary<string, string>? variables = null) =>
        StartOther(Dotnet, [typeof(Writing).Assembly.Location, .. words], variables);

    /// <summary>Starts another program, which in the end becomes this one.</summary>
    public static Writing StartOther(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        // What is compiled fast is enough for a process that lives for half a second.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0";
        // What a drill looks at is how a record is made, not how an empty one is copied.
        start.Environment.Remove(DataFolder.FileTemplateVariable);
        return new Writing(Process.Start(start)!);
    }

    /// <summary>Starts a writer of a folder.</summary>
    public static Writing Start(DataFolder folder) => Start(["write", folder.Path]);

    /// <summary>Kills the process with SIGKILL, if it still runs, and tells what it printed before.</summary>
    public async Task<List<string>> Kill()
    {
        // On Unix this is SIGKILL: nothing of the process runs any more.
        _process.Kill();
        return (await End()).Lines;
    }

    /// <summary>Waits for the end; tells what was printed, the exit code, and what was printed as an error.</summary>
    public async Task<(List<string> Lines, int Code, string Troubles)> End()
    {
        var lines = await _lines;
        await _process.WaitForExitAsync();
        return (lines, _process.ExitCode, await _troubles);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<List<string>> Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_told) _told.Add(line);
            if (line.StartsWith("W ", StringComparison.Ordinal)) _ready.TrySetResult();
        }

        _ready.TrySetResult();
        return _told;
    }
}
