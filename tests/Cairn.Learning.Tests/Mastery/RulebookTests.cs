using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class RulebookTests
{
    [Fact]
    public void A_competency_has_its_own_rule_or_the_one_for_all_or_the_latest_piece()
    {
        var book = Book(10, Assign(new Mean()), Assign(new Highest(), Some.Competency));
        book.RuleOf(Some.Competency).Rule.ShouldBe(new Highest());
        book.RuleOf(Some.OtherCompetency).Rule.ShouldBe(new Mean());
        Book(10).RuleOf(Some.Competency).ShouldBe(Rulebook.Unassigned);
        Rulebook.Unassigned.Rule.ShouldBe(new MostRecent());
    }

    [Fact]
    public void The_version_last_effective_holds_from_its_first_moment()
    {
        var first = Assign(new Mean(), from: 1, number: 1);
        var second = Assign(new Median(), from: 5, number: 2);
        Book(0, second, first).RuleOf(Some.Competency).ShouldBe(Rulebook.Unassigned);
        Book(4, second, first).RuleOf(Some.Competency).ShouldBe(new RuleVersion(new Mean(), 1, Some.Day(1)));
        Book(5, second, first).RuleOf(Some.Competency).ShouldBe(new RuleVersion(new Median(), 2, Some.Day(5)));
    }

    [Fact]
    public void Of_two_versions_of_one_day_the_higher_number_holds() =>
        Book(5, Assign(new Mean(), from: 1, number: 2), Assign(new Median(), from: 1, number: 1)).RuleOf(Some.Competency).Number.ShouldBe(2);

    [Fact]
    public void A_competency_with_a_rule_of_its_targets_concludes_from_them()
    {
        var book = Book(10, Assign(new AllShown(), Some.Competency), Assign(new Highest(), Some.Competency, ofTargets: true));
        (book.IsParent(Some.Competency), book.IsParent(Some.OtherCompetency)).ShouldBe((true, false));
        book.RuleOfTargets(Some.Competency).Rule.ShouldBe(new Highest());
        book.RuleOfTargets(Some.OtherCompetency).ShouldBe(Rulebook.Unassigned);
    }

    [Fact]
    public void Judgments_count_by_the_latest_educator_unless_the_policy_says_otherwise()
    {
        Book(1).Policy.ShouldBe(new JudgmentPolicy(Combine.Latest, CountsMentors: false));
        new Rulebook([], Some.Day(1), new JudgmentPolicy(Combine.Lower, true)).Policy.Combine.ShouldBe(Combine.Lower);
    }

    private static Rulebook Book(int day, params RuleAssignment[] assigned) => new(assigned, Some.Day(day));

    private static RuleAssignment Assign(DeterminationRule rule, CompetencyId? competency = null, bool ofTargets = false, int from = 1, int number = 1) =>
        new(new RuleId(Some.Id(number)), new FrameworkId(Some.Id(50)), competency, ofTargets, number, Some.Day(from), rule);
}
