using System.Security.Cryptography;
using System.Text;

namespace Cairn.App.Access;

/// <summary>
/// Slows guessing down without locking anybody's own people out. A try is counted before the password is looked at, so that many
/// at once gain nothing, and what succeeds is not counted: a class that signs in at eight costs nothing.
/// A known device has a budget of its own, which no stranger can use up. All others share one for each account, one for each
/// address, and one for all. At an address where people of the district came in lately an account has a budget of its own too,
/// and the one for all is not asked: strangers who guess from everywhere do not close a school.
/// </summary>
internal sealed class SignInLimits(TimeProvider clock, SignInRates rates)
{
    private readonly Throttle _devices = new(clock, rates.Device);
    private readonly Throttle _accounts = new(clock, rates.Account);
    private readonly Throttle _addresses = new(clock, rates.Address);
    private readonly Throttle _everywhere = new(clock, rates.Everywhere);
    private readonly KnownAddresses _known = new(clock);
    // No name that anybody typed stays in memory.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _asking = new();

    public SignInLimits(TimeProvider clock)
        : this(clock, SignInRates.Usual)
    {
    }

    /// <summary>Counts a try, or says that it has to wait; then nothing is counted.</summary>
    public SignInAnswer Ask(SignInTry attempt)
    {
        lock (_asking)
        {
            var limits = LimitsOf(attempt);
            foreach (var (limit, throttle, key) in limits)
                if (throttle.WaitOf(key) is var wait && wait > TimeSpan.Zero) return new SignInAnswer(attempt, limit, wait, []);
            foreach (var (_, throttle, key) in limits) throttle.Take(key);
            return new SignInAnswer(attempt, SignInLimit.None, TimeSpan.Zero, [.. limits.Select(one => (one.Throttle, one.Key))]);
        }
    }

    /// <summary>Counts an answer of another system, by address only: whom it means nobody knows yet, and no password can be guessed by it.</summary>
    public SignInAnswer AskAtAddress(SignInTry attempt)
    {
        lock (_asking)
        {
            var key = AddressOf(attempt);
            if (_addresses.WaitOf(key) is var wait && wait > TimeSpan.Zero) return new SignInAnswer(attempt, SignInLimit.Address, wait, []);
            _addresses.Take(key);
            return new SignInAnswer(attempt, SignInLimit.None, TimeSpan.Zero, [(_addresses, key)]);
        }
    }

    /// <summary>How long an address has to wait, where too many failed from it. Counts nothing.</summary>
    public TimeSpan WaitAtAddress(SignInTry attempt) => _addresses.WaitOf(AddressOf(attempt));

    /// <summary>The try that was allowed succeeded: it is no longer counted, and its address is known.</summary>
    public void Succeeded(SignInAnswer allowed)
    {
        lock (_asking)
        {
            foreach (var (throttle, key) in allowed.Taken) throttle.GiveBack(key);
            _known.Add(AddressOf(allowed.Try), AccountOf(allowed.Try));
        }
    }

    private List<(SignInLimit Limit, Throttle Throttle, string Key)> LimitsOf(SignInTry attempt)
    {
        var (account, address) = (AccountOf(attempt), AddressOf(attempt));
        if (attempt.Device is { } device) return [(SignInLimit.Device, _devices, Hash($"{account} {device}"))];
        return _known.Contains(address)
            ? [(SignInLimit.Account, _accounts, $"{account} {address}"), (SignInLimit.Address, _addresses, address)]
            : [(SignInLimit.Account, _accounts, account), (SignInLimit.Address, _addresses, address), (SignInLimit.Everywhere, _everywhere, "")];
    }

    private string AccountOf(SignInTry attempt) => Hash($"{attempt.District}\n{attempt.Account}");

    private static string AddressOf(SignInTry attempt) => $"{attempt.District} {CallerAddress.Key(attempt.Address)}";

    private string Hash(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)), 0, 16);
}
