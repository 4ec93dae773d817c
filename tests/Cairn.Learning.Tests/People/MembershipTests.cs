using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.People;

public sealed class MembershipTests
{
    private static readonly GroupId Loft = new(Some.Id(30));
    private static readonly EducatorId Teacher = new(Some.Teacher.Value);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void An_enrollment_and_a_teaching_hold_from_the_first_day_to_the_last(int day, bool holds)
    {
        new Enrollment(new EnrollmentId(Some.Id(31)), Some.Learner, Loft, Day(2), Day(4)).HoldsOn(Day(day)).ShouldBe(holds);
        new Teaching(Teacher, Loft, Day(2), Day(4)).HoldsOn(Day(day)).ShouldBe(holds);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(99, true)]
    public void Without_a_last_day_they_last(int day, bool holds)
    {
        new Enrollment(new EnrollmentId(Some.Id(31)), Some.Learner, Loft, Day(2), null).HoldsOn(Day(day)).ShouldBe(holds);
        new Teaching(Teacher, Loft, Day(2), null).HoldsOn(Day(day)).ShouldBe(holds);
    }

    [Fact]
    public void A_group_belongs_to_a_school_and_an_educator_judges_as_a_person()
    {
        var school = new Organization(new OrganizationId(Some.Id(32)), OrganizationKind.School, "Hill School", "America/New_York");
        var group = new LearningGroup(Loft, school.Id, "The Loft");
        (group.Id, group.Organization, group.Name).ShouldBe((Loft, school.Id, "The Loft"));
        (school.Kind, school.Name, school.TimeZone).ShouldBe((OrganizationKind.School, "Hill School", "America/New_York"));
        var educator = new Educator(Teacher, "okafor", "Ms. Okafor", EducatorRole.Leader);
        (educator.Id.Person, educator.Username, educator.DisplayName, educator.Role).ShouldBe((Some.Teacher, "okafor", "Ms. Okafor", EducatorRole.Leader));
    }

    private static DateOnly Day(int day) => DateOnly.FromDateTime(Some.Day(day));
}
