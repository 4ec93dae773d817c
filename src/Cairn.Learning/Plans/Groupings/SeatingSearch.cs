namespace Cairn.Learning.Plans.Groupings;

/// <summary>
/// Looks for good groups: seats everybody by who has most to lose, then takes a part out and seats it anew, a set number of times, and keeps
/// what is better. Sources: ruin and recreate (Schrimpf et al. 2000), with a threshold that falls to nothing (Dueck and Scheuer 1990).
/// </summary>
internal sealed class SeatingSearch(GroupingProblem problem, Seating seats)
{
    private const int Rounds = 3;

    private readonly GroupingUnit[] _free = [.. problem.Units.Where(one => !one.IsFixed && one.Offers.Length > 0)];
    private readonly SeatingFill _fill = new(problem, seats);
    private Dice _dice = new((ulong)(uint)problem.Rules.Round);

    /// <summary>The best seats that were found, by unit.</summary>
    public int[] Best()
    {
        Settle();
        var (best, bestPoints) = (seats.Copy(), seats.Points);
        var (now, nowPoints, most) = (best, bestPoints, Most());
        for (var step = 0; step < problem.Rules.Steps && bestPoints < most && _free.Length > 0; step++)
        {
            _fill.Open();
            Ruin();
            Settle();
            var points = seats.Points;
            if (points > bestPoints) (best, bestPoints) = (seats.Copy(), points);
            // At first a little is given up on the way to something better, at the end nothing.
            if (points >= nowPoints - (RegroupRules.First / 2 * (problem.Rules.Steps - step) / problem.Rules.Steps)) (now, nowPoints) = (seats.Copy(), points);
            else seats.Load(now);
        }

        return best;
    }

    // More than everybody's dearest wish in every slot nothing can be worth.
    private int Most() => problem.Units.Where(one => one.Offers.Length > 0).Sum(one => one.Learners.Sum(learner => problem.PointsOf(learner, one.Offers[0])));

    private void Settle()
    {
        for (var round = 0; round < Rounds; round++)
        {
            _fill.All(_free, ref _dice);
            if (!_fill.Clear(_free)) return;
        }

        while (_fill.Clear(_free))
        {
            // What falls below its least on the way is not held either.
        }
    }

    private void Ruin()
    {
        switch (_dice.Next(6))
        {
            case 0 or 1: Some(2 + _dice.Next(Math.Max(3, _free.Length / 12))); break;
            case 2: Group(mayClose: true); break;
            case 3: Group(mayClose: false); Group(mayClose: false); break;
            case 4: OfOne(); Some(1 + _dice.Next(4)); break;
            default: _fill.Hold(_dice.Next(problem.Offers.Count), _free); break;
        }
    }

    private void Some(int many)
    {
        for (var i = 0; i < many; i++) Out(_free[_dice.Next(_free.Length)]);
    }

    private void Group(bool mayClose)
    {
        var offer = _dice.Next(problem.Offers.Count);
        foreach (var unit in _free)
            if (seats.OfferOf(unit) == offer) Out(unit);
        if (mayClose && _dice.Next(2) == 0) _fill.Close(offer);
    }

    // One learner in every slot, so that what they do when can change places.
    private void OfOne()
    {
        var learner = _free[_dice.Next(_free.Length)].Learners[0];
        foreach (var unit in _free)
            if (Array.IndexOf(unit.Learners, learner) >= 0) Out(unit);
    }

    private void Out(GroupingUnit unit)
    {
        if (seats.OfferOf(unit) >= 0) seats.Rise(unit);
    }
}
