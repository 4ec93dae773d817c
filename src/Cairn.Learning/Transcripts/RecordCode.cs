namespace Cairn.Learning.Transcripts;

/// <summary>The code that an issued record is looked up by: eight signs in two groups, such as 7KQ2-M9XD, without signs that look alike. Source: Crockford's base 32.</summary>
public static class RecordCode
{
    /// <summary>How many random bytes make a code.</summary>
    public const int Bytes = 5;

    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    /// <summary>A code of five bytes.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException("A code is made of five bytes.", nameof(random));
        var number = 0UL;
        foreach (var one in random) number = (number << 8) | one;
        Span<char> signs = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, number >>= 5) signs[i] = Signs[(int)(number & 31)];
        return $"{signs[..4]}-{signs[4..]}";
    }

    /// <summary>Reads what somebody typed from paper: small letters, spaces and look-alikes are taken for what they mean; null where it is no code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        Span<char> signs = stackalloc char[Length];
        var at = 0;
        foreach (var one in typed)
        {
            if (one is ' ' or '-' or '\u2011' or '\u2013') continue;
            var sign = char.ToUpperInvariant(one) switch { 'O' => '0', 'I' or 'L' => '1', var same => same };
            if (at == Length || !Signs.Contains(sign, StringComparison.Ordinal)) return null;
            signs[at++] = sign;
        }

        return at == Length ? $"{signs[..4]}-{signs[4..]}" : null;
    }
}
