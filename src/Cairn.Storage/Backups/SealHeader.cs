using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cairn.Storage.Backups;

/// <summary>
/// The first 64 bytes of a sealed archive: what it is, how the key is made from the passphrase, and how its chunks are numbered. All of it
/// is authenticated with every chunk. The scheme is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: a chunk's nonce
/// holds its place and whether it is the last, so that none can be left out, put elsewhere or cut off.
/// </summary>
internal sealed class SealHeader
{
    public const int Size = 64;
    public const int TagSize = 16;
    public const int ChunkSize = 1 << 16;

    // What RFC 9106 asks for where memory is not plenty.
    private const int UsualMemoryKiB = 64 << 10;
    private const int UsualPasses = 3;
    private const int UsualLanes = 4;

    // A header that somebody made must not take the machine down.
    private const int MostMemoryKiB = 512 << 10;
    private const int MostPasses = 16;
    private const int MostLanes = 16;
    private const int LeastMemoryKiB = 8 << 10;

    private static readonly byte[] Mark = "CAIRN-SEALED\u0001\u0001"u8.ToArray();

    private readonly byte[] _bytes;

    private SealHeader(byte[] bytes) => _bytes = bytes;

    public int MemoryKiB => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(14));

    public int Passes => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(18));

    public int Lanes => _bytes[22];

    public byte[] Salt => _bytes[24..40];

    public ReadOnlySpan<byte> Bytes => _bytes;

    private Span<byte> Check => _bytes.AsSpan(48, 16);

    /// <summary>Is it the beginning of a sealed archive?</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start.StartsWith(Mark.AsSpan(0, 12));

    /// <summary>A new header with its cipher.</summary>
    public static (SealHeader Header, AesGcm Cipher) Make(Passphrase words)
    {
        var bytes = new byte[Size];
        Mark.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(14), UsualMemoryKiB);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(18), UsualPasses);
        bytes[22] = UsualLanes;
        bytes[23] = 16;
        RandomNumberGenerator.Fill(bytes.AsSpan(24, 23));
        var header = new SealHeader(bytes);
        var key = words.Key(header);
        header.CheckOf(key).CopyTo(header.Check);
        return (header, CipherOf(key));
    }

    /// <summary>Reads a header and opens it.</summary>
    /// <exception cref="RefusedException">It is of another kind, asks for too much, or the passphrase is another.</exception>
    public static (SealHeader Header, AesGcm Cipher) Open(byte[] bytes, Passphrase words)
    {
        var header = new SealHeader(bytes);
        if (bytes.Length != Size || !bytes.AsSpan().StartsWith(Mark) || bytes[23] != 16) throw new RefusedException("The archive is sealed in a way that this cairn does not know. Use a newer one.");
        if (header.MemoryKiB is < LeastMemoryKiB or > MostMemoryKiB || header.Passes is < 1 or > MostPasses || header.Lanes is < 1 or > MostLanes)
            throw new RefusedException("The archive asks for more memory or time than any archive needs. It is damaged, or somebody made it. Use another one.");
        var key = words.Key(header);
        return CryptographicOperations.FixedTimeEquals(header.CheckOf(key), header.Check) ? (header, CipherOf(key))
            : throw new RefusedException("The passphrase is not the one that this archive was sealed with.");
    }

    /// <summary>The nonce of a chunk: seven bytes of this archive alone, the chunk's place, and whether it is the last.</summary>
    public void Nonce(Span<byte> nonce, uint place, bool isLast)
    {
        _bytes.AsSpan(40, 7).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[7..], place);
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }

    // Over the header before it, so that another way of making the key is seen at once.
    private byte[] CheckOf(byte[] key) => HMACSHA256.HashData(key, (byte[])[.. "check"u8, .. _bytes.AsSpan(0, 48)])[..16];

    private static AesGcm CipherOf(byte[] key) => new(HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "cairn backup"u8.ToArray()), TagSize);
}
