using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>How tables from levels to grades are written, proposed and signed, and by whom.</summary>
public sealed class ConversionPagesTests : IAsyncLifetime
{
    private const string Path = "/grades/conversions";
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_published_table_becomes_a_draft_and_two_people_adopt_it()
    {
        var begun = await Begin("leader", [.. Portland("portland")]);
        (begun.State, begun.Number, begun.Rules.Bands.Single()).ShouldBe((ConversionState.Draft, 1, PublishedConversions.Portland.Table.Bands.Single()));

        (await Act("leader", begun, "propose", ("from", "2026-08-17"))).ShouldBe(HttpStatusCode.Found);
        (await Act("leader", Now(begun), "sign")).ShouldBe(HttpStatusCode.OK);
        Now(begun).State.ShouldBe(ConversionState.Proposed);
        (await Act("second", Now(begun), "sign")).ShouldBe(HttpStatusCode.Found);

        var adopted = Now(begun);
        (adopted.State, adopted.EffectiveFrom, adopted.AdoptedBy!.Value.Value, adopted.SignedBy!.Value.Value)
            .ShouldBe((ConversionState.Adopted, new DateOnly(2026, 8, 17), _site.People["leader"].Person, _site.People["second"].Person));
        _site.WhoDid(typeof(GradeConversion)).ShouldBe(_site.People["second"].Person);
        var page = await _site.Get("teacher", $"{Path}/{begun.Id.Value:N}");
        page.Whole.ShouldContain("exactly 3");
        page.Whole.ShouldContain("The whole district: it grades from August 17, 2026.");
        page.Whole.ShouldContain("The table says nothing of 1 to 2.99; 3.01 to 4.");
    }

    [Fact]
    public async Task What_was_adopted_is_changed_by_nobody_and_followed_by_a_next_version()
    {
        var first = await Adopted("portland", "2026-04-01");

        (await _site.Get("leader", $"{Path}/{first.Id.Value:N}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("leader", $"{Path}/{first.Id.Value:N}/edit", [.. Portland("portland"), ("seen", $"{first.Version}")])).ShouldBe(HttpStatusCode.NotFound);
        foreach (var what in (string[])["propose", "sign", "back", "withdraw"]) (await Act("second", first, what, ("from", "2026-05-01"))).ShouldBe(HttpStatusCode.OK, what);
        (Now(first).Version, Now(first).State).ShouldBe((first.Version, ConversionState.Adopted));

        (await _site.Get("leader", $"{Path}/new?next=portland")).Whole.ShouldContain("Next version");
        (await _site.Post("leader", $"{Path}/new", [.. Portland("portland"), ("next", "true")])).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.GradeConversions.AsNoTracking().ToList().Select(one => (one.Code, one.Number, one.State)).OrderBy(one => one.Number).ToList())
            .ShouldBe([("portland", 1, ConversionState.Adopted), ("portland", 2, ConversionState.Draft)]);
        // One draft at a time.
        (await _site.Post("leader", $"{Path}/new", [.. Portland("portland"), ("next", "true"), ("once", "another")])).ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.GradeConversions.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task A_school_writes_for_itself_and_not_for_the_district()
    {
        var district = await Begin("leader", [.. Portland("portland")]);

        (await _site.Post("principal", $"{Path}/new", [.. Portland("own")])).ShouldBe(HttpStatusCode.OK);
        (await Act("principal", district, "withdraw")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("principal", $"{Path}/{district.Id.Value:N}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        Now(district).State.ShouldBe(ConversionState.Draft);

        var own = await Begin("principal", [.. Portland("own").Where(one => one.Name != "place"), ("place", $"s-{Family.Hill.Value:N}")]);
        own.School.ShouldBe(Family.Hill);
        // Whoever leads the district may sign for a school in it.
        (await Act("principal", own, "propose", ("from", "2026-04-01"))).ShouldBe(HttpStatusCode.Found);
        (await Act("leader", Now(own), "sign")).ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("teacher", HttpStatusCode.OK)]
    [InlineData("officer", HttpStatusCode.OK)]
    [InlineData("mother", HttpStatusCode.NotFound)]
    [InlineData("kid", HttpStatusCode.NotFound)]
    public async Task Who_keeps_no_official_record_changes_nothing(string who, HttpStatusCode list)
    {
        var draft = await Begin("leader", [.. Portland("portland")]);

        (await _site.Get(who, Path)).Status.ShouldBe(list);
        (await _site.Post(who, $"{Path}/new", [.. Portland("mine")])).ShouldBe(HttpStatusCode.NotFound);
        (await Act(who, draft, "withdraw")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post(who, $"{Path}/{draft.Id.Value:N}/edit", [.. Portland("portland"), ("seen", "2")])).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get(who, "/grades/simulation?rule=mean")).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.GradeConversions.AsNoTracking().Single().Version).ShouldBe(draft.Version);
    }

    [Fact]
    public async Task A_stale_form_is_told_and_overwrites_nothing()
    {
        var draft = await Begin("leader", [.. Portland("portland")]);
        (await _site.Post("second", $"{Path}/{draft.Id.Value:N}/edit", [.. Portland("portland", "From the second"), ("seen", $"{draft.Version}")])).ShouldBe(HttpStatusCode.Found);

        using var leader = await _site.As("leader");
        var told = await leader.Send($"{Path}/{draft.Id.Value:N}/edit", Body([.. Portland("portland", "From the leader"), ("seen", $"{draft.Version}")]), "application/x-www-form-urlencoded");

        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Whole.ShouldContain("From the leader");
        told.Whole.ShouldContain("Somebody changed this meanwhile");
        Now(draft).Title.ShouldBe("From the second");
        (await Act("leader", draft, "withdraw")).ShouldBe(HttpStatusCode.OK);
        Now(draft).State.ShouldBe(ConversionState.Draft);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one()
    {
        for (var i = 0; i < 2; i++) (await _site.Post("leader", $"{Path}/new", [.. Portland("portland"), ("once", "key")])).ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.GradeConversions.Count()).ShouldBe(1);
        (await _site.Post("second", $"{Path}/new", [.. Portland("portland")])).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("low-1", "90", "high-1", "80")]
    [InlineData("low-1", "900", "high-1", "")]
    [InlineData("points-1", "1e9", "high-1", "")]
    [InlineData("points-1", "99", "high-1", "")]
    [InlineData("from-1", "4", "to-1", "3")]
    [InlineData("from-1", "2.555", "to-1", "3")]
    [InlineData("from-1", "99999999999999999999", "to-1", "")]
    [InlineData("letter-1", "a letter that is far too long", "low-1", "")]
    [InlineData("majority-1", "17", "low-1", "")]
    [InlineData("decimals", "12", "low-1", "")]
    [InlineData("lowest", "5", "highest", "1")]
    [InlineData("code", "../etc", "low-1", "")]
    [InlineData("code", "A B", "low-1", "")]
    [InlineData("title", "", "low-1", "")]
    [InlineData("place", "p-00000000000000000000000000000000", "low-1", "")]
    public async Task What_is_wrong_is_said_and_nothing_is_stored(string name, string value, string other, string otherValue)
    {
        var fields = Portland("portland").Where(one => one.Name != name && one.Name != other).Append((name, value)).Append((other, otherValue));

        (await _site.Post("leader", $"{Path}/new", [.. fields])).ShouldBe(HttpStatusCode.OK);

        _site.Read(db => db.GradeConversions.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        const string Evil = "<script>alert(1)</script>";
        var fields = Portland("portland", Evil).Where(one => one.Name is not ("letter-1" or "legend" or "source")).Append(("letter-1", "<b>A</b>")).Append(("legend", Evil)).Append(("source", Evil));

        var draft = await Begin("leader", [.. fields]);

        foreach (var page in (string[])[Path, $"{Path}/{draft.Id.Value:N}", $"{Path}/{draft.Id.Value:N}/edit", $"/grades/simulation?conversion={draft.Id.Value:N}"])
        {
            var answer = await _site.Get("leader", page);
            answer.Status.ShouldBe(HttpStatusCode.OK, page);
            answer.Body.ShouldNotContain("<script>alert", Case.Insensitive, page);
            answer.Body.ShouldNotContain("<b>A</b>", Case.Insensitive, page);
        }

        (await _site.Post("leader", $"{Path}/{draft.Id.Value:N}/edit", [.. Portland("portland"), ("legend", new string('x', 2001)), ("seen", $"{draft.Version}")])).ShouldBe(HttpStatusCode.OK);
        Now(draft).Legend.ShouldBe(Evil);
    }

    [Fact]
    public async Task The_past_never_moves()
    {
        await Adopted("first", "2026-03-31");
        var draft = await Begin("leader", [.. Portland("portland"), ("once", "another")]);
        (await Act("leader", draft, "propose", ("from", "2026-03-30"))).ShouldBe(HttpStatusCode.OK);
        // What was awarded today has its grade already: the next table begins tomorrow, which is what the form says.
        (await _site.Get("leader", $"{Path}/{draft.Id.Value:N}")).Whole.ShouldContain("value=\"2026-04-01\"");
        using var leader = await _site.As("leader");
        (await leader.Send($"{Path}/{draft.Id.Value:N}", Body([("do", "propose"), ("seen", $"{draft.Version}"), ("from", "2026-03-31")]), "application/x-www-form-urlencoded")).Whole.ShouldContain("what was earned until today keeps its grade");
        Now(draft).State.ShouldBe(ConversionState.Draft);
        (await Act("leader", draft, "propose", ("from", "2026-04-01"))).ShouldBe(HttpStatusCode.Found);
        using var second = await _site.As("second");
        _site.Clock.Now = new DateTime(2026, 4, 1, 0, 5, 0, DateTimeKind.Utc);

        (await Sent(second, Now(draft), "sign")).ShouldBe(HttpStatusCode.OK);
        Now(draft).State.ShouldBe(ConversionState.Proposed);
        (await Sent(second, Now(draft), "back")).ShouldBe(HttpStatusCode.Found);
        (Now(draft).State, Now(draft).EffectiveFrom).ShouldBe((ConversionState.Draft, null));
    }

    [Fact]
    public async Task The_first_table_of_a_place_reaches_back_and_says_why_and_no_later_one_does()
    {
        var (first, rival) = (await Begin("leader", [.. Portland("portland")]), await Begin("leader", [.. Portland("rival"), ("once", "another")]));
        (await _site.Get("leader", $"{Path}/{first.Id.Value:N}")).Whole.ShouldContain("No table graded here before, so its first day may lie in the past");
        (await Act("leader", first, "propose", ("from", "2019-08-01"))).ShouldBe(HttpStatusCode.Found);
        (await Act("leader", rival, "propose", ("from", "2020-08-01"))).ShouldBe(HttpStatusCode.Found);

        (await Act("second", Now(first), "sign")).ShouldBe(HttpStatusCode.Found);

        (Now(first).State, Now(first).EffectiveFrom).ShouldBe((ConversionState.Adopted, new DateOnly(2019, 8, 1)));
        (await _site.Get("teacher", $"{Path}/{first.Id.Value:N}")).Whole.ShouldContain("It reaches back to August 1, 2019: no table graded here before");
        // What was proposed while nothing held would move grades now.
        (await Act("second", Now(rival), "sign")).ShouldBe(HttpStatusCode.OK);
        Now(rival).State.ShouldBe(ConversionState.Proposed);
    }

    [Fact]
    public async Task What_is_given_up_is_gone_from_the_list()
    {
        var draft = await Begin("leader", [.. Portland("portland")]);

        (await Act("leader", draft, "withdraw")).ShouldBe(HttpStatusCode.Found);

        (await _site.Get("leader", Path)).Body.ShouldNotContain($"{draft.Id.Value:N}");
        (await _site.Get("leader", $"{Path}/{Guid.CreateVersion7():N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("leader", $"{Path}/new?next=portland")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<GradeConversion> Adopted(string code, string from)
    {
        var begun = await Begin("leader", [.. Portland(code)]);
        (await Act("leader", begun, "propose", ("from", from))).ShouldBe(HttpStatusCode.Found);
        (await Act("second", Now(begun), "sign")).ShouldBe(HttpStatusCode.Found);
        return Now(begun);
    }

    private async Task<GradeConversion> Begin(string who, params (string Name, string Value)[] fields)
    {
        (await _site.Post(who, $"{Path}/new", fields)).ShouldBe(HttpStatusCode.Found);
        var code = fields.Last(one => one.Name == "code").Value;
        return _site.Read(db => db.GradeConversions.AsNoTracking().Single(one => one.Code == code));
    }

    private Task<HttpStatusCode> Act(string who, GradeConversion of, string what, params (string Name, string Value)[] more) =>
        _site.Post(who, $"{Path}/{of.Id.Value:N}", [("do", what), ("seen", $"{of.Version}"), .. more]);

    private static async Task<HttpStatusCode> Sent(Visitor by, GradeConversion of, string what) =>
        (await by.Send($"{Path}/{of.Id.Value:N}", Body([("do", what), ("seen", $"{of.Version}")]), "application/x-www-form-urlencoded")).Status;

    private GradeConversion Now(GradeConversion of) => _site.Read(db => db.GradeConversions.AsNoTracking().Single(one => one.Id == of.Id));

    private static string Body((string Name, string Value)[] fields) => string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    private static IEnumerable<(string Name, string Value)> Portland(string code, string title = "Portland") =>
    [
        ("title", title), ("code", code), ("place", "district"), ("source", "Portland, Maine"), ("active", "true"), ("lowest", "1"), ("highest", "4"), ("decimals", "2"),
        ("from-1", "3"), ("to-1", "3"), ("letter-1", "B"), ("low-1", "85"), ("high-1", "85"),
    ];
}
