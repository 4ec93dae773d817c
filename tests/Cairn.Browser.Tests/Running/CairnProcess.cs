using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Cairn.Browser.Tests.Running;

/// <summary>The real program in a process of its own, asked for its demonstration over a folder of its own.</summary>
internal sealed class CairnProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();
    private readonly string _folder;

    private CairnProcess(Process process, string folder)
    {
        (_process, _folder) = (process, folder);
        process.ErrorDataReceived += (_, line) => { lock (_complaints) _complaints.AppendLine(line.Data); };
        process.BeginErrorReadLine();
    }

    /// <summary>Where it answers.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The ways in that it said, in its order.</summary>
    public IReadOnlyList<WayIn> Ways { get; private set; } = [];

    /// <summary>The link of its first run; null where there is a district.</summary>
    public string? FirstRun { get; private set; }

    /// <summary>What it wrote to standard error.</summary>
    public string Complaints
    {
        get { lock (_complaints) return _complaints.ToString(); }
    }

    /// <param name="learners">How many learners it makes.</param>
    /// <param name="invented">May a browser ask for an invented language?</param>
    public static async Task<CairnProcess> Demo(int learners, bool invented = false)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-browser-").FullName;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cairn.exe" : "cairn"))
        {
            ArgumentList = { "demo", "--json", "--urls", "http://127.0.0.1:0", "--data", folder, "--learners", $"{learners}" },
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (invented) start.Environment["CAIRN_PSEUDO"] = "1";
        else start.Environment.Remove("CAIRN_PSEUDO");
        var cairn = new CairnProcess(Process.Start(start)!, folder);
        try
        {
            await cairn.HearWhere();
            return cairn;
        }
        catch
        {
            await cairn.DisposeAsync();
            throw;
        }
    }

    /// <summary>The real program over a folder that is no demonstration; it is deleted at the end.</summary>
    public static async Task<CairnProcess> Serve(string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cairn.exe" : "cairn"))
        {
            ArgumentList = { "serve", "--json", "--urls", "http://127.0.0.1:0", "--data", folder }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var cairn = new CairnProcess(Process.Start(start)!, folder);
        try
        {
            await cairn.HearWhere();
            return cairn;
        }
        catch
        {
            await cairn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as a service manager does; says how it ended and what it wrote after its first line.</summary>
    public async Task<(int Code, string After)> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        var rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, rest);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task HearWhere()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException($"cairn demo said nothing. {Complaints}");
        var said = JsonDocument.Parse(line).RootElement;
        Url = new Uri(said.GetProperty("url").GetString()!);
        FirstRun = said.TryGetProperty("firstRun", out var first) ? first.GetString() : null;
        Ways = [.. said.GetProperty("links").EnumerateArray().Select(one => new WayIn(
            one.GetProperty("role").GetString()!, one.GetProperty("name").GetString()!, one.GetProperty("where").GetString()!, one.GetProperty("url").GetString()!))];
    }
}

/// <summary>A sign-in link as the program says it.</summary>
internal sealed record WayIn(string Role, string Name, string Where, string Url);
