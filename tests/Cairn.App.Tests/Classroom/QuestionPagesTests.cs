using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>"Why this?" is asked, answered by a day, and decided above; nobody decides about themselves.</summary>
public sealed class QuestionPagesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;
    private Judgment _judgment = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        await _site.Family.Work(_site.Kid, "fox");
        _judgment = _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Learner == _site.Kid));
    }

    private string Page => $"/learners/{_site.Kid.Value:N}/questions";

    private JudgmentQuery Query => _site.Read(db => db.JudgmentQueries.AsNoTracking().Single());

    private string One => $"{Query.Id.Value:N}";

    [Fact]
    public async Task Asked_answered_appealed_and_decided_above_and_the_asker_reads_it_all()
    {
        (await _site.Get("mother", $"/learners/{_site.Kid.Value:N}/competencies/ART.1")).Body.ShouldContain($"/questions?judgment={_judgment.Id.Value:N}");
        (await _site.Get("mother", $"{Page}?judgment={_judgment.Id.Value:N}")).Whole.ShouldContain("You get an answer within 10 school days.");
        await Ask("mother", "Why is the tail not enough?");
        Query.DueOn.ShouldBe(new DateOnly(2026, 4, 14));
        var queue = (await _site.Get("teacher", "/questions")).Whole;
        queue.ShouldContain("Why is the tail not enough?");
        queue.ShouldContain("10 school days left");

        await _site.Done("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "I looked at the lines only."));
        (await _site.Get("mother", Page)).Whole.ShouldContain("I looked at the lines only.");
        await _site.Done("mother", $"{Page}/{One}", ("seen", "2"), ("appeal", "The shading was there too."));
        (await _site.Get("principal", "/questions")).Whole.ShouldContain("The shading was there too.");
        (await _site.Get("teacher", "/questions")).Whole.ShouldNotContain("The shading was there too.");
        await _site.Done("principal", $"/questions/{One}", ("seen", "3"), ("outcome", "change"), ("answer", "Two of us will look again."));

        (await _site.Get("mother", Page)).Whole.ShouldContain("Two of us will look again.");
        Query.State.ShouldBe(QueryState.Granted);
        _site.Read(db => db.Retractions.AsNoTracking().Single(one => one.Kind == RetractedKind.Judgment)).ShouldSatisfyAllConditions(
            one => one.Fact.ShouldBe(_judgment.Id.Value), one => one.By.Value.ShouldBe(_site.People["principal"].Person));
    }

    [Fact]
    public async Task An_answer_that_puts_it_right_is_a_new_judgment_in_the_place_of_the_old_one()
    {
        await Ask("kid", "I think I did more");
        await _site.Done("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "change"), ("level", "3"), ("answer", "You are right: I missed the back page."));

        var (all, gone) = _site.Read(db => (db.Judgments.AsNoTracking().Where(one => one.Learner == _site.Kid).ToList(), db.Retractions.AsNoTracking().Single()));
        var instead = all.Single(one => one.Id != _judgment.Id);
        (instead.Level, instead.Role, instead.Evidence, instead.DemonstratedOn, gone.Fact).ShouldBe((3m, JudgeRole.Educator, _judgment.Evidence, _judgment.DemonstratedOn, _judgment.Id.Value));
        (Query.State, Query.NewJudgment).ShouldBe((QueryState.Corrected, instead.Id));
        (await _site.Get("kid", Page)).Whole.ShouldContain("Answered: it was put right");
    }

    [Fact]
    public async Task One_answer_is_for_all_who_asked_about_the_same_judgment_and_nobody_asks_once_it_was_put_right()
    {
        await Ask("mother", "why?");
        await Ask("kid", "please look");
        (await _site.Get("teacher", "/questions")).Whole.ShouldContain("Somebody else asked about this too.");
        var first = _site.Read(db => db.JudgmentQueries.AsNoTracking().ToList()).Single(one => one.Words == "why?").Id.Value;
        await _site.Done("teacher", $"/questions/{first:N}", ("seen", "1"), ("outcome", "change"), ("level", "3"), ("answer", "I missed the back page."));
        var all = _site.Read(db => db.JudgmentQueries.AsNoTracking().ToList());
        all.ShouldAllBe(one => one.State == QueryState.Corrected && one.Answer == "I missed the back page." && one.NewJudgment == all[0].NewJudgment);
        _site.Read(db => db.Judgments.Count(one => one.Learner == _site.Kid)).ShouldBe(2);
        (await _site.Get("kid", Page)).Whole.ShouldContain("I missed the back page.");
        (await _site.Send("father", Page, ("judgment", $"{_judgment.Id.Value:N}"), ("words", "and I?"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_waits_for_a_decision_above_is_not_put_right_below_and_the_decision_is_for_all()
    {
        await Ask("mother", "why?");
        await _site.Done("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "The lines."));
        await _site.Done("mother", $"{Page}/{One}", ("seen", "2"), ("appeal", "The shading."));
        var above = Query.Id.Value;
        await Ask("kid", "please look");
        var below = _site.Read(db => db.JudgmentQueries.AsNoTracking().ToList()).Single(one => one.Words == "please look").Id.Value;
        (await _site.Send("colleague", $"/questions/{below:N}", ("seen", "1"), ("outcome", "change"), ("level", "3"), ("answer", "Yes"))).Whole.ShouldContain("It waits for a decision above");
        _site.Read(db => db.Judgments.Count(one => one.Learner == _site.Kid)).ShouldBe(1);
        await _site.Done("principal", $"/questions/{above:N}", ("seen", "3"), ("outcome", "change"), ("answer", "Two of us look again."));
        _site.Read(db => db.JudgmentQueries.AsNoTracking().ToList()).ShouldAllBe(one => one.State == QueryState.Granted && one.Decision == "Two of us look again.");
    }

    [Fact]
    public async Task A_colleague_who_puts_it_right_settles_it_as_a_second_judge()
    {
        await Ask("kid", "please look");
        await _site.Done("colleague", $"/questions/{One}", ("seen", "1"), ("outcome", "change"), ("level", "3"), ("answer", "We looked together."));

        _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Learner == _site.Kid && one.Id != _judgment.Id)).Role.ShouldBe(JudgeRole.Moderator);
        _site.Read(db => db.Retractions.Count()).ShouldBe(0, "what a colleague said is not theirs to take out of force");
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Another_familys_question_is_not_there_and_nobody_answers_it_who_does_not_judge()
    {
        await Ask("mother", "a private question");
        foreach (var who in (string[])["stranger", "ada", "parentOfGrown"]) (await _site.Get(who, Page)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        foreach (var who in (string[])["father", "kid", "officer"]) (await _site.Get(who, Page)).Whole.Contains("a private question", StringComparison.Ordinal).ShouldBe(who == "officer", who);
        foreach (var who in (string[])["father", "kid"]) (await _site.Send(who, $"{Page}/{One}", ("seen", "1"), ("do", "back"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        foreach (var who in (string[])["leader", "officer", "principal", "mother"])
            (await _site.Send(who, $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "no"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Send("stranger", Page, ("judgment", $"{_judgment.Id.Value:N}"), ("words", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var others = await _site.Family.Work(_site.Family.Ben, "other");
        var foreign = _site.Read(db => db.Judgments.AsNoTracking().Single(one => one.Evidence == others.Id));
        (await _site.Send("mother", Page, ("judgment", $"{foreign.Id.Value:N}"), ("words", "x"))).Status.ShouldBe(HttpStatusCode.NotFound, "a judgment of another child's");
        _site.Read(db => db.JudgmentQueries.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_asked_once_while_it_waits_answered_once_and_says_when_it_is_late()
    {
        await Ask("mother", "why?");
        await Ask("mother", "why, again?");
        _site.Read(db => db.JudgmentQueries.Count()).ShouldBe(1);
        (await _site.Send("teacher", $"/questions/{One}", ("seen", "7"), ("outcome", "stands"), ("answer", "stale"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await _site.Send("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "change"), ("answer", "no level"))).Whole.ShouldContain("stands in its place");
        (await _site.Send("teacher", $"/questions/{One}", ("seen", "1"), ("answer", ""))).Whole.ShouldContain("it cannot stay empty");

        // Sixteen days on, signed in anew; and back to today.
        var today = _site.Clock.Now;
        _site.Clock.Now = new DateTime(2026, 4, 16, 12, 0, 0, DateTimeKind.Utc);
        using (var teacher = await _site.SignedIn("teacher")) (await teacher.Get("/questions")).Whole.ShouldContain("2 school days late");
        using (var mother = await _site.SignedIn("mother")) (await mother.Get(Page)).Whole.ShouldContain("An answer was due by");
        _site.Clock.Now = today;

        await _site.Done("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "first"));
        (await _site.Send("colleague", $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "second"))).Status.ShouldBe(HttpStatusCode.NotFound);
        Query.Answer.ShouldBe("first");
    }

    [Fact]
    public async Task A_leader_who_judged_it_themselves_does_not_find_the_appeal()
    {
        // The principal said it: then the appeal is for somebody else.
        var own = _site.Family.District.Judged(_site.Family.District.Piece(_site.Kid), 1, target: _site.Family.District.Lines) with { Judge = new PersonId(_site.People["principal"].Person), Evidence = null };
        await _site.Family.District.Record(new Cairn.Storage.Recording(_site.Kid) { Judgments = [own] });
        await _site.Done("mother", Page, ("judgment", $"{own.Id.Value:N}"), ("words", "why?"));
        await _site.Done("teacher", $"/questions/{One}", ("seen", "1"), ("outcome", "stands"), ("answer", "asked them"));
        await _site.Done("mother", $"{Page}/{One}", ("seen", "2"), ("appeal", "no"));

        (await _site.Send("principal", $"/questions/{One}", ("seen", "3"), ("outcome", "stands"), ("answer", "I was right"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await _site.Done("leader", $"/questions/{One}", ("seen", "3"), ("outcome", "stands"), ("answer", "I read both"));
        Query.State.ShouldBe(QueryState.Upheld);
    }

    private Task Ask(string who, string words) => _site.Done(who, Page, ("judgment", $"{_judgment.Id.Value:N}"), ("words", words));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
