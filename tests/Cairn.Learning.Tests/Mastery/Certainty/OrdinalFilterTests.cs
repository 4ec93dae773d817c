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
    }, iter: 2, threads: 1);

    [Fact]
    public void Without_pieces_it_is_the_prior_that_time_has_widened()
    {
        var ability = OrdinalFilter.Read(Model, [], 2000);

        ability.Deviation.ShouldBe(Math.Sqrt(2), 1e-6);
        ability.Levels.Zip(ability.Levels.Reverse()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        ability.Foretold.ShouldBe(1);
    }

    [Fact]
    public void The_days_before_the_first_piece_count_from_the_prior() =>
        Distances.Of(OrdinalFilter.Read(Model, [new(3, 1, 0, 400)]), OrdinalFilter.Read(Model with { PriorVariance = 1.2 }, [new(3)])).ShouldBeLessThan(1e-6);

    public static TheoryData<EstimateModel, WeighedPiece, double, string> Wrong => new()
    {
        { Model with { Cuts = [] }, new(1), 0, "cuts must be 1 to 49 numbers, one fewer than there are levels" },
        { Model with { Cuts = [0, 21] }, new(1), 0, "each of the cuts must be a number from -20 to 20" },
        { Model with { Cuts = [0, 0.0005] }, new(1), 0, "cuts must rise, each at least 0.001 above the one before" },
        { Model with { DriftPerDay = double.NaN }, new(1), 0, "drift_per_day must be a number from 0 to 1" },
        { Model with { Lapse = -0.1 }, new(1), 0, "lapse must be a number from 0 to 1" },
        { Model with { PriorMean = 30 }, new(1), 0, "prior.mean must be a number from -20 to 20" },
        { Model with { PriorVariance = 0 }, new(1), 0, "prior.variance must be a number from 0.000001 to 100" },
        { Model, new(5), 0, "level must be a whole number from 1 to 4" },
        { Model, new(0), 0, "level must be a whole number from 1 to 4" },
        { Model, new(1, 0), 0, "precision must be a number from 0.001 to 100" },
        { Model, new(1, 1, double.PositiveInfinity), 0, "severity must be a number from -20 to 20" },
        { Model, new(1, 1, 0, -1), 0, "days must be a number from 0 to 36525" },
        { Model, new(1), 40_000, "days must be a number from 0 to 36525" },
        { Model with { DriftPerDay = 1 }, new(1), 36_000, "drift_per_day times all days together must be at most 10000" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_out_of_range_is_refused_by_name(EstimateModel model, WeighedPiece piece, double daysSince, string fault) =>
        Should.Throw<ArgumentException>(() => OrdinalFilter.Read(model, [piece], daysSince)).Message.ShouldStartWith(fault);

    [Fact]
    public void More_pieces_than_anybody_has_are_refused() =>
        Should.Throw<ArgumentException>(() => OrdinalFilter.Read(Model, new WeighedPiece[5001])).Message.ShouldStartWith("evidence must be at most 5000 pieces");

    private static readonly Gen<EstimateModel> Models = Gen.Select(
        Gen.OneOfConst<double[]>([-1, 0, 1], [-1.2, -0.3, 0.6, 1.4], [0.2], [-2, -1.9, 1]), Gen.OneOfConst(0, 0.0005, 0.002), Gen.OneOfConst(0, 0.02, 0.3),
        Gen.Double[-1, 1], Gen.Double[0.2, 1]).Select((cuts, drift, lapse, mean, variance) => new EstimateModel(cuts, drift, lapse, mean, variance));

    private static readonly Gen<WeighedPiece[]> Pieces = Gen.Select(
        Gen.Int[1, 60], Gen.OneOfConst(0.7, 1, 1.4, 2, 4), Gen.Double[-1, 1], Gen.Int[0, 60]).Select((level, precision, severity, days) =>
        new WeighedPiece(level, precision, severity, days)).Array[1, 12];

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement all) => [.. all.EnumerateArray().Select(one => one.GetDouble())];
}
