using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Running;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Running;

public sealed partial class MeasuresTests(DemoSite demo)
{
    [Fact]
    public async Task Requests_are_counted_by_the_pattern_of_their_route_and_never_by_path()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
        using var teacher = await site.As(demo.Teacher);
        foreach (var learner in demo.Room) await teacher.Get(DemoSite.Home(learner));
        await teacher.Get("/no-such-page-4711");
        await teacher.Send(new HttpMethod("WORD4711"), "/learners");

        var text = (await site.Visitor().Get("/metrics")).Body;
        text.ShouldContain($"cairn_http_requests_total{{method=\"GET\",route=\"/learners/{{id:guid}}\",status=\"200\"}} {demo.Room.Count}\n");
        text.ShouldContain("cairn_http_request_duration_seconds_count{method=\"GET\",route=\"/learners/{id:guid}\"} ");
        text.ShouldContain("{method=\"other\",route=\"");
        text.ShouldNotContain("4711");
        foreach (var learner in demo.Everyone) text.ShouldNotContain($"{learner.Id.Value:N}");
    }

    [Fact]
    public async Task The_text_is_what_Prometheus_reads()
    {
        using var visitor = demo.Site.Visitor();
        await visitor.Get("/");
        var answer = await visitor.Get("/metrics");
        answer.Header("Content-Type").ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        foreach (var line in answer.Body.TrimEnd('\n').Split('\n')) (Sample().IsMatch(line) || Remark().IsMatch(line)).ShouldBeTrue(line);
        var types = Remark().Matches(answer.Body).Select(one => one.Groups["name"].Value).Where(one => one.Length > 0).ToList();
        types.ShouldBeUnique();
        types.ShouldContain("cairn_process_memory_bytes");
    }

    [Fact]
    public void A_histogram_counts_up_to_each_bound_and_ends_with_all()
    {
        using var measures = new Measures(TimeProvider.System);
        foreach (var ms in (int[])[1, 20, 20, 400, 60_000])
        {
            measures.Began();
            measures.Answered("GET", "/", 200, TimeSpan.FromMilliseconds(ms));
        }

        var text = measures.Text();
        foreach (var (bound, count) in ((string, int)[])[("0.005", 1), ("0.025", 3), ("0.25", 3), ("0.5", 4), ("10", 4), ("+Inf", 5)])
            text.ShouldContain($"cairn_http_request_duration_seconds_bucket{{method=\"GET\",route=\"/\",le=\"{bound}\"}} {count}\n");
        text.ShouldContain("cairn_http_requests_open 0\n");
    }

    [Fact]
    public async Task What_the_writer_does_is_measured()
    {
        using var measures = new Measures(TimeProvider.System);
        await using var district = await TestDistrict.With();
        for (var i = 0; i < 3; i++) await district.District.Writer.Alone(_ => i);
        await Should.ThrowAsync<InvalidOperationException>(() => district.District.Writer.Alone<int>(_ => throw new InvalidOperationException("refused")));

        var text = measures.Text();
        Value(text, "cairn_writer_commits_total").ShouldBeGreaterThanOrEqualTo(3);
        Value(text, "cairn_writer_group_size_count").ShouldBeGreaterThanOrEqualTo(3);
        Value(text, "cairn_writer_failures_total").ShouldBeGreaterThanOrEqualTo(1);
        Value(text, "cairn_writer_waiting").ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void The_age_of_the_backup_is_told_once_there_is_one()
    {
        var clock = new TestClock();
        using var measures = new Measures(clock);
        measures.Text().ShouldNotContain("cairn_backup_age_seconds");
        var at = clock.GetUtcNow();
        measures.LastBackup = () => at;
        clock.Pass(TimeSpan.FromHours(2));
        Value(measures.Text(), "cairn_backup_age_seconds").ShouldBe(7200);
    }

    [Fact]
    public void What_would_break_a_line_in_a_label_is_escaped_and_series_have_an_end()
    {
        using var measures = new Measures(TimeProvider.System);
        measures.Refused("a\"b\\c\nd");
        measures.Text().ShouldContain("cairn_refused_requests_total{why=\"a\\\"b\\\\c\\nd\"} 1\n");
        for (var i = 0; i < 10_000; i++) measures.Refused($"made up {i}");
        measures.Text().Split('\n').Length.ShouldBeLessThan(4200);
    }

    [Fact]
    public void Failed_sign_ins_are_counted_by_what_held_them_back()
    {
        using var measures = new Measures(TimeProvider.System);
        measures.SignInFailed(SignInLimit.None);
        measures.SignInFailed(SignInLimit.Account);
        measures.SignInFailed(SignInLimit.Account);
        measures.Text().ShouldContain("cairn_failed_sign_ins_total{limit=\"Account\"} 2\n");
    }

    private static double Value(string text, string name) =>
        double.Parse(text.Split('\n').First(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^cairn_[a-z_]+(\\{([a-z]+=\"([^\"\\\\\n]|\\\\.)*\",?)+\\})? -?[0-9.]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("^# (HELP [a-z_]+ .+|TYPE (?<name>[a-z_]+) (counter|gauge|histogram))$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();
}
