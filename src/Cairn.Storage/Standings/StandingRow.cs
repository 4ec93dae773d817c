using Cairn.Learning;

namespace Cairn.Storage.Standings;

/// <summary>
/// The current state of one learner in one framework, packed: a cache of conclusions, always rebuildable to the same
/// bytes. Its as-of is the RecordedAt of the newest fact it read, never the wall clock.
/// </summary>
internal sealed class StandingRow(LearnerId learner, FrameworkId framework)
{
    public LearnerId Learner { get; private set; } = learner;

    public FrameworkId Framework { get; private set; } = framework;

    /// <summary>Grows with every change; the ETag of what is drawn from the row.</summary>
    public int Version { get; private set; }

    /// <summary>The number of the framework version it was concluded under.</summary>
    public int FrameworkNumber { get; private set; }

    /// <summary>The fingerprint of the rules and scales it was concluded by.</summary>
    public long Rules { get; private set; }

    /// <summary>When the newest fact it read was recorded, UTC; null where it read none.</summary>
    public DateTime? AsOf { get; private set; }

    /// <summary>Cells of <see cref="Cell.Size"/> bytes, in framework order and by stage.</summary>
    public byte[] Cells { get; private set; } = [];

    /// <summary>Takes a conclusion; false where it is the same to the byte.</summary>
    public bool Take(int frameworkNumber, long rules, DateTime? asOf, byte[] cells)
    {
        if (Version > 0 && FrameworkNumber == frameworkNumber && Rules == rules && AsOf == asOf && Cells.AsSpan().SequenceEqual(cells)) return false;
        (FrameworkNumber, Rules, AsOf, Cells) = (frameworkNumber, rules, asOf, cells);
        Version++;
        return true;
    }
}
