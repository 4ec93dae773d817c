using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Whatever relations somebody has, and on whatever day: every way to ask gives the same learners, and they are those that the
/// relations themselves name.</summary>
public sealed class EveryRelationTests : IAsyncLifetime
{
    private TwoSchools _here = null!;

    public async ValueTask InitializeAsync() => _here = await TwoSchools.Make();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public void Every_way_to_ask_finds_whom_the_relations_name_and_nobody_else() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[-3, 1], Gen.Int[-1, 3]).Array[0, 4].Sample(Asks, iter: 25, threads: 1);

    private void Asks((int Kind, int Whom, int From, int Length)[] relations)
    {
        // Somebody new each time, beside all who were there before.
        var educator = new EducatorId(Guid.CreateVersion7());
        var learners = (LearnerId[])[_here.Ada, _here.Ben, _here.Cleo];
        object[] rows = [new Educator(educator, $"e{educator.Value:N}", "", EducatorRole.Teacher), .. relations.SelectMany(one => Rows(educator, learners[one.Whom], one)).DistinctBy(Key)];
        foreach (var row in rows) _here.Add(row).GetAwaiter().GetResult();

        var scope = _here.Of(Cairn.Storage.ActorKind.Teacher, educator.Value);
        foreach (var learner in learners)
        {
            var named = rows.Any(row => Names(row, learner, rows));
            (scope.Find(learner) is not null).ShouldBe(named);
            scope.Learners.Any(one => one.Id == learner).ShouldBe(named);
            (scope.RelationsTo(learner) != Relations.None).ShouldBe(named);
            scope.May(learner, Rights.SeeRecord).ShouldBe(named);
            scope.StandingsIn(_here.Record.Framework, scope.Learners).ContainsKey(learner).ShouldBe(named && learner != _here.Cleo);
            scope.GridOf(_here.Record.Framework).Any(one => one.Learner == learner).ShouldBe(named);
        }
    }

    private IEnumerable<object> Rows(EducatorId who, LearnerId whom, (int Kind, int Whom, int From, int Length) one)
    {
        var (from, until) = (TwoSchools.Today.AddDays(one.From), one.Length < 0 ? (DateOnly?)null : TwoSchools.Today.AddDays(one.From + one.Length));
        switch (one.Kind)
        {
            case 0:
                var group = new LearningGroup(new GroupId(Guid.CreateVersion7()), _here.Hill, "Some group");
                return [group, new Teaching(who, group.Id, from, until), new Enrollment(new EnrollmentId(Guid.CreateVersion7()), whom, group.Id, TwoSchools.Today.AddDays(-1), null)];
            case 1:
                return [new CaseloadEntry(who, whom, CaseloadKind.Advisor, from, until)];
            case 2:
                return [new EmergencyAccess(new EmergencyAccessId(Guid.CreateVersion7()), who, whom, TwoSchools.Now.AddHours(one.From), TwoSchools.Now.AddHours(one.From + Math.Max(1, one.Length)), "why")];
            case 3:
                return [Grants.Of(who, GrantedRole.SchoolLeader, one.Whom == 0 ? _here.Hill : _here.Brook, null, from, until)];
            case 4:
                return [Grants.Of(who, one.Whom == 0 ? GrantedRole.DistrictLeader : GrantedRole.Counselor, null, null, from, until)];
            default:
                return [Grants.Of(who, GrantedRole.Auditor, _here.Hill, one.Whom == 0 ? _here.Pilot : null, from, until)];
        }
    }

    // Two of one key are one.
    private static object Key(object row) => row switch
    {
        CaseloadEntry one => (one.Learner, one.From),
        _ => row,
    };

    private bool Names(object row, LearnerId learner, object[] all) => row switch
    {
        Enrollment one => one.Learner == learner && one.HoldsOn(TwoSchools.Today) && all.OfType<Teaching>().Any(teaching => teaching.Group == one.Group && teaching.HoldsOn(TwoSchools.Today)),
        CaseloadEntry one => one.Learner == learner && one.HoldsOn(TwoSchools.Today),
        EmergencyAccess one => one.Learner == learner && one.HoldsAt(TwoSchools.Now),
        RoleGrant one => one.HoldsOn(TwoSchools.Today) && one.Reaches(_here.Open().Learners.AsNoTracking().Single(each => each.Id == learner).Place),
        _ => false,
    };
}
