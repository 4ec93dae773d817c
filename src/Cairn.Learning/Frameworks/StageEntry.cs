namespace Cairn.Learning.Frameworks;

/// <summary>A learner enters a stage of a competency: a fact. It stands, and its baseline is never derived again.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Learner">Who.</param>
/// <param name="Competency">Of what competency.</param>
/// <param name="Stage">The stage, 1 to 255.</param>
/// <param name="EnteredVia">How, such as "enrollment"; empty where not told.</param>
/// <param name="Baseline">The level the learner brought, at most two decimals; null or 0 for none.</param>
/// <param name="Source">Who keeps the row; empty when recorded here.</param>
/// <param name="EnteredAt">When, UTC.</param>
/// <param name="RecordedAt">When it was stored, UTC; no two facts of a district share it.</param>
public sealed record StageEntry(
    StageEntryId Id, LearnerId Learner, CompetencyId Competency, int Stage, string EnteredVia, decimal? Baseline,
    string Source, DateTime EnteredAt, DateTime RecordedAt);
