using System.Text.Json;
using Cairn.Learning.Mastery.Certainty;

namespace Cairn.Interop.Rules;

/// <summary>One line of JSON that asks what the Estimate believes after some pieces, read and checked.</summary>
/// <param name="Model">The model.</param>
/// <param name="Pieces">The pieces that have a level, oldest first; the days of one that has none are the next one's.</param>
/// <param name="DaysSince">Days of pieces without a level that came last.</param>
/// <param name="Counted">Places of the pieces among what was asked, from 0.</param>
/// <param name="Dropped">Places of those without a level.</param>
public sealed record EstimateQuestion(
    EstimateModel Model, IReadOnlyList<WeighedPiece> Pieces, double DaysSince, IReadOnlyList<int> Counted, IReadOnlyList<int> Dropped)
{
    /// <summary>The name of the rule.</summary>
    public const string Rule = "estimate";

    private static readonly string[] Parameters = ["cuts", "drift_per_day", "lapse", "prior"];
    private static readonly string[] OfPrior = ["mean", "variance"];

    /// <summary>Reads the parameters and the evidence of a line. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
    public static EstimateQuestion Read(JsonElement root)
    {
        if (Parameters.FirstOrDefault(name => root.TryGetProperty(name, out _)) is { } astray) throw new FormatException($"{astray}: belongs under parameters");
        var model = ReadModel(Object(root, "parameters", "parameters", Parameters, Rule));
        var pieces = new List<WeighedPiece>();
        var (counted, dropped) = (new List<int>(), new List<int>());
        double days = 0, all = 0;
        foreach (var (place, one) in JsonLine.Array(root, "evidence").Index())
        {
            var (piece, hasLevel) = ReadPiece(one, $"evidence[{place}]", model);
            (days, all) = (days + piece.Days, all + piece.Days);
            if (EstimateModel.FaultOfDays(days) is { } late) throw new FormatException($"evidence[{place}]: since the piece before that has a level, {late}");
            (hasLevel ? counted : dropped).Add(place);
            if (!hasLevel) continue;
            pieces.Add(piece with { Days = days });
            days = 0;
        }

        return model.Fault(counted.Count + dropped.Count, all) is { } fault ? throw new FormatException(fault) : new EstimateQuestion(model, pieces, days, counted, dropped);
    }

    private static EstimateModel ReadModel(JsonElement given)
    {
        if (Parameters.FirstOrDefault(name => name != "lapse" && !given.TryGetProperty(name, out _)) is { } needed)
            throw new FormatException($"{Rule} needs the parameter {needed}");
        var cuts = JsonLine.Array(given, "cuts", "parameters.cuts").Select((cut, i) => Number(cut, $"parameters.cuts[{i}]")).ToList();
        var prior = Object(given, "prior", "parameters.prior", OfPrior, "prior");
        if (OfPrior.FirstOrDefault(name => !prior.TryGetProperty(name, out _)) is { } missing) throw new FormatException($"parameters.prior.{missing}: is missing");
        var model = new EstimateModel(
            cuts, Number(given, "drift_per_day", "parameters.", 0), Number(given, "lapse", "parameters.", EstimateModel.UsualLapse),
            Number(prior, "mean", "parameters.prior.", 0), Number(prior, "variance", "parameters.prior.", 1));
        return model.Fault() is { } fault ? throw new FormatException(fault) : model;
    }

    private static (WeighedPiece Piece, bool HasLevel) ReadPiece(JsonElement one, string place, EstimateModel model)
    {
        if (one.ValueKind != JsonValueKind.Object) throw new FormatException($"{place}: must be an object");
        if (!one.TryGetProperty("level", out var said)) throw new FormatException($"{place}.level: is missing");
        var hasLevel = said.ValueKind != JsonValueKind.Null;
        var level = hasLevel ? Number(said, $"{place}.level") : 1;
        var isWhole = level == Math.Truncate(level) && Math.Abs(level) <= EstimateModel.MostLevels;
        var piece = new WeighedPiece(
            isWhole ? (int)level : 0, Number(one, "precision", place + ".", 1), Number(one, "severity", place + ".", 0), Number(one, "days", place + ".", 0));
        return model.Fault(piece) is { } fault ? throw new FormatException($"{place}.{fault.Replace(" must", ": must", StringComparison.Ordinal)}") : (piece, hasLevel);
    }

    private static JsonElement Object(JsonElement of, string name, string place, string[] members, string owner)
    {
        if (!of.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null) throw new FormatException($"{place}: is missing");
        if (given.ValueKind != JsonValueKind.Object) throw new FormatException($"{place}: must be an object");
        foreach (var one in given.EnumerateObject())
            if (!members.Contains(one.Name, StringComparer.Ordinal)) throw new FormatException($"{owner} has no parameter {one.Name}");
        return given;
    }

    private static double Number(JsonElement of, string name, string place, double otherwise) =>
        of.TryGetProperty(name, out var given) ? Number(given, place + name) : otherwise;

    private static double Number(JsonElement given, string place) =>
        given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out var number) && double.IsFinite(number)
            ? number : throw new FormatException($"{place}: must be a number");
}
