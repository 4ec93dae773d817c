using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Several processes, here several openings of one database, write a district on a server: one after the other, and none with
/// rules that another has changed.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class SeveralNodesTests : IAsyncLifetime
{
    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private TestDistrict _district = null!;
    private District _other = null!;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With(new MostRecent(), clock: _clock);
        _other = District.OpenExisting(_district.Folder, "test", toWrite: true, _clock);
    }

    [Fact]
    public async Task Both_record_at_once_and_the_moments_of_all_facts_still_strictly_rise()
    {
        District[] nodes = [_district.District, _other];
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => nodes[i % 2].Writer.Record(_district.OnePiece(i % 3 == 0 ? _district.Ben : _district.Ada))));

        using var db = _district.Open();
        var moments = db.Judgments.Select(one => one.RecordedAt).ToList().Concat(db.Evidence.Select(one => one.RecordedAt).ToList()).Order().ToList();
        moments.Count.ShouldBe(240);
        moments.Distinct().Count().ShouldBe(240);
        db.Head.AsNoTracking().Single().LastRecordedAt.ShouldBe(moments[^1]);
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_for_the_other_node_is_recorded_after_it()
    {
        using var started = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = _district.District.Writer.Alone(turn =>
        {
            started.Set();
            go.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            turn.Record(_district.OnePiece());
            return turn.Next();
        });
        started.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var second = _other.Writer.Alone(turn => turn.Next());
        go.Set();

        (await second).ShouldBeGreaterThan(await first);
    }

    [Fact]
    public async Task A_rule_that_one_node_changes_is_seen_by_the_other_within_a_second()
    {
        (RuleAt(_district.District), RuleAt(_other)).ShouldBe((new MostRecent(), new MostRecent()));

        await Give(_district.District, new Highest());

        RuleAt(_district.District).ShouldBe(new Highest());
        RuleAt(_other).ShouldBe(new MostRecent());
        _clock.Now = _clock.Now.AddSeconds(1);
        RuleAt(_other).ShouldBe(new Highest());
    }

    [Fact]
    public async Task The_other_nodes_writer_concludes_by_it_at_once()
    {
        await _other.Writer.Record(_district.OnePiece(_district.Ben));
        await _other.Writer.Record(_district.OnePiece(level: 4));
        await _other.Writer.Record(_district.OnePiece(level: 1));
        _ = _other.Frameworks;
        await Give(_district.District, new Highest());

        await _other.Writer.Record(_district.OnePiece(level: 2));

        using var db = _district.Open();
        var framework = _district.District.Frameworks.ShouldHaveSingleItem();
        db.Standings.Select(one => one.Rules).ToList().ShouldAllBe(one => one == framework.Rules.Fingerprint);
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task Both_may_be_asked_while_one_writes_all_the_time()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await _other.Writer.Record(_district.OnePiece());
        });
        while (!writing.IsCompleted)
        {
            using var db = _district.Open();
            var row = db.Standings.AsNoTracking().FirstOrDefault();
            // What is read together was written together.
            if (row is not null) db.Judgments.Count(one => one.RecordedAt <= row.AsOf).ShouldBeGreaterThan(0);
        }

        await writing;
    }

    private DeterminationRule RuleAt(District node) => node.Frameworks.ShouldHaveSingleItem().Rules.RuleOf(_district.Drawing).Rule;

    private Task<bool> Give(District node, DeterminationRule rule) => node.Writer.Alone(turn =>
    {
        turn.Db.Add(new RuleAssignment(new RuleId(Guid.CreateVersion7()), _district.Framework, null, false, 2, turn.Now, rule));
        turn.ChangeFramework();
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _district.DisposeAsync();
    }
}
