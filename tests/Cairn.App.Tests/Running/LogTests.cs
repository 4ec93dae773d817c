using System.Text.Json;
using Cairn.App.Running;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Cairn.App.Tests.Running;

public sealed class LogTests(DemoSite demo)
{
    [Fact]
    public async Task In_json_each_request_is_a_line_with_what_whoever_is_on_call_needs()
    {
        using var log = new StringWriter();
        await using (var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, options: new SiteOptions { Log = LogFormat.Json, LogTo = log }))
        {
            using var teacher = await site.As(demo.Teacher);
            await teacher.Get(DemoSite.Home(demo.Own));
        }

        var line = Lines(log).Single(one => one.GetProperty("route").GetString() == "/learners/{id:guid}");
        line.GetProperty("level").GetString().ShouldBe("information");
        line.GetProperty("category").GetString().ShouldBe("Cairn.Requests");
        line.GetProperty("message").GetString().ShouldBe("answered");
        line.GetProperty("method").GetString().ShouldBe("GET");
        line.GetProperty("status").GetInt32().ShouldBe(200);
        line.GetProperty("ms").GetDouble().ShouldBeGreaterThan(0);
        line.GetProperty("trace").GetString()!.Length.ShouldBe(32);
        line.GetProperty("request").GetString().ShouldNotBeEmpty();
        DateTimeOffset.Parse(line.GetProperty("time").GetString()!, System.Globalization.CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.Zero);
        line.EnumerateObject().Select(one => one.Name).ShouldBe(["time", "level", "category", "message", "trace", "request", "method", "route", "status", "ms"]);
    }

    [Fact]
    public async Task What_breaks_is_logged_by_its_type_and_place_on_the_route_it_broke_on()
    {
        using var log = new StringWriter();
        await using (var site = await RunningSite.Start(demo.Folder.Data, demo.District, also: Broken, options: new SiteOptions { Log = LogFormat.Json, LogTo = log }))
        {
            using var visitor = site.Visitor();
            await visitor.Get("/broken/for/ada", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        }

        var fault = Lines(log).Single(one => one.GetProperty("level").GetString() == "error");
        fault.GetProperty("route").GetString().ShouldBe("/broken/for/{who}");
        fault.GetProperty("trace").GetString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        fault.GetProperty("faults")[0].GetProperty("type").GetString().ShouldBe("System.InvalidOperationException");
        fault.GetProperty("faults")[1].GetProperty("type").GetString().ShouldBe("System.FormatException");
        fault.GetProperty("faults")[0].GetProperty("at")[0].GetString()!.ShouldContain(nameof(LogTests));
        Lines(log).Single(one => one.GetProperty("message").GetString() == "answered").GetProperty("route").GetString().ShouldBe("/broken/for/{who}");
        log.ToString().ShouldNotContain("ada");
    }

    [Fact]
    public async Task As_text_nothing_is_said_while_all_is_well_and_a_fault_is_one_line()
    {
        using var log = new StringWriter();
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, also: Broken, options: new SiteOptions { LogTo = log });
        using var visitor = site.Visitor();
        await visitor.Get("/");
        log.ToString().ShouldBeEmpty();

        await visitor.Get("/broken/for/ada");
        var line = log.ToString().TrimEnd().Split('\n').ShouldHaveSingleItem();
        line.ShouldContain(" error ");
        line.ShouldContain(" route=/broken/for/{who}");
        line.ShouldContain("System.InvalidOperationException < ");
    }

    [Theory]
    [Trait("Abuse", "X7")]
    [InlineData(LogFormatName.Json)]
    [InlineData(LogFormatName.Text)]
    public void What_would_begin_another_line_or_steer_a_terminal_is_written_as_its_number(string format)
    {
        using var to = new StringWriter();
        const string evil = "a\r\n{\"level\":\"forged\"}\u001b[2J\u0085\u2028\u202Eb\0\u009b31m";
        new Log(Enum.Parse<LogFormat>(format), to).Write(new LogLine(DateTimeOffset.UnixEpoch, LogLevel.Error, evil, evil) { Route = evil, Method = evil, Request = evil, Event = evil, Faults = [new LogFault(evil, [evil])] });
        var text = to.ToString();
        text.TrimEnd('\r', '\n').All(one => one is >= ' ' and < '\u007f').ShouldBeTrue(text);
        text.Count(one => one == '\n').ShouldBe(1);
        if (format == LogFormatName.Json) JsonDocument.Parse(text).RootElement.GetProperty("message").GetString().ShouldBe(evil);
    }

    [Fact]
    [Trait("Abuse", "X7")]
    public void Of_a_message_the_template_is_logged_and_of_one_that_was_put_together_nothing()
    {
        using var to = new StringWriter();
        using var provider = new LogProvider(new Log(LogFormat.Json, to), TimeProvider.System);
        var logger = provider.CreateLogger("Test");
        logger.LogWarning("Could not read {File} of {Who}", "ada.csv", "Ada Lovelace");
        logger.Log(LogLevel.Error, default, "Ada Lovelace", new InvalidOperationException("Ada Lovelace", new IOException("ada.csv")), (state, _) => state);
        logger.LogInformation("quiet");
        using (logger.BeginScope("Ada Lovelace")) logger.LogWarning("in a scope");

        var lines = Lines(to);
        lines.Select(one => one.GetProperty("message").GetString()).ShouldBe(["Could not read {File} of {Who}", "(no template)", "in a scope"]);
        to.ToString().ShouldNotContain("ada", Case.Insensitive);
    }

    [Fact]
    public void An_exception_that_holds_itself_and_a_reader_who_is_gone_end_nothing()
    {
        var deep = Enumerable.Range(0, 100).Aggregate(new InvalidOperationException(), (inner, _) => new InvalidOperationException("", inner));
        LogFault.Of(deep).Count.ShouldBe(8);
        var closed = new StringWriter();
        closed.Dispose();
        Should.NotThrow(() => new Log(LogFormat.Text, closed).Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "c", "m")));
    }

    private static void Broken(WebApplication app) => app.MapGet("/broken/for/{who}", string (string who) => throw new InvalidOperationException($"no {who}", new FormatException(who)));

    private static List<JsonElement> Lines(StringWriter log) =>
        [.. log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Where(one => one.GetProperty("category").GetString() != "Microsoft.Hosting.Lifetime")];

    private static class LogFormatName
    {
        public const string Json = nameof(LogFormat.Json);
        public const string Text = nameof(LogFormat.Text);
    }
}
