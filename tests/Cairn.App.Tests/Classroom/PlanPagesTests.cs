using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A plan is written by the learner and their educators, signed by three, and says when it changed since.</summary>
public sealed class PlanPagesTests : IAsyncLifetime
{
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private string Page => $"/learners/{_site.Kid.Value:N}/plan";

    private LearningPlan Plan => _site.Read(db => db.LearningPlans.AsNoTracking().Single());

    private string One => $"{Page}/{Plan.Id.Value:N}";

    private string Seen => $"{Plan.Version}";

    [Fact]
    public async Task Written_signed_by_three_and_changed_it_says_so_until_it_is_signed_anew()
    {
        await Begin();
        await _site.Done("kid", One, ("seen", Seen), ("title", "My third year"), ("from", "2025-09-01"), ("until", "2026-06-30"), ("strengths", "I draw maps"), ("interests", "Foxes & owls"));
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("words", "Draw a fox that looks alive"), ("competency", $"{_site.Family.District.Drawing.Value:N}"), ("by", "2026-05-01"));
        await _site.Done("teacher", $"{One}/steps", ("seen", Seen), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("by", ""));
        await _site.Done("kid", $"{One}/state", ("seen", Seen), ("do", "review"));

        foreach (var who in (string[])["kid", "mother", "teacher"])
        {
            (await _site.Send(who, $"{One}/sign", ("revision", $"{Plan.Revision}"))).Whole.ShouldContain("Tick that you read it", Case.Sensitive, who);
            await _site.Done(who, $"{One}/sign", ("revision", $"{Plan.Revision}"), ("read", "true"));
        }

        var signed = (await _site.Get("mother", Page)).Whole;
        foreach (var words in (string[])["My third year", "I draw maps", "Foxes & owls", "Draw a fox that looks alive", "About Drawing.", "Clay", "You can begin this."]) signed.ShouldContain(words);
        signed.ShouldNotContain("The plan has changed since it was signed");
        _site.Read(db => db.PlanSignatures.AsNoTracking().ToList()).Select(one => one.As).Order().ShouldBe([SignerKind.Learner, SignerKind.Guardian, SignerKind.Educator]);

        await _site.Done("teacher", $"{One}/goals", ("seen", Seen), ("words", "Ask two people about their pictures"));

        var changed = (await _site.Get("kid", Page)).Whole;
        changed.ShouldContain("The plan has changed since it was signed");
        changed.ShouldContain("One thing has changed since.");
        (await _site.Send("mother", $"{One}/sign", ("revision", $"{Plan.Revision - 1}"), ("read", "true"))).Whole.ShouldContain("The plan changed while you read it");
        _site.Read(db => db.PlanSignatures.Count()).ShouldBe(3);
        foreach (var who in (string[])["kid", "mother", "teacher"]) await _site.Done(who, $"{One}/sign", ("revision", $"{Plan.Revision}"), ("read", "true"));
        (await _site.Get("father", Page)).Whole.ShouldNotContain("The plan has changed since it was signed");
    }

    [Fact]
    public async Task Days_at_the_end_of_time_are_refused_and_break_no_page()
    {
        await Begin();
        var (from, until) = (Plan.From, Plan.Until);
        foreach (var (first, last) in ((string, string)[])[("0001-01-01", "0001-06-01"), ("9999-01-01", "9999-12-31"), ("2026-01-01", "9999-12-31"), ("0001-01-01", "2026-01-01"), ("2026-13-45", "")])
            (await _site.Send("kid", One, ("seen", Seen), ("title", "x"), ("from", first), ("until", last))).Status.ShouldBe(HttpStatusCode.OK, first);
        foreach (var day in (string[])["0001-01-01", "9999-12-31"])
        {
            (await _site.Send("kid", $"{One}/steps", ("seen", Seen), ("competency", $"{_site.Family.District.Clay.Value:N}"), ("by", day))).Status.ShouldBe(HttpStatusCode.OK, day);
            (await _site.Send("kid", $"{One}/goals", ("seen", Seen), ("words", "x"), ("by", day))).Status.ShouldBe(HttpStatusCode.OK, day);
        }

        (Plan.From, Plan.Until, _site.Read(db => db.PlanSteps.Count() + db.Goals.Count())).ShouldBe((from, until, 0));
        (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}/pace")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_move_is_made_from_where_it_may_be_and_from_nowhere_else()
    {
        await Begin();
        foreach (var (from, moves) in ((PlanState, string[])[])[(PlanState.Draft, ["review", "activate"]), (PlanState.Review, ["back", "activate"]), (PlanState.Active, ["complete"]), (PlanState.Complete, ["reopen"])])
        {
            await To(from);
            foreach (var move in (string[])["review", "back", "activate", "complete", "reopen", "burn"])
            {
                if (moves.Contains(move))
                {
                    (await _site.Send("teacher", $"{One}/state", ("seen", $"{Plan.Version - 1}"), ("do", move))).Whole.ShouldContain("Somebody changed this meanwhile", Case.Sensitive, $"{from} {move}");
                    Plan.State.ShouldBe(from);
                    continue;
                }

                (await _site.Send("teacher", $"{One}/state", ("seen", Seen), ("do", move))).Status.ShouldNotBe(HttpStatusCode.Found, $"{from} {move}");
                Plan.State.ShouldBe(from, move);
            }

            foreach (var who in (string[])["mother", "stranger"]) (await _site.Send(who, $"{One}/state", ("seen", Seen), ("do", moves[0]))).Status.ShouldNotBe(HttpStatusCode.Found, who);
        }

        // What was kept stays until it is completed anew, whatever is written since.
        var kept = Plan.Snapshot;
        await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", "reopen"));
        await _site.Done("teacher", $"{One}/goals", ("seen", Seen), ("words", "One more"));
        Plan.Snapshot.ShouldBe(kept);
        await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", "complete"));
        PlanSnapshot.Read(Plan.Snapshot).Goals.Single().Words.ShouldBe("One more");

        async Task To(PlanState state)
        {
            var way = state switch { PlanState.Review => "review", PlanState.Active => "activate", PlanState.Complete => "complete", _ => "" };
            if (way.Length > 0) await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", way));
        }
    }

    [Fact]
    public async Task Put_in_use_and_completed_it_is_kept_as_it_stood_and_taken_up_again_by_an_educator()
    {
        await Begin();
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("words", "Draw a fox"));
        await _site.Done("kid", $"{One}/steps", ("seen", Seen), ("competency", $"{_site.Family.District.Drawing.Value:N}"));
        (await _site.Send("kid", $"{One}/state", ("seen", Seen), ("do", "activate"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", "activate"));
        await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", "complete"));

        PlanSnapshot.Read(Plan.Snapshot).ShouldSatisfyAllConditions(kept => kept.Goals.Single().Words.ShouldBe("Draw a fox"), kept => kept.Steps.Single().Title.ShouldBe("Drawing"));
        (await _site.Get("mother", Page)).Whole.ShouldContain("It stands here as it was on that day.");
        (await _site.Send("kid", $"{One}/goals", ("seen", Seen), ("words", "Too late"))).Whole.ShouldContain("Somebody changed this meanwhile");
        _site.Read(db => db.Goals.Count()).ShouldBe(1);

        await _site.Done("teacher", $"{One}/state", ("seen", Seen), ("do", "reopen"));
        Plan.State.ShouldBe(PlanState.Active);
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("words", "One more"));
        _site.Read(db => db.Goals.Count()).ShouldBe(2);
    }

    [Fact]
    public async Task Goals_are_reached_let_go_written_anew_and_steps_move_and_go()
    {
        await Begin();
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("words", "first"));
        var goal = _site.Read(db => db.Goals.AsNoTracking().Single().Id.Value.ToString("N"));
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("goal", goal), ("do", "Reached"));
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("goal", goal), ("words", "first, in better words"));
        _site.Read(db => db.Goals.AsNoTracking().Single()).ShouldSatisfyAllConditions(one => one.State.ShouldBe(GoalState.Reached), one => one.Words.ShouldBe("first, in better words"));
        foreach (var one in (Cairn.Learning.CompetencyId[])[_site.Family.District.Drawing, _site.Family.District.Clay]) await _site.Done("kid", $"{One}/steps", ("seen", Seen), ("competency", $"{one.Value:N}"));
        await _site.Done("kid", $"{One}/steps", ("seen", Seen), ("do", "up"), ("competency", $"{_site.Family.District.Clay.Value:N}"));
        _site.Read(db => db.PlanSteps.AsNoTracking().OrderBy(one => one.Position).Select(one => one.Competency).ToList()).ShouldBe([_site.Family.District.Clay, _site.Family.District.Drawing]);
        await _site.Done("kid", $"{One}/steps", ("seen", Seen), ("do", "remove"), ("competency", $"{_site.Family.District.Clay.Value:N}"));
        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("goal", goal), ("do", "remove"));
        _site.Read(db => (db.PlanSteps.Count(), db.Goals.Count())).ShouldBe((1, 0));
    }

    [Fact]
    [Trait("Abuse", "L1")]
    [Trait("Abuse", "G6")]
    public async Task Whoever_has_nothing_to_do_with_it_finds_nothing_and_the_family_reads_and_does_not_write()
    {
        await Begin();
        var before = Plan.Version;
        foreach (var who in (string[])["stranger", "ada", "grown", "parentOfGrown"])
        {
            (await _site.Get(who, Page)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Send(who, $"{One}/goals", ("seen", Seen), ("words", "x"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await _site.Send(who, $"{One}/sign", ("revision", "1"), ("read", "true"))).Status.ShouldBe(HttpStatusCode.NotFound, who);
        }

        foreach (var who in (string[])["mother", "officer", "leader"]) (await _site.Send(who, $"{One}/goals", ("seen", Seen), ("words", "x"))).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        (await _site.Send("leader", $"{One}/sign", ("revision", "1"), ("read", "true"))).Status.ShouldBe(HttpStatusCode.Forbidden, "who does not plan with the learner does not sign");
        // A plan of another learner's, asked for at one's own address.
        (await _site.Get("grown", $"/learners/{_site.Grown.Value:N}/plan?plan={Plan.Id.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("grown", $"/learners/{_site.Grown.Value:N}/plan/{Plan.Id.Value:N}/goals", ("seen", Seen), ("words", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (Plan.Version, _site.Read(db => db.Goals.Count() + db.PlanSignatures.Count())).ShouldBe((before, 0));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_loses_nothing_they_typed()
    {
        await Begin();
        var stale = Seen;
        await _site.Done("teacher", $"{One}/goals", ("seen", stale), ("words", "from the teacher"));
        var told = await _site.Send("kid", $"{One}/goals", ("seen", stale), ("words", "from the kid"));

        told.Whole.ShouldContain("Somebody changed this meanwhile");
        told.Whole.ShouldContain("from the kid");
        _site.Read(db => db.Goals.AsNoTracking().Select(one => one.Words).ToList()).ShouldBe(["from the teacher"]);
    }

    [Fact]
    [Trait("Abuse", "L8")]
    public async Task What_is_too_long_or_no_day_is_refused_with_its_reason_and_what_looks_like_markup_is_words()
    {
        await Begin();
        (await _site.Send("kid", $"{One}/goals", ("seen", Seen), ("words", new string('x', 401)))).Whole.ShouldContain("401");
        (await _site.Send("kid", $"{One}/goals", ("seen", Seen), ("words", "x"), ("by", "soon"))).Whole.ShouldContain("This is no day");
        (await _site.Send("kid", $"{One}/goals", ("seen", Seen), ("words", " "))).Whole.ShouldContain("it cannot stay empty");
        (await _site.Send("kid", $"{One}/steps", ("seen", Seen), ("competency", $"{Guid.CreateVersion7():N}"))).Whole.ShouldContain("Choose one of these");
        (await _site.Send("kid", One, ("seen", Seen), ("title", "x"), ("from", "2026-06-30"), ("until", "2026-01-01"))).Whole.ShouldContain("The last day comes after the first");
        _site.Read(db => db.Goals.Count() + db.PlanSteps.Count()).ShouldBe(0);

        await _site.Done("kid", $"{One}/goals", ("seen", Seen), ("words", "<script>alert(1)</script>"));
        (await _site.Get("teacher", Page)).Body.ShouldNotContain("<script>alert(1)");
        (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}")).Body.ShouldNotContain("<script>alert(1)");
    }

    [Fact]
    public async Task A_second_plan_is_not_begun_while_one_is_open_and_neither_home_reads_the_others_name()
    {
        await Begin();
        await _site.Done("teacher", Page);
        _site.Read(db => db.LearningPlans.Count()).ShouldBe(1);
        await _site.Done("father", $"{One}/sign", ("revision", "1"), ("read", "true"));

        (await _site.Get("mother", Page)).Whole.ShouldNotContain("father Byron");
        (await _site.Get("teacher", Page)).Whole.ShouldContain("father Byron");
        (await _site.Get("father", Page)).Whole.ShouldContain("father Byron");
    }

    private Task Begin() => _site.Done("kid", Page);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
