using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cairn.App.Access;

/// <summary>How much one request may hold, and how long it may take to come. What is above is answered 413, 414, 431 or 400, and shortly.</summary>
internal sealed record RequestLimits
{
    /// <summary>The deepest JSON that is read.</summary>
    public const int JsonDepth = 64;

    public static RequestLimits Usual { get; } = new();

    /// <summary>Bytes of a body; a route that takes files says more for itself.</summary>
    public long Body { get; init; } = 1 << 20;

    /// <summary>Bytes of the first line, and with it of an address.</summary>
    public int Line { get; init; } = 8 << 10;

    /// <summary>Bytes of all headers.</summary>
    public int HeaderBytes { get; init; } = 24 << 10;

    public int Headers { get; init; } = 64;

    /// <summary>Connections at once; one more is closed.</summary>
    public long Connections { get; init; } = 10_000;

    /// <summary>Who has not sent their headers by then is cut off.</summary>
    public TimeSpan HeadersTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes a second that a body comes at least, and an answer is taken at least.</summary>
    public double Pace { get; init; } = 240;

    /// <summary>For so long a connection may be slower than that.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Fields of a form.</summary>
    public int Fields { get; init; } = 1000;

    public void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = Body;
        limits.MaxRequestLineSize = Line;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = Headers;
        limits.MaxConcurrentConnections = Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.RequestHeadersTimeout = HeadersTime;
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new MinDataRate(Pace, Grace);
    }

    public void Set(FormOptions form)
    {
        form.ValueCountLimit = Fields;
        form.KeyLengthLimit = 256;
        form.ValueLengthLimit = (int)Body;
        form.BufferBodyLengthLimit = form.MultipartBodyLengthLimit = Body;
        form.MultipartHeadersCountLimit = 8;
        form.MultipartHeadersLengthLimit = 4 << 10;
        form.MultipartBoundaryLengthLimit = 100;
    }
}
