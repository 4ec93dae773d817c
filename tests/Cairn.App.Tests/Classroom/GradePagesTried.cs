using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Cairn.Storage.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What a table, a rule or cuts would do, tried on real work.</summary>
public sealed partial class GradePagesTests
{
    [Fact]
    public async Task A_trial_counts_exactly_whose_grade_would_change_and_writes_nothing()
    {
        await Adopt("mild", Mild);
        var draft = await Draft("tried", Strict);
        var written = site.Read(db => db.Journal.Max(one => one.Index));

        var run = Try(new SimulationDraft(site.District.Frameworks[0], Today, DateTime.UtcNow) { Conversion = draft });
        var page = await Get(site.Leader, $"/grades/simulation?conversion={draft.Id.Value:N}");

        var expected = site.Read(db => db.Learners.AsNoTracking().Where(one => one.EndedAt == null).ToList()).SelectMany(Expected).ToList();
        run.Simulation.Grades.All.ShouldBe(expected.Count);
        run.Simulation.Grades.Moved.ShouldBe(expected.Count(one => one.Before != one.After));
        run.Simulation.Changed.Select(one => run.Simulation.Learners[one.Learner].Learner).Order(Comparer<LearnerId>.Create((one, other) => one.Value.CompareTo(other.Value)))
            .ShouldBe(expected.Where(one => one.Before != one.After).Select(one => one.Learner).Distinct().Order(Comparer<LearnerId>.Create((one, other) => one.Value.CompareTo(other.Value))));
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("A", "B"), ("B", "C")])
            if (expected.Count(one => one.Before == from && one.After == to) is > 0 and var count) page.Whole.ShouldContain($"{count} become {to} (");
        run.Simulation.Grades.Moved.ShouldBeGreaterThan(0);
        page.Whole.ShouldContain($"{run.Simulation.Count(SimulatedEffect.Worse)} would lose something");
        site.Read(db => db.Journal.Max(one => one.Index)).ShouldBe(written);
    }

    [Fact]
    public async Task A_trial_of_a_rule_and_of_cuts_concludes_from_the_facts()
    {
        var draft = new SimulationDraft(site.District.Frameworks[0], Today, DateTime.UtcNow);
        var scale = Cairn.App.Features.Simulations.SimulationAsked.ScalesOf(draft.Framework)[0];

        var kept = Try(draft.Cutting(scale));
        var lower = Try(draft.Cutting(new(scale.Id, scale.Name, scale.Line, [.. scale.Levels.Select(one => one with { From = one.From - 0.5m })])));
        var highest = Try(draft.Trying(new Cairn.Learning.Mastery.Rules.Highest()));

        kept.Simulation.Changed.ShouldBeEmpty();
        lower.Simulation.Changed.ShouldAllBe(one => one.LevelsDown == 0);
        highest.Simulation.Changed.ShouldNotBeEmpty();
        (kept.Judgments, kept.Judgments > 100).ShouldBe((highest.Judgments, true));
        // No competency is told twice, and what nobody showed on either side is in no row.
        highest.Simulation.Levels.All.ShouldBeInRange(kept.Simulation.Levels.All, kept.Simulation.Levels.All + highest.Simulation.Changed.Sum(one => one.LevelsUp));
        var page = await Get(site.Leader, "/grades/simulation?rule=highest&p-best=1");
        page.Whole.ShouldContain($"Concluded from {highest.Judgments:#,##0} judgments");
    }

    [Fact]
    public async Task What_may_be_shown_to_others_names_nobody_and_hides_small_numbers()
    {
        var run = Try(new SimulationDraft(site.District.Frameworks[0], Today, DateTime.UtcNow).Trying(new Cairn.Learning.Mastery.Rules.Highest()));

        foreach (var by in Enum.GetValues<SimulatedGroup>())
        {
            var page = await Get(site.Leader, $"/grades/simulation/groups?rule=highest&by={by}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            foreach (var name in run.Names) page.Whole.ShouldNotContain(name);
            foreach (Match cell in Cells().Matches(page.Body)) (int.Parse(cell.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) is 0 or >= 10).ShouldBeTrue(cell.Value);
        }

        (await Get(site.Teacher, "/grades/simulation/groups?rule=highest")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_task_on_which_nobody_reached_the_top_is_named()
    {
        var experience = new ExperienceId(Guid.CreateVersion7());
        var (code, at) = (Cairn.App.Cli.Demo.DemoFramework.CompetencyOf("RD.1"), DateTime.UtcNow);
        foreach (var learner in site.Room.Take(5))
        {
            var piece = new Cairn.Learning.Evidence.PieceOfEvidence(new(Guid.CreateVersion7()), learner.Id, experience, Cairn.Learning.Evidence.EvidenceKind.Demonstration, "", "", at, default);
            await site.District.Writer.Record(new Recording(learner.Id)
            {
                Evidence = [piece], EvidenceTexts = [new(piece.Id, "A poster", "The <b>flat</b> poster", "", "")],
                Judgments = [new Judgment(new(Guid.CreateVersion7()), learner.Id, code, null, null, piece.Id, 3, null, false, new(site.Teacher.Person), JudgeRole.Educator, at, at, default)],
            });
        }

        var page = await Get(site.Leader, "/grades/simulation?rule=highest");

        page.Whole.ShouldContain("The <b>flat</b> poster: 5");
        page.Body.ShouldNotContain("<b>flat</b>");
    }
}
