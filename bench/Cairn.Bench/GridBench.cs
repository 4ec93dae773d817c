using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Cairn.Bench;

/// <summary>A class grid of 25 learners and 40 competencies over HTTP, 16 clients on the same cores; then the first page of 5,000 learners, one client: a leader's, who reads, and a teacher's, who judges all of them.</summary>
internal static class GridBench
{
    private const int Clients = 16;
    private const int UsualLearners = 25;
    private const int ManyLearners = 5_000;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task Run(BenchOptions options, Report report)
    {
        await Measure(options.Size ?? UsualLearners, Clients, "grid", options.Runs, report);
        // The many rows are one page for one reader: what counts is when the first cells are there.
        if (options.Size is null) await Measure(ManyLearners, 1, "grid, first page of many", options.Runs, report);
        if (options.Size is null) await Room(ManyLearners, options.Runs, report);
    }

    private static async Task Measure(int learners, int clients, string name, int count, Report report)
    {
        await using var demo = await DemoDistrict.Make(learners);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        var leader = said.GetProperty("links").EnumerateArray().First(link => link.GetProperty("role").GetString() == "leader").GetProperty("url").GetString()!;
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = clients };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(said.GetProperty("url").GetString()!) };
        await http.GetAsync(new Uri(leader));
        var first = Stopwatch.GetTimestamp();
        var raw = await http.GetByteArrayAsync(new Uri("/grid", UriKind.Relative));
        var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        var pressed = await Pressed(http);
        var pages = Enumerable.Repeat("/grid", clients).ToArray();
        await PlanBench.Load(http, pages, Warm, clients);
        var runs = new List<Figure>();
        for (var i = 0; i < count; i++)
            runs.Add(await Watched(name, program, () => PlanBench.Load(http, pages, Round, clients), string.Create(CultureInfo.InvariantCulture,
                $"{Report.Durable}; {clients} clients, {learners:N0} learners, 40 competencies, {raw.Length / 1024.0:0.0} KB a page, {pressed / 1024.0:0.0} KB by Brotli, without ETag or compression; the very first page {cold:0} ms")));
        report.Add(runs);
        program.Kill();
        await program.WaitForExitAsync();
    }

    // A teacher of everybody: the first page, and a key on each of the last rows.
    private static async Task Room(int learners, int count, Report report)
    {
        await using var demo = await DemoDistrict.Make(learners);
        var (token, all) = await ClassRooms.OfAll(demo);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        using var http = ClassRooms.As(new Uri(said.GetProperty("url").GetString()!), token);
        var first = Stopwatch.GetTimestamp();
        var page = await http.GetStringAsync(new Uri("/grid", UriKind.Relative));
        var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        if (!page.Contains("data-judge", StringComparison.Ordinal)) throw new InvalidOperationException("The teacher of all may judge nobody.");
        foreach (var learner in all.Take(100)) await ClassBench.Press(http, learner, 1);
        await PlanBench.Load(http, ["/grid"], Warm, 1);
        var (pages, keys) = (new List<Figure>(), new List<Figure>());
        var note = string.Create(CultureInfo.InvariantCulture, $"{Report.Durable}; one teacher, one room of {learners:N0}, judging");
        for (var i = 0; i < count; i++)
        {
            pages.Add(await Watched("grid, a room of many", program, () => PlanBench.Load(http, ["/grid"], Round, 1), string.Create(CultureInfo.InvariantCulture, $"{note}; {page.Length / 1024.0:0.0} KB a page; the very first page {cold:0} ms")));
            keys.Add(await Watched("grid, a key in a room of many", program, async () =>
            {
                var times = new List<double>();
                foreach (var learner in all.TakeLast(100))
                {
                    var begin = Stopwatch.GetTimestamp();
                    await ClassBench.Press(http, learner, i + 2);
                    times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                }

                return times;
            }, note));
        }

        report.Add(pages);
        report.Add(keys);
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static async Task<Figure> Watched(string name, Process program, Func<Task<List<double>>> load, string note)
    {
        program.Refresh();
        var (cpu, clock) = (program.TotalProcessorTime, Stopwatch.StartNew());
        var times = await load();
        program.Refresh();
        return Report.Of(name, Report.Engine, times, clock.Elapsed.TotalSeconds, (program.TotalProcessorTime - cpu).TotalMilliseconds, $"{note}; {program.WorkingSet64 >> 20} MB");
    }

    private static async Task<int> Pressed(HttpClient http)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri("/grid", UriKind.Relative));
        ask.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(ask);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }
}
