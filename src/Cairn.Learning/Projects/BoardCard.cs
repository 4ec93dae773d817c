namespace Cairn.Learning.Projects;

/// <summary>A learner as a board names them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What they are called; more of the name where two of the group are called alike.</param>
/// <param name="Hand">Their hand that is up; null for none.</param>
public sealed record BoardLearner(LearnerId Id, string Name, HandId? Hand);

/// <summary>A talk that is planned with some of a group.</summary>
/// <param name="Day">The district's day.</param>
/// <param name="With">With whom.</param>
public sealed record BoardTalk(DateOnly Day, IReadOnlyList<BoardLearner> With);

/// <summary>What somebody waits for.</summary>
public enum BoardWaitKind
{
    /// <summary>For a hand.</summary>
    Hand = 1,

    /// <summary>For a check that they are ready for.</summary>
    Ready = 2,

    /// <summary>For an answer to a proposal.</summary>
    Proposal = 3,
}

/// <summary>Somebody who waits for an educator.</summary>
/// <param name="Kind">For what.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Who">Who waits; those of the group alone.</param>
/// <param name="Row">The hand, the request or the project.</param>
/// <param name="Words">What they said, or the project's question; may be empty.</param>
/// <param name="Competency">What they are ready for; null for everything else.</param>
public sealed record BoardWait(BoardWaitKind Kind, DateTime Since, IReadOnlyList<BoardLearner> Who, Guid Row, string Words, CompetencyId? Competency);

/// <summary>A project as it stands on a board.</summary>
/// <param name="Id">Which.</param>
/// <param name="Question">The question.</param>
/// <param name="Product">What is to come of it; may be empty.</param>
/// <param name="State">How far it is.</param>
/// <param name="Version">The version of the project that the card was made from.</param>
/// <param name="Since">Since which district's day it is so far, or was begun.</param>
/// <param name="On">Who is on it now, by name.</param>
/// <param name="Also">Others of its team in the group, who are on something else now.</param>
/// <param name="Next">The next talk about it; null while none is planned.</param>
/// <param name="Ready">How many of those on it wait for a check.</param>
public sealed record BoardCard(
    ProjectId Id, string Question, string Product, ProjectState State, int Version, DateOnly Since, IReadOnlyList<BoardLearner> On, IReadOnlyList<BoardLearner> Also, BoardTalk? Next, int Ready)
{
    /// <summary>Has somebody on it a hand up?</summary>
    public bool HasHand => On.Any(one => one.Hand is not null);

    /// <summary>Does somebody on it wait for an educator?</summary>
    public bool IsWaiting => HasHand || Ready > 0 || State == ProjectState.Proposed;
}
