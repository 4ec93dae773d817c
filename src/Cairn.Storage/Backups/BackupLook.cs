using System.Globalization;

namespace Cairn.Storage.Backups;

/// <summary>How old is the newest backup that was restored and found good, and how did the last one go?</summary>
internal static class BackupLook
{
    // Two nights, and some hours for a long one.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(54);

    private const string Nightly = "let cairn serve run through the night: it makes one, restores it and checks it. By hand: cairn backup, then cairn restore FILE --check";

    public static CheckupFinding Of(DataFolder folder, string district, DateTime now)
    {
        var status = new BackupFolder(folder).Status(district);
        return (folder.IsDemo, status) switch
        {
            (true, _) => new CheckupFinding("backup", true, "a demonstration has none", ""),
            (_, null) => new CheckupFinding("backup", true, "none was made yet", Nightly) { IsNote = true },
            (_, { IsGood: false }) => new CheckupFinding("backup", false, $"the last one failed, {At(status.TriedAt)}: {status.Trouble} The newest good one: {(status.GoodAt is { } good ? At(good) : "none")}", "mend what it says, then run: cairn backup, and cairn restore FILE --check"),
            (_, { GoodAt: { } at }) when now - at > Oldest => new CheckupFinding("backup", false, $"the newest one that was checked is of {At(at)}", Nightly),
            (_, { GoodAt: { } at }) => new CheckupFinding("backup", true, $"made, restored and checked {At(at)}: {status.File}, {Math.Max(1, status.Bytes >> 20)} MiB", ""),
            _ => new CheckupFinding("backup", false, "the note of the last one says nothing", Nightly),
        };
    }

    private static string At(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
