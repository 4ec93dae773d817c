using System.Net;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>In by another system, a real one: whom it names is found by the roster's key, and by nothing else.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    private ProviderSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await ProviderSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Who_comes_for_the_first_time_gets_an_account_and_later_comes_to_the_same_one()
    {
        var provider = await _cairn.AtReal();
        using var lena = _cairn.Site.Visitor();
        var back = await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" });

        (back.Status, back.Header("Location")).ShouldBe((HttpStatusCode.Found, $"/learners/{_cairn.Accounts.Learner:N}"), back.Whole);
        (await lena.Get(back.Header("Location"))).Body.ShouldContain("Lena Diaz");
        var login = _cairn.Logins().Single();
        (login.Provider, login.Subject).ShouldBe((provider, "s-1"));
        using (var db = _cairn.Open())
        {
            var account = db.Accounts.Single();
            (account.Id, account.Login, account.PasswordHash, account.Email).ShouldBe((login.Account, "lena", "", ""));
            var person = db.AccountPeople.Single();
            (person.Kind, person.Person).ShouldBe((ActorKind.Learner, _cairn.Accounts.Learner));
            foreach (var kind in (int[])[70, 71, 73]) db.Journal.Count(one => one.Kind == kind && one.Act < JournalAct.Viewed).ShouldBeGreaterThan(0, $"kind {kind}");
        }

        // The key is asked once: whom the subject means stands from then on, whatever the claim says later.
        using var again = _cairn.Site.Visitor();
        (await ProviderSite.Come(again, provider, new { sub = "s-1", sourcedId = "u-okafor" })).Header("Location").ShouldBe($"/learners/{_cairn.Accounts.Learner:N}");
        _cairn.Logins().Count.ShouldBe(1);
        _cairn.Accounts.Sessions().ShouldAllBe(one => one.Methods == "oidc" && one.Account == login.Account);
        var (act, by) = _cairn.Accounts.Told().Last(one => one.Act == JournalAct.SignedIn);
        (act, by.Actor, by.Person).ShouldBe((JournalAct.SignedIn, ActorKind.Learner, _cairn.Accounts.Learner));
    }

    /// <summary>ASVS 6.8.1: a person is provider and subject together.</summary>
    [Fact]
    public async Task One_subject_of_two_providers_is_two_people()
    {
        var (first, second) = (await _cairn.AtReal(), await _cairn.AtReal());
        using var lena = _cairn.Site.Visitor();
        using var teacher = _cairn.Site.Visitor();
        (await ProviderSite.Come(lena, first, new { sub = "7", sourcedId = "u-lena" })).Header("Location").ShouldBe($"/learners/{_cairn.Accounts.Learner:N}");
        (await ProviderSite.Come(teacher, second, new { sub = "7", sourcedId = "u-okafor" })).Header("Location").ShouldBe("/board");
        _cairn.Logins().Select(one => one.Account).Distinct().Count().ShouldBe(2);
        using var nobody = _cairn.Site.Visitor();
        (await ProviderSite.Come(nobody, second, new { sub = "8", sourcedId = "7" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>ASVS 7.6.2: a session begins by what somebody does here.</summary>
    [Theory]
    [InlineData("cross-site", "/sign-in?back=%2Flearners")]
    [InlineData("same-site", "/sign-in?back=%2Flearners")]
    [InlineData("same-origin", null)]
    [InlineData("none", null)]
    public async Task Another_site_cannot_send_somebody_in(string from, string? to)
    {
        var provider = await _cairn.AtReal();
        using var lena = _cairn.Site.Visitor();
        var sent = await lena.Get($"/sign-in/with/{provider:N}?back=%2Flearners", ("Sec-Fetch-Site", from));
        sent.Status.ShouldBe(HttpStatusCode.Found);
        if (to is null) sent.Header("Location").ShouldStartWith(await IssuerProcess.Real());
        else (sent.Header("Location"), lena.Cookie).ShouldBe((to, ""));
    }

    [Fact]
    public async Task Staff_need_no_second_factor_besides_and_a_client_without_a_secret_is_one_too()
    {
        var provider = await _cairn.AtReal(secret: null);
        using var teacher = _cairn.Site.Visitor();
        (await ProviderSite.Come(teacher, provider, new { sub = "s-2", sourcedId = "u-okafor" })).Header("Location").ShouldBe("/board");
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_username_is_a_key_where_the_district_says_so()
    {
        var provider = await _cairn.AtReal(claim: "login", source: "");
        using var rosa = _cairn.Site.Visitor();
        (await ProviderSite.Come(rosa, provider, new { sub = "s-3", login = "rosa.diaz" })).Status.ShouldBe(HttpStatusCode.Found);
        (await rosa.Get("/learners")).Body.ShouldContain("Lena Diaz");
    }

    [Fact]
    [Trait("Abuse", "A2")]
    public async Task The_page_has_a_button_for_each_system_and_is_the_same_for_everybody()
    {
        var (provider, stopped) = (await _cairn.AtReal(), await _cairn.AtForger());
        await _cairn.Accounts.District.Writer.Alone(turn => turn.Db.SignInProviders.Single(one => one.Id == stopped).IsActive = false);
        using var stranger = _cairn.Site.Visitor();
        var page = await stranger.Get("/sign-in?back=%2Flearners");
        page.Body.ShouldContain($"href=\"/sign-in/with/{provider:N}?back=%2Flearners\"");
        page.Body.ShouldContain("Continue with School");
        page.Body.ShouldNotContain($"{stopped:N}");
        // Whether there are accounts, and who has been here, shows nowhere.
        await _cairn.Accounts.Family();
        using var lena = _cairn.Site.Visitor();
        await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" });
        await lena.Post("/sign-out");
        (await lena.Get("/sign-in?back=%2Flearners")).Body.ShouldBe(page.Body);
        // One that was stopped is as if it had never been.
        var (unknown, gone) = (await stranger.Get($"/sign-in/with/{Guid.NewGuid():N}"), await stranger.Get($"/sign-in/with/{stopped:N}"));
        (gone.Status, gone.Body).ShouldBe((unknown.Status, unknown.Body));
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    // The same address as somebody's whom the roster knows, said to be verified or not, under another key or none.
    [InlineData("""{"sub":"s-9","sourcedId":"u-nobody","email":"rosa@example.org","email_verified":true}""")]
    [InlineData("""{"sub":"s-9","sourcedId":"u-nobody","email":"rosa@example.org","email_verified":false}""")]
    [InlineData("""{"sub":"s-9","email":"rosa@example.org"}""")]
    [InlineData("""{"sub":"rosa.diaz","name":"Rosa Diaz","preferred_username":"rosa.diaz","sourcedId":""}""")]
    // A key is compared letter for letter.
    [InlineData("""{"sub":"s-9","sourcedId":"U-LENA"}""")]
    [InlineData("""{"sub":"s-9","sourcedId":"u-lena "}""")]
    [InlineData("""{"sub":"s-9","sourcedId":"u-lena' OR '1'='1"}""")]
    [Trait("Abuse", "K3")]
    [Trait("Abuse", "A2")]
    public async Task Nobody_is_found_by_an_address_or_a_name_and_no_account_is_made(string person)
    {
        var provider = await _cairn.AtReal();
        var account = await _cairn.Accounts.Family();
        await _cairn.Accounts.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Id == account).IsEmailConfirmed = true);
        using var stranger = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(stranger, () => ProviderSite.Come(stranger, provider, System.Text.Json.JsonDocument.Parse(person).RootElement), HttpStatusCode.Forbidden, "Nobody", "Your school does not know you here yet.");
    }

    [Fact]
    public async Task An_address_in_the_claim_of_the_key_is_no_key_even_where_it_is_the_username()
    {
        await _cairn.Accounts.District.Writer.Alone(turn => turn.Db.Add(new Cairn.Learning.People.Guardian(new GuardianId(Guid.CreateVersion7()), "mail@example.org", "Mail Name")));
        var provider = await _cairn.AtReal(claim: "login", source: "");
        using var stranger = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(stranger, () => ProviderSite.Come(stranger, provider, new { sub = "s-4", login = "mail@example.org" }), HttpStatusCode.Forbidden, "Nobody", "does not know you here yet");
    }

    [Fact]
    public async Task Where_the_key_means_two_nobody_comes_in()
    {
        var provider = await _cairn.AtReal();
        using var stranger = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(stranger, () => ProviderSite.Come(stranger, provider, new { sub = "s-5", sourcedId = "u-two" }), HttpStatusCode.Forbidden, "Several", "more than one person");
    }

    [Fact]
    public async Task Who_has_an_account_already_proves_it_there_first()
    {
        var provider = await _cairn.AtReal();
        await _cairn.Accounts.Family();
        using var rosa = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(rosa, () => ProviderSite.Come(rosa, provider, new { sub = "s-6", sourcedId = "u-rosa" }), HttpStatusCode.Forbidden, "HasAccount", "You have a sign-in here already.");
    }

    [Fact]
    [Trait("Abuse", "L15")]
    public async Task Who_left_is_found_no_more_and_who_was_in_is_let_in_no_more()
    {
        var provider = await _cairn.AtReal();
        using (var teacher = _cairn.Site.Visitor()) (await ProviderSite.Come(teacher, provider, new { sub = "s-2", sourcedId = "u-okafor" })).Status.ShouldBe(HttpStatusCode.Found);
        await _cairn.Accounts.District.Writer.Alone(turn =>
        {
            turn.Db.Educators.Single(one => one.Username == "okafor").Leave(turn.Now);
            turn.Db.Guardians.Single(one => one.Username == "rosa.diaz").Leave(turn.Now);
            return true;
        });
        using var visitor = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(visitor, () => ProviderSite.Come(visitor, provider, new { sub = "s-2", sourcedId = "u-okafor" }), HttpStatusCode.Forbidden, "Closed", "belongs to nobody who is here now");
        await _cairn.ShouldBeRefused(visitor, () => ProviderSite.Come(visitor, provider, new { sub = "s-3", sourcedId = "u-rosa" }), HttpStatusCode.Forbidden, "Nobody", "does not know you here yet");
    }

    [Fact]
    public async Task A_closed_account_is_not_opened_by_another_system()
    {
        var provider = await _cairn.AtReal();
        using (var lena = _cairn.Site.Visitor()) await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" });
        await _cairn.Accounts.District.Writer.Alone(turn => turn.Db.Accounts.Single().EndedAt = turn.Now);
        using var visitor = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(visitor, () => ProviderSite.Come(visitor, provider, new { sub = "s-1", sourcedId = "u-lena" }), HttpStatusCode.Forbidden, "Closed", "belongs to nobody");
        // Nor does another subject come to the same person by the key.
        await _cairn.ShouldBeRefused(visitor, () => ProviderSite.Come(visitor, provider, new { sub = "s-other", sourcedId = "u-lena" }), HttpStatusCode.Forbidden, "HasAccount", "You have a sign-in here already.");
    }

    [Fact]
    public async Task Who_turns_back_over_there_is_told_so()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        using var browser = IssuerProcess.Browser();
        using var response = await browser.GetAsync(at);
        var path = response.Headers.Location!.PathAndQuery;
        path.ShouldContain("error=access_denied");
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(path), HttpStatusCode.BadRequest, "Cancelled", "You turned back at School.");
    }

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task A_session_that_was_there_before_ends_and_the_new_one_has_another_token()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        await ProviderSite.Come(visitor, provider, new { sub = "s-1", sourcedId = "u-lena" });
        var first = visitor.Cookie;
        // A browser that brings a token of its own, or an old one, to the way back.
        using var second = _cairn.Site.Visitor();
        var path = await ProviderSite.Answer(await ProviderSite.Go(second, provider), new { sub = "s-2", sourcedId = "u-okafor" });
        var answer = await second.Get(path, ("Cookie", $"{second.Cookie}; {first}"));
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Whole);
        answer.Header("Set-Cookie").ShouldContain("cairn=");
        answer.Header("Set-Cookie").ShouldNotContain(first.Split("cairn=")[1].Split(';')[0]);
        using var thief = _cairn.Site.Visitor();
        (await thief.Get("/learners", ("Cookie", first))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Abuse", "X6")]
    public async Task Of_fifty_that_come_back_at_once_with_one_code_one_gets_in_and_one_account_is_made()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var path = await ProviderSite.Answer(await ProviderSite.Go(visitor, provider), new { sub = "s-1", sourcedId = "u-lena" });
        var kept = visitor.Cookie;
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var one = _cairn.Site.Visitor();
            return await one.Get(path, ("Cookie", kept));
        }));
        answers.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Count(one => one.Status == HttpStatusCode.BadRequest).ShouldBe(49);
        using var db = _cairn.Open();
        (db.Accounts.Count(), db.AccountPeople.Count(), db.ExternalLogins.Count(), db.Sessions.Count()).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    [Trait("Abuse", "X6")]
    public async Task Of_several_browsers_that_come_as_the_same_person_at_once_all_get_in_to_one_account()
    {
        var provider = await _cairn.AtReal();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var one = _cairn.Site.Visitor();
            return await ProviderSite.Come(one, provider, new { sub = "s-1", sourcedId = "u-lena" });
        }));
        answers.ShouldAllBe(one => one.Status == HttpStatusCode.Found);
        using var db = _cairn.Open();
        (db.Accounts.Count(), db.ExternalLogins.Count(), db.Sessions.Count()).ShouldBe((1, 1, 8));
    }
}
