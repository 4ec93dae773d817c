using System.Security.Cryptography;

namespace Cairn.Interop.Crypto;

/// <summary>A short form of a public key that people can compare by eye or by telephone.</summary>
public static class KeyPrint
{
    private const int Bytes = 10;

    /// <summary>The first ten bytes of SHA-256 over the public key, in five groups of four hexadecimal digits.</summary>
    public static string Of(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(key.Public).AsSpan(0, Bytes)).ToCharArray().Chunk(4).Select(one => new string(one)));
    }
}
