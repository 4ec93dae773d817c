using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Plans;

namespace Cairn.App.Tests.Classroom;

/// <summary>The queue of those who check, when many wait.</summary>
public sealed class ReadyQueueTests : IAsyncLifetime
{
    private PacingSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PacingSite.Make();

    [Fact]
    public async Task Two_hundred_who_wait_are_read_in_as_many_statements_as_one()
    {
        await Wait(1);
        var (one, few) = Read();
        await Wait(199);

        var (all, many) = Read();

        (few, many).ShouldBe((1, 200));
        one.ShouldBeGreaterThan(0);
        all.ShouldBe(one);
    }

    [Fact]
    public async Task What_was_judged_since_and_what_was_done_since_are_those_of_each_request()
    {
        var asked = _site.Site.Clock.Now;
        await _site.Judge(2, asked.AddDays(-3));
        var (kid, stage) = (_site.Site.Kid, 1);
        await _site.Site.Family.Put(
            new ReadyRequest(new ReadyRequestId(Guid.CreateVersion7()), kid, _site.District.Drawing, null, stage, "Mine", asked.AddDays(-1)),
            new ReadyRequest(new ReadyRequestId(Guid.CreateVersion7()), kid, _site.District.Clay, null, null, "Clay", asked.AddHours(-1)),
            new Corrective(new CorrectiveId(Guid.CreateVersion7()), kid, _site.District.Drawing, stage, "I practised", null, asked.AddHours(-30)));

        var queue = _site.Read(db => ReadyRows.Queue(db, Scope(db)));

        queue.Select(one => (one.Request.Words, one.Since.Count)).ShouldBe([("Mine", 1), ("Clay", 0)]);
        queue[1].JudgedAt.ShouldBeNull("a judgment is of its own competency");
    }

    [Fact]
    public async Task The_day_of_a_check_begins_as_the_next_day_on_which_school_is_open()
    {
        await Wait(1);
        (await Days()).ShouldBe(["2026-04-01"], "tomorrow is a Wednesday");
        foreach (var day in (string[])["2026-04-01", "2026-04-02", "2026-04-03"]) await _site.Post("leader", "/policies/closed-days", ("do", "close"), ("day", day), ("why", "Snow"));
        (await Days()).ShouldBe(["2026-04-06"], "three days of snow, and then a weekend");
    }

    private async Task<List<string>> Days() => [.. from part in (await _site.Get("teacher", "/ready")).Body.Split("<input") where part.Contains("name=\"day\"", StringComparison.Ordinal)
                                                    select part.Split(" value=\"")[1].Split('"')[0]];

    private Task<int> Wait(int many) => _site.Site.Family.Put([.. Enumerable.Range(0, many).Select(i => new ReadyRequest(new ReadyRequestId(Guid.CreateVersion7()), _site.Site.Kid,
        i % 2 == 0 ? _site.District.Drawing : _site.District.Clay, null, 1, $"Try {i}", _site.Site.Clock.Now.AddMinutes(-i)))]);

    private (int Statements, int Lines) Read() => _site.Read(db =>
    {
        var lines = 0;
        return (CountedStatements.In(db, () => lines = ReadyRows.Queue(db, Scope(db)).Count), lines);
    });

    private Scope Scope(Db db) => new(db, Hats.Of(db, _site.Site.People["teacher"].Kind, _site.Site.People["teacher"].Person, Family.Today)!, Family.Today, _site.Site.Clock.Now);

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
