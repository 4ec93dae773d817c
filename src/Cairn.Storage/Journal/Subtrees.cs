using Cairn.Learning.Journal;
using Cairn.Storage.Journal.Verification;

namespace Cairn.Storage.Journal;

/// <summary>Hashes of full subtrees, made from the stored leaves: a proof is made twice, first to hear what it asks for, and then with it.
/// All leaves are read once, and only what is asked for is kept.</summary>
internal static class Subtrees
{
    public static T For<T>(District district, Func<Func<int, long, TreeHash>, T> make)
    {
        var asked = new HashSet<(int Level, long Index)>();
        make((level, index) =>
        {
            asked.Add((level, index));
            return TreeHash.Empty;
        });
        using var db = district.Open();
        var found = Read(new JournalReading(district.Engine, db), asked);
        return make((level, index) => found[(level, index)]);
    }

    private static Dictionary<(int Level, long Index), TreeHash> Read(JournalReading journal, HashSet<(int Level, long Index)> asked)
    {
        var found = new Dictionary<(int Level, long Index), TreeHash>();
        var edge = new TreeEdge();
        foreach (var leaf in journal.Read("SELECT leaf FROM journal ORDER BY \"index\"", rows => TreeHash.From(rows.Bytes(0))))
            edge.Append(leaf, node =>
            {
                if (asked.Contains((node.Level, node.Index))) found[(node.Level, node.Index)] = node.Hash;
            });
        return found;
    }
}
