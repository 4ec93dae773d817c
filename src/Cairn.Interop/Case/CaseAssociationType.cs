using System.Buffers;

namespace Cairn.Interop.Case;

/// <summary>The types of association in CASE 1.1, as it writes them.</summary>
public static class CaseAssociationType
{
    /// <summary>The origin stands under the destination.</summary>
    public const string IsChildOf = "isChildOf";

    /// <summary>The origin stands beside the destination.</summary>
    public const string IsPeerOf = "isPeerOf";

    /// <summary>The origin is a part of the destination.</summary>
    public const string IsPartOf = "isPartOf";

    /// <summary>Both say the same.</summary>
    public const string ExactMatchOf = "exactMatchOf";

    /// <summary>The origin is learned before the destination.</summary>
    public const string Precedes = "precedes";

    /// <summary>They have to do with each other.</summary>
    public const string IsRelatedTo = "isRelatedTo";

    /// <summary>The destination stands in the origin's place now.</summary>
    public const string ReplacedBy = "replacedBy";

    /// <summary>The destination is an example of the origin.</summary>
    public const string Exemplar = "exemplar";

    /// <summary>The destination says how far the origin goes.</summary>
    public const string HasSkillLevel = "hasSkillLevel";

    /// <summary>The origin says the destination in another language.</summary>
    public const string IsTranslationOf = "isTranslationOf";

    private static readonly SearchValues<char> OwnWord = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_|");

    /// <summary>All of them, in the standard's order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [IsChildOf, IsPeerOf, IsPartOf, ExactMatchOf, Precedes, IsRelatedTo, ReplacedBy, Exemplar, HasSkillLevel, IsTranslationOf];

    /// <summary>Is it one of CASE 1.1, or a publisher's own that begins with <c>ext:</c>?</summary>
    public static bool IsKnown(string type) => All.Contains(type, StringComparer.Ordinal) || IsOwn(type);

    internal static bool IsOwn(string text) =>
        text.StartsWith("ext:", StringComparison.Ordinal) && text.Length > 4 && text[4] != '-' && !text.AsSpan(4).ContainsAnyExcept(OwnWord);
}
