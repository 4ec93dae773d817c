using System.Threading.Channels;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Live;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>What one node writes, another on the same database hears of: by the server's own word, and by the head row where that is lost.</summary>
[Trait(Engines.Trait, Engines.Postgres)]
public sealed class TouchesOfNodesTests : IAsyncLifetime
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Touched> _heard = Channel.CreateUnbounded<Touched>();
    private TestDistrict _district = null!;
    private District _other = null!;
    private IDisposable _following = null!;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        _other = District.OpenExisting(_district.Folder, "test", toWrite: true, TimeProvider.System);
        _following = _other.Touches.Follow(touched => _heard.Writer.TryWrite(touched));
        await Listening();
    }

    [Fact]
    public async Task The_other_node_hears_within_two_seconds_whom_a_turn_touched()
    {
        await _district.Record(_district.OnePiece(_district.Ada));

        var touched = await Next(TwoSeconds);
        (touched.IsAnybody, touched.Concerns(default, Of(_district.Ada)), touched.Concerns(default, Of(_district.Ben))).ShouldBe((false, true, false));
    }

    [Fact]
    public async Task What_a_node_writes_itself_it_hears_once()
    {
        await _other.Writer.Record(_district.OnePiece(_district.Ben));
        (await Next(TwoSeconds)).Concerns(default, Of(_district.Ben)).ShouldBeTrue();

        await _district.Record(_district.OnePiece(_district.Ada));
        (await Next(TwoSeconds)).Concerns(default, Of(_district.Ben)).ShouldBeFalse("the next that came is the other's");
    }

    [Fact]
    public async Task Where_the_line_is_cut_it_may_have_been_anybody_and_the_line_is_taken_up_again()
    {
        Cut();
        await _district.Record(_district.OnePiece(_district.Ada));
        Concerns(await Next(Patience)).ShouldBeTrue();

        await Listening();
        while (_heard.Reader.TryRead(out _)) { }
        await _district.Record(_district.OnePiece(_district.Ada));
        Concerns(await Next(TwoSeconds)).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_listens_once_nobody_follows()
    {
        _following.Dispose();
        using var limit = new CancellationTokenSource(Patience);
        while (Listeners() > 0) limit.IsCancellationRequested.ShouldBeFalse();
        await _district.Record(_district.OnePiece(_district.Ada));
        _heard.Reader.TryRead(out _).ShouldBeFalse();
    }

    private bool Concerns(Touched touched) => touched.Concerns(default, Of(_district.Ada));

    private static HashSet<LearnerId> Of(LearnerId learner) => [learner];

    private async Task<Touched> Next(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        return await _heard.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Until the other node's line stands.</summary>
    private async Task Listening()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (Listeners("LISTEN%") == 0)
        {
            limit.IsCancellationRequested.ShouldBeFalse("the line stands");
            await Task.Yield();
        }
    }

    private int Listeners(string said = "%")
    {
        using var db = _district.Open();
        return db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'cairn listener' AND query LIKE {said}").Single();
    }

    private void Cut()
    {
        using var db = _district.Open();
        db.Database.ExecuteSqlRaw("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'cairn listener'");
    }

    public async ValueTask DisposeAsync()
    {
        _following.Dispose();
        await _other.DisposeAsync();
        await _district.DisposeAsync();
    }
}
