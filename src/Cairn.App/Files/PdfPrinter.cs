using System.Diagnostics;

namespace Cairn.App.Files;

/// <summary>
/// Prints a page to a tagged PDF by headless Chromium, where it is installed: a process of its own that is started for one page, with a profile and a folder that
/// are made for it and taken away, without any network, with no variable of ours, killed when it takes longer. The page is handed over as one file whose
/// own policy lets it load nothing.
/// </summary>
internal sealed class PdfPrinter : IDisposable
{
    /// <summary>The variable that names the program; "none" for none.</summary>
    public const string Variable = "CAIRN_CHROMIUM";

    private const int MostBytes = 32 << 20;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome.exe"];

    private readonly SemaphoreSlim _atOnce = new(2);

    /// <summary>For so long one page may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The program; null where there is none.</summary>
    public static string? Program()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said) return File.Exists(said) ? said : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Prints a page; null where there is no program, or it failed or took too long.</summary>
    /// <param name="html">The whole page, with its looks in it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<byte[]?> Print(byte[] html, CancellationToken cancel)
    {
        if (Program() is not { } program) return null;
        await _atOnce.WaitAsync(cancel);
        // Only its owner may look in.
        var folder = Directory.CreateTempSubdirectory("cairn-pdf-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllBytesAsync(page, html, cancel);
            return await Run(program, folder, page, pdf, cancel) && new FileInfo(pdf) is { Exists: true, Length: > 0 and < MostBytes } ? await File.ReadAllBytesAsync(pdf, cancel) : null;
        }
        finally
        {
            _atOnce.Release();
            TakeAway(folder);
        }
    }

    public void Dispose() => _atOnce.Dispose();

    /// <summary>How the program is asked. A page from a file could name other files, or hold scripts: its policy forbids both, and what it says is text.
    /// (To forbid scripts by an argument stops the program's own, which prints.)</summary>
    internal static IReadOnlyList<string> Arguments(string folder, string page, string pdf) =>
    [
        "--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        "--disable-crash-reporter", "--metrics-recording-only", "--mute-audio", "--disable-dev-shm-usage",
        // No name is found and no address is reached.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=socks5://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        // In a container that runs as root there is no sandbox to be had; elsewhere there is.
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [],
        $"--user-data-dir={Path.Combine(folder, "profile")}", "--export-tagged-pdf", "--generate-pdf-document-outline", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
    ];

    private async Task<bool> Run(string program, string folder, string page, string pdf, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var one in Arguments(folder, page, pdf)) start.ArgumentList.Add(one);
        // Connections and keys stand in variables, and a profile of somebody's own in their home.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "LANG" or "SystemRoot")).ToList()) start.Environment.Remove(name);
        start.Environment["HOME"] = start.Environment["XDG_CONFIG_HOME"] = start.Environment["XDG_CACHE_HOME"] = start.Environment["TMPDIR"] = folder;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process that prints did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            process.StandardInput.Close();
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            await said;
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // What it left behind may still be written to for a moment; the folder of all that is of the moment is emptied anyhow.
    private static void TakeAway(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
        }
    }
}
