using Cairn.App.Running;

namespace Cairn.App.Access;

/// <summary>Why a door refused a request.</summary>
internal enum RefusedWhy
{
    /// <summary>Another site sent it.</summary>
    OtherSite,

    /// <summary>Too many came.</summary>
    TooMany,

    /// <summary>It asked for what is for this machine only.</summary>
    NotFromHere,

    /// <summary>It could not be read, or held too much.</summary>
    Unreadable,
}

/// <summary>Every refusal by a door passes here once, and is counted. Whoever keeps the journal hears of it by <see cref="Noted"/>.</summary>
internal sealed class Refusals(Measures measures)
{
    /// <summary>The seam of the journal: called for each refusal, with the request that was refused.</summary>
    public Action<HttpContext, RefusedWhy>? Noted { get; set; }

    public void Note(HttpContext http, RefusedWhy why)
    {
        measures.Refused(why.ToString());
        Noted?.Invoke(http, why);
    }
}
