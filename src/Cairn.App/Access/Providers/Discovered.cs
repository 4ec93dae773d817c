using Microsoft.IdentityModel.Tokens;

namespace Cairn.App.Access.Providers;

/// <summary>What an issuer says of itself.</summary>
/// <param name="Issuer">Its name, exactly as its tokens have it.</param>
/// <param name="Authorize">Where browsers are sent.</param>
/// <param name="Token">Where a code is given for a token.</param>
/// <param name="Keys">The keys that its tokens may be signed by.</param>
internal sealed record Discovered(string Issuer, Uri Authorize, Uri Token, IReadOnlyList<SecurityKey> Keys)
{
    /// <summary>Does it say who it is in every answer (RFC 9207)? Then one without is another's.</summary>
    public bool SaysIssuer { get; init; }

    /// <summary>Does it take the secret in the body only?</summary>
    public bool TakesPost { get; init; }

    public DateTimeOffset At { get; init; }
}
