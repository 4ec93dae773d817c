using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>One reading of one set: its files, the zone, and what is wrong so far.</summary>
internal sealed class RosterReading(SheetFiles files, TimeZoneInfo zone, FaultList faults, Action<string, int> progress)
{
    public SheetFiles Files => files;

    public FaultList Faults => faults;

    public RosterSheets Sheets { get; } = new();

    public KeySet Orgs { get; } = new("orgs.csv");

    public KeySet Sessions { get; } = new("academicSessions.csv");

    public KeySet Courses { get; } = new("courses.csv");

    public KeySet Classes { get; } = new("classes.csv");

    public KeySet Users { get; } = new("users.csv");

    /// <summary>The dates of the file that is being read.</summary>
    public RosterDates Dates { get; private set; } = new(zone, faults);

    /// <summary>The files that are to be read; the manifest itself always is.</summary>
    public HashSet<string> ToBeRead { get; set; } = [RosterColumns.Manifest.File];

    /// <summary>Calls <paramref name="row"/> for every row of a file. Is the file there?</summary>
    public bool Each(RosterColumns columns, KeySet? keys, Action<RosterTable> row)
    {
        if (!ToBeRead.Contains(columns.File)) return false;
        using var stream = files.OpenRead(columns.File);
        if (stream is null) return false;
        if (keys is not null) keys.IsThere = true;
        Sheets.ReadFiles.Add(columns.File);
        Dates = new RosterDates(zone, faults);
        RosterTable.Read(columns, stream, faults, key => keys?.Lose(key), table =>
        {
            if (table.Row % 1000 == 0) progress(columns.File, table.Row);
            RosterDates.PassOver(table);
            row(table);
        });
        Dates.Settle();
        return true;
    }

    /// <summary>Takes a row's key and its status: is it to be taken?</summary>
    public bool Takes(RosterTable table, KeySet keys, string key, bool isOfPerson)
    {
        var isInForce = table.InForce(isOfPerson);
        if (key.Length > 0 && !keys.Add(table, key, isInForce)) return false;
        if (!isInForce) Sheets.Ended.Add(new RosterEnd(table.File, table.Row, key));
        return isInForce;
    }
}
