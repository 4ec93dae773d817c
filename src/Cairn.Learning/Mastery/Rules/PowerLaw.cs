namespace Cairn.Learning.Mastery.Rules;

/// <summary>
/// The power law of learning (Marzano): least squares of ln s on ln i, read at the last piece. Undefined where a score
/// is 0, and then NotYet, never a guess.
/// </summary>
public sealed record PowerLaw : ScoreRule
{
    /// <inheritdoc/>
    public override string Name => "power-law";

    /// <inheritdoc/>
    public override bool ReadsOrder => true;

    /// <inheritdoc/>
    public override int Minimum { get; init; } = 3;

    /// <inheritdoc/>
    protected override Reading Read(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights) => levels.Any(level => level <= 0)
        ? Reading.Not(new NotYet(NotYetReason.UndefinedForZero))
        : Reading.Of(Fit.Power(levels).AtEnd, levels);

    /// <inheritdoc/>
    protected override IEnumerable<ArithmeticLine> Lines(IReadOnlyList<decimal> levels, IReadOnlyList<decimal>? weights)
    {
        var fit = Fit.Power(levels);
        return
        [
            new ArithmeticLine(ArithmeticKind.Scores, ArithmeticLine.List(levels), null),
            new ArithmeticLine(ArithmeticKind.Curve, fit.Curve, fit.AtEnd),
        ];
    }
}
