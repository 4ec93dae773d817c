namespace Cairn.Interop.OneRoster;

/// <summary>Reads organizations, and the sessions of the year.</summary>
internal static class ReadPlaces
{
    public static void From(RosterReading reading)
    {
        ReadOrganizations(reading);
        ReadTerms(reading);
    }

    private static void ReadOrganizations(RosterReading reading)
    {
        var parents = new List<RosterPlace>();
        var rows = new List<RosterOrganization>();
        reading.Each(RosterColumns.Orgs, reading.Orgs, table =>
        {
            var key = table.Key("sourcedId");
            if (!reading.Takes(table, reading.Orgs, key, isOfPerson: false)) return;
            var name = table.Line("name");
            if (name.Length == 0) table.Odd("name", "an organization has a name; its key is shown in its place", "fill the field in");
            if (!table.IsGood) return;
            rows.Add(new RosterOrganization(table.Row, key, name.Length > 0 ? name : key, KindOf(table), table.Line("identifier"), table["parentSourcedId"]));
            parents.Add(table.Place("parentSourcedId"));
        });
        var above = Above(reading, rows.Select(row => (row.SourcedId, row.Parent)), parents, reading.Orgs, "orgs.csv");
        for (var i = 0; i < rows.Count; i++) reading.Sheets.Organizations.Add(rows[i] with { Parent = above[i] });
    }

    private static void ReadTerms(RosterReading reading)
    {
        var parents = new List<RosterPlace>();
        var rows = new List<(RosterTerm Term, RosterSpan Span, RosterPlace End)>();
        reading.Each(RosterColumns.Sessions, reading.Sessions, table =>
        {
            var key = table.Key("sourcedId");
            if (!reading.Takes(table, reading.Sessions, key, isOfPerson: false)) return;
            var span = reading.Dates.Span(table, "startDate", "endDate", isNeeded: false);
            if (!table.IsGood) return;
            var title = table.Line("title");
            rows.Add((new RosterTerm(table.Row, key, title.Length > 0 ? title : key, table.Line("type"), null, null, table["parentSourcedId"], table.Line("schoolYear")), span, table.Place("endDate")));
            parents.Add(table.Place("parentSourcedId"));
        });
        var above = Above(reading, rows.Select(row => (row.Term.SourcedId, row.Term.Parent)), parents, reading.Sessions, "academicSessions.csv");
        for (var i = 0; i < rows.Count; i++)
        {
            var (term, span, end) = rows[i];
            if (!span.IsSome) end.Odd(reading.Faults, "a session ends after it begins; its dates are left out", "correct startDate or endDate");
            reading.Sheets.Terms.Add(term with { Parent = above[i], From = span.IsSome ? span.From : null, Until = span.IsSome ? span.Until : null });
        }
    }

    private static RosterOrganizationKind KindOf(RosterTable table)
    {
        switch (NearName.Plain(table["type"]))
        {
            case "school": return RosterOrganizationKind.School;
            case "department": return RosterOrganizationKind.Department;
            case "district": return RosterOrganizationKind.District;
            case "local": return RosterOrganizationKind.Local;
            case "state": return RosterOrganizationKind.State;
            case "national": return RosterOrganizationKind.National;
            default:
                table.Odd("type", "the type is not known", "write school, department, district, local, state or national");
                return RosterOrganizationKind.Other;
        }
    }

    /// <summary>The parent of each row: none where it is not known, or where going up from it leads back to the row.</summary>
    private static List<string> Above(RosterReading reading, IEnumerable<(string Key, string Parent)> rows, List<RosterPlace> points, KeySet keys, string file)
    {
        var all = rows.ToList();
        var parents = all.ToDictionary(row => row.Key, row => row.Parent, StringComparer.Ordinal);
        var places = all.Zip(points, (row, place) => (row.Key, place)).ToDictionary(one => one.Key, one => one.place, StringComparer.Ordinal);
        var safe = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, parent) in all.Where(row => row.Parent.Length > 0 && !parents.ContainsKey(row.Parent)))
        {
            if (keys.Look(parent) != KeyState.CannotTell) places[key].Odd(reading.Faults, $"a parent is one of the keys in {file} that are active; it is left out", $"correct it, or add it to {file}");
            parents[key] = "";
        }

        foreach (var (key, _) in all)
        {
            var path = new HashSet<string>(StringComparer.Ordinal);
            var at = key;
            while (at.Length > 0 && !safe.Contains(at) && path.Add(at)) at = parents[at];
            if (path.Contains(at))
            {
                places[at].Odd(reading.Faults, "a parent is not its own child's child; it is left out", "correct one of the parents");
                parents[at] = "";
            }

            safe.UnionWith(path);
        }

        return [.. all.Select(row => parents[row.Key])];
    }
}
