using Cairn.Learning.Credits;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Credits;

/// <summary>What lines of another school's transcript are proposed to be taken for.</summary>
public sealed class TransferProposalTests
{
    private static readonly GradeMeaning[] Table = [new("A", 90, 100, true, _ => 4), new("B", 80, 89, true, _ => 3)];

    private static readonly ProficiencyScale Scale = new(new ScaleId(Some.Id(9)), "", 3, [.. Enumerable.Range(1, 4).Select(one => new ProficiencyLevel(one, one, ""))]);

    private static readonly CreditPolicy Algebra = Policy(1, "algebra-1", "Algebra 1", "02052");

    private static readonly CreditPolicy AlgebraTwo = Policy(2, "algebra-2", "Algebra 2", "02056");

    private static readonly CreditPolicy Biology = Policy(3, "bio", "Biology", "03051");

    [Fact]
    public void A_code_that_somebody_settled_before_goes_before_everything_else()
    {
        var proposal = Propose(Line("Algebra II", "MA-204"), Equivalent(1, code: "ma 204", policy: "bio"));

        (proposal.Reason, proposal.Because, proposal.Policy!.Code).ShouldBe((ProposalReason.KnownCode, "ma 204", "bio"));
    }

    [Fact]
    public void The_most_words_that_somebody_settled_before_go_before_fewer()
    {
        var proposal = Propose(Line("Life science with lab"), Equivalent(1, words: "science", policy: "algebra-1"), Equivalent(2, words: "Life Science", policy: "bio"));

        (proposal.Reason, proposal.Because, proposal.Policy!.Code).ShouldBe((ProposalReason.KnownWords, "Life Science", "bio"));
    }

    [Fact]
    public void What_somebody_ended_is_not_proposed_any_more()
    {
        var ended = Equivalent(1, words: "Algebra", policy: "bio");
        ended.End(Some.Day(1));

        Propose(Line("Algebra II"), ended).Policy!.Code.ShouldBe("algebra-2");
    }

    [Fact]
    public void An_equivalent_of_a_policy_that_is_not_in_force_is_passed_over() => Propose(Line("Biology"), Equivalent(1, words: "Biology", policy: "gone")).Reason.ShouldBe(ProposalReason.SameTitle);

    [Fact]
    public void A_policy_of_the_same_code_goes_before_one_of_the_same_title()
    {
        var proposal = Propose(Line("Biology", "02056"));

        (proposal.Reason, proposal.Policy!.Code).ShouldBe((ProposalReason.SameCode, "algebra-2"));
    }

    [Theory]
    [InlineData("ALGEBRA ii", ProposalReason.SameTitle, "algebra-2")]
    [InlineData("Algebra I", ProposalReason.SameTitle, "algebra-1")]
    [InlineData("Honors Algebra 2 (Trig)", ProposalReason.LikeTitle, "algebra-2")]
    [InlineData("Bíology", ProposalReason.SameTitle, "bio")]
    public void A_title_is_alike_whatever_its_case_accents_and_numerals(string title, ProposalReason reason, string policy)
    {
        var proposal = Propose(Line(title));

        (proposal.Reason, proposal.Policy!.Code).ShouldBe((reason, policy));
    }

    [Fact]
    public void A_course_that_is_like_nothing_here_is_left_to_a_person()
    {
        var proposal = Propose(Line("Marching band", grade: "A"));

        (proposal.Reason, proposal.Policy, proposal.Hundredths, proposal.Parts.Count).ShouldBe((ProposalReason.None, null, 100, 0));
    }

    [Fact]
    public void An_equivalent_without_a_policy_gives_credit_in_a_subject_and_takes_no_level_for_granted()
    {
        var proposal = Propose(Line("Marching band"), Equivalent(1, words: "band", subject: "arts"));

        (proposal.Policy, proposal.Subject, proposal.Parts.Count).ShouldBe((null, "arts", 0));
    }

    [Fact]
    public void The_credit_of_a_line_is_shared_among_the_parts_of_the_policy_with_the_level_of_its_grade()
    {
        var proposal = Propose(Line("Biology", grade: "A", hundredths: 50));

        proposal.Parts.Select(one => (one.Hundredths, one.Level)).ShouldBe([(13, 4m), (37, 4m)]);
    }

    [Fact]
    public void A_course_of_more_credit_than_the_policy_gives_is_taken_for_the_policy_and_no_more()
    {
        var proposal = Propose(Line("Biology", grade: "A", hundredths: 150));

        (proposal.Hundredths, proposal.Parts.Sum(one => one.Hundredths)).ShouldBe((100, 100));
    }

    [Fact]
    public void A_stage_of_a_continuum_is_taken_for_granted_whole()
    {
        var proposal = TransferProposal.As(Line("Biology", grade: "B"), Biology, "", _ => [new(Biology.Id, 1, Some.Competency, 7, 100, 0, true)], Table, _ => null);

        proposal.Parts.ShouldHaveSingleItem().Level.ShouldBe(7m);
    }

    [Fact]
    public void At_a_stage_that_is_judged_on_a_scale_the_grade_says_the_level()
    {
        TransferProposal Of(string grade) => TransferProposal.As(Line("Biology", grade: grade), Biology, "", _ => [new(Biology.Id, 1, Some.Competency, 7, 100, 0, true)], Table, _ => Scale);

        (Of("B").Parts.Single().Stage, Of("B").Parts.Single().Level).ShouldBe((7, 3m));
        (Of("P").Hundredths, Of("P").Parts.Single().Level).ShouldBe((100, null));
    }

    [Fact]
    public void A_grade_that_earns_nothing_posts_nothing_and_takes_nothing_for_granted()
    {
        var proposal = Propose(Line("Biology", grade: "F"));

        (proposal.Policy!.Code, proposal.Hundredths, proposal.Parts.Count).ShouldBe(("bio", 0, 0));
    }

    [Fact]
    public void A_pass_posts_credit_without_levels() => Propose(Line("Biology", grade: "P")).Parts.ShouldAllBe(one => one.Level == null);

    [Fact]
    public void Shares_add_up_to_the_amount_and_no_share_is_further_than_one_hundredth_from_its_own() =>
        Gen.Select(Gen.Int[0, 10000], Gen.Int[0, 500].Array[1, 12]).Sample((amount, weights) =>
        {
            var shares = CreditShares.Of(amount, weights);

            shares.Sum().ShouldBe(amount);
            var sum = weights.Sum();
            if (sum > 0) shares.Zip(weights).ShouldAllBe(one => Math.Abs(one.First - (decimal)amount * one.Second / sum) < 1);
        });

    [Fact]
    public void The_order_of_what_is_known_does_not_matter()
    {
        CourseEquivalent[] known = [Equivalent(1, words: "algebra", policy: "bio"), Equivalent(2, words: "algebra", policy: "algebra-1"), Equivalent(3, code: "X1", policy: "algebra-2"), Equivalent(4, words: "two algebra", subject: "math")];
        CreditPolicy[] policies = [Algebra, AlgebraTwo, Biology];
        Gen.Select(Gen.Shuffle(known), Gen.Shuffle(policies), Gen.OneOfConst("Algebra two", "Algebra 2", "Biology", "Chess")).Sample((some, of, title) =>
            Said(TransferProposal.From(Line(title), some, of, _ => [], Table, _ => Scale)).ShouldBe(Said(TransferProposal.From(Line(title), known, policies, _ => [], Table, _ => Scale))));
    }

    private static (ProposalReason, string, string?, string) Said(TransferProposal one) => (one.Reason, one.Because, one.Policy?.Code, one.Subject);

    private static TransferProposal Propose(PriorLine line, params CourseEquivalent[] known) =>
        TransferProposal.From(line, known, [Biology, Algebra, AlgebraTwo], policy => [new(policy, 2, Some.OtherCompetency, null, 75, 0, true), new(policy, 1, Some.Competency, null, 25, 0, true)], Table, _ => Scale);

    private static PriorLine Line(string title, string code = "", string grade = "B", int hundredths = 100) =>
        new(new PriorLineId(Some.Id(1)), new PriorTranscriptId(Some.Id(2)), Some.Learner, 1, title, code, grade, hundredths);

    private static CourseEquivalent Equivalent(int number, string code = "", string words = "", string policy = "", string subject = "") =>
        new(new CourseEquivalentId(Some.Id(number)), code, words, policy, subject, Some.Teacher, Some.Day(0));

    private static CreditPolicy Policy(int number, string code, string title, string course) =>
        new(new CreditPolicyId(Some.Id(number)), code, 1, title, new FrameworkId(Some.Id(50)), CreditMethod.CompleteEvidence, 100, new DateOnly(2025, 9, 1), Some.Teacher, Some.Day(0)) { CourseTitle = title, CourseCode = course };
}
