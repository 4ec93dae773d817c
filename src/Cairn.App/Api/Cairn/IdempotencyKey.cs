namespace Cairn.App.Api.Cairn;

/// <summary>
/// The key that names a write, so that asking again does it once (draft-ietf-httpapi-idempotency-key-header-07). The draft writes it as a
/// quoted string; it is taken without the quotes too.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 128;

    /// <summary>The key of a request; null where there is none, and not good where it is none that can be kept.</summary>
    public static (string? Key, bool IsGood) Of(HttpRequest request)
    {
        var sent = request.Headers[Header];
        if (sent.Count == 0) return (null, true);
        if (sent is not [{ } only]) return (null, false);
        var key = only is ['"', .. var inner, '"'] ? inner : only;
        return key.Length is > 0 and <= Longest && key.All(one => one is > ' ' and <= '~' and not '"' and not '\\') ? (key, true) : (null, false);
    }
}
