using Cairn.Learning;
using Cairn.Learning.Judgments;

namespace Cairn.Storage.Assessing;

/// <summary>Why something that an educator says of a learner is not written down.</summary>
public enum AssessFault
{
    /// <summary>It was.</summary>
    None = 0,

    /// <summary>There is no such learner to them.</summary>
    NotFound,

    /// <summary>They see the learner, and judge nothing of theirs today.</summary>
    SeesOnly,

    /// <summary>Nobody judges themselves, or a child they care for.</summary>
    Own,

    /// <summary>There is no such competency, or it is not in use.</summary>
    NotInUse,

    /// <summary>The scale has no such level.</summary>
    NoLevel,

    /// <summary>The scale does not offer it.</summary>
    NotOffered,

    /// <summary>It is judged at a stage, and none is known, or it has none.</summary>
    NoStage,

    /// <summary>It is concluded from several targets: each is judged by itself.</summary>
    ByParts,

    /// <summary>A policy asks for a word about each target on the same piece first.</summary>
    CriteriaFirst,

    /// <summary>The day is in the future.</summary>
    InFuture,

    /// <summary>The day is before the learner's first day in a group.</summary>
    BeforeEnrollment,

    /// <summary>The day is so long ago that a second educator has to know of it too.</summary>
    NeedsSecondEducator,

    /// <summary>The piece was taken out of force.</summary>
    Retracted,

    /// <summary>There is nothing to take back.</summary>
    Nothing,

    /// <summary>Somebody else said it.</summary>
    NotTheirs,

    /// <summary>It was sent before, with other words: what stands is what came first.</summary>
    SaidOtherwise,
}

/// <summary>What came of it.</summary>
/// <param name="Fault">Why nothing was written; none where it was, now or the first time it was sent.</param>
/// <param name="Judgment">The judgment that was recorded, or taken back.</param>
/// <param name="Piece">The piece of evidence it stands on.</param>
public sealed record Assessed(AssessFault Fault, Judgment? Judgment = null, EvidenceId? Piece = null)
{
    /// <summary>Why an educator does not judge a learner.</summary>
    internal static AssessFault Of(JudgeFault fault) => fault switch
    {
        JudgeFault.None => AssessFault.None,
        JudgeFault.NotFound => AssessFault.NotFound,
        JudgeFault.Own => AssessFault.Own,
        _ => AssessFault.SeesOnly,
    };

    /// <summary>Why a day of showing is not written down.</summary>
    internal static AssessFault Of(BackDatingFault fault) => fault switch
    {
        BackDatingFault.None => AssessFault.None,
        BackDatingFault.InFuture => AssessFault.InFuture,
        BackDatingFault.BeforeEnrollment => AssessFault.BeforeEnrollment,
        _ => AssessFault.NeedsSecondEducator,
    };
}
