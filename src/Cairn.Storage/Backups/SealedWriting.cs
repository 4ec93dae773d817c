using System.Security.Cryptography;

namespace Cairn.Storage.Backups;

/// <summary>Seals what is written to it. It is whole only after <see cref="Finish"/>.</summary>
internal sealed class SealedWriting : Stream
{
    private readonly Stream _to;
    private readonly SealHeader _header;
    private readonly AesGcm _cipher;
    private readonly byte[] _plain = new byte[SealHeader.ChunkSize];
    private readonly byte[] _closed = new byte[SealHeader.ChunkSize + SealHeader.TagSize];
    private int _filled;
    private uint _place;

    public SealedWriting(Stream to, Passphrase words)
    {
        _to = to;
        (_header, _cipher) = SealHeader.Make(words);
        to.Write(_header.Bytes);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits: it may be the last.
            if (_filled == _plain.Length) Send(isLast: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    public void Finish() => Send(isLast: true);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Send(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        _header.Nonce(nonce, _place, isLast);
        _cipher.Encrypt(nonce, _plain.AsSpan(0, _filled), _closed.AsSpan(0, _filled), _closed.AsSpan(_filled, SealHeader.TagSize), _header.Bytes);
        _to.Write(_closed.AsSpan(0, _filled + SealHeader.TagSize));
        _filled = 0;
        _place++;
    }
}
