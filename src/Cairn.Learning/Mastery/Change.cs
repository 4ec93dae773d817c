using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>Something that would change a conclusion.</summary>
public abstract record Change;

/// <summary>One more piece at a level.</summary>
/// <param name="At">The level it would be judged at.</param>
/// <param name="Value">The value there would be; null for none.</param>
/// <param name="Level">The level there would be; null for none.</param>
/// <param name="IsProficient">Would it be Proficient?</param>
public sealed record NextPiece(ProficiencyLevel At, decimal? Value, ProficiencyLevel? Level, bool IsProficient) : Change;

/// <summary>Empty boxes of one target or, with no target, of the competency.</summary>
/// <param name="Target">The target; null for the competency itself.</param>
/// <param name="Pieces">How many more pieces.</param>
public sealed record FillBoxes(TargetId? Target, int Pieces) : Change;

/// <summary>The mean of the kept pieces must rise.</summary>
/// <param name="From">What it is.</param>
/// <param name="To">What it must reach.</param>
public sealed record RaiseMean(decimal From, decimal To) : Change;

/// <summary>A kept piece is below the minimum rating: a better one would take its place.</summary>
/// <param name="Target">Its target.</param>
/// <param name="Minimum">The minimum rating.</param>
public sealed record ReplaceLow(TargetId Target, decimal Minimum) : Change;

/// <summary>A child is not Proficient yet.</summary>
/// <param name="Target">The child.</param>
public sealed record ShowTarget(TargetId Target) : Change;

/// <summary>An educator must judge the body as a whole.</summary>
/// <param name="ByModerator">Is it a moderator who must?</param>
public sealed record JudgeWhole(bool ByModerator) : Change;
