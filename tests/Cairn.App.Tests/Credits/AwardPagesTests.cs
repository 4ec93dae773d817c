using System.Net;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Cairn.Storage.Credits;

namespace Cairn.App.Tests.Credits;

/// <summary>Credit is awarded once, for what the policy asks, by who may; whatever else is sent.</summary>
public sealed partial class AwardPagesTests : IAsyncLifetime
{
    private CreditSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CreditSite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Credit_is_awarded_once_its_parts_are_shown_and_the_family_reads_what_for()
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);
        (await _site.Get("mother", $"{_site.Path}/credits")).Whole.ShouldContain("1 of 2");
        (await Award(policy)).Status.ShouldBe(HttpStatusCode.OK);
        _site.Record().All.ShouldBeEmpty();

        await _site.Show(_site.District.Clay);
        (await _site.Get("ada", $"{_site.Path}/credits")).Whole.ShouldContain("Ready");
        (await Award(policy)).Status.ShouldBe(HttpStatusCode.Found);

        var held = _site.Record().InForce.Single();
        (held.Award.Hundredths, held.Award.Level, held.Award.Source, held.Award.By, held.Award.EarnedOn).ShouldBe((100, 4m, CreditSource.Mastery, _site.Person("teacher"), new DateOnly(2026, 3, 1)));
        (held.Text!.Title, held.Text.Code, held.Text.Subject).ShouldBe(("Visual Arts", "05154", "arts"));
        held.Parts.Select(one => (one.Hundredths, one.Level)).ShouldBe([(50, 4m), (50, 4m)]);
        var page = (await _site.Get("mother", $"{_site.Path}/credits")).Whole;
        page.ShouldContain("Ada has earned 1 credit");
        page.ShouldContain("Visual Arts");
        page.ShouldContain("Name of teacher");
        // Families see no number of a level.
        page.ShouldNotContain("Mean level");
        (await _site.Get("registrar", $"{_site.Path}/credits")).Whole.ShouldContain("Mean level 4");
    }

    [Fact]
    [Trait("Abuse", "X5")]
    public async Task A_form_that_is_sent_twice_awards_once_and_says_so_both_times()
    {
        var policy = await Ready();
        foreach (var answer in await Task.WhenAll(Award(policy, once: "same"), Award(policy, once: "same"))) answer.Status.ShouldBe(HttpStatusCode.Found);
        (await Award(policy, once: "again")).Whole.ShouldContain("credited already");
        _site.Record().All.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "X5")]
    public async Task Of_two_who_award_at_once_one_does()
    {
        var policy = await Ready();
        var answers = await Task.WhenAll(Award(policy), Award(policy, "counselor", once: "other"));
        answers.Select(one => one.Status).ShouldBe([HttpStatusCode.Found, HttpStatusCode.OK], ignoreOrder: true);
        _site.Record().All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("coTeacher", HttpStatusCode.Forbidden)]
    [InlineData("otherTeacher", HttpStatusCode.NotFound)]
    [InlineData("ofLake", HttpStatusCode.NotFound)]
    [InlineData("mother", HttpStatusCode.Forbidden)]
    [InlineData("ada", HttpStatusCode.Forbidden)]
    [InlineData("ben", HttpStatusCode.NotFound)]
    [InlineData("stranger", HttpStatusCode.NotFound)]
    [InlineData("motherWhoTeaches", HttpStatusCode.Forbidden)]
    [Trait("Abuse", "S1")]
    public async Task Who_may_not_award_does_not(string who, HttpStatusCode status)
    {
        var policy = await Ready();

        (await Award(policy, who)).Status.ShouldBe(status);
        _site.Record().All.ShouldBeEmpty();
        (await _site.As("motherWhoTeaches", (turn, scope) => CreditAwarding.Award(turn, scope, new AwardAsk(new CreditAwardId(Guid.CreateVersion7()), _site.Ada, policy.Id, 100), Framework, CreditSite.Day).Outcome)).ShouldBe(CreditOutcome.NotFound);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("counselor")]
    [InlineData("registrar")]
    [InlineData("ofHill")]
    [InlineData("leader")]
    public async Task Who_may_award_does(string who) => (await Award(await Ready(), who)).Status.ShouldBe(HttpStatusCode.Found);

    [Fact]
    public async Task What_changed_since_the_page_was_drawn_is_told_and_nothing_is_awarded()
    {
        var policy = await _site.Policy(with: one => one with { PostsParts = true });
        await _site.Show(_site.District.Drawing);
        await _site.Show(_site.District.Clay);

        // The form was drawn when half was shown.
        (await Award(policy, amount: "50")).Whole.ShouldContain("Something changed");
        (await Award(policy, amount: "-1")).Whole.ShouldContain("Something changed");
        (await Award(policy, amount: "9999999999")).Whole.ShouldContain("Something changed");
        _site.Record().All.ShouldBeEmpty();
        (await Award(policy)).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Parts_are_posted_as_they_are_shown_and_joined_when_all_are_there()
    {
        var policy = await _site.Policy(with: one => one with { PostsParts = true });
        await _site.Show(_site.District.Drawing);
        var page = (await _site.Get("teacher", _site.Award(policy))).Whole;
        page.ShouldContain("0.5 of 1 of Studio art-1 can be credited now");
        page.ShouldContain("Each part can be credited as soon as it is shown.");
        page.ShouldContain("Award this part");
        page.ShouldNotContain("ready to be awarded");
        var family = (await _site.Get("mother", $"{_site.Path}/credits")).Whole;
        family.ShouldContain("0.5 of 1 ready");
        family.ShouldContain("A part of it is shown.");
        family.ShouldNotContain("Everything is shown.");
        (await Award(policy, amount: "50")).Status.ShouldBe(HttpStatusCode.Found);
        (await Award(policy, amount: "50", once: "again")).Whole.ShouldContain("was credited already");
        await _site.Show(_site.District.Clay);
        (await Award(policy, once: "third")).Status.ShouldBe(HttpStatusCode.Found);

        var record = _site.Record();
        (record.All.Count, record.InForce.Single().Award.Hundredths, record.All.Single(one => !one.IsInForce).Reversal!.Reason).ShouldBe((2, 100, ReversalReason.Joined));
    }

    [Fact]
    public async Task Shares_before_the_whole_take_who_keeps_the_record_and_a_reason()
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);

        (await Award(policy, "teacher", "50", "a", ("do", "partial"), ("reason", "She moves"))).Whole.ShouldContain("Only a counselor, a registrar");
        (await Award(policy, "counselor", "50", "b", ("do", "partial"))).Whole.ShouldContain("Write the reason");
        _site.Record().All.ShouldBeEmpty();
        (await Award(policy, "counselor", "50", "c", ("do", "partial"), ("reason", "She moves"))).Status.ShouldBe(HttpStatusCode.Found);
        (_site.Record().InForce.Single().Award.Hundredths, _site.Record().InForce.Single().Text!.Reason).ShouldBe((50, "She moves"));
    }

    [Fact]
    public async Task Credit_without_a_grade_takes_who_keeps_the_record_and_a_reason()
    {
        var policy = await Ready();

        (await Award(policy, "teacher", "100", "a", ("ungraded", "true"), ("reason", "x"))).Whole.ShouldContain("Only a counselor, a registrar");
        (await Award(policy, "registrar", "100", "b", ("ungraded", "true"))).Whole.ShouldContain("Write the reason");
        (await Award(policy, "registrar", "100", "c", ("ungraded", "true"), ("reason", "Asked for by the family"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Record().InForce.Single().Award.Grading.ShouldBe(GradingOption.NoGrade);
    }

    [Fact]
    public async Task What_is_judged_as_a_whole_takes_a_level_at_the_line_and_a_reason()
    {
        var policy = await _site.Policy(method: CreditMethod.JudgedWhole);

        (await Award(policy, "teacher", "100", "a", ("level", "4"))).Whole.ShouldContain("Write the reason");
        (await Award(policy, "teacher", "100", "b", ("level", "3"), ("reason", "Seen"))).Whole.ShouldContain("not earned yet");
        (await Award(policy, "teacher", "100", "c", ("level", "7"), ("reason", "Seen"))).Whole.ShouldContain("not earned yet");
        (await Award(policy, "teacher", "100", "d", ("reason", "Seen"))).Whole.ShouldContain("not earned yet");
        _site.Record().All.ShouldBeEmpty();
        (await Award(policy, "teacher", "100", "e", ("level", "4"), ("reason", "<b>Seen</b>"))).Status.ShouldBe(HttpStatusCode.Found);
        (_site.Record().InForce.Single().Award.Source, _site.Record().InForce.Single().Award.Level).ShouldBe((CreditSource.JudgedWhole, 4m));
        (await _site.Get("mother", $"{_site.Path}/credits")).Body.ShouldNotContain("<b>Seen");
    }

    [Fact]
    public async Task Work_that_is_taken_back_before_the_award_is_not_credited()
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);
        await _site.Show(_site.District.Clay);
        await _site.District.District.Writer.Alone(turn =>
        {
            turn.Record(new Recording(_site.Ada) { Retractions = [.. turn.Db.Judgments.Where(one => one.Learner == _site.Ada).ToList().Select(one => new Retraction(new RetractionId(Guid.CreateVersion7()), _site.Ada, RetractedKind.Judgment, one.Id.Value, _site.Person("teacher"), default))] });
            return true;
        });

        (await Award(policy)).Whole.ShouldContain("not earned yet");
        _site.Record().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_of_another_place_or_an_old_version_awards_nothing()
    {
        var policy = await Ready();
        var elsewhere = await _site.Policy("lake-1", with: one => one with { School = new OrganizationId(Guid.CreateVersion7()) });
        (await Award(elsewhere)).Status.ShouldBe(HttpStatusCode.NotFound);
        await _site.Policy(with: one => one with { Number = 2, EffectiveFrom = CreditSite.Today });

        (await Award(policy)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.As("teacher", (turn, scope) => CreditAwarding.Award(turn, scope, new AwardAsk(new CreditAwardId(Guid.CreateVersion7()), _site.Ada, policy.Id, 100), Framework, CreditSite.Day).Outcome)).ShouldBe(CreditOutcome.MovedOn);
        _site.Record().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_competency_is_not_credited_by_two_policies()
    {
        await Award(await Ready());
        var second = await _site.Policy("clay-1", with: null, of: _site.District.Clay);

        (await Award(second)).Whole.ShouldContain("A part of it was credited already, in Visual Arts");
        _site.Record().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_keeps_the_record_takes_an_award_back_with_a_reason_and_once()
    {
        await Award(await Ready());
        var award = _site.Record().All.Single().Award.Id.Value.ToString("N");
        (await _site.Post("teacher", $"{_site.Path}/credits/{award}/reverse", ("reason", "Mistake"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _site.Post("ofLake", $"{_site.Path}/credits/{award}/reverse", ("reason", "Mistake"))).ShouldBe(HttpStatusCode.NotFound);
        // By the address of another learner nothing of this one is found.
        (await _site.Post("registrar", $"/learners/{_site.District.Ben.Value:N}/credits/{award}/reverse", ("reason", "Mistake"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("registrar", $"{_site.Path}/credits/{award}/reverse")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Record().InForce.Count().ShouldBe(1);

        (await _site.Post("registrar", $"{_site.Path}/credits/{award}/reverse", ("reason", "The wrong learner"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Send("registrar", $"{_site.Path}/credits/{award}/reverse", ("reason", "Again"))).Whole.ShouldContain("Something changed");
        _site.Record().InForce.ShouldBeEmpty();
        (await _site.Get("ada", $"{_site.Path}/credits")).Whole.ShouldContain("it was a mistake");
        (await Award((await _site.Policy("art-2")), once: "new")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Many_are_read_as_each_alone_and_only_by_who_sees_them()
    {
        await Award(await Ready());
        (await _site.As("registrar", (turn, scope) => CreditRows.ManyOf(turn.Db, scope, scope.Learners)[_site.Ada].HundredthsOn(CreditSite.Today))).ShouldBe(100);
        (await _site.As("ofLake", (turn, scope) => CreditRows.ManyOf(turn.Db, scope, turn.Db.Learners).Count)).ShouldBe(0);
        (await _site.As("otherTeacher", (turn, scope) => CreditRows.RecordOf(turn.Db, scope, _site.Ada).All.Count)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_the_learner_finds_no_credit_of_theirs()
    {
        foreach (var who in (string[])["otherTeacher", "ofLake", "ben", "stranger"]) (await _site.Get(who, $"{_site.Path}/credits")).Status.ShouldBe(HttpStatusCode.NotFound, who);
        foreach (var who in (string[])["ada", "mother", "teacher", "coTeacher", "counselor", "ofHill"]) (await _site.Get(who, $"{_site.Path}/credits")).Status.ShouldBe(HttpStatusCode.OK, who);
    }

    private FrameworkInForce Framework => _site.District.District.Frameworks[0];

    private async Task<CreditPolicy> Ready()
    {
        var policy = await _site.Policy();
        await _site.Show(_site.District.Drawing);
        await _site.Show(_site.District.Clay);
        return policy;
    }

    private Task<Web.Answer> Award(CreditPolicy policy, string who = "teacher", string amount = "100", string once = "first", params (string, string)[] also) =>
        _site.Send(who, _site.Award(policy), [("once", once), ("amount", amount), .. also]);

    private Task<Web.Answer> Open(CreditPolicy policy, string who, EvidenceId piece) =>
        _site.Send(who, $"{_site.Award(policy)}/panel", ("once", piece.Value.ToString("N")), ("exam", "State exam"), ("score", "81"), ("on", "2026-03-01"), ("artifact", piece.Value.ToString("N")));

    private Task<Web.Answer> Vote(CreditPolicy policy, string who, string panel, string level, string why) => _site.Send(who, $"{_site.Award(policy)}/vote", ("panel", panel), ("vote", level), ("why", why));

    private Task<CreditOutcome> Post(string who, CreditPosting posting) => _site.As(who, (turn, scope) => CreditAwarding.Post(turn, scope, posting, CreditSite.Day).Outcome);
}
