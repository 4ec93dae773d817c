using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Who sees whom on a day: an unauthorised row is not found.</summary>
public sealed class ScopeTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly EducatorId Okafor = new(Guid.CreateVersion7());
    private static readonly EducatorId Reyes = new(Guid.CreateVersion7());
    private static readonly GroupId Loft = new(Guid.CreateVersion7());
    private static readonly GroupId Studio = new(Guid.CreateVersion7());

    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync()
    {
        _district = await TestDistrict.With();
        await _district.Record(_district.OnePiece());
        await _district.Record(_district.OnePiece(_district.Ben));
        await _district.District.Writer.Alone(turn =>
        {
            var school = new OrganizationId(Guid.CreateVersion7());
            turn.Db.AddRange(new Organization(school, OrganizationKind.School, "Hill", "UTC"), new Educator(Okafor, "okafor", "Ms. Okafor", EducatorRole.Teacher), new Educator(Reyes, "reyes", "Mr. Reyes", EducatorRole.Teacher),
                new LearningGroup(Loft, school, "The Loft"), new LearningGroup(Studio, school, "Studio"));
            return turn.Db.SaveChanges();
        });
    }

    [Theory]
    [InlineData(-10, null, -10, null, true)]
    [InlineData(0, 0, 0, 0, true)]
    [InlineData(1, null, -10, null, false)]
    [InlineData(-10, -1, -10, null, false)]
    [InlineData(-10, null, 1, null, false)]
    [InlineData(-10, null, -10, -1, false)]
    public async Task A_teacher_sees_a_learner_while_both_are_in_the_group(int from, int? until, int teachesFrom, int? teachesUntil, bool sees)
    {
        await Enroll(_district.Ada, Loft, from, until);
        await Teach(Okafor, Loft, teachesFrom, teachesUntil);

        Usernames(Teacher()).ShouldBe(sees ? ["ada"] : []);
    }

    [Fact]
    public async Task A_teacher_sees_nobody_of_another_group_or_of_another_teachers()
    {
        await Enroll(_district.Ada, Loft);
        await Enroll(_district.Ben, Studio);
        await Teach(Okafor, Loft);
        await Teach(Reyes, Studio);

        Usernames(Teacher()).ShouldBe(["ada"]);
        Teacher().Groups().Select(one => one.Id).ShouldBe([Loft]);
        Teacher().LearnersOf(Studio).ToList().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_learner_in_two_of_a_teachers_groups_is_one_learner()
    {
        foreach (var group in (GroupId[])[Loft, Studio])
        {
            await Enroll(_district.Ada, group);
            await Teach(Okafor, group);
        }

        Usernames(Teacher()).ShouldBe(["ada"]);
    }

    [Fact]
    public async Task A_leaver_is_seen_by_leaders_and_at_the_command_line_only()
    {
        await Enroll(_district.Ada, Loft);
        await Teach(Okafor, Loft);
        using (var db = _district.Open())
        {
            var ada = await db.Learners.SingleAsync(one => one.Username == "ada");
            ada.Leave(TestDistrict.Day);
            await db.SaveChangesAsync();
        }

        Usernames(Teacher()).ShouldBeEmpty();
        Usernames(Leader()).ShouldBe(["ada", "ben"]);
        Usernames(Operator()).ShouldBe(["ada", "ben"]);
    }

    [Fact]
    public void A_learner_sees_themselves_and_nobody_else()
    {
        var scope = Of(new Actor(ActorKind.Learner, _district.Ada.Value, "Ada"));

        Usernames(scope).ShouldBe(["ada"]);
        scope.Find("ben").ShouldBeNull();
        scope.StandingIn(_district.Ada, _district.Framework).ShouldNotBeNull();
        ShouldNotSee(scope, _district.Ben);
    }

    [Fact]
    public void An_actor_who_is_nobody_here_sees_nobody()
    {
        foreach (var kind in (ActorKind[])[ActorKind.Teacher, ActorKind.Learner])
        {
            var scope = Of(new Actor(kind, Guid.CreateVersion7(), ""));
            Usernames(scope).ShouldBeEmpty();
            ShouldNotSee(scope, _district.Ada);
            scope.Groups().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Nothing_of_a_learner_is_found_by_a_teacher_who_may_not_see_them_even_by_their_ids()
    {
        await Enroll(_district.Ada, Loft);
        await Teach(Okafor, Loft);
        await Enroll(_district.Ben, Studio);

        var scope = Teacher();

        scope.Find(_district.Ada).ShouldNotBeNull();
        scope.Record(_district.Ada).JudgmentsUnder(_district.Drawing).ShouldHaveSingleItem();
        ShouldNotSee(scope, _district.Ben);
        ShouldNotSee(scope, new LearnerId(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Pieces_of_one_learner_are_not_read_in_the_name_of_another()
    {
        await Enroll(_district.Ada, Loft);
        await Teach(Okafor, Loft);
        List<EvidenceId> bens;
        using (var db = _district.Open()) bens = await db.Evidence.Where(one => one.Learner == _district.Ben).Select(one => one.Id).ToListAsync();

        Teacher().TextsOf(_district.Ada, bens).ShouldBeEmpty();
        Teacher().ArtifactsOf(_district.Ada, bens).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_username_is_found_whatever_its_case_and_never_as_a_pattern()
    {
        await Enroll(_district.Ada, Loft);
        await Teach(Okafor, Loft);

        Teacher().Find("ADA")!.Id.ShouldBe(_district.Ada);
        Teacher().Find("ad%").ShouldBeNull();
        Teacher().Find("").ShouldBeNull();
        Teacher().Find("' OR 1=1 --").ShouldBeNull();
    }

    private void ShouldNotSee(Scope scope, LearnerId learner)
    {
        List<EvidenceId> pieces;
        using (var db = _district.Open()) pieces = db.Evidence.Where(one => one.Learner == learner).Select(one => one.Id).ToList();
        scope.Find(learner).ShouldBeNull();
        scope.StandingIn(learner, _district.Framework).ShouldBeNull();
        scope.StandingsIn(_district.Framework, scope.Learners).ContainsKey(learner).ShouldBeFalse();
        scope.Record(learner).JudgmentsUnder(_district.Drawing).ShouldBeEmpty();
        scope.Record(learner, _district.Drawing).JudgmentsUnder(_district.Drawing).ShouldBeEmpty();
        scope.TextsOf(learner, pieces).ShouldBeEmpty();
        scope.ArtifactsOf(learner, pieces).ShouldBeEmpty();
        scope.GroupsOf(learner).ShouldBeEmpty();
        scope.NewestEvidence(learner, 10).ShouldBeEmpty();
        scope.EvidenceOf(learner, 0, 10).Count.ShouldBe(0);
        scope.ReasonOf(new Override(new OverrideId(Guid.CreateVersion7()), learner, _district.Drawing, 1, 3, TestDistrict.Teacher, TestDistrict.Day, TestDistrict.Day, null)).ShouldBeNull();
    }

    private Task<int> Enroll(LearnerId learner, GroupId group, int from = -10, int? until = null) => Add(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner, group, Today.AddDays(from), until is { } last ? Today.AddDays(last) : null));

    private Task<int> Teach(EducatorId educator, GroupId group, int from = -10, int? until = null) => Add(new Teaching(educator, group, Today.AddDays(from), until is { } last ? Today.AddDays(last) : null));

    private Task<int> Add(object row) => _district.District.Writer.Alone(turn =>
    {
        turn.Db.Add(row);
        return turn.Db.SaveChanges();
    });

    private static string[] Usernames(Scope scope) => [.. scope.Learners.Select(one => one.Username).ToList().Order(StringComparer.Ordinal)];

    private Scope Teacher() => Of(new Actor(ActorKind.Teacher, Okafor.Value, "Ms. Okafor"));

    private Scope Leader() => Of(Cairn.App.Tests.Web.Grants.LeaderOf(Guid.CreateVersion7()));

    private Scope Operator() => Of(Actor.Operator);

    private Scope Of(Actor actor) => new(_district.Open(), actor, Today);

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
