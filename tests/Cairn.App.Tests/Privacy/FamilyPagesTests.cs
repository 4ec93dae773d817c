using System.Net;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Privacy;

/// <summary>What families may ask for and decide, and nobody in their place.</summary>
public sealed class FamilyPagesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    private string Grown => $"/learners/{_site.Grown.Value:N}";

    [Fact]
    [Trait("Abuse", "G2")]
    [Trait("Abuse", "L14")]
    public async Task The_rights_are_the_guardians_until_the_birthday_and_the_learners_from_then_on()
    {
        foreach (var page in (string[])["consents", "amendments", "archive"])
        {
            (await _site.Get("mother", $"{Kid}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
            (await _site.Get("kid", $"{Kid}/{page}")).Whole.ShouldContain("Until the 18th birthday the family decides", Case.Sensitive, page);
            (await _site.Get("grown", $"{Grown}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
            (await _site.Get("parentOfGrown", $"{Grown}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await _site.Get("stranger", $"{Kid}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await _site.Get("teacher", $"{Kid}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }

        // No page of a learner or family changes who they are.
        foreach (var (name, value) in ((string, string)[])[("birthDate", "2001-01-01"), ("birth_date", "2001-01-01"), ("guardian", "none"), ("email", "x@example.org")])
            await _site.Post("kid", $"{Kid}/consents", ("purpose", "Pictures"), ("answer", "yes"), (name, value));
        _site.Read(db => db.Learners.Single(one => one.Id == _site.Kid).BirthDate).ShouldBe(new DateOnly(2015, 5, 1));
        _site.Read(db => db.Consents.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_of_rights_speaks_both_languages_and_leads_everywhere()
    {
        var page = await _site.Get("mother", $"{Kid}/rights");
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var href in (string[])["looks", "archive", "amendments", "consents"]) page.Body.ShouldContain($"{Kid}/{href}");
        (await _site.Get("kid", $"{Kid}/rights")).Body.ShouldNotContain($"{Kid}/amendments");
    }

    [Fact]
    [Trait("Abuse", "G4")]
    public async Task A_consent_is_answered_once_by_whoever_may_for_their_own_child_and_taken_back()
    {
        var piece = await _site.Family.Work(_site.Kid, "work");
        var others = await _site.Family.Work(_site.Family.Ben, "other");
        (await Answer("mother", "yes")).ShouldBe(HttpStatusCode.Found);
        (await Answer("mother", "yes")).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Consents.Count()).ShouldBe(1);
        _site.WhoDid(typeof(Consent)).ShouldBe(_site.People["mother"].Person);

        (await Answer("stranger", "yes")).ShouldBe(HttpStatusCode.NotFound);
        (await Answer("teacher", "yes")).ShouldBe(HttpStatusCode.Forbidden);
        (await Answer("mother", "yes", $"{others.Id.Value:N}")).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Consents.Count()).ShouldBe(1);

        (await Answer("mother", "no")).ShouldBe(HttpStatusCode.Found);
        InForce(ConsentPurpose.Sharing).State.ShouldBe(ConsentState.Refused);
        (await Answer("mother", "yes", $"{piece.Id.Value:N}")).ShouldBe(HttpStatusCode.Found);
        InForce(ConsentPurpose.Sharing, piece.Id).State.ShouldBe(ConsentState.Given);
        InForce(ConsentPurpose.Sharing).State.ShouldBe(ConsentState.Refused);

        await Block("mother");
        (await Answer("mother", "yes")).ShouldBe(HttpStatusCode.NotFound);
        InForce(ConsentPurpose.Sharing, piece.Id).State.ShouldBe(ConsentState.NotAnswered);
    }

    [Fact]
    public async Task Of_two_guardians_a_refusal_wins_and_both_are_told_why()
    {
        await _site.Post("mother", $"{Kid}/consents", ("purpose", "Pictures"), ("answer", "yes"));
        await _site.Post("father", $"{Kid}/consents", ("purpose", "Pictures"), ("answer", "no"));

        var is_ = InForce(ConsentPurpose.Pictures);

        (is_.State, is_.IsDisputed).ShouldBe((ConsentState.Refused, true));
        foreach (var who in (string[])["mother", "father"]) (await _site.Get(who, $"{Kid}/consents")).Whole.ShouldContain("One of you said yes, one said no");
        var (hers, his) = ((await _site.Get("mother", $"{Kid}/consents")).Whole, (await _site.Get("father", $"{Kid}/consents")).Whole);
        (hers.Contains("said yes on", StringComparison.Ordinal), hers.Contains("Another guardian said no on", StringComparison.Ordinal)).ShouldBe((true, true), hers);
        (his.Contains("said no on", StringComparison.Ordinal), his.Contains("Another guardian said yes on", StringComparison.Ordinal)).ShouldBe((true, true), "nobody's answer is another's, the child's least of all");
    }

    [Fact]
    [Trait("Abuse", "G7")]
    public async Task Whoever_opts_out_is_named_in_no_list_for_others_and_leaders_see_who()
    {
        Named().ShouldContain(_site.Kid);
        await _site.Post("mother", $"{Kid}/consents", ("purpose", "Directory"), ("answer", "no"));

        Named().ShouldNotContain(_site.Kid);
        Named().ShouldContain(_site.Grown);
        (await _site.Get("leader", "/directory")).Whole.ShouldContain("GivenKid");
        (await _site.Get("officer", "/directory")).Whole.ShouldContain("GivenKid");
        (await _site.Get("teacher", "/directory")).Status.ShouldBe(HttpStatusCode.NotFound);

        await _site.Post("mother", $"{Kid}/consents", ("purpose", "Directory"), ("answer", "yes"));
        Named().ShouldContain(_site.Kid);
    }

    [Fact]
    public async Task A_copy_is_made_found_again_and_fetched_by_the_family_and_nobody_else()
    {
        await _site.Family.Work(_site.Kid, "COPYCANARY");
        (await _site.Post("mother", $"{Kid}/archive")).ShouldBe(HttpStatusCode.Found);
        using var mother = await _site.As("mother");
        string? href = null;
        for (var i = 0; i < 3000 && href is null; i++)
        {
            href = System.Text.RegularExpressions.Regex.Match((await mother.Get($"{Kid}/archive")).Body, $"/archives/{_site.Kid.Value:N}/[0-9a-f]{{32}}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? found.Value : null;
            if (href is null) await Task.Yield();
        }

        var file = await mother.Get(href.ShouldNotBeNull());
        (file.Status, file.Header("Content-Type")).ShouldBe((HttpStatusCode.OK, "application/zip"));
        file.Header("Content-Disposition").ShouldContain("attachment");
        Family.Files(file.Bytes)["index.html"].ShouldContain("COPYCANARY");
        foreach (var who in (string[])["stranger", "kid", "grown"]) (await _site.Get(who, href)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Get("teacher", href)).Status.ShouldBe(HttpStatusCode.NotFound);
        // Of another home, and of the office, each finds what they had made themselves: what one may read another may not.
        foreach (var who in (string[])["father", "leader"])
        {
            (await _site.Get(who, href)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Get(who, $"{Kid}/archive")).Body.ShouldNotContain(href, Case.Sensitive, who);
        }

        _site.Read(db => db.Journal.Count(one => one.Learner == _site.Kid && one.Act == Cairn.Storage.Journal.JournalAct.Exported)).ShouldBe(1);
        await Block("mother");
        (await _site.Get("mother", href)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "G8")]
    public async Task A_request_is_asked_decided_with_reasons_and_the_familys_statement_stays_with_the_part()
    {
        var piece = await _site.Family.Work(_site.Kid, "disputed");
        var about = new DisputedPart(DisputedKind.Evidence, piece.Id.Value).ToString();
        (await _site.Post("stranger", $"{Kid}/amendments", ("about", about), ("wish", "not mine"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("kid", $"{Kid}/amendments", ("about", about), ("wish", "too young"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("mother", $"{Kid}/amendments", ("about", about), ("wish", "He did it alone."))).ShouldBe(HttpStatusCode.Found);
        var asked = _site.Read(db => db.Amendments.AsNoTracking().Single());
        (asked.DueOn, asked.AskedBy.Value).ShouldBe((Family.Today.AddDays(45), _site.People["mother"].Person));

        (await _site.Get("officer", "/amendments")).Whole.ShouldContain("He did it alone.");
        (await _site.Get("teacher", "/amendments")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("teacher", $"/amendments/{asked.Id.Value:N}", ("decision", "refused"), ("reasons", "no"))).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("mother", $"/amendments/{asked.Id.Value:N}", ("decision", "granted"), ("reasons", "yes"))).ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.Amendments.AsNoTracking().Single().State).ShouldBe(AmendmentState.Asked);
        (await _site.Post("officer", $"/amendments/{asked.Id.Value:N}", ("decision", "refused"), ("reasons", "The notes of the day say otherwise."))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("officer", $"/amendments/{asked.Id.Value:N}", ("decision", "granted"), ("reasons", "Twice."))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Amendments.AsNoTracking().Single().State).ShouldBe(AmendmentState.Refused);

        var page = await _site.Get("mother", $"{Kid}/amendments");
        page.Whole.ShouldContain("The notes of the day say otherwise.");
        (await _site.Post("mother", $"{Kid}/amendments/{asked.Id.Value:N}", ("statement", "STATEMENTCANARY"))).ShouldBe(HttpStatusCode.Found);
        foreach (var who in (string[])["mother", "teacher", "leader", "kid"]) (await _site.Get(who, $"{Kid}/work")).Whole.ShouldContain("STATEMENTCANARY", Case.Sensitive, who);
        Family.Json(_site.Family.Archive(_site.Kid)).GetProperty("evidence")[0].GetProperty("statement").GetString().ShouldBe("STATEMENTCANARY");
        _site.Family.Archive(_site.Kid)["index.html"].ShouldContain("STATEMENTCANARY");
        _site.WhoDid(typeof(Amendment)).ShouldBe(_site.People["mother"].Person);
    }

    [Fact]
    public async Task What_is_granted_is_a_retraction_and_never_an_edit()
    {
        var piece = await _site.Family.Work(_site.Kid, "wrong");
        var judgment = _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Evidence == piece.Id));
        await _site.Post("mother", $"{Kid}/amendments", ("about", new DisputedPart(DisputedKind.Judgment, judgment.Id.Value).ToString()), ("wish", "It was another child's."));
        var asked = _site.Read(db => db.Amendments.AsNoTracking().Single());

        await _site.Post("leader", $"/amendments/{asked.Id.Value:N}", ("decision", "granted"), ("retract", "true"), ("reasons", "You are right."));

        var retraction = _site.Read(db => db.Retractions.AsNoTracking().Single());
        (retraction.Fact, retraction.Learner, retraction.By.Value).ShouldBe((judgment.Id.Value, _site.Kid, _site.People["leader"].Person));
        _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Id == judgment.Id)).ShouldBe(judgment);
    }

    private ConsentInForce InForce(ConsentPurpose purpose, EvidenceId? piece = null) =>
        _site.Read(db => Cairn.Storage.Privacy.ConsentRows.InForce(db, db.Learners.AsNoTracking().Single(one => one.Id == _site.Kid), purpose, piece, null, Family.Today, TestDistrict.Day.AddDays(30)));

    private List<LearnerId> Named() => _site.Read(db => Cairn.Storage.Privacy.NamesForOthers.Of(db, db.Learners.AsNoTracking().ToList(), Family.Today, TestDistrict.Day.AddDays(30)).Select(one => one.Id).ToList());

    private Task<HttpStatusCode> Answer(string who, string answer, string piece = "") => _site.Post(who, $"{Kid}/consents", ("purpose", "Sharing"), ("answer", answer), ("piece", piece));

    private Task<int> Block(string who) => _site.Family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(_site.People[who].Person), _site.Kid, TestDistrict.Day, default, "Order 7"));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
