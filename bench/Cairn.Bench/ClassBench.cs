using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>Thirty teachers at once over HTTP, each in a room of 30: one key a learner in the grid; or one piece of work judged for five competencies in one request. Every request is timed.</summary>
internal static class ClassBench
{
    private const int Teachers = 30;
    private const int Room = 30;
    private static readonly string[] Codes = ["RD.1", "RD.2", "RD.3", "RD.4", "MA.1"];

    public static Task Keys(BenchOptions options, Report report) => Run("grid-keys", options, report, "one key a request", (visitor, learner, turn) => Press(visitor, learner, turn));

    public static Task Capture(BenchOptions options, Report report) => Run("capture", options, report, "one piece, five competencies a request", (visitor, learner, turn) => Send(visitor, learner, turn));

    private static async Task Run(string name, BenchOptions options, Report report, string what, Func<HttpClient, LearnerId, int, Task<double>> one)
    {
        await using var demo = await DemoDistrict.Make(options.Size ?? Teachers * Room);
        var rooms = await GiveTeachers(demo);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        var site = new Uri(said.GetProperty("url").GetString()!);
        var teachers = new List<(HttpClient Http, IReadOnlyList<LearnerId> Learners)>();
        foreach (var (token, learners) in rooms) teachers.Add((As(site, token), learners));
        await Round(teachers, 0, one);
        var runs = new List<Figure>();
        for (var i = 0; i < options.Runs; i++)
        {
            program.Refresh();
            var (cpu, clock) = (program.TotalProcessorTime, Stopwatch.StartNew());
            var times = await Round(teachers, i + 1, one);
            var seconds = clock.Elapsed.TotalSeconds;
            program.Refresh();
            runs.Add(Report.Of(name, Report.Engine, times, seconds, (program.TotalProcessorTime - cpu).TotalMilliseconds, string.Create(CultureInfo.InvariantCulture,
                $"{Report.Durable}; {Teachers} teachers at once with {Room} learners each, {what}, each as soon as the one before was answered; {program.WorkingSet64 >> 20} MB; load of the machine {Load()}")));
        }

        report.Add(runs);
        foreach (var (http, _) in teachers) http.Dispose();
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static async Task<List<double>> Round(List<(HttpClient Http, IReadOnlyList<LearnerId> Learners)> teachers, int turn, Func<HttpClient, LearnerId, int, Task<double>> one)
    {
        var all = await Task.WhenAll(teachers.Select(async teacher =>
        {
            var times = new List<double>();
            foreach (var learner in teacher.Learners) times.Add(await one(teacher.Http, learner, turn));
            return times;
        }));
        return [.. all.SelectMany(each => each)];
    }

    private static async Task<double> Press(HttpClient http, LearnerId learner, int turn)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"{Guid.CreateVersion7():N}", ["learner"] = $"{learner.Value:N}", ["code"] = Codes[turn % Codes.Length], ["do"] = "level", ["key"] = $"{1 + (turn % 4)}" });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Post(http, "/grid/judgments", content, HttpStatusCode.OK);
    }

    private static async Task<double> Send(HttpClient http, LearnerId learner, int turn)
    {
        var fields = new Dictionary<string, string> { ["id"] = $"{Guid.CreateVersion7():N}", ["title"] = $"Piece {turn}" };
        foreach (var code in Codes) fields[$"said.{DemoFramework.CompetencyOf(code).Value:N}"] = $"{1 + (turn % 4)}";
        using var content = new FormUrlEncodedContent(fields);
        return await Post(http, $"/learners/{learner.Value:N}/judge", content, HttpStatusCode.Found);
    }

    private static async Task<double> Post(HttpClient http, string path, HttpContent content, HttpStatusCode expected)
    {
        var begin = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}.");
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static HttpClient As(Uri site, string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"{Sessions.Cookie}={token}");
        return http;
    }

    // Rooms of 30 from whoever is there, each with a teacher of its own who is signed in.
    private static async Task<List<(string Token, IReadOnlyList<LearnerId> Learners)>> GiveTeachers(DemoDistrict demo)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-400);
        List<LearnerId> all;
        using (var db = district.Open()) all = [.. new Scope(db, Actor.Operator, DateOnly.MinValue).Learners.Select(one => one.Id)];
        var rooms = new List<(string, IReadOnlyList<LearnerId>)>();
        await district.Writer.Alone(turn =>
        {
            var school = turn.Db.Organizations.First(one => one.Kind == OrganizationKind.School).Id;
            for (var i = 0; i < Teachers; i++)
            {
                var (educator, group, learners) = (new EducatorId(Guid.CreateVersion7()), new GroupId(Guid.CreateVersion7()), all.Skip(i * Room % Math.Max(1, all.Count - Room + 1)).Take(Room).ToList());
                turn.Db.Add(new Educator(educator, $"bench{i}", $"Teacher {i}", EducatorRole.Teacher));
                turn.Db.Add(new LearningGroup(group, school, $"Bench {i}"));
                turn.Db.Add(new Teaching(educator, group, day, null));
                turn.Db.AddRange(learners.Select(one => new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, group, day, null)));
                var token = Sessions.NewToken();
                turn.Db.Add(new Cairn.Storage.Accounts.SessionRow(Sessions.HashBytes(token), Guid.Empty, ActorKind.Teacher, educator.Value, turn.Now, turn.Now.AddHours(9)));
                rooms.Add((token, learners));
            }

            return turn.Db.SaveChanges();
        });
        return rooms;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
}
