namespace Cairn.App.Access;

/// <summary>Where somebody goes on after a step between: a path of this very site, or none.</summary>
internal static class OwnPath
{
    private const int Longest = 500;

    /// <summary>The path; null where it leads elsewhere. "//host" and "/\host" lead to another site, and so may what is hidden behind a
    /// tab, a line's end or a percent sign.</summary>
    public static string? Of(string? path) =>
        path is { Length: > 0 and <= Longest } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && path.All(one => one is > ' ' and < '\u007f') && !path.Contains("%5c", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/%2f", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(new Uri("http://here.invalid"), path, out var whole) && whole.Host == "here.invalid" && whole.PathAndQuery.StartsWith('/')
            ? path : null;

    /// <summary>A question with the way back, as part of an address.</summary>
    public static string Question(string? back) => Of(back) is { } path ? $"?back={Uri.EscapeDataString(path)}" : "";
}
