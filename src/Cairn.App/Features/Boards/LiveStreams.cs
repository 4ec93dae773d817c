namespace Cairn.App.Features.Boards;

/// <summary>Pages that are live in this process: a session has so many open at most, and so has the process. Each holds a connection for hours:
/// all of them together leave half of those that there are to ordinary pages.</summary>
internal sealed class LiveStreams(SiteOptions options)
{
    public const int MostOfASession = 8;
    private const int Most = 4000;

    private readonly long _most = Math.Min(Most, options.Limits.Connections / 2);
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Lock _counting = new();
    private int _all;

    /// <summary>How many are open.</summary>
    public int Open
    {
        get { lock (_counting) return _all; }
    }

    /// <summary>Opens one, until what is returned is disposed of; null where there are enough.</summary>
    /// <param name="session">Whose.</param>
    public IDisposable? Enter(string session)
    {
        lock (_counting)
        {
            var own = _open.GetValueOrDefault(session);
            if (own >= MostOfASession || _all >= _most) return null;
            _open[session] = own + 1;
            _all++;
        }

        return new Entered(() => Leave(session));
    }

    private void Leave(string session)
    {
        lock (_counting)
        {
            _all--;
            if (--_open[session] == 0) _open.Remove(session);
        }
    }

    private sealed class Entered(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
