using System.Net;
using Cairn.Storage;

namespace Cairn.App.Tests.Providers;

/// <summary>Tokens that are not what they say: each is refused, makes nobody's account and no session, and the journal says in a word why.</summary>
[Trait("Abuse", "K3")]
public sealed class ForgedTokensTests(ForgerSite forger) : IClassFixture<ForgerSite>
{
    private const string Distrusted = "cannot be trusted";
    private const string Usual = """{"alg":"RS256","kid":"own","typ":"JWT"}""";

    private readonly ProviderSite _cairn = forger.Site;

    [Theory]
    [InlineData(Usual, "own")]
    [InlineData("""{"alg":"RS256"}""", "own")]
    [InlineData("""{"alg":"ES256","kid":"curve"}""", "curve")]
    public async Task The_forger_is_let_in_where_it_forges_nothing(string head, string by)
    {
        var provider = await Provider();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        (await visitor.Get(ProviderSite.Forged(provider, at, await _cairn.Claims(at), head, by))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", "nobody", "form")]
    [InlineData("""{"alg":"none"}""", "own", "algorithm")]
    [InlineData("""{"alg":"None","typ":"JWT"}""", "own", "algorithm")]
    [InlineData("""{"alg":"HS256","kid":"own"}""", "public", "algorithm")]
    [InlineData("""{"alg":"HS256","kid":"own"}""", "modulus", "algorithm")]
    [InlineData("""{"alg":"HS256","kid":"oct"}""", "oct", "algorithm")]
    [InlineData("""{"alg":"RS256","kid":"oct"}""", "oct", "key")]
    [InlineData("""{"alg":"PS256","kid":"own"}""", "pss", "algorithm")]
    [InlineData("""{"alg":"RS256","kid":"own"}""", "pss", "signature")]
    [InlineData("""{"alg":"RS256","kid":"own"}""", "foreign", "signature")]
    [InlineData("""{"alg":"RS256","kid":"curve"}""", "curve", "")]
    [InlineData("""{"alg":"RS256","kid":"sealing"}""", "foreign", "key")]
    [InlineData("""{"alg":"RS256","kid":"own"}""", "nobody", "form")]
    [InlineData("""{"kid":"own"}""", "own", "algorithm")]
    [InlineData("""{"alg":["RS256"],"kid":"own"}""", "own", "algorithm")]
    // What the head names is not fetched, and not read from a file or a table.
    [InlineData("""{"alg":"RS256","kid":"../../../dev/null","jku":"http://127.0.0.1/keys"}""", "foreign", "key")]
    [InlineData("""{"alg":"RS256","kid":"' UNION SELECT 1 --","x5u":"file:///etc/passwd"}""", "foreign", "key")]
    [InlineData("""{"alg":"RS256","jwk":{"kty":"RSA"}}""", "foreign", "")]
    [InlineData("""{"alg":"RS256","alg":"none","kid":"own"}""", "own", "form")]
    [InlineData("""{"alg":"RS256","kid":"own","crit":["exp"]}""", "own", "type")]
    [InlineData("""{"alg":"RS256","kid":"own","typ":"at+jwt"}""", "own", "type")]
    [InlineData("[]", "own", "form")]
    [InlineData("not json", "own", "form")]
    public async Task The_head_of_a_token_chooses_nothing(string head, string by, string detail)
    {
        var provider = await Provider();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at);
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims, head, by)), HttpStatusCode.Forbidden, "Untrusted", Distrusted);
        if (detail.Length > 0) _cairn.LastRefusal().ShouldContain($"\"detail\":\"{detail}\"");
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "nonce", "\"another\"", "nonce" }, { "nonce", "null", "nonce" }, { "nonce", "7", "nonce" },
        { "iss", "\"https://accounts.google.com\"", "issuer" }, { "iss", "null", "issuer" }, { "iss", "\"{iss}/\"", "issuer" },
        { "aud", "\"another\"", "audience" }, { "aud", "null", "audience" }, { "aud", "[]", "audience" }, { "aud", "[\"another\"]", "audience" },
        { "aud", "[\"cairn-of-fern-hollow\",\"another\"]", "party" }, { "azp", "\"another\"", "party" }, { "azp", "7", "" },
        { "exp", "{now-61}", "time" }, { "exp", "null", "time" }, { "exp", "\"soon\"", "" }, { "nbf", "{now+120}", "time" },
        { "iat", "{now+120}", "time" }, { "iat", "{now-3600}", "time" }, { "iat", "null", "time" },
        { "sub", "null", "subject" }, { "sub", "\"\"", "subject" }, { "sub", "7", "subject" }, { "sub", "\"a\\u0000b\"", "subject" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_a_token_claims_has_to_be_for_us_from_them_and_now(string claim, string value, string detail)
    {
        var provider = await Provider();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at);
        var now = _cairn.Accounts.Clock.GetUtcNow().ToUnixTimeSeconds();
        var said = value.Replace("{iss}", (string)claims["iss"]!, StringComparison.Ordinal).Replace("{now-61}", $"{now - 61}", StringComparison.Ordinal)
            .Replace("{now+120}", $"{now + 120}", StringComparison.Ordinal).Replace("{now-3600}", $"{now - 3600}", StringComparison.Ordinal);
        claims[claim] = said == "null" ? null : System.Text.Json.JsonDocument.Parse(said).RootElement;
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims)), HttpStatusCode.Forbidden, "Untrusted", Distrusted);
        if (detail.Length > 0) _cairn.LastRefusal().ShouldContain($"\"detail\":\"{detail}\"");
        // What was carried to the provider is no longer open: a second token to the same question comes too late.
        claims = await _cairn.Claims(at);
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims)), HttpStatusCode.BadRequest, "State", "was used before");
    }

    [Fact]
    public async Task Several_audiences_are_fine_where_we_are_said_to_have_asked()
    {
        var provider = await Provider();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at);
        (claims["aud"], claims["azp"]) = (new[] { ProviderSite.Client, "another" }, ProviderSite.Client);
        (await visitor.Get(ProviderSite.Forged(provider, at, claims))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("""{"sub":"s-1","sub":"s-2",""", "form")]
    [InlineData("""{"sourcedId":"u-lead",""", "form")]
    public async Task A_claim_that_stands_there_twice_is_no_claim(string first, string detail)
    {
        var provider = await Provider();
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = first + System.Text.Json.JsonSerializer.Serialize(await _cairn.Claims(at))[1..];
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims, Usual, "own")), HttpStatusCode.Forbidden, "Untrusted", Distrusted);
        _cairn.LastRefusal().ShouldContain($"\"detail\":\"{detail}\"");
    }

    [Fact]
    public async Task A_huge_token_is_not_read()
    {
        var provider = await Provider("huge");
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at, "huge");
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims)), HttpStatusCode.Forbidden, "Untrusted", Distrusted);
        _cairn.LastRefusal().ShouldContain("\"detail\":\"form\"");
    }

    [Theory]
    [InlineData("hd", "fernhollow.example", true)]
    [InlineData("tid", "FernHollow.Example", true)]
    [InlineData("hd", "evil.example", false)]
    [InlineData("hd", "fernhollow.example.evil.example", false)]
    [InlineData("email", "x@fernhollow.example", false)]
    [InlineData("none", "", false)]
    public async Task Only_who_comes_from_the_districts_own_domain_gets_in(string claim, string value, bool isIn)
    {
        var provider = await Provider(tenant: "fernhollow.example");
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at);
        if (claim != "none") claims[claim] = value;
        if (isIn) (await visitor.Get(ProviderSite.Forged(provider, at, claims))).Status.ShouldBe(HttpStatusCode.Found);
        else await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims)), HttpStatusCode.Forbidden, "Tenant", "with an account of another school");
    }

    [Fact]
    public async Task Two_claims_that_name_different_domains_open_nothing()
    {
        var provider = await Provider(tenant: "fernhollow.example");
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var claims = await _cairn.Claims(at);
        (claims["hd"], claims["tid"]) = ("fernhollow.example", "evil.example");
        await _cairn.ShouldBeRefused(visitor, () => visitor.Get(ProviderSite.Forged(provider, at, claims)), HttpStatusCode.Forbidden, "Tenant", "of another school");
    }

    [Theory]
    [InlineData("plain", "&iss=https%3A%2F%2Fevil.example", false)]
    [InlineData("plain", "&iss=", false)]
    [InlineData("plain", "&iss={iss}", true)]
    [InlineData("says", "", false)]
    [InlineData("says", "&iss={iss}", true)]
    [InlineData("says", "&iss={iss}&iss={iss}", false)]
    public async Task An_answer_that_names_another_issuer_or_none_where_it_always_does_is_refused(string kind, string more, bool isIn)
    {
        var provider = await Provider(kind);
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        var path = ProviderSite.Forged(provider, at, await _cairn.Claims(at, kind), more: more.Replace("{iss}", Uri.EscapeDataString(await IssuerProcess.Forger(kind)), StringComparison.Ordinal));
        if (isIn) (await visitor.Get(path)).Status.ShouldBe(HttpStatusCode.Found);
        else await _cairn.ShouldBeRefused(visitor, () => visitor.Get(path), HttpStatusCode.Forbidden, "Untrusted", Distrusted);
    }

    [Fact]
    public async Task A_secret_goes_into_the_body_where_the_issuer_takes_it_there_only()
    {
        var provider = await Provider("post");
        using var visitor = _cairn.Site.Visitor();
        var at = await ProviderSite.Go(visitor, provider);
        (await visitor.Get(ProviderSite.Forged(provider, at, await _cairn.Claims(at, "post")))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("impostor")]
    [InlineData("script")]
    [InlineData("none")]
    [InlineData("page")]
    [InlineData("large")]
    [InlineData("redirect")]
    [InlineData("insideKeys")]
    [InlineData("nothing/here")]
    [Trait("Abuse", "K5")]
    public async Task An_issuer_that_lies_about_itself_is_not_gone_to(string kind)
    {
        var provider = await Provider(kind);
        using var visitor = _cairn.Site.Visitor();
        var before = _cairn.State();
        var answer = await visitor.Get($"/sign-in/with/{provider:N}");
        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        answer.Whole.ShouldContain("School does not answer as it should.");
        (_cairn.State(), visitor.Cookie).ShouldBe((before, ""));
    }

    [Fact]
    [Trait("Abuse", "K5")]
    public async Task A_code_is_carried_to_no_inner_address()
    {
        var provider = await Provider("inside");
        using var visitor = _cairn.Site.Visitor();
        // 10.0.0.1 without TLS: not even as the place of tokens.
        (await visitor.Get($"/sign-in/with/{provider:N}")).Status.ShouldBe(HttpStatusCode.BadGateway);
        visitor.Cookie.ShouldBe("");
    }

    // Whom the good token means has an account: what is refused would have opened it.
    private async Task<Guid> Provider(string kind = "plain", string tenant = "")
    {
        var provider = await _cairn.AtForger(kind, tenant);
        await _cairn.Link(provider, "s-1", forger.Lena);
        return provider;
    }
}

/// <summary>One district for all that is forged: Lena has an account.</summary>
public sealed class ForgerSite : IAsyncLifetime
{
    internal ProviderSite Site { get; private set; } = null!;

    internal Guid Lena { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Site = await ProviderSite.Start();
        Lena = await Site.Accounts.Account("lena", "", (ActorKind.Learner, Site.Accounts.Learner));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
