using Cairn.Learning.Credits;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Transcripts;

/// <summary>Who a transcript is about. There is no place for anything about disability, situation or language.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Called">What the learner is called.</param>
/// <param name="School">The school; empty for none.</param>
/// <param name="District">The district.</param>
public sealed record TranscriptPerson(string Name, string Called, string School, string District)
{
    /// <summary>Birth date; null where it is not known, or not shown.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>The first day the learner was with a group here; null where it is not known.</summary>
    public DateOnly? Enrolled { get; init; }

    /// <summary>The day they left; null while they are here.</summary>
    public DateOnly? Left { get; init; }

    /// <summary>The year they are expected to graduate; null where it is not known.</summary>
    public int? ClassOf { get; init; }
}

/// <summary>Where a learner stands in one competency, as a transcript reads it.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Area">Its area.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">What it says a learner can do.</param>
/// <param name="Scale">The scale the level is read on.</param>
/// <param name="IsProficient">Is it Proficient?</param>
/// <param name="Level">The level's number; null for none.</param>
/// <param name="Label">The level's word; empty for none.</param>
/// <param name="Latest">The district's day of the newest showing; null for none.</param>
public sealed record CompetencyStanding(CompetencyId Competency, AreaId Area, string Code, string Title, string Statement, ScaleId Scale, bool IsProficient, decimal? Level, string Label, DateOnly? Latest)
{
    /// <summary>The stage; null where there is no continuum.</summary>
    public int? Stage { get; init; }
}

/// <summary>An area of a framework, in the order it is printed in.</summary>
/// <param name="Area">The area.</param>
/// <param name="Title">Its name.</param>
/// <param name="Scale">The scale that its level is read on; null where its competencies have several.</param>
/// <param name="Competencies">How many of its competencies count.</param>
public sealed record TranscriptAreaOf(AreaId Area, string Title, ProficiencyScale? Scale, int Competencies);

/// <summary>How far a diploma is, for one line of a transcript.</summary>
/// <param name="Title">The diploma.</param>
/// <param name="Met">Requirements that are met.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Asked">Credit that it asks for, in hundredths; null where it asks for none.</param>
/// <param name="AwardedOn">The day it was awarded; null while it was not.</param>
public sealed record TranscriptDiploma(string Title, int Met, int Of, int? Asked, DateOnly? AwardedOn)
{
    /// <summary>Of the credit that it asks for, what counts so far, in hundredths, as its audit counts it; null where it asks for none.</summary>
    public int? Counted { get; init; }
}

/// <summary>A work that the learner chose to show.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Why">Why it was chosen, in the learner's words.</param>
/// <param name="On">The district's day it was shown.</param>
/// <param name="Speaks">The titles of what it speaks to.</param>
public sealed record TranscriptWork(string Title, string Why, DateOnly On, IReadOnlyList<string> Speaks);

/// <summary>All that both transcripts are made from: facts in force on one day, and the tables they are read by.</summary>
/// <param name="Person">Who.</param>
/// <param name="On">The district's day.</param>
/// <param name="Credit">The learner's credit, with what became of it.</param>
public sealed record TranscriptFacts(TranscriptPerson Person, DateOnly On, CreditRecord Credit)
{
    /// <summary>Areas, in order.</summary>
    public IReadOnlyList<TranscriptAreaOf> Areas { get; init; } = [];

    /// <summary>Competencies, in order; of one with stages, the highest stage that holds.</summary>
    public IReadOnlyList<CompetencyStanding> Competencies { get; init; } = [];

    /// <summary>Conversions, in every version.</summary>
    public IReadOnlyList<GradeConversion> Conversions { get; init; } = [];

    /// <summary>Scales that levels are read on.</summary>
    public IReadOnlyList<ProficiencyScale> Scales { get; init; } = [];

    /// <summary>The rules that levels were concluded by, in words, such as "Two of the latest three, version 4".</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The diploma; null for none.</summary>
    public TranscriptDiploma? Diploma { get; init; }

    /// <summary>Works that the learner chose, in their order.</summary>
    public IReadOnlyList<TranscriptWork> Works { get; init; } = [];

    /// <summary>What the school says of itself; null where it said nothing.</summary>
    public SchoolProfile? Profile { get; init; }
}
