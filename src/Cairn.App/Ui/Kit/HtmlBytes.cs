using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Cairn.App.Ui.Kit;

/// <summary>HTML written as UTF-8 into one rented buffer, for pages of thousands of cells: a component a cell would take longer than the cells.</summary>
internal sealed class HtmlBytes : IDisposable
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>A text as it stands between tags or in quotation marks, ready to be written raw.</summary>
    public static byte[] Encoded(string text) => Encoding.UTF8.GetBytes(Encoder.Encode(text));

    /// <summary>Writes what is HTML already.</summary>
    public HtmlBytes Raw(ReadOnlySpan<byte> html)
    {
        html.CopyTo(Room(html.Length));
        _length += html.Length;
        return this;
    }

    /// <summary>Writes what somebody wrote, as text.</summary>
    public HtmlBytes Text(string text)
    {
        var encoded = Encoder.Encode(text);
        _length += Encoding.UTF8.GetBytes(encoded, Room(Encoding.UTF8.GetMaxByteCount(encoded.Length)));
        return this;
    }

    public HtmlBytes Int(int number)
    {
        Utf8Formatter.TryFormat(number, Room(11), out var written);
        _length += written;
        return this;
    }

    public HtmlBytes Id(Guid id)
    {
        Utf8Formatter.TryFormat(id, Room(32), out var written, 'N');
        _length += written;
        return this;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private Span<byte> Room(int wanted)
    {
        if (_bytes.Length - _length >= wanted) return _bytes.AsSpan(_length);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + wanted));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        return _bytes.AsSpan(_length);
    }
}
