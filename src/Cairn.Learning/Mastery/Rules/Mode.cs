namespace Cairn.Learning.Mastery.Rules;

/// <summary>Which of several equally frequent levels wins.</summary>
public enum Tie
{
    /// <summary>The one shown last.</summary>
    Later,

    /// <summary>The higher.</summary>
    Higher,

    /// <summary>The lower.</summary>
    Lower,
}

/// <summary>The most frequent level.</summary>
/// <param name="Tie">Which of several equally frequent levels wins.</param>
public sealed record Mode(Tie Tie = Tie.Later) : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "mode";

    /// <inheritdoc/>
    public override bool ReadsOrder => Tie == Tie.Later;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var counts = levels.CountBy(level => level).ToDictionary();
        var most = counts.Values.Max();
        var tied = levels.Where(level => counts[level] == most);
        return Reading.Of(Tie switch { Tie.Later => tied.Last(), Tie.Higher => tied.Max(), _ => tied.Min() }, levels);
    }

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var tally = levels.CountBy(level => level).OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Value} × {ArithmeticLine.Print(pair.Key)}");
        return [new ArithmeticLine(ArithmeticKind.MostFrequent, string.Join(", ", tally), Read(levels, weights).Value)];
    }
}
