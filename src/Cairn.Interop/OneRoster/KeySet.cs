namespace Cairn.Interop.OneRoster;

/// <summary>What can be said of a key that a row points at.</summary>
internal enum KeyState
{
    /// <summary>It stands in its file.</summary>
    InForce,

    /// <summary>It stands there, and is inactive or to be deleted.</summary>
    LeftOut,

    /// <summary>It does not stand there.</summary>
    Unknown,

    /// <summary>Its file is missing or could not be read whole.</summary>
    CannotTell,
}

/// <summary>The keys of one file: each once, in force or not.</summary>
internal sealed class KeySet(string file = "")
{
    private readonly Dictionary<string, (ulong Content, bool IsInForce)> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Was the file there?</summary>
    public bool IsThere { get; set; }

    /// <summary>Was every row read?</summary>
    public bool IsWhole { get; private set; } = true;

    public KeyState Look(string key) =>
        _keys.TryGetValue(key, out var one) ? one.IsInForce ? KeyState.InForce : KeyState.LeftOut
        : IsThere && IsWhole && !_lost.Contains(key) ? KeyState.Unknown : KeyState.CannotTell;

    /// <summary>A key that only describes: one that is not known is odd, and nothing is there in its place.</summary>
    public string KnownOrNone(RosterTable table, string column, string key)
    {
        if (key.Length == 0) return "";
        switch (Look(key))
        {
            case KeyState.InForce: return key;
            case KeyState.LeftOut:
                table.Odd(column, $"{column} is inactive or to be deleted in {file}, and is left out here", "correct it, or make it active there", key);
                return "";
            case KeyState.Unknown:
                table.Odd(column, $"{column} is one of the keys in {file}; it is left out", $"correct it, or add it to {file}", key);
                return "";
            default:
                if (!IsThere) table.OddOnce(column, $"{file} is not there, so that {column} says nothing, here and below", $"add {file}");
                return "";
        }
    }

    /// <summary>Takes a row that could not be read: its key, or null where that is lost too.</summary>
    public void Lose(string? key)
    {
        if (key is null) IsWhole = false;
        else _lost.Add(key);
    }

    /// <summary>Takes a row's key. A second row with it is an error where it says something else, and odd where it says the same.</summary>
    /// <returns>Is it the first row with this key?</returns>
    public bool Add(RosterTable table, string key, bool isInForce)
    {
        var content = table.Content();
        if (_keys.TryAdd(key, (content, isInForce))) return true;
        if (_keys[key].Content == content) table.Odd("sourcedId", "the row stands there twice, and is taken once", "take one of the two out");
        else table.Wrong("sourcedId", $"sourcedId is used once in {table.File}", "two rows with it say different things: take one of the two out");
        return false;
    }
}
