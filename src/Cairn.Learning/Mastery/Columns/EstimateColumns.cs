using System.Numerics;
using System.Runtime.InteropServices;
using Cairn.Learning.Mastery.Certainty;

namespace Cairn.Learning.Mastery.Columns;

/// <summary>What a column of estimates is about: one cell after the other, oldest piece first.</summary>
/// <param name="Offsets">Where each cell begins among the pieces, and at the end where the last one ends: rising.</param>
/// <param name="Levels">The level of each piece, from 1.</param>
/// <param name="Weights">For each piece, the place of its precision and severity among those of the bulk.</param>
/// <param name="Days">Whole days since the piece before it; of the first, since the prior.</param>
public readonly record struct EstimateColumn(ReadOnlyMemory<int> Offsets, ReadOnlyMemory<byte> Levels, ReadOnlyMemory<byte> Weights, ReadOnlyMemory<ushort> Days);

/// <summary>A precision and severity that pieces of a bulk share.</summary>
/// <param name="Precision">The precision.</param>
/// <param name="Severity">The severity.</param>
public readonly record struct PieceWeight(double Precision, double Severity = 0);

/// <summary>
/// The ordinal filter over columns: what each level and weight says of ability stands in a table over an even grid, a walk of
/// so many days is a row of taps, and a piece is a multiplication of the one and a sum over the other. A cell that leaves
/// next to nothing in single precision is read by the filter itself. Within a thousandth of the filter.
/// </summary>
public sealed class EstimateColumns
{
    // Nodes a unit of the narrowest belief that a cell can end with: enough, since sums over an even grid converge at once.
    private const double NodesAWidth = 1.2;
    private const double Wide = 5.5;
    private const double LeastNodes = 64;
    private const int MostNodes = 1024;
    private const int RenormaliseEvery = 4;
    private const float Lost = 1e-24f;

    private readonly EstimateModel _model;
    private readonly IReadOnlyList<PieceWeight> _weights;
    private readonly int _nodes;
    private readonly int _padded;
    private readonly double _low;
    private readonly double _step;
    private readonly float[] _says;
    private readonly float[] _prior;
    private readonly WalkTaps _taps;
    private readonly EstimateSums _sums;

    /// <summary>Makes the tables.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weights">The precisions and severities of the bulk, 1 to 256 of them.</param>
    /// <param name="mostPieces">The most pieces of a cell.</param>
    /// <param name="mostDays">The most days between two pieces.</param>
    /// <exception cref="ArgumentException">Something is out of its range, or so precise that the grid would be too fine for columns.</exception>
    public EstimateColumns(EstimateModel model, IReadOnlyList<PieceWeight> weights, int mostPieces, int mostDays)
    {
        var fault = model.Fault() ?? weights.Select(one => model.Fault(new WeighedPiece(1, one.Precision, one.Severity, mostDays))).FirstOrDefault(one => one is not null);
        if (fault is not null || weights.Count is 0 or > 256 || mostPieces < 1) throw new ArgumentException(fault ?? "There are 1 to 256 weights, and a cell has a piece.", nameof(weights));
        (_model, _weights) = (model, weights);
        var wander = model.DriftPerDay * mostDays;
        var sharpest = weights.Max(one => one.Precision);
        var variance = model.PriorVariance + wander * mostPieces;
        var width = Narrowest(1 / model.PriorVariance, wander == 0 ? 0 : model.DriftPerDay, sharpest * sharpest, mostPieces);
        var reach = Wide * Math.Sqrt(variance);
        _low = model.PriorMean - reach;
        _nodes = (int)Math.Ceiling(Math.Max(LeastNodes, 2 * reach / width * NodesAWidth) / WalkTaps.Block) * WalkTaps.Block;
        if (_nodes > MostNodes) throw new ArgumentException("These pieces are too precise, or ability wanders too far, for columns.", nameof(weights));
        _step = 2 * reach / (_nodes - 1);
        _taps = new WalkTaps(model.DriftPerDay, mostDays, _step, _nodes);
        _padded = _nodes + 2 * _taps.Margin;
        _prior = new float[_nodes];
        for (var i = 0; i < _nodes; i++) _prior[i] = (float)Math.Exp(-0.5 * (At(i) - model.PriorMean) * (At(i) - model.PriorMean) / model.PriorVariance);
        _says = new float[weights.Count * model.Levels * _nodes];
        for (var row = 0; row < weights.Count * model.Levels; row++) Tabulate(row);
        _sums = new EstimateSums(model.Cuts, _low, _step, _nodes);
    }

    /// <summary>How many points the grid has.</summary>
    public int Nodes => _nodes;

    /// <summary>How many numbers a cell is answered with: mean, deviation, 10 % and 90 % quantile, and the chance of each level.</summary>
    public int Width => 4 + _model.Levels;

    /// <summary>Estimates every cell after its last piece.</summary>
    /// <param name="column">The cells.</param>
    /// <param name="answers">Takes <see cref="Width"/> numbers a cell.</param>
    /// <returns>How many cells were left to the filter itself.</returns>
    public int Read(EstimateColumn column, Span<float> answers)
    {
        var offsets = column.Offsets.Span;
        var levels = column.Levels.Span;
        var weights = column.Weights.Span;
        var days = column.Days.Span;
        if (answers.Length != (offsets.Length - 1) * Width) throw new ArgumentException("There is one answer a cell.", nameof(answers));
        var belief = new float[_padded];
        var walked = new float[_padded];
        var alone = 0;
        for (var cell = 0; cell + 1 < offsets.Length; cell++)
        {
            var (from, to) = (offsets[cell], offsets[cell + 1]);
            var answer = answers.Slice(cell * Width, Width);
            _prior.CopyTo(belief, _taps.Margin);
            var kept = true;
            for (var i = from; i < to && kept; i++)
            {
                var row = (weights[i] * _model.Levels + levels[i] - 1) * _nodes;
                _taps.Walk(ref belief, ref walked, days[i]);
                Multiply(belief, row);
                if ((i - from) % RenormaliseEvery == RenormaliseEvery - 1) kept = Renormalise(belief);
            }

            if (kept && Renormalise(belief) && _sums.Tell(belief.AsSpan(_taps.Margin, _nodes), answer)) continue;
            Alone(levels[from..to], weights[from..to], days[from..to], answer);
            alone++;
        }

        return alone;
    }

    private void Multiply(float[] belief, int row)
    {
        var says = MemoryMarshal.Cast<float, Vector<float>>(_says.AsSpan(row, _nodes));
        var at = MemoryMarshal.Cast<float, Vector<float>>(belief.AsSpan(_taps.Margin, _nodes));
        for (var i = 0; i < says.Length && i < at.Length; i++) at[i] *= says[i];
    }

    private bool Renormalise(float[] belief)
    {
        var at = MemoryMarshal.Cast<float, Vector<float>>(belief.AsSpan(_taps.Margin, _nodes));
        var most = Vector<float>.Zero;
        foreach (var one in at) most += one;
        var sum = Vector.Sum(most);
        if (!(sum > Lost)) return false;
        var scale = new Vector<float>(1 / sum);
        for (var i = 0; i < at.Length; i++) at[i] *= scale;
        return true;
    }

    private void Alone(ReadOnlySpan<byte> levels, ReadOnlySpan<byte> weights, ReadOnlySpan<ushort> days, Span<float> answer)
    {
        var pieces = new WeighedPiece[levels.Length];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = new WeighedPiece(levels[i], _weights[weights[i]].Precision, _weights[weights[i]].Severity, days[i]);
        var ability = OrdinalFilter.Read(_model, pieces);
        (answer[0], answer[1], answer[2], answer[3]) = ((float)ability.Mean, (float)ability.Deviation, (float)ability.Low80, (float)ability.High80);
        for (var k = 0; k < _model.Levels; k++) answer[4 + k] = (float)ability.Levels[k];
    }

    private void Tabulate(int row)
    {
        var weight = _weights[row / _model.Levels];
        var likelihood = new Likelihood(_model, new WeighedPiece(1 + row % _model.Levels, weight.Precision, weight.Severity));
        for (var i = 0; i < _nodes; i++) _says[row * _nodes + i] = (float)Math.Exp(likelihood.Log(At(i)));
    }

    // The least width after so many of the sharpest pieces, a day between them.
    private static double Narrowest(double sharpness, double wander, double piece, int pieces)
    {
        for (var i = 0; i < pieces; i++) sharpness = 1 / (1 / sharpness + wander) + piece;
        return 1 / Math.Sqrt(sharpness);
    }

    private double At(int node) => _low + node * _step;
}
