namespace Cairn.Storage.Live;

/// <summary>
/// Tells whoever follows a district which records were touched, once each turn is durable: of this process at once, and of other nodes on the
/// same database by what the engine carries between them. Nobody listens to the server while nobody follows.
/// </summary>
public sealed class Touches : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly Func<long> _newest;
    private readonly Lock _changing = new();
    private Action<Touched>[] _followers = [];
    private CancellationTokenSource? _stop;
    private Task _hearing = Task.CompletedTask;

    internal Touches(Engine engine, Func<long> newest) => (_engine, _newest) = (engine, newest);

    /// <summary>This process, among those that write the same database.</summary>
    internal Guid Node { get; } = Guid.NewGuid();

    /// <summary>The number of the newest turn that is durable: it grows with each, on all nodes alike.</summary>
    public long Newest() => _newest();

    /// <summary>Follows, until what is returned is disposed of.</summary>
    /// <param name="told">Called by the writer itself: it must return at once, and never throws.</param>
    public IDisposable Follow(Action<Touched> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        lock (_changing)
        {
            _followers = [.. _followers, told];
            if (_followers.Length == 1)
            {
                var stop = _stop = new CancellationTokenSource();
                _hearing = _engine.Hear(Node, _newest, Tell, stop.Token);
            }
        }

        return new Following(() => Leave(told));
    }

    internal void Tell(Touched touched)
    {
        if (touched.IsNobody) return;
        foreach (var one in Volatile.Read(ref _followers)) one(touched);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task hearing;
        lock (_changing)
        {
            _followers = [];
            _stop?.Cancel();
            hearing = _hearing;
        }

        await hearing;
        _stop?.Dispose();
    }

    private void Leave(Action<Touched> told)
    {
        lock (_changing)
        {
            var at = Array.IndexOf(_followers, told);
            if (at < 0) return;
            _followers = [.. _followers[..at], .. _followers[(at + 1)..]];
            if (_followers.Length == 0) _stop?.Cancel();
        }
    }

    private sealed class Following(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
