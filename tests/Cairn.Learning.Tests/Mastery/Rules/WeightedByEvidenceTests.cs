using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class WeightedByEvidenceTests
{
    private static readonly WeightedByEvidence ExamsHalf = new()
    {
        Kinds = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["exam"] = 0.5m, ["conversation"] = 0 },
    };

    [Fact]
    public void Single_pieces_are_weighed_not_the_means_of_their_kinds() =>
        new WeightedByEvidence().Conclude(Some.Scores(4, 1, 1, 1), [3, 1, 1, 1]).Value.ShouldBe(2.5m);

    [Fact]
    public void What_weighs_nothing_and_what_has_no_level_is_left_out_each_with_its_reason()
    {
        var answer = new WeightedByEvidence().Conclude([1, null, 4, null], [0, 1, 2, 0]);
        answer.Value.ShouldBe(4);
        answer.Counted.ShouldBe([2]);
        answer.Reasons().ShouldBe([(0, DropReason.NoWeight), (1, DropReason.NoLevel), (3, DropReason.NoLevel)]);
    }

    [Fact]
    public void Where_nothing_weighs_it_is_NotYet() =>
        new WeightedByEvidence().Conclude([3, 4], [0, 0]).NotYet.Reason.ShouldBe(NotYetReason.NoWeight);

    [Fact]
    public void Where_nothing_has_a_level_it_is_NotYet_for_want_of_evidence() =>
        new WeightedByEvidence().Conclude([null, null], [0, 1]).NotYet.Reason.ShouldBe(NotYetReason.NoEvidence);

    [Fact]
    public void What_weighs_nothing_does_not_count_towards_the_least_number_of_pieces() =>
        new WeightedByEvidence { Minimum = 2 }.Conclude([3, 4], [0, 1]).NotYet.ShouldBe(new NotYet(NotYetReason.TooFewPieces, 1, 2));

    [Fact]
    public void Without_weights_every_piece_weighs_the_same() => new WeightedByEvidence().ValueOf(1, 4).ShouldBe(2.5m);

    [Fact]
    public void As_many_weights_as_scores_are_asked_for() =>
        Should.Throw<ArgumentException>(() => new WeightedByEvidence().Conclude([3, 4], [1]));

    [Fact]
    public void The_arithmetic_shows_every_weight()
    {
        new WeightedByEvidence().Explain([3, null, 4], [0.5m, 1, 1.5m]).ShouldBe([new ArithmeticLine(ArithmeticKind.WeightedMean, "(0.5 × 3 + 1.5 × 4) / 2", 3.75m)]);
        new WeightedByEvidence().Explain([3, 4]).ShouldBe([new ArithmeticLine(ArithmeticKind.WeightedMean, "(1 × 3 + 1 × 4) / 2", 3.5m)]);
    }

    [Fact]
    public void The_weight_of_a_piece_is_that_of_its_kind_and_one_where_none_is_said()
    {
        ExamsHalf.WeightOf(EvidenceKind.Exam).ShouldBe(0.5m);
        ExamsHalf.WeightOf(EvidenceKind.Project).ShouldBe(1);
    }

    [Fact]
    public void A_body_of_evidence_is_weighed_by_the_kinds_of_its_pieces()
    {
        var record = new RecordBuilder();
        record.Judge(1, kind: EvidenceKind.Exam);
        var talk = record.Judge(1, kind: EvidenceKind.Conversation);
        record.Judge(4, kind: EvidenceKind.Project);
        var determination = Determination.From(record.Body(), ScaleBuilder.OneToFour, Some.Version(ExamsHalf));
        determination.Value.ShouldBe(3);
        determination.Dropped.ShouldBe([new Dropped(talk.Id, DropReason.NoWeight)]);
    }

    [Fact]
    public void Two_rules_are_equal_when_they_weigh_every_kind_the_same()
    {
        var same = ExamsHalf with { Kinds = new Dictionary<string, decimal>(ExamsHalf.Kinds, StringComparer.Ordinal) };
        same.ShouldBe(ExamsHalf);
        same.GetHashCode().ShouldBe(ExamsHalf.GetHashCode());
        var other = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["exam"] = 0.5m, ["project"] = 0 };
        (ExamsHalf with { Kinds = other }).ShouldNotBe(ExamsHalf);
        (ExamsHalf with { Kinds = new Dictionary<string, decimal>(other, StringComparer.Ordinal) { ["exam"] = 1 } }).ShouldNotBe(ExamsHalf);
        new WeightedByEvidence().ShouldNotBe(ExamsHalf);
        (ExamsHalf with { Decimals = 1 }).ShouldNotBe(ExamsHalf);
        ExamsHalf.Equals(null).ShouldBeFalse();
    }
}
