using System.Security.Cryptography;

namespace Cairn.Storage.Backups;

/// <summary>Opens a sealed archive anywhere in it, chunk by chunk: nothing is given out that was not authenticated, and nothing opened is
/// ever written to a disk.</summary>
internal sealed class SealedReading : Stream
{
    private const int Whole = SealHeader.ChunkSize + SealHeader.TagSize;

    private readonly Stream _from;
    private readonly SealHeader _header;
    private readonly AesGcm _cipher;
    private readonly byte[] _plain = new byte[SealHeader.ChunkSize];
    private readonly byte[] _closed = new byte[Whole];
    private readonly uint _last;
    private long _open = -1;
    private int _filled;

    /// <param name="from">The archive, which can seek; closed with this.</param>
    /// <param name="words">The passphrase.</param>
    /// <exception cref="RefusedException">The passphrase is another, or the archive was cut off.</exception>
    public SealedReading(Stream from, Passphrase words)
    {
        _from = from;
        var bytes = new byte[SealHeader.Size];
        from.Position = 0;
        if (from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length || from.Length < SealHeader.Size + SealHeader.TagSize) throw Damaged();
        (_header, _cipher) = SealHeader.Open(bytes, words);
        var sealedLength = from.Length - SealHeader.Size;
        var chunks = (sealedLength + Whole - 1) / Whole;
        if (chunks - 1 > uint.MaxValue || sealedLength - (chunks - 1) * Whole < SealHeader.TagSize) throw Damaged();
        _last = (uint)(chunks - 1);
        Length = sealedLength - chunks * SealHeader.TagSize;
        // The end says first whether anything was cut off.
        Load(_last);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty) return 0;
        var place = Position / SealHeader.ChunkSize;
        if (_open != place) Load((uint)place);
        var from = (int)(Position % SealHeader.ChunkSize);
        var taken = Math.Min(buffer.Length, _filled - from);
        _plain.AsSpan(from, taken).CopyTo(buffer);
        Position += taken;
        return taken;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };
        return to < 0 ? throw new IOException("The archive has no such place.") : Position = to;
    }

    public override void Flush() { }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            _from.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Load(uint place)
    {
        _from.Position = SealHeader.Size + (long)place * Whole;
        var length = _from.ReadAtLeast(_closed, place == _last ? (int)(_from.Length - _from.Position) : Whole, throwOnEndOfStream: false) - SealHeader.TagSize;
        Span<byte> nonce = stackalloc byte[12];
        _header.Nonce(nonce, place, place == _last);
        try
        {
            if (length < 0) throw Damaged();
            _open = -1;
            _cipher.Decrypt(nonce, _closed.AsSpan(0, length), _closed.AsSpan(length, SealHeader.TagSize), _plain.AsSpan(0, length), _header.Bytes);
            (_open, _filled) = (place, length);
        }
        catch (CryptographicException wrong)
        {
            throw Damaged(wrong);
        }
    }

    private static RefusedException Damaged(Exception? why = null) => new("The sealed archive is damaged: it was cut off, or bytes of it were changed. Use another one.", why);
}
