using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Messages between family, learner and educators: who reads what, who may write, and what the school may read back.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string About => $"/learners/{_site.Kid.Value:N}/messages";

    [Fact]
    public async Task A_family_asks_an_educator_answers_and_both_see_what_is_new()
    {
        var at = await Begin("mother", "teacher", "Homework", "QUESTIONCANARY");
        (await _site.Get("teacher", "/messages")).Whole.ShouldContain("Messages: one is new");
        (await _site.Get("teacher", at)).Whole.ShouldContain("QUESTIONCANARY");
        (await _site.Get("teacher", "/messages")).Whole.ShouldNotContain("one is new");
        (await _site.Post("teacher", at, ("text", "ANSWERCANARY"))).ShouldBe(HttpStatusCode.Found);

        (await _site.Get("mother", "/messages")).Whole.ShouldContain("Messages: one is new");
        var read = await _site.Get("mother", at);
        (read.Whole.Contains("ANSWERCANARY", StringComparison.Ordinal), read.Whole.Contains("Ms. Okafor", StringComparison.Ordinal)).ShouldBe((true, true));
        _site.Read(db => db.MessageReads.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task A_message_whose_form_is_sent_twice_is_written_once()
    {
        var once = $"{Guid.CreateVersion7():N}";
        foreach (var text in (string[])["Hello", "Hello", "Other"])
            (await _site.Post("mother", About, ("once", once), ("to", $"{_site.People["teacher"].Person:N}"), ("subject", "Twice"), ("text", text))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => (db.Conversations.Count(), db.Messages.Count())).ShouldBe((2, 2));
        var at = $"/messages/{_site.Read(db => db.Conversations.AsNoTracking().First()).Id.Value:N}";
        for (var i = 0; i < 2; i++) (await _site.Post("mother", at, ("once", once), ("text", "And more"))).ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.Messages.Count()).ShouldBe(3);
    }

    [Fact]
    [Trait("Abuse", "G3")]
    public async Task The_other_home_reads_none_of_it_and_no_address_is_shown_to_anybody()
    {
        var at = await Begin("mother", "teacher", "SUBJECTCANARY", "BODYCANARY");
        foreach (var who in (string[])["father", "kid", "stranger", "colleague", "leader", "officer", "ada"])
        {
            (await _site.Get(who, at)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Post(who, at, ("text", "x"))).ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Get(who, "/messages")).Whole.ShouldNotContain("CANARY", Case.Sensitive, who);
        }

        (await _site.Get("father", About)).Whole.ShouldNotContain("CANARY");
        var both = await Begin("teacher", ["mother", "father"], "Together", "Hello");
        foreach (var who in (string[])["mother", "father", "teacher"])
        {
            var page = await _site.Get(who, both);
            page.Status.ShouldBe(HttpStatusCode.OK, who);
            Regex.IsMatch(page.Whole, "private\\.example", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse(who);
        }

        (await _site.Get("mother", both)).Whole.ShouldNotContain("father Byron");
        (await _site.Get("father", both)).Whole.ShouldNotContain("mother Byron");
        // A family writes to educators, and neither to the other home nor to another family's people.
        foreach (var to in (string[])["father", "stranger", "leader", "grown"]) (await Post("mother", to, "x", "x")).ShouldBe(HttpStatusCode.NotFound, to);
        (await Post("teacher", "stranger", "x", "x")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "G2")]
    public async Task Whoever_is_kept_away_reads_and_gets_no_more_of_it()
    {
        var at = await Begin("teacher", ["mother", "father"], "Together", "Hello");
        using var father = await _site.As("father");
        (await father.Get(at)).Status.ShouldBe(HttpStatusCode.OK);
        await _site.Family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(_site.People["father"].Person), _site.Kid, TestDistrict.Day, default, "Order 7"));

        (await father.Get(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await father.Get("/messages")).Whole.ShouldNotContain("Together");
        (await father.Send(at, "text=x", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("teacher", About)).Whole.ShouldNotContain("father Byron");
        (await Post("teacher", "father", "x", "x")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("mother", at)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "M4")]
    public async Task A_school_limits_who_writes_and_a_mentor_writes_to_nobody()
    {
        await Limit(guardians: false, learners: true, age: 12);
        (await Post("mother", "teacher", "x", "x")).ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("mother", About)).Whole.ShouldContain("You can still answer");
        (await Post("kid", "teacher", "x", "x")).ShouldBe(HttpStatusCode.NotFound, "10 years old");
        (await _site.Get("teacher", About)).Whole.ShouldNotContain($"value=\"{_site.Kid.Value:N}\"");
        var at = await Begin("teacher", ["mother"], "Begun", "Hello");
        (await _site.Post("mother", at, ("text", "An answer is always possible"))).ShouldBe(HttpStatusCode.Found);

        await Limit(guardians: true, learners: true, age: 10);
        (await Post("kid", "teacher", "x", "x")).ShouldBe(HttpStatusCode.Found);
        await Limit(guardians: true, learners: false, age: 0);
        (await Post("kid", "teacher", "x", "x")).ShouldBe(HttpStatusCode.NotFound);

        foreach (var who in (string[])["mother", "teacher", "kid", "officer"]) (await _site.Get(who, "/messages/limits")).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Post("principal", "/messages/limits", ("school", $"{Family.Hill.Value:N}"), ("age", "99"), ("from", "20"), ("until", "7"), ("seen", "1"))).ShouldBe(HttpStatusCode.BadRequest);
        (await _site.Post("principal", "/messages/limits", ("school", $"{Guid.NewGuid():N}"), ("age", "9"), ("from", "20"), ("until", "7"), ("seen", "1"))).ShouldBe(HttpStatusCode.NotFound);
        MessagesOf(ActorKind.Sponsor).ShouldBeEmpty();
        // What no person of this site may write is refused, and told.
        await new Abuse.Refused(_site.Site, _site.Family.District.District).ByPerson(_site.People["stranger"].Person, HttpStatusCode.NotFound, "NotTheirs", async () =>
        {
            using var visitor = await _site.As("stranger");
            return await visitor.Send(About, $"to={_site.Kid.Value:N}&about=x&text=x", "application/x-www-form-urlencoded");
        });
    }

    [Fact]
    [Trait("Abuse", "S4")]
    public async Task The_school_reads_back_with_a_reason_that_the_family_can_read()
    {
        await Begin("mother", "teacher", "Homework", "BACKCANARY");
        (await _site.Post("leader", $"{About}/read-back", ("why", ""))).ShouldBe(HttpStatusCode.BadRequest);
        using (var leader = await _site.As("leader"))
        {
            var back = await leader.Send($"{About}/read-back", "why=WHYCANARY", "application/x-www-form-urlencoded");
            (back.Status, back.Whole.Contains("BACKCANARY", StringComparison.Ordinal), back.Whole.Contains("Byron", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true, false));
        }

        (await _site.Post("officer", $"{About}/read-back", ("why", "A complaint"))).ShouldBe(HttpStatusCode.OK);
        foreach (var (who, status) in ((string, HttpStatusCode)[])[("teacher", HttpStatusCode.Forbidden), ("mother", HttpStatusCode.Forbidden), ("kid", HttpStatusCode.Forbidden), ("stranger", HttpStatusCode.NotFound)])
            (await _site.Post(who, $"{About}/read-back", ("why", "x"))).ShouldBe(status, who);
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/looks")).Whole.ShouldContain("reading back messages");
        _site.Read(db => db.JournalPayloads.AsNoTracking().AsEnumerable().Any(one => System.Text.Encoding.UTF8.GetString(one.Words).Contains("WHYCANARY", StringComparison.Ordinal))).ShouldBeTrue("the reason stands in the journal");
    }

    [Fact]
    public async Task A_group_is_told_once_each_and_it_is_seen_who_opened_it()
    {
        using var teacher = await _site.As("teacher");
        var told = await teacher.Send($"/groups/{Family.Loft.Value:N}/announcements", "subject=Trip&text=TRIPCANARY", "application/x-www-form-urlencoded");
        var at = told.Header("Location");
        (await teacher.Get(at)).Whole.ShouldContain("0 of 3 opened it");

        (await _site.Get("mother", at)).Whole.ShouldContain("TRIPCANARY");
        var seen = await teacher.Get(at);
        (seen.Whole.Contains("1 of 3 opened it", StringComparison.Ordinal), seen.Whole.Contains("father Byron", StringComparison.Ordinal), seen.Whole.Contains("mother Byron", StringComparison.Ordinal)).ShouldBe((true, true, false));
        (await _site.Get("father", at)).Whole.ShouldNotContain("opened it");
        // Who is of age decides alone: their parent is not told; nobody answers to all.
        (await _site.Get("parentOfGrown", at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("mother", at, ("text", "To all"))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var who in (string[])["mother", "kid"]) (await _site.Post(who, $"/groups/{Family.Loft.Value:N}/announcements", ("subject", "x"), ("text", "x"))).ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Post("teacher", $"/groups/{Guid.NewGuid():N}/announcements", ("subject", "x"), ("text", "x"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "X8")]
    public async Task What_is_too_long_has_two_lines_or_markup_does_no_harm()
    {
        foreach (var (subject, text) in ((string, string)[])[("", "x"), ("x", ""), (new string('x', 121), "x"), ("x", new string('x', 4001)), ("x\nBcc: all@example.org", "x")])
            (await Post("mother", "teacher", subject, text)).ShouldBe(HttpStatusCode.BadRequest);
        _site.Read(db => db.Messages.Count()).ShouldBe(0);
        var at = await Begin("mother", "teacher", "<img src=x>", "<script>alert(1)</script> {{7*7}} {name}");
        var page = await _site.Get("teacher", at);
        (page.Body.Contains("<script>alert", StringComparison.Ordinal), page.Body.Contains("<img src=x", StringComparison.Ordinal), page.Whole.Contains("{{7*7}} {name}", StringComparison.Ordinal)).ShouldBe((false, false, true));
    }

    [Fact]
    [Trait("Abuse", "G3")]
    public async Task The_copy_that_one_home_gets_holds_no_message_of_the_other()
    {
        await Begin("mother", "teacher", "Hers", "HERCANARY");
        await Begin("father", "teacher", "His", "HISCANARY");
        await Begin("teacher", ["kid"], "Kid", "KIDCANARY");
        foreach (var (who, own, other) in ((string, string, string)[])[("mother", "HERCANARY", "HISCANARY"), ("father", "HISCANARY", "HERCANARY")])
        {
            var whole = string.Concat(_site.Family.Archive(_site.Kid, _site.People[who]).Values);
            (whole.Contains(own, StringComparison.Ordinal), whole.Contains("KIDCANARY", StringComparison.Ordinal), whole.Contains(other, StringComparison.Ordinal)).ShouldBe((true, true, false), who);
        }
    }

    [Fact]
    public async Task An_erasure_takes_the_words_out()
    {
        await Begin("mother", "teacher", "SUBJECTCANARY", "BODYCANARY");
        await _site.Family.District.District.Writer.Alone(turn =>
        {
            foreach (var one in turn.Db.Messages.ToList()) one.Erase();
            foreach (var one in turn.Db.Conversations.ToList()) one.Erase();
            return turn.Db.SaveChanges();
        });
        (await _site.Get("teacher", "/messages")).Whole.ShouldContain("Without a title");
    }

    [Theory]
    [InlineData("es", "Mensajes")]
    [InlineData("vi", "Tin nhắn")]
    public async Task Families_read_and_choose_in_their_language(string language, string title)
    {
        var at = await Begin("mother", "teacher", "Bài tập", "Xin chào");
        using var mother = await _site.As("mother");
        foreach (var path in (string[])["/messages", About, at, "/notices"])
        {
            var page = await mother.Get(path, ("Accept-Language", language));
            page.Whole.ShouldContain(title, Case.Sensitive, path);
            // A language is offered by its own name.
            LeftInEnglish.In(page.Body).Where(one => one != "English").ShouldBeEmpty(path);
        }

        (await _site.Post("mother", "/notices", ("language", language), ("weekly", "true"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("mother", "/notices", ("language", "xx"))).ShouldBe(HttpStatusCode.BadRequest);
        var choice = _site.Read(db => db.NoticeChoices.AsNoTracking().Single());
        (choice.Person.Value, choice.Language, choice.ByMail, choice.Weekly).ShouldBe((_site.People["mother"].Person, language, false, true));
    }

    private IEnumerable<Cairn.Storage.Families.ConversationLine> MessagesOf(ActorKind kind) => _site.Read(db => Cairn.Storage.Families.MessageRows.Of(db, new Scope(db, new Actor(kind, _site.People["mother"].Person, ""), Family.Today)));

    private Task<string> Begin(string who, string to, string subject, string text) => Begin(who, [to], subject, text);

    private async Task<string> Begin(string who, string[] to, string subject, string text)
    {
        using var visitor = await _site.As(who);
        var answer = await visitor.Send(About, Body(to, subject, text), "application/x-www-form-urlencoded");
        answer.Status.ShouldBe(HttpStatusCode.Found);
        return answer.Header("Location");
    }

    private async Task<HttpStatusCode> Post(string who, string to, string subject, string text)
    {
        using var visitor = await _site.As(who);
        return (await visitor.Send(About, Body([to], subject, text), "application/x-www-form-urlencoded")).Status;
    }

    private string Body(string[] to, string subject, string text) => $"subject={Uri.EscapeDataString(subject)}&text={Uri.EscapeDataString(text)}{string.Concat(to.Select(one => $"&to={_site.People[one].Person:N}"))}";

    private async Task Limit(bool guardians, bool learners, int age)
    {
        var version = _site.Read(db => Cairn.Storage.Families.MessageRows.PolicyFor(db, Family.Hill).Version);
        (await _site.Post("principal", "/messages/limits", ("school", $"{Family.Hill.Value:N}"), ("guardians", guardians ? "true" : ""), ("learners", learners ? "true" : ""), ("age", $"{age}"), ("from", "20"), ("until", "7"), ("seen", $"{version}"))).ShouldBe(HttpStatusCode.Found);
        (await _site.Post("principal", "/messages/limits", ("school", $"{Family.Hill.Value:N}"), ("age", "1"), ("from", "20"), ("until", "7"), ("seen", $"{version}"))).ShouldBe(HttpStatusCode.BadRequest, "stale");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
