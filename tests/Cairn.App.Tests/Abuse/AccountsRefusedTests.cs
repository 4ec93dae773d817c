using System.Net;
using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Providers;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Abuse;

/// <summary>What is tried at the ways in: refused, nothing changed, and the journal says so.</summary>
public sealed class AccountsRefusedTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsSite _cairn = shared.Cairn;
    private readonly Refused _refused = new(shared.Cairn.Site, shared.Cairn.District);

    private DateTime Now => _cairn.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    [Trait("Abuse", "A2")]
    public async Task A_wrong_password_and_a_name_that_nobody_has_are_refused_and_told_alike()
    {
        using var stranger = _cairn.Site.Visitor();
        var known = await _refused.ByAccount(shared.Rosa, HttpStatusCode.Unauthorized, "password", () => AccountsSite.SignIn(stranger, "rosa", "wrong"));
        var unknown = await _refused.ByStranger(HttpStatusCode.Unauthorized, "password", () => AccountsSite.SignIn(stranger, "nora", "wrong"));
        unknown.Body.Replace("nora", "rosa", StringComparison.Ordinal).ShouldBe(known.Body);
    }

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task A_reset_link_that_was_taken_back_names_its_account_and_a_guessed_one_nobody()
    {
        var (first, _) = (await Reset(), await Reset());
        using var thief = _cairn.Site.Visitor();
        await thief.Get($"/reset/{first}");
        await _refused.ByAccount(shared.Rosa, HttpStatusCode.NotFound, "DeadLink", () => thief.Send("/reset/new", "password=a+new+okapi+walks+by", AccountsSite.Form));
        await _refused.ByAccount(shared.Rosa, HttpStatusCode.NotFound, "reset", () => thief.Get("/reset/new"));
        await thief.Get("/reset/guessed");
        await _refused.ByStranger(HttpStatusCode.NotFound, "DeadLink", () => thief.Send("/reset/new", "password=a+new+okapi+walks+by", AccountsSite.Form));
        _refused.Last().Where.ShouldBe(Refusals.Strangers);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_guesses_on_and_on_is_held_back_and_told_of()
    {
        using var stranger = _cairn.Site.Visitor();
        for (var i = 0; i < 10; i++) (await AccountsSite.SignIn(stranger, "guessed", $"wrong {i}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await _refused.ByStranger(HttpStatusCode.TooManyRequests, "TooMany", () => AccountsSite.SignIn(stranger, "guessed", "wrong"));
    }

    [Fact]
    [Trait("Abuse", "A5")]
    public async Task After_the_set_up_its_wizard_is_nowhere()
    {
        using var stranger = _cairn.Site.Visitor();
        foreach (var path in (string[])["/first-run", "/first-run/you", "/first-run/" + new string('A', 43)])
            await _refused.ByStranger(HttpStatusCode.NotFound, "NotTheirs", () => stranger.Get(path));
    }

    [Theory]
    [Trait("Abuse", "A9")]
    [Trait("Abuse", "A10")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    public async Task Measures_are_for_this_machine_whatever_a_header_says(string header, string value)
    {
        using var stranger = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.NotFound, "NotFromHere", () => stranger.Get("/metrics", (header, value)));
    }

    [Theory]
    [Trait("Abuse", "A13")]
    [Trait("Abuse", "X1")]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Another_origin_does_nothing_with_the_cookies_of_who_is_signed_in(string origin)
    {
        using var rosa = await _cairn.SignedIn();
        var answer = await _refused.ByPerson(_cairn.Guardian, HttpStatusCode.Forbidden, "OtherSite", () => rosa.Send(HttpMethod.Post, "/sign-out", ("Origin", origin)));
        answer.Headers.Keys.ShouldNotContain(one => one.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        using var stranger = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.Forbidden, "OtherSite", () => stranger.Send(HttpMethod.Post, "/sign-in", ("Origin", origin)));
    }

    [Fact]
    [Trait("Abuse", "G5")]
    public async Task A_guessed_claim_code_is_of_nobody_and_a_used_one_of_its_learner()
    {
        using var thief = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.BadRequest, "DeadLink", () => Claim(thief, "0000-0000-0000", "lena"));
        var code = PaperCodes.New();
        var hash = PaperCodes.Hash(code, _cairn.Folder.Secrets, "test");
        await _cairn.District.Writer.Alone(turn =>
        {
            Claiming.Print(turn, hash, _cairn.Learner, _cairn.Guardian, Now);
            return true;
        }, Acting.Operator);
        // A surname is no name at school; that it was tried is counted against the code.
        await _refused.ByStranger(HttpStatusCode.BadRequest, "claim", () => Claim(thief, code, "diaz"), "one_time_codes");
        for (var i = 1; i < Codes.MostAttempts; i++) await Claim(thief, code, "diaz");
        await _refused.ByStranger(HttpStatusCode.BadRequest, "\"by\":\"claim\"", () => Claim(thief, code, "lena"));
    }

    [Fact]
    [Trait("Abuse", "M6")]
    public async Task A_mentors_link_alone_opens_nothing_and_a_used_one_neither()
    {
        var sponsor = Guid.CreateVersion7();
        var (token, code) = await _cairn.District.Writer.Alone(turn =>
        {
            turn.Db.Add(new Sponsor(new SponsorId(sponsor), turn.Db.Organizations.First().Id, "Sam of the bakery"));
            turn.Db.SaveChanges();
            return MentorLinks.Make(turn, sponsor, Now);
        });
        using var scanner = _cairn.Site.Visitor();
        await scanner.Get(MentorLinks.PathOf(token));
        await _refused.ByStranger(HttpStatusCode.BadRequest, "mentor", () => scanner.Post("/mentor"), "one_time_codes");
        using var mentor = _cairn.Site.Visitor();
        await mentor.Get(MentorLinks.PathOf(token));
        (await mentor.Send("/mentor", $"code={code}", AccountsSite.Form)).Header("Location").ShouldBe("/placements");
        await _refused.ByStranger(HttpStatusCode.NotFound, "DeadLink", () => scanner.Send("/mentor", $"code={code}", AccountsSite.Form));
    }

    [Fact]
    [Trait("Abuse", "L16")]
    [Trait("Abuse", "X2")]
    public async Task A_session_that_ended_or_was_exchanged_is_nobodys()
    {
        using var rosa = await _cairn.SignedIn();
        var before = rosa.Cookie;
        (await rosa.Send("/prove", $"password={Uri.EscapeDataString(AccountsSite.Password)}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        using var thief = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "NotSignedIn", () => thief.Get("/learners", ("Cookie", before)));
        var after = rosa.Cookie;
        await rosa.Post("/sign-out");
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "NotSignedIn", () => thief.Get("/learners", ("Cookie", after)));
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "NotSignedIn", () => thief.Get("/account", ("Cookie", after)));
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task The_last_step_first_is_refused_and_told()
    {
        using var rosa = await _cairn.SignedIn();
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));
        var led = await _refused.ByPerson(_cairn.Guardian, HttpStatusCode.Found, "NotProved", () => rosa.Send("/account/email", "email=thief%40example.org", AccountsSite.Form));
        led.Header("Location").ShouldStartWith("/prove");
        await _refused.ByAccount(shared.Rosa, HttpStatusCode.Unauthorized, "proof", () => rosa.Send("/prove", "password=wrong", AccountsSite.Form));
        using var stranger = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.Found, "NotProved", () => stranger.Send("/sign-in/second", "code=123456", AccountsSite.Form));
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "NotSignedIn", () => stranger.Send("/prove", "password=x", AccountsSite.Form));
    }

    [Theory]
    [Trait("Abuse", "X12")]
    [InlineData("r\u043Esa")]
    [InlineData("r0sa")]
    [InlineData("ro\u200Bsa")]
    [InlineData("rosa\u202E")]
    public async Task A_name_that_looks_like_anothers_is_not_theirs(string login)
    {
        using var stranger = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "password", () => AccountsSite.SignIn(stranger, login));
    }

    [Theory]
    [Trait("Abuse", "K5")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_provider_inside_the_network_is_not_asked(string issuer)
    {
        using var leader = await shared.Lead();
        await _refused.ByPerson(_cairn.Leader, HttpStatusCode.BadRequest, "AgainstRule", () => ProviderPagesTests.Add(leader, issuer, tenant: "x"));
    }

    [Fact]
    [Trait("Abuse", "S6")]
    public async Task Who_leads_nothing_finds_no_page_of_what_is_kept_secret()
    {
        using var rosa = await _cairn.SignedIn();
        foreach (var path in (string[])["/accounts", "/accounts/providers", "/other-systems"])
            await _refused.ByPerson(_cairn.Guardian, HttpStatusCode.NotFound, "NotTheirs", () => rosa.Get(path));
    }

    [Fact]
    public async Task A_passkey_that_proves_nothing_is_told_by_its_account_or_of_nobody_and_not_without_end()
    {
        using var stranger = _cairn.Site.Visitor();
        await _refused.ByStranger(HttpStatusCode.Unauthorized, "BadPasskey", () => stranger.Send("/sign-in/passkey", "credential=%7B%22id%22%3A%22AAAA%22%7D", AccountsSite.Form));
        var id = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
        await _cairn.District.Writer.Alone(turn => turn.Db.Add(new Cairn.Storage.Accounts.Passkey(id, shared.Rosa, [1], "phone", Now)).Entity.Account);
        var named = $"credential={Uri.EscapeDataString($"{{\"id\":\"{System.Buffers.Text.Base64Url.EncodeToString(id)}\"}}")}";
        await _refused.ByAccount(shared.Rosa, HttpStatusCode.Unauthorized, "passkey", () => stranger.Send("/sign-in/passkey", named, AccountsSite.Form));
        var told = Told();
        for (var i = 0; i < 40; i++) await stranger.Send("/sign-in/passkey", named, AccountsSite.Form);
        Told().ShouldBeInRange(told, told + 20);

        int Told() => _cairn.Told().Count(one => one.Act == JournalAct.Refused && one.By.Account == shared.Rosa);
    }

    [Fact]
    public async Task A_proof_is_told_as_a_way_in_is()
    {
        using var rosa = await _cairn.SignedIn();
        var before = _cairn.Told().Count(one => one.Act == JournalAct.SignedIn);
        (await rosa.Send("/prove", $"password={Uri.EscapeDataString(AccountsSite.Password)}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        var (act, by) = _cairn.Told()[^1];
        (act, by.Person, by.Account, by.Where).ShouldBe((JournalAct.SignedIn, _cairn.Guardian, shared.Rosa, "POST /prove"));
        _cairn.Told().Count(one => one.Act == JournalAct.SignedIn).ShouldBe(before + 1);
    }

    private Task<string> Reset() => _cairn.District.Writer.Alone(turn => ResetLetters.Make(turn, shared.Rosa, "", Now), Acting.Operator);

    private static Task<Answer> Claim(Visitor visitor, string code, string learner) => visitor.Send(
        "/claim", $"code={code}&learner={learner}&name=Diaz&login=thief&password={Uri.EscapeDataString(AccountsSite.Password)}", AccountsSite.Form);
}

/// <summary>One district with accounts for all that is tried at its ways in. The clock moves on, so that nothing that was tried before holds up what comes next.</summary>
public sealed class SharedAccounts : IAsyncLifetime
{
    private byte[] _key = [];

    internal AccountsSite Cairn { get; private set; } = null!;

    internal Guid Rosa { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Cairn = await AccountsSite.Start();
        Rosa = await Cairn.Family();
        _key = await Cairn.Staff("lead", ActorKind.Leader, Cairn.Leader);
    }

    public ValueTask DisposeAsync() => Cairn.DisposeAsync();

    /// <summary>The leader, signed in a minute later: a code works once.</summary>
    internal Task<Visitor> Lead()
    {
        Cairn.Clock.Pass(TimeSpan.FromMinutes(1));
        return Cairn.SignedIn("lead", _key);
    }
}
