namespace Cairn.House.Tests;

/// <summary>The names of the values that a message asks for, in all its branches.</summary>
internal sealed class MessageNames
{
    private readonly string _text;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _at;

    private MessageNames(string text) => _text = text;

    public static IReadOnlySet<string> Of(string text)
    {
        var reader = new MessageNames(text);
        reader.Parts();
        return reader._names;
    }

    private void Parts()
    {
        for (; _at < _text.Length && _text[_at] != '}'; _at++)
        {
            if (_text[_at] == '{') Braces();
            else if (_text[_at] == '\'' && _at + 1 < _text.Length && _text[_at + 1] is '{' or '}') _at = Math.Max(_at, _text.IndexOf('\'', _at + 1));
        }
    }

    // Ends on the closing brace.
    private void Braces()
    {
        _at++;
        var name = Word();
        // A term is the district's word, and nobody gives it.
        if (!name.StartsWith("term:", StringComparison.Ordinal)) _names.Add(name);
        if (_text[_at] == '}') return;
        _at++;
        Word();
        _at++;
        for (Word(); _text[_at] != '}'; Word())
        {
            _at++;
            Parts();
            _at++;
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('{' or '}' or ',')) _at++;
        return _text[start.._at].Trim();
    }
}
