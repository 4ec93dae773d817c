using System.Data.Common;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>A pooled connection to a server keeps nothing of what somebody set on it before.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class PooledConnectionTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        await _district.Record(_district.OnePiece());
    }

    [Fact]
    public void The_guards_of_facts_stand_again_after_somebody_switched_them_off_on_it()
    {
        for (var i = 0; i < 5; i++)
        {
            using (var db = _district.Open())
            {
                Sql.Run(db, "SET session_replication_role = replica");
                Sql.Run(db, "UPDATE judgments SET level = level").ShouldBe(1);
            }

            ShouldRefuse("UPDATE judgments SET level = level");
            ShouldRefuse("DELETE FROM evidence");
            ShouldRefuse("TRUNCATE judgments");
        }
    }

    [Fact]
    public void Settings_of_a_session_end_with_it()
    {
        using (var db = _district.Open()) Sql.Run(db, "SET synchronous_commit = off; SET search_path = nowhere; SET default_transaction_read_only = on");

        using var again = _district.Open();
        (Sql.Ask(again, "SHOW synchronous_commit"), Sql.Ask(again, "SHOW default_transaction_read_only")).ShouldBe(("on", "off"));
        again.Judgments.Count().ShouldBe(1);
    }

    [Fact]
    public void Many_at_once_are_served_by_a_pool_that_has_an_end()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 60 }, _ =>
        {
            using var db = _district.Open();
            db.Judgments.Count().ShouldBe(1);
        });

        using var look = _district.Open();
        int.Parse(Sql.Ask(look, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 40);
    }

    [Fact]
    public async Task The_writer_never_waits_for_those_who_wait_for_it()
    {
        var held = Enumerable.Range(0, 38).Select(_ => _district.Open()).ToList();
        foreach (var one in held) await one.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        await _district.Record(_district.OnePiece()).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        held[0].Judgments.Count().ShouldBe(2);
        foreach (var one in held) await one.DisposeAsync();
    }

    private void ShouldRefuse(string sql)
    {
        using var db = _district.Open();
        Should.Throw<DbException>(() => Sql.Run(db, sql)).Message.ShouldContain("holds facts");
    }

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
