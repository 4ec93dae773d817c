using Cairn.Learning.Credits;
using Cairn.Learning.People;

namespace Cairn.Learning.Transcripts;

/// <summary>The grade of credit that was awarded, by the conversion of the award's place and day: a conclusion that every page and record shares.</summary>
public sealed record AwardGrade
{
    private AwardGrade(CreditAward award) => Award = award;

    /// <summary>The award.</summary>
    public CreditAward Award { get; }

    /// <summary>By which conversion; null where none holds, or none is asked.</summary>
    public GradeConversion? Conversion { get; private init; }

    /// <summary>The grade; null where no conversion was asked.</summary>
    public ReportingGrade? Grade { get; private init; }

    /// <summary>Why it is in no average, whatever its points; null where points decide.</summary>
    public LeftOut? Why { get; private init; }

    /// <summary>The award as an average reads it.</summary>
    public AverageLine Line => new(Award.Id, Award.Hundredths, Grade?.Points, Grade?.WeightedPoints, Why);

    /// <summary>Concludes. What is not graded, and what came with another school's grade, is not converted.</summary>
    /// <param name="award">The award.</param>
    /// <param name="parts">What it was awarded for, of this award or of many; the levels of its own are read, else the award's.</param>
    /// <param name="conversions">Every conversion, in every version.</param>
    public static AwardGrade From(CreditAward award, IEnumerable<CreditAwardPart> parts, IEnumerable<GradeConversion> conversions)
    {
        ArgumentNullException.ThrowIfNull(award);
        var line = new AwardGrade(award);
        if (award.Grading == GradingOption.NoGrade) return line with { Why = LeftOut.NoGrade };
        if (award.Source == CreditSource.Transfer) return line with { Why = award.ProvisionalUntil is null ? LeftOut.OtherSchool : LeftOut.Provisional };
        if (ConversionFor.Of(conversions, new PolicyPlace(award.School, award.Program), award.EarnedOn) is not { } conversion) return line with { Why = LeftOut.NoConversion };
        var grade = ReportingGrade.From(conversion.Rules, LevelsOf(award, parts), award.IsWeighted);
        return line with { Conversion = conversion, Grade = grade, Why = award.ProvisionalUntil is null ? null : LeftOut.Provisional };
    }

    /// <summary>The levels that a grade reads: those of the award's parts, in the order of competency and stage; where a part has none or there is no part, the award's own mean.</summary>
    public static IReadOnlyList<decimal> LevelsOf(CreditAward award, IEnumerable<CreditAwardPart> parts)
    {
        ArgumentNullException.ThrowIfNull(award);
        var own = parts.Where(one => one.Award == award.Id).OrderBy(one => one.Competency.Value).ThenBy(one => one.Stage).ToList();
        return own.Count > 0 && own.TrueForAll(one => one.Level is not null) ? [.. own.Select(one => one.Level!.Value)] : award.Level is { } level ? [level] : [];
    }
}
