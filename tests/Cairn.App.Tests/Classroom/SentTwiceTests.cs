using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A form that makes something makes it once: by a double press, by the Back of a browser, and by two requests at once.</summary>
public sealed partial class SentTwiceTests : IAsyncLifetime
{
    private MadeThings _made = null!;

    public async ValueTask InitializeAsync() => _made = await MadeThings.Make();

    [Fact]
    public async Task Whatever_form_makes_something_makes_one_however_often_it_is_sent_and_leads_to_the_same_place()
    {
        foreach (var form in _made.Forms())
        {
            var key = await _made.KeyOf(form);
            if (form.HasKey) key.ShouldNotBeEmpty($"the form to {form.To} on {form.Page} has no key");
            var before = _made.Site.Read(form.Count);
            (string, string)[] fields = [.. form.Fields, ("once", key)];
            var first = await _made.Site.Send(form.Who, form.To, fields);
            first.Status.ShouldBe(HttpStatusCode.Found, $"{form.Who} {form.To}: {MadeThings.Fault(first.Whole)}");
            _made.Site.Read(form.Count).ShouldBe(before + 1, form.To);
            var again = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _made.Site.Send(form.Who, form.To, fields)));
            foreach (var one in again) (one.Status, Place(one)).ShouldBe((HttpStatusCode.Found, Place(first)), $"{form.To}: {MadeThings.Fault(one.Whole)}");
            _made.Site.Read(form.Count).ShouldBe(before + 1, $"{form.To} makes another one");
        }
    }

    [Fact]
    public async Task Two_of_a_form_that_come_at_once_make_one()
    {
        foreach (var form in _made.Forms().Where(one => one.HasKey))
        {
            var before = _made.Site.Read(form.Count);
            (string, string)[] fields = [.. form.Fields, ("once", $"{Guid.CreateVersion7():N}")];
            foreach (var one in await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _made.Site.Send(form.Who, form.To, fields)))) one.Status.ShouldBe(HttpStatusCode.Found, $"{form.To}: {MadeThings.Fault(one.Whole)}");
            _made.Site.Read(form.Count).ShouldBe(before + 1, form.To);
        }
    }

    [Theory]
    [InlineData("keep", "ask")]
    [InlineData("ask", "keep")]
    [InlineData("keep", "save")]
    [InlineData("save", "keep")]
    public async Task A_proposal_that_keeps_itself_while_its_learner_presses_a_button_is_one_whichever_comes_first(string first, string second)
    {
        var key = $"{Guid.CreateVersion7():N}";
        var before = _made.Site.All().Select(one => one.Id).ToHashSet();
        foreach (var what in (string[])[first, second]) (await Propose(what, key)).Status.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.NoContent);
        var last = _made.Site.All().Where(one => !before.Contains(one.Id)).ShouldHaveSingleItem();
        // The words of the press are the ones that stand: what kept itself was typed before it.
        (last.Question, last.State).ShouldBe(first == "save" || second == "save" ? ("Why? save", ProjectState.Draft) : ("Why? ask", ProjectState.Proposed));
        _made.Site.Read(db => db.ProjectMembers.Count(one => one.Project == last.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Kept_and_asked_at_once_are_one_and_asked()
    {
        for (var i = 0; i < 8; i++)
        {
            var (key, before) = ($"{Guid.CreateVersion7():N}", _made.Site.All().Select(one => one.Id).ToHashSet());
            var answers = await Task.WhenAll(Propose("keep", key), Propose("ask", key));
            answers[1].Status.ShouldBe(HttpStatusCode.Found);
            var made = _made.Site.All().Where(one => !before.Contains(one.Id)).ShouldHaveSingleItem();
            (made.State, made.Question).ShouldBe((ProjectState.Proposed, "Why? ask"));
        }
    }

    [Fact]
    public async Task A_form_whose_project_was_asked_about_already_says_where_it_is_when_other_words_come_under_its_key()
    {
        var key = $"{Guid.CreateVersion7():N}";
        var asked = await Propose("ask", key);
        (await Propose("ask", key)).Header("Location").ShouldBe(asked.Header("Location"));
        var count = _made.Site.All().Count;
        var other = await Propose("save", key);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Body.ShouldContain($"href=\"{asked.Header("Location")}\"");
        other.Hidden("once").ShouldNotBe(key);
        other.Whole.ShouldContain("Why? save");
        // Whoever saves it again makes another, and knows it: it does not keep itself.
        other.Body.ShouldContain("data-propose=\"\"");
        _made.Site.All().Count.ShouldBe(count);
        // Nobody else's key is anybody's.
        (await _made.Site.Fill("teacher", $"{_made.Site.Pages("kid")}/new", ("do", "save"), ("question", "Mine"), ("once", key))).Status.ShouldBe(HttpStatusCode.Found);
        _made.Site.All().Count.ShouldBe(count + 1);
    }

    [Fact]
    public async Task Words_that_keep_themselves_after_a_lost_answer_are_led_to_the_draft_and_not_said_to_be_kept()
    {
        var (key, before) = ($"{Guid.CreateVersion7():N}", _made.Site.All().Select(one => one.Id).ToHashSet());
        (await Propose("keep", key)).Whole.ShouldContain("Draft saved at");
        var again = await Propose("keep", key, "Why, and how?");
        var made = _made.Site.All().Where(one => !before.Contains(one.Id)).ShouldHaveSingleItem();
        made.Question.ShouldBe("Why? keep");
        again.Whole.ShouldNotContain("Draft saved at");
        again.Body.ShouldContain($"data-address=\"{ProjectSite.Path(made.Id)}/edit\"");
        again.Body.ShouldContain($"data-seen=\"{made.Version}\"");
    }

    [Fact]
    public async Task Words_that_keep_themselves_after_a_lost_answer_do_not_go_over_those_that_somebody_else_wrote_meanwhile()
    {
        var (key, before) = ($"{Guid.CreateVersion7():N}", _made.Site.All().Select(one => one.Id).ToHashSet());
        await Propose("keep", key);
        var made = _made.Site.All().Where(one => !before.Contains(one.Id)).ShouldHaveSingleItem();
        (await _made.Site.Fill("teacher", $"{ProjectSite.Path(made.Id)}/edit", ("do", "save"), ("question", "Why? keep"), ("product", "Six tiles, glazed"), ("seen", $"{made.Version}"))).Status.ShouldBe(HttpStatusCode.Found);

        var again = await Propose("keep", key, "Why, and how?");
        again.Body.ShouldContain($"data-seen=\"{made.Version}\"");
        var edit = await _made.Site.Fill("kid", $"{ProjectSite.Path(made.Id)}/edit", ("do", "keep"), ("part", "1"), ("question", "Why, and how?"), ("product", "Six tiles"), ("seen", $"{made.Version}"));

        edit.Whole.ShouldNotContain("Draft saved at");
        _made.Site.All().Single(one => one.Id == made.Id).Product.ShouldBe("Six tiles, glazed");
    }

    [Fact]
    public async Task What_somebody_else_wrote_since_is_not_overwritten_by_a_form_that_comes_again()
    {
        var (key, before) = ($"{Guid.CreateVersion7():N}", _made.Site.All().Select(one => one.Id).ToHashSet());
        await Propose("save", key);
        var made = _made.Site.All().Where(one => !before.Contains(one.Id)).ShouldHaveSingleItem();
        (await _made.Site.Fill("teacher", $"{ProjectSite.Path(made.Id)}/edit", ("do", "save"), ("question", "Why? save"), ("product", "Six tiles, glazed"), ("seen", $"{made.Version}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await Propose("ask", key, "Why? save")).Status.ShouldBe(HttpStatusCode.Conflict);
        var stands = _made.Site.All().Single(one => one.Id == made.Id);
        (stands.Product, stands.State).ShouldBe(("Six tiles, glazed", ProjectState.Draft));
    }

    private Task<Web.Answer> Propose(string what, string key, string? question = null) => _made.Site.Fill("kid", $"{_made.Site.Pages("kid")}/new", ("do", what), ("part", what == "keep" ? "1" : ""), ("question", question ?? $"Why? {what}"), ("product", "Six tiles"),
        (_made.Site.Box("kid", _made.Site.Family.District.Clay), "true"), ("once", key));

    private static string Place(Web.Answer answer) => Query().Replace(answer.Header("Location"), "");

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [GeneratedRegex("\\?copied=.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();
}
