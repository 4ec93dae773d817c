namespace Cairn.App.Access;

/// <summary>A token in the Authorization header, and nowhere else: never in an address, where it would be written down on the way.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Does the request say in the header who it is, at the door of programs? A browser never adds that header by itself.</summary>
    public static bool IsOffered(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.Count > 0;

    /// <summary>The token; null where the header says something else, or is there twice.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ Length: > 7 and < 128 } only] && only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? only[Scheme.Length..] : null;
}
