using System.Net;
using Cairn.App.Access;
using Cairn.App.Outbound;
using Cairn.App.Running;

namespace Cairn.App;

/// <summary>How a site is run; what is not said is as usual.</summary>
internal sealed record SiteOptions
{
    /// <summary>Who is believed about the address and the scheme that a request came by: loopback and private networks only.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>How much one request may hold, and how long it may take to come.</summary>
    public RequestLimits Limits { get; init; } = RequestLimits.Usual;

    /// <summary>How often somebody may ask; null for the usual, and for a demonstration as often as they like.</summary>
    public RequestRates? Rates { get; init; }

    /// <summary>How log lines look.</summary>
    public LogFormat Log { get; init; } = LogFormat.Text;

    /// <summary>Where log lines go; null for standard error.</summary>
    public TextWriter? LogTo { get; init; }

    /// <summary>After so long a page that is live hears that it still is, and it is looked at again whether it is for its reader.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where Cairn may fetch from.</summary>
    public OutboundRules Outbound { get; init; } = new();

    /// <summary>The certificate of https addresses; null where there are none.</summary>
    public CertificateFile? Certificate { get; init; }
}
