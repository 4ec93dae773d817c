using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>An exhibition with a panel: guests without an account, a live rubric, and judgments that an educator makes of it.</summary>
public sealed partial class ExhibitionTests : IAsyncLifetime
{
    private PrivacySite _site = null!;
    private ProjectId _id;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        var stage = new StageEntry(new StageEntryId(Guid.CreateVersion7()), _site.Kid, _site.Family.District.Clay, 2, "", null, "", Storage.TestDistrict.Day, default);
        await _site.Family.District.Record(new Recording(_site.Kid) { StageEntries = [stage] });
        _id = await _site.Propose("kid", ($"with-{_site.Family.Ben.Value:N}", "true"));
        (await _site.Do("teacher", _id, "accept")).Status.ShouldBe(HttpStatusCode.Found);
    }

    private string Path => $"{ProjectSite.Path(_id)}/exhibition";

    private string Key => $"{_site.Kid.Value:N}-{_site.Family.District.Clay.Value:N}";

    [Fact]
    public async Task A_panel_with_nothing_to_look_at_leads_who_plans_it_to_choosing()
    {
        const string Link = "Choose what it is to show</a>";
        (await _site.Get("teacher", Path)).Whole.ShouldNotContain(Link, Case.Sensitive, "something is chosen");
        var bare = await _site.Propose("kid", ("do", "save"), (_site.Box("kid", _site.Family.District.Clay), ""));
        (await _site.Do("teacher", bare, "accept")).Status.ShouldBe(HttpStatusCode.Found);

        foreach (var page in (string[])[$"{ProjectSite.Path(bare)}/exhibition", ProjectSite.Path(bare)]) (await _site.Get("teacher", page)).Whole.ShouldContain($"<a href=\"{ProjectSite.Path(bare)}/edit\">{Link}");
        (await _site.Get("kid", ProjectSite.Path(bare))).Whole.ShouldNotContain(Link, Case.Sensitive, "an accepted project is changed by who teaches");
    }

    [Fact]
    public async Task A_guest_without_an_account_says_what_they_saw_and_the_teacher_makes_a_judgment_of_it()
    {
        (await _site.Fill("teacher", Path, ("day", "2026-03-30"), ("time", "18:00"), ("place", "School hall"), ("audience", "Families"), ("seen", "0"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("mother", Path)).Whole.ShouldContain("School hall");
        using var guest = await Guest("Ruth Baker");

        var sheet = (await guest.Get("/panel")).Whole;
        foreach (var shown in (string[])[ProjectSite.Question, "Six tiles", "GivenKid", "Clay", "That is there"]) sheet.ShouldContain(shown, Case.Sensitive, shown);
        // Nothing else: no family name, no stage, no other child's record, no way on into the site.
        foreach (var hidden in (string[])["FamilyKid", "Stage", "stage 2", "/learners", "/projects", "LevelChip", "Ms. Okafor"]) sheet.ShouldNotContain(hidden, Case.Sensitive, hidden);

        (await Send(guest, ("do", "rate"), ($"level-{Key}", "3"), ($"comment-{Key}", "Every tile had a reason <b>"))).Status.ShouldBe(HttpStatusCode.Found);
        (await guest.Get("/panel?saved")).Whole.ShouldContain("It has arrived.");
        var live = await _site.Get("teacher", Path);
        live.Whole.ShouldContain("Every tile had a reason");
        live.Body.ShouldNotContain("reason <b>");
        live.Whole.ShouldContain("Record as More than was asked");
        _site.Read(db => db.Judgments.Count()).ShouldBe(0);

        (string, string)[] tap = [("learner", $"{_site.Kid.Value:N}"), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("level", "3")];
        (await _site.Fill("teacher", $"{Path}/judge", tap)).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("teacher", $"{Path}/judge", tap)).Status.ShouldBe(HttpStatusCode.Found);
        var judgment = _site.Read(db => db.Judgments.AsNoTracking().Single());
        (judgment.Level, judgment.Stage, judgment.Judge.Value, judgment.Role, judgment.DemonstratedOn).ShouldBe((3, 2, _site.People["teacher"].Person, JudgeRole.Educator, new DateTime(2026, 3, 30, 18, 0, 0, DateTimeKind.Utc)));
        _site.Read(db => db.JudgmentTexts.Single().Reason).ShouldBe("Ruth Baker: Every tile had a reason <b>");
        var piece = _site.Read(db => db.Evidence.AsNoTracking().Single());
        (piece.Kind, piece.Experience.Value, piece.Learner).ShouldBe((EvidenceKind.Performance, _id.Value, _site.Kid));
        (await _site.Get("teacher", Path)).Whole.ShouldContain("In the record: More than was asked");
        (await _site.Get("kid", ProjectSite.Path(_id))).Whole.ShouldContain("Six tiles");
        Family.Json(_site.Family.Archive(_site.Kid)).GetProperty("panelRatings")[0].GetProperty("by").GetString().ShouldBe("Ruth Baker");
    }

    [Fact]
    public async Task The_day_and_place_that_are_planned_stand_in_their_form_while_a_link_is_shown()
    {
        await _site.Fill("teacher", Path, ("day", "2026-03-30"), ("time", "09:30"), ("place", "PLACECANARY"), ("audience", "AUDIENCECANARY"), ("seen", "0"));
        await _site.Fill("teacher", $"{Path}/panel", ("do", "guest"), ("guest", "Ruth Baker"));
        var panelist = _site.Read(db => db.Panelists.AsNoTracking().Single());
        var page = (await _site.Fill("teacher", $"{Path}/panel", ("do", "link"), ("panelist", $"{panelist.Id.Value:N}"))).Body;
        foreach (var stands in (string[])["value=\"PLACECANARY\"", "value=\"AUDIENCECANARY\"", "value=\"09:30\""]) page.ShouldContain(stands);
        (await _site.Fill("teacher", $"{Path}/panel", ("do", "guest"), ("guest", ""))).Body.ShouldContain("value=\"PLACECANARY\"", customMessage: "nor does a fault of another form take them away");
        (await _site.Fill("teacher", Path, ("day", ""), ("time", ""), ("place", "Elsewhere"), ("audience", ""))).Body.ShouldContain("value=\"Elsewhere\"", customMessage: "what was typed stays");
    }

    [Fact]
    public async Task A_link_works_on_one_device_once_and_dies_when_it_is_made_anew_taken_back_or_too_old()
    {
        var link = await LinkOf("Ruth Baker");
        using var opened = await Opened(link);
        // Opened by a scanner of mails, it changes nothing.
        (await opened.Get("/panel")).Whole.ShouldContain("works on this device only");
        using var second = await Opened(link);
        using var first = Carrying(await Send(opened, ("do", "begin")));
        (await Send(second, ("do", "begin"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await second.Get("/panel")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await first.Get("/panel")).Status.ShouldBe(HttpStatusCode.OK);

        var panelist = _site.Read(db => db.Panelists.AsNoTracking().Single());
        panelist.LinkHash.ShouldBeEmpty();
        await _site.Fill("teacher", $"{Path}/panel", ("do", "link"), ("panelist", $"{panelist.Id.Value:N}"));
        (await first.Get("/panel")).Status.ShouldBe(HttpStatusCode.NotFound, "the link was made anew");

        using var third = await Guest("Sam");
        (await third.Get("/panel")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Clock.Now = _site.Clock.Now.AddDays(15);
        (await third.Get("/panel")).Status.ShouldBe(HttpStatusCode.NotFound, "two weeks are over");
        (await Send(third, ("do", "rate"), ($"level-{Key}", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _site.Read(db => db.PanelRatings.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_taken_back_ends_and_nobody_rates_what_is_not_looked_for()
    {
        using var guest = await Guest("Ruth");
        var others = $"{_site.Family.Ben.Value:N}-{_site.Family.District.Drawing.Value:N}";
        (await Send(guest, ("do", "rate"), ($"level-{others}", "2"), ($"level-{Key}", "77"), ($"comment-{Key}", new string('x', 5000)))).Status.ShouldBe(HttpStatusCode.Found);
        var said = _site.Read(db => db.PanelRatings.AsNoTracking().Single());
        (said.Level, said.Comment.Length, said.Learner).ShouldBe((null, 1000, _site.Kid));
        await _site.Fill("teacher", $"{Path}/panel", ("do", "end"), ("panelist", $"{said.Panelist.Value:N}"));
        (await guest.Get("/panel")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("teacher", Path)).Whole.ShouldContain("xxxx", Case.Sensitive, "what was said stays");
        foreach (var guess in (string[])["/panel/guessed", $"/panel/{new string('a', 43)}"])
        {
            using var stranger = _site.Site.Visitor();
            await stranger.Get(guess);
            (await stranger.Get("/panel")).Status.ShouldBe(HttpStatusCode.NotFound, guess);
            (await Send(stranger, ("do", "begin"))).Status.ShouldBe(HttpStatusCode.NotFound, guess);
        }
    }

    [Fact]
    public async Task An_educator_on_the_panel_sees_what_a_guest_sees_whomever_they_teach()
    {
        var officer = _site.People["principal"].Person;
        (await _site.Get("principal", $"{ProjectSite.Path(_id)}/panel")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Fill("teacher", $"{Path}/panel", ("do", "educator"), ("educator", $"{officer:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("teacher", $"{Path}/panel", ("do", "educator"), ("educator", $"{officer:N}"))).Whole.ShouldContain("they are on the panel already");
        (await _site.Get("principal", "/projects")).Whole.ShouldContain("You are asked to a panel");
        (await _site.Fill("principal", $"{ProjectSite.Path(_id)}/panel", ("do", "rate"), ($"level-{Key}", "2"))).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Get("teacher", Path)).Whole.ShouldContain("Record as That is there");
        _site.WhoDid(typeof(PanelRating)).ShouldBe(officer);
        // A leader who rates judges nothing by it.
        (await _site.Fill("principal", $"{Path}/judge", ("learner", $"{_site.Kid.Value:N}"), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("level", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Families_and_learners_plan_invite_and_judge_nothing_and_see_no_panel()
    {
        using var guest = await Guest("Ruth Baker");
        await Send(guest, ("do", "rate"), ($"comment-{Key}", "SAIDCANARY"));
        foreach (var who in (string[])["kid", "mother", "stranger", "ada", "parentOfGrown"])
        {
            (await _site.Fill(who, Path, ("day", "2026-04-01"), ("time", "10:00"), ("place", "Hall"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Fill(who, $"{Path}/panel", ("do", "guest"), ("guest", "Me"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Fill(who, $"{Path}/judge", ("learner", $"{_site.Kid.Value:N}"), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("level", "2"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Get(who, Path)).Whole.ShouldNotContain("SAIDCANARY", Case.Sensitive, who);
        }

        foreach (var level in (string[])["77", "", "-1", "x"])
            (await _site.Fill("teacher", $"{Path}/judge", ("learner", $"{_site.Kid.Value:N}"), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("level", level))).Status.ShouldBe(HttpStatusCode.NotFound, level);
        _site.Read(db => db.Judgments.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task An_exhibition_of_long_ago_is_corrected_on_its_own_day_and_moved_to_no_other_such_day()
    {
        (string, string)[] Plan(string day, string place, string seen) => [("day", day), ("time", "18:00"), ("place", place), ("audience", ""), ("seen", seen)];
        (await _site.Fill("teacher", Path, Plan("2026-04-20", "Hall", "0"))).Status.ShouldBe(HttpStatusCode.Found);
        await _site.Family.District.District.Writer.Alone(turn => turn.Db.Exhibitions.ExecuteUpdate(set => set.SetProperty(one => one.At, new DateTime(2022, 5, 3, 22, 0, 0, DateTimeKind.Utc))));
        var day = _site.Read(db => db.Exhibitions.AsNoTracking().Single().At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (await _site.Fill("teacher", Path, Plan("2022-05-01", "Yard", "1"))).Status.ShouldBe(HttpStatusCode.OK);
        (await _site.Fill("teacher", Path, Plan(day, "Library", "1"))).Status.ShouldBe(HttpStatusCode.Found);

        _site.Read(db => db.Exhibitions.AsNoTracking().Single().Place).ShouldBe("Library");
    }

    [Fact]
    public async Task A_plan_that_somebody_else_changed_is_told()
    {
        (string, string)[] plan = [("day", "2026-04-20"), ("time", "18:00"), ("place", "Hall"), ("seen", "0")];
        (await _site.Fill("teacher", Path, plan)).Status.ShouldBe(HttpStatusCode.Found);
        (await _site.Fill("colleague", Path, plan)).Status.ShouldBe(HttpStatusCode.Found, "the same again is done");
        (await _site.Fill("colleague", Path, ("day", "2026-04-21"), ("time", "18:00"), ("place", "Library"), ("seen", "0"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await _site.Fill("colleague", Path, ("day", "2026-04-20"), ("time", "25:00"), ("place", ""), ("seen", "1"))).Whole.ShouldContain("This is no time");
        _site.Read(db => db.Exhibitions.AsNoTracking().Single().Version).ShouldBe(1);
    }

    private async Task<Visitor> Guest(string name)
    {
        using var opened = await Opened(await LinkOf(name));
        var begun = await Send(opened, ("do", "begin"));
        begun.Status.ShouldBe(HttpStatusCode.Found);
        return Carrying(begun);
    }

    private async Task<Visitor> Opened(string link)
    {
        using var visitor = _site.Site.Visitor();
        var answer = await visitor.Get(link);
        answer.Header("Location").ShouldBe("/panel");
        return Carrying(answer);
    }

    /// <summary>A browser with what an answer gave it to carry; a real one would find it too old, for the clock of the site stands still.</summary>
    private Visitor Carrying(Answer answer) => new(_site.Site.Url, ("Cookie", string.Join("; ", Given().Matches(answer.Header("Set-Cookie")).Select(one => one.Groups["pair"].Value))));

    private async Task<string> LinkOf(string name)
    {
        (await _site.Fill("teacher", $"{Path}/panel", ("do", "guest"), ("guest", name))).Status.ShouldBe(HttpStatusCode.Found);
        var panelist = _site.Read(db => db.Panelists.AsNoTracking().Single(one => one.Name == name));
        var page = await _site.Fill("teacher", $"{Path}/panel", ("do", "link"), ("panelist", $"{panelist.Id.Value:N}"));
        var link = Address().Match(page.Whole).Value;
        link.ShouldNotBeEmpty();
        return link;
    }

    private static Task<Answer> Send(Visitor visitor, params (string Name, string Value)[] fields) =>
        visitor.Send("/panel", string.Join('&', fields.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");

    [GeneratedRegex("(^|, )(?<pair>[^=;, ]+=[^;, ]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Given();

    [GeneratedRegex("/panel/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Address();

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
