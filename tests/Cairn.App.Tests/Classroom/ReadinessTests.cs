using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>"I'm ready": from the learner's word to the check, by the policy, and by nobody else.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private PacingSite _site = null!;

    private string Ready => $"{_site.Kid}/ready";

    public async ValueTask InitializeAsync() => _site = await PacingSite.Make();

    [Fact]
    public async Task A_learner_is_ready_is_sent_back_does_something_first_and_is_checked()
    {
        (await _site.Get("kid", $"{Ready}?competency={_site.Drawing}")).Whole.ShouldContain("What would you show?");
        (await Ask(("words", "My <b>horse</b>"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("kid", $"{Ready}?competency={_site.Drawing}")).Whole.ShouldContain("You said so already, and it waits");

        var queue = await _site.Get("teacher", "/ready");
        queue.Body.ShouldContain("My &lt;b&gt;horse&lt;/b&gt;");
        queue.Body.ShouldContain($"{_site.Kid}/judge?competency=ART.1");
        queue.Whole.IndexOf("Check now", StringComparison.Ordinal).ShouldBeInRange(1, queue.Whole.IndexOf("Day of the check", StringComparison.Ordinal), "who waits comes before what is planned for them");
        (await Answer("teacher", "back", ("answer", "Draw it from life first."))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("kid", Ready)).Whole.ShouldContain("Draw it from life first.");
        (await _site.Get("mother", Ready)).Whole.ShouldContain("Draw it from life first.");

        _site.Site.Clock.Now = _site.Site.Clock.Now.AddDays(1);
        var refused = await Ask(("words", "Again"));
        (refused.Status, _site.Asked().Count).ShouldBe((HttpStatusCode.OK, 1));
        refused.Whole.ShouldContain("Say first what you did since the last time.");
        refused.Whole.ShouldContain("Again");
        (await Ask(("words", "Again"), ("done", "I drew three horses at the farm."))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("teacher", "/ready")).Whole.ShouldContain("I drew three horses at the farm.");

        (await Answer("teacher", "plan", ("day", "2026-04-03"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("kid", Ready)).Whole.ShouldContain("Check on ");
        (await Answer("teacher", "checked")).Status.ShouldBe(HttpStatusCode.Found);
        _site.Asked().Select(one => one.State).ShouldBe([ReadyState.SentBack, ReadyState.Checked]);
        (await _site.Get("teacher", "/ready")).Whole.ShouldContain("Nobody waits");
        _site.Site.WhoDid(typeof(ReadyRequest)).ShouldBe(Family.Okafor.Value);
    }

    [Fact]
    public async Task What_was_marked_as_checked_by_mistake_is_told_and_taken_back_by_whoever_did_it_alone()
    {
        await Ask(("words", "My horse"));
        (await _site.Get("teacher", "/ready")).Whole.ShouldContain("Mark as checked");
        var done = await Answer("teacher", "checked");
        var page = await _site.Get("teacher", done.Header("Location"));
        page.Whole.ShouldContain("Take it back");
        page.Body.ShouldContain($"<a href=\"{_site.Kid}\">");
        foreach (var other in (string[])["colleague", "elsewhere"]) (await _site.Get(other, done.Header("Location"))).Whole.ShouldNotContain("Take it back", Case.Sensitive, other);

        (await Answer("colleague", "unchecked")).Header("Location").ShouldContain("moved=1");
        (await Answer("elsewhere", "unchecked")).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Asked()[0].State.ShouldBe(ReadyState.Checked);

        (await Answer("teacher", "unchecked")).Header("Location").ShouldBe("/ready");
        _site.Asked()[0].State.ShouldBe(ReadyState.Asked);
        (await _site.Get("teacher", "/ready")).Whole.ShouldContain("My horse");
    }

    [Fact]
    [Trait("Abuse", "L12")]
    public async Task Of_fifty_who_ask_at_once_no_more_come_in_than_the_policy_lets()
    {
        await _site.Judge(1, Family.Today.AddDays(-20).ToDateTime(default, DateTimeKind.Utc));
        await _site.Policy(("cap", "2"));
        string[] targets = ["", $"{_site.District.Lines.Value:N}", $"{_site.District.Shades.Value:N}"];
        using var kid = await _site.As("kid");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => kid.Send(Ready,
            PacingSite.Form(("competency", _site.Drawing), ("target", targets[i % 3]), ("words", $"Try {i}"), ("done", "I practised.")), "application/x-www-form-urlencoded")));

        answers.Select(one => one.Status).ShouldAllBe(status => status == HttpStatusCode.Found || status == HttpStatusCode.OK || status == HttpStatusCode.TooManyRequests);
        answers.Count(one => one.Status != HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(10, "requests that reached the policy");
        (_site.Asked().Count, answers.Count(one => one.Status == HttpStatusCode.Found)).ShouldBe((2, 2));
        _site.Read(db => db.Correctives.Count()).ShouldBe(2, "what is refused leaves nothing behind");
        var left = targets.Single(one => _site.Asked().TrueForAll(each => (each.Target is { } target ? $"{target.Value:N}" : "") != one));
        (await Ask(("target", left), ("done", "I practised."))).Whole.ShouldContain("You asked for 2 further checks.");
    }

    [Fact]
    [Trait("Abuse", "L12")]
    public async Task Taking_back_after_the_check_gives_no_further_one()
    {
        await _site.Judge(1, Family.Today.AddDays(-20).ToDateTime(default, DateTimeKind.Utc));
        await _site.Policy(("cap", "1"), ("days", "0"));
        await Ask(("done", "I practised."));
        _site.Site.Clock.Now = _site.Site.Clock.Now.AddDays(1);
        await _site.Judge(1, _site.Site.Clock.Now.AddHours(-1));
        (await _site.Post("kid", $"{Ready}/{_site.Asked()[0].Id.Value:N}/back", ("version", "1"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Asked()[0].State.ShouldBe(ReadyState.TakenBack);

        (await Ask(("done", "I practised again."))).Whole.ShouldContain("You have asked as often as you can here");
        _site.Asked().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_says_the_day_that_opens_it()
    {
        await _site.Judge(1, Family.Today.ToDateTime(default, DateTimeKind.Utc));
        await _site.Policy(("days", "3"));

        var answer = await Ask(("done", "I practised."));

        answer.Whole.ShouldContain("You can ask again from April 3, 2026");
        _site.Asked().ShouldBeEmpty();
        _site.Site.Clock.Now = _site.Site.Clock.Now.AddDays(3);
        (await Ask(("done", "I practised."))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nobody_asks_answers_or_reads_in_anothers_place()
    {
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("teacher", HttpStatusCode.Forbidden), ("mother", HttpStatusCode.Forbidden), ("stranger", HttpStatusCode.NotFound), ("ada", HttpStatusCode.NotFound)])
            (await _site.Post(who, Ready, ("competency", _site.Drawing), ("words", "For them"))).Status.ShouldBe(status, who);
        _site.Asked().ShouldBeEmpty();

        await Ask(("words", "READYCANARY"));
        foreach (var who in (string[])["elsewhere", "standIn", "leader"]) (await _site.Get(who, "/ready")).Whole.ShouldNotContain("READYCANARY", Case.Sensitive, who);
        foreach (var who in (string[])["elsewhere", "standIn", "leader", "mother", "kid"])
            (await Answer(who, "back", ("answer", "No"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        foreach (var who in (string[])["stranger", "ada", "elsewhere"]) (await _site.Get(who, Ready)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Post("grown", $"/learners/{_site.Site.Grown.Value:N}/ready/{_site.Asked()[0].Id.Value:N}/back", ("version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Asked()[0].State.ShouldBe(ReadyState.Asked);
    }

    [Fact]
    public async Task Whoever_answers_what_moved_on_is_told_and_nothing_is_overwritten()
    {
        await Ask(("words", "Mine"));
        var asked = _site.Asked()[0];
        (await Answer("teacher", "plan", ("day", "2026-04-03"))).Header("Location").ShouldBe("/ready");

        (await _site.Post("colleague", "/ready", ("do", "back"), ("one", $"{asked.Id.Value:N}:{asked.Version}"), ("answer", "Not yet"))).Header("Location").ShouldBe("/ready?moved=1");

        (await _site.Get("colleague", "/ready?moved=1")).Whole.ShouldContain("One was answered meanwhile");
        _site.Asked()[0].State.ShouldBe(ReadyState.Planned);
    }

    [Fact]
    public async Task One_check_serves_several_at_once()
    {
        await Ask(("words", "Mine"));
        await _site.Post("ada", $"/learners/{_site.District.Ada.Value:N}/ready", ("competency", _site.Drawing), ("words", "Mine too"));
        _site.Asked().Count.ShouldBe(2);

        await _site.Post("teacher", "/ready", [("do", "plan"), ("day", "2026-04-03"), .. _site.Asked().Select(one => ("one", $"{one.Id.Value:N}:{one.Version}"))]);

        _site.Asked().ShouldAllBe(one => one.State == ReadyState.Planned && one.CheckOn == new DateOnly(2026, 4, 3));
    }

    [Theory]
    [InlineData("plan", "day", "2020-01-01", "Choose a day from today on")]
    [InlineData("plan", "day", "soon", "This is no day")]
    [InlineData("back", "answer", "", "Write something here")]
    public async Task What_is_wrong_in_an_answer_is_said_and_nothing_changes(string what, string name, string value, string said)
    {
        await Ask(("words", "Mine"));

        var answer = await Answer("teacher", what, (name, value));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Whole.ShouldContain(said);
        _site.Asked()[0].State.ShouldBe(ReadyState.Asked);
    }

    [Fact]
    public async Task What_is_too_long_or_of_no_competency_is_refused()
    {
        (await Ask(("words", new string('x', 2001)))).Whole.ShouldContain("2,000");
        (await _site.Post("kid", Ready, ("competency", $"{Guid.NewGuid():N}"), ("words", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("kid", Ready, ("competency", _site.Drawing), ("target", $"{Guid.NewGuid():N}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("teacher", "/ready", ("do", "checked"))).Whole.ShouldContain("Tick at least one name.");
        (await _site.Post("teacher", "/ready", ("do", "nothing"), ("one", "x:y"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Asked().ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_piece_is_not_taken_for_ones_own()
    {
        var others = await _site.Site.Family.Work(_site.District.Ben, "theirs");
        await _site.Judge(1, Family.Today.AddDays(-20).ToDateTime(default, DateTimeKind.Utc));

        await Ask(("done", "Look"), ("piece", $"{others.Id.Value:N}"));

        _site.Read(db => db.Correctives.AsNoTracking().Single()).Piece.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_judges_closes_what_waits_in_the_same_turn()
    {
        await Ask(("words", "Mine"));

        (await _site.District.District.Writer.Alone(turn => ReadyRows.CheckedBy(turn, _site.Site.Kid, [_site.District.Drawing], Family.Okafor.Person))).ShouldBe(1);

        _site.Asked()[0].State.ShouldBe(ReadyState.Checked);
        (await _site.District.District.Writer.Alone(turn => ReadyRows.CheckedBy(turn, _site.Site.Kid, [_site.District.Drawing], Family.Okafor.Person))).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Web.Answer> Ask(params (string Name, string Value)[] fields) => _site.Post("kid", Ready, [("competency", _site.Drawing), .. fields]);

    private Task<Web.Answer> Answer(string who, string what, params (string Name, string Value)[] fields)
    {
        var last = _site.Asked()[^1];
        return _site.Post(who, "/ready", [("do", what), ("one", $"{last.Id.Value:N}:{last.Version}"), .. fields]);
    }
}
