using Cairn.App.Features.Competencies;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Rules that come into force by the clock, and rules of schools and programs: who is concluded by what, and when.</summary>
public sealed class RulesInTimeTests : IAsyncLifetime
{
    private static readonly OrganizationId Hill = new(Guid.CreateVersion7());
    private static readonly OrganizationId Shore = new(Guid.CreateVersion7());
    private static readonly ProgramId Pilot = new(Guid.CreateVersion7());

    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With(new MostRecent(), clock: _clock);
        await Alone(turn =>
        {
            turn.Db.AddRange(new Organization(Hill, OrganizationKind.School, "Hill", "UTC"), new Organization(Shore, OrganizationKind.School, "Shore", "UTC"));
            turn.Db.SaveChanges();
            turn.Db.Add(new Learning.People.Program(Pilot, Hill, "Pilot"));
        });
        foreach (var learner in (LearnerId[])[_district.Ada, _district.Ben])
            foreach (var (level, day) in ((decimal, int)[])[(4, 0), (1, 1)])
            {
                var piece = _district.Piece(learner, TestDistrict.Day.AddDays(day));
                await _district.Record(new Recording(learner) { Evidence = [piece], Judgments = [_district.Judged(piece, level, stage: null)] });
            }
    }

    [Fact]
    [Trait("Drill", "clock")]
    public async Task A_rule_whose_day_comes_is_in_force_from_its_first_moment_and_everybody_is_due()
    {
        await Give(new Highest(), from: _clock.Now.AddHours(1));
        _district.District.Frameworks[0].NextChange.ShouldBe(_clock.Now.AddHours(1));
        (Level(_district.Ada), Due()).ShouldBe((1, 0));

        _clock.Now = _clock.Now.AddHours(1).AddMicroseconds(-1);
        (RuleNow(), Due()).ShouldBe((new MostRecent(), 0));
        _clock.Now = _clock.Now.AddMicroseconds(1);
        (RuleNow(), Due()).ShouldBe((new Highest(), 2));
        _district.District.Frameworks[0].NextChange.ShouldBeNull();

        await Alone(turn => turn.ConcludeDue());
        (Level(_district.Ada), Level(_district.Ben), Due()).ShouldBe((4, 4, 0));
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task A_fact_that_is_recorded_after_that_day_concludes_its_learner_whole_by_the_new_rule()
    {
        await Give(new Highest(), from: _clock.Now.AddHours(1));
        _clock.Now = _clock.Now.AddHours(2);

        var piece = _district.Piece(_district.Ada, TestDistrict.Day.AddDays(2));
        await _district.Record(new Recording(_district.Ada) { Evidence = [piece], Judgments = [_district.Judged(piece, 2, _district.Clay, stage: null)] });

        (Level(_district.Ada), Level(_district.Ben), Due()).ShouldBe((4, 1, 1));
    }

    [Fact]
    public async Task A_rule_of_a_school_reaches_its_own_learners_only()
    {
        await Move(_district.Ada, Hill);
        await Move(_district.Ben, Shore);

        await Give(new Highest(), school: Hill);

        (Level(_district.Ada), Level(_district.Ben)).ShouldBe((4, 1));
        _district.District.Frameworks[0].RulesFor(new PolicyPlace(Shore, null)).Fingerprint.ShouldBe(_district.District.Frameworks[0].Rules.Fingerprint);
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task A_learner_who_changes_school_or_program_is_due_and_concluded_by_the_rules_there()
    {
        await Give(new Highest(), school: Hill);
        await Give(new Mean(), school: Hill, program: Pilot);
        Level(_district.Ada).ShouldBe(1);

        foreach (var (school, program, level) in ((OrganizationId?, ProgramId?, decimal)[])[(Hill, null, 4), (Hill, Pilot, 2), (Shore, null, 1), (null, null, 1)])
        {
            await Move(_district.Ada, school, program);
            await Alone(turn => turn.ConcludeDue());
            (Level(_district.Ada), Due()).ShouldBe((level, 0), $"{school} {program}");
        }
    }

    [Fact]
    public async Task A_locked_rule_of_the_district_holds_in_every_school()
    {
        await Move(_district.Ada, Hill);
        await Give(new Highest(), school: Hill);
        await Give(new Mean(), isLocked: true, number: 2);

        (Level(_district.Ada), Level(_district.Ben)).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_scale_in_place_of_the_frameworks_reads_the_levels_of_its_school()
    {
        await Move(_district.Ada, Hill);
        var strict = new ScaleId(Guid.CreateVersion7());
        await Alone(turn =>
        {
            turn.Db.Add(new ProficiencyScale(strict, "Strict", 1, [new(1, 1, "All of it")]));
            turn.Db.SaveChanges();
            turn.Db.Add(new ScaleAssignment(new RuleId(Guid.CreateVersion7()), _district.Framework, null, 1, turn.Now, strict) { School = Hill });
            turn.ChangeFramework();
        });

        (Proficient(_district.Ada), Proficient(_district.Ben)).ShouldBe((true, false));
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_shown_by_an_earlier_day_is_concluded_by_the_rule_of_that_day()
    {
        await Give(new Highest(), from: TestDistrict.Day.AddDays(20), number: 2);
        await Give(new Mean(), from: _clock.Now.AddDays(1), number: 3);

        RuleShownBy(TestDistrict.Day.AddDays(10)).ShouldBe(new MostRecent());
        RuleShownBy(TestDistrict.Day.AddDays(20)).ShouldBe(new Highest());
        // A rule of a day to come is not in force yet, whatever day is asked about.
        RuleShownBy(_clock.Now.AddDays(9)).ShouldBe(new Highest());
        RuleShownBy(AsOf.Everything.ShownBy).ShouldBe(new Highest());
    }

    [Fact]
    public async Task Concluding_what_is_due_where_nothing_is_changes_nothing()
    {
        var before = _district.Standings();

        (await _district.District.Writer.Alone(turn =>
        {
            turn.ConcludeDue();
            return turn.ConcludeNow();
        })).ShouldBe(0);
        _district.Standings().ShouldBe(before);
    }

    private DeterminationRule RuleNow() => _district.District.Frameworks.ShouldHaveSingleItem().Rules.RuleOf(_district.Drawing).Rule;

    private DeterminationRule RuleShownBy(DateTime day)
    {
        using var db = _district.Open();
        var scope = new Scope(db, Actor.Operator, DateOnly.FromDateTime(_clock.Now));
        return CompetencyStanding.Find(db, _district.District.Frameworks, scope, scope.Find(_district.Ada)!, "ART.1", null, new AsOf(day, AsOf.Everything.KnownBy))!.Shown.Rule.Rule;
    }

    private int Due()
    {
        using var db = _district.Open();
        return Concluding.Due(db, _district.District.Frameworks).Distinct().Count();
    }

    private decimal? Level(LearnerId learner) => Drawing(learner).Level;

    private bool Proficient(LearnerId learner) => Drawing(learner).IsProficient;

    private Cell Drawing(LearnerId learner)
    {
        using var db = _district.Open();
        return Cell.Read(db.Standings.AsNoTracking().Single(one => one.Learner == learner).Cells).ToArray().First(one => one.Number == 1);
    }

    private Task<bool> Give(DeterminationRule rule, DateTime? from = null, OrganizationId? school = null, ProgramId? program = null, bool isLocked = false, int number = 2) => Alone(turn =>
    {
        turn.Db.Add(new RuleAssignment(new RuleId(Guid.CreateVersion7()), _district.Framework, null, false, number, from ?? turn.Now, rule) { School = school, Program = program, IsLocked = isLocked });
        turn.ChangeFramework();
    });

    private Task<bool> Move(LearnerId learner, OrganizationId? school, ProgramId? program = null) => Alone(turn => turn.Db.Learners.Single(one => one.Id == learner).BelongsTo(school, program));

    private Task<bool> Alone(Action<WriteTurn> work) => _district.District.Writer.Alone(turn =>
    {
        work(turn);
        return true;
    });

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
