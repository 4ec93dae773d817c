using Cairn.Learning.People;
using CsCheck;

namespace Cairn.Learning.Tests.People;

public sealed class MayDoTests
{
    private static readonly Relations Every = MayDo.All.Aggregate(Relations.None, (all, one) => all | one.Relation);
    private static readonly Gen<Relations> Some = Gen.Int[0, (int)Every].Select(bits => (Relations)bits);

    [Fact]
    public void Every_relation_has_its_rights_and_sees_at_least_that_there_is_a_learner()
    {
        Enum.GetValues<Relations>().Where(one => one != Relations.None).ShouldBe(MayDo.All.Select(one => one.Relation), ignoreOrder: true);
        MayDo.All.ShouldAllBe(one => one.Rights.HasFlag(Rights.See));
        MayDo.Of(Relations.None).ShouldBe(Rights.None);
    }

    [Fact]
    public void A_further_relation_takes_no_right_away_but_the_right_to_judge_ones_own() => Gen.Select(Some, Some).Sample((one, more) =>
    {
        var lost = MayDo.Of(one) & ~MayDo.Of(one | more);
        var isOwn = (more & (Relations.Self | Relations.Guardian)) != Relations.None;
        (lost & ~(Rights.Judge | Rights.Override | Rights.Amend | Rights.AwardCredit | Rights.Certify)).ShouldBe(Rights.None);
        if (!isOwn) lost.ShouldBe(Rights.None);
    });

    [Fact]
    public void Nobody_judges_or_decides_about_their_own_child_or_themself_whatever_else_they_are() => Some.Sample(relations =>
    {
        foreach (var rights in (Rights[])[MayDo.Of(relations, isOwn: true), MayDo.Of(relations | Relations.Guardian), MayDo.Of(relations | Relations.Self)])
            (rights & (Rights.Judge | Rights.Override | Rights.Amend | Rights.AwardCredit | Rights.Certify)).ShouldBe(Rights.None);
    });

    [Theory]
    [InlineData(Relations.Substitute)]
    [InlineData(Relations.Counselor)]
    [InlineData(Relations.CaseManager)]
    [InlineData(Relations.Auditor)]
    [InlineData(Relations.PrivacyOfficer)]
    [InlineData(Relations.Registrar)]
    [InlineData(Relations.Sponsor)]
    [InlineData(Relations.Emergency)]
    [InlineData(Relations.SchoolLeader)]
    public void Who_does_not_teach_or_advise_judges_nothing(Relations relation) => MayDo.Of(relation).HasFlag(Rights.Judge).ShouldBeFalse();

    [Fact]
    public void Only_those_who_work_with_a_learner_or_answer_for_them_read_what_educators_note() =>
        MayDo.All.Where(one => one.Rights.HasFlag(Rights.SeeNotes)).Select(one => one.Relation).ShouldBe(
            [Relations.Teacher, Relations.CoTeacher, Relations.Advisor, Relations.Counselor, Relations.CaseManager, Relations.ProgramLeader, Relations.SchoolLeader, Relations.DistrictLeader, Relations.PrivacyOfficer, Relations.Registrar], ignoreOrder: true);

    [Fact]
    public void Credit_is_awarded_by_who_teaches_counsels_or_keeps_the_record_and_certified_by_who_answers_for_it()
    {
        MayDo.All.Where(one => one.Rights.HasFlag(Rights.AwardCredit)).Select(one => one.Relation).ShouldBe(
            [Relations.Teacher, Relations.Counselor, Relations.SchoolLeader, Relations.DistrictLeader, Relations.Registrar], ignoreOrder: true);
        MayDo.All.Where(one => one.Rights.HasFlag(Rights.Certify)).Select(one => one.Relation).ShouldBe(
            [Relations.Counselor, Relations.SchoolLeader, Relations.DistrictLeader, Relations.Registrar], ignoreOrder: true);
    }

    [Fact]
    public void Every_part_and_every_kind_of_care_and_role_is_a_relation()
    {
        Enum.GetValues<TeachingRole>().Select(MayDo.Relation).ShouldBe([Relations.Teacher, Relations.CoTeacher, Relations.Substitute, Relations.Advisor]);
        Enum.GetValues<CaseloadKind>().Select(MayDo.Relation).ShouldBe([Relations.Counselor, Relations.Advisor, Relations.CaseManager]);
        Enum.GetValues<GrantedRole>().Select(MayDo.Relation).ShouldBe([Relations.DistrictLeader, Relations.SchoolLeader, Relations.ProgramLeader, Relations.None, Relations.Auditor, Relations.PrivacyOfficer, Relations.Registrar]);
        new Teaching(default, default, default, null) { Role = TeachingRole.Substitute }.MayJudge.ShouldBe(MayDo.Of(Relations.Substitute).HasFlag(Rights.Judge));
    }
}
