using System.Threading.Channels;
using Cairn.Learning;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>
/// The one writer of a district. What waits becomes one transaction (group commit): facts, conclusions and the head move
/// together, and every caller is answered after the flush to disk. Whole pieces of work, such as an import, take a turn alone.
/// Where the disk fails a flush, what it holds is not known any more: nothing further is written until the district is opened again.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int LargestGroup = 512;

    private readonly District _district;
    private readonly TimeProvider _clock;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(4096);
    private readonly Task _loop;
    private volatile RefusedException? _stopped;

    internal Writer(District district, TimeProvider clock)
    {
        (_district, _clock) = (district, clock);
        _loop = Task.Run(Loop);
    }

    /// <summary>Why nothing is written any more, in words for people; null while the disk takes what is written.</summary>
    public string? StoppedBecause => _stopped?.Message;

    /// <summary>Records facts and concludes from them; completes once all of it is durable. A bad recording fails alone.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="acting">Who records them, for the journal; Cairn itself where nobody is named.</param>
    /// <param name="cancel">Stops waiting for a place in the line.</param>
    public async Task Record(Recording facts, Acting? acting = null, CancellationToken cancel = default)
    {
        var waiting = new Waiting(turn => turn.Record(facts), acting, isAlone: false);
        await Wait(waiting, cancel);
    }

    /// <summary>Writes into the journal what no row says; completes once it is durable. It waits with others for one flush.</summary>
    /// <param name="tell">Tells it.</param>
    /// <param name="acting">Who did it.</param>
    /// <param name="cancel">Stops waiting for a place in the line.</param>
    public async Task Tell(Action<WriteTurn> tell, Acting acting, CancellationToken cancel = default)
    {
        var waiting = new Waiting(tell, acting, isAlone: false);
        await Wait(waiting, cancel);
    }

    /// <summary>Does a piece of work in a transaction of its own; nothing of it stays when it throws.</summary>
    /// <param name="work">The work.</param>
    /// <param name="acting">Who does it, for the journal; Cairn itself where nobody is named.</param>
    /// <param name="cancel">Stops waiting for a place in the line.</param>
    public async Task<T> Alone<T>(Func<WriteTurn, T> work, Acting? acting = null, CancellationToken cancel = default)
    {
        var result = default(T);
        var waiting = new Waiting(turn => result = work(turn), acting, isAlone: true);
        await Wait(waiting, cancel);
        return result!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task Wait(Waiting waiting, CancellationToken cancel)
    {
        WriterMeasures.Waits(1);
        try
        {
            await _waiting.Writer.WriteAsync(waiting, cancel);
            await waiting.Done.Task;
        }
        finally
        {
            WriterMeasures.Waits(-1);
        }
    }

    private async Task Loop()
    {
        var group = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (_waiting.Reader.TryPeek(out var next) && group.Count < LargestGroup && (group.Count == 0 || !next.IsAlone))
            {
                group.Add(next);
                _waiting.Reader.TryRead(out _);
                if (next.IsAlone) break;
            }

            if (group.Count > 0) Flush(group);
            group.Clear();
        }
    }

    private void Flush(IReadOnlyList<Waiting> group)
    {
        try
        {
            if (_stopped is { } stopped) throw stopped;
            Commit(group);
        }
        catch (Exception wrong) when (_stopped is not null || _district.Engine.IsOfDisk(wrong))
        {
            // Never a second try: the system may have dropped what it could not write, and would call the next flush good.
            Stop(wrong);
            WriterMeasures.Failures.Add(1);
            foreach (var one in group) one.Done.TrySetException(_stopped!);
        }
        catch (Exception wrong) when (group.Count == 1)
        {
            WriterMeasures.Failures.Add(1);
            group[0].Done.TrySetException(wrong);
        }
        catch (Exception) when (group.Count > 1)
        {
            // One of them is at fault: each again alone, so that the others are not.
            foreach (var one in group) Flush([one]);
        }
    }

    private void Commit(IReadOnlyList<Waiting> group)
    {
        using var db = _district.Engine.OpenToWrite();
        db.Database.OpenConnection();
        // A turn stands as a whole or not at all: nothing goes back to a point within it.
        db.Database.AutoSavepointsEnabled = false;
        Live.Touched touched;
        using (var transaction = db.Database.BeginTransaction())
        {
            var turn = new WriteTurn(_district, db, _district.Engine.LockHead(db), _clock);
            foreach (var one in group)
            {
                turn.Acting = one.Acting;
                one.Work(turn);
            }

            turn.Conclude();
            touched = turn.Touched;
            _district.Engine.Announce(db, touched, _district.Touches.Node);
            transaction.Commit();
            if (turn.IsToForget) _district.Forget();
        }

        WriterMeasures.Commits.Add(1);
        WriterMeasures.GroupSizes.Record(group.Count);
        foreach (var one in group) one.Done.TrySetResult();
        _district.Touches.Tell(touched);
        try
        {
            _district.Engine.AfterCommit(db);
        }
        catch (Exception wrong)
        {
            // What was committed is durable and stays answered; what comes next is refused.
            Stop(wrong);
        }
    }

    private void Stop(Exception why) => _stopped ??= new RefusedException(
        $"The disk failed while the record was written ({why.GetBaseException().Message.TrimEnd('.')}). What was not answered may be missing. Nothing more is written until Cairn is started again: look at the disk first, then run cairn doctor.", why);

    private sealed class Waiting(Action<WriteTurn> work, Acting? acting, bool isAlone)
    {
        public Acting Acting { get; } = acting ?? Acting.System;

        public Action<WriteTurn> Work { get; } = work;

        public bool IsAlone { get; } = isAlone;

        // Callers go on elsewhere: the writer never runs their code.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
