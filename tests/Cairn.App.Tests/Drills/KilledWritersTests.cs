using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Learning;
using Cairn.Storage;

namespace Cairn.App.Tests.Drills;

/// <summary>Fifty writers are killed with SIGKILL, on PostgreSQL fifteen; by hand it is a thousand: <c>./drills kill9 1000</c>.</summary>
public sealed class KilledWritersTests(ITestOutputHelper output)
{
    private static readonly int Kills = Engines.IsPostgres ? 15 : 50;

    [Fact]
    public async Task Of_many_killed_writers_no_acknowledged_write_is_lost_and_none_is_half()
    {
        using var temp = new TempFolder();
        var drill = new KillDrill(temp.Path, folder => Field.Make(folder), longest: 150);

        var result = await drill.Run(Kills, Math.Max(1, Environment.ProcessorCount), seed: 4);

        output.WriteLine(result.ToString());
        result.Lost.ShouldBeEmpty();
        result.Broken.ShouldBeEmpty();
        result.Runs.ShouldBe(Kills);
        result.Acknowledged.ShouldBeGreaterThan(2 * Kills);
        result.ToString().ShouldStartWith($"kill9: {Kills} runs, ");
        result.ToString().ShouldEndWith(" acknowledged writes, 0 lost, 0 invariants broken");
    }

    [Fact]
    public async Task An_acknowledged_write_that_is_not_there_is_told_as_lost()
    {
        using var temp = new TempFolder();
        var (folder, ledger) = await Written(temp);
        var never = Guid.CreateVersion7();
        ledger.Note(1, $"W 3 {never:N}");
        ledger.Note(1, "R 3 cut off in the mid");

        var found = await Inspection.Of(folder, ledger);

        found.Lost.Count.ShouldBe(1);
        found.Lost[0].ShouldContain($"{never}");
        found.Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_seen_once_and_is_gone_is_told_as_lost()
    {
        using var temp = new TempFolder();
        var (folder, ledger) = await Written(temp);
        ledger.Seen.Add(Guid.CreateVersion7());

        (await Inspection.Of(folder, ledger)).Lost.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_without_its_words_and_a_row_of_nobody_are_told_as_broken()
    {
        using var temp = new TempFolder();
        var (folder, ledger) = await Written(temp);
        var half = Enumerable.Repeat(0, 50).Select(_ => Guid.CreateVersion7()).First(seed => Sown.Of(seed).Evidence.Count > 0);
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System))
        {
            await district.Writer.Record(Sown.Of(half) with { EvidenceTexts = [] });
            await district.Writer.Record(new Recording(Field.Learner(1)) { OverrideTexts = [new Cairn.Learning.Mastery.OverrideText(new OverrideId(half), "nobody's")] });
        }

        var broken = (await Inspection.Of(folder, ledger)).Broken;

        broken.ShouldContain(one => one.StartsWith($"half: of {half} there is no EvidenceText", StringComparison.Ordinal));
        broken.ShouldContain(one => one.StartsWith("astray: OverrideText", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_new_and_not_later_than_what_was_there_is_told_as_broken()
    {
        using var temp = new TempFolder();
        var (folder, ledger) = await Written(temp);
        ledger.Seen.Clear();
        ledger.Newest = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        var broken = (await Inspection.Of(folder, ledger)).Broken;

        broken.ShouldContain("order: the head went back");
        broken.Count(one => one.Contains("is new, and not later", StringComparison.Ordinal)).ShouldBe(20);
    }

    [Fact]
    public async Task A_row_that_somebody_changed_behind_the_journal_is_told_as_broken()
    {
        using var temp = new TempFolder();
        var (folder, ledger) = await Written(temp);
        using (var engine = folder.EngineOf(Field.District))
        using (var db = engine.Open())
            Storage.Sql.Run(db, "UPDATE learners SET given_name = 'Somebody else' WHERE username = 'learner3'").ShouldBe(1);

        var broken = (await Inspection.Of(folder, ledger)).Broken;

        broken.Count.ShouldBe(1);
        broken[0].ShouldStartWith("verify: RowAltered learners ");
    }

    [Fact]
    public void What_a_seed_records_is_the_same_each_time_and_of_every_kind()
    {
        var seeds = Enumerable.Range(0, 400).Select(i => NamedId.Of("sown", $"{i}")).ToList();

        var all = seeds.ConvertAll(Sown.Of);

        seeds.ConvertAll(Rows).SelectMany(one => one).ShouldBe(all.SelectMany(one => one.Stamped(() => default)));
        all.ShouldContain(one => one.StageEntries.Count > 0);
        all.ShouldContain(one => one.Overrides.Count > 0 && one.OverrideTexts.Count > 0);
        all.ShouldContain(one => one.Artifacts.Count > 1 && one.Judgments.Count > 1);
        all.ShouldContain(one => one.Evidence.Count == 0 && one.Judgments.Count == 1);
        all.ShouldContain(one => one.EvidenceTexts.Any(text => text.Comment.Length > 4096));

        static IEnumerable<object> Rows(Guid seed) => Sown.Of(seed).Stamped(() => default);
    }

    private static async Task<(DataFolder Folder, Ledger Ledger)> Written(TempFolder temp)
    {
        var (folder, ledger) = (new DataFolder(temp.Of("data")), new Ledger());
        await Field.Make(folder);
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System))
            for (var i = 0; i < 20; i++)
            {
                var seed = Guid.CreateVersion7();
                await district.Writer.Record(Sown.Of(seed));
                ledger.Note(0, $"W 0 {seed:N}");
            }

        (await Inspection.Of(folder, ledger)).IsGood.ShouldBeTrue();
        return (folder, ledger);
    }
}
