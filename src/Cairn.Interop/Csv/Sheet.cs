using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Cairn.Interop.Csv;

/// <summary>One sheet: UTF-8, a header row, RFC 4180. Reads row by row and names every fault with its place.</summary>
public sealed class Sheet
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long LargestFile = 1L << 30;

    /// <summary>The longest field that is read, in characters.</summary>
    public const int LongestField = 20_000;

    private const string NotUtf8 = "\uFFFD";
    private static readonly SearchValues<char> NotText = SearchValues.Create("\0" + NotUtf8);

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly FaultList _faults;
    private string[] _cells = [];
    private int _width;
    private bool _isWhole = true;

    private Sheet(string file, FaultList faults) => (File, _faults) = (file, faults);

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The row that is being read, the header being 1.</summary>
    public int Row { get; private set; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>Reads a sheet: calls <paramref name="each"/> for each row that has the header's number of fields.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="known">Whether another column is known; one that is not is warned of.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="begin">Called once, after the header.</param>
    /// <param name="each">Called for each row.</param>
    /// <returns>Was every row read? If not, what is not here may still stand in the file.</returns>
    public static bool Read(
        string file, Stream stream, IReadOnlyList<string> needed, Func<string, bool> known, FaultList faults, Action<Sheet> begin, Action<Sheet> each)
    {
        var sheet = new Sheet(file, faults);
        if (stream.CanSeek && stream.Length > LargestFile)
        {
            faults.Error(file, 0, "", "", "a file is at most 1 GiB", "split the programme, or take out what does not belong here");
            return false;
        }

        try
        {
            // A byte order mark is skipped; bytes that are not UTF-8 become U+FFFD, so that the field that holds them is named.
            using var text = new RowGuard(stream);
            using var parser = new CsvParser(text, Format());
            if (!sheet.ReadHeader(parser, needed, known)) return false;
            begin(sheet);
            while (sheet.ReadRow(parser)) each(sheet);
            return sheet._isWhole;
        }
        catch (BadDataException wrong)
        {
            faults.Error(file, wrong.Context?.Parser?.Row ?? sheet.Row + 1, "", RowFault.Show(wrong.Field ?? ""), "quotes are doubled inside a quoted field (RFC 4180)", "look for a quote that is never closed; write a field with quotes inside between quotes, and each of those twice");
        }
        catch (RowTooLongException)
        {
            faults.Error(file, sheet.Row + 1, "", "", $"a row is at most {RowGuard.Longest} characters", "look for line breaks that are missing, or commas that were filled in by the million");
        }
        catch (MaxFieldSizeException)
        {
            faults.Error(file, sheet.Row + 1, "", "", $"a field is at most {LongestField} characters", "look for a quote that is opened and never closed, or shorten the field");
        }

        return false;
    }

    /// <summary>The field of a column, trimmed; empty where the column is not there.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var at) ? _cells[at].Trim() : "";

    /// <summary>Is there such a column?</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Says that the field of a column breaks a rule.</summary>
    public void Wrong(string column, string rule, string fix) => _faults.Error(File, Row, column, RowFault.Show(this[column]), rule, fix);

    /// <summary>Says that the field of a column is odd, but taken.</summary>
    public void Odd(string column, string rule, string fix) => _faults.Warn(File, Row, column, RowFault.Show(this[column]), rule, fix);

    private static CsvConfiguration Format() => new(CultureInfo.InvariantCulture)
    {
        IgnoreBlankLines = false, DetectDelimiter = false, MaxFieldSize = LongestField, BufferSize = 1 << 16,
        BadDataFound = wrong => throw new BadDataException(wrong.Field, wrong.RawRecord, wrong.Context),
    };

    private bool ReadHeader(CsvParser parser, IReadOnlyList<string> needed, Func<string, bool> known)
    {
        var isThere = parser.Read();
        Row = 1;
        if (!isThere)
        {
            _faults.Error(File, 1, "", "", "a sheet has a header row", $"begin the file with {string.Join(',', needed)}");
            return false;
        }

        var header = parser.Record!;
        if (header.Any(name => name.Contains('\0', StringComparison.Ordinal)))
        {
            _faults.Error(File, 1, "", "", "a file is UTF-8", "save the sheet as CSV UTF-8: this looks like UTF-16");
            return false;
        }

        if (header.FirstOrDefault(name => name.Contains(NotUtf8, StringComparison.Ordinal)) is { } garbled)
        {
            _faults.Error(File, 1, "", RowFault.Show(garbled), "a file is UTF-8", "save the sheet as CSV UTF-8");
            return false;
        }

        if (header is [var all] && needed.Count > 1 && all.AsSpan().IndexOfAny(";\t|") >= 0)
        {
            _faults.Error(File, 1, "", RowFault.Show(all), "fields are separated by commas", "save the sheet as CSV with a comma between fields, not a semicolon, tab or bar");
            return false;
        }

        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim().ToLowerInvariant();
            // Spreadsheets leave empty columns behind: the first is warned of, the others are like it.
            if (!_columns.TryAdd(name, i) && name.Length == 0) continue;
            if (_columns[name] != i) _faults.Error(File, 1, name, header[i], "a column is named once", "take one of the two columns out");
            else if (!needed.Contains(name, StringComparer.Ordinal) && !known(name)) _faults.Warn(File, 1, name, RowFault.Show(header[i]), "the column is not known and not read", "check its spelling, or take it out");
        }

        _width = header.Length;
        var lacking = needed.Where(name => !Has(name)).ToList();
        foreach (var name in lacking) _faults.Error(File, 1, name, "", $"the sheet has a column {name}", "add the column, with its name in the header row");
        return lacking.Count == 0;
    }

    private bool ReadRow(CsvParser parser)
    {
        while (parser.Read())
        {
            Row++;
            _cells = parser.Record!;
            if (_cells.All(string.IsNullOrWhiteSpace)) continue;
            if (Array.FindIndex(_cells, cell => cell.AsSpan().ContainsAny(NotText)) is var at and >= 0) Garbled(at);
            else if (_cells.Length == _width) return true;
            else _faults.Error(File, Row, "", RowFault.Show(string.Join(',', _cells)), $"a row has as many fields as the header: {_width}, not {_cells.Length}", "look for a comma or a quote too many or too few");
            _isWhole = false;
        }

        return false;
    }

    private void Garbled(int at)
    {
        var (column, value) = (_columns.FirstOrDefault(one => one.Value == at).Key ?? "", RowFault.Show(_cells[at]));
        if (_cells[at].Contains('\0', StringComparison.Ordinal)) _faults.Error(File, Row, column, value, "a field is text", "take the NUL character out of this row");
        else _faults.Error(File, Row, column, value, "a file is UTF-8", "save the sheet as CSV UTF-8, or write the character at \uFFFD anew");
    }
}
