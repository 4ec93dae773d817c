using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>Another system for one's own account: added, taken away, and asked for a proof.</summary>
public sealed partial class OwnProvidersTests : IAsyncLifetime
{
    private ProviderSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await ProviderSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task Who_is_signed_in_adds_a_system_and_comes_in_by_it_from_then_on()
    {
        var provider = await _cairn.AtReal(claim: "", source: "");
        await _cairn.Accounts.Family();
        using var elsewhere = await _cairn.Accounts.SignedIn();
        using var rosa = await _cairn.Accounts.SignedIn();
        var before = rosa.Cookie;
        (await rosa.Get("/account")).Body.ShouldContain($"/account/providers/{provider:N}");

        var back = await rosa.Get(await ProviderSite.Answer(await Begin(rosa, provider), new { sub = "home-7" }));
        back.Header("Location").ShouldBe("/account#providers", back.Whole);
        var login = _cairn.Logins().Single();
        (login.Subject, login.Account).ShouldBe(("home-7", _cairn.Accounts.Read("rosa").Id));
        // What the account signs in with changed: this session goes on under a new token, and no other does.
        rosa.Cookie.ShouldNotBe(before);
        (await rosa.Get("/account")).Body.ShouldContain($"/account/providers/{provider:N}/remove");
        (await elsewhere.Get("/account")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var again = _cairn.Site.Visitor();
        (await ProviderSite.Come(again, provider, new { sub = "home-7" })).Status.ShouldBe(HttpStatusCode.Found);
        (await again.Get("/learners")).Body.ShouldContain("Lena Diaz");
    }

    [Fact]
    [Trait("Abuse", "X3")]
    [Trait("Abuse", "X1")]
    public async Task It_asks_for_a_proof_and_no_other_site_can_begin_it()
    {
        var provider = await _cairn.AtReal();
        await _cairn.Accounts.Family();
        using var rosa = await _cairn.Accounts.SignedIn();
        (await rosa.Send(HttpMethod.Post, $"/account/providers/{provider:N}", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await rosa.Send(HttpMethod.Get, $"/account/providers/{provider:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        _cairn.Accounts.Clock.Pass(TimeSpan.FromMinutes(16));
        foreach (var path in (string[])["", "/remove"]) (await rosa.Post($"/account/providers/{provider:N}{path}")).Header("Location").ShouldBe("/prove?back=%2Faccount");
        _cairn.Logins().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_question_of_one_account_is_not_answered_for_another_or_for_nobody()
    {
        var provider = await _cairn.AtReal();
        await _cairn.Accounts.Family();
        await _cairn.Accounts.Account("lena", AccountsSite.Password, (ActorKind.Learner, _cairn.Accounts.Learner));
        using var rosa = await _cairn.Accounts.SignedIn();
        var path = await ProviderSite.Answer(await Begin(rosa, provider), new { sub = "home-7" });
        var question = rosa.Cookie.Split("; ").Single(one => one.StartsWith("cairn-provider=", StringComparison.Ordinal));
        using var nobody = _cairn.Site.Visitor();
        var before = _cairn.State();
        (await nobody.Get(path, ("Cookie", question))).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.State().ShouldBe(before);
        using var lena = await _cairn.Accounts.SignedIn("lena");
        var next = await ProviderSite.Answer(await Begin(rosa, provider), new { sub = "home-7" });
        question = rosa.Cookie.Split("; ").Single(one => one.StartsWith("cairn-provider=", StringComparison.Ordinal));
        (await lena.Get(next, ("Cookie", $"{question}; {lena.Cookie}"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Logins().ShouldBeEmpty();
        _cairn.LastRefusal().ShouldContain("\"because\":\"State\"");
    }

    [Fact]
    public async Task What_opens_another_account_is_not_taken_from_it()
    {
        var provider = await _cairn.AtReal();
        using (var lena = _cairn.Site.Visitor()) await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena" });
        await _cairn.Accounts.Family();
        using var rosa = await _cairn.Accounts.SignedIn();
        var answer = await rosa.Get(await ProviderSite.Answer(await Begin(rosa, provider), new { sub = "s-1" }));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body.ShouldContain("is not the one that opens yours");
        _cairn.Logins().Single().Account.ShouldBe(_cairn.Accounts.Read("lena").Id);
    }

    [Fact]
    public async Task It_is_taken_away_but_never_as_the_last_way_in()
    {
        var provider = await _cairn.AtReal();
        var now = _cairn.Accounts.Clock.GetUtcNow().ToUnixTimeSeconds();
        using var lena = _cairn.Site.Visitor();
        await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena", auth_time = now });
        var last = await lena.Post($"/account/providers/{provider:N}/remove");
        last.Status.ShouldBe(HttpStatusCode.Conflict);
        last.Body.ShouldContain("This is your only way in.");
        _cairn.Logins().Count.ShouldBe(1);

        await _cairn.Accounts.Family();
        await _cairn.Link(provider, "home-7", _cairn.Accounts.Read("rosa").Id);
        using var rosa = await _cairn.Accounts.SignedIn();
        (await rosa.Post($"/account/providers/{provider:N}/remove")).Header("Location").ShouldBe("/account#providers");
        _cairn.Logins().Single().Subject.ShouldBe("s-1");
        (await rosa.Post($"/account/providers/{provider:N}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var again = _cairn.Site.Visitor();
        await _cairn.ShouldBeRefused(again, () => ProviderSite.Come(again, provider, new { sub = "home-7" }), HttpStatusCode.Forbidden, "Nobody", "does not know you here yet");
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task Being_signed_in_over_there_is_no_proof_until_it_is_given_anew()
    {
        var provider = await _cairn.AtReal();
        var now = _cairn.Accounts.Clock.GetUtcNow().ToUnixTimeSeconds();
        using var lena = _cairn.Site.Visitor();
        await ProviderSite.Come(lena, provider, new { sub = "s-1", sourcedId = "u-lena", auth_time = now - 7200 });
        (await lena.Post($"/account/providers/{provider:N}/remove")).Header("Location").ShouldBe("/prove?back=%2Faccount");
        var page = await lena.Get("/prove?back=%2Faccount");
        page.Body.ShouldContain($"/prove/with/{provider:N}?back=%2Faccount");
        page.Body.ShouldNotContain("name=\"password\"");

        var at = await ProviderSite.Go(lena, provider, "/account", "/prove/with");
        (ProviderSite.Of(at, "prompt"), ProviderSite.Of(at, "max_age")).ShouldBe(("login", "0"));
        // A system that does not ask anew, or does not say when it did, proves nothing; nor does somebody else.
        var before = _cairn.State();
        foreach (var (person, status) in new (object, HttpStatusCode)[] { (new { sub = "s-1" }, HttpStatusCode.Forbidden), (new { sub = "s-1", auth_time = now - 301 }, HttpStatusCode.Forbidden), (new { sub = "s-2", auth_time = now }, HttpStatusCode.Conflict) })
            (await lena.Get(await ProviderSite.Answer(await ProviderSite.Go(lena, provider, "/account", "/prove/with"), person))).Status.ShouldBe(status);
        _cairn.State().ShouldBe(before);

        var session = lena.Cookie;
        (await lena.Get(await ProviderSite.Answer(await ProviderSite.Go(lena, provider, "/account", "/prove/with"), new { sub = "s-1", auth_time = now }))).Header("Location").ShouldBe("/account");
        lena.Cookie.ShouldNotBe(session);
        (await lena.Post($"/account/providers/{provider:N}/remove")).Status.ShouldBe(HttpStatusCode.Conflict);
        using var stranger = _cairn.Site.Visitor();
        (await stranger.Get($"/prove/with/{provider:N}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>The form of one's own page, and the link that it answers with.</summary>
    private static async Task<Uri> Begin(Visitor visitor, Guid provider)
    {
        var page = await visitor.Post($"/account/providers/{provider:N}");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Whole);
        return new Uri(WebUtility.HtmlDecode(Link().Match(page.Body).Groups["to"].Value));
    }

    [GeneratedRegex("href=\"(?<to>http[^\"]+/connect/authorize[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
