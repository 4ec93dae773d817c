using System.Text.Json;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Certainty;

public sealed class OrdinalFilterTests
{
    private const double Tolerance = 1e-3;

    private static readonly EstimateModel Model = new([-1, 0, 1], 0.0005, 0.02, 0, 1);

    [Fact]
    public void The_checked_sequences_hold_after_each_piece()
    {
        Assert.SkipUnless(CheckedSequences.Find("vectors", "ordinal-filter.json") is not null, "the checked sequences are not here");
        using var file = JsonDocument.Parse(File.ReadAllText(CheckedSequences.Find("vectors", "ordinal-filter.json")!));
        foreach (var one in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            var prior = one.GetProperty("prior");
            var model = new EstimateModel(Numbers(one.GetProperty("cuts")), Number(one, "q_per_day"), Number(one, "lapse"), Number(prior, "mean"), Number(prior, "var"));
            var pieces = one.GetProperty("evidence").EnumerateArray()
                .Select(piece => new WeighedPiece(piece.GetProperty("level").GetInt32(), Number(piece, "a"), Number(piece, "s"), Number(piece, "dt"))).ToList();
            var wanted = one.GetProperty("after_each").EnumerateArray().Select(after => new Ability(
                Number(after, "mean"), Number(after, "sd"), Numbers(after.GetProperty("p_level")), Number(after, "q10"), Number(after, "q90"), Number(after, "pred"))).ToList();

            var each = OrdinalFilter.ReadEach(model, pieces);

            each.Count.ShouldBe(wanted.Count);
            foreach (var (is_, should) in each.Zip(wanted)) Distances.Of(is_, should).ShouldBeLessThan(5e-5);
        }
    }

    [Fact]
    public void Any_usual_pieces_give_what_a_dense_grid_gives() => Gen.Select(Models, Pieces).Sample((model, pieces) =>
    {
        var fitting = pieces.Select(piece => piece with { Level = 1 + piece.Level % model.Levels }).ToList();

        Distances.Of(OrdinalFilter.Read(model, fitting), DenseGrid.Read(model, fitting, model.PriorMean - 9, model.PriorMean + 9)).ShouldBeLessThan(Tolerance);
    }, iter: 12, threads: 1);

    private static readonly Gen<EstimateModel> Models = Gen.Select(
        Gen.OneOfConst<double[]>([-1, 0, 1], [-1.2, -0.3, 0.6, 1.4], [0.2], [-2, -1.9, 1]), Gen.OneOfConst(0, 0.0005, 0.002), Gen.OneOfConst(0, 0.02, 0.3),
        Gen.Double[-1, 1], Gen.Double[0.2, 1]).Select((cuts, drift, lapse, mean, variance) => new EstimateModel(cuts, drift, lapse, mean, variance));

    private static readonly Gen<WeighedPiece[]> Pieces = Gen.Select(
        Gen.Int[1, 60], Gen.OneOfConst(0.7, 1, 1.4, 2, 4), Gen.Double[-1, 1], Gen.Int[0, 60]).Select((level, precision, severity, days) =>
        new WeighedPiece(level, precision, severity, days)).Array[1, 12];

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement all) => [.. all.EnumerateArray().Select(one => one.GetDouble())];
}
