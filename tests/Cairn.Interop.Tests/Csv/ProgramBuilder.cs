using System.Text;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

/// <summary>A small programme in memory, good as it is; a test breaks one place of it.</summary>
internal sealed class ProgramBuilder
{
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal)
    {
        ["areas.csv"] = Rows("code,title,status", "ART,Art,active", "MUS,Music,archived"),
        ["competencies.csv"] = Rows("area,code,title,statement,status", "ART,ART.1,Drawing,I can draw.,active", "ART,ART.2,Clay,I can form.,"),
        ["targets.csv"] = Rows("competency,code,title,statement,status,required_1,required_2,required_3,required_default",
            "ART.1,ART.1.a,Lines,I draw lines.,active,2,2,,1", "ART.1,ART.1.b,Shades,I shade.,active,1,0,100,1", "ART.1,ART.1.c,Spare,,,1,1,1,0"),
        ["learners.csv"] = Rows("username,given_name,family_name,graduation_year", "ada,Ada,Byron,2030", "ben,Ben,,", "cyd,Cyd,Sol,2031"),
        ["stages.csv"] = Rows("username,competency,stage,entered_via,baseline", "ada,ART.1,1,enrollment,1.50", "ben,ART.1,2,,"),
        ["evidence.csv"] = Rows("evidence,username,demonstrated_at,kind,experience,context,work,artifact_url,comment",
            "1,ada,2026-03-31 14:05:00,demonstration,Studio,Room 4,A tree,https://example.org/tree,Good", "2,ben,2026-04-01,project,,,A house,,", "3,ada,2026-04-02,,,,,,"),
        ["judgments.csv"] = Rows("judgment,evidence,target,stage,level,override", "1,1,ART.1.a,1,2,0", "2,1,ART.1.b,1,,1", "3,2,ART.1.a,2,0,"),
    };

    private readonly Dictionary<string, byte[]?> _bytes = new(StringComparer.Ordinal);
    private string _newline = "\n";

    public static TimeZoneInfo Utc => TimeZoneInfo.Utc;

    /// <summary>Writes a cell; the header is row 1.</summary>
    public ProgramBuilder Set(string file, int row, string column, string value)
    {
        var at = Array.IndexOf(_rows[file][0], column);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no column {column}");
        _rows[file][row - 1][at] = value;
        return this;
    }

    public ProgramBuilder Add(string file, params string[] cells)
    {
        _rows[file].Add(cells);
        return this;
    }

    /// <summary>Adds a column with the same value in every row.</summary>
    public ProgramBuilder AddColumn(string file, string column, string value)
    {
        for (var i = 0; i < _rows[file].Count; i++) _rows[file][i] = [.. _rows[file][i], i == 0 ? column : value];
        return this;
    }

    public ProgramBuilder RemoveColumn(string file, string column)
    {
        var at = Array.IndexOf(_rows[file][0], column);
        for (var i = 0; i < _rows[file].Count; i++) _rows[file][i] = [.. _rows[file][i].Where((_, place) => place != at)];
        return this;
    }

    public ProgramBuilder HeaderOnly(params string[] files)
    {
        foreach (var file in files) _rows[file].RemoveRange(1, _rows[file].Count - 1);
        return this;
    }

    public ProgramBuilder WithNewline(string newline)
    {
        _newline = newline;
        return this;
    }

    public ProgramBuilder Without(string file) => With(file, (byte[]?)null);

    public ProgramBuilder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ProgramBuilder With(string file, byte[]? bytes)
    {
        _bytes[file] = bytes;
        return this;
    }

    /// <summary>Rewrites a sheet's text as a whole.</summary>
    public ProgramBuilder Rewrite(string file, Func<string, string> change) => With(file, change(TextOf(file)));

    public string TextOf(string file) => string.Concat(_rows[file].Select(row => string.Join(',', row.Select(Cell)) + _newline));

    public (ProgramSheets Sheets, FaultList Faults) Read(TimeZoneInfo? zone = null)
    {
        var faults = new FaultList();
        return (ReadProgram.From(Open, zone ?? Utc, faults), faults);
    }

    /// <summary>Reads a programme that must be good.</summary>
    public ProgramSheets ReadGood(TimeZoneInfo? zone = null)
    {
        var (sheets, faults) = Read(zone);
        faults.Errors.ShouldBeEmpty();
        return sheets;
    }

    /// <summary>Reads a programme that must have one fault.</summary>
    public RowFault ReadOneError() => Read().Faults.Errors.ShouldHaveSingleItem();

    /// <summary>Reads a good programme with one oddity.</summary>
    public RowFault ReadOneWarning()
    {
        var (_, faults) = Read();
        faults.Errors.ShouldBeEmpty();
        return faults.Warnings.ShouldHaveSingleItem();
    }

    private Stream? Open(string file) =>
        _bytes.TryGetValue(file, out var bytes) ? bytes is null ? null : new MemoryStream(bytes) : new MemoryStream(Encoding.UTF8.GetBytes(TextOf(file)));

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static List<string[]> Rows(params string[] lines) => [.. lines.Select(line => line.Split(','))];
}
