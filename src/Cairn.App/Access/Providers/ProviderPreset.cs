namespace Cairn.App.Access.Providers;

/// <summary>What is known of systems that many districts sign in with. It fills the form; all of it can be changed.</summary>
/// <param name="Name">Its name in an address and at the command line.</param>
/// <param name="Title">The name on its button.</param>
/// <param name="Issuer">Its issuer; {tenant} stands for the tenant.</param>
/// <param name="Claim">The claim that most likely holds the roster's key; empty where it has none, so that people add it to their account themselves.</param>
/// <param name="TenantClaim">The claim that says from which district or domain somebody comes.</param>
internal sealed record ProviderPreset(string Name, string Title, string Issuer, string Claim, string TenantClaim)
{
    private const string Hole = "{tenant}";

    // Claims by which systems that are not known by name say where somebody comes from.
    private static readonly string[] UsualTenantClaims = ["hd", "tid", "tenant"];

    /// <summary>Those that are known.</summary>
    public static IReadOnlyList<ProviderPreset> All { get; } =
    [
        new("google", "Google", "https://accounts.google.com", "", "hd"),
        new("entra", "Microsoft", $"https://login.microsoftonline.com/{Hole}/v2.0", "employeeid", "tid"),
        new("clever", "Clever", "https://clever.com", "sub", "district"),
        new("classlink", "ClassLink", "https://launchpad.classlink.com", "sourcedId", "tenantId"),
    ];

    /// <summary>The one with a name; null for none.</summary>
    public static ProviderPreset? Named(string? name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>Its issuer for a tenant.</summary>
    public string IssuerFor(string tenant) => Issuer.Replace(Hole, tenant, StringComparison.Ordinal);

    /// <summary>The one that an issuer belongs to; null for none.</summary>
    public static ProviderPreset? Of(string issuer) => All.FirstOrDefault(one => one.Issuer.Contains(Hole, StringComparison.Ordinal)
        ? issuer.StartsWith(one.Issuer[..one.Issuer.IndexOf(Hole, StringComparison.Ordinal)], StringComparison.Ordinal) : issuer.TrimEnd('/') == one.Issuer);

    /// <summary>Does one issuer answer for many districts? Then its keys say nothing without the tenant.</summary>
    public static bool IsOfMany(string issuer) => Of(issuer) is not null;

    /// <summary>The claims that may say the tenant of an issuer.</summary>
    public static IReadOnlyList<string> TenantClaims(string issuer) => Of(issuer) is { } known ? [known.TenantClaim] : UsualTenantClaims;
}
