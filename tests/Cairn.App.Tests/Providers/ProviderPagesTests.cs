using System.Net;
using System.Text;
using Cairn.App.Access.Providers;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>Who leads the district sets up what people sign in with; its secret is written, and never read.</summary>
public sealed class ProviderPagesTests : IAsyncLifetime
{
    private readonly StringWriter _log = new();
    private ProviderSite _cairn = null!;
    private byte[] _key = [];

    public async ValueTask InitializeAsync()
    {
        _cairn = await ProviderSite.Start(_log);
        _key = await _cairn.Accounts.Staff("lead", ActorKind.Leader, _cairn.Accounts.Leader);
    }

    public async ValueTask DisposeAsync()
    {
        await _cairn.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    [Trait("Abuse", "S6")]
    public async Task A_leader_adds_a_system_and_its_secret_shows_nowhere()
    {
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        var id = Guid.CreateVersion7();
        var added = await leader.Send("/accounts/providers", Form(("id", $"{id:N}"), ("name", "School"), ("issuer", await IssuerProcess.Real()), ("client", "fern"), ("secret", ProviderSite.Secret), ("claim", "sourcedId"), ("source", "north")), AccountsSite.Form);
        added.Header("Location").ShouldBe($"/accounts/providers/{id:N}", added.Whole);
        var row = Read(id);
        (row.Name, row.ClientId, row.MatchClaim, row.MatchSource, row.IsActive, row.Version).ShouldBe(("School", "fern", "sourcedId", "north", true, 1));
        ProviderSecret.Open(_cairn.Accounts.Folder, "test", row).ShouldBe(ProviderSite.Secret);

        // Neither on a page, nor where the form was wrong, nor in the journal, its export, an archive, the log, or the database.
        var wrong = await leader.Send("/accounts/providers", Form(("id", $"{Guid.NewGuid():N}"), ("name", ""), ("issuer", "x"), ("client", ""), ("secret", ProviderSite.Secret)), AccountsSite.Form);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        var answers = new List<Answer> { added, wrong };
        foreach (var path in (string[])["/accounts", "/accounts/providers", $"/accounts/providers/{id:N}", "/journal", "/journal/export", $"/sign-in/with/{id:N}", "/sign-in"]) answers.Add(await leader.Get(path));
        foreach (var answer in answers)
            foreach (var form in Forms(ProviderSite.Secret).Append(Convert.ToBase64String(row.ClientSecret!)).Append(Convert.ToHexString(row.ClientSecret!))) answer.Whole.ShouldNotContain(form);
        using var db = _cairn.Open();
        foreach (var payload in db.JournalPayloads.AsNoTracking().ToList())
            foreach (var form in Forms(ProviderSite.Secret)) Encoding.UTF8.GetString(payload.Words).ShouldNotContain(form);
        row.ClientSecret.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ProviderSite.Secret)).ShouldBe(-1);
        _log.ToString().ShouldNotContain(ProviderSite.Secret);
        // Sealed for this provider alone: laid under another it opens nothing.
        var other = new SignInProvider(Guid.CreateVersion7(), "Other", "https://evil.example", "x") { ClientSecret = row.ClientSecret };
        ProviderSecret.Open(_cairn.Accounts.Folder, "test", other).ShouldBeNull();
        ProviderSecret.Open(_cairn.Accounts.Folder, "another district", row).ShouldBeNull();
    }

    [Fact]
    [Trait("Abuse", "X4")]
    public async Task Of_two_who_change_it_at_once_the_second_is_told_and_the_secret_stays_where_none_is_written()
    {
        var id = await _cairn.AtReal();
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        var page = await leader.Get($"/accounts/providers/{id:N}");
        page.Body.ShouldContain("name=\"version\" value=\"1\"");
        page.Body.ShouldContain(new Uri(_cairn.Site.Url, ProviderFlow.BackPath(id)).ToString());
        var issuer = Read(id).Issuer;
        (await leader.Send($"/accounts/providers/{id:N}", Form(("version", "1"), ("name", "First"), ("issuer", "https://evil.example"), ("client", "fern"), ("claim", "key")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        // Whom a subject means hangs on the issuer: it is not changed, whatever is sent.
        (Read(id).Name, Read(id).Issuer, Read(id).MatchClaim, Read(id).Version, ProviderSecret.Open(_cairn.Accounts.Folder, "test", Read(id))).ShouldBe(("First", issuer, "key", 2, ProviderSite.Secret));

        var before = _cairn.State();
        var second = await leader.Send($"/accounts/providers/{id:N}", Form(("version", "1"), ("name", "Second"), ("client", "fern")), AccountsSite.Form);
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Body.ShouldContain("Somebody else changed this meanwhile.");
        second.Body.ShouldContain("value=\"First\"");
        (await leader.Send($"/accounts/providers/{id:N}/offer", Form(("version", "1"), ("offer", "no")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Conflict);
        _cairn.State().ShouldBe(before);
        (await leader.Send($"/accounts/providers/{id:N}", Form(("version", "2"), ("name", "Third"), ("client", "fern"), ("secret", "another")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        ProviderSecret.Open(_cairn.Accounts.Folder, "test", Read(id)).ShouldBe("another");
    }

    [Fact]
    public async Task Stopping_signs_out_at_once_whoever_came_in_by_it_and_nobody_else()
    {
        var id = await _cairn.AtReal();
        using var lena = _cairn.Site.Visitor();
        await ProviderSite.Come(lena, id, new { sub = "s-1", sourcedId = "u-lena" });
        await _cairn.Accounts.Family();
        using var rosa = await _cairn.Accounts.SignedIn();
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        (await leader.Send($"/accounts/providers/{id:N}/offer", Form(("version", "1"), ("offer", "no")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await lena.Get($"/learners/{_cairn.Accounts.Learner:N}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        (await rosa.Get("/sign-in")).Body.ShouldNotContain("Continue with");
        // Offered again, it opens the same account.
        (await leader.Send($"/accounts/providers/{id:N}/offer", Form(("version", "2"), ("offer", "yes")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await ProviderSite.Come(lena, id, new { sub = "s-1" })).Status.ShouldBe(HttpStatusCode.Found);
        _cairn.Logins().Count.ShouldBe(1);
        (await leader.Send($"/accounts/providers/{id:N}/offer", Form(("version", "3"), ("offer", "maybe")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task Every_step_asks_for_a_proof_and_is_for_leaders_only()
    {
        var id = await _cairn.AtReal();
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        _cairn.Accounts.Clock.Pass(TimeSpan.FromMinutes(16));
        var before = _cairn.State();
        // Back to the form, where that stands on a page of its own.
        foreach (var (path, back) in ((string, string)[])[("", ""), ($"/{id:N}", $"%2F{id:N}"), ($"/{id:N}/offer", "")])
            (await leader.Send($"/accounts/providers{path}", Form(("version", "1"), ("offer", "no"), ("name", "x"), ("client", "x")), AccountsSite.Form)).Header("Location").ShouldBe($"/prove?back=%2Faccounts%2Fproviders{back}");
        var key = await _cairn.Accounts.Staff("okafor", ActorKind.Teacher, _cairn.Accounts.Teacher);
        using var teacher = await _cairn.Accounts.SignedIn("okafor", key);
        foreach (var path in (string[])["/accounts/providers", $"/accounts/providers/{id:N}"]) (await teacher.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.Send($"/accounts/providers/{id:N}/offer", Form(("version", "1"), ("offer", "no")), AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        (Read(id).IsActive, Read(id).Version).ShouldBe((true, 1));
        before.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_many_schools_use_fills_the_form_and_the_tenant_stands_in_the_issuer()
    {
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        (await leader.Get("/accounts/providers?preset=clever")).Body.ShouldContain("value=\"https://clever.com\"");
        (await leader.Get("/accounts/providers?preset=entra")).Body.ShouldContain("https://login.microsoftonline.com/{tenant}/v2.0");
        (await leader.Get("/accounts/providers?preset=nonsense")).Status.ShouldBe(HttpStatusCode.OK);
        // One issuer for many districts: without the district its keys mean anybody.
        var page = await Add(leader, "https://clever.com", tenant: "");
        page.Body.ShouldContain("This issuer answers for many schools.");
    }

    [Theory]
    [InlineData("email")]
    [InlineData("Email")]
    [InlineData("verified_primary_email")]
    [InlineData("upn")]
    [InlineData("preferred_username")]
    [Trait("Abuse", "K3")]
    public async Task An_address_is_never_taken_for_a_key(string claim)
    {
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        var page = await Add(leader, await IssuerProcess.Real(), claim);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Body.ShouldContain("An address is no key");
        Count().ShouldBe(0);
    }

    [Fact]
    public async Task Who_answers_by_another_name_is_not_added()
    {
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        foreach (var kind in (string[])["impostor", "page", "large", "redirect", "none", "insideKeys"])
            (await Add(leader, await IssuerProcess.Forger(kind))).Status.ShouldBe(HttpStatusCode.BadRequest, kind);
        Count().ShouldBe(0);
    }

    [Fact]
    public async Task An_issuer_is_kept_as_it_names_itself()
    {
        using var leader = await _cairn.Accounts.SignedIn("lead", _key);
        var typed = await IssuerProcess.Forger("slash");

        (await Add(leader, typed)).Status.ShouldBe(HttpStatusCode.Found);

        using var db = _cairn.Open();
        db.SignInProviders.AsNoTracking().Single().Issuer.ShouldBe(typed + "/");
    }

    internal static string Form(params (string Name, string Value)[] fields) => string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    internal static Task<Answer> Add(Visitor leader, string issuer, string claim = "sourcedId", string tenant = "") =>
        leader.Send("/accounts/providers", Form(("id", $"{Guid.CreateVersion7():N}"), ("name", "School"), ("issuer", issuer), ("client", "fern"), ("claim", claim), ("tenant", tenant)), AccountsSite.Form);

    private static IEnumerable<string> Forms(string secret) => [secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Uri.EscapeDataString(secret)];

    private SignInProvider Read(Guid id)
    {
        using var db = _cairn.Open();
        return db.SignInProviders.AsNoTracking().Single(one => one.Id == id);
    }

    private int Count()
    {
        using var db = _cairn.Open();
        return db.SignInProviders.Count();
    }
}
