using System.Net;
using Cairn.App.Access.Accounts;
using Cairn.App.Cli;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Tests.Accounts;

/// <summary>What who leads the district does about accounts, in the browser and at the command line.</summary>
public sealed class LookingAfterAccountsTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;
    private byte[] _key = [];

    public async ValueTask InitializeAsync()
    {
        _cairn = await AccountsSite.Start();
        _key = await _cairn.Staff("lead", ActorKind.Leader, _cairn.Leader);
    }

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task A_leader_invites_by_the_roster_and_the_link_is_shown_once()
    {
        using var leader = await _cairn.SignedIn("lead", _key);
        (await leader.Send("/accounts/invite", "username=okafor&email=", AccountsSite.Form)).Header("Location").ShouldBe("/shown-once");
        var shown = await leader.Get("/shown-once");
        shown.Whole.ShouldContain("/invitation/");
        shown.Whole.ShouldContain("Invitation for Ms. Okafor");
        (await leader.Get("/shown-once")).Whole.ShouldContain("/invitation/", Case.Sensitive, "asking again makes no second link");
        _cairn.Clock.Pass(TimeSpan.FromSeconds(31));
        using var other = await _cairn.SignedIn("lead", _key);
        (await other.Get("/shown-once")).Header("Location").ShouldBe("/");
        (await leader.Get("/accounts")).Body.ShouldNotContain("/invitation/");
        (await leader.Send("/accounts/invite", "username=nobody", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await leader.Send("/accounts/invite", "username=lead", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Ms. Okafor")]
    [InlineData("ms.  okafor")]
    public async Task Who_types_the_name_that_pages_show_means_the_one_who_has_it(string name)
    {
        using var leader = await _cairn.SignedIn("lead", _key);
        (await leader.Send("/accounts/invite", $"username={Uri.EscapeDataString(name)}", AccountsSite.Form)).Header("Location").ShouldBe("/shown-once");
    }

    [Fact]
    public async Task Several_of_one_name_are_told_apart_by_their_usernames()
    {
        await _cairn.District.Writer.Alone(turn => turn.Db.Add(new Cairn.Learning.People.Educator(new Cairn.Learning.EducatorId(Guid.CreateVersion7()), "okafor.b", "Ms. Okafor", Cairn.Learning.People.EducatorRole.Teacher)).Entity.Id);
        using var leader = await _cairn.SignedIn("lead", _key);
        var answer = await leader.Send("/accounts/invite", "username=Ms.+Okafor", AccountsSite.Form);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Whole.ShouldContain("Ms. Okafor, okafor; Ms. Okafor, okafor.b");
    }

    [Fact]
    public async Task A_familys_sheet_says_whose_and_how_long_and_keeps_the_childs_sign_in_name_for_another()
    {
        using var leader = await _cairn.SignedIn("lead", _key);
        (await leader.Send("/accounts/claim-code", "learner=Lena+Diaz&guardian=Rosa+Diaz", AccountsSite.Form)).Header("Location").ShouldBe("/shown-once");
        var sheet = (await leader.Get("/shown-once")).Whole;
        foreach (var said in (string[])["Code for the family of Lena Diaz", "/claim", "It works once, until", "Write your own name like this: Rosa Diaz"]) sheet.ShouldContain(said);
        var printed = sheet[sheet.IndexOf("id=\"what\"", StringComparison.Ordinal)..];
        printed.ShouldNotContain(">lena<");
    }

    [Fact]
    public async Task An_old_proof_loses_nothing_that_was_typed()
    {
        using var leader = await _cairn.SignedIn("lead", _key);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));
        var led = await leader.Send("/accounts/invite", "username=okafor&email=ms%40example.org", AccountsSite.Form);
        var back = Uri.UnescapeDataString(led.Header("Location")!["/prove?back=".Length..]);
        back.ShouldBe("/accounts?username=okafor&email=ms%40example.org");
        var page = (await leader.Get(back)).Whole;
        page.ShouldContain("value=\"okafor\"");
        page.ShouldContain("value=\"ms@example.org\"");
        page.ShouldContain("Press the button once more.");
    }

    [Fact]
    public async Task What_cannot_be_undone_is_asked_and_what_was_done_is_said()
    {
        await _cairn.Family();
        using var leader = await _cairn.SignedIn("lead", _key);
        var path = $"/accounts/{_cairn.Read("rosa").Id:N}";
        (await leader.Get($"{path}/lost")).Whole.ShouldContain("Did rosa lose the device?");
        (await leader.Get($"{path}/close")).Whole.ShouldContain("Close the account rosa?");
        (await leader.Get("/accounts")).Whole.ShouldNotContain("value=\"close\"");
        var done = await leader.Send(path, "deed=close", AccountsSite.Form);
        (await leader.Get(done.Header("Location")!)).Whole.ShouldContain("The account rosa is closed.");
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task What_matters_asks_who_it_is_at_the_step_that_does_it()
    {
        await _cairn.Family();
        using var leader = await _cairn.SignedIn("lead", _key);
        _cairn.Clock.Pass(TimeSpan.FromMinutes(16));
        var answer = await leader.Send($"/accounts/{_cairn.Read("rosa").Id:N}", "deed=close", AccountsSite.Form);
        answer.Header("Location").ShouldBe("/prove?back=%2Faccounts");
        _cairn.Read("rosa").EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_at_once_and_can_be_opened_again()
    {
        await _cairn.Family();
        using var rosa = await _cairn.SignedIn();
        using var leader = await _cairn.SignedIn("lead", _key);
        var path = $"/accounts/{_cairn.Read("rosa").Id:N}";
        (await leader.Send(path, "deed=close", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await rosa.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccountsSite.SignIn(rosa, "rosa")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await leader.Send(path, "deed=open", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await AccountsSite.SignIn(rosa, "rosa")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "S7")]
    public async Task The_last_account_that_lets_others_in_stays_open()
    {
        using var leader = await _cairn.SignedIn("lead", _key);
        var answer = await leader.Send($"/accounts/{_cairn.Read("lead").Id:N}", "deed=close", AccountsSite.Form);
        (answer.Status, _cairn.Read("lead").EndedAt).ShouldBe((HttpStatusCode.BadRequest, null));
        answer.Body.ShouldContain("the last account that can let others in");
        using var db = _cairn.District.Open();
        LastLeader.Is(db, _cairn.Read("lead").Id, DateOnly.FromDateTime(_cairn.Clock.GetUtcNow().UtcDateTime)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_lost_the_device_sets_up_another_and_nobody_does_it_for_themselves()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var teacher = await _cairn.SignedIn("okafor", key);
        using var leader = await _cairn.SignedIn("lead", _key);
        (await leader.Send($"/accounts/{_cairn.Read("okafor").Id:N}", "deed=lost", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccountsSite.SignIn(teacher, "okafor")).Header("Location").ShouldBe("/account/second-factor");
        (await leader.Send($"/accounts/{_cairn.Read("lead").Id:N}", "deed=lost", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        _cairn.Read("lead").HasSecondFactor.ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task A_short_password_opens_nothing_once_what_stood_beside_it_is_lost()
    {
        await _cairn.Account("mum", "kQ7!vb2z", (ActorKind.Guardian, _cairn.Guardian));
        await _cairn.District.Writer.Alone(turn =>
        {
            Closing.Lose(turn, turn.Db.Accounts.Single(one => one.Login == "mum").Id);
            return true;
        });
        using var mum = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(mum, "mum", "kQ7!vb2z")).Header("Location").ShouldBe("/account/second-factor");
        foreach (var path in (string[])["/learners", $"/learners/{_cairn.Learner:N}", "/account/email"]) (await mum.Get(path)).Header("Location").ShouldBe("/account/second-factor", path);
        (await mum.Get("/account/second-factor")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "S6")]
    public async Task No_page_shows_a_secret_that_was_written()
    {
        await _cairn.Family();
        using var leader = await _cairn.SignedIn("lead", _key);
        var (account, page) = (_cairn.Read("rosa"), await leader.Get("/accounts"));
        foreach (var secret in (string[])[account.PasswordHash, account.SecurityStamp, "argon2id"]) page.Whole.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Whoever_is_on_call_does_the_same_at_the_command_line_and_the_journal_says_so()
    {
        await _cairn.Family();
        await _cairn.Stop();

        var (listed, lines, _) = await Run("list");
        listed.ShouldBe(CommandLine.Done);
        lines.ShouldContain("rosa");
        (await Run("invite", "okafor", "--url", "https://learn.example.org")).Out.ShouldStartWith("https://learn.example.org/invitation/");
        (await Run("invite", "nobody")).Code.ShouldBe(CommandLine.Refused);
        (await Run("reset", "ROSA")).Out.ShouldContain("/reset/");
        (await Run("claim", "lena")).Out.Trim().Length.ShouldBe(14);
        (await Run("close", "rosa")).Code.ShouldBe(CommandLine.Done);
        (await Run("reset", "rosa")).Code.ShouldBe(CommandLine.Refused);
        (await Run("open", "rosa")).Code.ShouldBe(CommandLine.Done);
        (await Run("close", "lead")).Code.ShouldBe(CommandLine.Refused);
        (await Run("invite", "okafor", "--url", "nonsense")).Code.ShouldBe(CommandLine.WrongUsage);
    }

    private async Task<(int Code, string Out, string Err)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.Run(["account", .. args, "--data", _cairn.Folder.Path], new Terminal(TextReader.Null, output, errors, IsWatched: false));
        return (code, output.ToString(), errors.ToString());
    }
}
