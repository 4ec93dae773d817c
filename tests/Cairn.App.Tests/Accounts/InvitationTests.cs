using System.Net;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Accounts;

/// <summary>How people get their accounts: invited, by a code from school, or by a mentor's link.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Who_is_invited_makes_an_account_once_and_is_who_they_were_invited_as()
    {
        var link = await Invite(ActorKind.Guardian, _cairn.Guardian, "rosa@example.org");
        using var rosa = await Opened(link, "/invitation");
        (await rosa.Get("/invitation")).Body.ShouldContain("Welcome, Rosa Diaz.");
        // Whatever else is sent along makes nobody more than they are.
        (await Accept(rosa, "rosa.d", AccountsSite.Password, "&kind=Leader&role=DistrictLeader&person=" + _cairn.Leader)).Header("Location").ShouldBe("/family");
        (await rosa.Get("/learners")).Body.ShouldContain("Lena Diaz");
        var account = _cairn.Read("rosa.d");
        (account.Email, account.IsEmailConfirmed).ShouldBe(("rosa@example.org", true));
        using (var db = _cairn.District.Open())
        {
            var one = db.AccountPeople.AsNoTracking().Single();
            (one.Account, one.Kind, one.Person).ShouldBe((account.Id, ActorKind.Guardian, _cairn.Guardian));
        }

        using var second = await Opened(link, "/invitation");
        (await Accept(second, "thief", AccountsSite.Password)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Staff_who_accept_set_up_a_second_factor_next()
    {
        using var teacher = await Opened(await Invite(ActorKind.Teacher, _cairn.Teacher), "/invitation");
        (await Accept(teacher, "okafor", AccountsSite.Password)).Header("Location").ShouldBe("/account/second-factor");
        (await teacher.Get("/learners")).Header("Location").ShouldBe("/account/second-factor");
    }

    [Theory]
    [InlineData("rosa")]
    [InlineData("RОSA")]
    [InlineData("r0sa")]
    [InlineData("two words")]
    [InlineData("a\u200bb")]
    [InlineData("a\u2060b")]
    [InlineData("a\u0000b")]
    [InlineData("")]
    [Trait("Abuse", "X12")]
    public async Task A_name_that_is_taken_or_looks_like_one_or_misleads_is_none(string login)
    {
        await _cairn.Account("rosa", AccountsSite.Password, (ActorKind.Learner, _cairn.Learner));
        using var guest = await Opened(await Invite(ActorKind.Guardian, _cairn.Guardian), "/invitation");
        (await Accept(guest, login, AccountsSite.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var db = _cairn.District.Open();
        db.Accounts.Count().ShouldBe(1);
        (await Accept(guest, "rosa.diaz", AccountsSite.Password)).Status.ShouldBe(HttpStatusCode.Found, "the invitation works on");
    }

    [Fact]
    public async Task A_teacher_who_is_a_parent_adds_the_other_person_to_the_account()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var both = await _cairn.SignedIn("okafor", key);
        var link = await Invite(ActorKind.Guardian, _cairn.Guardian);
        await both.Get(link);
        (await both.Get("/invitation")).Body.ShouldContain("Add to my account");
        (await both.Send("/invitation", "mine=true", AccountsSite.Form)).Header("Location").ShouldBe("/hat");
        (await both.Get("/hat")).Body.ShouldContain("Rosa Diaz");
        using var nobody = await Opened(await Invite(ActorKind.Learner, _cairn.Learner), "/invitation");
        (await nobody.Send("/invitation", "mine=true", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "X12")]
    public async Task Two_forms_of_one_name_are_one()
    {
        await _cairn.Account("josé", AccountsSite.Password, (ActorKind.Learner, _cairn.Learner));
        using var guest = await Opened(await Invite(ActorKind.Guardian, _cairn.Guardian), "/invitation");
        (await Accept(guest, "jose\u0301", AccountsSite.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Accept(guest, "JOSÉ", AccountsSite.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Abuse", "G5")]
    public async Task A_family_comes_in_by_the_code_and_what_school_gave_and_the_code_works_once()
    {
        var code = await Print(_cairn.Guardian);
        using var rosa = _cairn.Site.Visitor();
        (await Claim(rosa, code.ToUpperInvariant(), "lena", "ROSA  DIAZ", "rosa")).Header("Location").ShouldBe("/family");
        (await rosa.Get("/learners")).Body.ShouldContain("Lena Diaz");
        using var thief = _cairn.Site.Visitor();
        (await Claim(thief, code, "lena", "Rosa Diaz", "thief")).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var db = _cairn.District.Open();
        db.Accounts.Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "G5")]
    public async Task The_code_alone_and_a_family_name_alone_do_nothing_and_five_wrong_tries_end_the_code()
    {
        var code = await Print(_cairn.Guardian);
        using var thief = _cairn.Site.Visitor();
        var (wrongCode, wrongName) = (await Claim(thief, "0000-0000-0000", "lena", "Diaz", "thief"), await Claim(thief, code, "diaz", "Diaz", "thief"));
        (wrongName.Status, wrongName.Body.Replace(code, "0000-0000-0000", StringComparison.Ordinal).Replace("diaz", "lena", StringComparison.Ordinal)).ShouldBe((wrongCode.Status, wrongCode.Body.Replace("diaz", "lena", StringComparison.Ordinal)));
        for (var i = 0; i < Codes.MostAttempts; i++) (await Claim(thief, code, "diaz", "Rosa Diaz", "thief")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Claim(thief, code, "lena", "Rosa Diaz", "thief")).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var db = _cairn.District.Open();
        (db.Accounts.Count(), db.OneTimeCodes.AsNoTracking().Single().Attempts).ShouldBe((0, Codes.MostAttempts));
        _cairn.Told().ShouldContain(one => one.Act == JournalAct.Refused);
    }

    [Fact]
    [Trait("Abuse", "G5")]
    public async Task Whom_the_school_knows_by_another_name_sees_nothing_until_it_says_yes()
    {
        var key = await _cairn.Staff("lead", ActorKind.Leader, _cairn.Leader);
        using var other = _cairn.Site.Visitor();
        var waiting = await Claim(other, await Print(_cairn.Guardian), "lena", "Somebody Diaz", "somebody");
        (waiting.Status, waiting.Body.Contains("The school still has to confirm", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Accepted, true));
        await AccountsSite.SignIn(other, "somebody");
        var nobody = (await other.Get("/learners")).Body;
        nobody.ShouldNotContain("Lena");
        nobody.ShouldContain("The school still has to confirm");

        using var leader = await _cairn.SignedIn("lead", key);
        (await leader.Get("/accounts")).Body.ShouldContain("Somebody Diaz says that they care for Lena Diaz.");
        Guid claim;
        using (var db = _cairn.District.Open()) claim = Claiming.Waiting(db, _cairn.Clock.GetUtcNow().UtcDateTime).Single().Id;
        (await other.Send($"/accounts/claims/{claim:N}", "answer=yes", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound, "nobody says yes to themselves");
        var asked = (await leader.Get($"/accounts/claims/{claim:N}")).Body;
        (asked.Contains("Let Somebody Diaz in?", StringComparison.Ordinal), asked.Contains("the whole record of Lena Diaz", StringComparison.Ordinal)).ShouldBe((true, true));
        (await other.Get("/learners")).Body.ShouldNotContain("Lena", Case.Sensitive, "whoever is asked has said nothing yet");
        (await leader.Send($"/accounts/claims/{claim:N}", "answer=yes", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        (await leader.Get($"/accounts/claims/{claim:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get("/learners")).Body.ShouldContain("Lena Diaz");
        (await leader.Send($"/accounts/claims/{claim:N}", "answer=yes", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "M6")]
    public async Task A_mentors_link_binds_one_device_by_the_code_that_came_another_way()
    {
        var (sponsor, link, code) = await Mentor();
        using var scanner = await Opened(link, "/mentor");
        (await scanner.Get("/mentor")).Body.ShouldContain("Code of eight digits");
        (await scanner.Post("/mentor")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Sessions().ShouldBeEmpty();

        using var mentor = await Opened(link, "/mentor");
        (await mentor.Send("/mentor", $"code={code[..4]}+{code[4..]}", AccountsSite.Form)).Header("Location").ShouldBe("/placements");
        _cairn.Sessions().Single().Person.ShouldBe(sponsor);
        using var forwarded = await Opened(link, "/mentor");
        (await forwarded.Send("/mentor", $"code={code}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mentor.Get("/account")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "M6")]
    public async Task A_mentors_link_that_nobody_used_for_a_fortnight_is_none()
    {
        var (_, link, code) = await Mentor();
        using var mentor = await Opened(link, "/mentor");
        _cairn.Clock.Pass(TimeSpan.FromDays(14));
        (await mentor.Send("/mentor", $"code={code}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        _cairn.Sessions().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "M6")]
    public async Task Five_wrong_codes_end_a_mentors_link()
    {
        var (_, link, code) = await Mentor();
        using var thief = await Opened(link, "/mentor");
        for (var i = 0; i < Codes.MostAttempts; i++) (await thief.Send("/mentor", $"code={(code == "00000000" ? "11111111" : "00000000")}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await thief.Send("/mentor", $"code={code}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
        _cairn.Sessions().ShouldBeEmpty();
    }

    private async Task<string> Print(Guid guardian)
    {
        var code = PaperCodes.New();
        var hash = PaperCodes.Hash(code, _cairn.Folder.Secrets, "test");
        await _cairn.District.Writer.Alone(turn =>
        {
            Claiming.Print(turn, hash, _cairn.Learner, guardian, _cairn.Clock.GetUtcNow().UtcDateTime);
            return true;
        }, Acting.Operator);
        return code;
    }

    private async Task<string> Invite(ActorKind kind, Guid person, string email = "") =>
        Invitations.PathOf(await _cairn.District.Writer.Alone(turn => Invitations.Make(turn, kind, person, email, _cairn.Clock.GetUtcNow().UtcDateTime), Acting.Operator));

    private async Task<(Guid Sponsor, string Link, string Code)> Mentor()
    {
        var sponsor = Guid.CreateVersion7();
        var (token, code) = await _cairn.District.Writer.Alone(turn =>
        {
            turn.Db.Add(new Sponsor(new SponsorId(sponsor), turn.Db.Organizations.First().Id, "Sam of the bakery"));
            turn.Db.SaveChanges();
            return MentorLinks.Make(turn, sponsor, _cairn.Clock.GetUtcNow().UtcDateTime);
        });
        return (sponsor, MentorLinks.PathOf(token), code);
    }

    private async Task<Visitor> Opened(string link, string to)
    {
        var visitor = _cairn.Site.Visitor();
        (await visitor.Get(link)).Header("Location").ShouldBe(to);
        return visitor;
    }

    [Fact]
    [Trait("Abuse", "A2")]
    public async Task Without_a_code_nobody_learns_which_names_are_taken()
    {
        await _cairn.Family();
        using var stranger = _cairn.Site.Visitor();
        var taken = await Claim(stranger, "AAAA-BBBB-CCCC", "ada", "Somebody", "rosa");
        var free = await Claim(stranger, "AAAA-BBBB-CCCC", "ada", "Somebody", "rosb");

        (taken.Status, free.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        taken.Body.Replace("rosa", "rosb", StringComparison.Ordinal).ShouldBe(free.Body);
    }

    private static Task<Answer> Accept(Visitor visitor, string login, string password, string also = "") =>
        visitor.Send("/invitation", $"login={Uri.EscapeDataString(login)}&password={Uri.EscapeDataString(password)}{also}", AccountsSite.Form);

    private static Task<Answer> Claim(Visitor visitor, string code, string learner, string name, string login) => visitor.Send(
        "/claim", $"code={Uri.EscapeDataString(code)}&learner={Uri.EscapeDataString(learner)}&name={Uri.EscapeDataString(name)}&login={login}&password={Uri.EscapeDataString(AccountsSite.Password)}", AccountsSite.Form);
}
