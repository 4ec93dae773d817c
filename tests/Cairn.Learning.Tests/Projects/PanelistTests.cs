using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Projects;

public sealed class PanelistTests
{
    private static readonly DateTime Now = Some.Day(10);

    private static Panelist Guest() => new(new PanelistId(Some.Id(1)), new ProjectId(Some.Id(2)), "Ruth", null, Now);

    [Fact]
    public void A_link_becomes_a_device_once()
    {
        var guest = Guest();
        guest.Link([1], Now.AddDays(2));
        guest.Bind([2], Now.AddDays(1));
        guest.LinkHash.ShouldBeEmpty("the link is used up");
        guest.DeviceHash.ShouldBe([2]);
        Should.Throw<InvalidOperationException>(() => guest.Bind([3], Now.AddDays(1)));
    }

    [Fact]
    public void A_new_link_ends_the_device_and_an_end_ends_both()
    {
        var guest = Guest();
        guest.Link([1], Now.AddDays(2));
        guest.Bind([2], Now);
        guest.Link([3], Now.AddDays(4));
        guest.DeviceHash.ShouldBeEmpty();
        guest.End(Now);
        guest.LinkHash.ShouldBeEmpty();
        guest.IsOpenAt(Now).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => guest.Bind([4], Now));
    }

    [Fact]
    public void What_is_too_old_binds_nothing_and_educators_need_no_link()
    {
        var guest = Guest();
        guest.Link([1], Now.AddDays(2));
        guest.IsOpenAt(Now.AddDays(2)).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => guest.Bind([2], Now.AddDays(2)));
        var educator = new Panelist(new PanelistId(Some.Id(1)), new ProjectId(Some.Id(2)), "Ms. Okafor", new EducatorId(Some.Id(3)), Now);
        educator.IsOpenAt(Now.AddYears(1)).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => educator.Link([1], Now.AddDays(2)));
    }
}
