using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cairn.App.Cli.Demo;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>The page of a whole class over HTTP, as who keeps its record opens it: everybody's credit, work and decisions read, audited side by side, counted and drawn by the program in a
/// process of its own. An operation is the whole class. The seniors are a demonstration's high school, all of it put into one class.</summary>
internal static partial class CohortBench
{
    private const int UsualSeniors = 1000;

    // Of fourteen ages five are at the high school; a room of others comes first.
    private const int Ages = 14;
    private const int HighSchoolAges = 5;
    private const int First = 24;

    public static async Task Run(BenchOptions options, Report report)
    {
        var seniors = options.Size ?? UsualSeniors;
        await using var demo = await DemoDistrict.Make(First + (((seniors * Ages) + HighSchoolAges - 1) / HighSchoolAges));
        var (count, year) = await Together(demo, seniors);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(said.GetProperty("url").GetString()!), Timeout = TimeSpan.FromMinutes(5) };
        await http.GetAsync(new Uri(said.GetProperty("links").EnumerateArray().First(link => link.GetProperty("role").GetString() == "registrar").GetProperty("url").GetString()!));
        var path = new Uri($"/diplomas?class={year}", UriKind.Relative);
        // The first of a program that has just started is told apart: most of it is the compiler's.
        var clock = Stopwatch.StartNew();
        await http.GetStringAsync(path);
        var cold = clock.Elapsed.TotalSeconds;
        var runs = new List<Figure>();
        for (var i = 0; i < options.Runs; i++)
        {
            program.Refresh();
            var cpu = program.TotalProcessorTime;
            clock.Restart();
            var page = await http.GetStringAsync(path);
            var seconds = clock.Elapsed.TotalSeconds;
            program.Refresh();
            if (!page.Contains(FormattableString.Invariant($"{count:N0} learners"), StringComparison.Ordinal)) throw new InvalidOperationException($"The page is not that of {count} learners.");
            runs.Add(Report.Of("cohort", Report.Engine, [seconds * 1000], seconds, (program.TotalProcessorTime - cpu).TotalMilliseconds,
                $"{count:N0} seniors: {seconds:0.00} s the whole page, {cold:0.00} s the first after a start; {Title().Match(page).Groups["value"].Value}"));
        }

        report.Add(runs);
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static async Task<(int Count, int Year)> Together(DemoDistrict demo, int most)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        var (count, year) = (0, 0);
        await district.Writer.Alone(turn =>
        {
            var learners = new Scope(turn.Db, Actor.Operator, DateOnly.MinValue).Learners;
            var all = learners.Where(one => one.GraduationYear != null).OrderBy(one => one.GraduationYear).ThenBy(one => one.Username).ToList();
            year = all[0].GraduationYear!.Value;
            foreach (var one in all.Where(one => one.GraduationYear < year + HighSchoolAges).Take(most)) turn.Change(one, each => each.Graduates(year));
            turn.Db.SaveChanges();
            count = learners.Count(one => one.GraduationYear == year);
            return true;
        }, Cairn.App.Cli.Operated.By("bench"));
        return (count, year);
    }

    [GeneratedRegex("<h1>(?<value>[^<]*)</h1>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
