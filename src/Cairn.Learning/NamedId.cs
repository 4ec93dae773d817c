using System.Security.Cryptography;
using System.Text;

namespace Cairn.Learning;

/// <summary>
/// Ids made from names (UUID version 5, RFC 9562 section 5.5), so that the same row of the same source is the
/// same fact, however often it is imported.
/// </summary>
public static class NamedId
{
    private static readonly Guid Cairn = new("6f0c1f0e-6d0b-5a52-9a3c-0c6b2b1a7e11");

    /// <summary>The id of a name made of parts, in Cairn's own name space.</summary>
    /// <param name="parts">The parts, outermost first, such as source, kind of file and key. A part may be empty.</param>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        // Parts are length-prefixed, so that ("a", "bc") and ("ab", "c") are different names.
        var name = new StringBuilder();
        foreach (var part in parts)
            name.Append(part.Length).Append(':').Append(part).Append('/');
        return InNamespace(Cairn, name.ToString());
    }

    /// <summary>The version 5 UUID of a name in a name space (RFC 9562).</summary>
    /// <param name="space">The name space.</param>
    /// <param name="name">The name, hashed as UTF-8.</param>
    public static Guid InNamespace(Guid space, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        Span<byte> input = new byte[16 + text.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 9562 names SHA-1; the id names, it does not protect
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
