using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Projects;

/// <summary>Who of a group is on what, concluded from projects, hands, talks and requests.</summary>
public sealed class BoardTests
{
    private static readonly GroupId Loft = new(Some.Id(900));
    private static readonly DateOnly Today = DateOnly.FromDateTime(Some.Day(60));

    [Fact]
    public void A_learner_without_a_project_is_choosing() => On(Room(2)).Choosing.Select(one => one.Name).ShouldBe(["Ada1", "Ada2"]);

    [Fact]
    public void A_learner_stands_on_the_card_of_their_project_with_its_question_and_since_when()
    {
        var card = On(Room(1, (Open(1, ProjectState.Active, 50), [1]))).Making.ShouldHaveSingleItem();

        (card.Question, card.Product, card.Since).ShouldBe(("Question 1?", "A stall", DateOnly.FromDateTime(Some.Day(50))));
        card.On.ShouldHaveSingleItem().Name.ShouldBe("Ada1");
    }

    [Theory]
    [InlineData(ProjectState.Draft, "planning")]
    [InlineData(ProjectState.Proposed, "planning")]
    [InlineData(ProjectState.Active, "making")]
    [InlineData(ProjectState.Shown, "showing")]
    [InlineData(ProjectState.Ended, "choosing")]
    public void How_far_a_project_is_says_in_which_lane_it_stands(ProjectState state, string lane)
    {
        var board = On(Room(1, (Open(1, state, 58), [1])));

        (board.Planning.Count, board.Making.Count, board.Showing.Count, board.Choosing.Count)
            .ShouldBe((lane == "planning" ? 1 : 0, lane == "making" ? 1 : 0, lane == "showing" ? 1 : 0, lane == "choosing" ? 1 : 0));
    }

    [Theory]
    [InlineData(53, 1)]
    [InlineData(52, 0)]
    public void What_was_shown_stays_for_a_week(int day, int shown) => On(Room(1, (Open(1, ProjectState.Shown, day), [1]))).Showing.Count.ShouldBe(shown);

    [Fact]
    public void Who_is_in_two_teams_is_on_what_an_educator_said_last_and_is_named_by_the_other()
    {
        var facts = Room(2, (Open(1, ProjectState.Active, 50), [1, 2]), (Open(2, ProjectState.Active, 40), [1]));
        On(facts).Making.Single(one => one.Question == "Question 1?").On.Count.ShouldBe(2, "the newer one, while nobody said");

        var board = On(facts with { Focuses = [new Focus(Loft, Who(1), Which(2), Some.Day(55))] });

        board.Making.Single(one => one.Question == "Question 2?").On.ShouldHaveSingleItem().Name.ShouldBe("Ada1");
        var other = board.Making.Single(one => one.Question == "Question 1?");
        (other.On.Single().Name, other.Also.Single().Name).ShouldBe(("Ada2", "Ada1"));
    }

    [Fact]
    public void What_was_said_on_another_groups_board_counts_there()
    {
        var facts = Room(1, (Open(1, ProjectState.Active, 50), [1]), (Open(2, ProjectState.Active, 40), [1]));

        On(facts with { Focuses = [new Focus(new GroupId(Some.Id(901)), Who(1), Which(2), Some.Day(55))] }).Making.Single(one => one.On.Count > 0).Question.ShouldBe("Question 1?");
    }

    [Fact]
    public void What_is_worked_on_comes_before_what_is_planned() =>
        On(Room(1, (Open(1, ProjectState.Active, 40), [1]), (Open(2, ProjectState.Proposed, 59), [1]))).Making.ShouldHaveSingleItem().On.Count.ShouldBe(1);

    [Fact]
    public void Two_who_are_called_alike_are_told_apart()
    {
        var facts = new BoardFacts(Loft, [new Learner(Who(1), "a", "Noor", "Aziz"), new Learner(Who(2), "b", "Noor", "Brandt"), new Learner(Who(3), "c", "Noor", "Benz"), new Learner(Who(4), "d", "Leo", "Falk")]);

        On(facts).Choosing.Select(one => one.Name).ShouldBe(["Leo", "Noor A.", "Noor Benz", "Noor Brandt"]);
    }

    [Fact]
    public void Hands_requests_and_proposals_wait_the_longest_first()
    {
        var hand = new Hand(new HandId(Some.Id(300)), Who(1), null, "the saw", Some.Day(59.2));
        var lowered = new Hand(new HandId(Some.Id(301)), Who(2), null, "", Some.Day(59.1));
        lowered.Lower(Some.Teacher, Some.Day(59.3));
        var board = On(Room(3, (Open(1, ProjectState.Proposed, 59.1), [2])) with { Hands = [hand, lowered], Ready = [Request(3, 59), Planned(2, Today.AddDays(2)), Planned(1, Today)] });

        board.Waiting.Select(one => (one.Kind, one.Who.Single().Name)).ShouldBe(
            [(BoardWaitKind.Ready, "Ada1"), (BoardWaitKind.Ready, "Ada3"), (BoardWaitKind.Proposal, "Ada2"), (BoardWaitKind.Hand, "Ada1")]);
        board.Choosing.Single(one => one.Name == "Ada1").Hand.ShouldBe(hand.Id);
        board.Planning.Single().IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public void The_next_talk_of_a_card_is_the_first_that_is_planned_about_it_or_about_everything()
    {
        var facts = Room(2, (Open(1, ProjectState.Active, 50), [1, 2])) with { CheckIns = [Talk(1, 1, 3), Talk(2, null, 1), Talk(2, 9, 0)] };

        var next = On(facts).Making.Single().Next.ShouldNotBeNull();
        (next.Day, next.With.Single().Name).ShouldBe((Today.AddDays(1), "Ada2"));
        On(facts).Talks.ShouldHaveSingleItem().Day.ShouldBe(Today, "of any project");
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(null, true)]
    public void Who_was_not_heard_of_for_a_week_is_quiet(int? daysAgo, bool isQuiet)
    {
        var facts = Room(1) with { LastHeardOf = daysAgo is { } days ? new Dictionary<LearnerId, DateOnly> { [Who(1)] = Today.AddDays(-days) } : [] };

        On(facts).Quiet.Any().ShouldBe(isQuiet);
    }

    [Fact]
    public void Learners_and_teams_of_other_groups_are_not_on_it()
    {
        var elsewhere = Open(2, ProjectState.Active, 50);
        elsewhere.Plan(new GroupId(Some.Id(901)), null, null);
        var facts = Room(1, (Open(1, ProjectState.Active, 50), [1, 77])) with { Hands = [new Hand(new HandId(Some.Id(300)), Who(77), null, "", Some.Day(59))] };
        var board = On(facts with { Projects = [.. facts.Projects, elsewhere] });

        board.Making.ShouldHaveSingleItem().On.ShouldHaveSingleItem();
        board.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void Every_learner_stands_in_exactly_one_place_whatever_they_are_in() => Any.Sample(facts =>
    {
        foreach (var board in (Board[])[On(facts), On(facts).ForWall()])
        {
            var ids = board.Learners.Select(one => one.Id).ToList();
            ids.Count.ShouldBe(facts.Learners.Count);
            ids.ToHashSet().SetEquals(facts.Learners.Select(one => one.Id)).ShouldBeTrue();
        }
    });

    [Fact]
    public void The_order_of_the_facts_changes_nothing() => Any.Sample(facts => Told(On(facts with
    {
        Learners = [.. facts.Learners.Reverse()], Projects = [.. facts.Projects.Reverse()], Members = [.. facts.Members.Reverse()], Focuses = [.. facts.Focuses.Reverse()], CheckIns = [.. facts.CheckIns.Reverse()],
    })).ShouldBe(Told(On(facts))));

    [Fact]
    public void The_wall_says_nothing_of_who_waits_is_quiet_or_still_writes() => Any.Sample(facts =>
    {
        var wall = On(facts).ForWall();
        (wall.Waiting.Count, wall.Quiet.Count, wall.Talks.Count).ShouldBe((0, 0, 0));
        wall.Cards.ShouldAllBe(one => one.Ready == 0 && (one.State != ProjectState.Draft || (one.Question.Length == 0 && one.Product.Length == 0 && one.Also.Count == 0)));
    });

    [Fact]
    public void The_wall_has_the_lanes_and_the_count_that_adults_see() => Any.Sample(facts =>
    {
        var (board, wall) = (On(facts), On(facts).ForWall());
        static string Lanes(Board of) => string.Join('|', new[] { of.Planning, of.Making, of.Showing }.Select(lane => string.Join(' ', lane.Select(card => $"{card.Id}:{string.Join(',', card.On.Select(one => one.Name))}"))));
        Lanes(wall).ShouldBe(Lanes(board));
        wall.Choosing.ShouldBe(board.Choosing);
    });

    private static Gen<BoardFacts> Any => Gen.Select(Gen.Int[0, 12], Gen.Select(Gen.Int[0, 4], Gen.Int[30, 60], Gen.Int[1, 14].Array[0, 5]).Array[0, 8], Gen.Select(Gen.Int[1, 12], Gen.Int[1, 8], Gen.Double[30, 60]).Array[0, 6], (learners, projects, said) =>
        Room(learners, [.. projects.Select((one, i) => (Open(i + 1, (ProjectState)(one.Item1 + 1), one.Item2), one.Item3.Distinct().ToArray()))]) with
        {
            Focuses = [.. said.DistinctBy(one => one.Item1).Select(one => new Focus(Loft, Who(one.Item1), Which(one.Item2), Some.Day(one.Item3)))],
            CheckIns = [.. said.Select(one => Talk(one.Item1, one.Item2, one.Item2 - 4))], Ready = [.. said.Select(one => Request(one.Item1, 40))],
        });

    private static Board On(BoardFacts facts) => Board.From(facts, Today, DateOnly.FromDateTime);

    private static string Told(Board board) => string.Join('\n', board.Cards.Select(card => $"{card.Id.Value} {card.State} {card.Since} {card.Next?.Day} {string.Join(',', card.On.Select(one => one.Name))}/{string.Join(',', card.Also.Select(one => one.Name))}"))
        + string.Join(',', board.Choosing.Select(one => one.Name));

    private static LearnerId Who(int n) => new(Some.Id(n));

    private static ProjectId Which(int n) => new(Some.Id(100 + n));

    private static BoardFacts Room(int learners, params (Project Project, int[] Team)[] projects) => new(Loft, [.. Enumerable.Range(1, learners).Select(i => new Learner(Who(i), $"u{i}", $"Ada{i}", "Byron"))])
    {
        Projects = [.. projects.Select(one => one.Project)],
        Members = [.. projects.SelectMany(one => one.Team.Select(who => new ProjectMember(one.Project.Id, Who(who), DateOnly.FromDateTime(one.Project.StateSince))))],
    };

    private static Project Open(int n, ProjectState state, double day)
    {
        var project = new Project(Which(n), Some.Teacher, $"Question {n}?", "A stall", Some.Day(day));
        project.Plan(Loft, null, null);
        if (state == ProjectState.Proposed) project.Propose(Some.Day(day));
        if (state > ProjectState.Proposed) project.Accept(Some.Teacher, "", Some.Day(day));
        if (state == ProjectState.Shown) project.Show(Some.Day(day));
        if (state == ProjectState.Ended) project.End(Some.Day(day));
        return project;
    }

    private static CheckIn Talk(int who, int? project, int inDays) => new(new CheckInId(Some.Id((500 + who) * 20 + (project ?? 0))), Who(who), project is { } n ? Which(n) : null, new EducatorId(Some.Teacher.Value), Today.AddDays(inDays));

    private static ReadyRequest Request(int who, double day) => new(new ReadyRequestId(Some.Id(700 + who)), Who(who), Some.Competency, null, null, "", Some.Day(day));

    private static ReadyRequest Planned(int who, DateOnly on)
    {
        var request = Request(who, 30);
        request.PlanFor(on, Some.Teacher, Some.Day(31));
        return request;
    }
}
