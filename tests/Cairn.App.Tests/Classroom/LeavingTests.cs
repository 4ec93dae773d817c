using System.Net;
using Cairn.Learning.Credits;
using Cairn.Storage.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A learner leaves mid-term, and loses nothing that was shown.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private MobilitySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await MobilitySite.Make();

    private string Path => $"/learners/{_site.Nia.Value:N}/leave";

    [Fact]
    public async Task The_page_says_what_is_owed_and_leads_to_all_that_goes_along()
    {
        await Shown(_site.District.Drawing);

        var page = (await _site.Get("registrar", Path)).Whole;

        foreach (var words in (string[])["Nia is owed 0.4 credit today.", "0.4 of 1 credit, for one part", "/transcript\"", "/transcript/courses\"", "cairn record verify"]) page.ShouldContain(words);
    }

    [Fact]
    public async Task Partial_credit_is_posted_and_the_learner_goes_the_same_day()
    {
        await Shown(_site.District.Drawing);
        (await Leave(("sure", ""))).ShouldBe(HttpStatusCode.BadRequest);
        (await Leave(("sure", "true"), ("to", "Ridge High"))).ShouldBe(HttpStatusCode.Found);

        var (award, text) = _site.Read(db => (db.CreditAwards.Single(), db.CreditAwardTexts.Single()));
        (award.Source, award.Hundredths, award.ProvisionalUntil, award.By).ShouldBe((CreditSource.Mastery, 40, null, _site.IdOf("registrar")));
        (text.Title, text.Reason.Contains("Ridge High", StringComparison.Ordinal)).ShouldBe(("Biology", true));
        _site.Read(db => db.CreditAwardParts.Single().Competency).ShouldBe(_site.District.Drawing);
        _site.Read(db => db.Learners.Single(one => one.Id == _site.Nia).IsHere).ShouldBeFalse();
        _site.Read(db => (db.Enrollments.Single(one => one.Learner == _site.Nia).Until, db.Caseloads.Single().Until)).ShouldBe((MobilitySite.Today, MobilitySite.Today));
        _site.Read(db => db.Enrollments.Single(one => one.Learner == _site.District.Ben).Until).ShouldBeNull();
        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("registrar", Path)).Whole.ShouldContain("Nia left on");
    }

    [Fact]
    public async Task All_that_is_owed_is_posted_once_however_often_it_is_sent()
    {
        await Shown(_site.District.Drawing);
        foreach (var _ in Enumerable.Range(0, 2)) (await _site.Post("counselor", Path, ("do", "post"))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.CreditAwards.Count()).ShouldBe(1);
        (await _site.Get("registrar", Path)).Whole.ShouldContain("Nothing is owed");
        await Shown(_site.District.Clay);
        (await Leave(("sure", "true"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => CreditRows.RecordOf(db, _site.Scope(db, "registrar"), _site.Nia).HundredthsOn(MobilitySite.Today)).ShouldBe(100);
    }

    [Fact]
    public async Task What_the_page_says_is_what_is_posted_where_two_policies_ask_for_the_same()
    {
        foreach (var (code, method) in ((string, CreditMethod)[])[("bio-exam", CreditMethod.ExamAndArtifact), ("bio-life", CreditMethod.CompleteEvidence)])
        {
            var policy = _site.Read(db => db.CreditPolicies.AsNoTracking().Single(one => one.Code == "bio")) with { Id = new Cairn.Learning.CreditPolicyId(Guid.CreateVersion7()), Code = code, Method = method, CourseTitle = "Life science", ExamLeast = 70, PanelSize = 2 };
            await _site.Put(policy);
            await _site.Put(new CreditPart(policy.Id, 1, _site.District.Drawing, null, 30, 0, true), new CreditPart(policy.Id, 2, _site.District.Clay, null, 70, 0, true));
        }

        await Shown(_site.District.Drawing);

        var page = (await _site.Get("registrar", Path)).Whole;
        page.ShouldContain("Nia is owed 0.4 credit today.");
        page.ShouldContain("Post 0.4 credit now");
        page.ShouldNotContain("Life science");
        (await _site.Post("registrar", Path, ("do", "post"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditAwards.Single().Hundredths).ShouldBe(40);
        (await _site.Get("registrar", Path)).Whole.ShouldContain("Nothing is owed");
    }

    [Fact]
    public async Task What_is_only_begun_gives_no_credit_and_is_named()
    {
        await _site.Work(1, _site.District.Drawing);

        var page = (await _site.Get("registrar", Path)).Whole;

        (page.Contains("Nia is owed no credit today.", StringComparison.Ordinal), page.Contains("Begun, and no credit yet: Biology.", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Credit_of_a_school_before_goes_along_as_what_it_is()
    {
        await _site.Accept(await _site.Enter());

        (await _site.Get("registrar", Path)).Whole.ShouldContain("Still taken for granted, and marked so: Biology.");
        (await Leave(("sure", "true"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditAwards.Single().ProvisionalUntil).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stale_page_lets_nobody_go_and_who_left_by_mistake_comes_back()
    {
        (await _site.Post("registrar", Path, ("do", "leave"), ("sure", "true"), ("seen", "99"))).ShouldBe(HttpStatusCode.Conflict);
        _site.Read(db => db.Learners.Single(one => one.Id == _site.Nia).IsHere).ShouldBeTrue();

        (await Leave(("sure", "true"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("registrar", Path, ("do", "return"), ("seen", $"{Version}"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Learners.Single(one => one.Id == _site.Nia).IsHere).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Nobody_else_lets_a_learner_go()
    {
        await Shown(_site.District.Drawing);
        foreach (var who in MobilitySite.Others)
        {
            var told = who is "far" or "stranger" or "classmate" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            (await _site.Get(who, Path)).Status.ShouldBe(told, who);
            (await _site.Post(who, Path, ("do", "leave"), ("sure", "true"), ("seen", $"{Version}"))).ShouldBe(told, who);
        }

        // A counselor posts credit, and lets nobody go.
        (await _site.Get("counselor", Path)).Whole.ShouldNotContain("value=\"leave\"");
        (await _site.Post("counselor", Path, ("do", "leave"), ("sure", "true"), ("seen", $"{Version}"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("registrar", Path, ("do", "post"), ("to", new string('x', 201)))).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.Learners.Single(one => one.Id == _site.Nia).IsHere).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private int Version => _site.Read(db => db.Learners.AsNoTracking().Single(one => one.Id == _site.Nia).Version);

    private Task<HttpStatusCode> Leave(params (string Name, string Value)[] more) => _site.Post("registrar", Path, [("do", "leave"), ("seen", $"{Version}"), .. more]);

    // Two pieces at the line: complete and Proficient.
    private async Task Shown(Cairn.Learning.CompetencyId competency)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _site.Clock.Now += TimeSpan.FromMinutes(1);
            await _site.Work(4, competency);
        }
    }
}
