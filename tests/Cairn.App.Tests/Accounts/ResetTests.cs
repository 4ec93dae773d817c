using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access.Accounts;
using Cairn.App.Notices;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Accounts;

/// <summary>A new password by letter.</summary>
public sealed partial class ResetTests : IAsyncLifetime
{
    private const string Next = "another okapi walks by";
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task A_link_sets_a_password_once_and_opening_it_changes_nothing()
    {
        var id = await _cairn.Family();
        using var signedIn = await _cairn.SignedIn();
        var link = await Link(id);
        using var scanner = _cairn.Site.Visitor();
        (await scanner.Get(link)).Header("Location").ShouldBe("/reset/new");
        (await scanner.Send(HttpMethod.Head, link)).Status.ShouldBe(HttpStatusCode.Found);
        (await signedIn.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);

        using var rosa = await Opened(link);
        var page = await rosa.Get("/reset/new");
        page.Body.ShouldContain("You sign in as rosa.");
        // The secret is in no address behind the first, and no page names it.
        (page.Header("Referrer-Policy"), page.Whole.Contains(link["/reset/".Length..], StringComparison.Ordinal)).ShouldBe(("no-referrer", false));
        (await Set(rosa, "short")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Set(rosa, Next)).Header("Location").ShouldBe("/sign-in?new=password");
        (await rosa.Get("/sign-in?new=password")).Body.ShouldContain("Your new password is set.");
        (await signedIn.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized, "what was signed in is signed out");
        using var again = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(again, "rosa")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccountsSite.SignIn(again, "rosa", Next)).Status.ShouldBe(HttpStatusCode.Found);

        using var thief = await Opened(link);
        (await Set(thief, "a third okapi walks by")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccountsSite.SignIn(again, "rosa", Next)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task A_link_works_for_half_an_hour_and_only_the_newest()
    {
        var id = await _cairn.Family();
        var (first, second) = (await Link(id), await Link(id));
        using var early = await Opened(first);
        (await Set(early, Next)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var late = await Opened(second);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(30));
        (await Set(late, Next)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var rosa = await _cairn.SignedIn();
    }

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task A_guessed_link_and_one_of_another_purpose_set_nothing()
    {
        await _cairn.Family();
        var invitation = await _cairn.District.Writer.Alone(turn => Invitations.Make(turn, ActorKind.Learner, _cairn.Learner, "", _cairn.Clock.GetUtcNow().UtcDateTime));
        foreach (var guess in (string[])["/reset/guessed", $"/reset/{invitation}", "/reset/" + new string('A', 43), "/reset/" + new string('A', 3000)])
        {
            using var thief = await Opened(guess);
            (await Set(thief, Next)).Status.ShouldBe(HttpStatusCode.NotFound, guess);
        }

        using var nobody = _cairn.Site.Visitor();
        (await Set(nobody, Next)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task A_new_password_opens_nothing_that_asks_for_a_second_factor()
    {
        await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var thief = await Opened(await Link(_cairn.Read("okafor").Id));
        (await Set(thief, Next)).Status.ShouldBe(HttpStatusCode.Found);
        (await AccountsSite.SignIn(thief, "okafor", Next)).Header("Location").ShouldBe("/sign-in/second");
        (await thief.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Abuse", "A2")]
    public async Task Who_asks_for_a_letter_is_answered_the_same_for_a_name_that_nobody_has()
    {
        await _cairn.Family();
        using var visitor = _cairn.Site.Visitor();
        var known = await visitor.Send("/reset", "name=rosa", AccountsSite.Form);
        var unknown = await visitor.Send("/reset", "name=nora", AccountsSite.Form);
        (unknown.Status, unknown.Body).ShouldBe((known.Status, known.Body));
        known.Body.ShouldContain("If there is such an account");
    }

    [Fact]
    [Trait("Abuse", "A3")]
    [Trait("Abuse", "A10")]
    public async Task The_link_in_a_letter_leads_here_whatever_host_the_request_named()
    {
        await using var sink = new SmtpSink();
        Environment.SetEnvironmentVariable(MailSettings.Variable, sink.Settings);
        await using var site = await Mailing();
        var id = await _cairn.Family();
        await Confirm(id);
        using (var form = new FormUrlEncodedContent([new("name", "rosa")]))
        using (var http = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Url, "/reset")) { Content = form })
        {
            request.Headers.Host = "evil.example";
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
            (await http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var letter = await sink.Next();
        letter.ShouldNotContain("evil");
        letter.ShouldContain("To: rosa@example.org");
        var link = Address().Match(letter.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal)).Value;
        link.ShouldStartWith(site.Url.GetLeftPart(UriPartial.Authority));
        using var rosa = await Opened(new Uri(link).AbsolutePath);
        (await Set(rosa, Next)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "A3")]
    public async Task An_address_that_no_letter_came_back_from_gets_none()
    {
        await using var sink = new SmtpSink();
        Environment.SetEnvironmentVariable(MailSettings.Variable, sink.Settings);
        await using var site = await Mailing();
        var id = await _cairn.Family();
        await _cairn.Account("lena", AccountsSite.Password, (ActorKind.Learner, _cairn.Learner));
        await Confirm(_cairn.Read("lena").Id);
        using var visitor = site.Visitor();
        await visitor.Send("/reset", "name=rosa", AccountsSite.Form);
        await visitor.Send("/reset", "name=nobody", AccountsSite.Form);
        // One after the other: once this one came, those before it had their turn.
        await visitor.Send("/reset", "name=lena", AccountsSite.Form);
        (await sink.Next()).ShouldContain("To: lena@example.org");
        sink.Waiting.ShouldBe(0);
        using var db = _cairn.District.Open();
        db.OneTimeCodes.AsNoTracking().Count(one => one.Account == id).ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_kept()
    {
        var link = await Link(await _cairn.Family());
        using var db = _cairn.District.Open();
        var row = db.OneTimeCodes.AsNoTracking().Single();
        row.CodeHash.ShouldBe(Cairn.App.Access.Sessions.HashBytes(link["/reset/".Length..]));
        row.Purpose.ShouldBe(Codes.Reset);
    }

    private async Task<RunningSite> Mailing()
    {
        try
        {
            return await _cairn.Node();
        }
        finally
        {
            Environment.SetEnvironmentVariable(MailSettings.Variable, null);
        }
    }

    private async Task<string> Link(Guid account) => "/reset/" + await _cairn.District.Writer.Alone(turn => ResetLetters.Make(turn, account, "", _cairn.Clock.GetUtcNow().UtcDateTime), Acting.Operator);

    private Task<bool> Confirm(Guid account) => _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Id == account).IsEmailConfirmed = true);

    private async Task<Visitor> Opened(string link)
    {
        var visitor = _cairn.Site.Visitor();
        (await visitor.Get(link)).Header("Location").ShouldBe("/reset/new");
        return visitor;
    }

    private static Task<Answer> Set(Visitor visitor, string password) => visitor.Send("/reset/new", $"password={Uri.EscapeDataString(password)}", AccountsSite.Form);

    [GeneratedRegex("http://[^\\s\"<]+/reset/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
