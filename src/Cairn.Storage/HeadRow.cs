using Cairn.Learning.Journal;

namespace Cairn.Storage;

/// <summary>Where a district's record ends: the one row that every write moves on.</summary>
internal sealed class HeadRow
{
    public int Id { get; private set; } = 1;

    /// <summary>When the newest fact was recorded, UTC.</summary>
    public DateTime LastRecordedAt { get; private set; } = DateTime.UnixEpoch;

    /// <summary>Grows with every change of frameworks, rules, scales or terms: what other processes keep in memory is then old.</summary>
    public int Frameworks { get; private set; }

    /// <summary>The right edge of the journal's tree, as <see cref="TreeEdge.ToBytes"/> writes it.</summary>
    public byte[] Tree { get; private set; } = [];

    /// <summary>The number of the newest occasion.</summary>
    public long Occasion { get; private set; }

    /// <summary>The edge that the next leaf is appended to.</summary>
    public TreeEdge Edge() => Tree.Length == 0 ? new TreeEdge() : TreeEdge.Read(Tree) ?? throw new RefusedException("The journal's end cannot be read: the head row was changed from outside. Restore the newest backup.");

    /// <summary>The journal grew.</summary>
    public void Journal(TreeEdge edge, long occasion) => (Tree, Occasion) = (edge.ToBytes(), occasion);

    public void ChangeFrameworks() => Frameworks++;

    public void MoveTo(DateTime recordedAt) => LastRecordedAt = recordedAt;
}
