using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Cairn.Interop.Crypto;

/// <summary>A public key that signs notes, with its name: Ed25519.</summary>
/// <remarks>Source: C2SP signed-note, "Verifier keys"; RFC 8032 for Ed25519.</remarks>
/// <param name="Name">The key's name: not empty, without spaces and plus signs.</param>
/// <param name="Public">The public key, 32 bytes.</param>
public sealed record NoteKey(string Name, byte[] Public)
{
    /// <summary>How many bytes a public key has.</summary>
    public const int Length = 32;

    // The kind of signature in front of a key: 1 is Ed25519.
    internal const byte Kind = 1;

    /// <summary>The key's number: the first 4 bytes of SHA-256 over name, line feed, a byte 1 and the key. It tells keys of one name apart.</summary>
    public uint Number
    {
        get
        {
            byte[] named = [.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Kind, .. Public];
            return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(named));
        }
    }

    /// <summary>Name and number, 8 hexadecimal digits: what a signature names its key by.</summary>
    public string Id => $"{Name}+{Number.ToString("x8", CultureInfo.InvariantCulture)}";

    /// <summary>The key as one line, to be published: name, number and key.</summary>
    public string Text => $"{Id}+{Convert.ToBase64String([Kind, .. Public])}";

    /// <summary>May a key have this name?</summary>
    public static bool IsName(string name) => !string.IsNullOrEmpty(name) && name.EnumerateRunes().All(rune => rune.Value > ' ' && rune.Value is not ('+' or 0xFFFD) && !Rune.IsWhiteSpace(rune));

    /// <summary>Reads a key's line; null where it is none, or its number is not that of its key.</summary>
    public static NoteKey? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0])) return null;
        Span<byte> bytes = stackalloc byte[1 + Length + 1];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length != 1 + Length || bytes[0] != Kind) return null;
        var key = new NoteKey(parts[0], bytes[1..length].ToArray());
        return key.Text == text.Trim() ? key : null;
    }

    /// <summary>Is a signature this key's, over these bytes?</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="signature">The signature, 64 bytes; another length is none.</param>
    public bool Signed(byte[] message, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(signature);
        return Public.Length == Length && signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, Public, 0, message, 0, message.Length);
    }

    /// <summary>Is it the same key under the same name?</summary>
    public bool Equals(NoteKey? other) => other is not null && Name == other.Name && Public.AsSpan().SequenceEqual(other.Public);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Number);
}
