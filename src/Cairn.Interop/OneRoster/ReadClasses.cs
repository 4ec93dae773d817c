namespace Cairn.Interop.OneRoster;

/// <summary>Reads classes, and the titles of their courses. What a class points at only describes it: the class is kept without.</summary>
internal static class ReadClasses
{
    public static void From(RosterReading reading)
    {
        var courses = ReadCourses(reading);
        var terms = reading.Sheets.Terms.ToDictionary(term => term.SourcedId, StringComparer.Ordinal);
        reading.Each(RosterColumns.Classes, reading.Classes, table =>
        {
            var key = table.Key("sourcedId");
            if (!reading.Takes(table, reading.Classes, key, isOfPerson: false)) return;
            var (title, code) = (table.Line("title"), table.Line("classCode"));
            if (title.Length == 0) table.Odd("title", "a class has a title; its code or key is shown in its place", "fill the field in");
            var school = reading.Orgs.KnownOrNone(table, "schoolSourcedId", table["schoolSourcedId"]);
            var course = reading.Courses.KnownOrNone(table, "courseSourcedId", table["courseSourcedId"]);
            var of = table.List("termSourcedIds").Select(term => reading.Sessions.KnownOrNone(table, "termSourcedIds", term)).Where(terms.ContainsKey).ToList();
            if (!table.IsGood) return;
            var isOpen = of.Any(term => terms[term].Until is null);
            reading.Sheets.Groups.Add(new RosterGroup(table.Row, key, title.Length > 0 ? title : code.Length > 0 ? code : key, code, KindOf(table), school, of,
                of.Min(term => terms[term].From), isOpen ? null : of.Max(term => terms[term].Until), courses.GetValueOrDefault(course, "")));
        });
    }

    private static Dictionary<string, string> ReadCourses(RosterReading reading)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        reading.Each(RosterColumns.Courses, reading.Courses, table =>
        {
            var key = table.Key("sourcedId");
            if (!reading.Takes(table, reading.Courses, key, isOfPerson: false) || !table.IsGood) return;
            titles[key] = table.Line("title") is { Length: > 0 } title ? title : table.Line("courseCode");
        });
        return titles;
    }

    private static RosterGroupKind KindOf(RosterTable table)
    {
        switch (NearName.Plain(table["classType"]))
        {
            case "" or "scheduled": return RosterGroupKind.Scheduled;
            case "homeroom": return RosterGroupKind.Homeroom;
            default:
                table.Odd("classType", "the type is not known and taken as scheduled", "write scheduled or homeroom");
                return RosterGroupKind.Scheduled;
        }
    }
}
