using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>Reads what the manifest says of the other files: their version, and whether each is bulk, absent, or only changes.</summary>
internal static class ReadManifest
{
    private static readonly string[] Read =
    [
        RosterColumns.Orgs.File, RosterColumns.Sessions.File, RosterColumns.Courses.File, RosterColumns.Classes.File, RosterColumns.Users.File, RosterColumns.Roles.File,
        RosterColumns.Demographics.File, RosterColumns.Enrollments.File,
    ];

    /// <summary>The files that are to be read.</summary>
    public static HashSet<string> From(RosterReading reading, RosterSheets sheets)
    {
        var said = new Dictionary<string, (string How, RosterPlace Place)>(StringComparer.OrdinalIgnoreCase);
        var version = "";
        var hasManifest = reading.Each(RosterColumns.Manifest, null, table =>
        {
            var (name, value) = (table["propertyName"], table["value"]);
            if (name.StartsWith("file.", StringComparison.OrdinalIgnoreCase)) said[name["file.".Length..] + ".csv"] = (value.ToLowerInvariant(), table.Place("value"));
            else if (name.Equals("oneroster.version", StringComparison.OrdinalIgnoreCase)) version = TakeVersion(table, value);
            else if (name.Equals("source.systemName", StringComparison.OrdinalIgnoreCase) && !value.Equals("absent", StringComparison.OrdinalIgnoreCase)) sheets.SystemName = value;
        });
        if (!hasManifest) reading.Faults.Warn(RosterColumns.Manifest.File, 0, "", "", "a set has a manifest; without it every file is taken as bulk", "add manifest.csv");
        sheets.Version = version.Length > 0 ? version : reading.Files.Has(RosterColumns.Roles.File) ? "1.2" : "1.1";
        return [.. Read.Where(file => IsToBeRead(reading, file, hasManifest, said.TryGetValue(file, out var one) ? one : null))];
    }

    private static string TakeVersion(RosterTable table, string value)
    {
        if (value is "1.1" or "1.2" || value.StartsWith("1.1.", StringComparison.Ordinal) || value.StartsWith("1.2.", StringComparison.Ordinal)) return value[..3];
        table.Odd("value", "Cairn reads versions 1.1 and 1.2; the files are read as if they were one of these", "ask for an export of version 1.2");
        return "";
    }

    private static bool IsToBeRead(RosterReading reading, string file, bool hasManifest, (string How, RosterPlace Place)? said)
    {
        var (isThere, isNeeded) = (reading.Files.Has(file), file is "users.csv" or "enrollments.csv");
        switch (said?.How)
        {
            case "delta":
                said.Value.Place.Wrong(reading.Faults, "files are bulk: a file of changes alone does not say who is still there", $"export {file} in bulk mode");
                return false;
            case "absent" when isThere:
                said.Value.Place.Odd(reading.Faults, $"the manifest says that {file} is absent; it is there and not read", "write bulk, or take the file out");
                break;
            case "absent": break;
            case null or "" or "bulk":
                break;
            default:
                said.Value.Place.Odd(reading.Faults, "a file is bulk, delta or absent; it is taken as bulk", "write bulk");
                break;
        }

        var isAbsent = said?.How == "absent";
        if (isThere && !isAbsent) return true;
        if (file == "users.csv" || (isNeeded && !isAbsent && (!hasManifest || said?.How == "bulk")))
            reading.Faults.Error(file, 0, "", "", $"a roster has {file}", "add the file, in bulk mode");
        else if (said is { How: "bulk" } one) one.Place.Odd(reading.Faults, $"the manifest says that {file} is bulk, and it is missing", "add the file, or write absent");
        return false;
    }
}
