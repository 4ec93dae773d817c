using System.Security.Cryptography;

namespace Cairn.Storage.Backups;

/// <summary>An entry of an archive, no longer than it may be; at its end its length and hash are those that the manifest says.</summary>
internal sealed class CheckedEntry(Stream from, string name, long bytes, string sha256) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;
    private bool _isChecked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => bytes;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _isChecked) return 0;
        int read;
        try
        {
            read = from.Read(buffer);
        }
        catch (InvalidDataException wrong)
        {
            throw new RefusedException(BackupArchive.Crafted($"{name} cannot be read").Message, wrong);
        }

        _hash.AppendData(buffer[..read]);
        _read += read;
        if (_read > bytes) throw BackupArchive.Crafted($"{name} is longer than the manifest says");
        if (read == 0) Check();
        return read;
    }

    /// <summary>Reads what is left, so that all of it was looked at.</summary>
    public void ReadToEnd()
    {
        var buffer = new byte[1 << 16];
        while (Read(buffer) > 0) { }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            from.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check()
    {
        _isChecked = true;
        if (_read != bytes || Convert.ToHexStringLower(_hash.GetHashAndReset()) != sha256) throw BackupArchive.Crafted($"{name} is not what the manifest says");
    }
}
