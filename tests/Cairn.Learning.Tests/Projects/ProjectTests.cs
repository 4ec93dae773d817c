using Cairn.Learning.Frameworks;
using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Projects;

public sealed class ProjectTests
{
    private static Project New() => new(new ProjectId(Some.Id(1)), new PersonId(Some.Id(2)), "Q", "P", Some.Day(0));

    [Fact]
    public void Every_change_counts_and_says_since_when()
    {
        var project = New();
        project.Touch();
        project.Propose(Some.Day(1));
        (project.Version, project.StateSince).ShouldBe((3, Some.Day(1)));
        project.Erase();
        (project.Question, project.Product, project.Version).ShouldBe(("", "", 4));
    }

    [Fact]
    public void A_state_is_left_only_by_its_own_doors()
    {
        var project = New();
        Should.Throw<InvalidOperationException>(() => project.Show(Some.Day(1)));
        project.Propose(Some.Day(1));
        Should.Throw<InvalidOperationException>(() => project.Propose(Some.Day(1)));
        project.Accept(new PersonId(Some.Id(3)), "Good", Some.Day(2));
        project.End(Some.Day(3));
        Should.Throw<InvalidOperationException>(() => project.Write("", "", ""));
        project.Resume(Some.Day(4));
        project.State.ShouldBe(ProjectState.Active);
    }

    [Fact]
    public void Words_that_stand_near_each_other_are_one_phrase()
    {
        var proposal = new ProposalWords("What is a map?", "A stall with a map and price cards. Then something quite different: a song.", "");
        SuggestionReason At(ProposalPart part, string word) => new(part, proposal[part].IndexOf(word, StringComparison.Ordinal), word.Length, word, word, true);
        var phrases = SaidPhrase.Of(proposal, [At(ProposalPart.Question, "map"), At(ProposalPart.Product, "map"), At(ProposalPart.Product, "price"), At(ProposalPart.Product, "song")]);
        phrases.Select(one => string.Concat(one.Runs.Select(run => run.Text))).ShouldBe(["map", "map and price", "song"]);
        phrases[1].Runs.ShouldBe([new MarkedWords("map", true), new MarkedWords(" and ", false), new MarkedWords("price", true)]);
        SaidPhrase.Of(proposal, [], 3).ShouldBeEmpty();
    }
}
