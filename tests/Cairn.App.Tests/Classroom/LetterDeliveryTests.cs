using System.Net;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Notices;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Families;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>When letters go, to whom, and how they are ended from the letter itself.</summary>
public sealed class LetterDeliveryTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc);
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        foreach (var who in (string[])["mother", "father"])
        {
            var account = new Account(Guid.CreateVersion7(), who, Noon) { Email = $"{who}@example.org", IsEmailConfirmed = true };
            await _site.Family.Put(account, new AccountPerson(account.Id, ActorKind.Guardian, _site.People[who].Person, Noon));
        }
    }

    private District District => _site.Family.District.District;

    private Served Served => new(_site.Family.District.Folder, District, "Test", TimeZoneInfo.Utc);

    private HeldLetters Held => new(_site.Family.District.Folder);

    [Fact]
    public async Task What_comes_in_quiet_hours_goes_when_they_are_over_to_who_has_not_seen_it()
    {
        var about = await Message("mother", "father");
        var night = Noon.AddHours(11);
        using var db = District.Open();
        Letters.DueAt(db, Served, about, Noon).ShouldBe(Noon, "by day at once");
        var due = Letters.DueAt(db, Served, about, night);
        due.ShouldBe(new DateTime(2026, 4, 1, 7, 0, 0, DateTimeKind.Utc));
        Held.Hold(District.Name, about, due);
        Held.Hold(District.Name, about, due.AddHours(3));
        await District.Writer.Alone(turn => MessageWriting.Open(turn, _site.People["father"], Family.Today, new ConversationId(about.About)));

        // Another process reads the same file: a stop loses nothing.
        Write(due.AddMinutes(-5)).ShouldBeEmpty();
        Write(due.AddMinutes(2)).Select(one => one.To).ShouldBe(["mother@example.org"]);
        Write(due.AddMinutes(9)).ShouldBeEmpty("it goes once");
    }

    [Fact]
    public async Task Quiet_hours_that_were_made_longer_meanwhile_are_kept_and_a_block_is_too()
    {
        var about = await Message("mother");
        var due = Noon.AddDays(1).AddHours(-5);
        Held.Hold(District.Name, about, due);
        await District.Writer.Alone(turn => PolicyRows.Decide(turn, Family.Hill, MessageRows.PolicyFor(turn.Db, Family.Hill).Version, one => one.Decide(true, true, 10, 20 * 60, 9 * 60)));
        Write(due).ShouldBeEmpty();
        await _site.Family.Put(new Cairn.Learning.People.GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), new GuardianId(_site.People["mother"].Person), _site.Kid, Noon, default, "Order 7"));
        Write(due.AddHours(2)).ShouldBeEmpty("whom an order keeps away hears nothing");
    }

    [Theory]
    [InlineData("2026-03-08T06:30:00Z", "2026-03-08T11:00:00Z")]
    [InlineData("2026-11-01T04:30:00Z", "2026-11-01T12:00:00Z")]
    [InlineData("2026-06-10T01:00:00Z", "2026-06-10T11:00:00Z")]
    public async Task The_hours_are_those_of_the_schools_clock_also_on_the_nights_that_it_is_changed(string now, string due)
    {
        var about = await Message("mother");
        using var db = District.Open();
        var served = Served with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        Letters.DueAt(db, served, about, At(now)).ShouldBe(At(due));
    }

    [Fact]
    public async Task Of_a_conference_hears_whoever_has_not_signed_it_as_it_stands()
    {
        var path = $"/learners/{_site.Kid.Value:N}/conference";
        var about = new ToTell(TellKind.Conference, _site.Kid.Value);
        await _site.Post("kid", path, ("do", "begin"));
        Of(about).ShouldBeEmpty("before it is opened");
        var work = await _site.Family.Work(_site.Kid, "A map");
        await _site.Post("kid", path, ("do", "prepare"), ("seen", "1"), ("work", $"{work.Id.Value:N}"), ("goals", "Read"));
        await _site.Post("kid", path, ("do", "open"));
        Of(about).Select(one => one.To).ShouldBe(["father@example.org", "mother@example.org"], ignoreOrder: true);
        (await _site.Get("father", $"/learners/{_site.Kid.Value:N}/family")).Whole.ShouldContain("GivenKid wants to show you some work");
        await _site.Post("teacher", path, ("do", "decide"), ("seen", $"{_site.Read(db => db.Conferences.AsNoTracking().Single()).Version}"), ("decisions", "We meet again"));
        var edition = _site.Read(db => db.Conferences.AsNoTracking().Single()).Edition;
        (await _site.Post("mother", path, ("do", "sign"), ("edition", $"{edition}"))).ShouldBe(HttpStatusCode.Found);

        var letter = Of(about).ShouldHaveSingleItem();
        (letter.To, letter.Link).ShouldBe(("father@example.org", $"https://school.example{path}"));
        string.Join(' ', letter.Paragraphs.Append(letter.Subject)).ShouldNotContain("Kid");
        (await _site.Get("father", $"/learners/{_site.Kid.Value:N}/family")).Whole.ShouldContain("What was decided about GivenKid is written down.");
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/family")).Whole.ShouldNotContain("What was decided about GivenKid");
    }

    [Fact]
    [Trait("Abuse", "X8")]
    public async Task A_letter_says_how_it_is_ended_by_one_press_and_the_press_needs_no_sign_in()
    {
        var letter = Of(await Message("mother")).ShouldHaveSingleItem();
        var written = letter.Written("cairn@example.org");
        (written.Headers["List-Unsubscribe"], written.Headers["List-Unsubscribe-Post"]).ShouldBe(($"<{letter.Stop}>", "List-Unsubscribe=One-Click"));
        written.TextBody!.TrimEnd().ShouldEndWith(letter.Stop);
        var path = new Uri(letter.Stop).PathAndQuery;
        using var mailbox = new Visitor(_site.Site.Url);

        var page = await mailbox.Get(path);
        (page.Status, page.Whole.Contains("mother", StringComparison.OrdinalIgnoreCase)).ShouldBe((HttpStatusCode.OK, false));
        Choice().ShouldBeNull("looking ends nothing");
        (await mailbox.Send(HttpMethod.Post, path, ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.OK);
        Choice().ShouldNotBeNull().ShouldSatisfyAllConditions(one => one.ByMail.ShouldBeFalse(), one => one.Weekly.ShouldBeTrue());
        Of(await Message("mother")).ShouldBeEmpty();
        using var mother = await _site.As("mother");
        (await mother.Send(HttpMethod.Post, "/notices", ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden, "every other door stays shut to other sites");
    }

    [Fact]
    [Trait("Abuse", "X8")]
    public async Task Nobody_makes_such_an_address_for_somebody_else()
    {
        var stop = StopLink.Of(Served, "https://school.example", new PersonId(_site.People["father"].Person), StopKind.Weekly);
        var token = stop[(stop.LastIndexOf('/') + 1)..];
        using var stranger = new Visitor(_site.Site.Url);
        foreach (var bad in (string[])[$"{(token[0] == 'A' ? 'B' : 'A')}{token[1..]}", token[..^4], "guessed", $"{_site.People["father"].Person:N}"])
        {
            (await stranger.Get($"/letters/stop/{bad}")).Status.ShouldBe(HttpStatusCode.NotFound, bad);
            (await stranger.Send(HttpMethod.Post, $"/letters/stop/{bad}")).Status.ShouldBe(HttpStatusCode.NotFound, bad);
        }

        _site.Read(db => db.NoticeChoices.AsNoTracking().ToList()).ShouldBeEmpty();
        StopLink.Read(Served with { District = null }, token).ShouldBeNull();
        (await stranger.Send(HttpMethod.Post, $"/letters/stop/{token}")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Read(db => db.NoticeChoices.AsNoTracking().Single()).ShouldSatisfyAllConditions(one => one.Person.Value.ShouldBe(_site.People["father"].Person), one => one.Weekly.ShouldBeFalse(), one => one.ByMail.ShouldBeTrue());
    }

    [Fact]
    public async Task The_weekly_letter_tells_of_the_receivers_own_questions_that_wait_and_of_nobody_elses()
    {
        await _site.Family.Work(_site.Kid, "fox");
        var judgment = _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Learner == _site.Kid)).Id.Value;
        (await _site.Post("mother", $"/learners/{_site.Kid.Value:N}/questions", ("judgment", $"{judgment:N}"), ("words", "QUESTIONCANARY"))).ShouldBe(HttpStatusCode.Found);

        Weekly("mother").ShouldContain("One question of yours waits for an answer. You get it by April 14, 2026.");
        Weekly("mother").ShouldNotContain("QUESTIONCANARY");
        Weekly("father").ShouldNotContain("question of yours");

        string Weekly(string who)
        {
            using var db = District.Open();
            var person = new PersonId(_site.People[who].Person);
            return string.Join(' ', WeeklyLetter.Of(db, Served, new Reached(person, $"{who}@example.org", new NoticeChoice(person, "en")), Family.Today, Noon, "https://school.example")!.Paragraphs);
        }
    }

    private NoticeChoice? Choice() => _site.Read(db => db.NoticeChoices.AsNoTracking().FirstOrDefault());

    private IReadOnlyList<Letter> Of(ToTell about)
    {
        using var db = District.Open();
        return Letters.Of(db, Served, "https://school.example", about, Noon);
    }

    private List<Letter> Write(DateTime now)
    {
        var sent = new List<Letter>();
        HeldLettersDue.Write(Served, Held, now, "https://school.example", one =>
        {
            sent.Add(one);
            return true;
        });
        return sent;
    }

    private async Task<ToTell> Message(params string[] to)
    {
        var begun = await District.Writer.Alone(turn => MessageWriting.Begin(turn, _site.People["teacher"], Family.Today, _site.Kid, [.. to.Select(one => new PersonId(_site.People[one].Person))], "Subject", "Text"));
        return new ToTell(TellKind.Message, begun.ShouldNotBeNull().Value);
    }

    private static DateTime At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
