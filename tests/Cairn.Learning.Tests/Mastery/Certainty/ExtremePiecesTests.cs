using Cairn.Learning.Mastery.Certainty;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Certainty;

/// <summary>Pieces and models at the ends of what is allowed.</summary>
public sealed class ExtremePiecesTests
{
    private const double Tolerance = 1e-3;

    private static readonly EstimateModel Model = new([-1.2, -0.3, 0.6, 1.4], 0.0005, 0, 0, 1);

    // A dense grid is told where to look, so that its 3,201 points are fine enough.
    public static TheoryData<string, EstimateModel, WeighedPiece[], double, double> Cases => new()
    {
        { "pieces that contradict each other sharply", Model, [new(1, 10), new(5, 10), new(1, 10)], -3, 3 },
        { "the same with days between", Model, [new(1, 8, 0, 9), new(5, 8, 0, 9), new(5, 8, 0, 1)], -3, 3 },
        { "two very precise pieces on both sides of one cut", Model, [new(2, 60), new(3, 60)], -3.1, 3.1 },
        { "a very precise piece and a wide prior", Model with { PriorVariance = 100 }, [new(5, 10)], -90, 90 },
        { "a severe judge", Model, [new(1, 1, 12), new(5, 1, -12, 20)], -9, 9 },
        { "a judge more severe than any cut can bear", Model, [new(5, 3, 15)], -2, 22 },
        { "a tiny prior variance", Model with { PriorVariance = 1e-6, DriftPerDay = 0 }, [new(5, 2), new(5, 2)], -0.01, 0.01 },
        { "a tiny prior variance that many pieces pull", Model with { PriorVariance = 1e-4, DriftPerDay = 1e-6 }, [.. Enumerable.Repeat(new WeighedPiece(5, 4, 0, 1), 20)], -0.2, 0.4 },
        { "large drift", Model with { DriftPerDay = 1, Lapse = 0.02 }, [new(5, 1, 0, 40), new(1, 2, 0, 90)], -110, 110 },
        { "drift far below a step", Model with { DriftPerDay = 1e-9 }, [.. Enumerable.Repeat(new WeighedPiece(3, 1, 0, 1), 10)], -4, 4 },
        { "cuts far away", new EstimateModel([-20, 19], 0.01, 0, 0, 1), [new(2, 1, 0, 3), new(1, 1, 0, 3)], -25, 10 },
        { "cuts close together", new EstimateModel([0, 0.001, 0.5], 0.001, 0, 0, 1), [new(2, 1), new(2, 5, 0.3, 4)], -6, 6 },
        { "a lapse and a surprise", Model with { Lapse = 0.001 }, [new(5, 6), new(5, 6), new(1, 6, 0, 30), new(1, 6, 0, 1), new(1, 6, 0, 1)], -6, 6 },
        { "nothing but lapses", Model with { Lapse = 1 }, [new(5, 6), new(1, 6, 0, 30)], -8, 8 },
        { "twenty pieces one way and twenty the other", Model, [.. Enumerable.Range(0, 40).Select(i => new WeighedPiece(i < 20 ? 1 : 5, 1.4))], -3, 3 },
        { "forty pieces with days between", Model, [.. Enumerable.Range(0, 40).Select(i => new WeighedPiece(1 + i % 5, 2, 0, i % 3))], -3, 3 },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Extreme_pieces_give_what_a_dense_grid_gives(string what, EstimateModel model, WeighedPiece[] pieces, double low, double high) =>
        Distances.Of(OrdinalFilter.Read(model, pieces), DenseGrid.Read(model, pieces, low, high)).ShouldBeLessThan(Tolerance, what);

    [Fact]
    public void The_unit_of_ability_does_not_matter() => Gen.Select(Wild, Gen.OneOfConst(0.25, 0.37, 1.7, 3)).Sample((one, unit) =>
    {
        var (model, pieces) = one;
        var scaled = model with { Cuts = [.. model.Cuts.Select(cut => cut * unit)], DriftPerDay = model.DriftPerDay * unit * unit, PriorMean = model.PriorMean * unit, PriorVariance = model.PriorVariance * unit * unit };
        var same = pieces.Select(piece => piece with { Precision = piece.Precision / unit, Severity = piece.Severity * unit }).ToList();

        var (is_, should) = (OrdinalFilter.Read(scaled, same), OrdinalFilter.Read(model, pieces));

        Distances.Of(is_ with { Mean = is_.Mean / unit, Deviation = is_.Deviation / unit, Low80 = is_.Low80 / unit, High80 = is_.High80 / unit }, should).ShouldBeLessThan(Tolerance);
    }, iter: 7, threads: 1);

    [Fact]
    public void Whatever_is_allowed_gets_numbers() => Gen.Select(Wild, Gen.Double[0, 400]).Sample((one, days) =>
    {
        var ability = OrdinalFilter.Read(one.Model, one.Pieces, days);

        ability.Levels.Sum().ShouldBe(1, 1e-6);
        ability.Levels.ShouldAllBe(share => share >= 0 && share <= 1);
        ability.Deviation.ShouldBeGreaterThan(0);
        ability.Low80.ShouldBeLessThan(ability.High80);
        double.IsFinite(ability.Mean + ability.Deviation + ability.Low80 + ability.High80).ShouldBeTrue();
        ability.Foretold.ShouldBeInRange(0, 1);
    }, iter: 7, threads: 1);

    private static readonly Gen<(EstimateModel Model, WeighedPiece[] Pieces)> Wild = Gen.Select(
        Gen.Double[-6, 6].Array[1, 8], Gen.OneOfConst(0, 1e-7, 1e-4, 0.01, 0.1), Gen.OneOfConst(0, 0, 1e-6, 0.02, 0.5), Gen.Double[-5, 5], Gen.OneOfConst(1e-4, 0.01, 1, 11),
        Gen.Select(Gen.Int[0, 999], Gen.OneOfConst(0.01, 0.5, 1, 3, 12), Gen.Double[-6, 6], Gen.OneOfConst(0, 0, 1, 5.5, 90)).Array[0, 6]).Select((cuts, drift, lapse, mean, variance, pieces) =>
    {
        var rising = cuts.Order().Select((cut, i) => Math.Clamp(cut + 0.01 * i, -6.6, 6.6)).ToArray();
        return (new EstimateModel(rising, drift, lapse, mean, variance), pieces.Select(piece => new WeighedPiece(1 + piece.Item1 % (rising.Length + 1), piece.Item2, piece.Item3, piece.Item4)).ToArray());
    });
}
