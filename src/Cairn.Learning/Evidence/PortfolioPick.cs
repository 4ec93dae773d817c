namespace Cairn.Learning.Evidence;

/// <summary>To whom a learner shows a piece of their portfolio. Whoever sees the record finds the piece there as before: this hides nothing from it.</summary>
public enum PortfolioReader
{
    /// <summary>To the learner and their educators.</summary>
    Educators = 1,

    /// <summary>To their family too.</summary>
    Family = 2,
}

/// <summary>A piece that a learner picked for their portfolio, or that an educator suggests for it.</summary>
public sealed class PortfolioPick(PortfolioPickId id, LearnerId learner, EvidenceId evidence, PersonId by, DateTime at)
{
    /// <summary>Its id.</summary>
    public PortfolioPickId Id { get; private set; } = id;

    /// <summary>Whose portfolio.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Which piece.</summary>
    public EvidenceId Evidence { get; private set; } = evidence;

    /// <summary>Who picked or suggested it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>Why, in the learner's words; of a suggestion the educator's.</summary>
    public string Why { get; private set; } = "";

    /// <summary>To whom it is shown.</summary>
    public PortfolioReader ShownTo { get; private set; } = PortfolioReader.Educators;

    /// <summary>Its place, the lowest first.</summary>
    public int Position { get; private set; }

    /// <summary>Has the learner taken it in? A suggestion waits until they do.</summary>
    public bool IsPicked { get; private set; } = by.Value == learner.Value;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The learner takes it in, or says anew why and to whom.</summary>
    public void Pick(string why, PortfolioReader shownTo)
    {
        (IsPicked, Why, ShownTo) = (true, why, shownTo);
        Version++;
    }

    /// <summary>An educator says why they suggest it.</summary>
    public void Suggest(string why)
    {
        if (IsPicked) throw new InvalidOperationException("What the learner picked has the learner's words.");
        Why = why;
        Version++;
    }

    /// <summary>Gives it a place.</summary>
    public void PlaceAt(int position)
    {
        Position = position;
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Why = "";
        Version++;
    }
}
