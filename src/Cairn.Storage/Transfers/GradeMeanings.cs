using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;

namespace Cairn.Storage.Transfers;

/// <summary>The conversion in force, read backwards.</summary>
public static class GradeMeanings
{
    /// <summary>The conversion of a place on a day with what its grades mean; null where none is in force: then grades are kept, and say no level.</summary>
    public static (GradeConversion Conversion, IReadOnlyList<GradeMeaning> Meanings)? Of(Db db, PolicyPlace place, DateOnly day) =>
        ConversionFor.Of(ConversionRows.Adopted(db), place, day) is { } found ? (found, Of(found.Rules)) : null;

    /// <summary>What the bands of a table mean.</summary>
    public static IReadOnlyList<GradeMeaning> Of(GradeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Bands.Where(one => one.Letter.Length > 0 || one.PercentLow is not null).Select(one => new GradeMeaning(one.Letter, one.PercentLow, one.PercentHigh, one.EarnsCredit ?? true,
            levels => GradeInverse.LevelOf(table, levels, one.Letter.Length > 0 ? one.Letter : one.PercentLow!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))))];
    }
}
