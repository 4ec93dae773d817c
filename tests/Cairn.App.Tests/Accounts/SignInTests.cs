using System.Diagnostics;
using System.Net;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Accounts;

/// <summary>A name and a password, and what comes after.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task The_front_page_leads_to_sign_in_once_there_are_accounts()
    {
        using var visitor = _cairn.Site.Visitor();
        (await visitor.Get("/")).Body.ShouldNotContain("/sign-in");
        await _cairn.Family();
        (await visitor.Get("/")).Body.ShouldContain("href=\"/sign-in\"");
        (await visitor.Get("/sign-in")).Body.ShouldContain("Name or email");
    }

    [Fact]
    public async Task A_family_comes_in_by_name_and_password_and_sees_its_own()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();

        (await rosa.Get("/learners")).Body.ShouldContain("Lena Diaz");
        (await rosa.Get("/account")).Body.ShouldContain("You sign in as rosa.");
        var (act, by) = _cairn.Told().Last(one => one.Act == JournalAct.SignedIn);
        (act, by.Actor, by.Person, by.Account).ShouldBe((JournalAct.SignedIn, ActorKind.Guardian, _cairn.Guardian, _cairn.Read("rosa").Id));
        _cairn.Read("rosa").LastSignInAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("rosa")]
    [InlineData("ROSA")]
    [InlineData(" rosa ")]
    [InlineData("ｒｏｓａ")]
    [Trait("Abuse", "X12")]
    public async Task A_name_is_the_same_whatever_its_case_and_form(string typed)
    {
        await _cairn.Family();
        using var visitor = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(visitor, typed)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_address_is_a_name_once_a_letter_to_it_came_back()
    {
        await _cairn.Family();
        using var visitor = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(visitor, "rosa@example.org")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Login == "rosa").IsEmailConfirmed = true);
        (await AccountsSite.SignIn(visitor, "Rosa@Example.org")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "X12")]
    public async Task Nobody_is_called_by_the_address_of_another_and_nobody_takes_as_address_what_another_is_called()
    {
        await _cairn.Family();
        using (var db = _cairn.District.Open()) NewAccount.Fault(db, "Rosa@example.org").ShouldBe(AccountFault.None, "no letter came back yet: it may be anybody's");
        await _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Login == "rosa").IsEmailConfirmed = true);
        var other = Guid.CreateVersion7();
        using (var db = _cairn.District.Open())
        {
            NewAccount.Fault(db, "Rosa@example.org").ShouldBe(AccountFault.Taken);
            NewAccount.Fault(db, "rosa@example.org", but: db.Accounts.Single(one => one.Login == "rosa").Id).ShouldBe(AccountFault.None, "it is their own");
        }

        await _cairn.District.Writer.Alone(turn => turn.Db.Add(new Account(other, "ben@example.org", turn.Now)).Entity.Id);
        using (var db = _cairn.District.Open()) NewAccount.MayHaveAddress(db, "Ben@Example.org", Guid.NewGuid()).ShouldBeFalse();
        var (secret, row) = Codes.ForLink(Codes.Confirm, DateTime.UtcNow);
        await _cairn.District.Writer.Alone(turn =>
        {
            (row.Account, row.Email) = (turn.Db.Accounts.Single(one => one.Login == "rosa").Id, "ben@example.org");
            turn.Db.Add(row);
            return true;
        });
        using var visitor = _cairn.Site.Visitor();
        await visitor.Get($"/confirm/{secret}");
        (await visitor.Post("/confirm")).Status.ShouldBe(HttpStatusCode.NotFound);
        (_cairn.Read("rosa").Email, _cairn.Read("ben@example.org").Email).ShouldBe(("rosa@example.org", ""));
    }

    [Theory]
    [InlineData("harbour lantern okapi 42")]
    [InlineData("Harbour lantern okapi 41")]
    [InlineData("")]
    [InlineData(" harbour lantern okapi 41")]
    public async Task Another_password_opens_nothing_and_the_journal_says_that_it_was_tried(string password)
    {
        await _cairn.Family();
        using var visitor = _cairn.Site.Visitor();
        var page = await AccountsSite.SignIn(visitor, "rosa", password);
        (page.Status, visitor.Cookie).ShouldBe((HttpStatusCode.Unauthorized, ""));
        if (password.Length > 0) page.Body.ShouldNotContain(password.Trim());
        _cairn.Sessions().ShouldBeEmpty();
        _cairn.Told().Last().Act.ShouldBe(JournalAct.Refused);
    }

    [Fact]
    [Trait("Abuse", "A2")]
    public async Task A_name_that_nobody_has_is_answered_in_the_same_words_and_work()
    {
        await _cairn.Family();
        using var visitor = _cairn.Site.Visitor();
        var known = await AccountsSite.SignIn(visitor, "rosa", "a wrong password of some length");
        var unknown = await AccountsSite.SignIn(visitor, "nora", "a wrong password of some length");
        (unknown.Status, unknown.Body.Replace("nora", "rosa", StringComparison.Ordinal)).ShouldBe((known.Status, known.Body));
        _cairn.Told().Count(one => one.Act == JournalAct.Refused).ShouldBe(2);

        // The time is that of hashing, which is done for both: without it an answer takes a hundredth.
        using var passwords = new Passwords(1);
        var kept = PasswordHash.Of(AccountsSite.Password);
        foreach (var hash in (string[])[kept, ""]) (await passwords.Check("warm", hash)).ShouldBe(PasswordAnswer.Wrong);
        List<double> some = [], none = [];
        for (var i = 0; i < 7; i++)
        {
            some.Add(await Took(() => passwords.Check("a wrong password of some length", kept)));
            none.Add(await Took(() => passwords.Check("a wrong password of some length", "")));
        }

        some.Sort();
        none.Sort();
        (none[3] / some[3]).ShouldBeInRange(0.2, 5);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Who_guesses_has_to_wait_and_the_owner_on_a_known_device_has_not()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        await rosa.Post("/sign-out");
        using var stranger = _cairn.Site.Visitor();
        HttpStatusCode last;
        var tries = 0;
        do last = (await AccountsSite.SignIn(stranger, "rosa", $"guess number {++tries} of many")).Status;
        while (last == HttpStatusCode.Unauthorized && tries < 50);

        var held = await AccountsSite.SignIn(stranger, "rosa");
        (last, held.Status, stranger.Cookie.Contains("cairn=", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, false));
        held.Header("Retry-After").ShouldNotBeEmpty();
        (await AccountsSite.SignIn(rosa, "rosa")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_closed_account_is_as_if_there_were_none()
    {
        await _cairn.Family();
        await _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Login == "rosa").EndedAt = turn.Now);
        using var visitor = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(visitor, "rosa")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_account_whose_people_all_left_lets_nobody_in()
    {
        await _cairn.Family();
        await _cairn.District.Writer.Alone(turn =>
        {
            turn.Db.Remove(turn.Db.AccountPeople.Single());
            return true;
        });
        using var visitor = _cairn.Site.Visitor();
        var page = await AccountsSite.SignIn(visitor, "rosa");
        (page.Status, visitor.Cookie).ShouldBe((HttpStatusCode.Forbidden, ""));
    }

    [Fact]
    public async Task What_was_kept_by_an_older_way_is_kept_anew_at_the_next_sign_in()
    {
        var id = await _cairn.Family();
        await _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Id == id).PasswordHash = PasswordHash.ByPbkdf2(AccountsSite.Password, 1000));
        using var first = await _cairn.SignedIn();
        _cairn.Read("rosa").PasswordHash.ShouldStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        // It is the same password: whoever is signed in stays.
        (await first.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        using var second = await _cairn.SignedIn();
    }

    private static async Task<double> Took(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }
}
