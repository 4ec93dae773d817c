using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cairn.App.Access;

/// <summary>Under what address links in letters lead here: CAIRN_URL, else a host name of the district, else where the program listens.
/// Never what a request says: whoever sends one chooses its Host.</summary>
internal sealed class SiteAddress(IServer server)
{
    public const string Variable = "CAIRN_URL";

    /// <summary>The address without a slash at its end.</summary>
    /// <param name="served">The district.</param>
    public string Of(Served served)
    {
        if (Root(Environment.GetEnvironmentVariable(Variable)) is { } said) return said;
        if (served.District is { } district && served.Folder.HostsOf(district.Name) is [var host, ..]) return $"https://{host}";
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return Root(listening?.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)) ?? Site.DefaultUrl;
    }

    /// <summary>An http or https address of a site; null where it is none.</summary>
    public static string? Root(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.Scheme == "http") ? uri.GetLeftPart(UriPartial.Authority) : null;
}
