using System.Net;
using Cairn.App.Access;
using Cairn.App.Features.Boards;
using Cairn.App.Running;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What one changes, another hears of; who may not see the board any more hears nothing.</summary>
public sealed class LiveBoardTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private BoardSite _board = null!;

    public async ValueTask InitializeAsync() => _board = await BoardSite.Make();

    [Fact]
    public async Task A_change_by_one_teacher_reaches_the_other_within_two_seconds_and_says_nothing_of_it()
    {
        using var teacher = _board.As("teacher");
        using var line = await Open(_board.Whole.People["colleague"]);
        line.Type.ShouldBe("text/event-stream");
        var first = (await line.Next(Patience)).ShouldNotBeNull();

        await BoardSite.Tap(teacher, ("do", "raise"), ("who", BoardSite.N(_board.Kid)));

        (await line.Next(LiveLine.TwoSeconds)).ShouldNotBeNull().ShouldBeGreaterThan(first);
        using var colleague = _board.As("colleague");
        (await colleague.Get(BoardSite.Path)).Whole.ShouldContain("<strong>GivenKid</strong> would like a hand");
    }

    [Fact]
    public async Task Evidence_a_new_learner_and_a_project_are_heard_of_and_what_is_of_others_is_not()
    {
        using var line = await Open(_board.Whole.People["teacher"]);
        await line.Next(Patience);

        // Of another room, and of nobody: neither comes before what follows them.
        await _board.Whole.Family.Work(_board.Elsewhere, "canary");
        await _board.District.Writer.Tell(turn => turn.Tell(Cairn.Storage.Journal.JournalAct.Told, words: new { nothing = 1 }), Cairn.Storage.Journal.Acting.System);
        var before = _board.District.Touches.Newest();
        await _board.Whole.Family.Work(_board.Kid, "canary");
        var heard = (await line.Next(LiveLine.TwoSeconds)).ShouldNotBeNull();
        // Where several processes share a server, a busy one may look at the head before the word of it has come, and tells of anybody once.
        if (heard <= before && _board.District.Engine.IsShared) heard = (await line.Next(LiveLine.TwoSeconds)).ShouldNotBeNull();
        heard.ShouldBeGreaterThan(before);

        await _board.Whole.Family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), _board.Elsewhere, Family.Loft, Family.Today, null));
        (await line.Next(LiveLine.TwoSeconds)).ShouldNotBeNull();
        await _board.Whole.Family.Work(_board.Elsewhere, "canary");
        (await line.Next(LiveLine.TwoSeconds)).ShouldNotBeNull("they are of the room now");
    }

    [Fact]
    public async Task It_is_not_for_those_whom_the_board_is_not_for()
    {
        foreach (var who in (Actor[])[_board.Stranger, _board.Whole.People["kid"], _board.Whole.People["mother"]])
        {
            using var line = await Open(who);
            line.Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }

        using var nobody = await LiveLine.Open(_board.Whole.Site.Url, "cairn=guessed");
        nobody.Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var standsIn = await Open(_board.Substitute);
        standsIn.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_ends_when_the_educator_is_not_with_the_room_any_more()
    {
        var site = await _board.Run(new SiteOptions { Beat = TimeSpan.FromMilliseconds(200) });
        using var line = await LiveLine.Open(site.Url, CookieOf(site.Part<Sessions>(), _board.Substitute));
        await line.Next(Patience);
        await line.Beat(Patience);

        var educator = new EducatorId(_board.Substitute.Person);
        await _board.District.Writer.Alone(turn =>
        {
            turn.Db.Entry(turn.Db.Teachings.Single(one => one.Educator == educator)).Property(one => one.Until).CurrentValue = Family.Today.AddDays(-1);
            return turn.Db.SaveChanges();
        });

        (await line.Next(Patience)).ShouldBeNull("it ended, and said no more");
    }

    [Fact]
    public async Task It_ends_when_the_session_does_and_does_not_keep_one_awake()
    {
        var site = await _board.Run(new SiteOptions { Beat = TimeSpan.FromMilliseconds(200) });
        var token = site.Part<Sessions>().Begin(_board.Whole.People["teacher"], _board.District.Name);
        using var line = await LiveLine.Open(site.Url, $"{Sessions.Cookie}={token}");
        await line.Next(Patience);
        await line.Beat(Patience);

        await site.Part<Sessions>().End(token, _board.District, Cairn.Storage.Journal.Acting.System);

        (await line.Next(Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task That_a_stream_looks_at_a_session_is_no_sign_of_anybody()
    {
        using var teacher = await _board.Whole.SignedIn("teacher");
        await teacher.Get(BoardSite.Path);
        DateTime Seen() => _board.Read(db => db.Sessions.AsNoTracking().Where(one => one.EndedAt == null).Max(one => one.LastSeenAt));
        var before = Seen();
        _board.Whole.Clock.Now = _board.Whole.Clock.Now.AddMinutes(30);

        var token = Sessions.NewToken();
        _board.Whole.Site.Part<Sessions>().Look(token, _board.District, Family.Today).ShouldBeNull("nobody's");
        Seen().ShouldBe(before);
    }

    [Fact]
    public async Task A_session_has_so_many_lines_and_a_closed_one_makes_room()
    {
        var cookie = CookieOf(_board.Whole.Site.Part<Sessions>(), _board.Whole.People["teacher"]);
        var streams = _board.Whole.Site.Part<LiveStreams>();
        var lines = new List<LiveLine>();
        for (var i = 0; i < LiveStreams.MostOfASession; i++) lines.Add(await LiveLine.Open(_board.Whole.Site.Url, cookie));
        lines.ShouldAllBe(one => one.Status == HttpStatusCode.OK);
        using (var over = await LiveLine.Open(_board.Whole.Site.Url, cookie)) over.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        using (var others = await Open(_board.Whole.People["colleague"])) others.Status.ShouldBe(HttpStatusCode.OK, "another's are their own");

        foreach (var line in lines) line.Dispose();
        // A line is found closed when something is said on it.
        using var teacher = _board.As("teacher");
        using var limit = new CancellationTokenSource(Patience);
        for (var i = 0; streams.Open > 0; i++)
        {
            limit.IsCancellationRequested.ShouldBeFalse("closed lines are let go");
            await BoardSite.Tap(teacher, ("do", i % 2 == 0 ? "raise" : "nothing"), ("who", BoardSite.N(_board.Kid)));
        }

        using var again = await LiveLine.Open(_board.Whole.Site.Url, cookie);
        again.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_ends_when_the_site_is_about_to_stop_and_none_begins_then()
    {
        using var line = await Open(_board.Whole.People["teacher"]);
        await line.Next(Patience);

        _board.Whole.Site.Part<Draining>().Begin();

        (await line.Next(Patience)).ShouldBeNull();
        using var late = await Open(_board.Whole.People["teacher"]);
        late.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Two_hundred_open_boards_keep_no_page_waiting_and_the_end_of_the_site_says_nothing()
    {
        await using var written = new StringWriter();
        var log = TextWriter.Synchronized(written);
        var site = await RunningSite.Start(_board.Whole.Family.District.Folder, _board.District, clock: _board.Whole.Clock, options: new SiteOptions { LogTo = log });
        var (teacher, sessions) = (_board.Whole.People["teacher"], site.Part<Sessions>());
        var lines = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => LiveLine.Open(site.Url, CookieOf(sessions, teacher))));
        (lines.Count(one => one.Status == HttpStatusCode.OK), site.Part<LiveStreams>().Open).ShouldBe((200, 200));
        using (var visitor = new Visitor(site.Url, ("Cookie", CookieOf(sessions, teacher))))
            for (var i = 0; i < 20; i++) (await visitor.Get(BoardSite.Path)).Status.ShouldBe(HttpStatusCode.OK);

        // People ask on and on while it ends under their feet.
        using var enough = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 8).Select(_ => Ask(site.Url, CookieOf(sessions, teacher), enough.Token)).ToList();
        await site.DisposeAsync();
        foreach (var line in lines) (await line.End(Patience)).ShouldBeTrue();
        await enough.CancelAsync();
        await Task.WhenAll(asking);
        foreach (var line in lines) line.Dispose();
        written.ToString().ShouldBe("");
    }

    [Fact]
    public async Task Live_boards_leave_half_of_the_connections_to_pages()
    {
        var site = await _board.Run(new SiteOptions { Limits = new RequestLimits { Connections = 12 } });
        var (teacher, sessions) = (_board.Whole.People["teacher"], site.Part<Sessions>());
        var lines = new List<LiveLine>();
        for (var i = 0; i < 6; i++) lines.Add(await LiveLine.Open(site.Url, CookieOf(sessions, teacher)));
        lines.ShouldAllBe(one => one.Status == HttpStatusCode.OK);
        using (var over = await LiveLine.Open(site.Url, CookieOf(sessions, teacher))) over.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        using (var page = new Visitor(site.Url, ("Cookie", CookieOf(sessions, teacher)))) (await page.Get(BoardSite.Path)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var line in lines) line.Dispose();
    }

    private static async Task Ask(Uri site, string cookie, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                using var line = await LiveLine.Open(site, cookie);
            }
            catch (HttpRequestException)
            {
                // Nobody listens any more.
                return;
            }
        }
    }

    private Task<LiveLine> Open(Actor actor) => LiveLine.Open(_board.Whole.Site.Url, CookieOf(_board.Whole.Site.Part<Sessions>(), actor));

    private string CookieOf(Sessions sessions, Actor actor) => $"{Sessions.Cookie}={sessions.Begin(actor, _board.District.Name)}";

    public ValueTask DisposeAsync() => _board.DisposeAsync();
}
