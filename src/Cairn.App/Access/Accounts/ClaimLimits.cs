using System.Net;

namespace Cairn.App.Access.Accounts;

/// <summary>How often codes from paper and codes of mentors may be tried from one address: nobody guesses 60 bits, but a try costs a
/// slow hash.</summary>
internal sealed class ClaimLimits(TimeProvider clock)
{
    private readonly Throttle _addresses = new(clock, new Rate(20, TimeSpan.FromMinutes(1)));

    /// <summary>Zero where it may be tried; else how long to wait.</summary>
    public TimeSpan Take(string district, IPAddress? address) => _addresses.Take($"{district} {CallerAddress.Key(address)}");
}
