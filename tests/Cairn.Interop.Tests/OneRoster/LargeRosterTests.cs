using System.Diagnostics;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using CsCheck;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A district of 10,000 learners.</summary>
public sealed class LargeRosterTests(ITestOutputHelper output)
{
    private const int Learners = 10_000;
    private const int Classes = 600;
    private const int Enrollments = 60_000;

    [Fact]
    public void A_district_of_ten_thousand_learners_is_read_whole()
    {
        var bytes = new RosterMaker(1, Learners, Classes, Enrollments).Zip().ToArray();
        Read(new MemoryStream(bytes));
        var watch = Stopwatch.StartNew();

        var (sheets, faults) = Read(new MemoryStream(bytes));

        watch.Stop();
        // The first reading is the runtime's warming up.
        output.WriteLine($"{sheets.People.Count} people and {sheets.Memberships.Count} enrollments in {watch.ElapsedMilliseconds} ms");
        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldHaveSingleItem().File.ShouldBe("manifest.csv");
        (sheets.People.Count, sheets.Groups.Count, sheets.Memberships.Count, sheets.Guardianships.Count).ShouldBe((Learners + (Learners / 5) + Classes, Classes, Enrollments, Learners));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_one_of_fifty_planted_errors_is_found_in_its_file_row_and_column(int seed)
    {
        var maker = new RosterMaker(seed, Learners, Classes, Enrollments);
        var planted = Enumerable.Range(0, 50).Select(i => maker.Plant(i % RosterMaker.Kinds)).ToList();

        var (_, faults) = Read(maker.Zip());

        faults.Errors.Select(one => (one.File, one.Row, one.Column)).Order().ShouldBe(planted.Order());
        faults.Errors.ShouldAllBe(one => one.Rule.Length > 0 && one.Fix.Length > 0 && !one.Value.Contains("Hush", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_mix_of_errors_in_a_small_district_is_found_to_the_last_one() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, RosterMaker.Kinds - 1].Array[0, 30]).Sample((seed, kinds) =>
        {
            var maker = new RosterMaker(seed, 1000, 30, 2000);
            var planted = kinds.Select(maker.Plant).ToList();
            Read(maker.Zip()).Faults.Errors.Select(one => (one.File, one.Row, one.Column)).Order().ShouldBe(planted.Order());
        }, iter: 40);

    [Fact]
    public void A_set_reads_the_same_every_time()
    {
        var zip = new RosterMaker(5, 500, 20, 900).Zip().ToArray();

        var (one, other) = (Read(new MemoryStream(zip)).Sheets, Read(new MemoryStream(zip)).Sheets);

        one.Memberships.ShouldBe(other.Memberships);
        one.People.Select(each => each.Key).ShouldBe(other.People.Select(each => each.Key));
    }

    [Fact]
    public void Chains_of_parents_however_long_take_no_more_than_their_length()
    {
        const int count = 200_000;
        var rows = string.Concat(Enumerable.Range(0, count).Select(i => $"o{i},,,Org {i},school,,o{(i == count - 1 ? count / 2 : i + 1)}\n"));
        var watch = Stopwatch.StartNew();

        var (sheets, faults) = new RosterBuilder().AddRaw("orgs.csv", rows.TrimEnd('\n')).Read();

        faults.Errors.ShouldBeEmpty();
        sheets.Organizations.Count.ShouldBe(count + 2);
        faults.Warnings.ShouldHaveSingleItem().Column.ShouldBe("parentSourcedId");
        // Steps in the square of the length would take many minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void However_many_faults_there_are_they_are_kept_to_a_number()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"x{i},active,,loft,s,ghost{i},student,,,\n"));

        new RosterBuilder().AddRaw("enrollments.csv", rows.TrimEnd('\n')).Read().Faults.Errors.Count.ShouldBe(FaultList.Most + 1);
    }

    private static (RosterSheets Sheets, FaultList Faults) Read(Stream zip)
    {
        var faults = new FaultList();
        using var files = ReadRoster.Files.FromZip(zip, "roster.zip", faults)!;
        return (ReadRoster.From(files, TimeZoneInfo.Utc, faults), faults);
    }
}
