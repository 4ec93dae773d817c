using System.Net;

namespace Cairn.App.Access;

/// <summary>Somebody tries to sign in.</summary>
/// <param name="District">The district they try it in.</param>
/// <param name="Account">The name that was typed, as <see cref="LoginName.Key"/> makes it; whether there is such an account does not matter.</param>
/// <param name="Address">From where.</param>
/// <param name="Device">What the device proves it is: a token that was given to it at an earlier sign-in to this very account, and
/// was found to be genuine. Null for a device that is not known.</param>
internal readonly record struct SignInTry(string District, string Account, IPAddress? Address, string? Device = null);

/// <summary>What held a try back.</summary>
internal enum SignInLimit
{
    None,

    /// <summary>A known device tried this account too often.</summary>
    Device,

    /// <summary>Strangers tried this account too often.</summary>
    Account,

    /// <summary>Too many failed from this address.</summary>
    Address,

    /// <summary>Too many strangers failed everywhere.</summary>
    Everywhere,
}

/// <summary>May it be tried? If not: why not, and how long to wait. What is answered to who is held back never says which limit it was.</summary>
/// <param name="Try">What was asked about.</param>
/// <param name="Limit">What holds it back.</param>
/// <param name="Wait">How long; zero where it is allowed.</param>
/// <param name="Taken">What was counted for it.</param>
internal sealed record SignInAnswer(SignInTry Try, SignInLimit Limit, TimeSpan Wait, IReadOnlyList<(Throttle Throttle, string Key)> Taken)
{
    public bool IsAllowed => Limit == SignInLimit.None;
}
