namespace Cairn.App.Outbound;

/// <summary>Why something was not fetched.</summary>
internal enum OutboundFault
{
    None,

    /// <summary>No address that can be fetched: not https, with a name or password in it, or none at all.</summary>
    Address,

    /// <summary>It leads to this machine, or into a network that is not the open internet.</summary>
    Inside,

    /// <summary>The host is not there, or does not answer, or its certificate is not its own.</summary>
    Unreachable,

    /// <summary>It was sent on too often, or what was sent may not be sent on.</summary>
    Redirect,

    /// <summary>It was answered by something other than 200.</summary>
    Status,

    /// <summary>It is not of a type that was asked for, or it is packed.</summary>
    Type,

    TooLarge,

    TooSlow,
}

/// <summary>The guard stopped a request. Libraries take it for a failed one.</summary>
internal sealed class OutboundRefusedException(OutboundFault fault, Exception? inner = null) : HttpRequestException($"Not fetched: {fault}.", inner)
{
    public OutboundFault Fault => fault;
}
