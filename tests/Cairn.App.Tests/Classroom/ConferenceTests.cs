using System.Net;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Learning;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>The learner gets ready, the family sees and signs, who could not come reads later.</summary>
public sealed class ConferenceTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Path => $"/learners/{_site.Kid.Value:N}/conference";

    [Fact]
    public async Task Works_of_earlier_months_are_folded_under_the_month_as_the_reader_writes_it()
    {
        foreach (var i in Enumerable.Range(0, 14)) await _site.Family.Work(_site.Kid, $"Work {i}");
        (await _site.Post("kid", Path, ("do", "begin"))).ShouldBe(HttpStatusCode.Found);

        var page = (await _site.Get("kid", Path)).Whole;
        page.ShouldMatch(@"<summary>[A-Z][a-z]{2} \d{4}: \d+ more</summary>");
    }

    [Fact]
    [Trait("Journey", "6")]
    public async Task A_learner_prepares_opens_it_and_both_homes_sign_the_same_goals()
    {
        var work = await _site.Family.Work(_site.Kid, "MAP");
        (await _site.Post("kid", Path, ("do", "begin"))).ShouldBe(HttpStatusCode.Found);
        (await Prepare("kid", 1, ("work", $"{work.Id.Value:N}"), ("struggle", "HARDCANARY"), ("script", "SCRIPTCANARY"), ("goals", "GOALCANARY"), ("day", "2026-04-08"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("kid", Path, ("do", "rehearse"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("kid", $"{Path}?rehearse=1")).Whole.ShouldContain("SCRIPTCANARY");
        foreach (var early in (string[])["mother", "father"]) Has(await _site.Get(early, Path), "HARDCANARY", "GOALCANARY", "MAP").ShouldBe((false, false, false), "before it is opened the family sees nothing");
        (await _site.Get("teacher", Path)).Whole.ShouldContain("GOALCANARY");

        (await _site.Post("kid", Path, ("do", "open"))).ShouldBe(HttpStatusCode.Found);
        var page = await _site.Get("mother", Path);
        Has(page, "HARDCANARY", "GOALCANARY", "title MAP").ShouldBe((true, true, true));
        (page.Whole.Contains("SCRIPTCANARY", StringComparison.Ordinal), page.Whole.Contains("April 8, 2026", StringComparison.Ordinal)).ShouldBe((false, true));
        (await Decide("teacher", Stored.Version, "DECIDEDCANARY")).ShouldBe(HttpStatusCode.Found);
        (await Sign("mother")).ShouldBe(HttpStatusCode.Found);
        (await Sign("mother")).ShouldBe(HttpStatusCode.Found);
        (await Sign("kid")).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("teacher", Path, ("do", "close"))).ShouldBe(HttpStatusCode.Found);

        // Who could not come reads it afterwards and still signs; the other home is named to nobody.
        var late = await _site.Get("father", Path);
        Has(late, "DECIDEDCANARY", "GOALCANARY", "A guardian, ").ShouldBe((true, true, true));
        late.Whole.ShouldNotContain("mother");
        (await Sign("father")).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.ConferenceSignatures.AsNoTracking().ToList()).Select(one => (one.As, one.Edition)).ShouldBe([(Signer.Guardian, Stored.Edition), (Signer.Learner, Stored.Edition), (Signer.Guardian, Stored.Edition)], ignoreOrder: true);
        (await Decide("teacher", Stored.Version, "Other")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_not_opened_with_nothing_picked_nor_signed_while_goals_or_decisions_are_empty()
    {
        await _site.Post("kid", Path, ("do", "begin"));
        using var kid = await _site.As("kid");
        Task<Web.Answer> Do(Web.Visitor who, string what) => who.Send(Path, $"do={what}&edition={Stored.Edition}", "application/x-www-form-urlencoded");
        var refused = await Do(kid, "open");
        (refused.Status, Stored.OpenedAt).ShouldBe((HttpStatusCode.BadRequest, null));
        refused.Whole.ShouldContain("Pick one work at least. Then open it to the family.");

        var works = new List<string>();
        foreach (var title in (string[])["A", "B", "C", "D"]) works.Add($"{(await _site.Family.Work(_site.Kid, title)).Id.Value:N}");
        var many = await kid.Send(Path, $"do=prepare&seen=1&goals=x&{string.Join('&', works.Select(one => $"work={one}"))}", "application/x-www-form-urlencoded");
        many.Whole.ShouldContain("You picked 4. Three fit in a talk");
        many.Body.Split("type=\"checkbox\" name=\"work\"").Length.ShouldBe(5);
        many.Body.Split(" checked").Length.ShouldBeGreaterThan(4, "what was picked stays picked");
        (await Prepare("kid", 1, ("work", works[2]), ("work", works[0]))).ShouldBe(HttpStatusCode.Found);
        (await Do(kid, "open")).Status.ShouldBe(HttpStatusCode.Found);
        Stored.Works.Select(one => $"{one.Value:N}").ShouldBe([works[2], works[0]]);

        using var mother = await _site.As("mother");
        (await mother.Get(Path)).Whole.ShouldNotContain("Sign the goals");
        (await Do(mother, "sign")).Whole.ShouldContain("Goals and decisions are still empty.");
        (await Decide("teacher", Stored.Version, "We meet again")).ShouldBe(HttpStatusCode.Found);
        (await Do(mother, "sign")).Whole.ShouldContain("No goal is written yet.");
        _site.Read(db => db.ConferenceSignatures.Count()).ShouldBe(0);
        (await Prepare("kid", Stored.Version, ("work", works[0]), ("goals", "Read"))).ShouldBe(HttpStatusCode.Found);
        (await Do(mother, "sign")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_goes_on_from_the_form_loses_nothing_that_was_typed()
    {
        var work = $"{(await _site.Family.Work(_site.Kid, "MAP")).Id.Value:N}";
        await _site.Post("kid", Path, ("do", "begin"));
        using var kid = await _site.As("kid");
        Task<Web.Answer> Next(string next, string rest) => kid.Send(Path, $"do=prepare&seen={Stored.Version}&next={next}&{rest}", "application/x-www-form-urlencoded");

        (await Next("rehearse", "script=SAIDALOUD&goals=Read")).Header("Location").ShouldBe($"{Path}?rehearse=1");
        (await kid.Get($"{Path}?rehearse=1")).Whole.ShouldContain("SAIDALOUD");

        var refused = await Next("open", "script=OTHERWORDS&goals=Read");
        (refused.Status, refused.Whole.Contains("OTHERWORDS", StringComparison.Ordinal), refused.Whole.Contains("Pick one work at least.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true, true));
        (Stored.OpenedAt, Stored.Script).ShouldBe((null, "SAIDALOUD"), "nothing half is stored");

        (await Next("open", $"script=OTHERWORDS&goals=Read&work={work}")).Header("Location").ShouldBe(Path);
        (Stored.OpenedAt is not null, Stored.Script, Stored.Works.Count).ShouldBe((true, "OTHERWORDS", 1));
        (await _site.Get("mother", Path)).Whole.ShouldContain("Goals and decisions are written down at the talk.", customMessage: "a family is not told to write what only the school writes");
    }

    [Fact]
    public async Task Several_pieces_of_one_project_are_folded_under_its_question()
    {
        foreach (var i in Enumerable.Range(0, 12)) await _site.Family.Work(_site.Kid, $"Work {i}");
        var older = TestDistrict.Day.AddDays(-300);
        var pieces = Enumerable.Range(0, 3).Select(i => _site.Family.District.Piece(_site.Kid) with { DemonstratedOn = older.AddDays(-i * 40) }).ToList();
        await _site.Family.District.Record(new Recording(_site.Kid) { Evidence = [.. pieces], EvidenceTexts = [.. pieces.Select((one, i) => new Cairn.Learning.Evidence.EvidenceText(one.Id, $"Sketch {i}", i < 2 ? "Where does the <b>rain</b> go?" : "Alone", "", ""))] });
        (await _site.Post("kid", Path, ("do", "begin"))).ShouldBe(HttpStatusCode.Found);

        var page = (await _site.Get("kid", Path)).Body;
        page.ShouldContain("<summary>Where does the &lt;b&gt;rain&lt;/b&gt; go? · 2 more</summary>");
        page.ShouldNotContain("Alone · ");
        page.ShouldContain("id=\"find-work\"");
    }

    [Fact]
    public async Task A_signature_is_for_what_was_before_whoever_signed()
    {
        await Opened("Read each day");
        var before = Stored.Edition;
        (await Prepare("teacher", Stored.Version, ("goals", "Read a lot"))).ShouldBe(HttpStatusCode.Found);

        (await _site.Post("mother", Path, ("do", "sign"), ("edition", $"{before}"))).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.ConferenceSignatures.Count()).ShouldBe(0);
        (await Sign("mother")).ShouldBe(HttpStatusCode.Found);
        (await Prepare("kid", Stored.Version, ("goals", "Read more"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("teacher", Path)).Whole.ShouldContain("goals or decisions changed after that");
    }

    [Fact]
    [Trait("Abuse", "X4")]
    public async Task Two_who_write_at_once_are_told_and_nothing_typed_is_lost()
    {
        await Opened("Read");
        var seen = Stored.Version;
        (await Prepare("kid", seen, ("goals", "From the learner"))).ShouldBe(HttpStatusCode.Found);

        using var teacher = await _site.As("teacher");
        var told = await teacher.Send(Path, $"do=prepare&seen={seen}&goals=FROMTHETEACHER", "application/x-www-form-urlencoded");

        (told.Status, told.Whole.Contains("FROMTHETEACHER", StringComparison.Ordinal), told.Whole.Contains("Somebody changed this meanwhile", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true, true));
        Stored.Goals.ShouldBe("From the learner");
    }

    [Fact]
    [Trait("Abuse", "G1")]
    [Trait("Abuse", "G6")]
    public async Task Nobody_else_sees_signs_or_writes_it()
    {
        await Opened("GOALCANARY");
        var version = Stored.Version;
        foreach (var who in (string[])["stranger", "grown", "ada", "parentOfGrown"])
        {
            (await _site.Get(who, Path)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await Sign(who)).ShouldBe(HttpStatusCode.NotFound, who);
        }

        (await _site.Get("leader", Path)).Whole.ShouldContain("GOALCANARY");
        // A guardian signs, and writes nothing.
        foreach (var what in (string[])["begin", "open", "close", "rehearse"]) (await _site.Post("mother", Path, ("do", what))).ShouldBe(HttpStatusCode.NotFound, what);
        (await Prepare("mother", version, ("goals", "Hers"))).ShouldBe(HttpStatusCode.NotFound);
        (await Decide("mother", version, "Hers")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("kid", Path, ("do", "close"))).ShouldBe(HttpStatusCode.NotFound, "an educator closes it");
        (await _site.Post("kid", Path, ("do", "nothing"))).ShouldBe(HttpStatusCode.NotFound);
        (Stored.Version, Stored.Goals, _site.Read(db => db.ConferenceSignatures.Count())).ShouldBe((version, "GOALCANARY", 0));
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task Whoever_was_kept_away_signs_nothing_more()
    {
        await Opened("Read");
        await _site.Family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(_site.People["mother"].Person), _site.Kid, TestDistrict.Day, default, "Order 7"));

        (await Sign("mother")).ShouldBe(HttpStatusCode.NotFound);
        (await Sign("father")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Abuse", "L8")]
    public async Task Anothers_work_is_not_picked_and_markup_stays_text()
    {
        var others = await _site.Family.Work(_site.Family.Ben, "BENCANARY");
        await Opened("<script>alert(1)</script>");

        (await Prepare("kid", Stored.Version, ("work", $"{others.Id.Value:N}"), ("goals", "x"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Prepare("kid", Stored.Version, ("script", new string('x', 8001)), ("goals", "x"))).ShouldBe(HttpStatusCode.BadRequest);

        Stored.Works.Count.ShouldBe(1, "what was picked before");
        var page = await _site.Get("mother", Path);
        (page.Body.Contains("<script>alert", StringComparison.Ordinal), page.Whole.Contains("BENCANARY", StringComparison.Ordinal)).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("es", "Firmar las metas")]
    [InlineData("vi", "Ký mục tiêu")]
    public async Task A_family_reads_it_in_its_language(string language, string sign)
    {
        await Opened("x");
        using var mother = await _site.As("mother");
        var page = await mother.Get(Path, ("Accept-Language", language));
        page.Whole.ShouldContain(sign);
        LeftInEnglish.In(page.Body).ShouldBeEmpty();
    }

    private Conference Stored => _site.Read(db => db.Conferences.AsNoTracking().Single(one => one.Learner == _site.Kid));

    private async Task Opened(string goals)
    {
        var work = await _site.Family.Work(_site.Kid, "PICKED");
        await _site.Post("kid", Path, ("do", "begin"));
        (await Prepare("kid", 1, ("work", $"{work.Id.Value:N}"), ("goals", goals))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("kid", Path, ("do", "open"))).ShouldBe(HttpStatusCode.Found);
        (await Decide("teacher", Stored.Version, "We meet again")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_day_of_long_ago_that_stands_there_stays_and_no_other_such_day_is_taken()
    {
        var talk = new Conference(new ConferenceId(Guid.CreateVersion7()), _site.Kid, Storage.TestDistrict.Day);
        talk.PlanFor(new DateOnly(2023, 4, 8));
        await _site.Family.Put(talk);

        (await Prepare("kid", Stored.Version, ("goals", "OTHERDAY"), ("day", "2023-04-09"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Prepare("kid", Stored.Version, ("goals", "SAMEDAY"), ("day", "2023-04-08"))).ShouldBe(HttpStatusCode.Found);

        var page = (await _site.Get("kid", Path)).Whole;
        (page.Contains("SAMEDAY", StringComparison.Ordinal), page.Contains("OTHERDAY", StringComparison.Ordinal), Stored.HeldOn).ShouldBe((true, false, new DateOnly(2023, 4, 8)));
    }

    private Task<HttpStatusCode> Prepare(string who, int seen, params (string, string)[] fields) => _site.Post(who, Path, [("do", "prepare"), ("seen", $"{seen}"), .. fields]);

    private Task<HttpStatusCode> Decide(string who, int seen, string decisions) => _site.Post(who, Path, ("do", "decide"), ("seen", $"{seen}"), ("decisions", decisions));

    private Task<HttpStatusCode> Sign(string who) => _site.Post(who, Path, ("do", "sign"), ("edition", $"{Stored.Edition}"));

    private static (bool, bool, bool) Has(Web.Answer page, string one, string two, string three) =>
        (page.Whole.Contains(one, StringComparison.Ordinal), page.Whole.Contains(two, StringComparison.Ordinal), page.Whole.Contains(three, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
