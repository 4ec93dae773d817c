using Cairn.Learning.Credits;
using Cairn.Learning.Tests.Builders;
using CsCheck;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class CreditDecisionTests
{
    private static readonly Gen<PartStanding> Standings =
        from n in Gen.Int[1, 6]
        from level in Gen.Int[1, 4]
        from isComplete in Gen.Bool
        from day in Gen.Int[0, 99]
        select Shown(n, level, day) with { IsProficient = level >= 3, IsComplete = level >= 3 && isComplete, Boxes = new(isComplete ? 3 : 1, 0, 3) };

    [Fact]
    public void Credit_is_earned_when_every_part_is_shown_on_the_day_of_the_last_and_at_the_mean_level()
    {
        var decision = Decide(CreditMethod.CompleteEvidence, Shown(1, 3, 1), Shown(2, 4, 9), Shown(3, 3, 5), Shown(4, 3));

        (decision.IsWhole, decision.Hundredths, decision.Level, decision.EarnedOn, decision.Missing.Count).ShouldBe((true, 100, 3.25m, Today.AddDays(-91), 0));
        decision.Shares.Select(one => one.Hundredths).ShouldBe([25, 25, 25, 25]);
    }

    [Fact]
    public void What_is_missing_is_named_part_by_part_with_the_reason()
    {
        var decision = Decide(CreditMethod.CompleteEvidence, Shown(1), Begun(2), Shown(3) with { IsProficient = false, IsComplete = false, Level = 2 });

        (decision.IsEarned, decision.ShownHundredths).ShouldBe((false, 25));
        decision.Lines.Select(one => one.Why).ShouldBe([PartFault.None, PartFault.NotComplete, PartFault.BelowLine, PartFault.NotBegun]);
        decision.Missing.Select(one => (one.Kind, one.Part!.Position)).ShouldBe([(CreditGapKind.Part, 2), (CreditGapKind.Part, 3), (CreditGapKind.Part, 4)]);
    }

    [Fact]
    public void A_level_that_a_person_decided_does_not_replace_evidence_that_is_missing()
    {
        var decided = Shown(4) with { IsSetByPerson = true, IsComplete = false, Boxes = new(1, 0, 3) };

        Decide(CreditMethod.CompleteEvidence, Shown(1), Shown(2), Shown(3), decided).IsEarned.ShouldBeFalse();
    }

    [Fact]
    public void Eighty_of_a_hundred_points_are_enough_with_every_required_part()
    {
        var decision = Decide(CreditMethod.Points, Shown(1, 3, 1), Shown(2, 4, 9), Shown(3, 3, 5));

        (decision.Points, decision.IsWhole, decision.EarnedOn).ShouldBe((80, true, Today.AddDays(-91)));
        decision.Shares.Sum(one => one.Hundredths).ShouldBe(100);
    }

    [Fact]
    public void Points_without_a_required_part_are_not_enough()
    {
        var policy = Policy(CreditMethod.Points) with { NeededPoints = 75 };
        var decision = CreditDecision.From(policy, Quarters(policy), new CreditEvidence([Shown(2), Shown(3), Shown(4)]));

        (decision.Points, decision.IsEarned, decision.Missing.Single().Part!.Position).ShouldBe((75, false, 1));
    }

    [Fact]
    public void Points_below_what_is_needed_say_how_many_are_there()
    {
        var gap = Decide(CreditMethod.Points, Shown(1), Shown(2), Shown(4)).Missing.Single();

        (gap.Kind, gap.Has, gap.Needs).ShouldBe((CreditGapKind.Points, 70, 80));
    }

    [Fact]
    public void Points_are_reached_on_the_first_day_they_were_there_whatever_came_later() =>
        Decide(CreditMethod.Points, Shown(1, 3, 1), Shown(2, 3, 2), Shown(3, 3, 3), Shown(4, 3, 90)).EarnedOn.ShouldBe(Today.AddDays(-97));

    [Theory]
    [InlineData(69, new[] { true, true, true }, CreditGapKind.ExamBelow)]
    [InlineData(70, new[] { true, true }, CreditGapKind.Votes)]
    [InlineData(70, new[] { true, false, false }, CreditGapKind.Majority)]
    public void An_exam_and_a_panel_ask_for_score_votes_and_majority(int score, bool[] votes, CreditGapKind missing)
    {
        var decision = OfPanel(score, [.. votes.Select((one, i) => Vote(i, one))]);

        (decision.IsEarned, decision.Missing.Single().Kind).ShouldBe((false, missing));
    }

    [Fact]
    public void A_panel_of_three_with_two_at_the_line_gives_credit_at_its_mean_on_the_day_of_the_last_vote()
    {
        var decision = OfPanel(70, [Vote(1, true, 4), Vote(2, false, 2, 3), Vote(3, true, 4, 1)]);

        (decision.IsWhole, decision.Level, decision.EarnedOn).ShouldBe((true, 3.33m, Today.AddDays(-7)));
    }

    [Fact]
    public void One_who_votes_three_times_is_no_panel() => OfPanel(90, [Vote(1, true), Vote(1, true), Vote(1, true)]).Missing.Single().Kind.ShouldBe(CreditGapKind.Votes);

    [Fact]
    public void Without_an_exam_a_panel_gives_nothing() => Decide(CreditMethod.ExamAndArtifact, Shown(1), Shown(2), Shown(3), Shown(4)).Missing.Select(one => one.Kind).ShouldBe([CreditGapKind.Exam, CreditGapKind.Votes]);

    [Fact]
    public void What_is_judged_as_a_whole_waits_for_a_person_whatever_the_evidence()
    {
        var policy = Policy(CreditMethod.JudgedWhole);
        var all = new CreditEvidence([Shown(1), Shown(2), Shown(3), Shown(4)]);

        CreditDecision.From(policy, Quarters(policy), all).Missing.Single().Kind.ShouldBe(CreditGapKind.Person);
        var judged = CreditDecision.From(policy, Quarters(policy), all with { Whole = new WholeSeen(Some.Teacher, 3.5m, Today) });
        (judged.IsWhole, judged.Level, judged.EarnedOn).ShouldBe((true, 3.5m, Today));
    }

    [Fact]
    public void Who_leaves_gets_the_shares_that_were_shown()
    {
        var policy = Policy();
        var evidence = new CreditEvidence([Shown(1, 3, 2), Shown(2, 4, 8), Begun(3)]);

        CreditDecision.From(policy, Quarters(policy), evidence).Hundredths.ShouldBe(0);
        var partial = CreditDecision.From(policy, Quarters(policy), evidence, isPartial: true);
        (partial.IsWhole, partial.Hundredths, partial.Level, partial.EarnedOn, partial.Missing.Count).ShouldBe((false, 50, 3.5m, Today.AddDays(-92), 2));
        CreditDecision.From(policy with { PostsParts = true }, Quarters(policy), evidence).Hundredths.ShouldBe(50);
    }

    [Fact]
    public void A_policy_that_ended_gives_nothing()
    {
        var policy = Policy() with { IsActive = false, PostsParts = true };

        var decision = CreditDecision.From(policy, Quarters(policy), new CreditEvidence([Shown(1), Shown(2), Shown(3), Shown(4)]), isPartial: true);
        (decision.IsEarned, decision.Missing[0].Kind).ShouldBe((false, CreditGapKind.Ended));
    }

    [Fact]
    public void A_policy_without_parts_or_points_is_never_earned_by_evidence()
    {
        CreditDecision.From(Policy(), [], new CreditEvidence([])).IsEarned.ShouldBeFalse();
        var points = Policy(CreditMethod.Points) with { NeededPoints = null };
        CreditDecision.From(points, Quarters(points), new CreditEvidence([Shown(1), Shown(2), Shown(3), Shown(4)])).IsEarned.ShouldBeFalse();
    }

    [Fact]
    public void A_stage_counts_for_itself_only()
    {
        var policy = Policy();
        IReadOnlyList<CreditPart> parts = [new(policy.Id, 1, Competency(1), 9, 100, 0, true)];

        CreditDecision.From(policy, parts, new CreditEvidence([Shown(1) with { Stage = 10 }])).IsEarned.ShouldBeFalse();
        CreditDecision.From(policy, parts, new CreditEvidence([Shown(1) with { Stage = 10 }, Shown(1, 9.3m) with { Stage = 9 }])).Level.ShouldBe(9.3m);
    }

    [Fact]
    public void Nothing_is_earned_while_something_is_missing_and_shares_always_add_up() => Gen.Select(Standings.List[0, 8], Gen.OneOfConst(CreditMethod.CompleteEvidence, CreditMethod.Points), Gen.Bool, Gen.Int[1, 400]).Sample((standings, method, isPartial, hundredths) =>
    {
        var policy = Policy(method, hundredths);
        var parts = Parts(policy, (1, hundredths / 3, 40, true), (2, hundredths / 3, 30, false), (3, hundredths - (hundredths / 3 * 2), 30, false));
        var decision = CreditDecision.From(policy, parts, new CreditEvidence(standings), isPartial);
        decision.IsWhole.ShouldBe(decision.Missing.Count == 0);
        decision.Shares.Sum(one => one.Hundredths).ShouldBe(decision.Hundredths);
        decision.Hundredths.ShouldBeInRange(0, hundredths);
        if (!isPartial && !decision.IsWhole) decision.Hundredths.ShouldBe(0);
        if (method == CreditMethod.CompleteEvidence && decision.IsWhole) decision.Lines.ShouldAllBe(one => one.Standing!.IsComplete && one.Standing.IsProficient);
        if (method == CreditMethod.Points && decision.IsWhole) (decision.Points >= 80 && decision.Lines[0].Standing!.IsProficient).ShouldBeTrue();
    });

    [Fact]
    public void To_show_more_never_takes_credit_away_nor_moves_the_day_of_points() => Gen.Select(Standings.List[0, 6], Gen.Int[1, 3], Gen.OneOfConst(CreditMethod.CompleteEvidence, CreditMethod.Points)).Sample((standings, which, method) =>
    {
        var policy = Policy(method);
        var parts = Parts(policy, (1, 40, 40, true), (2, 30, 40, false), (3, 30, 20, false));
        var before = CreditDecision.From(policy, parts, new CreditEvidence(standings), isPartial: true);
        var after = CreditDecision.From(policy, parts, new CreditEvidence([Shown(which, 3, 99), .. standings]), isPartial: true);
        after.Hundredths.ShouldBeGreaterThanOrEqualTo(before.Hundredths);
    });

    [Fact]
    public void The_same_evidence_in_any_order_gives_the_same_decision() => Standings.List[0, 6].Sample(standings =>
    {
        List<PartStanding> once = [.. standings.DistinctBy(one => one.Competency)];
        var policy = Policy(CreditMethod.Points);
        var (left, right) = (CreditDecision.From(policy, Quarters(policy), new CreditEvidence(once)), CreditDecision.From(policy, Quarters(policy), new CreditEvidence([.. once.AsEnumerable().Reverse()])));
        (left.Hundredths, left.Level, left.EarnedOn, left.Points).ShouldBe((right.Hundredths, right.Level, right.EarnedOn, right.Points));
    });

    private static CreditDecision Decide(CreditMethod method, params PartStanding[] standings)
    {
        var policy = Policy(method);
        return CreditDecision.From(policy, Quarters(policy), new CreditEvidence(standings));
    }

    private static CreditDecision OfPanel(decimal score, IReadOnlyList<VoteSeen> votes)
    {
        var policy = Policy(CreditMethod.ExamAndArtifact);
        return CreditDecision.From(policy, [], new CreditEvidence([]) { Panel = new PanelSeen(new CreditPanelId(Some.Id(7)), score, Today.AddDays(-30), votes) });
    }
}
