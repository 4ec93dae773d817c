namespace Cairn.App.Outbound;

/// <summary>What was fetched, or why it was not.</summary>
/// <param name="Fault">Why not; None where it was.</param>
/// <param name="Type">Its type as the other side says it, without parameters.</param>
/// <param name="Bytes">The whole of it.</param>
internal sealed record Fetched(OutboundFault Fault, string Type, byte[] Bytes)
{
    public static Fetched Not(OutboundFault why) => new(why, "", []);
}

/// <summary>Fetches from elsewhere, through the guard. Nothing else in Cairn makes a client of its own: whoever needs one for a library takes <see cref="Client"/>.</summary>
internal sealed class OutboundClient : IDisposable
{
    public OutboundClient(OutboundRules rules) => Client = new HttpClient(new GuardedHandler(rules), disposeHandler: true) { MaxResponseContentBufferSize = rules.Most, DefaultRequestHeaders = { { "User-Agent", "Cairn" } } };

    /// <summary>For libraries that ask for a client, such as those of sign-in; it throws <see cref="OutboundRefusedException"/>.</summary>
    public HttpClient Client { get; }

    /// <summary>Fetches what an address that somebody gave leads to.</summary>
    /// <param name="address">The address, as it was given.</param>
    /// <param name="types">Types that are taken, such as "application/json"; a type that ends in * stands for all that begin so.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Fetched> Fetch(string address, IReadOnlyList<string> types, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return Fetched.Not(OutboundFault.Address);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await Client.SendAsync(request, cancel);
            if (response.StatusCode != System.Net.HttpStatusCode.OK) return Fetched.Not(OutboundFault.Status);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            if (response.Content.Headers.ContentEncoding.Count > 0 || !types.Any(one => Fits(type, one))) return Fetched.Not(OutboundFault.Type);
            return new Fetched(OutboundFault.None, type, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (OutboundRefusedException refused)
        {
            return Fetched.Not(refused.Fault);
        }
    }

    public void Dispose() => Client.Dispose();

    private static bool Fits(string type, string wanted) =>
        wanted.EndsWith('*') ? type.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase) : type.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
