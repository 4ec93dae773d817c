using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.People;

public sealed class PolicyPlaceTests
{
    private static readonly OrganizationId Hill = new(Some.Id(1));
    private static readonly OrganizationId Shore = new(Some.Id(2));
    private static readonly ProgramId Pilot = new(Some.Id(3));
    private static readonly ProgramId Graded = new(Some.Id(4));

    [Fact]
    public void The_district_reaches_everybody()
    {
        foreach (var other in (PolicyPlace[])[PolicyPlace.District, new(Hill, null), new(Hill, Pilot), new(null, Pilot)]) PolicyPlace.District.Reaches(other).ShouldBeTrue();
    }

    [Fact]
    public void A_school_reaches_its_own_whatever_their_program()
    {
        var school = new PolicyPlace(Hill, null);

        (school.Reaches(new(Hill, null)), school.Reaches(new(Hill, Pilot))).ShouldBe((true, true));
        (school.Reaches(new(Shore, null)), school.Reaches(PolicyPlace.District), school.Reaches(new(null, Pilot))).ShouldBe((false, false, false));
    }

    [Fact]
    public void A_program_reaches_its_own_in_any_school()
    {
        var program = new PolicyPlace(Hill, Pilot);

        (program.Reaches(new(Hill, Pilot)), program.Reaches(new(Shore, Pilot)), program.Reaches(new(null, Pilot))).ShouldBe((true, true, true));
        (program.Reaches(new(Hill, Graded)), program.Reaches(new(Hill, null))).ShouldBe((false, false));
    }

    [Fact]
    public void The_narrower_the_place_the_higher_its_number() =>
        new[] { PolicyPlace.District, new PolicyPlace(Hill, null), new PolicyPlace(null, Pilot), new PolicyPlace(Hill, Pilot) }.Select(one => one.Narrowness).ShouldBe([0, 1, 2, 2]);

    [Fact]
    public void A_program_is_the_same_place_with_its_school_and_without()
    {
        new PolicyPlace(Hill, Pilot).Said.ShouldBe(new PolicyPlace(null, Pilot).Said);
        new PolicyPlace(Hill, null).Said.ShouldBe(new PolicyPlace(Hill, null));
    }
}
