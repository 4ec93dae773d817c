using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cairn.App.Access.Providers;
using Cairn.App.Outbound;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>A district whose people sign in with a provider. The roster "north" knows the learner as u-lena, the teacher as u-okafor, the guardian
/// as u-rosa and the leader as u-lead.</summary>
internal sealed class ProviderSite : IAsyncDisposable
{
    public const string Secret = "sh-canary-secret-5Q";
    public const string Client = "cairn-of-fern-hollow";

    private ProviderSite(AccountsSite accounts) => Accounts = accounts;

    public AccountsSite Accounts { get; }

    public RunningSite Site => Accounts.Site;

    public static async Task<ProviderSite> Start(TextWriter? log = null)
    {
        var options = new SiteOptions { Outbound = new OutboundRules { IsPlainAllowed = true, Inside = [IPNetwork.Parse("127.0.0.0/8")] }, LogTo = log };
        var made = new ProviderSite(await AccountsSite.Start(options));
        await made.Accounts.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(
                new SourceLink("north", "learner", "u-lena", made.Accounts.Learner), new SourceLink("north", "educator", "u-okafor", made.Accounts.Teacher),
                new SourceLink("north", "guardian", "u-rosa", made.Accounts.Guardian), new SourceLink("north", "educator", "u-lead", made.Accounts.Leader),
                // One key for two: a roster that says too little.
                new SourceLink("north", "educator", "u-two", made.Accounts.Teacher), new SourceLink("north", "guardian", "u-two", made.Accounts.Guardian));
            return true;
        });
        return made;
    }

    /// <summary>A provider at the real issuer, which knows this district's one address.</summary>
    public async Task<Guid> AtReal(string claim = "sourcedId", string source = "north", string tenant = "", string? secret = Secret)
    {
        var (issuer, client) = (await IssuerProcess.Real(), $"{Client}-{Guid.NewGuid():N}");
        // As it names itself, to the letter.
        var id = await Add(issuer + "/", client, claim, source, tenant, secret);
        using var http = new HttpClient();
        (await http.PostAsJsonAsync($"{issuer}/test/clients", new { id = client, secret, back = new Uri(Site.Url, ProviderFlow.BackPath(id)) })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return id;
    }

    /// <summary>A provider at the issuer that forges.</summary>
    public async Task<Guid> AtForger(string kind = "plain", string tenant = "") => await Add(await IssuerProcess.Forger(kind), Client, "sourcedId", "north", tenant, Secret);

    public Task<Guid> Add(string issuer, string client, string claim, string source, string tenant, string? secret) => Accounts.District.Writer.Alone(turn =>
        ChangedProviders.Add(turn, Accounts.Folder, "test", Guid.CreateVersion7(), new ProviderAsked("School", issuer, client, claim, source, tenant), secret ?? "").Id);

    /// <summary>Goes to the provider; the address that the browser is sent to.</summary>
    public static async Task<Uri> Go(Visitor visitor, Guid provider, string? back = null, string at = "/sign-in/with")
    {
        var sent = await visitor.Get($"{at}/{provider:N}{(back is null ? "" : $"?back={Uri.EscapeDataString(back)}")}");
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.Whole);
        return new Uri(sent.Header("Location"));
    }

    /// <summary>Signs in over there as somebody: the path that the browser is sent back to.</summary>
    public static async Task<string> Answer(Uri at, object person)
    {
        using var browser = IssuerProcess.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, at);
        request.Headers.Add("X-Person", Uri.EscapeDataString(JsonSerializer.Serialize(person)));
        using var response = await browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Found, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.PathAndQuery;
    }

    /// <summary>There and back.</summary>
    public static async Task<Answer> Come(Visitor visitor, Guid provider, object person, string? back = null) => await visitor.Get(await Answer(await Go(visitor, provider, back), person));

    /// <summary>What a good token of the forger says to the question at an address.</summary>
    public async Task<Dictionary<string, object?>> Claims(Uri at, string kind = "plain")
    {
        var now = Accounts.Clock.GetUtcNow().ToUnixTimeSeconds();
        return new(StringComparer.Ordinal)
        {
            ["iss"] = await IssuerProcess.Forger(kind), ["aud"] = Client, ["sub"] = "s-1", ["nonce"] = Of(at, "nonce"), ["iat"] = now, ["exp"] = now + 300, ["sourcedId"] = "u-lena",
        };
    }

    /// <summary>The path by which a browser comes back with a forged token.</summary>
    public static string Forged(Guid provider, Uri at, IReadOnlyDictionary<string, object?> claims, string head = """{"alg":"RS256","kid":"own","typ":"JWT"}""", string by = "own", string more = "") =>
        Forged(provider, at, JsonSerializer.Serialize(claims.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value)), head, by, more);

    public static string Forged(Guid provider, Uri at, string claims, string head, string by, string more = "")
    {
        var code = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { Head = head, Claims = claims, By = by }));
        return $"{ProviderFlow.BackPath(provider)}?code={code}&state={Of(at, "state")}{more}";
    }

    /// <summary>A part of the question that the browser carries to the provider.</summary>
    public static string Of(Uri at, string name) => System.Web.HttpUtility.ParseQueryString(at.Query)[name] ?? "";

    /// <summary>All that a sign-in could change.</summary>
    public string State()
    {
        using var db = Accounts.District.Open();
        return string.Join('\n', ((string[])["accounts", "account_people", "external_logins", "sign_in_providers", "sessions", "passkeys"]).SelectMany(table => Sql.Dump(db, table).Order(StringComparer.Ordinal).Prepend(table)));
    }

    /// <summary>What the journal says of the last refusal.</summary>
    public string LastRefusal()
    {
        using var db = Accounts.District.Open();
        var last = db.Journal.AsNoTracking().Where(one => one.Act == JournalAct.Refused).OrderByDescending(one => one.Index).First();
        return Encoding.UTF8.GetString(db.JournalPayloads.AsNoTracking().First(one => one.Index == last.Index).Words);
    }

    public int Refusals()
    {
        using var db = Accounts.District.Open();
        return db.Journal.AsNoTracking().Count(one => one.Act == JournalAct.Refused);
    }

    /// <summary>Refused, with a page that says so in a sentence; nothing changed but the journal, which says why.</summary>
    public async Task ShouldBeRefused(Visitor visitor, Func<Task<Answer>> comes, HttpStatusCode status, string because, string says)
    {
        var (before, refusals) = (State(), Refusals());
        var answer = await comes();
        answer.Status.ShouldBe(status, answer.Whole);
        answer.Whole.ShouldContain(says);
        visitor.Cookie.ShouldNotContain("cairn=");
        State().ShouldBe(before);
        Refusals().ShouldBe(refusals + 1);
        LastRefusal().ShouldContain($"\"because\":\"{because}\"");
    }

    public Db Open() => Accounts.District.Open();

    /// <summary>Puts a subject and an account together, as their owner does.</summary>
    public Task Link(Guid provider, string subject, Guid account) => Accounts.District.Writer.Alone(turn =>
    {
        ProviderAccounts.Link(turn, provider, subject, account).ShouldBeTrue();
        return true;
    });

    public List<ExternalLogin> Logins()
    {
        using var db = Open();
        return [.. db.ExternalLogins.AsNoTracking()];
    }

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();
}
