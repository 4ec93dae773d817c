namespace Cairn.Learning.Policies.Allocation;

/// <summary>
/// How far the search for the best use may go in one audit. Policies of a school's size end long before. One that is made to be hard
/// ends too, and then says that it was not decided: a number is counted, never a clock looked at, so that an audit is the same everywhere.
/// </summary>
internal sealed class Steps
{
    /// <summary>Ways of pieces into leaves, in all networks that are solved for one audit at most.</summary>
    public const long Most = 50_000_000;

    /// <summary>As many again may be looked at to tell how it is shared out, once it is known what is missing.</summary>
    public const long MostToTell = 10_000_000;

    /// <summary>Networks that are solved for one set of leaves of a pool.</summary>
    public const int MostInPool = 20_000;

    /// <summary>So many are solved before it is looked in another order.</summary>
    public const int FewInPool = 200;

    /// <summary>Pieces that go to one leaf after the other, each try within the one before.</summary>
    public const int Deepest = 1_000;

    /// <summary>Quarters into which one achievement is cut.</summary>
    public const int MostQuarters = 64;

    /// <summary>Ways of pieces into leaves, in all networks that are solved to meet more leaves where no less can be missing.</summary>
    public const int MostForMet = 20_000;

    /// <summary>Into so many pieces achievements are cut in all.</summary>
    public const int MostPieces = 2_000;

    /// <summary>Uses that are tried for a leaf whose parts overlap.</summary>
    public const int MostInLeaf = 20_000;

    /// <summary>Ways that are walked to put older pieces in the place of younger ones in one flow.</summary>
    public const long MostForOlder = 8_000_000;

    // Of what is added up for a leaf, and of ways that are only walked, this many take as long as one way of a network.
    private const int SumsToAWay = 16;

    private long _taken;
    private long _told;
    private int _forMet;

    /// <summary>Was everything looked at that could have been better?</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>And everything that could have met more leaves?</summary>
    public bool IsBest { get; private set; } = true;

    /// <summary>Does what is least in the networks still hold? Not where a leaf was left before all of its uses were tried.</summary>
    public bool IsLeastKnown { get; private set; } = true;

    /// <summary>Were there as many as there may be?</summary>
    public bool AreSpent => _taken > Most;

    /// <summary>Was every use looked at that pieces and quarters allow? Else another look might find that less is missing.</summary>
    public bool IsSearched { get; private set; } = true;

    /// <summary>Is it known what is missing, and only looked for a use that meets more? Then what is not looked at changes nothing of what is missing.</summary>
    public bool IsForMet { get; set; }

    /// <summary>Is it known what is used, and only told?</summary>
    public bool IsTelling { get; set; }

    /// <summary>Were as many uses of leaves tried as may be?</summary>
    public bool AreSpentInLeaf => IsTelling ? _told > MostToTell : AreSpent;

    /// <summary>One more use of a leaf is tried, for which so many amounts are added up.</summary>
    public void TakeInLeaf(int sums)
    {
        var ways = 1 + (sums / SumsToAWay);
        if (IsTelling) _told += ways;
        else _taken += ways;
    }

    /// <summary>So many ways were walked to put older pieces in the place of younger ones; false where there were too many for one flow.</summary>
    public bool TakeForOlder(ref long walked, int ways)
    {
        _taken += 1 + (ways / SumsToAWay);
        return (walked += ways) <= MostForOlder || CutShortForMet();
    }

    /// <summary>One more network of so many ways is solved.</summary>
    public void Take(int ways) => _taken += ways;

    /// <summary>One more network of so many ways is solved to meet more leaves. False where there were enough.</summary>
    public bool TakeForMet(int ways) => (_forMet += ways) <= MostForMet || CutShortForMet();

    /// <summary>Something that could have met more leaves was not looked at. Always false.</summary>
    public bool CutShortForMet() => IsBest = false;

    /// <summary>Something that could have been better was not looked at.</summary>
    public void CutShort()
    {
        if (IsForMet || IsTelling) IsBest = false;
        else (IsExact, IsSearched) = (false, false);
    }

    /// <summary>An achievement was cut into pieces that are larger than a quarter.</summary>
    public void CutCoarsely() => IsExact = false;

    /// <summary>Uses of a leaf were not looked at.</summary>
    public void CutShortInLeaf()
    {
        if (!IsForMet && !IsTelling) IsLeastKnown = false;
        CutShort();
    }
}
