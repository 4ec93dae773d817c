using System.Text;

namespace Cairn.Interop.Csv;

/// <summary>Reads text and stops at a line that is longer than any row: millions of commas would fill the memory before the row ends.</summary>
internal sealed class RowGuard(Stream stream) : StreamReader(stream, new UTF8Encoding(true), detectEncodingFromByteOrderMarks: false, 1 << 16)
{
    /// <summary>The longest line, in characters.</summary>
    public const int Longest = 4_000_000;

    private int _length;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = base.Read(buffer, index, count);
        var text = buffer.AsSpan(index, read);
        var last = text.LastIndexOf('\n');
        // A line within one buffer cannot be too long: only what is left open counts.
        _length = last < 0 ? _length + read : read - last - 1;
        return _length <= Longest ? read : throw new RowTooLongException();
    }

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) => await Task.FromResult(Read(buffer, index, count)).ConfigureAwait(false);
}

/// <summary>A line is longer than any row.</summary>
internal sealed class RowTooLongException : Exception;
