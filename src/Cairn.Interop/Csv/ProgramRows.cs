using System.Text.Json.Serialization;
using Cairn.Learning.Evidence;

namespace Cairn.Interop.Csv;

/// <summary>A row of areas.csv.</summary>
/// <param name="Code">The area's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsActive">Is it in use?</param>
public sealed record AreaRow(string Code, string Title, bool IsActive);

/// <summary>A row of competencies.csv.</summary>
/// <param name="Area">The code of its area.</param>
/// <param name="Code">The competency's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">Its statement.</param>
/// <param name="IsActive">Is it in use?</param>
public sealed record CompetencyRow(string Area, string Code, string Title, string Statement, bool IsActive);

/// <summary>A row of targets.csv.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Code">The target's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">Its statement.</param>
/// <param name="IsActive">Is it in use?</param>
/// <param name="Pieces">Pieces asked for by stage, 0 to 100; a stage with an empty cell is not here.</param>
/// <param name="DefaultPieces">Pieces asked for where the stage says nothing.</param>
public sealed record TargetRow(
    string Competency, string Code, string Title, string Statement, bool IsActive, IReadOnlyDictionary<int, int> Pieces, int DefaultPieces);

/// <summary>A row of learners.csv.</summary>
/// <param name="Row">The row in the sheet; the header is 1.</param>
/// <param name="Username">The learner's username, compared without case.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name; empty where there is none.</param>
/// <param name="GraduationYear">Expected year of graduation; null where the cell is empty.</param>
public sealed record LearnerRow(int Row, string Username, string GivenName, string FamilyName, int? GraduationYear);

/// <summary>A row of stages.csv; the baseline has at most two decimals, null where the cell is empty.</summary>
/// <param name="Username">Whose stage.</param>
/// <param name="Competency">The competency's code.</param>
/// <param name="Stage">The stage, 1 to 255.</param>
/// <param name="EnteredVia">How it was entered; empty where not told.</param>
/// <param name="Baseline">The level brought, at most two decimals; null where the cell is empty.</param>
public sealed record StageRow(string Username, string Competency, int Stage, string EnteredVia, decimal? Baseline);

/// <summary>A row of evidence.csv; the moment is UTC.</summary>
/// <param name="Key">The row's key at its source.</param>
/// <param name="Username">Who showed it.</param>
/// <param name="DemonstratedOn">When it was shown, UTC.</param>
/// <param name="Kind">How it was shown.</param>
/// <param name="Experience">The name of the experience.</param>
/// <param name="Context">Where it happened; may be empty.</param>
/// <param name="Work">What was made or done.</param>
/// <param name="ArtifactAddress">An absolute http or https address; empty where there is none.</param>
/// <param name="Comment">What an educator wrote; may be empty.</param>
public sealed record EvidenceRow(
    string Key, string Username, DateTime DemonstratedOn, EvidenceKind Kind, string Experience, string Context, string Work, string ArtifactAddress, string Comment);

/// <summary>A row of judgments.csv: a level (1 or more), Missed, or a completion.</summary>
/// <param name="Key">The row's key at its source.</param>
/// <param name="Evidence">The key of the piece that was judged.</param>
/// <param name="Target">The target's code.</param>
/// <param name="Stage">The stage, 1 to 255.</param>
/// <param name="Level">The level, 1 or more; null with a missed chance or a completion.</param>
/// <param name="IsMissed">Was it a missed chance?</param>
/// <param name="IsCompletion">Is the target complete, without a level?</param>
/// <param name="JudgedAt">When it was judged, UTC; null where the cell is empty.</param>
/// <param name="Judge">Who judged, by name or username.</param>
public sealed record JudgmentRow(
    string Key, string Evidence, string Target, int Stage, int? Level, bool IsMissed, bool IsCompletion, DateTime? JudgedAt, string Judge);

/// <summary>A programme as its spreadsheets say it, checked, in the sheets' order; text is trimmed.</summary>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class ProgramSheets
{
    /// <summary>Rows of areas.csv.</summary>
    public List<AreaRow> Areas { get; } = [];

    /// <summary>Rows of competencies.csv.</summary>
    public List<CompetencyRow> Competencies { get; } = [];

    /// <summary>Rows of targets.csv.</summary>
    public List<TargetRow> Targets { get; } = [];

    /// <summary>Rows of learners.csv.</summary>
    public List<LearnerRow> Learners { get; } = [];

    /// <summary>Rows of stages.csv.</summary>
    public List<StageRow> Stages { get; } = [];

    /// <summary>Rows of evidence.csv.</summary>
    public List<EvidenceRow> Evidence { get; } = [];

    /// <summary>Rows of judgments.csv; rows that say nothing are left out.</summary>
    public List<JudgmentRow> Judgments { get; } = [];

    /// <summary>The last stage: the highest required_N column; 0 where there is none.</summary>
    public int LastStage { get; set; }
}
