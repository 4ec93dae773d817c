using System.Buffers;
using System.Globalization;
using System.Text;
using Cairn.Interop.Csv;
using CsvHelper;
using CsvHelper.Configuration;

namespace Cairn.Interop.OneRoster;

/// <summary>One file of a roster, row by row. Tolerant of form, exact about places; a secret never leaves it.</summary>
internal sealed class RosterTable
{
    /// <summary>What a fault shows where a value might be a secret that slipped into another column.</summary>
    public const string Hidden = "(not shown)";

    private const string DoubleQuotes = "look for a quote that is never closed; write a field with quotes inside between quotes, and each of those twice";
    private static readonly SearchValues<char> NotText = SearchValues.Create("\0\uFFFD");

    private readonly RosterColumns _columns;
    private readonly FaultList _faults;
    private readonly Action<string?> _lost;
    private readonly HashSet<(string, string)> _said = [];
    private RosterHeader _header = null!;
    private string[] _cells = [];
    private int _badQuotes;
    private int _excess;

    private RosterTable(RosterColumns columns, FaultList faults, Action<string?> lost) => (_columns, _faults, _lost) = (columns, faults, lost);

    /// <summary>The file's name.</summary>
    public string File => _columns.File;

    /// <summary>The row that is being read, the header being 1.</summary>
    public int Row { get; private set; }

    /// <summary>Did this row keep every rule so far?</summary>
    public bool IsGood { get; private set; }

    /// <summary>Has this row another number of fields than the header, so that a field may stand in another column?</summary>
    public bool IsShifted => _excess != 0;

    /// <summary>The field of a column, trimmed; empty where the column is not there, or may hold a secret that slipped.</summary>
    public string this[string column] => _header.PlaceOf(column) is var at && at >= 0 && at < _cells.Length && !IsRisky(column, at) ? _cells[at].Trim() : "";

    /// <summary>Is there such a column?</summary>
    public bool Has(string column) => _header.PlaceOf(column) >= 0;

    /// <summary>Reads a file: calls <paramref name="each"/> for every row that can be read.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="lost">Called for a row that cannot be read, with its sourcedId, or null where that cannot be read either or more is lost.</param>
    /// <param name="each">Called for each row.</param>
    public static void Read(RosterColumns columns, Stream stream, FaultList faults, Action<string?> lost, Action<RosterTable> each)
    {
        var table = new RosterTable(columns, faults, lost);
        try
        {
            using var text = new StreamReader(stream, new UTF8Encoding(true), detectEncodingFromByteOrderMarks: false, 1 << 16);
            using var parser = new CsvParser(text, table.Format());
            if (table.ReadHeader(parser))
                while (table.ReadRow(parser)) each(table);
            else lost(null);
        }
        catch (MaxFieldSizeException)
        {
            table.Stop("", $"a field is at most {Sheet.LongestField} characters", "look for a quote that is opened and never closed, or shorten the field");
        }
        catch (InvalidDataException wrong)
        {
            table.Stop("", wrong.Message, "make the file anew");
        }
    }

    /// <summary>Says that the field of a column breaks a rule: nothing of the roster is to be taken.</summary>
    public void Wrong(string column, string rule, string fix, string? value = null)
    {
        IsGood = false;
        _faults.Error(File, Row, _header.Written(column), Show(value ?? this[column]), rule, fix);
    }

    /// <summary>Says that the field of a column is odd, but taken.</summary>
    public void Odd(string column, string rule, string fix, string? value = null) => _faults.Warn(File, Row, _header.Written(column), Show(value ?? this[column]), rule, fix);

    /// <summary>Says it for the first row only: the others are like it.</summary>
    public void OddOnce(string column, string rule, string fix)
    {
        if (_said.Add((column, rule))) Odd(column, rule, fix);
    }

    /// <summary>What the row says, as one number: two rows that say the same have the same.</summary>
    public ulong Content()
    {
        var sum = 14695981039346656037UL;
        foreach (var column in _columns.Taken.Where(column => column != "dateLastModified"))
        {
            foreach (var one in this[column]) sum = Mix(sum, one);
            sum = Mix(sum, '\0');
        }

        return sum;
    }

    /// <summary>The place of a field in words that a later fault can use.</summary>
    public RosterPlace Place(string column) => new(File, Row, _header.Written(column), Show(this[column]));

    // FNV-1a, 64 bits.
    private static ulong Mix(ulong sum, char one) => unchecked((sum ^ one) * 1099511628211UL);

    private string Show(string value)
    {
        if (value.Length == 0) return "";
        if (!_columns.IsOfPeople && _header.Secrets.Count == 0) return RowFault.Show(value);
        var isSecret = _header.Secrets.Any(at => at < _cells.Length && _cells[at].Trim() is { Length: > 0 } secret && value.Contains(secret, StringComparison.Ordinal));
        return IsShifted || isSecret || !RosterCells.IsStatus(this["status"]) || !RosterCells.IsFlag(this["enabledUser"]) ? Hidden : RowFault.Show(value);
    }

    // A field too many pushes a secret to the right, a field too few pulls it to the left: by no more than that many columns.
    // A key is held against its file before it is taken, and a grade has few words: neither can be a secret.
    private bool IsRisky(string column, int at) =>
        IsShifted && _header.Secrets.Any(secret => _excess > 0 ? at >= secret && at <= secret + _excess : at <= secret && at >= secret + _excess)
        && !(column is "agentSourcedIds" or "orgSourcedIds" or "primaryOrgSourcedId" || (column == "grades" && RosterCells.AreGrades(_cells[at])));

    private CsvConfiguration Format() => new(CultureInfo.InvariantCulture)
    {
        IgnoreBlankLines = false, DetectDelimiter = false, MaxFieldSize = Sheet.LongestField, BufferSize = 1 << 16,
        BadDataFound = _ => _badQuotes++,
    };

    private bool ReadHeader(CsvParser parser)
    {
        var isThere = parser.Read();
        Row = 1;
        var cells = isThere ? parser.Record! : [];
        if (!isThere || cells.All(string.IsNullOrWhiteSpace)) return Refuse("a file has a header row", $"begin the file with {string.Join(',', _columns.Needed)} and the other columns");
        if (cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal))) return Refuse("a file is UTF-8", "save the file as CSV UTF-8: this looks like UTF-16");
        if (cells.Any(cell => cell.AsSpan().ContainsAny(NotText))) return Refuse("a file is UTF-8", "save the file as CSV UTF-8");
        if (_badQuotes > 0) return Refuse("quotes are doubled inside a quoted field (RFC 4180)", DoubleQuotes);
        if (cells is [var all] && all.AsSpan().IndexOfAny(";\t|") >= 0) return Refuse("fields are separated by commas", "save the file as CSV with a comma between fields, not a semicolon, tab or bar");
        if (RosterHeader.Read(cells, _columns, _faults) is not { } header) return false;
        _header = header;
        return true;
    }

    private bool ReadRow(CsvParser parser)
    {
        while (parser.Read())
        {
            Row++;
            var bad = TakeCells(parser);
            if (bad < 0 && _cells.All(string.IsNullOrWhiteSpace)) continue;
            IsGood = true;
            _excess = _cells.Length - _header.Width;
            if (_excess < 0 && _cells.Length >= _header.NamedWidth) _excess = 0;
            if (bad >= 0)
            {
                // A quoted field over more than one line that ends badly has most likely eaten rows: what follows cannot be counted.
                var isEaten = parser.RawRecord.TrimEnd('\r', '\n').AsSpan().IndexOfAny('\r', '\n') >= 0;
                _excess = isEaten ? 1 : _excess;
                if (isEaten) return Stop(_header.At(bad), "quotes are doubled inside a quoted field (RFC 4180)", DoubleQuotes);
                Lose(bad, "quotes are doubled inside a quoted field (RFC 4180)", DoubleQuotes);
            }
            else if (_header.Taken.FirstOrDefault(at => at < _cells.Length && _cells[at].AsSpan().ContainsAny(NotText), -1) is var garbled and >= 0)
            {
                if (_cells[garbled].Contains('\0', StringComparison.Ordinal)) Lose(garbled, "a field is text", "take the NUL character out of this row");
                else Lose(garbled, "a file is UTF-8", "save the file as CSV UTF-8, or write the character at \uFFFD anew");
            }
            else
            {
                SayWidth();
                return true;
            }
        }

        return false;
    }

    private int TakeCells(CsvParser parser)
    {
        var bad = -1;
        _cells = new string[parser.Count];
        for (var i = 0; i < _cells.Length; i++)
        {
            _badQuotes = 0;
            _cells[i] = parser[i];
            if (_badQuotes > 0 && bad < 0) bad = i;
        }

        return bad;
    }

    private void SayWidth()
    {
        if (_excess == 0) return;
        if (_excess > 0 && _cells.Skip(_header.Width).All(string.IsNullOrWhiteSpace) && _header.Secrets.Count == 0)
        {
            _excess = 0;
            OddOnce("", "a row ends with commas that the header lacks; they say nothing", "take them out");
            return;
        }

        _faults.Warn(File, Row, "", "", $"a row has as many fields as the header: {_header.Width}, not {_cells.Length}", "look for a comma or a quote too many or too few; fields that may have slipped are left out");
    }

    private void Lose(int at, string rule, string fix)
    {
        _faults.Error(File, Row, _header.At(at), Show(_header.Secrets.Count > 0 || _columns.IsOfPeople ? Hidden : _cells[at]), rule, fix);
        var key = _header.PlaceOf("sourcedId");
        _lost(key >= 0 && key != at && !IsShifted && _cells[key].Trim() is { Length: > 0 } text ? text : null);
    }

    private bool Stop(string column, string rule, string fix)
    {
        _faults.Error(File, column.Length > 0 ? Row : Row + 1, column, "", rule, fix);
        _lost(null);
        return false;
    }

    private bool Refuse(string rule, string fix)
    {
        _faults.Error(File, 1, "", "", rule, fix);
        return false;
    }
}
