using Cairn.App.Cli;
using Cairn.App.Jobs;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>Each night a backup is made, restored and checked; one that is not good is loud.</summary>
public sealed class NightlyTests : IDisposable
{
    private readonly Keep _keep = new();
    private readonly List<string> _told = [];
    private readonly TestClock _clock = new(DateTimeOffset.UtcNow);

    private BackupFolder Backups => new(_keep.From.Folder);

    private NightlyBackups Job => new(_keep.From.Folder, _clock, (text, _) => _told.Add(text));

    [Fact]
    public async Task It_is_made_restored_checked_and_noted_once_a_night()
    {
        var job = Job;
        (await job.Look()).ShouldBe(1);
        (await job.Look()).ShouldBe(0);
        _clock.Pass(TimeSpan.FromDays(1));
        (await job.Look()).ShouldBe(1);

        var status = Backups.Status("default")!;
        (status.IsGood, status.GoodAt, status.StateHash).ShouldBe((true, _clock.GetUtcNow().UtcDateTime, Keep.StateOf(_keep.From)));
        Backups.Nightly("default").Count.ShouldBe(2);
        _told.ShouldBeEmpty();
        var restored = _keep.To.Run("restore", Backups.Nightly("default")[^1].File, "--json");
        restored.Json.GetProperty("stateHash").GetString().ShouldBe(status.StateHash);
        NightlyBackups.OldestGood(_keep.From.Folder).ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task The_doctor_tells_when_it_was_good_and_when_it_has_grown_old()
    {
        _keep.From.Run("doctor").Out.ShouldContain("note backup: none was made yet");
        await Job.Look();
        _keep.From.Run("doctor").Out.ShouldContain("ok   backup: made, restored and checked");

        var status = Backups.Status("default")!;
        (status with { GoodAt = status.GoodAt!.Value.AddDays(-3) }).Write(Backups.StatusFile("default"));

        var told = _keep.From.Run("doctor");
        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain("BAD  backup");
        told.Out.ShouldContain("Fix: let cairn serve run");
    }

    [Fact]
    public async Task One_that_is_not_good_is_loud_and_the_good_ones_stay()
    {
        var job = Job;
        await job.Look();
        using (var db = _keep.From.Open().Open()) Sql.Run(db, Engines.IsPostgres ? "UPDATE standings SET cells = decode('00', 'hex')" : "UPDATE standings SET cells = x'00'");
        _clock.Pass(TimeSpan.FromDays(1));

        (await job.Look()).ShouldBe(0);

        _told.ShouldHaveSingleItem().ShouldContain("FAILED");
        var status = Backups.Status("default")!;
        status.Trouble.ShouldContain("conclusions");
        status.GoodAt.ShouldBe(_clock.GetUtcNow().UtcDateTime.AddDays(-1));
        File.Exists(Path.Combine(Backups.Path, "default.bad")).ShouldBeTrue();
        Backups.Nightly("default").ShouldHaveSingleItem();
        _keep.From.Run("doctor").Out.ShouldContain("BAD  backup: the last one failed");
        (await job.Look()).ShouldBe(0);
        _told.Count.ShouldBe(1);
        _clock.Pass(TimeSpan.FromHours(1));
        (await job.Look()).ShouldBe(0);
        _told.Count.ShouldBe(2);
        Directory.EnumerateFiles(Backups.Path, "*.bad").ShouldHaveSingleItem();

        _keep.From.Run("recompute").Exit.ShouldBe(CommandLine.Done);
        _clock.Pass(TimeSpan.FromHours(1));
        (await job.Look()).ShouldBe(1);
        _keep.From.Run("doctor").Out.ShouldContain("ok   backup");
    }

    [Fact]
    public async Task Old_ones_are_taken_away_and_nobody_elses()
    {
        var folder = Backups.Made();
        var now = _clock.GetUtcNow().UtcDateTime;
        for (var days = 1; days <= 500; days++)
            foreach (var district in (string[])["default", "default-two"]) await File.WriteAllTextAsync(Path.Combine(folder, BackupFolder.NameOf(district, now.AddDays(-days), isNightly: true)), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, BackupFolder.NameOf("default", now.AddDays(-300))), "made by hand", TestContext.Current.CancellationToken);

        await Job.Look();

        Backups.Nightly("default").Count.ShouldBeInRange(18, 25);
        Backups.Nightly("default-two").Count.ShouldBe(500);
        File.Exists(Path.Combine(folder, BackupFolder.NameOf("default", now.AddDays(-300)))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_demonstration_has_none()
    {
        await File.WriteAllTextAsync(Path.Combine(_keep.From.Data, "demo.json"), "{}", TestContext.Current.CancellationToken);
        (await Job.Look()).ShouldBe(0);
        Directory.Exists(Backups.Path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-26T06:59:00Z", "2026-11-25")]
    [InlineData("America/New_York", "2026-11-26T07:00:00Z", "2026-11-26")]
    [InlineData("Pacific/Auckland", "2026-11-25T13:00:00Z", "2026-11-26")]
    [InlineData("Asia/Kathmandu", "2026-11-25T20:14:00Z", "2026-11-25")]
    [InlineData("Asia/Kathmandu", "2026-11-25T20:15:00Z", "2026-11-26")]
    [InlineData("America/New_York", "2026-03-08T06:59:00Z", "2026-03-07")]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08")]
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", "2026-10-31")]
    [InlineData("America/New_York", "2026-11-01T06:30:00Z", "2026-10-31")]
    [InlineData("America/New_York", "2026-11-01T07:00:00Z", "2026-11-01")]
    public void A_night_begins_at_two_of_the_districts_own_day(string zone, string at, string night) =>
        Nightly.NightOf(Moment(at), TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(DateOnly.Parse(night, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void It_is_due_where_none_was_made_this_night_and_an_hour_after_it_failed()
    {
        var (now, utc) = (Moment("2026-11-26T12:00:00Z"), TimeZoneInfo.Utc);
        BackupStatus Last(int nights, int minutes, string trouble = "") => new(now.AddMinutes(-minutes), Nightly.NightOf(now, utc).AddDays(-nights), null, "", 0, "", 0, trouble);

        Nightly.IsDue(null, utc, now).ShouldBeTrue();
        Nightly.IsDue(Last(0, 600), utc, now).ShouldBeFalse();
        Nightly.IsDue(Last(1, 1440), utc, now).ShouldBeTrue();
        Nightly.IsDue(Last(0, 59, "full"), utc, now).ShouldBeFalse();
        Nightly.IsDue(Last(0, 60, "full"), utc, now).ShouldBeTrue();
    }

    [Fact]
    public void Every_zone_has_one_night_a_day_over_three_years()
    {
        foreach (var zone in (string[])["America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns"])
        {
            var (place, nights) = (TimeZoneInfo.FindSystemTimeZoneById(zone), new HashSet<DateOnly>());
            var begin = Moment("2026-01-01T12:00:00Z");
            DateOnly last = default;
            for (var at = begin; at < begin.AddDays(3 * 365); at = at.AddMinutes(15))
            {
                var night = Nightly.NightOf(at, place);
                // A clock that is put back never asks for an earlier night's backup again.
                if (night > last) nights.Add(last = night);
            }

            nights.Count.ShouldBeInRange(3 * 365 - 1, 3 * 365 + 1);
        }
    }

    private static DateTime Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    public void Dispose() => _keep.Dispose();
}
