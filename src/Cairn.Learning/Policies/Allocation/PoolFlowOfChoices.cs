using System.Numerics;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>Choices that are still open, in a network: whichever of their leaves are taken, together they use what flows to any of them, and need as much as the least that the choice asks.</summary>
internal sealed partial class PoolFlow
{
    private readonly Dictionary<int, (int Out, int[] Ways)> _choices = [];

    /// <summary>Draws a choice, closed.</summary>
    /// <param name="node">The choice's number among the nodes.</param>
    /// <param name="leaves">Bits of all leaves below it.</param>
    public void Draw(int node, ulong leaves)
    {
        if (_choices.ContainsKey(node)) return;
        _network.Restore(_empty);
        var all = _network.Node();
        var ways = new int[_pool.Leaves.Length];
        for (var bits = leaves; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            ways[at] = _network.Way(_inside[at].All, all, 0);
        }

        _choices[node] = (_network.Way(all, To, 0), ways);
        _network.Save(ref _empty);
    }

    /// <summary>Fills leaves that are taken and choices that are open, each as if it were one leaf.</summary>
    /// <param name="leaves">Bits of the leaves that are taken.</param>
    /// <param name="choices">The choices.</param>
    /// <returns>What is missing of all at least.</returns>
    public long FillWith(ulong leaves, IReadOnlyList<OpenChoice> choices)
    {
        Clear();
        var asks = Open(leaves);
        foreach (var one in choices)
        {
            asks += one.Asks;
            _network.Open(_choices[one.Node].Out, one.Asks);
            for (var bits = one.Leaves; bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                _network.Open(_choices[one.Node].Ways[at], AsksAt(at));
            }
        }

        Push(asks);
        var missing = MissingIn(leaves);
        foreach (var one in choices) missing += one.Asks - _network.On(_choices[one.Node].Out);
        return missing;
    }

    /// <summary>What a leaf below an open choice is missing in this flow.</summary>
    public long MissingBelow(int node, int at) => AsksAt(at) - _network.On(_choices[node].Ways[at]);
}

/// <summary>A choice that is still open, all of whose leaves that compete stand in one pool.</summary>
/// <param name="Node">Its number among the nodes.</param>
/// <param name="Leaves">Bits of the leaves below it.</param>
/// <param name="Asks">What it asks at least, whichever branches are taken.</param>
/// <param name="MostMet">So many of its leaves are met at most.</param>
internal readonly record struct OpenChoice(int Node, ulong Leaves, long Asks, int MostMet);
