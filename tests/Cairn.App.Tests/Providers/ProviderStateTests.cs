using System.Net;
using Cairn.App.Access.Providers;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Providers;

/// <summary>The way there and back: whose question it was, where it leads, and how often.</summary>
public sealed class ProviderStateTests : IAsyncLifetime
{
    private ProviderSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await ProviderSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    [Trait("Abuse", "A11")]
    public async Task The_address_to_come_back_to_is_fixed_and_the_question_says_all_that_binds_it()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var sent = await visitor.Get($"/sign-in/with/{provider:N}?redirect_uri=https%3A%2F%2Fevil.example&back=%2Flearners", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"));
        var at = new Uri(sent.Header("Location"));
        at.ToString().ShouldStartWith(await IssuerProcess.Real() + "/connect/authorize?");
        ProviderSite.Of(at, "redirect_uri").ShouldBe(new Uri(_cairn.Site.Url, ProviderFlow.BackPath(provider)).ToString());
        (ProviderSite.Of(at, "response_type"), ProviderSite.Of(at, "code_challenge_method"), ProviderSite.Of(at, "scope")).ShouldBe(("code", "S256", "openid"));
        foreach (var name in (string[])["state", "nonce", "code_challenge"]) ProviderSite.Of(at, name).Length.ShouldBe(43, name);
        // Neither the verifier nor the secret leaves by the browser, and the cookie says nothing to who reads it.
        sent.Whole.ShouldNotContain(ProviderSite.Secret);
        sent.Header("Set-Cookie").ShouldContain("httponly", Case.Insensitive);
        sent.Header("Set-Cookie").ShouldContain("samesite=lax", Case.Insensitive);
        foreach (var name in (string[])["state", "nonce"]) sent.Header("Set-Cookie").ShouldNotContain(ProviderSite.Of(at, name));
        // The real issuer sends nobody to another address.
        using var browser = IssuerProcess.Browser();
        using var elsewhere = await browser.GetAsync(new Uri(at.ToString().Replace(Uri.EscapeDataString(_cairn.Site.Url.GetLeftPart(UriPartial.Authority)), "https%3A%2F%2Fevil.example", StringComparison.Ordinal)));
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2f/evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    [Trait("Abuse", "A11")]
    public async Task Nobody_is_sent_off_the_site_after_coming_in(string back)
    {
        var provider = await _cairn.AtReal();
        using var lena = _cairn.Site.Visitor();
        (await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" }, back)).Header("Location").ShouldBe($"/learners/{_cairn.Accounts.Learner:N}");
        using var again = _cairn.Site.Visitor();
        (await ProviderSite.Come(again, provider, new { sub = "s-1", sourcedId = "u-lena" }, "/framework?at=1")).Header("Location").ShouldBe("/framework?at=1");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task An_answer_works_once()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var path = await ProviderSite.Answer(await ProviderSite.Go(visitor, provider), new { sub = "s-1", sourcedId = "u-lena" });
        var kept = visitor.Cookie;
        (await visitor.Get(path)).Status.ShouldBe(HttpStatusCode.Found);
        // By the browser that has lost the question, and by one that kept it.
        using var thief = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(thief, () => thief.Get(path), HttpStatusCode.BadRequest, "State", "was used before");
        await _cairn.ShouldBeRefused(thief, () => thief.Get(path, ("Cookie", kept)), HttpStatusCode.BadRequest, "State", "was used before");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task An_answer_to_another_browsers_question_lets_nobody_in()
    {
        var provider = await _cairn.AtReal();
        using var attacker = _cairn.Site.Visitor();
        var planted = await ProviderSite.Answer(await ProviderSite.Go(attacker, provider), new { sub = "s-2", sourcedId = "u-okafor" });
        // Whoever opens the attacker's link has no question open, or one of their own.
        using var victim = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(victim, () => victim.Get(planted), HttpStatusCode.BadRequest, "State", "was not begun here");
        var own = await ProviderSite.Answer(await ProviderSite.Go(victim, provider), new { sub = "s-1", sourcedId = "u-lena" });
        await _cairn.ShouldBeRefused(victim, () => victim.Get(planted), HttpStatusCode.BadRequest, "State", "was not begun here");
        // And their own goes on.
        (await victim.Get(own)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?state=x")]
    [InlineData("?code=x&state=guessed")]
    [InlineData("?code=x&state={state}&state={state}")]
    [InlineData("?error=server_error&state=guessed")]
    [Trait("Abuse", "K3")]
    public async Task What_answers_no_question_is_refused(string query)
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var state = ProviderSite.Of(await ProviderSite.Go(visitor, provider), "state");
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderFlow.BackPath(provider) + query.Replace("{state}", state, StringComparison.Ordinal)), HttpStatusCode.BadRequest, "State", "Begin again");
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_question_is_open_for_ten_minutes_and_for_its_own_provider()
    {
        var (provider, other) = (await _cairn.AtReal(), await _cairn.AtForger());
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        // Mixed up: the answer of one at the door of another.
        var claims = await _cairn.Claims(at);
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(other, at, claims)), HttpStatusCode.BadRequest, "State", "was not begun here");
        var path = await ProviderSite.Answer(at, new { sub = "s-1", sourcedId = "u-lena" });
        _cairn.Accounts.Clock.Pass(TimeSpan.FromMinutes(11));
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(path), HttpStatusCode.BadRequest, "State", "took too long");
    }

    [Fact]
    public async Task A_provider_that_is_stopped_meanwhile_lets_nobody_in()
    {
        var provider = await _cairn.AtReal();
        using var visitor = _cairn.Site.Visitor();
        var path = await ProviderSite.Answer(await ProviderSite.Go(visitor, provider), new { sub = "s-1", sourcedId = "u-lena" });
        await _cairn.Accounts.District.Writer.Alone(turn => ChangedProviders.Offer(turn, provider, null, isOffered: false));
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(path), HttpStatusCode.NotFound, "Stopped", "does not use this way in");
        (await visitor.Get($"/sign-in/with/{provider:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_fails_again_and_again_waits_and_a_school_that_comes_in_does_not()
    {
        var provider = await _cairn.AtReal();
        using var stranger = _cairn.Site.Visitor();
        HttpStatusCode last;
        var tries = 0;
        do last = (await stranger.Get($"{ProviderFlow.BackPath(provider)}?code=guess&state={tries++}")).Status;
        while (last == HttpStatusCode.BadRequest && tries < 400);
        (last, tries).ShouldBe((HttpStatusCode.TooManyRequests, 201));
        var held = await stranger.Get($"/sign-in/with/{provider:N}");
        (held.Status, held.Header("Retry-After")).ShouldBe((HttpStatusCode.TooManyRequests, "3"));
        _cairn.Accounts.Clock.Pass(TimeSpan.FromMinutes(1));
        // Twenty grew back, and none of these is counted.
        for (var i = 0; i < 30; i++)
        {
            using var lena = _cairn.Site.Visitor();
            (await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" })).Status.ShouldBe(HttpStatusCode.Found);
        }
    }
}
