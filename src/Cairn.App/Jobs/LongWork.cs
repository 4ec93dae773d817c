using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Cairn.App.Jobs;

/// <summary>How far a piece of long work has come: what it reads, and the row.</summary>
/// <param name="IsWaiting">Does another piece of work come first?</param>
/// <param name="File">The file that is read; empty where none is.</param>
/// <param name="Row">The row of it.</param>
public sealed record WorkProgress(bool IsWaiting, string File, int Row);

/// <summary>
/// Long work of this process, such as an import: one piece at a time for each district, the rest in line. Nobody has to stay: how far it
/// has come is found by its id, and what came of it is in the record. What a stopped process left undone is not here any more.
/// </summary>
internal sealed class LongWork(ILogger<LongWork> log) : IAsyncDisposable
{
    /// <summary>How many pieces may wait in a district.</summary>
    private const int MostWaiting = 4;

    private readonly ConcurrentDictionary<Guid, WorkProgress> _progress = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _opening = new();
    private bool _isStopped;

    /// <summary>How far a piece of work has come; null where it is not under way.</summary>
    public WorkProgress? Of(Guid id) => _progress.GetValueOrDefault(id);

    /// <summary>Puts work in its district's line. The work is told where to say the file and row it reads; it ends when that throws.</summary>
    /// <returns>Was there room, and is it not under way already?</returns>
    public bool TryBegin(string district, Guid id, Func<Action<string, int>, Task> work)
    {
        if (!_progress.TryAdd(id, new WorkProgress(true, "", 0))) return false;
        if (LineOf(district) is { } line && line.Waiting.Writer.TryWrite((id, work))) return true;
        _progress.TryRemove(id, out _);
        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<Line> lines;
        lock (_opening)
        {
            if (_isStopped) return;
            _isStopped = true;
            lines = [.. _lines.Values];
        }

        foreach (var line in lines) line.Waiting.Writer.Complete();
        await _stop.CancelAsync();
        foreach (var line in lines) await line.Done;
        _stop.Dispose();
    }

    private Line? LineOf(string district)
    {
        lock (_opening)
        {
            if (_isStopped) return null;
            if (_lines.TryGetValue(district, out var known)) return known;
            var waiting = Channel.CreateBounded<(Guid Id, Func<Action<string, int>, Task> Work)>(MostWaiting);
            return _lines[district] = new Line(waiting, Task.Run(() => Loop(waiting.Reader)));
        }
    }

    private async Task Loop(ChannelReader<(Guid Id, Func<Action<string, int>, Task> Work)> waiting)
    {
        await foreach (var (id, work) in waiting.ReadAllAsync())
        {
            try
            {
                if (!_stop.IsCancellationRequested) await Do(id, work);
            }
            finally
            {
                _progress.TryRemove(id, out _);
            }
        }
    }

    private async Task Do(Guid id, Func<Action<string, int>, Task> work)
    {
        _progress[id] = new WorkProgress(false, "", 0);
        try
        {
            await work((file, row) =>
            {
                _stop.Token.ThrowIfCancellationRequested();
                _progress[id] = new WorkProgress(false, file, row);
            });
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The process stops: the run says so when it is looked at again.
        }
        catch (Exception wrong)
        {
            // Without its message, which might repeat what stood in a file.
            log.LogError("Long work {Id} failed with {Kind}.{NewLine}{Trace}", id, wrong.GetType().FullName, Environment.NewLine, wrong.StackTrace);
        }
    }

    private sealed record Line(Channel<(Guid Id, Func<Action<string, int>, Task> Work)> Waiting, Task Done);
}
