using System.Collections.Concurrent;
using System.Globalization;
using Cairn.App.Access;

namespace Cairn.App.Api.Cairn;

/// <summary>
/// How often and how much at once one caller may ask. A system that asks without end is told to wait and takes nothing from people, who
/// are not counted with it; whoever tries tokens is counted by where they come from.
/// </summary>
internal sealed class ApiLimits(TimeProvider clock)
{
    public const int Quota = 600;
    public const int MostAtOnce = 8;
    public const int Guesses = 30;
    private const int Window = 60;

    private readonly Throttle _calls = new(clock, new Rate(Quota, TimeSpan.FromSeconds((double)Window / Quota)));
    private readonly Throttle _guesses = new(clock, new Rate(Guesses, TimeSpan.FromSeconds(2)));
    private readonly ConcurrentDictionary<Guid, int> _atOnce = new();
    private readonly ConcurrentDictionary<(string District, Guid Caller, string Key), bool> _answering = new();

    /// <summary>Takes one call of a caller; zero where there was one, else how long to wait.</summary>
    public TimeSpan Take(Guid caller) => _calls.Take(Key(caller));

    /// <summary>How long somebody at an address has to wait before the next token is looked at.</summary>
    public TimeSpan WaitToGuess(HttpContext http) => _guesses.WaitOf(CallerAddress.Key(http.Connection.RemoteIpAddress));

    /// <summary>Counts a token that did not work.</summary>
    public void Guessed(HttpContext http) => _guesses.Take(CallerAddress.Key(http.Connection.RemoteIpAddress));

    /// <summary>Begins a call; false where as many go on already. End it with <see cref="Leave"/>.</summary>
    public bool Enter(Guid caller)
    {
        if (_atOnce.AddOrUpdate(caller, 1, (_, count) => count + 1) <= MostAtOnce) return true;
        Leave(caller);
        return false;
    }

    public void Leave(Guid caller)
    {
        // Who has nothing going on is not held.
        if (_atOnce.AddOrUpdate(caller, 0, (_, count) => count - 1) <= 0) _atOnce.TryRemove(new KeyValuePair<Guid, int>(caller, 0));
    }

    /// <summary>Begins to answer a request with a key; false where the same is being answered now. End it with <see cref="Answered"/>.</summary>
    public bool BeginAnswer(string district, Guid caller, string key) => _answering.TryAdd((district, caller, key), true);

    public void Answered(string district, Guid caller, string key) => _answering.TryRemove((district, caller, key), out _);

    /// <summary>Says what is left, as draft-ietf-httpapi-ratelimit-headers does.</summary>
    public void Say(Guid caller, HttpResponse response)
    {
        var (left, whole) = _calls.LeftOf(Key(caller));
        response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"caller\";q={Quota};w={Window}");
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"caller\";r={Math.Max(0, left)};t={Math.Ceiling(whole.TotalSeconds)}");
    }

    private static string Key(Guid caller) => caller.ToString("N");
}
