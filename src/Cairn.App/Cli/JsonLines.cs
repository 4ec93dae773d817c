using System.Text;

namespace Cairn.App.Cli;

/// <summary>Lines of JSON: ended by a line feed alone, since a carriage return is white space in JSON, and no longer than can be answered. One line is held at a time.</summary>
/// <param name="from">Where they are read.</param>
/// <param name="longest">The longest line that is read, in characters. A longer one is cut there, and so is malformed.</param>
/// <param name="atOnce">So many characters are read at once, if they are there.</param>
internal sealed class JsonLines(TextReader from, int longest = JsonLines.Longest, int atOnce = 1 << 14)
{
    /// <summary>The longest line of a question to a rule, in characters.</summary>
    public const int Longest = 1_000_000;

    private readonly char[] _read = new char[atOnce];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _count;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Was the line that was read last cut?</summary>
    public bool IsCut { get; private set; }

    /// <summary>Was the next line read already, so that it need not be waited for?</summary>
    public bool IsNextHere => Array.IndexOf(_read, '\n', _at, _count - _at) >= 0;

    /// <summary>The next line without its end, and without a byte order mark; null at the end of the input.</summary>
    public async Task<string?> Next(CancellationToken cancel)
    {
        _line.Clear();
        var (isAny, many) = (false, 0L);
        while (_at < _count || await Fill(cancel))
        {
            isAny = true;
            var end = Array.IndexOf(_read, '\n', _at, _count - _at);
            var upTo = end < 0 ? _count : end;
            _line.Append(_read, _at, Math.Min(upTo - _at, Math.Max(0, longest - _line.Length)));
            many += upTo - _at;
            _at = end < 0 ? _count : end + 1;
            if (end >= 0) break;
        }

        if (!isAny) return null;
        (Number, IsCut) = (Number + 1, many > longest);
        var line = _line.ToString().TrimEnd('\r');
        return Number == 1 ? line.TrimStart('\uFEFF') : line;
    }

    private async Task<bool> Fill(CancellationToken cancel)
    {
        (_at, _count) = (0, await from.ReadAsync(_read, cancel));
        return _count > 0;
    }
}
