using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using SkiaSharp;

namespace Cairn.Bench;

/// <summary>
/// Thirty teachers at once over HTTP, each in a room of 30, in a school of 1,200: one key a learner in the grid; or one piece of work with a photograph,
/// judged for five competencies in one request. Twice: without a pause, each request as soon as the one before was answered; and at the pace of
/// people, where a request is timed from the moment it was due, so that a slow answer delays none that comes after it and hides nothing.
/// </summary>
internal static class ClassBench
{
    private const int UsualLearners = 1200;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Paced = TimeSpan.FromSeconds(20);
    private static readonly string[] Codes = ["RD.1", "RD.2", "RD.3", "RD.4", "MA.1"];
    private static readonly byte[] Photo = Photograph();
    private static int _photos;

    public static Task Keys(BenchOptions options, Report report) => Run("grid-keys", options, report, new Deed("one key a request", 30, 1.5, 2, Press));

    public static Task Capture(BenchOptions options, Report report) =>
        Run("capture", options, report, new Deed($"one piece with a photograph of {Photo.Length >> 10} KB, five competencies a request", 10, 5, 8, Send));

    /// <summary>The pages that a room has open all day, each alone and one after the other: what one look at it asks and costs.</summary>
    public static async Task Pages(BenchOptions options, Report report)
    {
        await using var demo = await DemoDistrict.Make(options.Size ?? UsualLearners);
        var (rooms, size) = await ClassRooms.Make(demo);
        var (family, child) = await ClassRooms.Family(demo, [.. rooms.SelectMany(one => one.Learners)]);
        foreach (var (name, token, path) in ((string, string, string)[])[("board", rooms[0].Token, "/board"), ("family", family, "/family"), ("learner", rooms[0].Token, $"/learners/{rooms[0].Learners[0].Value:N}"),
            ("learner, to the family", family, $"/learners/{child.Value:N}")])
        {
            var times = new List<double>();
            var (cpu, clock) = (TimeSpan.Zero, new Stopwatch());
            var cost = await ClassCost.Of(demo, (token, [child]), async (http, _, turn) =>
            {
                var (began, own) = (Stopwatch.GetTimestamp(), Cpu(Process.GetCurrentProcess()));
                clock.Start();
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseContentRead);
                // A teacher of one group is led to its board.
                if (answer.Headers.Location is { } next) (await http.GetAsync(next)).EnsureSuccessStatusCode();
                else answer.EnsureSuccessStatusCode();
                clock.Stop();
                cpu += Cpu(Process.GetCurrentProcess()) - own;
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }, many: 300);
            report.Add([Report.Of($"page, {name}", Report.Engine, times[300..], clock.Elapsed.TotalSeconds / 2, cpu.TotalMilliseconds / 2, $"one reader, alone, in this process; {cost}; {size}; load of the machine {Load()}")]);
        }
    }

    /// <param name="What">What one request is.</param>
    /// <param name="Many">How many a teacher sends in a round without a pause.</param>
    /// <param name="Shortest">Seconds between two of a teacher at the pace of people.</param>
    /// <param name="Longest">The same, at the longest.</param>
    /// <param name="One">Sends one: of a learner, the number of it.</param>
    private sealed record Deed(string What, int Many, double Shortest, double Longest, Func<HttpClient, LearnerId, int, Task> One);

    private static async Task Run(string name, BenchOptions options, Report report, Deed deed)
    {
        await using var demo = await DemoDistrict.Make(options.Size ?? UsualLearners);
        var (rooms, size) = await ClassRooms.Make(demo);
        var cost = await ClassCost.Of(demo, rooms[0], deed.One);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        var site = new Uri(said.GetProperty("url").GetString()!);
        var teachers = rooms.ConvertAll(room => (Http: ClassRooms.As(site, room.Token), room.Learners));
        // Until the program is compiled for good: before that, two thirds of its time are the compiler's.
        for (var (i, clock) = (0, Stopwatch.StartNew()); clock.Elapsed < Warm; i++) await AtOnce(teachers, i, deed);
        var (closed, paced) = (new List<Figure>(), new List<double>());
        for (var i = 0; i < options.Runs; i++) closed.Add(await Watched($"{name}, without a pause", program, () => AtOnce(teachers, i + 3, deed), $"each as soon as the one before was answered; {deed.What}; {size}; {cost}"));
        report.Add(closed);
        var of = await Watched($"{name}, at the pace of people", program, async () =>
        {
            for (var i = 0; i < options.Runs; i++) paced.AddRange(await AtTheirPace(teachers, i + 50, deed));
            return paced;
        }, string.Create(CultureInfo.InvariantCulture, $"each teacher one in {deed.Shortest:0.#}-{deed.Longest:0.#} s, timed from when it was due; {deed.What}; {size}"));
        report.Add([of]);
        foreach (var (http, _) in teachers) http.Dispose();
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static async Task<Figure> Watched(string name, Process program, Func<Task<List<double>>> load, string note)
    {
        var (cpu, own, clock) = (Cpu(program), Cpu(Process.GetCurrentProcess()), Stopwatch.StartNew());
        var times = await load();
        var seconds = clock.Elapsed.TotalSeconds;
        return Report.Of(name, Report.Engine, times, seconds, (Cpu(program) - cpu).TotalMilliseconds, string.Create(CultureInfo.InvariantCulture,
            $"{Report.Durable}; {ClassRooms.Teachers} teachers, {times.Count:N0} requests, {note}; the clients took {(Cpu(Process.GetCurrentProcess()) - own).TotalMilliseconds / times.Count:0.00} ms of the same cores a request; {program.WorkingSet64 >> 20} MB; load of the machine {Load()}"));
    }

    private static async Task<List<double>> AtOnce(List<(HttpClient Http, IReadOnlyList<LearnerId> Learners)> teachers, int turn, Deed deed)
    {
        var all = await Task.WhenAll(teachers.Select(async teacher =>
        {
            var times = new List<double>();
            foreach (var learner in teacher.Learners.Take(deed.Many))
            {
                var begin = Stopwatch.GetTimestamp();
                await deed.One(teacher.Http, learner, turn);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return times;
        }));
        return [.. all.SelectMany(each => each)];
    }

    private static async Task<List<double>> AtTheirPace(List<(HttpClient Http, IReadOnlyList<LearnerId> Learners)> teachers, int turn, Deed deed)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(teachers.Select(async (teacher, number) =>
        {
            var (dice, sent) = (new Random((turn * 1000) + number), new List<Task<double>>());
            var due = TimeSpan.FromSeconds(dice.NextDouble() * deed.Longest);
            for (var n = 0; due < Paced; n++)
            {
                if (due - clock.Elapsed is var left && left > TimeSpan.Zero) await Task.Delay(left);
                // Not waited for: the next is due when it is due.
                sent.Add(From(due, clock, deed.One(teacher.Http, teacher.Learners[n % teacher.Learners.Count], turn)));
                due += TimeSpan.FromSeconds(deed.Shortest + (dice.NextDouble() * (deed.Longest - deed.Shortest)));
            }

            return await Task.WhenAll(sent);
        }));
        return [.. all.SelectMany(each => each)];
    }

    private static async Task<double> From(TimeSpan due, Stopwatch clock, Task one)
    {
        await one;
        return (clock.Elapsed - due).TotalMilliseconds;
    }

    internal static async Task Press(HttpClient http, LearnerId learner, int turn)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"{Guid.CreateVersion7():N}", ["learner"] = $"{learner.Value:N}", ["code"] = Codes[turn % Codes.Length], ["do"] = "level", ["key"] = $"{1 + (turn % 4)}" });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await Post(http, "/grid/judgments", content, HttpStatusCode.OK);
    }

    private static async Task Send(HttpClient http, LearnerId learner, int turn)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in Codes.Select(code => ($"said.{DemoFramework.CompetencyOf(code).Value:N}", $"{1 + (turn % 4)}")).Prepend(("title", $"Piece {turn}")).Prepend(("id", $"{Guid.CreateVersion7():N}")))
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(Another()) { Headers = { ContentType = new("image/jpeg") } }, "file", "photo.jpg");
        await Post(http, $"/learners/{learner.Value:N}/judge", content, HttpStatusCode.Found);
    }

    private static async Task Post(HttpClient http, string path, HttpContent content, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}.");
    }

    // What a phone sends once it has made it smaller.
    private static byte[] Photograph()
    {
        var dice = new Random(5);
        using var picture = new SKBitmap(800, 600);
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++) picture.SetPixel(x, y, new SKColor((byte)((x / 4) + dice.Next(24)), (byte)((y / 3) + dice.Next(24)), 90));
        using var data = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    // Each photograph is another one: a file that is there already would be kept once, and cost nothing.
    private static byte[] Another()
    {
        var (photo, number) = ((byte[])Photo.Clone(), Interlocked.Increment(ref _photos));
        for (var i = 0; i < 4; i++) photo[(photo.Length / 2) + i] = (byte)(1 + ((number >> (i * 6)) & 63));
        photo[(photo.Length / 2) - 1] = photo[(photo.Length / 2) + 4] = 1;
        return photo;
    }

    private static TimeSpan Cpu(Process program)
    {
        program.Refresh();
        return program.TotalProcessorTime;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
}
