using Cairn.Learning.Evidence;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Evidence;

public sealed class PortfolioPickTests
{
    [Fact]
    public void What_the_learner_picks_is_in_and_shown_to_nobody_more_than_educators_until_they_say_so()
    {
        var pick = By(Some.Learner.Person);

        (pick.IsPicked, pick.ShownTo).ShouldBe((true, PortfolioReader.Educators));
        pick.Pick("proud", PortfolioReader.Family);
        (pick.Why, pick.ShownTo).ShouldBe(("proud", PortfolioReader.Family));
        Should.Throw<InvalidOperationException>(() => pick.Suggest("an adult's words"));
    }

    [Fact]
    public void What_an_educator_suggests_waits_for_the_learner()
    {
        var pick = By(Some.Teacher);
        pick.Suggest("you explained it well");

        pick.IsPicked.ShouldBeFalse();
        pick.Pick("mine now", PortfolioReader.Educators);
        (pick.IsPicked, pick.Why).ShouldBe((true, "mine now"));
    }

    private static PortfolioPick By(PersonId who) => new(new PortfolioPickId(Some.Id(80)), Some.Learner, new EvidenceId(Some.Id(81)), who, Some.Day(0));
}
