namespace Cairn.Learning.Credits;

/// <summary>An award with all that stands beside it.</summary>
/// <param name="Award">The award.</param>
/// <param name="Text">Its title, code and grade; null where they were erased.</param>
/// <param name="Parts">What it was awarded for; empty where it says none.</param>
/// <param name="Reversal">What took it out of force; null while it stands.</param>
/// <param name="Policy">The policy's version; null for none.</param>
public sealed record CreditHeld(CreditAward Award, CreditAwardText? Text, IReadOnlyList<CreditAwardPart> Parts, CreditReversal? Reversal, CreditPolicy? Policy)
{
    /// <summary>Was it not taken out of force? A provisional one may have run out all the same: <see cref="IsCounted"/>.</summary>
    public bool IsInForce => Reversal is null;

    /// <summary>Is it taken for granted for a while?</summary>
    public bool IsProvisional => Award.ProvisionalUntil is not null;

    /// <summary>Has what was taken for granted run out by a day?</summary>
    public bool IsExpired(DateOnly day) => Award.ProvisionalUntil < day;

    /// <summary>Does it count on a day?</summary>
    public bool IsCounted(DateOnly day) => IsInForce && !IsExpired(day);

    /// <summary>The subject that diploma rules ask for; empty for none.</summary>
    public string Subject => Text?.Subject ?? "";
}

/// <summary>Credit of one subject.</summary>
/// <param name="Subject">The subject; empty for none.</param>
/// <param name="Hundredths">What counts for good, in hundredths of a credit.</param>
/// <param name="Provisional">What is taken for granted for now, in hundredths of a credit.</param>
public sealed record SubjectCredit(string Subject, int Hundredths, int Provisional);

/// <summary>A learner's credit: every award with what became of it. A conclusion.</summary>
public sealed record CreditRecord
{
    private CreditRecord(LearnerId learner, IReadOnlyList<CreditHeld> all) => (Learner, All) = (learner, all);

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; }

    /// <summary>Every award, in force or not, in the order they were earned.</summary>
    public IReadOnlyList<CreditHeld> All { get; }

    /// <summary>The awards that nothing took out of force; provisional ones too, run out or not.</summary>
    public IEnumerable<CreditHeld> InForce => All.Where(one => one.IsInForce);

    /// <summary>A learner without credit.</summary>
    public static CreditRecord None(LearnerId learner) => new(learner, []);

    /// <summary>Puts awards together with what stands beside them.</summary>
    /// <param name="learner">Whose; awards of others are not read.</param>
    /// <param name="awards">The awards, in any order.</param>
    /// <param name="texts">Their texts.</param>
    /// <param name="parts">Their parts.</param>
    /// <param name="reversals">What took some out of force.</param>
    /// <param name="policies">The versions of policies they were awarded by.</param>
    public static CreditRecord From(
        LearnerId learner, IEnumerable<CreditAward> awards, IEnumerable<CreditAwardText> texts, IEnumerable<CreditAwardPart> parts, IEnumerable<CreditReversal> reversals, IEnumerable<CreditPolicy> policies)
    {
        var (words, versions) = (texts.ToDictionary(one => one.Award), policies.DistinctBy(one => one.Id).ToDictionary(one => one.Id));
        var (of, undone) = (parts.ToLookup(one => one.Award), reversals.GroupBy(one => one.Award).ToDictionary(some => some.Key, some => some.MinBy(one => one.RecordedAt)));
        return new CreditRecord(learner, [.. awards.Where(one => one.Learner == learner).OrderBy(one => one.EarnedOn).ThenBy(one => one.RecordedAt).ThenBy(one => one.Id.Value)
            .Select(one => new CreditHeld(one, words.GetValueOrDefault(one.Id), [.. of[one.Id].OrderBy(part => part.Id.Value)], undone.GetValueOrDefault(one.Id), one.Policy is { } policy ? versions.GetValueOrDefault(policy) : null))]);
    }

    /// <summary>The same record without some awards.</summary>
    public CreditRecord Without(IReadOnlyCollection<CreditAwardId> awards) => new(Learner, [.. All.Where(one => !awards.Contains(one.Award.Id))]);

    /// <summary>The same record with one more, in the place of those that it takes out of force.</summary>
    internal CreditRecord With(CreditHeld one, IEnumerable<OverlapReversal> instead)
    {
        var gone = instead.Select(each => each.Held.Award.Id).ToHashSet();
        return new(Learner, [.. All.Where(each => !gone.Contains(each.Award.Id)), one]);
    }

    /// <summary>The awards that count on a day: in force, and not run out.</summary>
    public IReadOnlyList<CreditHeld> On(DateOnly day) => [.. All.Where(one => one.IsCounted(day))];

    /// <summary>What was taken for granted and ran out before a day, with nothing that took it out of force.</summary>
    public IReadOnlyList<CreditHeld> ExpiredBy(DateOnly day) => [.. All.Where(one => one.IsInForce && one.IsExpired(day))];

    /// <summary>All that counts for good on a day, in hundredths of a credit; what is provisional is not in it.</summary>
    public int HundredthsOn(DateOnly day) => On(day).Where(one => !one.IsProvisional).Sum(one => one.Award.Hundredths);

    /// <summary>What is taken for granted on a day, in hundredths of a credit.</summary>
    public int ProvisionalOn(DateOnly day) => On(day).Where(one => one.IsProvisional).Sum(one => one.Award.Hundredths);

    /// <summary>What counts on a day, by subject, in the order of their names.</summary>
    public IReadOnlyList<SubjectCredit> BySubject(DateOnly day) => [.. On(day).GroupBy(one => one.Subject).OrderBy(some => some.Key, StringComparer.Ordinal)
        .Select(some => new SubjectCredit(some.Key, some.Where(one => !one.IsProvisional).Sum(one => one.Award.Hundredths), some.Where(one => one.IsProvisional).Sum(one => one.Award.Hundredths)))];
}
