using System.Text;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Interop.Tests.OneRoster;
using CsCheck;

namespace Cairn.Interop.Tests.Csv;

/// <summary>What was taken from files is kept as it was taken, and nothing else is.</summary>
public sealed class KeptSheetsTests
{
    [Fact]
    public void A_roster_comes_back_as_it_was_read()
    {
        var sheets = new RosterBuilder().Set("roles.csv", 4, "role", "principal").Set("users.csv", 3, "status", "tobedeleted").Rewrite("enrollments.csv", text => text.Replace("e2,active,,loft,s,ben,student,,,\n", "", StringComparison.Ordinal)).Read().Sheets;

        Text(Again(sheets)).ShouldBe(Text(sheets));
        var again = Again(sheets);
        (again.Version, again.SystemName, again.People.Count, again.NeedsConfirmation.Count).ShouldBe((sheets.Version, "Roster Works", sheets.People.Count, 1));
        again.Files.ShouldBe(sheets.Files);
        again.People[0].BirthDate.ShouldBe(new DateOnly(2011, 12, 10));
        again.People[0].Key.ShouldBe("ada");
    }

    [Fact]
    public void A_programme_comes_back_as_it_was_read()
    {
        var sheets = new ProgramBuilder().ReadGood();

        Text(Again(sheets)).ShouldBe(Text(sheets));
        Again(sheets).Targets[0].Pieces.ShouldBe(sheets.Targets[0].Pieces);
    }

    [Fact]
    public void Any_made_district_comes_back_and_its_passwords_do_not() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var faults = new FaultList();
            using var files = ReadRoster.Files.FromZip(new RosterMaker(seed, 60, 4, 120).Zip(), "roster.zip", faults)!;
            var sheets = ReadRoster.From(files, TimeZoneInfo.Utc, faults);
            Text(Again(sheets)).ShouldBe(Text(sheets));
            Text(sheets).ShouldNotContain("Hush");
        }, iter: 20);

    private static T Again<T>(T sheets)
        where T : class => KeptSheets.Read<T>(new MemoryStream(Encoding.UTF8.GetBytes(Text(sheets))));

    private static string Text<T>(T sheets)
        where T : class
    {
        using var to = new MemoryStream();
        KeptSheets.Write(sheets, to);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
