using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Cairn.Interop.Crypto;

/// <summary>A key that signs notes, with its secret half.</summary>
/// <remarks>Source: RFC 8032 (Ed25519); the line is that of Go's note package, which C2SP signed-note comes from.</remarks>
public sealed class NoteSigner
{
    private const string Begin = "PRIVATE+KEY+";

    private readonly byte[] _secret;

    private NoteSigner(string name, byte[] secret)
    {
        _secret = secret;
        var open = new byte[NoteKey.Length];
        Ed25519.GeneratePublicKey(secret, 0, open, 0);
        Key = new NoteKey(name, open);
    }

    /// <summary>The half that everybody may know.</summary>
    public NoteKey Key { get; }

    /// <summary>The whole key as one line, to be kept secret.</summary>
    public string Text => $"{Begin}{Key.Id}+{Convert.ToBase64String([NoteKey.Kind, .. _secret])}";

    /// <summary>A new key of 256 random bits.</summary>
    /// <param name="name">Its name: not empty, without spaces and plus signs.</param>
    /// <exception cref="ArgumentException">That is no name for a key.</exception>
    public static NoteSigner New(string name) =>
        NoteKey.IsName(name) ? new NoteSigner(name, RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize)) : throw new ArgumentException("A key's name has no spaces and no plus signs.", nameof(name));

    /// <summary>Reads a key's line; null where it is none, or its number is not that of its key.</summary>
    public static NoteSigner? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.Trim();
        if (!line.StartsWith(Begin, StringComparison.Ordinal)) return null;
        var parts = line[Begin.Length..].Split('+', 3);
        if (parts.Length != 3 || !NoteKey.IsName(parts[0])) return null;
        Span<byte> bytes = stackalloc byte[1 + Ed25519.SecretKeySize + 1];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length != 1 + Ed25519.SecretKeySize || bytes[0] != NoteKey.Kind) return null;
        var signer = new NoteSigner(parts[0], bytes[1..length].ToArray());
        return signer.Text == line ? signer : null;
    }

    /// <summary>Signs bytes: 64 bytes, the same each time.</summary>
    public byte[] Sign(byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_secret, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
