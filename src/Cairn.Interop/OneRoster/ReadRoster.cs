using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>
/// Reads a OneRoster set (CSV binding 1.1 and 1.2, bulk; 1EdTech). Tolerant of form, with a warning for each oddity; strict about
/// people: a row that points at nobody is an error with its place, and with any error nothing is to be taken.
/// </summary>
public static class ReadRoster
{
    /// <summary>The files of the standard, in any case of letters.</summary>
    public static SheetSet Files { get; } = new("the roster", "manifest.csv, orgs.csv, users.csv and the others", RosterColumns.FileNamed);

    /// <summary>Reads the files.</summary>
    /// <param name="files">The files; not closed.</param>
    /// <param name="zone">The district's zone: a moment falls on a day there.</param>
    /// <param name="faults">Takes what is wrong and what is odd; with any error the sheets are not to be used.</param>
    /// <param name="progress">Told the file and row now and then.</param>
    public static RosterSheets From(SheetFiles files, TimeZoneInfo zone, FaultList faults, Action<string, int>? progress = null)
    {
        var reading = new RosterReading(files, zone, faults, progress ?? ((_, _) => { }));
        reading.ToBeRead = ReadManifest.From(reading, reading.Sheets);
        ReadPlaces.From(reading);
        ReadClasses.From(reading);
        var people = new ReadPeople(reading);
        people.From();
        ReadMemberships.From(reading, people);
        ReadAgents.From(reading, people);
        return reading.Sheets;
    }
}
