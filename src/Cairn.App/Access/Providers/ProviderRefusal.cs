namespace Cairn.App.Access.Providers;

/// <summary>Why somebody did not come in by a provider, as the page and the journal say it.</summary>
internal enum ProviderRefusal
{
    None,

    /// <summary>They turned back at the other system.</summary>
    Cancelled,

    /// <summary>The answer is not to a question that this browser has open: too late, a second time, or another's.</summary>
    State,

    /// <summary>It is not offered, or no more.</summary>
    Stopped,

    /// <summary>The other system cannot be asked.</summary>
    Unreachable,

    /// <summary>What came back is not what that system says to us: signature, issuer, audience, time or nonce.</summary>
    Untrusted,

    /// <summary>They come from another district or domain.</summary>
    Tenant,

    /// <summary>The roster knows nobody by that key.</summary>
    Nobody,

    /// <summary>The roster knows several by that key.</summary>
    Several,

    /// <summary>Who is meant has an account: they sign in to it once, and add the provider there.</summary>
    HasAccount,

    /// <summary>The account was closed, or belongs to nobody who is here.</summary>
    Closed,

    /// <summary>Another account is signed in to with it.</summary>
    Others,

    /// <summary>The other system does not say that they have just proved who they are.</summary>
    NotFresh,
}
