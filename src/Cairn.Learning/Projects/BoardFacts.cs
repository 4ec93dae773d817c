using Cairn.Learning.People;
using Cairn.Learning.Plans;

namespace Cairn.Learning.Projects;

/// <summary>All that the board of a group is concluded from. What is of others is passed over.</summary>
/// <param name="Group">Whose board.</param>
/// <param name="Learners">Who is in the group today.</param>
public sealed record BoardFacts(GroupId Group, IReadOnlyList<Learner> Learners)
{
    /// <summary>Projects that stand on the board: those that are open, and those that were shown lately.</summary>
    public IReadOnlyList<Project> Projects { get; init; } = [];

    /// <summary>Their teams.</summary>
    public IReadOnlyList<ProjectMember> Members { get; init; } = [];

    /// <summary>What was said on this board of who is on what.</summary>
    public IReadOnlyList<Focus> Focuses { get; init; } = [];

    /// <summary>Hands that are up.</summary>
    public IReadOnlyList<Hand> Hands { get; init; } = [];

    /// <summary>Talks that are planned and were not held.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>Words of learners that they are ready for a check.</summary>
    public IReadOnlyList<ReadyRequest> Ready { get; init; } = [];

    /// <summary>The district's day on which a learner last showed something, raised a hand or talked; nobody who never did.</summary>
    public IReadOnlyDictionary<LearnerId, DateOnly> LastHeardOf { get; init; } = new Dictionary<LearnerId, DateOnly>();
}
