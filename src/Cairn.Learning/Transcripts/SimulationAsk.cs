using Cairn.Learning.People;

namespace Cairn.Learning.Transcripts;

/// <summary>Where many learners stand, as columns: a level, and whether it is Proficient and complete, for each learner and part.</summary>
/// <param name="learners">How many learners.</param>
/// <param name="parts">How many competencies, or competencies at a stage.</param>
public sealed class LevelColumns(int learners, int parts)
{
    private const short None = -1;
    private readonly short[] _levels = Filled(learners * parts);
    private readonly bool[] _proficient = new bool[learners * parts];
    private readonly bool[] _complete = new bool[learners * parts];

    /// <summary>How many learners.</summary>
    public int Learners => learners;

    /// <summary>How many parts.</summary>
    public int Parts => parts;

    /// <summary>Says where a learner stands in a part. Learners are said side by side without harm.</summary>
    /// <param name="learner">The learner's place, from 0.</param>
    /// <param name="part">The part's place, from 0.</param>
    /// <param name="level">The level's number, 0 to 300, two decimals; null for none.</param>
    /// <param name="isProficient">Is it Proficient?</param>
    /// <param name="isComplete">Is all the evidence in?</param>
    public void Set(int learner, int part, decimal? level, bool isProficient, bool isComplete)
    {
        var at = learner * parts + part;
        (_levels[at], _proficient[at], _complete[at]) = (level is { } one ? (short)(one * 100) : None, isProficient, isComplete);
    }

    /// <summary>The level; null for none.</summary>
    public decimal? Level(int learner, int part) => _levels[learner * parts + part] is >= 0 and var level ? level / 100m : null;

    /// <summary>Is it Proficient?</summary>
    public bool IsProficient(int learner, int part) => _proficient[learner * parts + part];

    /// <summary>Is all the evidence in?</summary>
    public bool IsComplete(int learner, int part) => _complete[learner * parts + part];

    /// <summary>The levels of some parts, of those that have one, in their order.</summary>
    public IReadOnlyList<decimal> Of(int learner, IReadOnlyList<int> some)
    {
        ArgumentNullException.ThrowIfNull(some);
        var levels = new List<decimal>(some.Count);
        foreach (var part in some)
            if (_levels[learner * parts + part] is >= 0 and var level) levels.Add(level / 100m);
        return levels;
    }

    // Two sides that say the same of a learner need no second look.
    internal bool IsSame(LevelColumns other, int learner)
    {
        var (at, count) = (learner * parts, parts);
        return _levels.AsSpan(at, count).SequenceEqual(other._levels.AsSpan(at, count))
            && _proficient.AsSpan(at, count).SequenceEqual(other._proficient.AsSpan(at, count)) && _complete.AsSpan(at, count).SequenceEqual(other._complete.AsSpan(at, count));
    }

    private static short[] Filled(int count)
    {
        var levels = new short[count];
        Array.Fill(levels, None);
        return levels;
    }
}

/// <summary>A learner on whom a draft is tried.</summary>
/// <param name="Learner">Who.</param>
/// <param name="School">The school's name; empty for none.</param>
/// <param name="Program">The program's name; empty for none.</param>
/// <param name="ClassOf">The year of graduation; null for none.</param>
public sealed record SimulatedLearner(LearnerId Learner, string School, string Program, int? ClassOf)
{
    /// <summary>Where the learner's policies come from.</summary>
    public PolicyPlace Place { get; init; }
}

/// <summary>What is graded together: the parts of a credit policy, or the competencies of an area where no policy is.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Parts">Places of its parts.</param>
/// <param name="Hundredths">Its credit, in hundredths; 0 where it is no credit.</param>
/// <param name="IsWeighted">Is it weighted in a weighted average?</param>
public sealed record SimulatedPortfolio(string Name, IReadOnlyList<int> Parts, int Hundredths, bool IsWeighted)
{
    /// <summary>The places of learners whom it holds for: who is elsewhere is not graded in it. Null for everybody.</summary>
    public IReadOnlySet<PolicyPlace>? Places { get; init; }

    /// <summary>Points that are needed, where the policy counts points; null where every part has to be shown and complete.</summary>
    public decimal? NeededPoints { get; init; }

    /// <summary>Points of each part and whether it is required, in the order of the parts; none where points are not counted.</summary>
    public IReadOnlyList<(decimal Points, bool IsRequired)> Points { get; init; } = [];

    /// <summary>Does evidence alone decide? What a panel or a person judges is not tried.</summary>
    public bool IsDecidedByEvidence { get; init; } = true;

    /// <summary>Is its credit earned where a learner stands? Never where it is no credit, or evidence alone does not decide.</summary>
    public bool IsEarned(LevelColumns levels, int learner)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (Hundredths == 0 || Parts.Count == 0 || !IsDecidedByEvidence) return false;
        if (NeededPoints is not { } needed) return Parts.All(part => levels.IsProficient(learner, part) && levels.IsComplete(learner, part));
        var points = 0m;
        for (var i = 0; i < Parts.Count; i++)
        {
            if (levels.IsProficient(learner, Parts[i])) points += Points[i].Points;
            else if (Points[i].IsRequired) return false;
        }

        return points >= needed;
    }
}

/// <summary>One side of a comparison: what holds now, or the draft.</summary>
/// <param name="Levels">Where the learners stand.</param>
/// <param name="Tables">The table of each learner; null for none.</param>
/// <param name="Diplomas">Is the diploma of each learner met; null for a learner who is under none, and none at all where it was not looked at.</param>
public sealed record SimulatedSide(LevelColumns Levels, IReadOnlyList<GradeTable?> Tables, IReadOnlyList<bool?> Diplomas);
