using System.Diagnostics;
using System.Globalization;
using Cairn.Learning.Evidence;

namespace Cairn.App.Files;

/// <summary>
/// Small pictures, each drawn by a process that is started for it and knows nothing but the picture: no folder, no variable, limited
/// memory and time, killed when it takes longer. What cannot be drawn has no small picture, and nothing else happens.
/// </summary>
internal sealed class Thumbnails : IDisposable
{
    /// <summary>The verb that draws; nobody is told of it.</summary>
    public const string Verb = "draw-thumbnail";

    private const int MostOut = 8 << 20;

    private readonly SemaphoreSlim _atOnce = new(2);

    /// <summary>For so long one may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Draws a picture; null for what is no picture, is too large, or took too long.</summary>
    /// <param name="picture">The file.</param>
    /// <param name="side">The longer side of what is drawn, in dots.</param>
    /// <param name="hidden">Parts that nobody recognises anything in; none where null.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Thumbnail?> Draw(Stream picture, int side, IReadOnlyList<FaceBox>? hidden = null, CancellationToken cancel = default)
    {
        await _atOnce.WaitAsync(cancel);
        try
        {
            return await Started(picture, side, hidden ?? [], cancel);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<Thumbnail?> Started(Stream picture, int side, IReadOnlyList<FaceBox> hidden, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Program()) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(side.ToString(CultureInfo.InvariantCulture));
        foreach (var one in hidden) start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"{one.Left},{one.Top},{one.Width},{one.Height}"));
        // Connections and keys stand in variables.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "DOTNET_ROOT" or "HOME" or "TMPDIR" or "TEMP" or "LANG")).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process that draws did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            var talking = process.StandardError.ReadToEndAsync(limit.Token);
            var sending = Send(picture, process.StandardInput.BaseStream, limit.Token);
            var drawn = await Take(process.StandardOutput.BaseStream, limit.Token);
            await sending;
            await talking;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && drawn is { Length: > 4 } ? new Thumbnail(drawn[0] == 0xFF ? "image/jpeg" : "image/png", drawn) : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // It may have seen enough, and closed.
    private static async Task Send(Stream picture, Stream to, CancellationToken cancel)
    {
        try
        {
            await picture.CopyToAsync(to, cancel);
            await to.DisposeAsync();
        }
        catch (IOException)
        {
        }
    }

    private static async Task<byte[]?> Take(Stream from, CancellationToken cancel)
    {
        var all = new MemoryStream();
        var part = new byte[16 << 10];
        while (await from.ReadAsync(part, cancel) is > 0 and var read)
        {
            if (all.Length + read > MostOut) return null;
            all.Write(part, 0, read);
        }

        return all.ToArray();
    }

    // This program itself, also where another one, such as a test, has it in its folder.
    private static string Program()
    {
        var name = OperatingSystem.IsWindows() ? "cairn.exe" : "cairn";
        return Path.GetFileName(Environment.ProcessPath) == name ? Environment.ProcessPath! : Path.Combine(AppContext.BaseDirectory, name);
    }
}
