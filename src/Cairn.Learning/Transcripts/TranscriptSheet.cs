using Cairn.Learning.Credits;

namespace Cairn.Learning.Transcripts;

/// <summary>A level as it is printed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Label">Its word.</param>
/// <param name="Rank">Its place on its scale, from 1.</param>
/// <param name="Of">How many levels the scale has.</param>
public sealed record SheetLevel(decimal Number, string Label, int Rank, int Of)
{
    /// <summary>Is it the line for credit, or above it?</summary>
    public bool IsProficient { get; init; }
}

/// <summary>A competency that was shown.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">What a learner can do who has it.</param>
/// <param name="Level">The level; null where there is none.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="Latest">The newest proof; null where there is none.</param>
public sealed record SheetCompetency(string Code, string Title, string Statement, SheetLevel? Level, int? Stage, DateOnly? Latest);

/// <summary>A row of the mastery transcript.</summary>
/// <param name="Title">The area; empty for credit that belongs to none.</param>
/// <param name="Level">The level of the mean of what was shown; null where there is none.</param>
/// <param name="Shown">What was shown, in order.</param>
/// <param name="Of">How many competencies the area has.</param>
/// <param name="Hundredths">Credit of the area that counts for good, in hundredths.</param>
/// <param name="Provisional">Credit of the area that is taken for granted for now, in hundredths.</param>
/// <param name="Latest">The newest proof; null where there is none.</param>
public sealed record SheetArea(string Title, SheetLevel? Level, IReadOnlyList<SheetCompetency> Shown, int Of, int Hundredths, int Provisional, DateOnly? Latest);

/// <summary>A line of the transcript by courses: one award of credit.</summary>
/// <param name="Award">Which award.</param>
/// <param name="Title">The course title, to the letter.</param>
/// <param name="Code">The course code; empty for none.</param>
/// <param name="Area">The area; empty for none.</param>
/// <param name="Hundredths">Its credit, in hundredths.</param>
/// <param name="EarnedOn">The day the last of it was shown.</param>
/// <param name="Source">Where it came from.</param>
public sealed record SheetLine(Guid Award, string Title, string Code, string Area, int Hundredths, DateOnly EarnedOn, CreditSource Source)
{
    /// <summary>Where it was earned, where not here; empty for here.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The mean of levels; null for none.</summary>
    public decimal? Level { get; init; }

    /// <summary>The letter or word; another school's as it stood there; empty for none.</summary>
    public string Grade { get; init; } = "";

    /// <summary>The percent; empty for none.</summary>
    public string Percent { get; init; } = "";

    /// <summary>Points; null for none.</summary>
    public decimal? Points { get; init; }

    /// <summary>Points in the weighted average; null for none.</summary>
    public decimal? WeightedPoints { get; init; }

    /// <summary>Is it weighted?</summary>
    public bool IsWeighted { get; init; }

    /// <summary>Why it is in no average; null where it is in one.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>The last day it counts unless evidence confirms it; null where it counts for good.</summary>
    public DateOnly? ProvisionalUntil { get; init; }

    /// <summary>Hours of a course of this size, as an equivalent; null for none.</summary>
    public int? SeatHours { get; init; }

    /// <summary>Is the title on the NCAA's list?</summary>
    public bool IsNcaa { get; init; }
}

/// <summary>A table that grades were read from.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Number">Its version.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Legend">The school's words about it; empty for none.</param>
/// <param name="Bands">Its rows.</param>
public sealed record SheetConversion(string Code, int Number, string Title, string Legend, IReadOnlyList<SheetBand> Bands);

/// <summary>A row of such a table.</summary>
/// <param name="From">The least mean; null where it has no lower end.</param>
/// <param name="IsFromInside">Is the lower end in it?</param>
/// <param name="To">The highest mean; null where it has no upper end.</param>
/// <param name="IsToInside">Is the upper end in it?</param>
/// <param name="Letter">The letter or word; empty for none.</param>
/// <param name="Percent">The percent, such as "85-92"; empty for none.</param>
/// <param name="Points">Points; null for none.</param>
public sealed record SheetBand(decimal? From, bool IsFromInside, decimal? To, bool IsToInside, string Letter, string Percent, decimal? Points);

/// <summary>What the school says of itself.</summary>
/// <param name="Number">The version; 0 where it said nothing.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">About the school.</param>
/// <param name="HowCredit">What credit means.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Contact">How it is reached.</param>
/// <param name="SchoolCode">The code colleges know it by.</param>
public sealed record SheetProfile(int Number, string Title, string About, string HowCredit, string Signer, string Contact, string SchoolCode);

/// <summary>All that is printed on either transcript. It is kept in an issued record as it is, so that a later rule, table or name changes nothing of it.</summary>
/// <param name="Person">Who.</param>
/// <param name="On">The district's day it is true of.</param>
public sealed record TranscriptSheet(TranscriptPerson Person, DateOnly On)
{
    /// <summary>Rows of the mastery transcript.</summary>
    public IReadOnlyList<SheetArea> Areas { get; init; } = [];

    /// <summary>Lines of the transcript by courses, in the order they were earned.</summary>
    public IReadOnlyList<SheetLine> Lines { get; init; } = [];

    /// <summary>Credit that counts for good, in hundredths.</summary>
    public int Hundredths { get; init; }

    /// <summary>Credit that is taken for granted for now, in hundredths.</summary>
    public int Provisional { get; init; }

    /// <summary>The average, unweighted; null for none.</summary>
    public decimal? Average { get; init; }

    /// <summary>The weighted average; null for none.</summary>
    public decimal? Weighted { get; init; }

    /// <summary>Honors.</summary>
    public Honors Honors { get; init; }

    /// <summary>The diploma; null for none.</summary>
    public TranscriptDiploma? Diploma { get; init; }

    /// <summary>Works the learner chose.</summary>
    public IReadOnlyList<TranscriptWork> Works { get; init; } = [];

    /// <summary>How to read the levels: each scale that is used, lowest level first.</summary>
    public IReadOnlyList<IReadOnlyList<SheetLevel>> Scales { get; init; } = [];

    /// <summary>The rules levels came from.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The tables grades came from.</summary>
    public IReadOnlyList<SheetConversion> Conversions { get; init; } = [];

    /// <summary>What the school says of itself; null where it said nothing.</summary>
    public SheetProfile? Profile { get; init; }
}
