namespace Cairn.Learning.Plans.Groupings;

/// <summary>Seats whoever sits nowhere, and takes out what must not stay: groups that are too small, and sets that were too often the same.</summary>
internal sealed class SeatingFill(GroupingProblem problem, Seating seats)
{
    private readonly bool[] _closed = new bool[problem.Offers.Count];
    private readonly HashSet<(int Unit, int Offer)> _barred = [];
    private readonly List<(long Key, GroupingUnit Unit)> _queue = [];

    /// <summary>Every offer may be held again.</summary>
    public void Open()
    {
        Array.Clear(_closed);
        _barred.Clear();
    }

    /// <summary>Nobody comes to an offer in this round.</summary>
    public void Close(int offer) => _closed[offer] = true;

    /// <summary>Seats all who can be, those with most to lose first, or in another order.</summary>
    public void All(GroupingUnit[] units, ref Dice dice)
    {
        _queue.Clear();
        var way = dice.Next(3);
        foreach (var unit in units)
        {
            if (seats.OfferOf(unit) >= 0) continue;
            var (best, second) = (0, 0);
            if (way < 2)
                foreach (var offer in unit.Offers)
                    if (MayCome(unit, offer) && seats.Gain(unit, offer) is var gain && gain > second) (best, second) = gain > best ? (gain, best) : (best, gain);
            _queue.Add((((way == 0 ? best - second : best) * 16L) + dice.Next(way == 2 ? 4096 : 400), unit));
        }

        _queue.Sort(static (one, other) => one.Key != other.Key ? other.Key.CompareTo(one.Key) : one.Unit.Index.CompareTo(other.Unit.Index));
        foreach (var (_, unit) in _queue) Seat(unit, units);
    }

    /// <summary>Takes out groups that are too small and who is in the same set too often; false where all may stay.</summary>
    public bool Clear(GroupingUnit[] units)
    {
        var isChanged = false;
        foreach (var unit in units)
        {
            if (seats.OfferOf(unit) is var offer && offer < 0) continue;
            if (!seats.IsHeld(offer)) _closed[offer] = true;
            else if (seats.IsWorn(unit)) _barred.Add((unit.Index, offer));
            else continue;
            seats.Rise(unit);
            isChanged = true;
        }

        return isChanged;
    }

    /// <summary>Brings those who want an offer most to it, from wherever they are.</summary>
    public void Hold(int offer, GroupingUnit[] units)
    {
        foreach (var unit in units.Where(one => Array.IndexOf(one.Offers, offer) >= 0)
                     .OrderByDescending(one => Worth(one, offer) - (seats.OfferOf(one) is var at and >= 0 ? Worth(one, at) : 0)).ThenBy(one => one.Index))
        {
            var at = seats.OfferOf(unit);
            if (at == offer) continue;
            if (seats.Size(offer) >= problem.Offers[offer].Most) return;
            if (seats.Size(offer) >= problem.Offers[offer].Least && at >= 0 && Worth(unit, at) >= Worth(unit, offer)) return;
            // Who does the same at another time does it here instead, as long as too few are here.
            var elsewhere = seats.Size(offer) < problem.Offers[offer].Least ? SameElsewhere(unit, offer, units) : [];
            foreach (var (other, _) in elsewhere) seats.Rise(other);
            if (at >= 0) seats.Rise(unit);
            if (seats.Bars(unit, offer) is null)
            {
                seats.Sit(unit, offer);
                continue;
            }

            if (at >= 0) seats.Sit(unit, at);
            foreach (var (other, there) in elsewhere) seats.Sit(other, there);
        }
    }

    private List<(GroupingUnit Unit, int At)> SameElsewhere(GroupingUnit unit, int offer, GroupingUnit[] units) => problem.Subject[offer] < 0 ? [] :
        [.. units.Where(other => other.Slot != unit.Slot && seats.OfferOf(other) is var there and >= 0 && problem.Subject[there] == problem.Subject[offer] && other.Learners.Intersect(unit.Learners).Any())
            .Select(other => (other, seats.OfferOf(other)))];

    private void Seat(GroupingUnit unit, GroupingUnit[] units)
    {
        var (best, gain) = (-1, 0);
        foreach (var offer in unit.Offers)
            if (MayCome(unit, offer) && seats.Gain(unit, offer) is var more && more > gain) (best, gain) = (offer, more);
        if (best >= 0) seats.Sit(unit, best);
        else foreach (var offer in unit.Offers)
            if (!_closed[offer] && seats.Bars(unit, offer) == LeftWhy.Full && Push(unit, offer, units)) return;
    }

    // Somebody who has another place, or wants it less, makes room.
    private bool Push(GroupingUnit unit, int offer, GroupingUnit[] units)
    {
        (GroupingUnit Unit, int To)? who = null;
        var most = 0;
        foreach (var other in units)
        {
            if (seats.OfferOf(other) != offer || other.Learners.Length < unit.Learners.Length) continue;
            var (to, worth) = (-1, 0);
            foreach (var next in other.Offers)
                if (next != offer && MayCome(other, next) && Worth(other, next) > worth && seats.IsHeld(next)) (to, worth) = (next, Worth(other, next));
            if (Worth(unit, offer) - Worth(other, offer) + worth is var gain && gain > most) (who, most) = ((other, to), gain);
        }

        if (who is not var (goes, place)) return false;
        seats.Rise(goes);
        if (seats.Bars(unit, offer) is not null)
        {
            seats.Sit(goes, offer);
            return false;
        }

        seats.Sit(unit, offer);
        if (place >= 0) seats.Sit(goes, place);
        return true;
    }

    private bool MayCome(GroupingUnit unit, int offer) => !_closed[offer] && !_barred.Contains((unit.Index, offer)) && seats.Bars(unit, offer) is null;

    private int Worth(GroupingUnit unit, int offer)
    {
        var points = 0;
        foreach (var learner in unit.Learners) points += problem.PointsOf(learner, offer);
        return points;
    }
}
