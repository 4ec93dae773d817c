using System.Net;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Accounts;

/// <summary>How a session begins, goes on and ends, on this node and on another.</summary>
public sealed class SessionsOfAccountsTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Only_the_hash_of_a_token_is_kept()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        var token = rosa.Cookie.Split("cairn=")[1].Split(';')[0];
        var row = _cairn.Sessions().Single();
        row.TokenHash.ShouldBe(Sessions.HashBytes(token));
        (row.Kind, row.Person, row.Methods).ShouldBe((ActorKind.Guardian, _cairn.Guardian, "password"));
        Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/') + "=").Length.ShouldBe(32);
    }

    [Fact]
    [Trait("Abuse", "L16")]
    public async Task Signing_out_ends_the_session_here_at_once_and_on_another_node_within_a_minute()
    {
        await _cairn.Family();
        await using var other = await _cairn.Node();
        using var rosa = await _cairn.SignedIn();
        using var there = other.Visitor();
        var kept = rosa.Cookie;
        (await there.Get("/learners", ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.OK);

        var left = await rosa.Post("/sign-out");
        left.Header("Clear-Site-Data").ShouldContain("cache");
        using var thief = _cairn.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(11));
        (await there.Get("/learners", ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Told().Last().Act.ShouldBe(JournalAct.SignedOut);
    }

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task A_token_that_was_there_before_signing_in_is_worth_nothing_after_it()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        var first = rosa.Cookie;
        await AccountsSite.SignIn(rosa, "rosa");
        rosa.Cookie.ShouldNotBe(first);
        using var thief = _cairn.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", first))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        // What an attacker plants becomes nobody's session.
        using var planted = _cairn.Site.Visitor();
        (await planted.Send(HttpMethod.Get, "/sign-in", ("Cookie", "cairn=planted-by-somebody-else"))).Status.ShouldBe(HttpStatusCode.OK);
        _cairn.Sessions().ShouldAllBe(one => !one.TokenHash.SequenceEqual(Sessions.HashBytes("planted-by-somebody-else")));
    }

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task A_changed_password_ends_every_other_session_and_this_one_goes_on_under_a_new_token()
    {
        await _cairn.Family();
        await using var other = await _cairn.Node();
        using var elsewhere = await _cairn.SignedIn();
        using var abroad = await _cairn.SignedIn(at: other);
        using var rosa = await _cairn.SignedIn();
        var before = rosa.Cookie;

        (await rosa.Send("/account/password", "password=another%20okapi%20walks%20by", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        rosa.Cookie.ShouldNotBe(before);
        (await elsewhere.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(11));
        (await abroad.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var thief = _cairn.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", before))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccountsSite.SignIn(thief, "rosa")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccountsSite.SignIn(thief, "rosa", "another okapi walks by")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task Who_is_given_another_role_signs_in_anew()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var teacher = await _cairn.SignedIn("okafor", key);
        (await teacher.Get("/workshop")).Status.ShouldBe(HttpStatusCode.NotFound);
        await _cairn.District.Writer.Alone(turn =>
        {
            turn.Db.Add(Web.Grants.Of(new EducatorId(_cairn.Teacher), GrantedRole.DistrictLeader));
            return true;
        });
        _cairn.Clock.Pass(TimeSpan.FromSeconds(11));
        (await teacher.Get("/workshop")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(30));
        using var leader = await _cairn.SignedIn("okafor", key);
        (await leader.Get("/workshop")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task A_session_ends_with_the_person_it_is_of_within_a_minute()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        await _cairn.District.Writer.Alone(turn =>
        {
            Cairn.Storage.Accounts.SessionEnds.OfPerson(turn, ActorKind.Guardian, _cairn.Guardian, "block");
            return true;
        }, Acting.Operator);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(11));
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var (act, by) = _cairn.Told().Last();
        (act, by.Actor).ShouldBe((JournalAct.SignedOut, ActorKind.Operator));
    }

    [Fact]
    public async Task Families_stay_for_a_month_and_staff_for_a_day_and_nobody_who_is_idle_for_long()
    {
        await _cairn.Family();
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var rosa = await _cairn.SignedIn();
        using var teacher = await _cairn.SignedIn("okafor", key);
        for (var hour = 1; hour < 12; hour++)
        {
            _cairn.Clock.Pass(TimeSpan.FromHours(1));
            (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK, $"hour {hour}");
            await Noted();
        }

        _cairn.Clock.Pass(TimeSpan.FromHours(1));
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        for (var day = 1; day < 30; day++)
        {
            (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK, $"day {day}");
            await Noted();
            _cairn.Clock.Pass(TimeSpan.FromDays(1));
        }

        _cairn.Clock.Pass(TimeSpan.FromDays(1));
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var idle = await _cairn.SignedIn();
        _cairn.Clock.Pass(TimeSpan.FromDays(7));
        (await idle.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task On_a_shared_device_it_is_two_hours_and_the_cookie_goes_with_the_browser()
    {
        await _cairn.Family();
        using var rosa = _cairn.Site.Visitor();
        var entered = await AccountsSite.SignIn(rosa, "rosa", also: "&shared=true");
        entered.Header("Set-Cookie").ShouldNotContain("expires", Case.Insensitive);
        _cairn.Clock.Pass(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(1));
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_what_one_does_not_know()
    {
        await _cairn.Family();
        using var phone = await _cairn.SignedIn();
        using var rosa = await _cairn.SignedIn();
        (await rosa.Get("/account")).Body.ShouldContain("Signed in on 2 devices");
        (await rosa.Send("/account/sessions/end", "id=others", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await phone.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await rosa.Get("/account")).Body.ShouldContain("Signed in on one device");

        using var again = await _cairn.SignedIn();
        var row = _cairn.Sessions().Single(one => one.TokenHash.SequenceEqual(Sessions.HashBytes(again.Cookie.Split("cairn=")[1].Split(';')[0])));
        (await rosa.Send("/account/sessions/end", $"id={row.Id:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await again.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await _cairn.Family();
        await _cairn.Account("lena", AccountsSite.Password, (ActorKind.Learner, _cairn.Learner));
        using var rosa = await _cairn.SignedIn();
        var hers = _cairn.Sessions().Single().Id;
        using var lena = await _cairn.SignedIn("lena");
        (await lena.Send("/account/sessions/end", $"id={hers:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lena.Send("/account/sessions/end", "id=others", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_teacher_who_is_a_parent_too_chooses_and_each_choice_is_a_new_session()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        var id = _cairn.Read("okafor").Id;
        await _cairn.District.Writer.Alone(turn => turn.Db.Add(new Cairn.Storage.Accounts.AccountPerson(id, ActorKind.Guardian, _cairn.Guardian, turn.Now)).Entity.Account);
        using var both = _cairn.Site.Visitor();
        await AccountsSite.SignIn(both, "okafor");
        (await _cairn.Code(both, key)).Header("Location").ShouldBe("/hat");
        (await both.Get("/learners")).Body.ShouldContain("Lena Diaz", customMessage: "at first they are who sees least");
        var before = both.Cookie;
        (await both.Send("/hat", $"person={_cairn.Teacher:N}", AccountsSite.Form)).Header("Location").ShouldBe("/board");
        both.Cookie.ShouldNotBe(before);
        (await both.Get("/learners")).Body.ShouldNotContain("Lena Diaz");
        using var thief = _cairn.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", before))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await both.Send("/hat", $"person={_cairn.Leader:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // That it was seen is written beside the answer: the writer has done it once it did the next.
    private Task<int> Noted() => _cairn.District.Writer.Alone(turn => turn.Db.Sessions.AsNoTracking().Count());
}
