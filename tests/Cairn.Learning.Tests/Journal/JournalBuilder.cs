using Cairn.Learning.Journal;

namespace Cairn.Learning.Tests.Journal;

/// <summary>A journal in memory, with what a store would hold of it, and ways to tamper with it.</summary>
internal sealed class JournalBuilder
{
    private readonly TreeEdge _edge = new();

    public List<JournalLeaf> Leaves { get; } = [];

    public List<Checkpoint> Checkpoints { get; } = [];

    public TreeEdge Edge => TreeEdge.Read(_edge.ToBytes())!;

    /// <summary>A journal of so many entries, with a checkpoint after each few and one at the end.</summary>
    public static JournalBuilder Of(int size, int every = 5)
    {
        var journal = new JournalBuilder();
        for (var i = 0; i < size; i++)
        {
            journal.Add();
            if ((i + 1) % every == 0 || i + 1 == size) journal.Sign();
        }

        return journal;
    }

    public JournalBuilder Add(params long[] erases)
    {
        var hash = HashOf(Leaves.Count, "entry");
        _edge.Append(hash);
        Leaves.Add(new JournalLeaf(Leaves.Count, hash, hash, Erases: erases));
        return this;
    }

    public JournalBuilder Sign()
    {
        Checkpoints.Add(new Checkpoint("example.com/journal", _edge.Size, _edge.Root()));
        return this;
    }

    public JournalBuilder Erase(int index, bool keepsSeal = true)
    {
        Leaves[index] = Leaves[index] with { IsErased = true, Recomputed = keepsSeal ? Leaves[index].Recomputed : null };
        return this;
    }

    /// <summary>Somebody changes the entry, and leaves the hash.</summary>
    public JournalBuilder Alter(int index)
    {
        Leaves[index] = Leaves[index] with { Recomputed = HashOf(index, "another") };
        return this;
    }

    /// <summary>Somebody changes the entry and its hash.</summary>
    public JournalBuilder Forge(int index)
    {
        Leaves[index] = Leaves[index] with { Recomputed = HashOf(index, "another"), Stored = HashOf(index, "another") };
        return this;
    }

    public (List<JournalFinding> Findings, JournalConclusion Conclusion) Walk(bool knowsTheEdge = true)
    {
        var findings = new List<JournalFinding>();
        var walk = new JournalWalk(Checkpoints, knowsTheEdge ? Edge : null, findings.Add);
        foreach (var leaf in Leaves) walk.Take(leaf);
        return (findings, walk.End());
    }

    /// <summary>The hash of an entry that says a word, at a place.</summary>
    public static TreeHash HashOf(long index, string word) => SaltedLeaf.Hash(index, SaltedLeaf.Seal(new byte[16], []), System.Text.Encoding.UTF8.GetBytes(word));
}
