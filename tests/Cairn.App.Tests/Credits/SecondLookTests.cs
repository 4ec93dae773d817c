using System.Net;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Credits;

/// <summary>Appeals and exceptions are decided by another than who asked or decided first; what else counts is recorded by who may.</summary>
public sealed class SecondLookTests : IAsyncLifetime
{
    private CreditSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CreditSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_family_asks_for_another_look_and_somebody_else_answers()
    {
        var award = await Awarded("counselor");
        (await _site.Get("mother", $"{_site.Path}/appeals?about=Award&what={award}")).Whole.ShouldContain("About credit: Visual Arts");
        (await Ask("mother", "Award", award)).ShouldBe(HttpStatusCode.Found);
        (await Ask("mother", "Award", award, once: "again")).ShouldBe(HttpStatusCode.OK);
        var appeal = _site.Read(db => db.CreditAppeals.AsNoTracking().Single());
        (appeal.FirstDecidedBy, appeal.DueOn).ShouldBe((_site.Person("counselor"), CreditSite.Today.AddDays(30)));

        // Who decided first does not decide again, and nobody without the record decides at all.
        (await Decide("counselor", appeal.Id.Value, "granted")).Whole.ShouldContain("Somebody else decides this");
        (await Decide("teacher", appeal.Id.Value, "granted")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Decide("ofLake", appeal.Id.Value, "granted")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Decide("mother", appeal.Id.Value, "granted")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Decide("registrar", appeal.Id.Value, "granted", reason: "")).Status.ShouldBe(HttpStatusCode.OK);
        (await Decide("registrar", appeal.Id.Value, "granted", seen: "9")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.CreditAppeals.Single().State).ShouldBe(AppealState.Asked);

        (await Decide("registrar", appeal.Id.Value, "granted", reverse: true)).Status.ShouldBe(HttpStatusCode.Found);
        _site.Record().All.Single().Reversal!.Reason.ShouldBe(ReversalReason.Appeal);
        (await Decide("leader", appeal.Id.Value, "denied")).Whole.ShouldContain("meanwhile");
        _site.Read(db => db.CreditAppeals.Single().State).ShouldBe(AppealState.Granted);
        (await _site.Get("mother", $"{_site.Path}/appeals")).Whole.ShouldContain("The level was wrong");
    }

    [Fact]
    public async Task Credit_that_was_taken_back_is_given_back_by_an_appeal_once()
    {
        var award = await Awarded("counselor");
        (await _site.Post("counselor", $"{_site.Path}/credits/{award}/reverse", ("reason", "The wrong Ada"))).ShouldBe(HttpStatusCode.Found);
        _site.Record().HundredthsOn(CreditSite.Today).ShouldBe(0);
        (await Ask("ada", "Award", award)).ShouldBe(HttpStatusCode.Found);
        var appeal = _site.Read(db => db.CreditAppeals.AsNoTracking().Single().Id.Value);
        (await _site.Get("registrar", "/credits/appeals")).Whole.ShouldContain("Give this credit back with it");

        (await Decide("counselor", appeal, "granted", reverse: true)).Whole.ShouldContain("Somebody else decides this");
        _site.Record().HundredthsOn(CreditSite.Today).ShouldBe(0);
        (await Decide("registrar", appeal, "granted", reverse: true)).Status.ShouldBe(HttpStatusCode.Found);

        var given = _site.Record().On(CreditSite.Today).Single();
        var lost = _site.Record().All.Single(one => one.Award.Id.Value.ToString("N") == award);
        (given.Award.Hundredths, given.Award.EarnedOn, given.Award.By, given.Text!.Reason).ShouldBe((lost.Award.Hundredths, lost.Award.EarnedOn, _site.Person("registrar"), "The level was wrong"));
        given.Parts.Select(one => (one.Competency, one.Hundredths, one.Level)).ShouldBe(lost.Parts.Select(one => (one.Competency, one.Hundredths, one.Level)));
        // What counts again is not given back again, and the appeal stays as it is.
        (await Ask("ada", "Award", award, once: "again")).ShouldBe(HttpStatusCode.Found);
        var second = _site.Read(db => db.CreditAppeals.AsNoTracking().Single(one => one.State == AppealState.Asked).Id.Value);
        (await Decide("registrar", second, "granted", reverse: true)).Whole.ShouldContain("cannot be given back");
        _site.Read(db => db.CreditAppeals.Single(one => one.Id == new CreditAppealId(second)).State).ShouldBe(AppealState.Asked);
        _site.Record().On(CreditSite.Today).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_appeal_about_what_is_another_learners_or_nothing_is_not_there()
    {
        var award = await Awarded("teacher");

        (await Ask("ada", "Award", Guid.NewGuid().ToString("N"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("ben", $"/learners/{_site.District.Ben.Value:N}/appeals", ("about", "Award"), ("what", award), ("words", "x"))).ShouldBe(HttpStatusCode.NotFound);
        (await Ask("stranger", "Award", award)).ShouldBe(HttpStatusCode.NotFound);
        (await Ask("ada", "Refusal", "nothing")).ShouldBe(HttpStatusCode.NotFound);
        (await Ask("ada", "99", award)).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.CreditAppeals.Count()).ShouldBe(0);
        (await Ask("ada", "Refusal", "art-1")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Who_asked_takes_it_back_and_nobody_else()
    {
        var award = await Awarded("teacher");
        await Ask("ada", "Award", award);
        var appeal = _site.Read(db => db.CreditAppeals.Single().Id.Value.ToString("N"));

        (await _site.Post("mother", $"{_site.Path}/appeals/{appeal}", ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("ada", $"{_site.Path}/appeals/{appeal}", ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditAppeals.Single().State).ShouldBe(AppealState.TakenBack);
    }

    [Fact]
    [Trait("Abuse", "C6")]
    public async Task An_exception_takes_two_people()
    {
        var path = $"{_site.Path}/waivers";
        (string, string)[] form = [("once", "1"), ("plan", "standard"), ("leaf", "root/all/0"), ("reason", "A broken leg")];
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("teacher", HttpStatusCode.Forbidden), ("ada", HttpStatusCode.Forbidden), ("ofLake", HttpStatusCode.NotFound)]) (await _site.Post(who, path, form)).ShouldBe(status, who);
        (await _site.Post("counselor", path, form)).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("counselor", path, form)).ShouldBe(HttpStatusCode.Found);
        (await _site.Send("registrar", path, [("once", "2"), .. form[1..]])).Whole.ShouldContain("asked or approved already");
        var waiver = _site.Read(db => db.Waivers.Single().Id.Value.ToString("N"));

        (await _site.Refused.ByPerson(_site.Person("counselor").Value, HttpStatusCode.OK, "AgainstRule", () => _site.Send("counselor", $"{path}/{waiver}", ("do", "approve"), ("seen", "1")))).Whole.ShouldContain("A second person approves it");
        (await _site.Post("teacher", $"{path}/{waiver}", ("do", "approve"), ("seen", "1"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Send("registrar", $"{path}/{waiver}", ("do", "refuse"), ("seen", "1"))).Status.ShouldBe(HttpStatusCode.OK);
        (await _site.Send("registrar", $"{path}/{waiver}", ("do", "approve"), ("seen", "7"))).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.Waivers.Single().State).ShouldBe(WaiverState.Asked);
        (await _site.Post("registrar", $"{path}/{waiver}", ("do", "approve"), ("seen", "1"))).ShouldBe(HttpStatusCode.Found);

        var held = _site.Read(db => db.Waivers.AsNoTracking().Single());
        (held.State, held.Role, held.DecidedBy).ShouldBe((WaiverState.Approved, "registrar", _site.Person("registrar")));
        (await _site.Post("counselor", $"{path}/{waiver}", ("do", "end"), ("seen", "2"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Waivers.Single().State).ShouldBe(WaiverState.Ended);
    }

    [Fact]
    public async Task What_else_counts_is_recorded_once_and_ended_by_who_awards()
    {
        var path = $"{_site.Path}/achievements";
        (string, string)[] form = [("once", "1"), ("kind", "Test"), ("name", "<i>State exam</i>"), ("on", "2026-03-01"), ("score", "81")];
        (await _site.Post("coTeacher", path, form)).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("teacher", path, [.. form[..3], ("on", "2026-04-01")])).ShouldBe(HttpStatusCode.OK);
        (await _site.Post("teacher", path, form)).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", path, form)).ShouldBe(HttpStatusCode.Found);
        var one = _site.Read(db => db.OtherAchievements.AsNoTracking().Single());
        (one.Kind, one.Score, one.By).ShouldBe((OtherKind.Test, 81m, _site.Person("teacher")));
        (await _site.Get("teacher", path)).Body.ShouldNotContain("<i>State");

        (await _site.Post("teacher", $"{path}/{one.Id.Value:N}/end", ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", $"{path}/{one.Id.Value:N}/end", ("seen", "1"))).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.OtherAchievements.Single().EndedAt).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_person_confirms_what_rules_ask_for_and_never_an_exception()
    {
        var path = $"{_site.Path}/attestations";
        (await _site.Post("teacher", path, ("key", "plan-done"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("counselor", path, ("key", "waive"))).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.Attestations.Count()).ShouldBe(0);
        (await _site.Post("counselor", path, ("key", "plan-done"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("registrar", path, ("key", "plan-done"))).ShouldBe(HttpStatusCode.Found);

        var said = _site.Read(db => db.Attestations.AsNoTracking().Single());
        (said.Role, said.By).ShouldBe(("counselor", _site.Person("counselor")));
        (await _site.Post("registrar", $"{path}/{said.Id.Value:N}/end", ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
    }

    private async Task<string> Awarded(string by)
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);
        await _site.Show(_site.District.Clay);
        (await _site.Post(by, _site.Award(policy), ("once", "1"), ("amount", "100"))).ShouldBe(HttpStatusCode.Found);
        return _site.Record().All.Single().Award.Id.Value.ToString("N");
    }

    private Task<HttpStatusCode> Ask(string who, string about, string what, string once = "first") => _site.Post(who, $"{_site.Path}/appeals", ("once", once), ("about", about), ("what", what), ("words", "The level is wrong"));

    private Task<Web.Answer> Decide(string who, Guid appeal, string outcome, string reason = "The level was wrong", string seen = "1", bool reverse = false) =>
        _site.Send(who, $"/credits/appeals/{appeal:N}", ("outcome", outcome), ("reason", reason), ("seen", seen), ("reverse", reverse ? "true" : ""));
}
