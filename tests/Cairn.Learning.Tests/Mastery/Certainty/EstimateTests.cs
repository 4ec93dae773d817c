using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Certainty;

public sealed class EstimateTests
{
    private static readonly EstimateLevels Levels = EstimateLevels.Of(ScaleBuilder.OneToFour, null)!;

    [Fact]
    public void Without_evidence_it_knows_nothing_and_says_so()
    {
        var estimate = Read(new RecordBuilder());

        estimate.Sureness.ShouldBe(Sureness.NoEvidence);
        estimate.IsAbstaining.ShouldBeTrue();
        estimate.ProficientChance.ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void One_piece_is_not_enough_to_tell()
    {
        var estimate = Read(Judged(3));

        estimate.Sureness.ShouldBe(Sureness.NotEnough);
        estimate.Likely.Number.ShouldBe(3);
    }

    [Fact]
    public void Many_pieces_that_agree_make_it_sure()
    {
        Read(Judged(4)).Sureness.ShouldBe(Sureness.Fairly);
        Read(Judged(4, 4, 4, 4, 4, 4, 4)).Sureness.ShouldBe(Sureness.Very);
        Read(Judged(1, 1, 1, 1, 1, 1, 1)).ShouldSatisfyAllConditions(one => one.Sureness.ShouldBe(Sureness.Very), one => one.ProficientChance.ShouldBeLessThan(0.05));
    }

    [Fact]
    public void A_higher_level_never_makes_Proficient_less_likely() => Gen.Select(Gen.Int[1, 4].Array[1, 6], Gen.Int[0, 5]).Sample((levels, raised) =>
    {
        var higher = levels.ToArray();
        higher[raised % levels.Length] = Math.Min(4, higher[raised % levels.Length] + 1);

        Read(Judged(higher)).ProficientChance.ShouldBeGreaterThanOrEqualTo(Read(Judged(levels)).ProficientChance - 1e-9);
    }, iter: 8, threads: 1);

    [Fact]
    public void Time_alone_makes_it_less_sure()
    {
        var record = Judged(4, 4, 4, 4);

        var (now, later) = (Read(record, day: 4), Read(record, day: 1500));

        later.DaysSince.ShouldBe(1496);
        later.Ability.Deviation.ShouldBeGreaterThan(now.Ability.Deviation);
        later.ProficientChance.ShouldBeLessThan(now.ProficientChance);
        Read(record, day: -3).Ability.ShouldBeEquivalentTo(now.Ability);
    }

    [Fact]
    public void The_days_between_pieces_are_those_of_the_showing()
    {
        var record = new RecordBuilder();
        record.Judge(3, day: 40);
        record.Judge(2, day: 10, judged: 60);

        Read(record, day: 40).Pieces.Select(one => (one.Weighed.Level, one.Weighed.Days)).ShouldBe([(2, 0.0), (3, 30.0)]);
    }

    [Fact]
    public void A_kind_that_tells_more_weighs_more()
    {
        var record = new RecordBuilder();
        foreach (var kind in (EvidenceKind[])[EvidenceKind.Conversation, EvidenceKind.Exam, EvidenceKind.Performance]) record.Judge(3, kind: kind);

        Read(record).Pieces.Select(one => one.Weighed.Precision).ShouldBe([0.7, 1, 1.4]);
        UsualModel.PrecisionOf(EvidenceKind.Decision).ShouldBe(2);
    }

    [Fact]
    public void What_carries_no_level_does_not_enter()
    {
        var record = Judged(3);
        record.Judge(nonScore: NonScore.Missed);

        Read(record).Pieces.Count.ShouldBe(1);
    }

    [Fact]
    public void A_severe_judge_is_read_with_that_in_mind()
    {
        var body = Judged(2).Body();
        var plain = Estimate.From([body], Levels, UsualModel.Of(Levels), Some.Day(1));

        var known = Estimate.From([body], Levels, UsualModel.Of(Levels), Some.Day(1), new Dictionary<PersonId, double> { [Some.Teacher] = 0.5 });

        known.ProficientChance.ShouldBeGreaterThan(plain.ProficientChance);
        Should.Throw<ArgumentException>(() => Estimate.From([body], Levels, new EstimateModel([0], 0, 0, 0, 1), Some.Day(1)));
    }

    [Fact]
    public void One_piece_that_speaks_to_several_targets_tells_no_more_than_one()
    {
        var framework = new FrameworkBuilder().WithTarget().WithTarget();
        var record = new RecordBuilder();
        var piece = record.Piece();
        record.Judge(4, on: piece, target: FrameworkBuilder.TargetId(0));
        record.Judge(4, on: piece, target: FrameworkBuilder.TargetId(1));
        var content = framework.Build();

        var estimate = Estimate.Of(content.Competencies[0], null, record.Build(), content, Some.Rules(new AllShown(), new MostRecent()), AsOf.Everything, Some.Day(1))!;

        estimate.Pieces.Count.ShouldBe(2);
        estimate.Pieces.Sum(one => one.Weighed.Precision * one.Weighed.Precision).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_competency_without_parts_is_read_from_its_own_pieces()
    {
        var content = new FrameworkBuilder().Build();

        Estimate.Of(content.Competencies[0], null, Judged(3, 4).Build(), content, Some.Rules(new MostRecent()), AsOf.Everything, Some.Day(9))!.Pieces.Count.ShouldBe(2);
    }

    [Fact]
    public void A_continuum_is_read_around_its_stage()
    {
        var continuum = new ContinuumBuilder().Asks(3);
        continuum.Levels(7, 8, 9, 12);
        var content = continuum.Framework.Build();

        var estimate = Estimate.Of(content.Competencies[0], 9, continuum.Record.Build(), content, Some.Rules(new Continuum(12)), AsOf.Everything, Some.Day(9))!;

        estimate.Levels.Levels.Select(level => level.Number).ShouldBe([7, 8, 9, 10, 11]);
        estimate.Levels.Levels[estimate.Levels.Line].Number.ShouldBe(9);
        estimate.Pieces.Select(one => one.Weighed.Level).ShouldBe([1, 2, 3, 5]);
    }

    [Fact]
    public void A_long_scale_without_a_stage_has_no_estimate()
    {
        EstimateLevels.Of(ScaleBuilder.OfStages, null).ShouldBeNull();
        EstimateLevels.Of(ScaleBuilder.OfStages, 13).ShouldBeNull();
        EstimateLevels.Of(new ScaleBuilder().Level(3).Build(), null).ShouldBeNull();
        var content = new FrameworkBuilder().On(ScaleBuilder.OfStages).Build();
        Estimate.Of(content.Competencies[0], null, Judged(3).Build(), content, Some.Rules(new MostRecent()), AsOf.Everything, Some.Day(9)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, new[] { 1, 2, 3 }, 0)]
    [InlineData(2, new[] { 1, 2, 3, 4 }, 1)]
    [InlineData(12, new[] { 10, 11, 12 }, 2)]
    public void At_the_ends_of_a_continuum_there_are_fewer_levels(int stage, int[] numbers, int line)
    {
        var levels = EstimateLevels.Of(ScaleBuilder.OfStages, stage)!;

        levels.Levels.Select(level => (int)level.Number).ShouldBe(numbers);
        levels.Line.ShouldBe(line);
    }

    [Fact]
    public void Levels_are_a_unit_apart_with_the_line_at_0()
    {
        UsualModel.Of(Levels).Cuts.ShouldBe([-1, 0, 1]);
        Levels.PlaceOf(2.5m).ShouldBe(2);
        Levels.PlaceOf(0).ShouldBe(1);
    }

    private static RecordBuilder Judged(params IEnumerable<int> levels)
    {
        var record = new RecordBuilder();
        foreach (var level in levels) record.Judge(level);
        return record;
    }

    private static Estimate Read(RecordBuilder record, int day = 60) => Estimate.From([record.Body()], Levels, UsualModel.Of(Levels), Some.Day(day));
}
