using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access.Proofs;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Accounts;

/// <summary>The second step, and how it is set up and taken away.</summary>
public sealed partial class SecondFactorTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Staff_without_a_second_factor_are_led_to_set_one_up_before_anything_else()
    {
        await _cairn.Account("okafor", AccountsSite.Password, (ActorKind.Teacher, _cairn.Teacher));
        using var teacher = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(teacher, "okafor", also: "&back=/grid")).Header("Location").ShouldBe("/account/second-factor");
        foreach (var path in (string[])["/", "/learners", "/grid", "/framework"]) (await teacher.Get(path)).Header("Location").ShouldBe("/account/second-factor", path);

        var page = await teacher.Get("/account/second-factor");
        var key = Key(page);
        var wrong = await SetUp(teacher, page, Other(Totp.Code(key, Now)));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        Key(wrong).ShouldBe(key, "the app has the key already");
        var codes = await SetUp(teacher, page, Totp.Code(key, Now));
        Codes(codes).Count.ShouldBe(RecoveryCodes.Count);
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);

        // From now on it is asked for.
        await teacher.Post("/sign-out");
        (await AccountsSite.SignIn(teacher, "okafor")).Header("Location").ShouldBe("/sign-in/second");
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_code_of_the_app_lets_in_once()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var teacher = await _cairn.SignedIn("okafor", key);
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);

        using var thief = _cairn.Site.Visitor();
        await AccountsSite.SignIn(thief, "okafor");
        (await _cairn.Code(thief, key)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _cairn.Told().Last().Act.ShouldBe(JournalAct.Refused);
        _cairn.Clock.Pass(TimeSpan.FromSeconds(30));
        (await _cairn.Code(thief, key)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task The_second_step_without_the_first_leads_to_the_first()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var thief = _cairn.Site.Visitor();
        var answer = await _cairn.Code(thief, key);
        (answer.Header("Location"), thief.Cookie).ShouldBe(("/sign-in", ""));
        _cairn.Read("okafor").TotpStep.ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task The_first_step_waits_five_minutes_for_the_second_and_opens_nothing_meanwhile()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var teacher = _cairn.Site.Visitor();
        await AccountsSite.SignIn(teacher, "okafor");
        foreach (var path in (string[])["/learners", "/account", "/prove", "/hat"]) (await teacher.Get(path)).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(5));
        (await _cairn.Code(teacher, key)).Header("Location").ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_recovery_code_works_once_whatever_its_case()
    {
        await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        var (codes, kept) = RecoveryCodes.Make();
        await _cairn.District.Writer.Alone(turn => turn.Db.Accounts.Single(one => one.Login == "okafor").RecoveryCodes = kept);
        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Found, HttpStatusCode.Unauthorized])
        {
            using var teacher = _cairn.Site.Visitor();
            await AccountsSite.SignIn(teacher, "okafor");
            (await teacher.Send("/sign-in/second", $"code={codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)}", AccountsSite.Form)).Status.ShouldBe(expected);
        }

        RecoveryCodes.Left(_cairn.Read("okafor").RecoveryCodes).ShouldBe(RecoveryCodes.Count - 1);
    }

    [Fact]
    [Trait("Abuse", "X2")]
    [Trait("Abuse", "X3")]
    public async Task To_take_the_second_factor_away_one_proves_who_one_is_and_other_sessions_end()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var elsewhere = await _cairn.SignedIn("okafor", key);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));
        using var teacher = await _cairn.SignedIn("okafor", key);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));

        var refused = await teacher.Post("/account/second-factor/remove");
        refused.Header("Location").ShouldBe("/prove?back=%2Faccount%2Fsecond-factor");
        _cairn.Read("okafor").HasSecondFactor.ShouldBeTrue();
        (await teacher.Get(refused.Header("Location"))).Body.ShouldContain("Show that it is you");
        var before = teacher.Cookie;
        var proved = await teacher.Send("/prove", $"back=%2Faccount%2Fsecond-factor&code={Totp.Code(key, Now)}", AccountsSite.Form);
        (proved.Status, proved.Header("Location")).ShouldBe((HttpStatusCode.Found, "/account/second-factor"));
        teacher.Cookie.ShouldNotBe(before, "a rise of privilege gives a new token");

        (await teacher.Post("/account/second-factor/remove")).Status.ShouldBe(HttpStatusCode.Found);
        (_cairn.Read("okafor").HasSecondFactor, _cairn.Read("okafor").TotpKey).ShouldBe((false, null));
        (await elsewhere.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await teacher.Get("/learners")).Header("Location").ShouldBe("/account/second-factor", "staff set up another at once");
    }

    [Fact]
    public async Task A_family_whose_password_is_short_keeps_its_second_factor_until_it_chose_a_longer_one()
    {
        var id = await _cairn.Account("rosa", "okapi lant", (ActorKind.Guardian, _cairn.Guardian));
        var key = Totp.NewKey();
        await _cairn.District.Writer.Alone(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == id);
            (row.TotpKey, row.HasSecondFactor) = (_cairn.Folder.Secrets.Close(key, $"totp/test/{id:N}"), true);
            return true;
        });
        using var rosa = _cairn.Site.Visitor();
        await AccountsSite.SignIn(rosa, "rosa", "okapi lant");
        await _cairn.Code(rosa, key);
        var answer = await rosa.Send("/account/second-factor/remove", "password=okapi%20lant", AccountsSite.Form);
        (answer.Status, _cairn.Read("rosa").HasSecondFactor).ShouldBe((HttpStatusCode.BadRequest, true));
        answer.Body.ShouldContain("needs 15 characters");
    }

    [Fact]
    public async Task A_key_that_was_offered_to_one_account_sets_up_no_other()
    {
        await _cairn.Family();
        await _cairn.Account("lena", AccountsSite.Password, (ActorKind.Learner, _cairn.Learner));
        using var rosa = await _cairn.SignedIn();
        using var lena = await _cairn.SignedIn("lena");
        var page = await rosa.Get("/account/second-factor");
        (await SetUp(lena, page, Totp.Code(Key(page), Now))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (_cairn.Read("lena").HasSecondFactor, _cairn.Read("rosa").HasSecondFactor).ShouldBe((false, false));
    }

    [Fact]
    public async Task The_key_is_sealed_in_the_database_and_in_the_page_it_is_for_the_eyes_of_its_owner()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        var page = await rosa.Get("/account/second-factor");
        page.Header("Cache-Control").ShouldContain("no-store");
        page.Body.ShouldContain("<svg class=\"Qr\"");
        await SetUp(rosa, page, Totp.Code(Key(page), Now));
        var kept = _cairn.Read("rosa").TotpKey.ShouldNotBeNull();
        kept.AsSpan().IndexOf(Key(page)).ShouldBe(-1);
        (await rosa.Get("/account/second-factor")).Body.ShouldNotContain("class=\"Qr\"");
    }

    private long Now => Totp.StepAt(_cairn.Clock.GetUtcNow());

    private static Task<Answer> SetUp(Visitor visitor, Answer page, string code) =>
        visitor.Send("/account/second-factor", $"key={Sealed().Match(page.Body).Groups["key"].Value}&code={code}", AccountsSite.Form);

    private static string Other(string code) => code == "000000" ? "000001" : "000000";

    private static List<string> Codes(Answer page) => [.. Code().Matches(page.Body).Select(one => one.Groups["code"].Value)];

    // The key as it stands in the page for who types it.
    private static byte[] Key(Answer page)
    {
        var text = Code().Match(page.Body).Groups["code"].Value.Replace("-", "", StringComparison.Ordinal);
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var one in text)
        {
            bits = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(one, StringComparison.Ordinal)) & 0xFFFFF;
            held += 5;
            if (held < 8) continue;
            held -= 8;
            bytes.Add((byte)((bits >> held) & 0xFF));
        }

        return [.. bytes];
    }

    [GeneratedRegex("name=\"key\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sealed();

    [GeneratedRegex("<code>(?<code>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
