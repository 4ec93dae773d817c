using System.Text;

namespace Cairn.App.Cli;

/// <summary>Lines of JSON: ended by a line feed alone, since a carriage return is white space in JSON, and no longer than can be answered.</summary>
internal sealed class RuleLines(TextReader from)
{
    /// <summary>The longest line that is read, in characters. A longer one is cut there, and so is malformed.</summary>
    public const int Longest = 1_000_000;

    private readonly char[] _read = new char[1 << 14];
    private int _at;
    private int _count;

    /// <summary>The next line without its end; null at the end of the input.</summary>
    public async Task<string?> Next(CancellationToken cancel)
    {
        var line = new StringBuilder();
        var isAny = false;
        while (_at < _count || await Fill(cancel))
        {
            isAny = true;
            var end = Array.IndexOf(_read, '\n', _at, _count - _at);
            var upTo = end < 0 ? _count : end;
            line.Append(_read, _at, Math.Min(upTo - _at, Math.Max(0, Longest - line.Length)));
            _at = end < 0 ? _count : end + 1;
            if (end >= 0) break;
        }

        return isAny ? line.ToString().TrimEnd('\r') : null;
    }

    private async Task<bool> Fill(CancellationToken cancel)
    {
        (_at, _count) = (0, await from.ReadAsync(_read, cancel));
        return _count > 0;
    }
}
