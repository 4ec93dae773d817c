using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>Which column stands where. Names are taken without case and signs, by a known other word, or by the one near name; each of these is warned of.</summary>
internal sealed class RosterHeader
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly string[] _written;
    private readonly FaultList _faults;
    private readonly RosterColumns _columns;

    private RosterHeader(string[] cells, RosterColumns columns, FaultList faults)
    {
        (_written, _columns, _faults) = ([.. cells.Select(cell => cell.Trim())], columns, faults);
        Secrets = [.. Enumerable.Range(0, cells.Length).Where(at => SecretColumn.Is(_written[at]))];
    }

    /// <summary>Where secrets stand.</summary>
    public List<int> Secrets { get; }

    /// <summary>How many fields a row has.</summary>
    public int Width => _written.Length;

    /// <summary>Fields up to the last column that has a name: a row that ends there lacks nothing.</summary>
    public int NamedWidth => Array.FindLastIndex(_written, name => name.Length > 0) + 1;

    /// <summary>Where a column stands; -1 where it is not there.</summary>
    public int PlaceOf(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>A column's name as the file writes it.</summary>
    public string Written(string column) => PlaceOf(column) is var at and >= 0 ? _written[at] : column;

    /// <summary>The name of the column at a place.</summary>
    public string At(int place) => place < _written.Length ? _written[place] : "";

    /// <summary>The places of the columns that are taken.</summary>
    public int[] Taken { get; private set; } = [];

    /// <summary>Reads a header; null where a needed column is missing.</summary>
    public static RosterHeader? Read(string[] cells, RosterColumns columns, FaultList faults)
    {
        var header = new RosterHeader(cells, columns, faults);
        var open = Enumerable.Range(0, cells.Length).Where(at => !header.Secrets.Contains(at)).ToList();
        // Before a needed column is found, nothing of this row is shown: it may be a person's.
        var notes = new List<(int Place, string Rule, string Fix)>();
        if (!header.TakeExact(open, notes)) return null;
        header.TakeNear(open, notes);
        var lacking = columns.Needed.Where(name => header.PlaceOf(name) < 0).ToList();
        foreach (var name in lacking) faults.Error(columns.File, 1, name, "", $"the file has a column {name}", "add the column, with its name in the header row");
        if (lacking.Count > 0) return null;
        foreach (var (place, rule, fix) in notes.OrderBy(note => note.Place)) faults.Warn(columns.File, 1, header._written[place], RowFault.Show(header._written[place]), rule, fix);
        header.Taken = [.. columns.Taken.Select(header.PlaceOf).Where(at => at >= 0)];
        header.SayOrder();
        return header;
    }

    private bool TakeExact(List<int> open, List<(int, string, string)> notes)
    {
        foreach (var at in open.ToList())
        {
            var plain = NearName.Plain(_written[at]);
            if (_columns.Standard.FirstOrDefault(one => NearName.Plain(one) == plain) is not { } name) continue;
            open.Remove(at);
            if (!_places.TryAdd(name, at))
            {
                _faults.Error(_columns.File, 1, _written[at], "", "a column is named once", "take one of the two columns out");
                return false;
            }

            if (_written[at] != name) notes.Add((at, $"the column is read as {name}", $"write it {name}"));
        }

        return true;
    }

    private void TakeNear(List<int> open, List<(int, string, string)> notes)
    {
        foreach (var at in open)
        {
            var written = _written[at];
            if (IsExtra(written) || (written.Length == 0 && open.Any(one => one < at && _written[one].Length == 0))) continue;
            var free = _columns.Standard.Where(name => !_places.ContainsKey(name));
            var name = _columns.AliasOf(NearName.Plain(written)) is { } alias && !_places.ContainsKey(alias) ? alias : NearName.Of(written, free);
            if (written.Length == 0) notes.Add((at, "a column without a name is not read", "take it out, or name it"));
            else if (name is null || SecretColumn.Is(name)) notes.Add((at, "the column is not known and not read", "check its spelling, or take it out"));
            else
            {
                _places.Add(name, at);
                notes.Add((at, $"the column is read as {name}", $"write it {name}"));
            }
        }
    }

    private void SayOrder()
    {
        var places = _columns.Standard.Select(PlaceOf).Where(at => at >= 0).ToList();
        for (var i = 1; i < places.Count; i++)
        {
            if (places[i] > places[i - 1]) continue;
            _faults.Warn(_columns.File, 1, _written[places[i]], RowFault.Show(_written[places[i]]), "the columns stand in another order than the standard's, and are read by their names", "nothing needs to be done");
            return;
        }
    }

    // The standard's own door for what a vendor adds.
    private static bool IsExtra(string name) => name.StartsWith("metadata.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ext_", StringComparison.OrdinalIgnoreCase);
}
