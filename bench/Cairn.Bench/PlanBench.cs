using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Cairn.Bench;

/// <summary>A learner's page with 40 competencies over HTTP, 16 clients on the same cores; the program runs as a process of its own.</summary>
internal static class PlanBench
{
    private const int Clients = 16;
    private const int UsualLearners = 60;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task Run(BenchOptions options, Report report)
    {
        var size = options.Size ?? UsualLearners;
        await using var demo = await DemoDistrict.Make(size);
        using var program = Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        var url = said.GetProperty("url").GetString()!;
        var leader = said.GetProperty("links").EnumerateArray().First(link => link.GetProperty("role").GetString() == "leader").GetProperty("url").GetString()!;
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = Clients };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(url) };
        await http.GetAsync(new Uri(leader));
        var pages = await Pages(http);
        var bytes = (await http.GetByteArrayAsync(new Uri(pages[0], UriKind.Relative))).Length;
        await Load(http, pages, Warm);
        var runs = new List<Figure>();
        for (var i = 0; i < options.Runs; i++)
        {
            program.Refresh();
            var cpu = program.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var times = await Load(http, pages, Round);
            var seconds = clock.Elapsed.TotalSeconds;
            program.Refresh();
            runs.Add(Report.Of("plan", Report.Engine, times, seconds, (program.TotalProcessorTime - cpu).TotalMilliseconds,
                $"{Report.Durable}; {Clients} clients, {size} learners, 40 competencies, {bytes / 1024.0:0.0} KB a page, without ETag or compression; {program.WorkingSet64 >> 20} MB"));
        }

        report.Add(runs);
        program.Kill();
        await program.WaitForExitAsync();
    }

    public static Process Start(DemoDistrict demo)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "cairn")) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var arg in (string[])["serve", "--json", "--urls", "http://127.0.0.1:0", "--data", demo.Folder.Path]) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static async Task<string[]> Pages(HttpClient http)
    {
        var list = await http.GetStringAsync(new Uri("/learners", UriKind.Relative));
        return [.. list.Split('"').Where(part => part.StartsWith("/learners/", StringComparison.Ordinal) && part.Length == "/learners/".Length + 32).Distinct(StringComparer.Ordinal)];
    }

    public static async Task<List<double>> Load(HttpClient http, string[] pages, TimeSpan length, int many = Clients)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var clients = Enumerable.Range(0, many).Select(async client =>
        {
            var times = new List<double>();
            for (var i = client; Stopwatch.GetTimestamp() < until; i += many)
            {
                var begin = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(pages[i % pages.Length], UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return times;
        });
        return [.. (await Task.WhenAll(clients)).SelectMany(times => times)];
    }
}
