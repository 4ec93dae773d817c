using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A piece that is there already is judged in one pass, with words to the child: no second piece comes of it.</summary>
public sealed class OnePassTests : IAsyncLifetime
{
    private PacingSite _site = null!;
    private Guid _piece;

    private string Judge => $"{_site.Kid}/judge";

    public async ValueTask InitializeAsync()
    {
        _site = await PacingSite.Make();
        (await _site.Post("kid", "/capture", ("kind", "Demonstration"), ("title", "My horse"), ("words", "I drew it alone."), ("competencies", _site.Drawing))).Status.ShouldBe(HttpStatusCode.Found);
        _piece = _site.Read(db => db.Captures.AsNoTracking().Single()).Evidence.Value;
    }

    [Fact]
    public async Task Levels_and_words_go_to_the_piece_that_is_there_and_a_second_pass_puts_them_right()
    {
        var page = await _site.Get("teacher", $"{Judge}?piece={_piece:N}");
        (page.Hidden("piece"), page.Body.Contains("I drew it alone.", StringComparison.Ordinal), page.Body.Contains("name=\"title\"", StringComparison.Ordinal)).ShouldBe(($"{_piece:N}", true, false));
        var rows = RowsOf(page);
        rows.ShouldNotBeEmpty();
        (await Pass("teacher", [.. rows.Select(row => ($"said.{row}", "3")), ("note", "The legs <b>stand</b>.")])).Header("Location").ShouldBe($"/evidence/{_piece:N}?saved=1");
        (await _site.Get("teacher", $"/evidence/{_piece:N}?saved=1")).Whole.ShouldContain(">Saved</p>");
        foreach (var who in (string[])["kid", "mother"]) (await _site.Get(who, $"/evidence/{_piece:N}?saved=1")).Whole.ShouldNotContain(">Saved</p>", customMessage: "they saved nothing");
        _site.Read(db => (db.Evidence.Count(), db.Judgments.Count(one => one.Evidence == new EvidenceId(_piece)))).ShouldBe((1, rows.Count));
        _site.Read(db => db.Feedback.AsNoTracking().Single()).Kind.ShouldBe(AnchorKind.Whole);
        (await _site.Get("mother", $"{_site.Kid}/family/work")).Whole.ShouldContain("Ms. Okafor wrote:");
        (await _site.Get("mother", $"{_site.Kid}/family/work")).Body.ShouldContain("The legs &lt;b&gt;stand&lt;/b&gt;.");

        (await Pass("teacher", ($"said.{rows[0]}", "2"))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => (db.Judgments.Count(), db.Retractions.Count())).ShouldBe((rows.Count + 1, 1));
    }

    [Fact]
    public async Task The_page_of_a_learner_leads_who_teaches_them_to_judging_and_nobody_else()
    {
        (await _site.Get("teacher", _site.Kid)).Whole.ShouldContain($"href=\"{Judge}\"");
        (await _site.Get("kid", _site.Kid)).Whole.ShouldNotContain(Judge);
    }

    [Fact]
    [Trait("Abuse", "T1")]
    public async Task Nobody_elses_piece_is_judged_by_this_address_and_nothing_half_is_stored()
    {
        var rows = RowsOf(await _site.Get("teacher", $"{Judge}?piece={_piece:N}"));
        var ada = $"/learners/{_site.Site.Family.Ada.Value:N}/judge";
        (await _site.Get("teacher", $"{ada}?piece={_piece:N}")).Status.ShouldBe(HttpStatusCode.NotFound, "another child's address");
        (await _site.Post("teacher", ada, ("piece", $"{_piece:N}"), ("note", "?"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Post("teacher", Judge, ("piece", "nonsense"), ("note", "?"))).Status.ShouldBe(HttpStatusCode.NotFound, "nor does a new piece come of it");
        (await Pass("elsewhere", ("note", "?"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Pass("standIn", ("note", "?"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Pass("kid", ($"said.{rows[0]}", "4"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Pass("teacher", [.. rows.Select(row => ($"said.{row}", "3")), ($"said.{rows[^1]}", "99")])).Status.ShouldBe(HttpStatusCode.OK, "no such level");
        _site.Read(db => (db.Evidence.Count(), db.Judgments.Count(), db.Feedback.Count())).ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task A_form_that_comes_again_with_other_words_is_told_and_with_the_same_it_is_there_once()
    {
        (string, string)[] form = [("id", $"{Guid.CreateVersion7():N}"), ("title", "A kite"), ("note", "It flew.")];
        var first = (await _site.Post("teacher", Judge, form)).Header("Location");
        (await _site.Post("teacher", Judge, form)).Header("Location").ShouldBe(first);
        var other = await _site.Post("teacher", Judge, [form[0], form[1], ("note", "It <i>fell</i>.")]);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Body.ShouldContain("This form was sent before");
        other.Body.ShouldContain($"href=\"{first[..^"?saved=1".Length]}\"");
        other.Body.ShouldContain("It &lt;i&gt;fell&lt;/i&gt;.");
        _site.Read(db => db.EvidenceTexts.Count(one => one.Title == "A kite")).ShouldBe(1);
        // With the key of that page it is a piece of its own.
        (await _site.Post("teacher", Judge, ("id", other.Hidden("id")), form[1], ("note", "It fell."))).Status.ShouldBe(HttpStatusCode.Found);
        _site.Read(db => db.EvidenceTexts.Count(one => one.Title == "A kite")).ShouldBe(2);
    }

    [Fact]
    public async Task A_capture_that_comes_again_with_other_words_is_told_too()
    {
        (string Name, string Value)[] form = [("key", $"{Guid.CreateVersion7():N}"), ("kind", "Demonstration"), ("title", "A kite"), ("words", "It flew."), ("learners", $"{_site.Site.Kid.Value:N}")];
        for (var i = 0; i < 2; i++) (await _site.Post("teacher", "/capture", form)).Status.ShouldBe(HttpStatusCode.Found);
        var other = await _site.Post("teacher", "/capture", [.. form.Select(one => one.Name == "words" ? ("words", "It fell.") : one)]);
        (other.Status, other.Body.Contains("This form was sent before", StringComparison.Ordinal), other.Body.Contains("It fell.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true, true));
        other.Hidden("key").ShouldNotBe(form[0].Value);
        _site.Read(db => db.EvidenceTexts.Count(one => one.Title == "A kite")).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_is_none_is_told_at_its_field_by_its_name()
    {
        var page = await _site.Post("teacher", "/capture", ("kind", "Demonstration"), ("words", "Kept."), ("link", "javascript:alert(1)"), ("learners", $"{_site.Site.Kid.Value:N}"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Body.ShouldContain("href=\"#link\"");
        page.Body.ShouldContain("aria-describedby=\"link-error\"");
        page.Body.ShouldMatch("#link\">[^<]*: ", "the list names the field");
        page.Body.ShouldContain("autofocus");
        page.Body.ShouldContain("Kept.");
        _site.Read(db => db.Evidence.Count()).ShouldBe(1);
    }

    [Theory]
    [InlineData("words", "words", "Add a file")]
    [InlineData("learners", "learners-error", "Choose whose it is")]
    public async Task What_is_missing_is_said_at_its_field(string left, string at, string why)
    {
        (string Name, string Value)[] all = [("kind", "Demonstration"), ("words", "Eleven coins."), ("learners", $"{_site.Site.Kid.Value:N}")];
        var page = await _site.Post("teacher", "/capture", [.. all.Where(one => one.Name != left)]);
        page.Status.ShouldBe(HttpStatusCode.BadRequest, page.Body);
        page.Body.ShouldContain($"href=\"#{left}");
        page.Body.ShouldContain($"id=\"{at}");
        page.Body.ShouldContain("aria-invalid=\"true\"");
        page.Body.ShouldContain(why);
    }

    [Fact]
    public async Task Who_captured_a_piece_is_named_and_nothing_is_joined_to_nothing()
    {
        (await _site.Get("teacher", $"/evidence/{_piece:N}")).Whole.ShouldContain("Shown by");
        (await _site.Post("teacher", "/capture", ("kind", "Demonstration"), ("title", "A tower"), ("words", "It stood."), ("learners", $"{_site.Site.Kid.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        var piece = _site.Read(db => db.EvidenceTexts.AsNoTracking().Single(one => one.Title == "A tower")).Evidence.Value;
        var page = (await _site.Get("teacher", $"/evidence/{piece:N}")).Whole;
        page.ShouldContain("Captured by Ms. Okafor");
        page.ShouldNotContain("Shown by");
        (await _site.Get("teacher", $"{_site.Kid}/work")).Whole.ShouldNotMatch("· *</p>");
        (await _site.Get("teacher", _site.Kid)).Whole.ShouldNotMatch("· *</p>");
    }

    [Fact]
    public async Task A_part_that_was_judged_is_named_wherever_its_level_stands()
    {
        var rows = RowsOf(await _site.Get("teacher", $"{Judge}?piece={_piece:N}"));
        var part = rows.First(row => row.Contains('.', StringComparison.Ordinal));
        (await Pass("teacher", ($"said.{part}", "3"))).Status.ShouldBe(HttpStatusCode.Found);
        var target = _site.Read(db => db.Judgments.AsNoTracking().Single()).Target!.Value;
        var named = _site.Read(db => db.Targets.AsNoTracking().Where(one => one.Id == target).Select(one => new { one.Title, one.Code }).First());
        var title = named.Title.Length > 0 ? named.Title : named.Code;
        foreach (var (who, path) in ((string, string)[])[("teacher", $"{_site.Kid}/work"), ("mother", $"{_site.Kid}/family/work"), ("mother", $"/evidence/{_piece:N}")])
            (await _site.Get(who, path)).Whole.ShouldContain($", {title}", Case.Sensitive, path);
        (await _site.Get("teacher", $"/evidence/{_piece:N}")).Whole.ShouldNotContain("Nobody has said a");
    }

    [Fact]
    public async Task A_piece_of_a_project_that_nobody_named_is_named_by_its_question()
    {
        (await _site.Post("kid", $"{_site.Kid}/projects/new", ("do", "save"), ("question", "Which bread rises?"), ("product", "A loaf"))).Status.ShouldBe(HttpStatusCode.Found);
        var project = _site.Read(db => db.Projects.AsNoTracking().Single()).Id;
        (await _site.Post("kid", "/capture", ("kind", "Project"), ("words", "This one did."), ("project", $"{project.Value:N}"))).Header("Location").ShouldEndWith($"&project={project.Value:N}");
        _site.Read(db => db.EvidenceTexts.AsNoTracking().Single(one => one.Comment == "This one did.")).Title.ShouldBe("Which bread rises?");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Answer> Pass(string who, params (string Name, string Value)[] said) => _site.Post(who, Judge, [("piece", $"{_piece:N}"), .. said]);

    // Those that the piece speaks to: their rubric stands open.
    private static List<string> RowsOf(Answer page) => [.. Regex.Matches(page.Body, "name=\"competency\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(one => one.Groups["key"].Value)];
}
