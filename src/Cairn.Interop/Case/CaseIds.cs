namespace Cairn.Interop.Case;

/// <summary>Compares identifiers: UUIDs without case (RFC 9562), any other text as it is.</summary>
internal sealed class CaseIds : IEqualityComparer<string>
{
    public static readonly CaseIds Same = new();

    public bool Equals(string? x, string? y) =>
        string.Equals(x, y, StringComparison.Ordinal) || (string.Equals(x, y, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(x, "D", out _));

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(obj);
}
