using System.Net;

namespace Cairn.App.Tests.Web;

public sealed class OddInputTests(DemoSite demo)
{
    [Theory]
    [InlineData("/workshop/new", "title=%00")]
    [InlineData("/imports/roles/00000000000000000000000000000001", "decision=%00")]
    [InlineData("/language", "language=%00")]
    public async Task A_form_that_cannot_be_read_is_refused_as_such(string path, string body)
    {
        using var leader = await demo.Site.As(demo.Leader);
        var answer = await leader.Send(path, body, "application/x-www-form-urlencoded");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("That could not be read");
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=99999999999")]
    [InlineData("page=2147483647")]
    [InlineData("page=abc")]
    [InlineData("page=1&page=2")]
    [InlineData("page=%00")]
    [InlineData("page=1e9")]
    [InlineData("group=abc")]
    [InlineData("group=%27%20OR%201=1--")]
    [InlineData("group=00000000-0000-0000-0000-000000000000")]
    [InlineData("q=")]
    [InlineData("q=%20%20")]
    [InlineData("q=%00")]
    [InlineData("unknown=1&levels=4")]
    public async Task The_list_takes_any_page_and_room_and_shows_what_there_is(string query)
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get($"/learners?{query}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain(DemoSite.Home(demo.Own));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("____")]
    [InlineData("%%")]
    [InlineData("\\")]
    [InlineData("\\%")]
    [InlineData("' OR '1'='1")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("?")]
    [InlineData("[a-z]")]
    [InlineData("😀")]
    public async Task A_search_means_what_is_typed_letter_for_letter(string q)
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get($"/learners?q={Uri.EscapeDataString(q)}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        demo.Everyone.ShouldAllBe(one => !page.Body.Contains(DemoSite.Home(one), StringComparison.Ordinal));
        page.Body.ShouldContain("Show everybody");
    }

    [Fact]
    public async Task A_search_finds_by_part_of_a_name_whatever_its_case()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var q in (string[])[demo.Own.GivenName.ToLowerInvariant(), demo.Own.Username.ToUpperInvariant(), $"  {demo.Own.GivenName}   {demo.Own.FamilyName} ", demo.Own.GivenName[1..]])
            (await teacher.Get($"/learners?q={Uri.EscapeDataString(q)}")).Body.ShouldContain(DemoSite.Home(demo.Own), customMessage: q);
    }

    [Fact]
    public async Task A_very_long_search_is_cut_or_refused_and_breaks_nothing()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var cut = await teacher.Get($"/learners?q={new string('a', 7000)}");
        cut.Status.ShouldBe(HttpStatusCode.OK);
        cut.Body.ShouldNotContain(new string('a', 101));
        (await teacher.Get($"/learners?q={string.Join('+', Enumerable.Repeat("a", 3000))}")).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.Get($"/learners?q={new string('a', 20_000)}")).Status.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task What_is_searched_for_is_shown_as_text()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get($"/learners?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}");
        page.Body.ShouldNotContain("<script>alert");
        page.Body.ShouldContain("&lt;script&gt;");
    }

    [Theory]
    [InlineData("stage=abc", HttpStatusCode.OK)]
    [InlineData("stage=", HttpStatusCode.OK)]
    [InlineData("stage=-1", HttpStatusCode.OK)]
    [InlineData("stage=99999999999", HttpStatusCode.OK)]
    [InlineData("stage=250", HttpStatusCode.NotFound)]
    [InlineData("stage=2147483647", HttpStatusCode.NotFound)]
    [InlineData("shownBy=2026-13-40", HttpStatusCode.OK)]
    [InlineData("shownBy=yesterday", HttpStatusCode.OK)]
    [InlineData("shownBy=9999-12-31", HttpStatusCode.OK)]
    [InlineData("shownBy=0001-01-01", HttpStatusCode.OK)]
    [InlineData("knownBy=2020-01-01", HttpStatusCode.OK)]
    public async Task A_competency_takes_any_stage_and_day(string query, HttpStatusCode expected)
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        (await self.Get($"{DemoSite.Competency(demo.Own)}?{query}")).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task A_day_in_the_past_shows_what_had_been_shown_by_then()
    {
        var learner = demo.Room[9];
        using var self = await demo.Site.As(DemoSite.Self(learner));
        var stage = demo.StageOf(learner, "RD.1");
        await demo.District.Writer.Record(NewFacts.Judged(learner.Id, stage: stage, title: "Shown this morning"));
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-2);
        (await self.Get(DemoSite.Competency(learner))).Body.ShouldContain("Shown this morning");
        var then = await self.Get($"{DemoSite.Competency(learner)}?stage={stage}&shownBy={yesterday:yyyy-MM-dd}");
        then.Body.ShouldContain("As shown by");
        then.Body.ShouldNotContain("Shown this morning");
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {300}\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n")]
    public async Task A_host_that_makes_no_address_is_refused(string request)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(demo.Site.Url.Host, demo.Site.Url.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request.Replace("{300}", new string('a', 300), StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!.ShouldContain(" 400 ");
    }

    [Theory]
    [InlineData("NO.SUCH")]
    [InlineData("rd.1%20")]
    [InlineData("RD%2F1")]
    [InlineData("RD/1")]
    [InlineData("..%2f..%2f")]
    [InlineData("%3Cscript%3E")]
    [InlineData("%F0%9F%92%A9")]
    [InlineData("%ff%fe")]
    [InlineData("RD.1%252e")]
    public async Task A_competency_that_is_not_there_is_not_found(string code)
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        (await self.Get($"{DemoSite.Home(demo.Own)}/competencies/{code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await self.Get($"{DemoSite.Home(demo.Own)}/competencies/{new string('A', 3000)}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/sign-in/%00")]
    [InlineData("/learners/%00")]
    public async Task An_address_that_no_server_can_read_is_refused(string path)
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get(path)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=2147483647")]
    [InlineData("page=99999999999")]
    [InlineData("page=abc")]
    public async Task The_work_takes_any_page_and_shows_what_there_is(string query)
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        var page = await self.Get($"{DemoSite.Work(demo.Own)}?{query}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Newest first");
        page.Body.ShouldNotContain("2147483647");
    }

    [Theory]
    [InlineData("Accept-Language", "*")]
    [InlineData("Accept-Language", "xx-YY, ;q=2, , en;q=abc")]
    [InlineData("Accept-Language", "tlh, zz;q=0.1")]
    [InlineData("Accept-Encoding", "br;q=0, identity")]
    [InlineData("If-None-Match", "not a tag")]
    [InlineData("If-None-Match", "*")]
    [InlineData("Range", "bytes=0-10")]
    public async Task Odd_headers_change_nothing(string name, string value)
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var page = await teacher.Get(DemoSite.Home(demo.Own), (name, value));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Header("Content-Encoding").ShouldBeEmpty();
        page.Body.ShouldContain("lang=\"en\"");
    }
}
