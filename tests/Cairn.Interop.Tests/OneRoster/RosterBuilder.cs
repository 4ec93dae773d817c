using System.IO.Compression;
using System.Text;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A small set of version 1.2, good as it is, packed into a zip in memory; a test breaks one place of it.</summary>
internal sealed class RosterBuilder
{
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal)
    {
        ["manifest.csv"] = Rows("propertyName,value", "manifest.version,1.0", "oneroster.version,1.2", "source.systemName,Roster Works", "file.academicSessions,bulk", "file.classes,bulk", "file.courses,bulk",
            "file.demographics,bulk", "file.enrollments,bulk", "file.orgs,bulk", "file.roles,bulk", "file.users,bulk", "file.results,absent"),
        ["orgs.csv"] = Rows("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", "d,,,Harbor District,district,D1,", "s,active,,Pier School,school,S1,d"),
        ["academicSessions.csv"] = Rows("sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
            "y,active,,2025-2026,schoolYear,2025-09-01,2026-07-01,,2026", "t,active,,Fall,term,2025-09-01,2026-01-01,y,2026"),
        ["courses.csv"] = Rows("sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes", "c,active,,y,Boats,B1,,s,,"),
        ["classes.csv"] = Rows("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,resources",
            "loft,active,,The Loft,,c,L-1,scheduled,Room 4,s,t,,,,", "home,,,Morning,,,H-1,homeroom,,s,t,,,,"),
        ["users.csv"] = Rows("sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
            + "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
            "ada,active,,true,ada.b,,Ada,Byron,May,1001,ada@example.org,,,gus,09,Hush-1,,,Addie,,,s,", "ben,,,TRUE,ben.c,,Ben,Cole,,1002,,,,,10,Hush-2,,,,,,s,",
            "tess,active,,1,tess.o,,Tess,Okafor,,2001,tess@example.org,,,,,Hush-3,,,,,,s,", "gus,active,,true,gus.b,,Gus,Byron,,3001,,,,,,Hush-4,,,,,,,"),
        ["roles.csv"] = Rows("sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            "r1,active,,ada,primary,student,2025-09-01,2026-07-01,s,", "r2,active,,ben,primary,student,,,s,", "r3,active,,tess,primary,teacher,,,s,", "r4,active,,gus,primary,parent,,,d,"),
        ["demographics.csv"] = Rows("sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian", "ada,active,,2011-12-10,female,false,false"),
        ["enrollments.csv"] = Rows("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            "e1,active,,loft,s,ada,student,false,2025-09-01,2026-01-01", "e2,active,,loft,s,ben,student,,,", "e3,active,,loft,s,tess,teacher,true,,"),
    };

    private readonly Dictionary<string, byte[]?> _bytes = new(StringComparer.Ordinal);
    private string _newline = "\n";
    private string _folder = "";

    /// <summary>Writes a field; the header is row 1.</summary>
    public RosterBuilder Set(string file, int row, string column, string value)
    {
        var at = Array.IndexOf(_rows[file][0], column);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no column {column}");
        _rows[file][row - 1][at] = value;
        return this;
    }

    public RosterBuilder Add(string file, string row)
    {
        _rows[file].Add(row.Split(','));
        return this;
    }

    public RosterBuilder AddColumn(string file, string column, string value)
    {
        for (var i = 0; i < _rows[file].Count; i++) _rows[file][i] = [.. _rows[file][i], i == 0 ? column : value];
        return this;
    }

    public RosterBuilder RemoveColumn(string file, string column)
    {
        var at = Array.IndexOf(_rows[file][0], column);
        for (var i = 0; i < _rows[file].Count; i++) _rows[file][i] = [.. _rows[file][i].Where((_, place) => place != at)];
        return this;
    }

    /// <summary>Writes a header's name.</summary>
    public RosterBuilder Rename(string file, string column, string name) => Set(file, 1, column, name);

    public RosterBuilder WithNewline(string newline)
    {
        _newline = newline;
        return this;
    }

    public RosterBuilder InFolder(string folder)
    {
        _folder = folder;
        return this;
    }

    public RosterBuilder Without(string file)
    {
        _bytes[file] = null;
        return this;
    }

    public RosterBuilder With(string file, byte[] bytes)
    {
        _bytes[file] = bytes;
        return this;
    }

    public RosterBuilder Rewrite(string file, Func<string, string> change) => With(file, Encoding.UTF8.GetBytes(change(TextOf(file))));

    /// <summary>Adds a row as it stands, with a number of fields of its own.</summary>
    public RosterBuilder AddRaw(string file, string row) => Rewrite(file, text => text + row + "\n");

    /// <summary>Says the file's place in the manifest.</summary>
    public RosterBuilder Say(string property, string value)
    {
        _rows["manifest.csv"].RemoveAll(row => row[0] == property);
        _rows["manifest.csv"].Add([property, value]);
        return this;
    }

    public string TextOf(string file) =>
        _bytes.TryGetValue(file, out var bytes) && bytes is not null ? Encoding.UTF8.GetString(bytes) : string.Concat(_rows[file].Select(row => string.Join(',', row.Select(Cell)) + _newline));

    public MemoryStream Zip(Action<ZipArchive>? more = null)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in _rows.Keys.Union(_bytes.Keys, StringComparer.Ordinal))
            {
                if (_bytes.TryGetValue(file, out var bytes) && bytes is null) continue;
                Put(zip, _folder + file, bytes ?? Encoding.UTF8.GetBytes(TextOf(file)));
            }

            more?.Invoke(zip);
        }

        stream.Position = 0;
        return stream;
    }

    public static ZipArchiveEntry Put(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name);
        using var to = entry.Open();
        to.Write(bytes);
        return entry;
    }

    public (RosterSheets Sheets, FaultList Faults) Read(TimeZoneInfo? zone = null)
    {
        var faults = new FaultList();
        using var files = ReadRoster.Files.FromZip(Zip(), "roster.zip", faults);
        files.ShouldNotBeNull(string.Join('\n', faults.Errors));
        return (ReadRoster.From(files, zone ?? TimeZoneInfo.Utc, faults), faults);
    }

    /// <summary>Reads a set with no error.</summary>
    public RosterSheets ReadGood()
    {
        var (sheets, faults) = Read();
        faults.Errors.ShouldBeEmpty();
        return sheets;
    }

    public RowFault ReadOneError() => Read().Faults.Errors.ShouldHaveSingleItem();

    /// <summary>Reads a set with no error and one oddity.</summary>
    public RowFault ReadOneWarning()
    {
        var (_, faults) = Read();
        faults.Errors.ShouldBeEmpty();
        return faults.Warnings.ShouldHaveSingleItem();
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static List<string[]> Rows(params string[] lines) => [.. lines.Select(line => line.Split(','))];
}
