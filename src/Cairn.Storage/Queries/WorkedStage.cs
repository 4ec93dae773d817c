using Cairn.Storage.Standings;

namespace Cairn.Storage.Queries;

/// <summary>The stage of one competency that a learner stands in. Who has just finished a stage stands where they finished it, until they show something of the next.</summary>
/// <param name="Cell">The standing there.</param>
/// <param name="NotBegun">The standing at the highest stage that is open, where nothing of it was shown yet; null where that is the one they stand in.</param>
public readonly record struct WorkedStage(Cell Cell, Cell? NotBegun)
{
    /// <summary>The standing at the highest stage that is open, begun or not.</summary>
    public Cell Highest => NotBegun ?? Cell;

    /// <summary>Of each competency, by its number, the stage that the learner stands in.</summary>
    /// <param name="cells">The standings, of each competency in the order of its stages.</param>
    public static IReadOnlyDictionary<int, WorkedStage> Of(ReadOnlySpan<Cell> cells)
    {
        var found = new Dictionary<int, WorkedStage>();
        foreach (var cell in cells)
            found[cell.Number] = cell.Pieces == 0 && found.TryGetValue(cell.Number, out var before) && (before.Cell.IsComplete || before.Cell.IsProficient)
                ? before with { NotBegun = cell } : new WorkedStage(cell, null);
        return found;
    }
}
