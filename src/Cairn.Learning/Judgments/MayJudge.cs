namespace Cairn.Learning.Judgments;

/// <summary>Why somebody cannot judge a learner.</summary>
public enum JudgeFault
{
    /// <summary>They can.</summary>
    None = 0,

    /// <summary>They have nothing to do with the learner: to them the learner is not there.</summary>
    NotFound = 1,

    /// <summary>They see the learner, and judge nothing: a substitute, a leader, a counselor.</summary>
    SeesOnly = 2,

    /// <summary>The learner is themself, or a child they care for.</summary>
    Own = 3,
}

/// <summary>Who may judge: an educator who is with a group of the learner's today in a part that judges, and who is neither the learner nor
/// a guardian of theirs.</summary>
public static class MayJudge
{
    /// <summary>What is wrong with a judge.</summary>
    /// <param name="sees">Do they see the learner at all?</param>
    /// <param name="judges">Are they today with a group of the learner's in a part that judges?</param>
    /// <param name="isOwn">Is the learner themself, or a child of theirs?</param>
    public static JudgeFault FaultOf(bool sees, bool judges, bool isOwn) =>
        !sees ? JudgeFault.NotFound : isOwn ? JudgeFault.Own : judges ? JudgeFault.None : JudgeFault.SeesOnly;
}
