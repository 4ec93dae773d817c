using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning.Evidence;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>The portfolio is the learner's to pick and to show; talks are held by whoever plans with them.</summary>
public sealed class PortfolioAndTalksTests : IAsyncLifetime
{
    private PrivacySite _site = null!;
    private PieceOfEvidence _piece = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        _piece = await _site.Family.Work(_site.Kid, "fox");
    }

    private string Home => $"/learners/{_site.Kid.Value:N}";

    private PortfolioPick Pick => _site.Read(db => db.PortfolioPicks.AsNoTracking().Single());

    [Fact]
    public async Task What_the_learner_picks_is_shown_to_the_family_once_they_say_so_and_stays_in_the_work_either_way()
    {
        (await _site.Get("kid", $"{Home}/work")).Body.ShouldContain($"/portfolio?add={_piece.Id.Value:N}");
        await _site.Done("kid", $"{Home}/portfolio", ("evidence", $"{_piece.Id.Value:N}"), ("why", "The eyes came out right"));

        (await _site.Get("mother", $"{Home}/portfolio")).Whole.ShouldNotContain("The eyes came out right");
        (await _site.Get("teacher", $"{Home}/portfolio")).Whole.ShouldContain("The eyes came out right");
        (await _site.Get("mother", $"{Home}/work")).Whole.ShouldContain("title fox");

        await _site.Done("kid", $"{Home}/portfolio/{Pick.Id.Value:N}", ("seen", $"{Pick.Version}"), ("why", "The eyes came out right"), ("family", "true"));
        (await _site.Get("mother", $"{Home}/portfolio")).Whole.ShouldContain("The eyes came out right");
        await _site.Done("kid", $"{Home}/portfolio/{Pick.Id.Value:N}", ("do", "remove"));
        (await _site.Get("mother", $"{Home}/portfolio")).Whole.ShouldNotContain("The eyes came out right");
        (await _site.Get("mother", $"{Home}/work")).Whole.ShouldContain("title fox");
    }

    [Fact]
    public async Task What_an_educator_suggests_waits_for_the_learner_and_is_nobody_elses_to_take_in()
    {
        await _site.Done("teacher", $"{Home}/portfolio", ("evidence", $"{_piece.Id.Value:N}"), ("why", "You explained every line"), ("family", "true"));
        (Pick.IsPicked, Pick.ShownTo).ShouldBe((false, PortfolioReader.Educators));
        (await _site.Get("mother", $"{Home}/portfolio")).Whole.ShouldNotContain("You explained every line");
        (await _site.Get("kid", $"{Home}/portfolio")).Whole.ShouldContain("Ms. Okafor suggests a piece");

        (await _site.Send("teacher", $"{Home}/portfolio/{Pick.Id.Value:N}", ("seen", $"{Pick.Version}"), ("why", "mine"), ("family", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("colleague", $"{Home}/portfolio/{Pick.Id.Value:N}", ("do", "remove"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await _site.Done("kid", $"{Home}/portfolio/{Pick.Id.Value:N}", ("seen", $"{Pick.Version}"), ("why", "I like it too"));
        (Pick.IsPicked, Pick.Why).ShouldBe((true, "I like it too"));
        (await _site.Send("teacher", $"{Home}/portfolio/{Pick.Id.Value:N}", ("do", "remove"))).Status.ShouldBe(HttpStatusCode.NotFound, "what is picked is the learner's");
    }

    [Fact]
    public async Task Pieces_stand_in_the_learners_order_and_once_each()
    {
        var second = await _site.Family.Work(_site.Kid, "owl");
        foreach (var one in (PieceOfEvidence[])[_piece, second, second]) await _site.Done("kid", $"{Home}/portfolio", ("evidence", $"{one.Id.Value:N}"), ("why", "mine"));
        var owl = _site.Read(db => db.PortfolioPicks.AsNoTracking().Single(one => one.Evidence == second.Id).Id);
        await _site.Done("kid", $"{Home}/portfolio/{owl.Value:N}", ("do", "up"));

        _site.Read(db => db.PortfolioPicks.AsNoTracking().OrderBy(one => one.Position).Select(one => one.Evidence).ToList()).ShouldBe([second.Id, _piece.Id]);
    }

    [Fact]
    [Trait("Abuse", "L1")]
    public async Task A_piece_of_another_learner_is_not_there_and_neither_is_a_portfolio_of_another_family()
    {
        var others = await _site.Family.Work(_site.Family.Ben, "others");
        (await _site.Send("kid", $"{Home}/portfolio", ("evidence", $"{others.Id.Value:N}"), ("why", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("stranger", $"{Home}/portfolio")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("mother", $"{Home}/portfolio", ("evidence", $"{_piece.Id.Value:N}"), ("why", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        _site.Read(db => db.PortfolioPicks.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_talk_is_planned_shown_on_the_learners_day_held_and_read_by_the_family()
    {
        await _site.Done("teacher", $"{Home}/check-ins", ("day", "2026-03-31"));
        (await _site.Get("kid", Home)).Whole.ShouldContain("Check-in with Ms. Okafor today");
        await _site.Done("teacher", $"{Home}/check-ins/{Talk.Id.Value:N}", ("seen", "1"), ("do", "move"), ("day", "2026-04-02"));
        (await _site.Get("kid", Home)).Whole.ShouldContain("Check-in with Ms. Okafor on");
        await _site.Done("teacher", $"{Home}/check-ins/{Talk.Id.Value:N}", ("seen", "2"), ("notes", "We looked at the fox"), ("next", "Try an owl"));

        foreach (var who in (string[])["kid", "mother", "teacher"])
        {
            var page = (await _site.Get(who, $"{Home}/check-ins")).Whole;
            page.ShouldContain("We looked at the fox", Case.Sensitive, who);
            page.ShouldContain("Try an owl", Case.Sensitive, who);
        }

        (await _site.Get("kid", Home)).Whole.ShouldNotContain("Check-in with Ms. Okafor");
        (await _site.Send("teacher", $"{Home}/check-ins/{Talk.Id.Value:N}", ("seen", "2"), ("notes", "stale"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await _site.Send("teacher", $"{Home}/check-ins/{Talk.Id.Value:N}", ("seen", "3"), ("do", "move"), ("day", "2026-04-09"))).Whole.ShouldContain("Somebody changed this meanwhile", Case.Sensitive, "what was held does not move");
        Talk.Notes.ShouldBe("We looked at the fox");
    }

    [Fact]
    public async Task Talks_are_planned_by_nobody_else_and_on_no_day_that_is_past()
    {
        foreach (var who in (string[])["kid", "mother", "leader"]) (await _site.Send(who, $"{Home}/check-ins", ("day", "2026-04-02"))).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        (await _site.Get("stranger", $"{Home}/check-ins")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("teacher", $"{Home}/check-ins", ("day", "2026-03-30"))).Whole.ShouldContain("Choose a day from today on");
        _site.Read(db => db.CheckIns.Count()).ShouldBe(0);
    }

    private CheckIn Talk => _site.Read(db => db.CheckIns.AsNoTracking().Single());

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
