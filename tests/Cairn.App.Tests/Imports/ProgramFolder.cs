using System.Text;
using System.Text.Json;

namespace Cairn.App.Tests.Imports;

/// <summary>A small programme on disk, good as it is; a test changes places of it and saves.</summary>
internal sealed class ProgramFolder
{
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal)
    {
        ["areas"] = Rows("code,title,status", "ART,Art,active", "MUS,Music,active"),
        ["competencies"] = Rows("area,code,title,statement,status", "ART,ART.1,Drawing,I can draw.,active", "MUS,MUS.1,Rhythm,I keep time.,active"),
        ["targets"] = Rows("competency,code,title,statement,status,required_1,required_2,required_3,required_default",
            "ART.1,ART.1.a,Lines,I draw lines.,active,1,2,2,2", "ART.1,ART.1.b,Shades,I shade.,active,1,1,1,1", "MUS.1,MUS.1.a,Beat,I keep a beat.,active,2,2,2,2"),
        ["learners"] = Rows("username,given_name,family_name,graduation_year", "ada,Ada,Byron,2030", "ben,Ben,,", "cyd,Cyd,Sol,2031"),
        ["stages"] = Rows("username,competency,stage,entered_via,baseline", "ada,ART.1,1,enrollment,1.00", "ben,ART.1,2,enrollment,", "ben,MUS.1,1,,1"),
        ["evidence"] = Rows("evidence,username,demonstrated_at,kind,experience,context,work,artifact_url,comment",
            "1,ada,2026-03-01 09:00:00,demonstration,Studio,Room 4,A tree,https://example.org/tree,Good", "2,ben,2026-03-02,project,Fair,,A house,,", "10,ada,2026-03-03,,Studio,,A cat,,"),
        ["judgments"] = Rows("judgment,evidence,target,stage,level,override",
            "1,1,ART.1.a,1,2,0", "2,1,ART.1.b,1,1,0", "3,2,ART.1.a,2,2,0", "4,2,MUS.1.a,1,0,0", "10,10,ART.1.a,2,3,0"),
    };

    private readonly string _path;

    public ProgramFolder(string path)
    {
        _path = Directory.CreateDirectory(path).FullName;
        Save();
    }

    public static implicit operator string(ProgramFolder folder) => folder._path;

    /// <summary>Writes a cell of the row whose first cells are these.</summary>
    public ProgramFolder Set(string sheet, string column, string value, params string[] key)
    {
        Find(sheet, key).ShouldHaveSingleItem()[Array.IndexOf(_rows[sheet][0], column)] = value;
        return Save();
    }

    public ProgramFolder Add(string sheet, string row)
    {
        _rows[sheet].Add(row.Split(','));
        return Save();
    }

    /// <summary>Takes out every row that has the value in the column.</summary>
    public ProgramFolder Remove(string sheet, string column, string value)
    {
        var at = Array.IndexOf(_rows[sheet][0], column);
        _rows[sheet].RemoveAll(row => row[at] == value).ShouldBeGreaterThan(0);
        return Save();
    }

    /// <summary>Takes a learner and all that hangs on them out of every sheet.</summary>
    public ProgramFolder RemoveBen() => Remove("judgments", "evidence", "2").Remove("evidence", "username", "ben").Remove("stages", "username", "ben").Remove("learners", "username", "ben");

    public ProgramFolder AddColumn(string sheet, string column, string value)
    {
        for (var i = 0; i < _rows[sheet].Count; i++) _rows[sheet][i] = [.. _rows[sheet][i], i == 0 ? column : value];
        return Save();
    }

    public ProgramFolder Reverse(string sheet)
    {
        _rows[sheet].Reverse(1, _rows[sheet].Count - 1);
        return Save();
    }

    public string Sheet(string sheet) => System.IO.Path.Combine(_path, sheet + ".csv");

    private ProgramFolder Save()
    {
        foreach (var (sheet, rows) in _rows) File.WriteAllText(Sheet(sheet), string.Concat(rows.Select(row => string.Join(',', row) + "\n")), new UTF8Encoding(false));
        return this;
    }

    private IEnumerable<string[]> Find(string sheet, string[] key) => _rows[sheet].Where(row => row.Take(key.Length).SequenceEqual(key));

    private static List<string[]> Rows(params string[] lines) => [.. lines.Select(line => line.Split(','))];
}

/// <summary>What an import says it does to a sheet.</summary>
internal static class Told
{
    public static (int Added, int Changed, int Ended, int Unchanged) All(JsonElement answer) =>
        (answer.GetProperty("added").GetInt32(), answer.GetProperty("changed").GetInt32(), answer.GetProperty("ended").GetInt32(), answer.GetProperty("unchanged").GetInt32());

    public static (int Added, int Changed, int Ended, int Unchanged) Of(JsonElement answer, string sheet) => All(answer.GetProperty("sheets").GetProperty(sheet + ".csv"));
}
