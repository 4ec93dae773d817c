namespace Cairn.Storage;

/// <summary>Where a district's record ends: the one row that every write moves on.</summary>
internal sealed class HeadRow
{
    public int Id { get; private set; } = 1;

    /// <summary>When the newest fact was recorded, UTC.</summary>
    public DateTime LastRecordedAt { get; private set; } = DateTime.UnixEpoch;

    /// <summary>Grows with every change of frameworks, rules, scales or terms: what other processes keep in memory is then old.</summary>
    public int Frameworks { get; private set; }

    public void ChangeFrameworks() => Frameworks++;

    public void MoveTo(DateTime recordedAt) => LastRecordedAt = recordedAt;
}
