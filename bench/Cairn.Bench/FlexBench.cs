using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cairn.Bench;

/// <summary>The whole way of a suggestion over HTTP: three flex times of a leader's day with twelve offers each, 150 learners of all rooms; read, suggested and drawn by the program in a process of its own.</summary>
internal static partial class FlexBench
{
    private const int UsualLearners = 150;
    private const int Offers = 12;
    private const int Asked = 8;
    private static readonly (string From, string Until)[] Times = [("09:00", "09:45"), ("10:00", "10:45"), ("13:00", "13:45")];

    public static async Task Run(BenchOptions options, Report report)
    {
        await using var demo = await DemoDistrict.Make(options.Size ?? UsualLearners);
        using var program = PlanBench.Start(demo);
        var said = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync())!).RootElement;
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(said.GetProperty("url").GetString()!) };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await http.GetAsync(new Uri(said.GetProperty("links").EnumerateArray().First(link => link.GetProperty("role").GetString() == "leader").GetProperty("url").GetString()!));
        var draft = await Slot(http);
        var page = await http.GetStringAsync(draft);
        var runs = new List<Figure>();
        for (var i = 0; i < options.Runs; i++)
        {
            program.Refresh();
            var (cpu, clock, times) = (program.TotalProcessorTime, Stopwatch.StartNew(), new List<double>());
            for (var one = 0; one < Asked; one++)
            {
                var begin = Stopwatch.GetTimestamp();
                await http.GetStringAsync(draft);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            program.Refresh();
            runs.Add(Report.Of("flex", Report.Engine, times, clock.Elapsed.TotalSeconds, (program.TotalProcessorTime - cpu).TotalMilliseconds,
                $"{Seat().Count(page)} seats at {Times.Length} times, of {Rooms().Count(page)} rooms, up to {Offers} offers at each, {page.Length / 1024.0:0.0} KB a page, without compression; {Title().Match(page).Groups["value"].Value}"));
        }

        report.Add(runs);
        program.Kill();
        await program.WaitForExitAsync();
    }

    // Made as a person makes it, by the forms.
    private static async Task<Uri> Slot(HttpClient http)
    {
        var school = Option().Matches(Part(await http.GetStringAsync(new Uri("/flex", UriKind.Relative)), "name=\"school\""))[0].Groups["value"].Value;
        var slots = new List<string>();
        foreach (var (from, until) in Times)
        {
            var slot = await Post(http, "/flex", ("name", "Flex"), ("day", DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("from", from), ("until", until), ("school", school));
            var page = await http.GetStringAsync(new Uri(slot, UriKind.RelativeOrAbsolute));
            var (competencies, educators) = (Option().Matches(Part(page, "name=\"competency\"")), Option().Matches(Part(page, "name=\"educator\"")));
            // Nobody holds two groups at a time: of a school with fewer teachers, each has more seats.
            var many = Math.Min(Offers, educators.Count);
            for (var i = 0; i < many; i++)
                await Post(http, $"{slot}/offers", ("competency", competencies[((i * 3) + slots.Count) % competencies.Count].Groups["value"].Value), ("educator", educators[i % educators.Count].Groups["value"].Value), ("room", $"Room {i + 1}"), ("words", ""), ("least", "4"), ("most", $"{14 * Offers / many}"));
            slots.Add(slot);
        }

        var rooms = Rooms().Matches(await http.GetStringAsync(new Uri($"{slots[0]}/draft", UriKind.Relative))).Select(one => $"group={one.Groups["value"].Value}");
        return new Uri($"{slots[0]}/draft?{string.Join('&', rooms.Concat(slots.Skip(1).Select(one => $"with={one.Split('/')[^1]}")))}", UriKind.Relative);
    }

    private static async Task<string> Post(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    private static string Part(string page, string from) => page[page.IndexOf(from, StringComparison.Ordinal)..] is var rest && rest.IndexOf("</div>", StringComparison.Ordinal) is var end and > 0 ? rest[..end] : page;

    [GeneratedRegex("value=\"(?<value>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("type=\"checkbox\" name=\"group\" value=\"(?<value>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rooms();

    [GeneratedRegex("name=\"at-[0-9a-f]{32}(-[0-9a-f]{32})?\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seat();

    [GeneratedRegex("<h1>(?<value>[^<]*)</h1>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
