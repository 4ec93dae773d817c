namespace Cairn.Learning.Mastery.Certainty;

/// <summary>What one piece says of ability.</summary>
internal readonly struct Likelihood
{
    private readonly double _above;
    private readonly double _below;
    private readonly double _precision;
    private readonly double _kept;
    private readonly double _lapsed;

    /// <summary>Reads a piece that was checked.</summary>
    public Likelihood(EstimateModel model, WeighedPiece piece)
    {
        _above = piece.Level == 1 ? double.NegativeInfinity : model.Cuts[piece.Level - 2] + piece.Severity;
        _below = piece.Level == model.Levels ? double.PositiveInfinity : model.Cuts[piece.Level - 1] + piece.Severity;
        _precision = piece.Precision;
        (_kept, _lapsed) = (1 - model.Lapse, model.Lapse / model.Levels);
        // Where the curve meets the floor of the lapse it bends more sharply than any probit.
        Sharpness = _precision * _precision * (_lapsed > 0 ? Math.Max(1, -Math.Log(_lapsed) / 2) : 1);
    }

    /// <summary>At most how sharply its logarithm bends.</summary>
    public double Sharpness { get; }

    /// <summary>The abilities where it changes fastest: the ends of its level that are not infinite.</summary>
    public (double Low, double High) Ends => (double.IsFinite(_above) ? _above : _below, double.IsFinite(_below) ? _below : _above);

    /// <summary>The logarithm of the chance of the level at an ability.</summary>
    public double Log(double ability)
    {
        var log = NormalTail.LogBetween(_precision * (_above - ability), _precision * (_below - ability));
        return _lapsed > 0 ? Math.Log(_kept * Math.Exp(log) + _lapsed) : log;
    }
}
