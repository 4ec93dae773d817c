namespace Cairn.Learning.Plans.Groupings;

/// <summary>How learners are kept.</summary>
public enum GroupingRuleKind
{
    /// <summary>No two of them in one group.</summary>
    Apart = 1,

    /// <summary>All of them in one group.</summary>
    Together = 2,
}

/// <summary>What educators agreed about who is with whom. Only those who plan for all of them see it: never a family, nor a learner.</summary>
public sealed class GroupingRule(GroupingRuleId id, GroupingRuleKind kind, string reason, PersonId by, DateTime at)
{
    /// <summary>Its id.</summary>
    public GroupingRuleId Id { get; private set; } = id;

    /// <summary>Apart, or together.</summary>
    public GroupingRuleKind Kind { get; private set; } = kind;

    /// <summary>Why, in their words; empty for none.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who said it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>When it ended, UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>It holds no longer.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes the words out.</summary>
    public void Erase()
    {
        Reason = "";
        Version++;
    }
}

/// <summary>One learner of such a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Learner">Who.</param>
public sealed record GroupingRuleMember(GroupingRuleId Rule, LearnerId Learner);
