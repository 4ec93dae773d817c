using System.Net;
using Cairn.App.Access.Proofs;
using Cairn.App.Features.Badges;
using Cairn.App.Tests.Abuse;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Badges;

/// <summary>The youngest come in by a badge or three pictures, on a device that their teacher opened, in class hours.</summary>
public sealed class BadgeTests : IAsyncLifetime
{
    private ClassSite _class = null!;

    public async ValueTask InitializeAsync() => _class = await ClassSite.Start();

    public ValueTask DisposeAsync() => _class.DisposeAsync();

    [Fact]
    public async Task A_badge_opens_ones_own_pages_until_one_is_done()
    {
        var code = await _class.Badge(_class.Ada);
        using var device = await _class.Opened();
        // A reader types the whole address, and its keyboard may write signs of its own.
        (await ClassSite.Show(device, $"HTTPS>&&learn.example.org&badge&{code.ToUpperInvariant()}")).Header("Location").ShouldBe(ClassSite.HomeOf(_class.Ada));
        var home = await device.Get(ClassSite.HomeOf(_class.Ada));
        (home.Status, home.Body.Contains("I’m done", StringComparison.Ordinal), home.Body.Contains("/rights", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true, false));
        home.Header("Cache-Control").ShouldBe("no-store", "the next child sits down at it");
        var session = _class.OnDevices().Single();
        (session.Methods, session.Account, session.Person).ShouldBe(("badge", Guid.Empty, _class.Ada.Id.Value));
        session.ExpiresAt.ShouldBe(_class.Clock.GetUtcNow().UtcDateTime.Date.AddHours(12), "the end of the class's hours");
        (await device.Post("/sign-out")).Header("Location").ShouldBe("/class");
        _class.OnDevices().ShouldBeEmpty();
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _class.Cairn.Told().ShouldContain(one => one.Act == JournalAct.SignedIn && one.By.Person == _class.Ada.Id.Value);
    }

    [Fact]
    public async Task The_badges_address_and_three_pictures_do_too_and_nobody_elses_do()
    {
        var code = await _class.Badge(_class.Ada);
        await _class.Badge(_class.Ben);
        using var device = await _class.Opened();
        (await device.Get($"/badge/{code}")).Header("Location").ShouldBe("/class");
        var shown = await device.Get("/class");
        (shown.Body.Contains("I am Ada B.", StringComparison.Ordinal), shown.Body.Contains("Byron", StringComparison.Ordinal), shown.Body.Contains("Cyd", StringComparison.Ordinal)).ShouldBe((true, false, false));
        _class.OnDevices().ShouldBeEmpty("opening an address signs nobody in");
        (await device.Post("/class")).Header("Location").ShouldBe(ClassSite.HomeOf(_class.Ada));
        // The next child: the one before is out.
        (await ClassSite.Touch(device, _class.Ben, 0, 1, 2)).Header("Location").ShouldBe(ClassSite.HomeOf(_class.Ben));
        _class.OnDevices().Single().Person.ShouldBe(_class.Ben.Id.Value);
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Abuse", "L16")]
    public async Task Whoever_opens_a_device_is_signed_out_on_it()
    {
        using var device = await _class.Opened();
        (await device.Get("/learners")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await device.Get("/account")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _class.Cairn.Sessions().ShouldAllBe(one => one.EndedAt != null);
        _class.Cairn.Told().ShouldContain(one => one.Act == JournalAct.SignedOut && one.By.Person == _class.Cairn.Teacher);
        _class.Read(db => db.OpenedDevices.AsNoTracking().Single()).By.Value.ShouldBe(_class.Cairn.Teacher);
    }

    [Fact]
    [Trait("Abuse", "L16")]
    public async Task It_ends_with_the_hours_and_after_a_quarter_of_an_hour_without_use()
    {
        var code = await _class.Badge(_class.Ada);
        using var device = await _class.Opened();
        await ClassSite.Show(device, code);
        for (var i = 0; i < 3; i++)
        {
            _class.Clock.Pass(TimeSpan.FromMinutes(10));
            (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.OK, "who goes on stays");
            await _class.Cairn.District.Writer.Tell(_ => { }, Acting.System);
        }

        _class.Clock.Pass(TimeSpan.FromMinutes(16));
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await ClassSite.Show(device, code);
        _class.Clock.Pass(_class.OnDevices().Single().ExpiresAt - _class.Clock.GetUtcNow().UtcDateTime);
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await device.Get("/class")).Body.ShouldContain("Please ask your teacher");
        (await ClassSite.Show(device, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
        _class.OnDevices().Count.ShouldBe(1);
    }

    [Fact]
    public async Task On_another_device_outside_the_hours_and_on_a_closed_one_nothing_opens()
    {
        var code = await _class.Badge(_class.Ada);
        using (var other = _class.Site.Visitor())
        {
            (await other.Get("/class")).Body.ShouldNotContain("Ada");
            // Whoever comes where no device is open is a stranger, and a thousand of them are one entry.
            var before = _class.Cairn.Told().Count;
            for (var i = 0; i < 20; i++)
            {
                (await ClassSite.Show(other, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
                (await ClassSite.Touch(other, _class.Ada, 0, 1, 2)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }

            _class.Cairn.Told().Count.ShouldBe(before);
            await _class.Site.Part<Cairn.App.Access.Refusals>().TellStrangers([_class.Cairn.District]);
            _class.Cairn.Told().Count.ShouldBe(before + 1);
        }

        using var device = await _class.Opened();
        await ClassSite.Show(device, code);
        using var teacher = await _class.Teacher();
        var opened = _class.Read(db => db.OpenedDevices.AsNoTracking().Single());
        (await teacher.Get(_class.Door + "/badges")).Body.ShouldContain("Open now");
        (await teacher.Post($"/groups/{_class.NextDoor.Value:N}/devices/{opened.Id:N}/close")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.Post($"{_class.Door}/devices/{opened.Id:N}/close")).Status.ShouldBe(HttpStatusCode.Found);
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized, "closed from anywhere, at once");
        (await ClassSite.Show(device, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
        _class.OnDevices().ShouldBeEmpty();

        _class.Clock.Pass(TimeSpan.FromHours(6));
        using var late = await _class.Teacher();
        (await late.Post(_class.Door + "/open")).Status.ShouldBe(HttpStatusCode.Conflict);
        _class.Read(db => db.OpenedDevices.Count()).ShouldBe(1);
    }

    [Fact]
    [Trait("Abuse", "X2")]
    public async Task A_badge_that_ended_and_a_learner_who_left_the_group_open_nothing_and_what_went_on_ends()
    {
        var (ada, cyd) = (await _class.Badge(_class.Ada), await _class.Badge(_class.Cyd));
        using var device = await _class.Opened();
        await ShouldBeRefused(device, cyd);
        await ClassSite.Show(device, ada);
        using (var teacher = await _class.Teacher())
        {
            (await teacher.Send(_class.Door + "/badges/end", $"learner={_class.Cyd.Id.Value:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.NotFound, "of another class");
            (await teacher.Send(_class.Door + "/badges/end", $"learner={_class.Ada.Id.Value:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        }

        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await ShouldBeRefused(device, ada);
        var again = await _class.Badge(_class.Ada);
        await ClassSite.Show(device, again);
        await _class.Change(turn =>
        {
            var row = turn.Db.Set<Enrollment>().AsNoTracking().Single(one => one.Learner == _class.Ada.Id && one.Group == _class.Group);
            turn.Db.Update(row with { Until = new DateOnly(2020, 2, 1) });
        });
        _class.Clock.Pass(TimeSpan.FromSeconds(11));
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await ShouldBeRefused(device, again);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public async Task Pictures_are_not_guessed_and_a_childs_wrong_tries_hold_nobody_else_back()
    {
        var code = await _class.Badge(_class.Ada);
        await _class.Badge(_class.Ben);
        using var device = await _class.Opened();
        for (var i = 0; i < 5; i++) (await ClassSite.Touch(device, _class.Ada, 5, 5, i)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var held = await ClassSite.Touch(device, _class.Ada, 0, 1, 2);
        (held.Status, held.Body.Contains("Let us wait a little", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.TooManyRequests, true));
        _class.OnDevices().ShouldBeEmpty();
        _class.Cairn.Told().Count(one => one.Act == JournalAct.Refused).ShouldBe(6);
        (await ClassSite.Touch(device, _class.Ben, 0, 1, 2)).Status.ShouldBe(HttpStatusCode.Found, "the class goes on");
        (await device.Post("/sign-out")).Status.ShouldBe(HttpStatusCode.Found);
        (await ClassSite.Show(device, code)).Status.ShouldBe(HttpStatusCode.Found, "her badge works on");
    }

    [Theory]
    [Trait("Abuse", "T2")]
    [InlineData("the group")]
    [InlineData("the account")]
    [InlineData("the district")]
    public async Task With_whoever_opened_a_device_and_has_left_it_closes(string what)
    {
        var code = await _class.Badge(_class.Ada);
        using var device = await _class.Opened();
        await ClassSite.Show(device, code);
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.OK);
        var teacher = new EducatorId(_class.Cairn.Teacher);
        await _class.Change(turn =>
        {
            if (what == "the group") turn.Db.RemoveRange(turn.Db.Teachings.Where(one => one.Educator == teacher).ToList());
            else if (what == "the account") turn.Db.Accounts.Single(one => one.Login == "okafor").EndedAt = turn.Now;
            else turn.Db.Educators.Single(one => one.Id == teacher).Leave(turn.Now);
        });

        _class.Clock.Pass(TimeSpan.FromSeconds(60));
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await ClassSite.Show(device, code)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await device.Get("/class")).Body.ShouldNotContain("Ada");
    }

    [Fact]
    public async Task A_print_shows_secrets_once_keeps_hashes_and_ends_what_was_before()
    {
        var old = await _class.Badge(_class.Ada);
        var sheet = await _class.Print();
        sheet.Keys.ShouldBe(["Ada B.", "Ben O."], ignoreOrder: true);
        var badges = _class.Read(db => db.Set<Badge>().AsNoTracking().ToList());
        badges.Count(one => one.EndedAt is null).ShouldBe(2);
        badges.ShouldAllBe(one => one.SecretHash.Length == 32 && one.PicturesHash.StartsWith("$argon2id$"));
        using var device = await _class.Opened();
        await ShouldBeRefused(device, old);
        (await ClassSite.Touch(device, _class.Ada, [.. sheet["Ada B."].Select(one => Glyphs.Names.ToList().IndexOf(one))])).Status.ShouldBe(HttpStatusCode.Found);
        using var teacher = await _class.Teacher();
        var page = (await teacher.Get(_class.Door + "/badges")).Body;
        page.ShouldContain("Make and print them all");
        foreach (var badge in badges) page.ShouldNotContain(Convert.ToHexStringLower(badge.SecretHash));
    }

    [Fact]
    [Trait("Abuse", "T2")]
    public async Task A_substitute_opens_a_device_and_changes_nothing_that_stays()
    {
        var key = await _class.Cairn.Staff("stand", ActorKind.Teacher, _class.Substitute);
        using var substitute = await _class.Cairn.SignedIn("stand", key);
        foreach (var deed in (string[])["/hours", "/badges/print", "/badges/end"]) (await substitute.Post(_class.Door + deed)).Status.ShouldBe(HttpStatusCode.Forbidden, deed);
        (_class.Read(db => db.GroupHours.Count()), _class.Read(db => db.Set<Badge>().Count())).ShouldBe((1, 0));
        _class.Cairn.Told().Count(one => one.Act == JournalAct.Refused && one.By.Person == _class.Substitute).ShouldBe(3);
        (await substitute.Post(_class.Door + "/open")).Header("Location").ShouldBe("/class");
    }

    [Fact]
    [Trait("Abuse", "X3")]
    public async Task Who_proved_it_long_ago_proves_it_again_before_a_device_opens_and_other_teachers_find_nothing()
    {
        using var teacher = await _class.Teacher();
        _class.Clock.Pass(TimeSpan.FromMinutes(16));
        (await teacher.Post(_class.Door + "/open")).Header("Location").ShouldStartWith("/prove?back=");
        _class.Read(db => db.OpenedDevices.Count()).ShouldBe(0);
        var next = $"/groups/{_class.NextDoor.Value:N}";
        (await teacher.Get(next + "/badges")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.Post(next + "/badges/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        _class.Cairn.Told().ShouldContain(one => one.Act == JournalAct.Refused && one.By.Person == _class.Cairn.Teacher);
    }

    [Fact]
    public async Task Hours_are_set_by_the_week_and_wrong_ones_change_nothing()
    {
        using var teacher = await _class.Teacher();
        (await teacher.Send(_class.Door + "/hours", "from-Monday=10%3A00&until-Monday=09%3A00", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _class.Read(db => db.GroupHours.AsNoTracking().Single()).From.ShouldBe(540);
        (await teacher.Send(_class.Door + "/hours", "from-Monday=09%3A00&until-Monday=13%3A30&from-Friday=08%3A15&until-Friday=11%3A00", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        _class.Read(db => db.GroupHours.AsNoTracking().ToList()).OrderBy(one => one.Day).ShouldBe([new GroupHours(_class.Group, DayOfWeek.Monday, 540, 810), new GroupHours(_class.Group, DayOfWeek.Friday, 495, 660)]);
    }

    private async Task ShouldBeRefused(Visitor device, string code)
    {
        var before = _class.OnDevices().Count;
        var answer = await new Refused(_class.Site, _class.Cairn.District).ByStranger(HttpStatusCode.Forbidden, "", () => ClassSite.Show(device, code));
        (answer.Body.Contains("Please ask your teacher", StringComparison.Ordinal), _class.OnDevices().Count).ShouldBe((true, before));
    }
}
