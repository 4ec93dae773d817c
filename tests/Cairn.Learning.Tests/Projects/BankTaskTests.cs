using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Projects;

public sealed class BankTaskTests
{
    private static readonly PersonId Owner = new(Some.Id(1));
    private static readonly PersonId Colleague = new(Some.Id(2));
    private static readonly OrganizationId Hill = new(Some.Id(3));

    private static BankTask Task()
    {
        var task = new BankTask(new BankTaskId(Some.Id(9)), Owner, Some.Day(0));
        task.Write("Measure a tree", "Without climbing it.", "A drawing to scale");
        return task;
    }

    [Fact]
    public void A_copy_has_the_words_and_goes_its_own_way()
    {
        var (task, copy) = (Task(), Task().Clone(new BankTaskId(Some.Id(10)), Colleague, Some.Day(1)));
        (copy.Title, copy.Text, copy.Product, copy.Owner, copy.CopyOf, copy.Sharing).ShouldBe((task.Title, task.Text, task.Product, Colleague, (BankTaskId?)task.Id, TaskSharing.Own));
        copy.Write("Measure a house", "", "");
        task.Title.ShouldBe("Measure a tree");
        task.Write("Measure a hill", "", "");
        copy.Title.ShouldBe("Measure a house");
    }

    [Fact]
    public void It_is_seen_by_its_owner_then_by_a_school_then_by_everybody()
    {
        var task = Task();
        (task.IsSeenBy(Owner, []), task.IsSeenBy(Colleague, [Hill])).ShouldBe((true, false));
        task.Share(TaskSharing.School, Hill);
        (task.IsSeenBy(Colleague, [Hill]), task.IsSeenBy(Colleague, [new OrganizationId(Some.Id(4))])).ShouldBe((true, false));
        task.Share(TaskSharing.District, null);
        task.IsSeenBy(Colleague, []).ShouldBeTrue();
        task.Share(TaskSharing.Own, Hill);
        (task.IsSeenBy(Colleague, [Hill]), task.School).ShouldBe((false, null));
        Should.Throw<ArgumentException>(() => task.Share(TaskSharing.School, null));
    }
}
