using Cairn.Learning.Privacy;

namespace Cairn.Learning.Transcripts;

/// <summary>What a draft does to a learner, as a whole.</summary>
public enum SimulatedEffect
{
    /// <summary>Nothing.</summary>
    Same = 0,

    /// <summary>Something is better, and nothing worse.</summary>
    Better = 1,

    /// <summary>Something is worse, and nothing better.</summary>
    Worse = 2,

    /// <summary>Something is better, and something worse.</summary>
    Mixed = 3,

    /// <summary>Something is otherwise, and neither better nor worse.</summary>
    Otherwise = 4,
}

/// <summary>What learners are counted by.</summary>
public enum SimulatedGroup
{
    /// <summary>The school.</summary>
    School = 0,

    /// <summary>The program.</summary>
    Program = 1,

    /// <summary>The class, by the year of graduation.</summary>
    ClassOf = 2,
}

/// <summary>Counts from one to another.</summary>
/// <param name="Names">What the rows and the columns are, best first; the empty name is that nothing is said.</param>
/// <param name="Counts">How many, by row (before) and column (after).</param>
public sealed record FromTo(IReadOnlyList<string> Names, int[,] Counts)
{
    /// <summary>How many there were before of a row.</summary>
    public int Before(int row) => Enumerable.Range(0, Names.Count).Sum(column => Counts[row, column]);

    /// <summary>How many there are after of a column.</summary>
    public int After(int column) => Enumerable.Range(0, Names.Count).Sum(row => Counts[row, column]);

    /// <summary>How many there are in all.</summary>
    public int All => Counts.Cast<int>().Sum();

    /// <summary>How many are not what they were.</summary>
    public int Moved => All - Enumerable.Range(0, Names.Count).Sum(one => Counts[one, one]);
}

/// <summary>A grade that is otherwise.</summary>
/// <param name="Portfolio">The portfolio's place.</param>
/// <param name="Before">The grade now; null where no table holds.</param>
/// <param name="After">The grade by the draft; null where no table holds.</param>
/// <param name="Order">Above 0 where it is better, below 0 where worse, 0 where neither can be said.</param>
public sealed record GradeMove(int Portfolio, ReportingGrade? Before, ReportingGrade? After, int Order);

/// <summary>What a draft does to one learner.</summary>
/// <param name="Learner">The learner's place among those it was tried on.</param>
/// <param name="Effect">As a whole.</param>
/// <param name="LevelsUp">How many levels are higher, or there where there was none.</param>
/// <param name="LevelsDown">How many are lower, or gone.</param>
/// <param name="Grades">Grades that are otherwise.</param>
/// <param name="CreditsGained">Places of portfolios whose credit is earned by the draft alone.</param>
/// <param name="CreditsLost">Places of portfolios whose credit is earned now alone.</param>
/// <param name="Diploma">1 where the diploma is met by the draft alone, -1 where now alone, else 0.</param>
public sealed record SimulatedChange(
    int Learner, SimulatedEffect Effect, int LevelsUp, int LevelsDown, IReadOnlyList<GradeMove> Grades, IReadOnlyList<int> CreditsGained, IReadOnlyList<int> CreditsLost, int Diploma);

/// <summary>
/// A draft tried on what was really judged: for whom something would be otherwise. Nothing is written, and what was awarded stays. A grade reads the levels of a
/// portfolio that there are; one without any is not graded, on either side.
/// </summary>
public sealed record Simulation
{
    private Simulation(IReadOnlyList<SimulatedLearner> learners, IReadOnlyList<SimulatedPortfolio> portfolios) => (Learners, Portfolios) = (learners, portfolios);

    /// <summary>The learners it was tried on.</summary>
    public IReadOnlyList<SimulatedLearner> Learners { get; }

    /// <summary>What is graded together.</summary>
    public IReadOnlyList<SimulatedPortfolio> Portfolios { get; }

    /// <summary>Learners for whom something is otherwise, in the order in which they came.</summary>
    public IReadOnlyList<SimulatedChange> Changed { get; private init; } = [];

    /// <summary>Levels, from what they are to what they would be.</summary>
    public required FromTo Levels { get; init; }

    /// <summary>Letters of portfolios, or percents and points where there is no letter, from what they are to what they would be.</summary>
    public required FromTo Grades { get; init; }

    /// <summary>Was a diploma looked at?</summary>
    public bool HasDiplomas { get; private init; }

    /// <summary>How many learners have an effect.</summary>
    public int Count(SimulatedEffect effect) => effect == SimulatedEffect.Same ? Learners.Count - Changed.Count : Changed.Count(one => one.Effect == effect);

    /// <summary>Compares.</summary>
    /// <param name="learners">The learners.</param>
    /// <param name="portfolios">What is graded together.</param>
    /// <param name="before">What holds now.</param>
    /// <param name="after">The draft.</param>
    /// <exception cref="ArgumentException">The sides are not of these learners, or of different parts.</exception>
    public static Simulation From(IReadOnlyList<SimulatedLearner> learners, IReadOnlyList<SimulatedPortfolio> portfolios, SimulatedSide before, SimulatedSide after)
    {
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(portfolios);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (new[] { before, after }.Any(side => side.Levels.Learners != learners.Count || side.Tables.Count != learners.Count || side.Levels.Parts != before.Levels.Parts
            || (side.Diplomas.Count > 0 && side.Diplomas.Count != learners.Count))) throw new ArgumentException("Both sides are of these learners.", nameof(before));
        var (levels, grades) = (new FromToCount(), new FromToCount());
        var found = new SimulationLook(learners, portfolios, before, after, levels, grades);
        var changed = new List<SimulatedChange>();
        for (var learner = 0; learner < learners.Count; learner++)
            if (found.At(learner) is { } change) changed.Add(change);
        return new(learners, portfolios)
        {
            Changed = changed, Levels = levels.Made(LevelsBest), HasDiplomas = before.Diplomas.Count > 0 && after.Diplomas.Count > 0,
            Grades = grades.Made(GradesBest(before.Tables.Concat(after.Tables))),
        };
    }

    /// <summary>Learners by group and effect as they may be shown to whoever may not see single learners: small counts are hidden, and so many others that none can
    /// be reckoned. Show one grouping alone; several together would say more than each.</summary>
    /// <param name="by">What they are counted by.</param>
    /// <param name="threshold">The smallest count but 0 that is shown, 2 or more.</param>
    /// <returns>The groups in order, the empty name for who is in none, and the table: a column for each <see cref="SimulatedEffect"/>; no table where there is no learner.</returns>
    public (IReadOnlyList<string> Groups, PublishedTable? Table) By(SimulatedGroup by, int threshold = SmallCell.DefaultThreshold)
    {
        var groups = Learners.Select(one => NameOf(one, by)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (groups.Count == 0) return ([], null);
        var counts = new int[groups.Count, Enum.GetValues<SimulatedEffect>().Length];
        var effects = Changed.ToDictionary(one => one.Learner, one => one.Effect);
        for (var i = 0; i < Learners.Count; i++) counts[groups.BinarySearch(NameOf(Learners[i], by), StringComparer.Ordinal), (int)effects.GetValueOrDefault(i)]++;
        return (groups, SmallCell.Publish(counts, PublishedTotals.All, threshold));
    }

    private static string NameOf(SimulatedLearner learner, SimulatedGroup by) => by switch
    {
        SimulatedGroup.School => learner.School,
        SimulatedGroup.Program => learner.Program,
        _ => learner.ClassOf?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static Comparer<string> LevelsBest { get; } = Comparer<string>.Create((one, other) => NumberOf(other).CompareTo(NumberOf(one)));

    private static decimal NumberOf(string level) => level.Length == 0 ? -1 : decimal.Parse(level, System.Globalization.CultureInfo.InvariantCulture);

    // As the tables have them, the highest mean first; what no table says comes last.
    private static Comparer<string> GradesBest(IEnumerable<GradeTable?> tables)
    {
        var order = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var band in tables.OfType<GradeTable>().Distinct(ReferenceEqualityComparer.Instance).Cast<GradeTable>().SelectMany(one => one.Bands))
            order.TryAdd(GradeName.Of(band), band.From ?? decimal.MinValue / 2);
        return Comparer<string>.Create((one, other) => order.GetValueOrDefault(other, decimal.MinValue).CompareTo(order.GetValueOrDefault(one, decimal.MinValue)) is not 0 and var by ? by : string.CompareOrdinal(one, other));
    }
}
