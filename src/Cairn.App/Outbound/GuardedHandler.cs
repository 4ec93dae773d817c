using System.Net;
using System.Net.Sockets;

namespace Cairn.App.Outbound;

/// <summary>
/// The one way out. A host's addresses are looked up once for a connection; where one of them is not of the open internet, none is used;
/// and the connection is made to those very addresses, so that a second answer of the name server changes nothing. Every hop of a
/// redirect goes through the same. No cookies, no proxy of the environment, no password in an address, nothing unpacked.
/// </summary>
internal sealed class GuardedHandler : HttpMessageHandler
{
    private readonly OutboundRules _rules;
    private readonly HttpMessageInvoker _inner;

    public GuardedHandler(OutboundRules rules)
    {
        _rules = rules;
        _inner = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None, ConnectCallback = Connect, ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxConnectionsPerServer = 8, MaxResponseHeadersLength = 32, MaxResponseDrainSize = 0,
        });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_rules.Longest);
        try
        {
            return await Follow(request, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OutboundRefusedException(OutboundFault.TooSlow, late);
        }
        catch (HttpRequestException wrong) when (wrong is not OutboundRefusedException)
        {
            // What the guard said while it connected lies within what the client says.
            throw wrong.InnerException as OutboundRefusedException ?? new OutboundRefusedException(OutboundFault.Unreachable, wrong);
        }
        catch (IOException cut)
        {
            throw new OutboundRefusedException(OutboundFault.Unreachable, cut);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> Follow(HttpRequestMessage request, CancellationToken cancel)
    {
        var at = request;
        for (var hop = 0; ; hop++)
        {
            Check(at.RequestUri);
            var response = await _inner.SendAsync(at, cancel);
            try
            {
                if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect) || response.Headers.Location is not { } to)
                    return await Whole(response, cancel);
                if (hop == _rules.Redirects || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)) throw new OutboundRefusedException(OutboundFault.Redirect);
                at = Next(at, to);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
        }
    }

    private void Check(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true } || address.UserInfo.Length > 0 || address.Host.Length == 0) throw new OutboundRefusedException(OutboundFault.Address);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && _rules.IsPlainAllowed)) throw new OutboundRefusedException(OutboundFault.Address);
    }

    // What proves who asks stays with the host that it was given for.
    private static HttpRequestMessage Next(HttpRequestMessage from, Uri to)
    {
        var next = new HttpRequestMessage(from.Method, new Uri(from.RequestUri!, to)) { Version = from.Version, VersionPolicy = from.VersionPolicy };
        var isSameHost = Uri.Compare(from.RequestUri, next.RequestUri, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
        foreach (var header in from.Headers)
            if (isSameHost || !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) next.Headers.TryAddWithoutValidation(header.Key, header.Value);
        next.Headers.Host = null;
        return next;
    }

    // The whole answer is taken here, within the limits of size and time: whoever asked reads what is there.
    private async Task<HttpResponseMessage> Whole(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > _rules.Most) throw new OutboundRefusedException(OutboundFault.TooLarge);
        var bytes = new MemoryStream();
        await using (var from = await response.Content.ReadAsStreamAsync(cancel))
        {
            var part = new byte[16 << 10];
            while (await from.ReadAsync(part, cancel) is > 0 and var read)
            {
                if (bytes.Length + read > _rules.Most) throw new OutboundRefusedException(OutboundFault.TooLarge);
                bytes.Write(part, 0, read);
            }
        }

        var content = new ByteArrayContent(bytes.GetBuffer(), 0, (int)bytes.Length);
        foreach (var header in response.Content.Headers) content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = content;
        return response;
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext to, CancellationToken cancel)
    {
        var addresses = await Addresses(to.DnsEndPoint.Host, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> Addresses(string host, CancellationToken cancel)
    {
        IPAddress[] found;
        try
        {
            found = IPAddress.TryParse(host.Trim('[', ']'), out var written) ? [written] : await _rules.Resolve(host, cancel);
        }
        catch (SocketException unknown)
        {
            throw new OutboundRefusedException(OutboundFault.Unreachable, unknown);
        }

        if (found.Length == 0) throw new OutboundRefusedException(OutboundFault.Unreachable);
        return Array.TrueForAll(found, _rules.MayReach) ? found : throw new OutboundRefusedException(OutboundFault.Inside);
    }
}
