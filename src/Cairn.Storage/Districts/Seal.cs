using System.Security.Cryptography;
using System.Text;

namespace Cairn.Storage.Districts;

/// <summary>Seals connection strings in the directory by AES-256-GCM. The key stands beside the directory in a file that only its
/// owner may read, or in CAIRN_KEY where several nodes share the directory.</summary>
internal sealed class Seal
{
    public const string KeyFile = "directory.key";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;

    private Seal(byte[] key) => _key = key;

    /// <summary>The seal of a data folder; its key is made on first use.</summary>
    public static Seal Of(string folder, string? given)
    {
        if (!string.IsNullOrWhiteSpace(given)) return new Seal(Key(given.Trim(), "CAIRN_KEY"));
        var file = Path.Combine(folder, KeyFile);
        if (File.Exists(file)) return new Seal(Key(File.ReadAllText(file).Trim(), file));
        var made = RandomNumberGenerator.GetBytes(32);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // What is sealed by a key that a power cut takes is never opened again.
        using (var to = new FileStream(file, how))
        {
            to.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(made)));
            DiskFlush.File(to, file);
        }

        DiskFlush.Folder(folder);
        return new Seal(made);
    }

    /// <summary>A text, sealed; it opens only under the same name.</summary>
    public string Close(string text, string name) => Convert.ToBase64String(Close(Encoding.UTF8.GetBytes(text), name));

    /// <summary>Bytes, sealed; they open only under the same name.</summary>
    public byte[] Close(ReadOnlySpan<byte> plain, string name)
    {
        var whole = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(whole.AsSpan(0, NonceSize), plain, whole.AsSpan(NonceSize + TagSize), whole.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(name));
        return whole;
    }

    /// <summary>Opens a sealed text. Refuses where the key is another, or the text was touched.</summary>
    public string Open(string sealedText, string name)
    {
        try
        {
            return Encoding.UTF8.GetString(Open(Convert.FromBase64String(sealedText), name));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            throw new RefusedException($"The connection of {name} cannot be opened by this key. Bring back {KeyFile}, or set CAIRN_KEY as it was.", wrong);
        }
    }

    /// <summary>Opens sealed bytes.</summary>
    /// <exception cref="CryptographicException">The key or the name is another, or they were touched.</exception>
    public byte[] Open(ReadOnlySpan<byte> whole, string name)
    {
        if (whole.Length < NonceSize + TagSize) throw new CryptographicException("Too short to be sealed.");
        var plain = new byte[whole.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Decrypt(whole[..NonceSize], whole[(NonceSize + TagSize)..], whole.Slice(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(name));
        return plain;
    }

    /// <summary>Bytes made of the key for a name, by HKDF with SHA-256: always the same, and nobody makes them without the key.</summary>
    public byte[] Derive(string name, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, length, info: Encoding.UTF8.GetBytes(name));

    private static byte[] Key(string text, string from)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: 32 } key ? key : throw new RefusedException($"{from} is no key: 32 bytes in Base64.");
        }
        catch (FormatException wrong)
        {
            throw new RefusedException($"{from} is no key: 32 bytes in Base64.", wrong);
        }
    }
}
