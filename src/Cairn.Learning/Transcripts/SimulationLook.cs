using Cairn.Learning.Mastery;

namespace Cairn.Learning.Transcripts;

/// <summary>Counts what became of what.</summary>
internal sealed class FromToCount
{
    private readonly Dictionary<(string From, string To), int> _counts = [];

    public void Add(string from, string to) => _counts[(from, to)] = _counts.GetValueOrDefault((from, to)) + 1;

    public FromTo Made(IComparer<string> best)
    {
        List<string> names = [.. _counts.Keys.SelectMany(one => (IEnumerable<string>)[one.From, one.To]).Distinct(StringComparer.Ordinal).Order(best)];
        var counts = new int[names.Count, names.Count];
        foreach (var ((from, to), count) in _counts) counts[names.IndexOf(from), names.IndexOf(to)] = count;
        return new(names, counts);
    }
}

/// <summary>Looks at learners one after the other.</summary>
internal sealed class SimulationLook(IReadOnlyList<SimulatedLearner> learners, IReadOnlyList<SimulatedPortfolio> portfolios, SimulatedSide before, SimulatedSide after, FromToCount levels, FromToCount grades)
{
    private readonly Dictionary<decimal, string> _names = [];

    /// <summary>What is otherwise for a learner; null where nothing is.</summary>
    public SimulatedChange? At(int learner)
    {
        var isSame = before.Levels.IsSame(after.Levels, learner);
        var (up, down) = Levels(learner);
        var moves = new List<GradeMove>();
        var (gained, lost) = (new List<int>(), new List<int>());
        for (var i = 0; i < portfolios.Count; i++)
        {
            if (portfolios[i].Places is { } places && !places.Contains(learners[learner].Place)) continue;
            if (Move(learner, i) is { } move) moves.Add(move);
            if (isSame) continue;
            var (was, is_) = (portfolios[i].IsEarned(before.Levels, learner), portfolios[i].IsEarned(after.Levels, learner));
            if (was != is_) (is_ ? gained : lost).Add(i);
        }

        var diploma = before.Diplomas.Count == 0 || after.Diplomas.Count == 0 ? 0 : (after.Diplomas[learner] == true).CompareTo(before.Diplomas[learner] == true);
        var better = up > 0 || gained.Count > 0 || diploma > 0 || moves.Exists(one => one.Order > 0);
        var worse = down > 0 || lost.Count > 0 || diploma < 0 || moves.Exists(one => one.Order < 0);
        if (!better && !worse && moves.Count == 0) return null;
        var effect = (better, worse) switch
        {
            (true, true) => SimulatedEffect.Mixed,
            (true, false) => SimulatedEffect.Better,
            (false, true) => SimulatedEffect.Worse,
            _ => SimulatedEffect.Otherwise,
        };
        return new(learner, effect, up, down, moves, gained, lost, diploma);
    }

    private (int Up, int Down) Levels(int learner)
    {
        var (up, down) = (0, 0);
        for (var part = 0; part < before.Levels.Parts; part++)
        {
            var (was, is_) = (before.Levels.Level(learner, part), after.Levels.Level(learner, part));
            if (was is null && is_ is null) continue;
            levels.Add(NameOf(was), NameOf(is_));
            if (was == is_) continue;
            // No level yet is neither high nor low: one that comes is more, one that goes is less.
            if ((is_ ?? -1) > (was ?? -1)) up++;
            else down++;
        }

        return (up, down);
    }

    private GradeMove? Move(int learner, int portfolio)
    {
        var of = portfolios[portfolio];
        var (was, is_) = (before.Levels.Of(learner, of.Parts), after.Levels.Of(learner, of.Parts));
        if (was.Count == 0 && is_.Count == 0) return null;
        var (old, young) = (Grade(before.Tables[learner], was, of), Grade(after.Tables[learner], is_, of));
        grades.Add(GradeName.Of(old?.Band), GradeName.Of(young?.Band));
        var order = (old, young) switch
        {
            (null, null) => 0,
            (null, { } one) => one.IsDefined ? 1 : 0,
            ({ } one, null) => one.IsDefined ? -1 : 0,
            ({ } one, { } other) => GradeOrder.Compare(one, other),
        };
        // Neither better nor worse, and yet not the same: it is told of too.
        return order is 0 ? null : new GradeMove(portfolio, old, young, order ?? 0);
    }

    private static ReportingGrade? Grade(GradeTable? table, IReadOnlyList<decimal> levels, SimulatedPortfolio of) => table is null ? null : ReportingGrade.From(table, levels, of.IsWeighted);

    private string NameOf(decimal? level)
    {
        if (level is not { } one) return "";
        if (!_names.TryGetValue(one, out var name)) _names[one] = name = ArithmeticLine.Print(one);
        return name;
    }
}
