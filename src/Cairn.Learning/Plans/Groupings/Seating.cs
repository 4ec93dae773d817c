namespace Cairn.Learning.Plans.Groupings;

/// <summary>Who sits where, and what it is worth: it answers at once what it would be worth to come or go.</summary>
internal sealed class Seating
{
    private readonly GroupingProblem _problem;
    private readonly int[] _at;
    private readonly List<int>[] _members;
    private readonly int[] _points;
    private readonly int[] _again;
    private readonly int[] _fixed;
    private readonly byte[] _has;
    private readonly int[] _worn;

    public Seating(GroupingProblem problem)
    {
        _problem = problem;
        var offers = problem.Offers.Count;
        (_at, _members, _points, _again, _fixed) = (new int[problem.Units.Count], [.. Enumerable.Range(0, offers).Select(_ => new List<int>())], new int[offers], new int[offers], new int[offers]);
        (_has, _worn) = (new byte[problem.Learners.Count * problem.Competencies.Count], new int[problem.Learners.Count * problem.Slots.Count]);
        foreach (var unit in problem.Units.Where(one => one.IsFixed)) _fixed[unit.Offers[0]] += unit.Learners.Length;
        Empty();
    }

    /// <summary>What all groups that are held are worth.</summary>
    public int Points => Enumerable.Range(0, _members.Length).Sum(ValueOf);

    public int Size(int offer) => _members[offer].Count;

    public int OfferOf(GroupingUnit unit) => _at[unit.Index];

    /// <summary>Are there enough for it to be held? Where a person put somebody, it is.</summary>
    public bool IsHeld(int offer) => _members[offer].Count > 0 && (_fixed[offer] > 0 || _members[offer].Count >= _problem.Offers[offer].Least);

    public int[] Copy() => [.. _at];

    /// <summary>Seats everybody as it was copied.</summary>
    public void Load(int[] at)
    {
        Empty();
        foreach (var unit in _problem.Units)
            if (!unit.IsFixed && at[unit.Index] >= 0) Sit(unit, at[unit.Index]);
    }

    /// <summary>Nobody sits but who is fixed.</summary>
    public void Empty()
    {
        Array.Fill(_at, -1);
        foreach (var one in _members) one.Clear();
        Array.Clear(_points);
        Array.Clear(_again);
        Array.Clear(_has);
        Array.Clear(_worn);
        foreach (var unit in _problem.Units)
            if (unit.IsFixed) Sit(unit, unit.Offers[0]);
    }

    public void Sit(GroupingUnit unit, int offer)
    {
        foreach (var learner in unit.Learners)
        {
            foreach (var other in _members[offer]) Meet(learner, other, unit.Slot, offer, 1);
            _members[offer].Add(learner);
            _points[offer] += _problem.PointsOf(learner, offer);
            if (_problem.Subject[offer] >= 0) _has[Subject(learner, offer)]++;
        }

        _at[unit.Index] = offer;
    }

    public void Rise(GroupingUnit unit)
    {
        var offer = _at[unit.Index];
        foreach (var learner in unit.Learners)
        {
            _members[offer].Remove(learner);
            foreach (var other in _members[offer]) Meet(learner, other, unit.Slot, offer, -1);
            _points[offer] -= _problem.PointsOf(learner, offer);
            if (_problem.Subject[offer] >= 0) _has[Subject(learner, offer)]--;
        }

        _at[unit.Index] = -1;
    }

    /// <summary>What it is worth that a unit comes; where a group is not yet held, its part of what the group will be worth.</summary>
    public int Gain(GroupingUnit unit, int offer)
    {
        var (points, again, size) = (0, 0, _members[offer].Count + unit.Learners.Length);
        foreach (var learner in unit.Learners)
        {
            points += _problem.PointsOf(learner, offer);
            foreach (var other in _members[offer]) again += _problem.Together(learner, other);
        }

        var gain = points - Cost(_again[offer] + again, size) + Cost(_again[offer], _members[offer].Count);
        return _fixed[offer] > 0 || size >= _problem.Offers[offer].Least ? gain : gain * size / _problem.Offers[offer].Least;
    }

    /// <summary>What a group is worth; nothing where it is not held.</summary>
    public int ValueOf(int offer) => IsHeld(offer) ? _points[offer] - Cost(_again[offer], _members[offer].Count) : 0;

    /// <summary>What keeps a unit from coming; null for nothing.</summary>
    public LeftWhy? Bars(GroupingUnit unit, int offer)
    {
        var members = _members[offer];
        foreach (var learner in unit.Learners)
            if (_problem.Subject[offer] >= 0 && _has[Subject(learner, offer)] > 0) return LeftWhy.AtAnotherTime;
        foreach (var learner in unit.Learners)
            foreach (var other in members)
                if (_problem.AreApart(learner, other)) return LeftWhy.KeptApart;
        if (members.Count + unit.Learners.Length > _problem.Offers[offer].Most) return LeftWhy.Full;
        return WouldWear(unit, offer) ? LeftWhy.SameAgain : null;
    }

    /// <summary>Is a learner in the same set again, as often as nobody is by level only?</summary>
    public bool IsWorn(GroupingUnit unit)
    {
        var offer = _at[unit.Index];
        return !unit.IsFixed && Array.Exists(unit.Learners, learner => IsSame(learner, offer, _worn[(learner * _problem.Slots.Count) + unit.Slot], _members[offer].Count - 1));
    }

    private bool WouldWear(GroupingUnit unit, int offer)
    {
        var (members, others) = (_members[offer], _members[offer].Count + unit.Learners.Length - 1);
        var (isAny, mine) = (false, 0);
        foreach (var learner in unit.Learners)
        {
            mine = 0;
            foreach (var other in members)
                if (_problem.AreWorn(learner, other)) mine++;
            isAny |= mine > 0;
            if (IsSame(learner, offer, mine, others)) return true;
        }

        if (!isAny) return false;
        foreach (var other in members)
            if (IsSame(other, offer, _worn[(other * _problem.Slots.Count) + unit.Slot] + unit.Learners.Count(learner => _problem.AreWorn(learner, other)), others)) return true;
        return false;
    }

    private bool IsSame(int learner, int offer, int worn, int others) =>
        worn >= RegroupRules.SameLeast && worn * RegroupRules.SameOf >= (RegroupRules.SameOf - 1) * others && _problem.KindOf(learner, offer) is NeedKind.Begun or NeedKind.Next;

    private void Meet(int learner, int other, int slot, int offer, int step)
    {
        _again[offer] += step * _problem.Together(learner, other);
        if (!_problem.AreWorn(learner, other)) return;
        _worn[(learner * _problem.Slots.Count) + slot] += step;
        _worn[(other * _problem.Slots.Count) + slot] += step;
    }

    // By the mean of all pairs, for each of its learners: a great group is not dearer than two small ones.
    private int Cost(int again, int size) => size < 2 ? 0 : 2 * _problem.Rules.Again * again / (size - 1);

    private int Subject(int learner, int offer) => (learner * _problem.Competencies.Count) + _problem.Subject[offer];
}
