using Cairn.Learning.People;
using Cairn.Learning.Plans;

namespace Cairn.Learning.Projects;

/// <summary>
/// Who of a group is on what, today. Every learner of the group stands on it in one place: on one project, or among those who choose.
/// No grade level, course or period has a part in it.
/// </summary>
public sealed record Board
{
    /// <summary>For so many days after it was shown a project stays on the board; and who was not heard of in so many is quiet.</summary>
    public const int DaysOfAWeek = 7;

    private Board(GroupId group, DateOnly day) => (Group, Day) = (group, day);

    /// <summary>Whose board.</summary>
    public GroupId Group { get; }

    /// <summary>The district's day it is of.</summary>
    public DateOnly Day { get; }

    /// <summary>Those who are on nothing yet, by name.</summary>
    public IReadOnlyList<BoardLearner> Choosing { get; private init; } = [];

    /// <summary>Projects that are written or wait for an answer.</summary>
    public IReadOnlyList<BoardCard> Planning { get; private init; } = [];

    /// <summary>Projects that are worked on.</summary>
    public IReadOnlyList<BoardCard> Making { get; private init; } = [];

    /// <summary>Projects that were shown this week.</summary>
    public IReadOnlyList<BoardCard> Showing { get; private init; } = [];

    /// <summary>Who waits for an educator, the longest first; nobody on the wall.</summary>
    public IReadOnlyList<BoardWait> Waiting { get; private init; } = [];

    /// <summary>Talks of today, and of days before that were not held; none on the wall.</summary>
    public IReadOnlyList<BoardTalk> Talks { get; private init; } = [];

    /// <summary>Who was not heard of for a week, with the day they last were; nobody on the wall.</summary>
    public IReadOnlyList<(BoardLearner Learner, DateOnly? Last)> Quiet { get; private init; } = [];

    /// <summary>Every card.</summary>
    public IEnumerable<BoardCard> Cards => Planning.Concat(Making).Concat(Showing);

    /// <summary>Everybody on the board, once.</summary>
    public IEnumerable<BoardLearner> Learners => Choosing.Concat(Cards.SelectMany(one => one.On));

    /// <summary>Concludes a board from the facts of a group.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="dayOf">The district's day of a moment in UTC.</param>
    public static Board From(BoardFacts facts, DateOnly today, Func<DateTime, DateOnly> dayOf)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(dayOf);
        var learners = Named(facts);
        var shownSince = today.AddDays(-DaysOfAWeek);
        var projects = facts.Projects.Where(one => one.IsOpen || (one.State == ProjectState.Shown && dayOf(one.StateSince) >= shownSince)).DistinctBy(one => one.Id).ToList();
        var teams = facts.Members.Where(one => learners.ContainsKey(one.Learner)).ToLookup(one => one.Project);
        var places = learners.Keys.ToDictionary(one => one, one => PlaceOf(one, facts, projects, teams));
        BoardLearner[] On(ProjectId project) => [.. InOrder(learners.Values.Where(one => places[one.Id] == project))];
        var cards = projects.Where(one => one.Group == facts.Group || teams[one.Id].Any()).Select(one => CardOf(one, On(one.Id),
            [.. InOrder(teams[one.Id].Select(member => learners[member.Learner]).Where(member => places[member.Id] != one.Id))], facts, today, dayOf)).ToList();
        return new Board(facts.Group, today)
        {
            Choosing = [.. InOrder(learners.Values.Where(one => places[one.Id] is null))],
            Planning = Lane(cards, one => one.State is ProjectState.Draft or ProjectState.Proposed),
            Making = Lane(cards, one => one.State == ProjectState.Active),
            Showing = Lane(cards, one => one.State == ProjectState.Shown),
            Waiting = [.. Waits(facts, learners, projects, teams, today).OrderBy(one => one.Since).ThenBy(one => one.Row)],
            Talks = TalksOf(facts.CheckIns.Where(one => one.PlannedFor <= today), learners),
            Quiet = [.. InOrder(learners.Values).Select(one => (one, facts.LastHeardOf.TryGetValue(one.Id, out var last) ? last : (DateOnly?)null)).Where(one => one.Item2 is null || one.Item2 < shownSince)],
        };
    }

    /// <summary>The board as everybody in the room may see it: questions, names, next talks and hands, and nothing else. Everybody stands where they
    /// stand for adults; what a team still writes is theirs alone, so that its card has no words.</summary>
    public Board ForWall()
    {
        static BoardCard Plain(BoardCard card) => card.State == ProjectState.Draft ? card with { Ready = 0, Question = "", Product = "", Also = [] } : card with { Ready = 0 };
        return new Board(Group, Day)
        {
            Choosing = Choosing, Planning = [.. Planning.Select(Plain)], Making = [.. Making.Select(Plain)], Showing = [.. Showing.Select(Plain)],
        };
    }

    private static IReadOnlyList<BoardCard> Lane(IEnumerable<BoardCard> cards, Func<BoardCard, bool> which) =>
        [.. cards.Where(which).OrderBy(one => one.Next?.Day ?? DateOnly.MaxValue).ThenByDescending(one => one.Since).ThenBy(one => one.Question, StringComparer.Ordinal).ThenBy(one => one.Id.Value)];

    private static IEnumerable<BoardLearner> InOrder(IEnumerable<BoardLearner> learners) => learners.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id.Value);

    // Who is called alike is told apart by as much of the name as it takes.
    private static Dictionary<LearnerId, BoardLearner> Named(BoardFacts facts)
    {
        var all = facts.Learners.DistinctBy(one => one.Id).ToList();
        var (called, first) = (Counts(all, one => one.CalledName), Counts(all, one => one.FirstAndInitial));
        var hands = facts.Hands.Where(one => one.LoweredAt is null).OrderBy(one => one.RaisedAt).GroupBy(one => one.Learner).ToDictionary(one => one.Key, one => (HandId?)one.First().Id);
        return all.ToDictionary(one => one.Id, one => new BoardLearner(one.Id, called[one.CalledName] == 1 ? one.CalledName : first[one.FirstAndInitial] == 1 ? one.FirstAndInitial : one.FullName, hands.GetValueOrDefault(one.Id)));

        static Dictionary<string, int> Counts(IEnumerable<Learner> learners, Func<Learner, string> name) => learners.GroupBy(name, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Count(), StringComparer.Ordinal);
    }

    // What is worked on comes before what is only planned; among what is worked on, what somebody said last.
    private static ProjectId? PlaceOf(LearnerId learner, BoardFacts facts, IReadOnlyList<Project> projects, ILookup<ProjectId, ProjectMember> teams)
    {
        var said = facts.Focuses.FirstOrDefault(one => one.Learner == learner && one.Group == facts.Group);
        var own = projects.Select(one => (Project: one, Member: teams[one.Id].FirstOrDefault(member => member.Learner == learner))).Where(one => one.Member is not null).ToList();
        if (own.Count == 0) return null;
        return own.OrderBy(one => one.Project.State switch { ProjectState.Active => 0, ProjectState.Proposed => 1, ProjectState.Draft => 2, _ => 3 })
            .ThenByDescending(one => SinceOf(one.Project, one.Member!)).ThenBy(one => one.Project.Id.Value).First().Project.Id;

        DateTime SinceOf(Project project, ProjectMember member)
        {
            if (said?.Project == project.Id) return said.Since;
            var joined = member.Since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            return joined > project.StateSince ? joined : project.StateSince;
        }
    }

    private static BoardCard CardOf(Project project, IReadOnlyList<BoardLearner> on, IReadOnlyList<BoardLearner> also, BoardFacts facts, DateOnly today, Func<DateTime, DateOnly> dayOf)
    {
        var names = on.ToDictionary(one => one.Id);
        var next = TalksOf(facts.CheckIns.Where(one => one.Project is null || one.Project == project.Id), names) is [var first, ..] ? first : null;
        var ready = facts.Ready.Where(one => names.ContainsKey(one.Learner) && Waits(one, today)).Select(one => one.Learner).Distinct().Count();
        return new BoardCard(project.Id, project.Question, project.Product, project.State, project.Version, project.State == ProjectState.Active && project.StartsOn is { } start && start <= today ? start : dayOf(project.StateSince), on, also, next, ready);
    }

    private static IReadOnlyList<BoardTalk> TalksOf(IEnumerable<CheckIn> talks, Dictionary<LearnerId, BoardLearner> learners) =>
        [.. talks.Where(one => one.HeldAt is null && learners.ContainsKey(one.Learner)).GroupBy(one => one.PlannedFor).OrderBy(one => one.Key)
            .Select(one => new BoardTalk(one.Key, [.. InOrder(one.Select(talk => learners[talk.Learner]).Distinct())]))];

    // A check that is planned for another day waits for that day, and not for somebody.
    private static bool Waits(ReadyRequest request, DateOnly today) => request.State == ReadyState.Asked || (request.State == ReadyState.Planned && request.CheckOn <= today);

    private static IEnumerable<BoardWait> Waits(BoardFacts facts, Dictionary<LearnerId, BoardLearner> learners, IEnumerable<Project> projects, ILookup<ProjectId, ProjectMember> teams, DateOnly today) =>
    [
        .. facts.Hands.Where(one => one.LoweredAt is null && learners.ContainsKey(one.Learner)).Select(one => new BoardWait(BoardWaitKind.Hand, one.RaisedAt, [learners[one.Learner]], one.Id.Value, one.Words, null)),
        .. facts.Ready.Where(one => learners.ContainsKey(one.Learner) && Waits(one, today)).Select(one => new BoardWait(BoardWaitKind.Ready, one.AskedAt, [learners[one.Learner]], one.Id.Value, "", one.Competency)),
        .. projects.Where(one => one.State == ProjectState.Proposed && teams[one.Id].Any())
            .Select(one => new BoardWait(BoardWaitKind.Proposal, one.StateSince, [.. InOrder(teams[one.Id].Select(member => learners[member.Learner]))], one.Id.Value, one.Question, null)),
    ];
}
