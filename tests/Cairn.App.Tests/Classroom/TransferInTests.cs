using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Storage.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A learner comes from another school: the old transcript, what is taken for granted of it, and what work here makes of that.</summary>
public sealed partial class TransferInTests : IAsyncLifetime
{
    private MobilitySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await MobilitySite.Make();

    [Fact]
    public async Task A_line_is_proposed_a_place_and_says_why()
    {
        await _site.Enter("BIOLOGY", "B+");

        var page = (await _site.Get("registrar", _site.TransferIn)).Whole;

        foreach (var words in (string[])["One line waits for you.", "Our letters", "Biology has the same title.", "read by its letter, without plus or minus", "2 levels are taken for granted", "Lakeside High"]) page.ShouldContain(words);
    }

    [Fact]
    public async Task What_is_accepted_is_provisional_credit_and_levels_that_nothing_shows_as_proven()
    {
        var line = await _site.Enter();
        (await _site.Accept(line)).Status.ShouldBe(HttpStatusCode.Found);

        var (award, levels) = _site.Read(db => (db.CreditAwards.Single(), db.ProvisionalLevels.ToList()));
        (award.Source, award.Hundredths, award.ProvisionalUntil, award.Prior, award.Level).ShouldBe((CreditSource.Transfer, 100, MobilitySite.Today.AddDays(60), line.Id, null));
        levels.Select(one => one.Level).ShouldBe([3m, 3m]);
        _site.Read(db => db.Standings.AsNoTracking().Count(one => one.Learner == _site.Nia)).ShouldBe(0);
        _site.Read(db => CreditRows.RecordOf(db, _site.Scope(db, "mother"), _site.Nia) is var record ? (record.HundredthsOn(MobilitySite.Today), record.ProvisionalOn(MobilitySite.Today)) : default).ShouldBe((0, 100));
        foreach (var who in (string[])["teacher", "mother", "nia"])
        {
            var page = (await _site.Get(who, $"/learners/{_site.Nia.Value:N}/competencies/ART.1")).Whole;
            page.ShouldContain("Taken for granted until", Case.Sensitive, who);
            page.ShouldContain("not yet seen", Case.Insensitive, who);
        }
    }

    [Fact]
    public async Task Work_that_was_seen_here_before_stands_and_nothing_is_taken_for_granted_beside_it()
    {
        await _site.Work(2, _site.District.Drawing);
        (await _site.Accept(await _site.Enter())).Status.ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.ProvisionalLevels.Select(one => one.Competency).ToList()).ShouldBe([_site.District.Clay]);
    }

    [Fact]
    public async Task What_is_said_before_a_line_is_accepted_is_what_is_taken_for_granted()
    {
        await _site.Work(2, _site.District.Drawing);
        var line = await _site.Enter();
        var page = (await _site.Get("registrar", _site.TransferIn)).Whole;
        page.ShouldContain("One level is taken for granted");
        page.ShouldContain("work was seen here already, and that stands");

        (await _site.Accept(line)).Status.ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.ProvisionalLevels.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_work_confirms_and_one_button_makes_the_credit_count_for_good()
    {
        var line = await Granted();
        _site.Clock.Now += TimeSpan.FromDays(1);
        await _site.Work(3, _site.District.Drawing);
        (await _site.Get("registrar", "/transfers")).Whole.ShouldContain("nothing has to be settled");
        await _site.Work(4, _site.District.Clay);
        var queue = (await _site.Get("registrar", "/transfers")).Whole;
        (queue.Contains("One line can be settled now.", StringComparison.Ordinal), queue.Contains("work confirms it", StringComparison.Ordinal)).ShouldBe((true, true));

        (await Decide(line, "confirm")).ShouldBe(HttpStatusCode.Found);

        var record = _site.Read(db => CreditRows.RecordOf(db, _site.Scope(db, "registrar"), _site.Nia));
        (record.HundredthsOn(MobilitySite.Today.AddDays(1)), record.ProvisionalOn(MobilitySite.Today.AddDays(1)), record.All.Count).ShouldBe((100, 0, 2));
        record.InForce.Single().Text!.Grade.ShouldBe("B");
        (await _site.Get("registrar", "/transfers")).Whole.ShouldContain("Nobody’s credit is taken for granted.");
        (await _site.Get("mother", $"/learners/{_site.Nia.Value:N}/competencies/ART.1")).Whole.ShouldNotContain("Taken for granted");
    }

    [Fact]
    public async Task Less_than_was_taken_for_granted_is_told_and_counts_on_only_with_a_reason()
    {
        var line = await Granted();
        _site.Clock.Now += TimeSpan.FromDays(1);
        await _site.Work(2, _site.District.Drawing);
        (await _site.Get("registrar", _site.TransferIn)).Whole.ShouldContain("work showed less");

        (await Decide(line, "confirm")).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.CreditAwards.Count()).ShouldBe(1);
        // Nor by who took it for granted alone.
        (await Decide(line, "confirm", ("reason", "A panel saw the portfolio"))).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.CreditAwards.Count()).ShouldBe(1);
        (await Decide(line, "extend", "leader", ("until", $"{MobilitySite.Today.AddDays(70):yyyy-MM-dd}"))).ShouldBe(HttpStatusCode.Found);
        (await Decide(line, "confirm", ("reason", "A panel saw the portfolio"))).ShouldBe(HttpStatusCode.BadRequest);
        (await Decide(line, "confirm", "leader", ("reason", "A panel saw the portfolio"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.CreditAwardTexts.Any(one => one.Reason == "A panel saw the portfolio")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_says_why_in_the_journal()
    {
        var line = await Granted();
        (await Decide(line, "back", ("reason", "Not ours"))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.CreditReversals.Single().Reason).ShouldBe(ReversalReason.NotConfirmed);
        (await _site.Get("registrar", _site.TransferIn)).Whole.ShouldContain("It counts no more as Biology.");
        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}/competencies/ART.1")).Whole.ShouldNotContain("Taken for granted");
        (await Decide(line, "back")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_expires_stands_first_counts_no_more_and_may_be_given_longer()
    {
        var line = await Granted();
        _site.Clock.Now += TimeSpan.FromDays(61);
        var after = MobilitySite.Today.AddDays(61);
        (await _site.Get("registrar", "/transfers")).Whole.ShouldContain("its time is over");
        _site.Read(db => CreditRows.RecordOf(db, _site.Scope(db, "registrar"), _site.Nia).ProvisionalOn(after)).ShouldBe(0);
        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}/competencies/ART.1")).Whole.ShouldNotContain("Taken for granted");

        (await Decide(line, "extend", ("until", $"{after.AddDays(30):yyyy-MM-dd}"))).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => CreditRows.RecordOf(db, _site.Scope(db, "registrar"), _site.Nia).ProvisionalOn(after)).ShouldBe(100);
        (await _site.Get("teacher", $"/learners/{_site.Nia.Value:N}/competencies/ART.1")).Whole.ShouldContain("Taken for granted");
        (await Decide(line, "extend", ("until", $"{after:yyyy-MM-dd}"))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_course_like_nothing_here_counts_in_a_subject_and_the_next_transcript_knows_it()
    {
        var band = await _site.Enter("Marching band", "P", "0.5");
        (await _site.Accept(band, policy: "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Accept(band, policy: "gone")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Accept(band, "registrar", "", ("subject", "arts"), ("remember", "true"))).Status.ShouldBe(HttpStatusCode.Found);

        _site.Read(db => (db.CreditAwardTexts.Single() is var text ? (text.Title, text.Subject, text.Origin, text.Grade) : default)).ShouldBe(("Marching band", "arts", "Lakeside High", "P"));
        await _site.Enter("Marching Band II");
        (await _site.Get("registrar", _site.TransferIn)).Whole.ShouldContain("“Marching band” was taken for arts before.");
        (await _site.Get("registrar", "/transfers/equivalents")).Whole.ShouldContain("Counts in arts");
    }

    [Fact]
    public async Task A_failed_course_earns_nothing_and_a_course_under_way_brings_its_level_alone()
    {
        var failed = await _site.Enter(grade: "F");
        (await _site.Accept(failed)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Post("registrar", $"{_site.TransferIn}/lines/{failed.Id.Value:N}", ("do", "decline"), ("seen", "1"))).ShouldBe(HttpStatusCode.Found);

        (await _site.Accept(await _site.Enter(grade: "92", credit: "0"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => (db.CreditAwards.Count(), string.Join(' ', db.ProvisionalLevels.Select(one => one.Level).ToList()))).ShouldBe((0, "4 4"));
        (await _site.Accept(await _site.Enter("Biology again", "E"), more: ("level", "2"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_at_its_field_and_nothing_is_kept()
    {
        foreach (var (name, value) in ((string, string)[])[("title-1", ""), ("title-1", new string('x', 201)), ("credit-1", ""), ("credit-1", "-1"), ("credit-1", "11"), ("credit-1", "0.125"), ("ended-1", "1066-10-14"), ("ended-1", "2026-04-02"), ("origin", ""), ("origin", new string('x', 201)), ("grade-1", new string('A', 41))])
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = "keep", ["origin"] = "Lakeside", ["title-1"] = "Biology", ["credit-1"] = "1", ["grade-1"] = "B", [name] = value };
            (await _site.Post("registrar", _site.TransferIn, [.. fields.Select(one => (one.Key, one.Value))])).ShouldBe(HttpStatusCode.BadRequest, $"{name}={value}");
        }

        (await _site.Post("registrar", _site.TransferIn, ("do", "keep"), ("origin", "Lakeside"))).ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Post("registrar", _site.TransferIn, ("do", "whatever"))).ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.PriorLines.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Words_of_others_are_shown_as_words()
    {
        await _site.Enter("<img src=x onerror=alert(1)>", "<b>");

        var page = await _site.Get("registrar", _site.TransferIn);

        page.Body.ShouldContain("&lt;img src=x");
        page.Body.ShouldNotContain("<img src=x");
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Nobody_else_reads_or_decides()
    {
        var line = await _site.Enter();
        var path = $"{_site.TransferIn}/lines/{line.Id.Value:N}";
        foreach (var who in MobilitySite.Others)
        {
            var told = who is "far" or "stranger" or "classmate" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
            (await _site.Get(who, _site.TransferIn)).Status.ShouldBe(told, who);
            (await _site.Post(who, path, ("do", "decline"), ("seen", "1"))).ShouldBe(told, who);
            (await _site.Post(who, _site.TransferIn, ("do", "keep"), ("origin", "x"), ("title-1", "x"), ("credit-1", "1"))).ShouldBe(told, who);
        }

        foreach (var who in (string[])["far", "teacher", "mother", "nia"]) (await _site.Get(who, "/transfers/equivalents")).Status.ShouldBe(who == "far" ? HttpStatusCode.OK : HttpStatusCode.NotFound, who);
        (await _site.Get("far", "/transfers")).Whole.ShouldNotContain("Nia");
        // A line of another learner, by its id.
        (await _site.Post("registrar", $"/learners/{_site.District.Ben.Value:N}/transfer-in/lines/{line.Id.Value:N}", ("do", "decline"), ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => (db.PriorLines.Single().State, db.PriorTranscripts.Count())).ShouldBe((PriorLineState.Open, 1));
    }

    [Fact]
    public async Task A_transcript_that_was_a_mistake_goes_unless_something_was_accepted_of_it()
    {
        var first = await _site.Enter();
        (await _site.Post("registrar", _site.TransferIn, ("do", "drop"), ("transcript", $"{first.Transcript.Value:N}"), ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Get("registrar", _site.TransferIn)).Whole.ShouldNotContain("Lakeside High, entered");
        (await _site.Accept(first)).Status.ShouldBe(HttpStatusCode.NotFound);

        var kept = await Granted();
        (await _site.Post("registrar", _site.TransferIn, ("do", "drop"), ("transcript", $"{kept.Transcript.Value:N}"), ("seen", "1"))).ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("", "", "bio", "")]
    [InlineData("MA-1", "Algebra", "bio", "")]
    [InlineData("--", "", "bio", "")]
    [InlineData("", "!!", "bio", "")]
    [InlineData("MA-1", "", "", "")]
    [InlineData("MA-1", "", "bio", "math")]
    [InlineData("MA-1", "", "gone", "")]
    public async Task An_equivalent_that_says_nothing_or_too_much_is_refused(string code, string words, string policy, string subject) =>
        (await _site.Post("registrar", "/transfers/equivalents", ("code", code), ("words", words), ("policy", policy), ("subject", subject))).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_equivalent_is_ended_once()
    {
        (await _site.Post("registrar", "/transfers/equivalents", ("code", "MA-1"), ("policy", "bio"))).ShouldBe(HttpStatusCode.Found);
        var one = _site.Read(db => db.CourseEquivalents.Single());
        (await _site.Post("registrar", $"/transfers/equivalents/{one.Id.Value:N}/end", ("seen", "9"))).ShouldBe(HttpStatusCode.Conflict);
        (await _site.Post("registrar", $"/transfers/equivalents/{one.Id.Value:N}/end", ("seen", "1"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("registrar", $"/transfers/equivalents/{one.Id.Value:N}/end", ("seen", "2"))).ShouldBe(HttpStatusCode.NotFound);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<PriorLine> Granted()
    {
        var line = await _site.Enter();
        (await _site.Accept(line)).Status.ShouldBe(HttpStatusCode.Found);
        return line;
    }

    private Task<HttpStatusCode> Decide(PriorLine line, string what, params (string Name, string Value)[] more) => Decide(line, what, "registrar", more);

    private async Task<HttpStatusCode> Decide(PriorLine line, string what, string who, params (string Name, string Value)[] more)
    {
        var now = _site.Read(db => db.PriorLines.AsNoTracking().Single(one => one.Id == line.Id));
        return await _site.Post(who, $"{_site.TransferIn}/lines/{line.Id.Value:N}", [("do", what), ("once", Guid.NewGuid().ToString("N")), ("seen", $"{now.Version}"), .. more]);
    }
}
