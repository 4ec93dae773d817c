namespace Cairn.Learning.Credits;

/// <summary>What can be awarded by a policy now, after what was awarded before: a conclusion.</summary>
public sealed record CreditOffer
{
    private CreditOffer(CreditDecision decision, CreditOverlap overlap, IReadOnlyList<AwardedShare> shares) => (Decision, Overlap, Shares) = (decision, overlap, shares);

    /// <summary>What is earned.</summary>
    public CreditDecision Decision { get; }

    /// <summary>What stands in the way, or makes place.</summary>
    public CreditOverlap Overlap { get; }

    /// <summary>The parts, each with its share.</summary>
    public IReadOnlyList<AwardedShare> Shares { get; }

    /// <summary>How much, in hundredths of a credit; 0 for nothing.</summary>
    public int Hundredths { get; private init; }

    /// <summary>The mean of the levels, two decimals; null where there is none.</summary>
    public decimal? Level { get; private init; }

    /// <summary>The day the last of it was shown; null where no day is known.</summary>
    public DateOnly? EarnedOn { get; private init; }

    /// <summary>Where it comes from.</summary>
    public CreditSource Source => SourceOf(Decision.Policy.Method);

    /// <summary>Can anything be awarded?</summary>
    public bool IsOpen => Hundredths > 0 && Overlap.IsFree;

    /// <summary>The award that would come of it on a day, of nobody yet and with the id of its policy: for whoever asks what can be awarded after it.</summary>
    internal CreditHeld Supposed(LearnerId learner, DateOnly day)
    {
        var award = new CreditAward(new CreditAwardId(Decision.Policy.Id.Value), learner, Source, Hundredths, EarnedOn ?? day, default, default) { Policy = Decision.Policy.Id, Level = Level };
        return new(award, null, [.. Shares.Select(one => new CreditAwardPart(default, learner, award.Id, one.Line.Part.Competency, one.Line.Part.Stage, one.Hundredths, one.Line.Standing?.Level, null))], null, Decision.Policy);
    }

    /// <summary>The source of credit by a method.</summary>
    public static CreditSource SourceOf(CreditMethod method) => method switch
    {
        CreditMethod.ExamAndArtifact => CreditSource.ExamAndArtifact,
        CreditMethod.JudgedWhole => CreditSource.JudgedWhole,
        _ => CreditSource.Mastery,
    };

    /// <summary>Puts what is earned beside what was awarded.</summary>
    /// <param name="decision">What is earned.</param>
    /// <param name="record">What was awarded.</param>
    /// <param name="day">The district's day.</param>
    /// <param name="panel">The panel that looked; null for none.</param>
    public static CreditOffer From(CreditDecision decision, CreditRecord record, DateOnly day, CreditPanelId? panel = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(record);
        var shares = decision.IsWhole ? decision.Shares : CreditOverlap.Left(decision.Shares, record, day);
        var hundredths = decision.IsWhole ? decision.Hundredths : shares.Sum(one => one.Hundredths);
        if (hundredths == 0) return new CreditOffer(decision, decision.IsEarned ? CreditOverlap.NothingLeft(record) : CreditOverlap.Free, []);
        var candidate = new CreditCandidate(SourceOf(decision.Policy.Method), hundredths, [.. shares.Select(one => (one.Line.Part.Competency, one.Line.Part.Stage, one.Hundredths))]) { Policy = decision.Policy, Panel = panel, IsWhole = decision.IsWhole };
        List<decimal> levels = [.. shares.Select(one => one.Line.Standing?.Level).OfType<decimal>()];
        return new CreditOffer(decision, CreditOverlap.Of(candidate, record, day), shares)
        {
            Hundredths = hundredths,
            Level = decision.IsWhole ? decision.Level : levels.Count == 0 ? null : Math.Round(levels.Sum() / levels.Count, 2, MidpointRounding.AwayFromZero),
            EarnedOn = decision.IsWhole ? decision.EarnedOn : shares.Max(one => one.Line.Standing?.ShownOn),
        };
    }
}
