using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>The board of the first room as it stands this week: who is on what, hands, talks, and who is ready for a check.</summary>
internal sealed class DemoBoard(DemoContent content, DemoPeople people, DemoCalendar calendar)
{
    // How far each project is, how many are on it, and how many days before the last day it got there.
    private static readonly (ProjectState State, int Team, int Days)[] Projects =
    [
        (ProjectState.Active, 3, 14), (ProjectState.Active, 2, 10), (ProjectState.Active, 4, 18), (ProjectState.Active, 1, 7), (ProjectState.Active, 2, 9),
        (ProjectState.Active, 2, 4), (ProjectState.Proposed, 3, 1), (ProjectState.Proposed, 1, 0), (ProjectState.Draft, 1, 0), (ProjectState.Shown, 2, 0),
    ];

    private static readonly (string Notes, string Next)[] Talks =
    [
        ("We sorted what is known from what is guessed. There are three guesses left.", "Ask one person who was there."),
        ("The first try fell over. The drawing shows why.", "Make the base twice as wide, and try it on Monday."),
        ("The plan is too much for three weeks. We took out half of it.", "Begin with the part that can be shown soonest."),
        ("The numbers do not add up yet, and that was found without help.", "Count again with a partner, each alone first."),
    ];

    private static readonly string[] Wishes = ["", "reading the small print on the box", "deciding who says what", ""];

    private static readonly string[] Ready = ["RD.1", "PP.1", "MA.1", "SC.1"];

    private readonly GroupId _room = DemoPeople.GroupOf(0);
    private readonly List<DemoLearner> _left = [.. people.Learners.Where(one => one.Room == 0)];

    /// <summary>Stores it.</summary>
    /// <param name="turn">The turn that the people are stored in.</param>
    /// <param name="entries">The stages that learners entered: who is ready is so at their own.</param>
    public void Store(WriteTurn turn, IEnumerable<StageEntry> entries)
    {
        var room = _left.ToList();
        for (var i = 0; i < Projects.Length && _left.Count > 0; i++) StoreProject(turn, i);
        turn.Db.SaveChanges();
        StoreReady(turn, calendar.Last, room, entries.ToLookup(one => one.Learner));
        turn.Db.SaveChanges();
    }

    private void StoreProject(WriteTurn turn, int i)
    {
        var (state, size, days) = Projects[i];
        var idea = content.Experiences.Experiences[i];
        var team = _left.Take(size).ToList();
        _left.RemoveRange(0, team.Count);
        var (educator, at) = (EducatorOf(i), DemoCalendar.At(calendar.Last.AddDays(-days), 9, 5 + i));
        var project = new Project(new ProjectId(DemoFramework.Named("project", $"{i}")), team[0].Learner.Id.Person, idea.Question, idea.Product, at.AddDays(-3));
        project.Plan(_room, DateOnly.FromDateTime(at), calendar.Last.AddDays(10 + i));
        if (state > ProjectState.Draft) project.Propose(at.AddDays(-2));
        if (state > ProjectState.Proposed) project.Accept(educator.Person, "", at);
        if (state == ProjectState.Shown) project.Show(at);
        turn.Db.Add(project);
        turn.Db.AddRange(team.Select(one => new ProjectMember(project.Id, one.Learner.Id, DateOnly.FromDateTime(at))));
        if (state != ProjectState.Active) return;
        // On each day of the week somebody has a talk to come.
        turn.Db.AddRange(team.Select(one => new CheckIn(new CheckInId(DemoFramework.Named("talk", one.Learner.Username)), one.Learner.Id, project.Id, educator, calendar.Last.AddDays(3 + i % 5))));
        if (i < Talks.Length) StoreTalk(turn, i, team[0], project.Id);
        if (i < Wishes.Length) turn.Db.Add(new Hand(new HandId(DemoFramework.Named("hand", $"{i}")), team[^1].Learner.Id, project.Id, Wishes[i], DemoCalendar.At(calendar.Last, 14, 10 * i)));
    }

    private void StoreTalk(WriteTurn turn, int i, DemoLearner learner, ProjectId project)
    {
        var day = calendar.Last.AddDays(-3);
        var talk = new CheckIn(new CheckInId(DemoFramework.Named("talked", $"{i}")), learner.Learner.Id, project, EducatorOf(i), day);
        talk.Hold(Talks[i].Notes, Talks[i].Next, DemoCalendar.At(day, 10, 15));
        turn.Db.Add(talk);
    }

    private static void StoreReady(WriteTurn turn, DateOnly last, List<DemoLearner> room, ILookup<LearnerId, StageEntry> entries)
    {
        foreach (var (code, i) in Ready.Select((code, i) => (code, i)))
        {
            if (room.Count <= 5 * i + 1) return;
            var (learner, competency) = (room[5 * i + 1].Learner.Id, DemoFramework.CompetencyOf(code));
            var stages = entries[learner].Where(one => one.Competency == competency).Select(one => one.Stage).ToList();
            // Who has not begun it is ready for nothing of it.
            if (stages.Count > 0) turn.Db.Add(new ReadyRequest(new ReadyRequestId(DemoFramework.Named("ready", $"{i}")), learner, competency, null, stages.Max(), "I can show it with what I made this week.", DemoCalendar.At(last, 13, 5 + 17 * i)));
        }
    }

    private EducatorId EducatorOf(int i) => DemoPeople.EducatorOf(people.EducatorsOf(0)[i % 2].Username);
}
