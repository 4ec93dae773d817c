namespace Cairn.Learning.Plans;

/// <summary>When everything that is left is likely shown, in whole school weeks: never a decimal, and nothing at all from too little. A conclusion.</summary>
public sealed record Forecast
{
    /// <summary>Beyond so many school weeks, about three years, only that it is far is said.</summary>
    public const int Farthest = 110;

    private Forecast(int left, int? likely, int? surer) => (Left, Likely, Surer) = (left, likely, surer);

    /// <summary>How many competencies are left.</summary>
    public int Left { get; }

    /// <summary>School weeks that are as likely too few as too many, rounded up; null for no forecast, and beyond <see cref="Farthest"/>.</summary>
    public int? Likely { get; }

    /// <summary>School weeks that are enough four times in five, rounded up; null for no forecast, and beyond <see cref="Farthest"/>.</summary>
    public int? Surer { get; }

    /// <summary>Was enough shown to say anything?</summary>
    public bool HasOne { get; private init; }

    /// <summary>Concludes it from a pace: fewer than three shown give none.</summary>
    /// <param name="pace">The learner's pace, in school weeks.</param>
    /// <param name="left">How many are left, 0 to 10,000.</param>
    public static Forecast From(Pace pace, int left)
    {
        ArgumentNullException.ThrowIfNull(pace);
        return new Forecast(left, Whole(pace.WeeksToShow(left, 0.5)), Whole(pace.WeeksToShow(left, 0.8))) { HasOne = pace.HasForecast };
    }

    private static int? Whole(double? weeks) => weeks is not { } known || known > Farthest ? null : (int)Math.Ceiling(known);
}
