namespace Cairn.App.Access;

/// <summary>
/// Counts by key how often something happens, and says when it may again: a burst, then one at a time (the generic cell rate
/// algorithm, one moment a key). It holds at most so many keys: where there are more, those that asked least are forgotten first.
/// Pure over its clock; safe to use from many threads. A clock that is set back locks nobody out for longer than the whole of a rate.
/// </summary>
internal sealed class Throttle(TimeProvider clock, Rate rate, int most = 50_000)
{
    // By key: when all that was taken has grown back.
    private readonly Dictionary<string, DateTimeOffset> _whole = new(StringComparer.Ordinal);
    private readonly Lock _taking = new();

    /// <summary>How many keys are held.</summary>
    public int Held
    {
        get
        {
            lock (_taking) return _whole.Count;
        }
    }

    /// <summary>How long a key has to wait before it may again; zero where it need not. Takes nothing.</summary>
    public TimeSpan WaitOf(string key)
    {
        var now = clock.GetUtcNow();
        lock (_taking) return Wait(key, now);
    }

    /// <summary>Takes one, if there is one.</summary>
    /// <param name="key">Who or what asks.</param>
    /// <returns>Zero where it was taken; else how long to wait, and nothing is taken.</returns>
    public TimeSpan Take(string key)
    {
        var now = clock.GetUtcNow();
        lock (_taking)
        {
            var wait = Wait(key, now);
            if (wait > TimeSpan.Zero) return wait;
            _whole[key] = Whole(key, now) + rate.Each;
            if (_whole.Count > most) Forget(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>How many a key may take now, and after how long it may take the whole burst again.</summary>
    public (int Left, TimeSpan UntilWhole) LeftOf(string key)
    {
        var now = clock.GetUtcNow();
        lock (_taking)
        {
            var taken = Whole(key, now) - now;
            return ((int)Math.Floor((rate.Whole - taken) / rate.Each), taken);
        }
    }

    /// <summary>Gives one back that was taken for nothing.</summary>
    public void GiveBack(string key)
    {
        var now = clock.GetUtcNow();
        lock (_taking)
        {
            var whole = Whole(key, now) - rate.Each;
            if (whole <= now) _whole.Remove(key);
            else _whole[key] = whole;
        }
    }

    private TimeSpan Wait(string key, DateTimeOffset now)
    {
        var wait = Whole(key, now) + rate.Each - now - rate.Whole;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private DateTimeOffset Whole(string key, DateTimeOffset now)
    {
        if (!_whole.TryGetValue(key, out var whole) || whole < now) return now;
        return whole > now + rate.Whole ? now + rate.Whole : whole;
    }

    // Who has nothing taken is not missed. If that is not enough, the half that took least goes: who floods the table with new
    // keys pushes out other new keys, and not those that are held back.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, whole) in _whole)
            if (whole <= now) _whole.Remove(key);
        if (_whole.Count <= most / 2) return;
        foreach (var key in _whole.OrderBy(one => one.Value).Take(_whole.Count - (most / 2)).Select(one => one.Key).ToList()) _whole.Remove(key);
    }
}
