using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Cli.Demo;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.Bench;

/// <summary>What a hash costs by either way; a school that signs in at eight (4,000 in ten minutes) with a reader beside it; and all at once.</summary>
internal static class SignInBench
{
    private const int UsualLearners = 400;
    private const int Clients = 16;
    private const string Password = "harbour lantern okapi 41";
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(10) / 4000;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);

    public static async Task Run(BenchOptions options, Report report)
    {
        Hash("hash, Argon2id 19 MiB, 2 passes", () => PasswordHash.Of(Password), options.Runs, report);
        Hash("hash, PBKDF2-HMAC-SHA512 210,000", () => PasswordHash.ByPbkdf2(Password, PasswordHash.Rounds), options.Runs, report);
        await using var demo = await DemoDistrict.Make(options.Size ?? UsualLearners);
        var (logins, learners) = await GiveAccounts(demo);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        var site = new Uri(said.GetProperty("url").GetString()!);
        using var reader = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };
        await reader.GetAsync(new Uri(said.GetProperty("links").EnumerateArray().First(link => link.GetProperty("role").GetString() == "leader").GetProperty("url").GetString()!));
        using var people = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = site };
        await PlanBench.Load(reader, learners, Warm, 1);

        var (alone, beside, paced, crowd) = (new List<Figure>(), new List<Figure>(), new List<Figure>(), new List<Figure>());
        for (var i = 0; i < options.Runs; i++)
        {
            alone.Add(await Watched(program, "page, nobody signing in", () => PlanBench.Load(reader, learners, Round, 1)));
            var reading = PlanBench.Load(reader, learners, Round, 1);
            var (clock, cpu) = (Stopwatch.StartNew(), Cpu(program));
            var signing = await Paced(people, logins);
            paced.Add(Report.Of("sign-in, 4,000 in ten minutes", Report.Engine, signing, clock.Elapsed.TotalSeconds, (Cpu(program) - cpu).TotalMilliseconds, $"{Report.Durable}; one every {Each.TotalMilliseconds:0} ms for {Round.TotalSeconds:0} s; a reader beside it, whose processor time is counted too"));
            beside.Add(Report.Of("page, beside it", Report.Engine, await reading, Round.TotalSeconds, 0, "the page of a learner, one client"));
            crowd.Add(await Watched(program, $"sign-in, {Clients} clients", () => Crowd(people, logins)));
        }

        foreach (var figures in (List<Figure>[])[alone, paced, beside, crowd]) report.Add(figures);
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static void Hash(string name, Func<string> hash, int runs, Report report)
    {
        hash();
        var figures = new List<Figure>();
        for (var i = 0; i < runs; i++)
        {
            var (times, clock, cpu) = (new List<double>(), Stopwatch.StartNew(), Cpu(Process.GetCurrentProcess()));
            for (var n = 0; n < 20; n++)
            {
                var begin = Stopwatch.GetTimestamp();
                hash();
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            figures.Add(Report.Of(name, "no engine", times, clock.Elapsed.TotalSeconds, (Cpu(Process.GetCurrentProcess()) - cpu).TotalMilliseconds, "one thread, 20 passwords a run"));
        }

        report.Add(figures);
    }

    // One hash for all of them: what is measured is how it is looked at.
    private static async Task<(string[] Logins, string[] Pages)> GiveAccounts(DemoDistrict demo)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        var (kept, ids) = (PasswordHash.Of(Password), new List<Guid>());
        using (var db = district.Open()) ids.AddRange(new Scope(db, Actor.Operator, DateOnly.MinValue).Learners.Select(one => one.Id).ToList().Select(one => one.Value));
        await district.Writer.Alone(turn =>
        {
            foreach (var (id, i) in ids.Select((id, i) => (id, i)))
            {
                var account = new Account(Guid.CreateVersion7(), $"learner{i}", turn.Now) { PasswordHash = kept };
                turn.Db.Add(account);
                turn.Db.Add(new AccountPerson(account.Id, ActorKind.Learner, id, turn.Now));
            }

            return true;
        });
        return ([.. ids.Select((_, i) => $"learner{i}")], [.. ids.Take(25).Select(one => Visit.PathOf(new Cairn.Learning.LearnerId(one)))]);
    }

    private static async Task<List<double>> Paced(HttpClient people, string[] logins)
    {
        var (all, begin) = (new List<Task<double>>(), Stopwatch.StartNew());
        using var beat = new PeriodicTimer(Each);
        for (var i = 0; begin.Elapsed < Round && await beat.WaitForNextTickAsync(); i++) all.Add(SignIn(people, logins[i % logins.Length]));
        return [.. await Task.WhenAll(all)];
    }

    private static async Task<List<double>> Crowd(HttpClient people, string[] logins)
    {
        var begin = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var times = new List<double>();
            for (var i = client; begin.Elapsed < Round; i += Clients) times.Add(await SignIn(people, logins[i % logins.Length]));
            return times;
        }));
        return [.. all.SelectMany(one => one)];
    }

    private static async Task<double> SignIn(HttpClient people, string login)
    {
        var begin = Stopwatch.GetTimestamp();
        using var form = new FormUrlEncodedContent([new("name", login), new("password", Password)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = form };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await people.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"{login} was answered {(int)answer.StatusCode}.");
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static async Task<Figure> Watched(Process program, string name, Func<Task<List<double>>> load)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu(program));
        var times = await load();
        return Report.Of(name, Report.Engine, times, clock.Elapsed.TotalSeconds, (Cpu(program) - cpu).TotalMilliseconds, Report.Durable);
    }

    private static TimeSpan Cpu(Process program)
    {
        program.Refresh();
        return program.TotalProcessorTime;
    }
}
