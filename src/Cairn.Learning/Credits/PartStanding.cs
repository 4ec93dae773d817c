using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Credits;

/// <summary>How a learner stands in one part of a credit policy, as it holds at a moment: all that a decision about credit reads of a determination.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Level">The level that holds; on a continuum the value. Null for none.</param>
/// <param name="IsProficient">Is it Proficient? On a continuum: is the stage complete?</param>
/// <param name="IsComplete">Is all the evidence in?</param>
/// <param name="Boxes">Boxes for evidence.</param>
public sealed record PartStanding(CompetencyId Competency, int? Stage, decimal? Level, bool IsProficient, bool IsComplete, Boxes Boxes)
{
    /// <summary>The day, in the district, of the last showing or decision that it holds by; null where there is none.</summary>
    public DateOnly? ShownOn { get; init; }

    /// <summary>When the newest fact was recorded that it was concluded from, UTC; null where there was none or it is not known.</summary>
    public DateTime? NewestFact { get; init; }

    /// <summary>Did a person decide the level?</summary>
    public bool IsSetByPerson { get; init; }

    /// <summary>Has anything been shown of it?</summary>
    public bool IsBegun => Level is not null || Boxes.Completed > 0;

    /// <summary>Reads a determination as it holds at a moment.</summary>
    /// <param name="of">The determination.</param>
    /// <param name="at">The moment, UTC: a person's decision holds until its end.</param>
    /// <param name="day">The district's day of a moment.</param>
    public static PartStanding From(Determination of, DateTime at, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(day);
        var held = of.At(at);
        // What a person decided is complete when the boxes are full, whatever the rule says of it.
        var isComplete = held.IsSetByPerson ? of.Boxes.Empty == 0 : of.IsComplete;
        var shown = of.Counted.Count > 0 ? of.Counted.Max(one => one.DemonstratedOn) : of.LastShown;
        var decided = held.IsSetByPerson ? of.Override!.DecidedOn : (DateTime?)null;
        return new PartStanding(of.Competency, of.Stage, held.IsSetByPerson || of.Rule.Rule is not Continuum ? held.Level?.Number : of.Value, held.IsProficient, isComplete, of.Boxes)
        {
            ShownOn = LearnerRecord.Later(shown, decided) is { } last ? day(last) : null,
            NewestFact = of.NewestFact,
            IsSetByPerson = held.IsSetByPerson,
        };
    }
}
