using Cairn.TestIssuer;

// A provider of OpenID Connect for tests, as a process of its own: a real one at its root, and one that forges under /forge.
// It says its address in one line, and ends when its standard input does.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
await using var memory = RealIssuer.Add(builder.Services);
await using var site = builder.Build();
// One at a time: all share the one connection that holds the database in memory.
using var gate = new SemaphoreSlim(1, 1);
site.Use(async (http, next) =>
{
    await gate.WaitAsync(http.RequestAborted);
    try
    {
        await next(http);
    }
    finally
    {
        gate.Release();
    }
});
site.UseRouting();
site.UseAuthentication();
await RealIssuer.Map(site);
Forger.Map(site);
await site.StartAsync();
await Console.Out.WriteLineAsync(site.Urls.First());
await Console.Out.FlushAsync();
await Console.In.ReadToEndAsync();
await site.StopAsync();
