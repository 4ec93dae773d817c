using System.Security.Cryptography;
using System.Text;

namespace Cairn.Storage.Districts;

/// <summary>Seals what must not be readable in the database or in a browser: keys of one-time codes, secrets of other systems, what
/// a cookie carries from one step to the next. Each opens only under the name it was sealed for.</summary>
public sealed class Secrets
{
    private const string Prefix = "secret/";

    private readonly Seal _seal;

    internal Secrets(Seal seal) => _seal = seal;

    /// <summary>Bytes, sealed for a name.</summary>
    public byte[] Close(ReadOnlySpan<byte> plain, string name) => _seal.Close(plain, Prefix + name);

    /// <summary>Opens sealed bytes; null where they were sealed for another name or by another key, or were touched.</summary>
    public byte[]? Open(ReadOnlySpan<byte> closed, string name)
    {
        try
        {
            return _seal.Open(closed, Prefix + name);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>So many bytes made of the key for a name: always the same, and nobody makes them without the key.</summary>
    public byte[] Derive(string name, int length) => _seal.Derive("derived/" + name, length);

    /// <summary>A text, sealed for a name, of letters that may stand in a cookie, a form or an address.</summary>
    public string CloseText(string plain, string name) => Base64Url(Close(Encoding.UTF8.GetBytes(plain), name));

    /// <summary>Opens a sealed text; null as <see cref="Open"/> says, or where it is no sealed text at all.</summary>
    public string? OpenText(string? closed, string name)
    {
        if (closed is not { Length: > 0 and < 8000 }) return null;
        try
        {
            return Open(System.Buffers.Text.Base64Url.DecodeFromChars(closed), name) is { } plain ? Encoding.UTF8.GetString(plain) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
