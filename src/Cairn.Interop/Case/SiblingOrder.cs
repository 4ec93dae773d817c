namespace Cairn.Interop.Case;

/// <summary>The order of siblings: sequence number, list enumeration, place in the file.</summary>
internal sealed class SiblingOrder : IComparer<CaseBranch>
{
    private readonly Dictionary<CaseBranch, (decimal? Number, string? Text)> _keys = [];

    public int Compare(CaseBranch? x, CaseBranch? y)
    {
        var (one, other) = (KeyOf(x!), KeyOf(y!));
        var byNumber = Last(one.Number is null, other.Number is null) ?? (one.Number is { } first && other.Number is { } second ? first.CompareTo(second) : 0);
        if (byNumber != 0) return byNumber;
        var byText = Last(one.Text is null, other.Text is null) ?? (one.Text is { } left && other.Text is { } right ? Natural(left, right) : 0);
        return byText != 0 ? byText : x!.Index.CompareTo(y!.Index);
    }

    /// <summary>Compares texts, runs of digits as numbers: 2 before 10, 1.9 before 1.10.</summary>
    public static int Natural(string one, string other)
    {
        int i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (char.IsAsciiDigit(one[i]) && char.IsAsciiDigit(other[j]))
            {
                var left = Digits(one, ref i);
                var right = Digits(other, ref j);
                var byNumber = left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.CompareTo(right, StringComparison.Ordinal);
                if (byNumber != 0) return byNumber;
                continue;
            }

            var byLetter = char.ToUpperInvariant(one[i++]).CompareTo(char.ToUpperInvariant(other[j++]));
            if (byLetter != 0) return byLetter;
        }

        return (one.Length - i).CompareTo(other.Length - j);
    }

    private static int? Last(bool isOneMissing, bool isOtherMissing) => isOneMissing == isOtherMissing ? null : isOneMissing ? 1 : -1;

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }

    private (decimal? Number, string? Text) KeyOf(CaseBranch branch)
    {
        if (!_keys.TryGetValue(branch, out var key))
            _keys[branch] = key = (branch.By?.SequenceNumber, branch.Item.ListEnumeration is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null);
        return key;
    }
}
