using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Grids of more learners than a room holds are kept until somebody writes: they show what is so, to whom it may be shown, and no moment longer.</summary>
public sealed class KeptGridTests : IAsyncLifetime
{
    private const int Many = 210;

    private readonly List<LearnerId> _learners = [.. Enumerable.Range(0, Many).Select(_ => new LearnerId(Guid.CreateVersion7()))];
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync()
    {
        _here = await TwoSchools.Make();
        await _here.Write(turn =>
        {
            turn.Db.AddRange(_learners.Select((one, i) => new Learner(one, $"l{i}", $"L{i}", "Byron")));
            turn.Db.SaveChanges();
            turn.Db.AddRange(_learners.Select(one => new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, _here.Loft, TwoSchools.Today.AddDays(-10), one == _learners[0] ? TwoSchools.Today : null)));
        });
        await _here.Teach(_here.Loft);
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task The_rows_are_the_same_list_until_a_fact_is_recorded_and_then_hold_it()
    {
        var first = Grid(_here.Teacher());
        first.Count.ShouldBe(Many);
        ReferenceEquals(Grid(_here.Teacher()), first).ShouldBeTrue();

        await _here.Record.Record(_here.Record.OnePiece(_learners[5]));

        var next = Grid(_here.Teacher());
        ReferenceEquals(next, first).ShouldBeFalse();
        (first.Single(one => one.Learner == _learners[5]).Version, next.Single(one => one.Learner == _learners[5]).Version).ShouldBe((0, 1));
        ReferenceEquals(Grid(_here.Teacher()), next).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task Whoever_leaves_the_room_or_whose_teacher_does_is_gone_at_once()
    {
        Grid(_here.Teacher()).Count.ShouldBe(Many);
        await _here.Write(turn => turn.Db.Update(turn.Db.Enrollments.AsNoTracking().Single(one => one.Learner == _learners[1]) with { Until = TwoSchools.Today.AddDays(-1) }));
        Grid(_here.Teacher()).Select(one => one.Learner).ShouldNotContain(_learners[1]);
        await _here.Write(turn => turn.Db.Update(turn.Db.Teachings.AsNoTracking().Single() with { Until = TwoSchools.Today.AddDays(-1) }));
        Grid(_here.Teacher()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public void A_relation_that_ends_with_the_day_ends_without_anybody_writing()
    {
        Grid(_here.Teacher()).Count.ShouldBe(Many);
        Grid(_here.Teacher(TwoSchools.Today.AddDays(1))).Select(one => one.Learner).ShouldBe(_learners.Skip(1), ignoreOrder: true);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task What_was_seen_in_an_emergency_is_not_kept()
    {
        await _here.Add(new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), _here.Okafor, _here.Ben, TwoSchools.Now.AddHours(-1), TwoSchools.Now.AddHours(1), "Not at the bus"));
        var seen = Grid(_here.Teacher());
        seen.Select(one => one.Learner).ShouldContain(_here.Ben);
        ReferenceEquals(Grid(_here.Teacher()), seen).ShouldBeFalse();
        Grid(_here.Teacher(at: TwoSchools.Now.AddHours(1))).Select(one => one.Learner).ShouldNotContain(_here.Ben);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public void One_readers_rows_are_nobody_elses_and_each_reader_is_noted()
    {
        var teacher = Grid(_here.Teacher());
        Grid(_here.Of(new Actor(ActorKind.Teacher, Guid.NewGuid(), ""))).ShouldBeEmpty();
        var leader = Grid(_here.Of(Grants.LeaderOf(Guid.NewGuid())));
        ReferenceEquals(leader, teacher).ShouldBeFalse();
        leader.Count.ShouldBe(Many + 3);
        ReferenceEquals(Grid(_here.Of(Grants.LeaderOf(Guid.NewGuid()))), leader).ShouldBeFalse();
        _here.Teacher().GridOf(_here.Record.Framework, _here.Studio, kept: _here.Record.District.Grids).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task What_a_role_of_a_moment_ago_read_is_not_kept_for_whoever_has_it_no_more()
    {
        await _here.Write(turn => turn.Db.Learners.ExecuteUpdate(set => set.SetProperty(one => one.School, _here.Hill)));
        await _here.Grant(GrantedRole.SchoolLeader, _here.Hill);
        await _here.Grant(GrantedRole.SchoolLeader, _here.Brook);
        var before = _here.Teacher();
        await _here.Write(turn => turn.Db.Update(turn.Db.RoleGrants.AsNoTracking().Single(one => one.School == _here.Hill) with { Until = TwoSchools.Today.AddDays(-1) }));
        await _here.Write(turn => turn.Db.Update(turn.Db.Teachings.AsNoTracking().Single() with { Until = TwoSchools.Today.AddDays(-1) }));

        // The request that began before goes on by what it knows, and what it read stays its own.
        Grid(before).Count.ShouldBe(Many + 3);
        Grid(_here.Teacher()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_concluded_again_without_a_word_in_the_journal_is_read_again()
    {
        var leader = Grants.LeaderOf(_here.Okafor.Value);
        var first = Grid(_here.Of(leader));
        var number = _here.Record.District.FrameworksNumber;
        using (var db = _here.Record.Open()) db.Standings.Where(one => one.Learner == _here.Ada).ExecuteUpdate(set => set.SetProperty(one => one.Cells, new byte[32]));

        (await _here.Record.Recompute()).ShouldBe(1);

        _here.Record.District.FrameworksNumber.ShouldBeGreaterThan(number);
        var again = Grid(_here.Of(leader));
        ReferenceEquals(again, first).ShouldBeFalse();
        again.Single(one => one.Learner == _here.Ada).Cells.ShouldBe(first.Single(one => one.Learner == _here.Ada).Cells);
        (await _here.Record.Recompute()).ShouldBe(0);
        ReferenceEquals(Grid(_here.Of(leader)), again).ShouldBeTrue();
    }

    [Fact]
    public void A_room_is_read_anew_each_time_and_more_than_memory_is_for_is_not_kept()
    {
        var asked = 0;
        List<GridRow> Rows(int count)
        {
            asked++;
            return [.. Enumerable.Range(0, count).Select(_ => new GridRow(default, "", "", "", null, null, null, 0, 0, null, null))];
        }

        foreach (var (count, times) in ((int, int)[])[(200, 2), (201, 1), (12_000, 1), (12_001, 2)])
        {
            using var grids = new KeptGrids();
            asked = 0;
            for (var i = 0; i < 2; i++) grids.Of(count, new Written(1, 1), () => Rows(count)).Count.ShouldBe(count);
            asked.ShouldBe(times, $"{count} rows");
        }
    }

    [Fact]
    public void Whoever_looks_now_goes_before_whoever_looked_before()
    {
        using var grids = new KeptGrids();
        IReadOnlyList<GridRow> Look(string whose, int count) => grids.Of(whose, new Written(1, 1), () => [.. Enumerable.Range(0, count).Select(_ => new GridRow(default, "", "", "", null, null, null, 0, 0, null, null))]);
        var (first, second) = (Look("one", 5_000), Look("two", 5_000));
        ReferenceEquals(Look("one", 5_000), first).ShouldBeTrue();
        ReferenceEquals(Look("two", 5_000), second).ShouldBeTrue();
        var third = Look("three", 5_000);
        ReferenceEquals(Look("three", 5_000), third).ShouldBeTrue();
        ReferenceEquals(Look("one", 5_000), first).ShouldBeFalse();
    }

    private IReadOnlyList<GridRow> Grid(Scope scope) => scope.GridOf(_here.Record.Framework, kept: _here.Record.District.Grids);
}
