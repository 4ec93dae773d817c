using Cairn.App.Jobs;
using Microsoft.Extensions.Logging;

namespace Cairn.App.Tests.Jobs;

public sealed class LongWorkTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Ear _log = new();
    private readonly LongWork _work;

    public LongWorkTests() => _work = new LongWork(_log);

    [Fact]
    public async Task One_piece_is_done_at_a_time_and_the_next_waits()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var isFirstDone = false;
        _work.TryBegin("here", one, async _ =>
        {
            await first.Task;
            isFirstDone = true;
        }).ShouldBeTrue();
        _work.TryBegin("here", other, _ =>
        {
            isFirstDone.ShouldBeTrue();
            second.SetResult();
            return Task.CompletedTask;
        }).ShouldBeTrue();

        _work.Of(other)!.IsWaiting.ShouldBeTrue();
        first.SetResult();
        await second.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Districts_do_not_wait_for_each_other()
    {
        var (hold, there) = (new TaskCompletionSource(), new TaskCompletionSource());
        _work.TryBegin("here", Guid.CreateVersion7(), _ => hold.Task);
        _work.TryBegin("there", Guid.CreateVersion7(), _ =>
        {
            there.SetResult();
            return Task.CompletedTask;
        });

        await there.Task.WaitAsync(Patience);
        hold.SetResult();
    }

    [Fact]
    public async Task It_says_the_file_and_row_it_has_come_to_and_nothing_when_it_is_done()
    {
        var (told, seen) = (new TaskCompletionSource(), new TaskCompletionSource());
        var id = Guid.CreateVersion7();
        _work.TryBegin("here", id, async progress =>
        {
            progress("users.csv", 2000);
            told.SetResult();
            await seen.Task;
        });

        await told.Task.WaitAsync(Patience);
        _work.Of(id).ShouldBe(new WorkProgress(false, "users.csv", 2000));
        seen.SetResult();
        await Next();
        _work.Of(id).ShouldBeNull();
    }

    [Fact]
    public void The_same_work_is_not_begun_twice()
    {
        var hold = new TaskCompletionSource();
        var id = Guid.CreateVersion7();
        (_work.TryBegin("here", id, _ => hold.Task), _work.TryBegin("here", id, _ => hold.Task)).ShouldBe((true, false));
        hold.SetResult();
    }

    [Fact]
    public async Task What_fails_is_logged_without_what_stood_in_a_file_and_the_next_goes_on()
    {
        _work.TryBegin("here", Guid.CreateVersion7(), _ => throw new InvalidOperationException("Hush-1"));
        await Next();

        _log.Said.ShouldHaveSingleItem().ShouldContain("InvalidOperationException");
        _log.Said.ShouldAllBe(one => !one.Contains("Hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_stops_the_process_stops_work_at_its_next_row()
    {
        var (begun, stopping) = (new TaskCompletionSource(), new TaskCompletionSource());
        var hasEnded = false;
        _work.TryBegin("here", Guid.CreateVersion7(), async progress =>
        {
            begun.SetResult();
            await stopping.Task;
            progress("users.csv", 1);
            hasEnded = true;
        });
        await begun.Task.WaitAsync(Patience);

        var stop = _work.DisposeAsync().AsTask();
        stopping.SetResult();
        await stop.WaitAsync(Patience);

        hasEnded.ShouldBeFalse();
        _log.Said.ShouldBeEmpty();
    }

    // Work that a failed test still holds is not waited for.
    public async ValueTask DisposeAsync() => await _work.DisposeAsync().AsTask().WaitAsync(Patience);

    private async Task Next()
    {
        var done = new TaskCompletionSource();
        _work.TryBegin("here", Guid.CreateVersion7(), _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        await done.Task.WaitAsync(Patience);
    }

    private sealed class Ear : ILogger<LongWork>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
