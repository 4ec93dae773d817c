using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Transcripts;

/// <summary>Links to transcripts: who makes them and on which ground, what they show, and when they open no more.</summary>
public sealed class TranscriptLinkTests : IAsyncLifetime
{
    private TranscriptSite _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TranscriptSite.Make();
        await _here.Award(_here.Kid, "Algebra I", 150);
    }

    private string Shares => $"{TranscriptSite.Of(_here.Kid)}/transcript/shares";

    [Fact]
    public async Task A_link_of_the_family_opens_without_an_account_is_kept_by_nobody_and_tells_who_opened_it()
    {
        var link = await _here.Share("mother", _here.Kid);

        var opened = await _here.Anybody(link);

        opened.Status.ShouldBe(HttpStatusCode.OK);
        opened.Whole.ShouldContain("GivenKid FamilyKid");
        opened.Whole.ShouldContain("Algebra I");
        (opened.Header("Cache-Control"), opened.Header("Referrer-Policy")).ShouldBe(("no-store", "no-referrer"));
        opened.Header("X-Robots-Tag").ShouldContain("noindex");
        opened.Whole.ShouldNotContain("May 1, 2015");
        opened.Body.ShouldNotContain(_here.Kid.Value.ToString("N"));
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
        // Two looks from one kind of device within minutes are one.
        _here.Site.Read(db => db.TranscriptOpenings.Count()).ShouldBe(1);
        (await _here.Get("mother", Shares)).Whole.ShouldContain("It was opened once.");
        _here.Site.Read(db => db.TranscriptShares.Single().TokenHash).ShouldNotContain(link[3..]);
    }

    [Fact]
    [Trait("Abuse", "X5")]
    public async Task A_form_that_is_sent_twice_makes_one_link_and_shows_it_both_times()
    {
        using var mother = await _here.Site.SignedIn("mother");
        var form = string.Join('&', TranscriptSite.Wish(("once", Guid.NewGuid().ToString("N"))).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        Task<Web.Answer> Send() => mother.Send(Shares, form, "application/x-www-form-urlencoded");

        var links = (await Task.WhenAll(Send(), Send())).Select(one => one.Body.Substring(one.Body.IndexOf("/t/", StringComparison.Ordinal), 46)).ToList();

        links.Distinct().Single().Length.ShouldBe(46);
        (await _here.Anybody(links[0])).Status.ShouldBe(HttpStatusCode.OK);
        _here.Site.Read(db => db.TranscriptShares.Count()).ShouldBe(1);
        // Another form makes another link, also to the same people.
        (await _here.Share("mother", _here.Kid)).ShouldNotBe(links[0]);
        _here.Site.Read(db => db.TranscriptShares.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task A_link_shows_what_was_shared_and_nothing_else()
    {
        var link = await _here.Share("mother", _here.Kid, ("format", "Courses"), ("birth", "true"), ("works", ""));

        var opened = await _here.Anybody(link);

        opened.Whole.ShouldContain("Transcript by courses");
        opened.Whole.ShouldNotContain("Mastery transcript");
        opened.Whole.ShouldContain("May 1, 2015");
    }

    [Fact]
    [Trait("Abuse", "A8")]
    public async Task A_guessed_link_finds_nothing_and_looks_like_nothing()
    {
        await _here.Share("mother", _here.Kid);

        var guessed = await _here.Refused.ByStranger(HttpStatusCode.NotFound, "DeadLink", () => _here.Anybody("/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

        guessed.Body.ShouldBe((await _here.Anybody("/t/" + new string('x', 5000))).Body);
        guessed.Header("X-Robots-Tag").ShouldContain("noindex");
        (await _here.Anybody($"/t/{_here.Shared(_here.Kid).TokenHash}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "A8")]
    public async Task A_link_ends_with_its_day()
    {
        var link = await _here.Share("mother", _here.Kid, ("until", Family.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);

        _here.Site.Clock.Now = _here.Site.Clock.Now.AddHours(12);

        var over = await _here.Refused.ByStranger(HttpStatusCode.Gone, "DeadLink", () => _here.Anybody(link));
        over.Whole.ShouldContain("does not open any more");
        over.Whole.ShouldNotContain("Kid");
    }

    [Fact]
    [Trait("Abuse", "A8")]
    public async Task A_link_that_was_taken_back_opens_no_more_from_that_moment_on()
    {
        var link = await _here.Share("mother", _here.Kid);
        var share = _here.Shared(_here.Kid);

        foreach (var who in (string[])["stranger", "elsewhere", "ada"]) (await _here.Post(who, $"{Shares}/{share.Id.Value:N}", ("seen", "1"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _here.Post("teacher", $"{Shares}/{share.Id.Value:N}", ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
        // Either guardian, the learner, and who keeps the record may end it.
        (await _here.Post("father", $"{Shares}/{share.Id.Value:N}", ("seen", "1"))).Status.ShouldBe(HttpStatusCode.Found);

        await _here.Refused.ByStranger(HttpStatusCode.Gone, "DeadLink", () => _here.Anybody(link));
        (await _here.Get("mother", Shares)).Whole.ShouldContain("Taken back");
    }

    [Fact]
    [Trait("Abuse", "A8")]
    public async Task A_link_opens_no_more_once_the_family_turned_private_or_whoever_shared_has_the_right_no_more()
    {
        var (link, other) = (await _here.Share("mother", _here.Kid), await _here.Share("father", _here.Kid));
        await _here.Post("father", $"{TranscriptSite.Of(_here.Kid)}/consents", ("purpose", "Release"), ("answer", "no"));
        await _here.Refused.ByStranger(HttpStatusCode.Gone, "DeadLink", () => _here.Anybody(link));

        await _here.Post("father", $"{TranscriptSite.Of(_here.Kid)}/consents", ("purpose", "Release"), ("answer", "yes"));
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
        var mother = _here.Site.People["mother"].Person;
        await _here.Site.Family.Put(new Learning.People.GuardianBlock(new Learning.GuardianBlockId(Guid.CreateVersion7()), new Learning.GuardianId(mother), _here.Kid, _here.Site.Clock.Now.AddMinutes(-1), default, "Order"));

        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await _here.Anybody(other)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "C4")]
    public async Task Without_a_permission_or_a_ground_in_law_nothing_is_released_and_the_journal_says_on_which_ground_it_was_tried()
    {
        foreach (var (basis, ground) in ((string, string)[])[("Consent", ""), ("Enrollment", " "), ("Order", ""), ("OwnWish", "For a friend")])
            await _here.Refused.ByPerson(_here.Site.People["principal"].Person, HttpStatusCode.Forbidden, $"NoGroundToRelease\",\"basis\":\"{basis}", () => _here.Post("principal", Shares, TranscriptSite.Wish(("basis", basis), ("ground", ground))));
        _here.Refused.Last().Purpose.ShouldBe("OwnWish");
        // Whose record it is until 18: the family's wish, not the child's.
        await _here.Refused.ByPerson(_here.Kid.Value, HttpStatusCode.Forbidden, "NoGroundToRelease", () => _here.Post("kid", Shares, TranscriptSite.Wish()));
        await _here.Refused.ByPerson(_here.Site.People["teacher"].Person, HttpStatusCode.Forbidden, "NotTheirs", () => _here.Post("teacher", Shares, TranscriptSite.Wish(("basis", "Order"), ("ground", "12-CV-7"))));
        foreach (var who in (string[])["stranger", "elsewhere"]) (await _here.Post(who, Shares, TranscriptSite.Wish(("basis", "Order"), ("ground", "12-CV-7")))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        _here.Site.Read(db => db.TranscriptShares.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task On_a_ground_in_law_who_keeps_the_record_releases_it_and_the_family_reads_why()
    {
        var link = await _here.Share("principal", _here.Kid, ("basis", "Enrollment"), ("ground", "Northport High, enrolls in May"));
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await _here.Get("father", Shares)).Whole.ShouldContain("Northport High, enrolls in May");

        await _here.Post("mother", $"{TranscriptSite.Of(_here.Kid)}/consents", ("purpose", "Release"), ("answer", "yes"));
        var permitted = await _here.Share("principal", _here.Kid, ("basis", "Consent"));
        (await _here.Anybody(permitted)).Status.ShouldBe(HttpStatusCode.OK);
        // A permission that is withdrawn ends what stood on it, and not what the law asks for.
        await _here.Post("mother", $"{TranscriptSite.Of(_here.Kid)}/consents", ("purpose", "Release"), ("answer", "no"));
        (await _here.Anybody(permitted)).Status.ShouldBe(HttpStatusCode.Gone);
        (await _here.Anybody(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task From_the_birthday_on_the_learner_shares_and_the_parent_does_not()
    {
        (await _here.Get("grown", $"{TranscriptSite.Of(_here.Grown)}/transcript/shares")).Whole.ShouldContain("Make a link");
        (await _here.Anybody(await _here.Share("grown", _here.Grown))).Status.ShouldBe(HttpStatusCode.OK);
        (await _here.Post("parentOfGrown", $"{TranscriptSite.Of(_here.Grown)}/transcript/shares", TranscriptSite.Wish())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _here.Get("kid", Shares)).Whole.ShouldContain("Until your 18th birthday your family makes links.");
    }

    [Theory]
    [InlineData("until", "2020-01-01")]
    [InlineData("until", "2099-01-01")]
    [InlineData("until", "never")]
    [InlineData("whom", "")]
    [InlineData("format", "Everything")]
    [InlineData("basis", "99")]
    public async Task A_form_that_makes_no_sense_is_shown_again_with_what_was_typed(string name, string value)
    {
        var answer = await _here.Post("mother", Shares, TranscriptSite.Wish((name, value)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        _here.Site.Read(db => db.TranscriptShares.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_is_code_is_text_and_one_without_end_is_refused()
    {
        await _here.Share("mother", _here.Kid, ("whom", "<img src=x onerror=alert(1)>"));
        (await _here.Get("mother", Shares)).Body.ShouldContain("&lt;img src=x");
        // To whom a family shows a transcript is not for who teaches.
        (await _here.Get("teacher", Shares)).ShouldSatisfyAllConditions(one => one.Status.ShouldBe(HttpStatusCode.OK), one => one.Body.ShouldNotContain("img src=x"), one => one.Whole.ShouldContain("Only the family"));
        (await _here.Post("mother", Shares, TranscriptSite.Wish(("whom", new string('x', 121))))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
