namespace Cairn.Learning.Evidence;

/// <summary>Where a piece of work may be shown beyond the learner, their family and those who teach them.</summary>
public enum ShownPlace
{
    /// <summary>On the wall of the class.</summary>
    ClassWall = 1,

    /// <summary>In the learner's portfolio, for whoever the learner gives it to.</summary>
    Portfolio = 2,

    /// <summary>Outside the school.</summary>
    Outside = 3,
}

/// <summary>Where a piece of work may be shown. A family sees all of their child's (34 CFR 99.10): that is not chosen here. Without a row, nowhere.</summary>
public sealed class ShownTo(EvidenceId evidence, LearnerId learner)
{
    /// <summary>The piece.</summary>
    public EvidenceId Evidence { get; private set; } = evidence;

    /// <summary>Whose it is.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>On the wall of the class?</summary>
    public bool OnClassWall { get; private set; }

    /// <summary>In the portfolio?</summary>
    public bool InPortfolio { get; private set; }

    /// <summary>Outside the school?</summary>
    public bool IsOutside { get; private set; }

    /// <summary>Who chose last.</summary>
    public PersonId By { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Is it chosen for a place?</summary>
    /// <param name="place">Which.</param>
    public bool IsAt(ShownPlace place) => place switch { ShownPlace.ClassWall => OnClassWall, ShownPlace.Portfolio => InPortfolio, _ => IsOutside };

    /// <summary>Chooses anew.</summary>
    /// <param name="onClassWall">On the wall of the class?</param>
    /// <param name="inPortfolio">In the portfolio?</param>
    /// <param name="isOutside">Outside the school?</param>
    /// <param name="by">Who chooses.</param>
    public void Choose(bool onClassWall, bool inPortfolio, bool isOutside, PersonId by)
    {
        (OnClassWall, InPortfolio, IsOutside, By) = (onClassWall, inPortfolio, isOutside, by);
        Version++;
    }
}
