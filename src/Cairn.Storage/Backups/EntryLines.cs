namespace Cairn.Storage.Backups;

/// <summary>The lines of an entry, each ended by a line feed.</summary>
internal sealed class EntryLines(Stream from)
{
    /// <summary>The longest line, in bytes: no row of a record comes near it.</summary>
    private const int Longest = 64 << 20;

    private byte[] _buffer = new byte[1 << 17];
    private int _at;
    private int _end;
    private int _length;

    /// <summary>The line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_at - _length - 1, _length);

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        var looked = 0;
        while (true)
        {
            if (_buffer.AsSpan(_at + looked, _end - _at - looked).IndexOf((byte)'\n') is var found and >= 0)
            {
                _length = looked + found;
                _at += _length + 1;
                return true;
            }

            looked = _end - _at;
            if (_at > 0)
            {
                _buffer.AsSpan(_at, looked).CopyTo(_buffer);
                (_at, _end) = (0, looked);
            }

            if (_end == _buffer.Length) Array.Resize(ref _buffer, looked < Longest ? _buffer.Length * 2 : throw BackupArchive.Crafted("it holds a line of an absurd length"));
            var read = from.Read(_buffer.AsSpan(_end));
            if (read == 0) return looked == 0 ? false : throw BackupArchive.Crafted("it holds a line without an end");
            _end += read;
        }
    }
}
