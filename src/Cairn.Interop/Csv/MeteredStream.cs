namespace Cairn.Interop.Csv;

/// <summary>What is left of the bytes that all files together may have.</summary>
internal sealed class ByteBudget(long all)
{
    public long Left { get; set; } = all;
}

/// <summary>Reads a file and counts: what is too large, packed too densely or damaged ends with <see cref="InvalidDataException"/>.</summary>
/// <param name="open">Opens the bytes, when the first are asked for; closed with this.</param>
/// <param name="limits">What it may have.</param>
/// <param name="budget">What all files together may have.</param>
/// <param name="packed">Its size in the archive; null where it is in none.</param>
/// <param name="checksum">CRC-32 that the archive says; null where it is in none.</param>
internal sealed class MeteredStream(Func<Stream> open, SheetLimits limits, ByteBudget budget, long? packed, uint? checksum) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(one => Enumerable.Range(0, 8).Aggregate((uint)one, (sum, _) => (sum & 1) == 0 ? sum >> 1 : 0xEDB88320u ^ (sum >> 1)))];

    private Stream? _inner;
    private long _read;
    private uint _sum = uint.MaxValue;
    private int _fields;
    private bool _isQuoted;
    private bool _isFieldStart = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = Take(buffer);
        if (count == 0 && checksum is { } said && said != ~_sum && buffer.Length > 0) throw new InvalidDataException("the archive is damaged: this file is not what its checksum says");
        _read += count;
        budget.Left -= count;
        if (_read > limits.File) throw new InvalidDataException($"a file is at most {limits.FileText} when it is unpacked");
        if (budget.Left < 0) throw new InvalidDataException($"all files together are at most {limits.AllText} when they are unpacked");
        if (packed is { } size && _read > SheetLimits.RatioFrom && _read / Math.Max(1, size) >= limits.Ratio)
            throw new InvalidDataException($"a file unpacks to less than {limits.Ratio} times its packed size");
        Count(buffer[..count]);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner?.Dispose();
        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        try
        {
            return (_inner ??= open()).Read(buffer);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException("the archive is damaged: this file cannot be unpacked", wrong);
        }
    }

    // A quote counts where a field begins, or inside a quoted one: a stray quote does not hide the ends of rows.
    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            _sum = Table[(_sum ^ one) & 0xFF] ^ (_sum >> 8);
            if (one == '"' && (_isQuoted || _isFieldStart)) _isQuoted = !_isQuoted;
            if (!_isQuoted && one is (byte)'\n' or (byte)'\r') _fields = 0;
            else if (!_isQuoted && one == ',') _fields++;
            _isFieldStart = !_isQuoted && one is (byte)',' or (byte)'\n' or (byte)'\r';
            if (_fields > SheetLimits.Fields) throw new InvalidDataException($"a row has at most {SheetLimits.Fields} fields");
        }
    }
}
