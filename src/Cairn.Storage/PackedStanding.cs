using Cairn.Learning;
using Cairn.Storage.Standings;

namespace Cairn.Storage;

/// <summary>A learner's standing as it is kept.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="AsOf">When the newest fact it read was recorded.</param>
/// <param name="Bytes">The packed cells.</param>
public sealed record PackedStanding(LearnerId Learner, int Version, DateTime? AsOf, byte[] Bytes)
{
    /// <summary>The cells, without a copy.</summary>
    public ReadOnlySpan<Cell> Cells => Cell.Read(Bytes);

    /// <summary>How many levels a person's decision holds at a moment: one can run out without any new fact.</summary>
    public int SetByPersonAt(DateTime moment)
    {
        var set = 0;
        foreach (var cell in Cells)
            if (cell.IsSetByPersonAt(moment)) set++;
        return set;
    }
}
