using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cairn.Storage.Backups;

/// <summary>
/// Writes a row as one canonical line: <c>[["0190…"],12,null,"text"]</c>. Bytes are lower-case hexadecimal in brackets of their own, so
/// that they are no text; whole numbers have no fraction; in a text only quotation mark, backslash and what is below the space are
/// escaped. One row has one spelling, on every engine: its hash is then the row's.
/// </summary>
internal sealed class RowText
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private bool _isFirst = true;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Begin()
    {
        Put((byte)'[');
        _isFirst = true;
    }

    public void End() => _bytes.Write("]\n"u8);

    public void Nothing()
    {
        Next();
        _bytes.Write("null"u8);
    }

    public void Whole(long number)
    {
        Next();
        number.TryFormat(_bytes.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Next();
        _bytes.Write("[\""u8);
        Convert.TryToHexStringLower(bytes, _bytes.GetSpan(Math.Max(1, bytes.Length * 2)), out var written);
        _bytes.Advance(written);
        _bytes.Write("\"]"u8);
    }

    public void Id(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Bytes(bytes);
    }

    public void Moment(DateTime moment) => Whole((moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public void Text(string text)
    {
        Next();
        Put((byte)'"');
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            Plain(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Plain(rest);
        Put((byte)'"');
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(one => (char)one), '"', '\\']);

    private void Escape(char one)
    {
        if (one is '"' or '\\') _bytes.Write([(byte)'\\', (byte)one]);
        else _bytes.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}")));
    }

    private void Plain(ReadOnlySpan<char> text) => _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    private void Next()
    {
        if (!_isFirst) Put((byte)',');
        _isFirst = false;
    }

    private void Put(byte one)
    {
        _bytes.GetSpan(1)[0] = one;
        _bytes.Advance(1);
    }
}
