using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cairn.App.Tests.Outbound;

/// <summary>A server on two addresses of this machine: 127.0.0.2 stands for the open internet, 127.0.0.1 for what is inside.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    public const string Secret = "the inside";

    private readonly WebApplication _server;

    private FarSide(WebApplication server) => _server = server;

    public static IPAddress Open { get; } = IPAddress.Parse("127.0.0.2");

    public static IPAddress Inside { get; } = IPAddress.Loopback;

    public int Port => new Uri(_server.Urls.First()).Port;

    /// <summary>Who came, by the address they came to.</summary>
    public ConcurrentQueue<(IPAddress To, string Path, string Headers)> Came { get; } = new();

    public static async Task<FarSide> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        builder.WebHost.UseUrls("http://0.0.0.0:0");
        var server = builder.Build();
        var side = new FarSide(server);
        server.Run(async http =>
        {
            var to = http.Connection.LocalIpAddress!;
            side.Came.Enqueue((to, http.Request.Path + http.Request.QueryString, string.Join('\n', http.Request.Headers.Select(one => $"{one.Key}: {one.Value}"))));
            if (to.Equals(Inside)) await http.Response.WriteAsync(Secret);
            else await answer(http);
        });
        await server.StartAsync();
        return side;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
