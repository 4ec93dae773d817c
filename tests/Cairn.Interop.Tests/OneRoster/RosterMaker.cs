using System.Text;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>Makes a district's roster of any size, the same for the same seed, and plants errors in it.</summary>
internal sealed class RosterMaker
{
    private readonly Random _random;
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> _used = [];

    public RosterMaker(int seed, int learners, int classes, int enrollments)
    {
        _random = new Random(seed);
        Begin("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
        Begin("academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear");
        Begin("courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes");
        Begin("classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,resources");
        Begin("users.csv", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password");
        Begin("roles.csv", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId");
        Begin("demographics.csv", "sourcedId,status,dateLastModified,birthDate,sex");
        Begin("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate");
        Add("orgs.csv", "d,,,District,district,,");
        for (var i = 0; i < 12; i++) Add("orgs.csv", $"s{i},,,School {i},school,{i},d");
        Add("academicSessions.csv", "y,,,2025-2026,schoolYear,2025-09-01,2026-07-01,,2026");
        for (var i = 0; i < 40; i++) Add("courses.csv", $"c{i},,,y,Course {i},C{i},,d,,");
        for (var i = 0; i < classes; i++) Add("classes.csv", $"k{i},,,Class {i},,c{i % 40},K{i},scheduled,,s{i % 12},y,,,,");
        for (var i = 0; i < classes; i++) AddPerson($"t{i}", "teacher", i, "");
        for (var i = 0; i < learners / 5; i++) AddPerson($"g{i}", "guardian", i, "");
        for (var i = 0; i < learners; i++)
        {
            AddPerson($"l{i}", "student", i, $"g{i % Math.Max(1, learners / 5)}");
            Add("demographics.csv", $"l{i},,,{2008 + (i % 9)}-0{1 + (i % 9)}-1{i % 10},");
        }

        for (var i = 0; i < classes; i++) Add("enrollments.csv", $"et{i},active,,k{i},s{i % 12},t{i},teacher,true,2025-09-01,2026-07-01");
        for (var i = 0; i < enrollments - classes; i++) Add("enrollments.csv", $"e{i},active,,k{(i / learners * 97 + i) % classes},s{i % 12},l{i % learners},student,false,2025-09-01,2026-07-01");
    }

    /// <summary>How many kinds of error there are.</summary>
    public const int Kinds = 20;

    /// <summary>Plants an error of a kind, and says where it is to be found.</summary>
    public (string File, int Row, string Column) Plant(int kind) => kind switch
    {
        0 => Write("enrollments.csv", "userSourcedId", "ghost"),
        1 => Write("enrollments.csv", "classSourcedId", "ghost"),
        2 => Write("enrollments.csv", "endDate", "soon"),
        3 => Write("enrollments.csv", "status", "withdrawn"),
        4 => Write("enrollments.csv", "sourcedId", "e0"),
        5 => Write("enrollments.csv", "classSourcedId", ""),
        6 => Write("enrollments.csv", "beginDate", "2025-02-30"),
        7 => Write("enrollments.csv", "role", "stu\"dent"),
        8 => Write("roles.csv", "userSourcedId", "ghost"),
        9 => Write("roles.csv", "beginDate", "13/13/2025"),
        10 => Write("roles.csv", "status", "gone"),
        11 => Write("demographics.csv", "sourcedId", "ghost"),
        12 => Write("users.csv", "username", "T0.Name"),
        13 => Write("users.csv", "agentSourcedIds", "ghost"),
        14 => Write("users.csv", "givenName", "Zo\uFFFD"),
        15 => Write("users.csv", "familyName", "Co\0le"),
        16 => Write("users.csv", "status", "away"),
        17 => Append("users.csv", ",,,true,,,No,Key,,,,,,,,", "sourcedId"),
        18 => Append("users.csv", $"t0,,,true,other{_random.Next()},,Other,One,,,,,,,,", "sourcedId"),
        _ => Append("classes.csv", $"k0,,,Other {_random.Next()},,,,scheduled,,s1,,,,,", "sourcedId"),
    };

    public MemoryStream Zip()
    {
        var builder = new RosterBuilder().Without("manifest.csv");
        foreach (var (file, rows) in _rows) builder.With(file, Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\r\n"))));
        return builder.Zip();
    }

    private (string, int, string) Write(string file, string column, string value)
    {
        // The first rows are what others point at or repeat; a row has one error.
        int row;
        do row = _random.Next(700, _rows[file].Count);
        while (_rows[file][row].Length == 1 || !_used.Add((file, row)));
        _rows[file][row][Array.IndexOf(_rows[file][0], column)] = value;
        return (file, row + 1, column);
    }

    private (string, int, string) Append(string file, string row, string column)
    {
        Add(file, row);
        _used.Add((file, _rows[file].Count - 1));
        return (file, _rows[file].Count, column);
    }

    private void AddPerson(string key, string role, int number, string agents)
    {
        Add("users.csv", $"{key},,2025-09-01,true,{key}.name,,Given{number % 500},Family{number % 900},,{key},{key}@example.org,,,{agents},{(role == "student" ? "09" : "")},Hush{_random.Next()}");
        Add("roles.csv", $"r-{key},,,{key},primary,{role},2025-09-01,2026-07-01,s{number % 12},");
    }

    private void Begin(string file, string header) => _rows[file] = [header.Split(',')];

    private void Add(string file, string row) => _rows[file].Add(row.Split(','));
}
