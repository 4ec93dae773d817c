using Cairn.App.Access;
using Cairn.App.Outbound;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.App.Running;

/// <summary>What the running of a site is made of: its log, its measures, its limits, and what stands before everything else.</summary>
internal static class RunningSetup
{
    public static void AddRunning(this WebApplicationBuilder builder, SiteOptions options, TimeProvider clock)
    {
        // A variable of the framework's would make it believe every proxy.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        builder.WebHost.ConfigureKestrel(options.Limits.Set);
        if (options.Certificate is { } certificate)
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
            {
                https.ServerCertificateSelector = (_, _) => certificate.Now;
                https.OnAuthenticate = (_, tls) => TlsSuites.Set(tls);
            }));
        var log = new Log(options.Log, options.LogTo);
        builder.Logging.ClearProviders().AddProvider(new LogProvider(log, clock)).SetMinimumLevel(LogLevel.Warning)
            // What keeps it from starting is said once, by the verb.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<FormOptions>(options.Limits.Set);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.MaxDepth = RequestLimits.JsonDepth);
        builder.Services.AddSingleton(options).AddSingleton(log).AddSingleton<Measures>().AddSingleton<RequestWatch>().AddSingleton<Draining>().AddSingleton<Readiness>();
        builder.Services.AddSingleton<Refusals>().AddSingleton<RateDoor>().AddSingleton(new SignInLimits(clock)).AddSingleton(_ => new OutboundClient(options.Outbound));
    }

    /// <summary>Before everything else: is it from here, how long does it take, whom did a proxy bring, and the headers of every answer.</summary>
    public static void UseFirst(this WebApplication app, SiteOptions options)
    {
        app.Use(FromHere.Note);
        app.Use(app.Services.GetRequiredService<RequestWatch>().Watch);
        app.UseProxies(options.Proxies);
        // Before whatever may refuse: no answer goes out without them.
        app.Use(Doors.Headers);
        app.Use(Doors.OneLength);
    }
}
