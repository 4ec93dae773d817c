using Cairn.Learning.Scales;
using CsCheck;

namespace Cairn.Learning.Tests.Scales;

public sealed class LevelKeysTests
{
    private static readonly ProficiencyScale Stages = ProficiencyScale.OfStages(new ScaleId(Guid.NewGuid()), "Stages", 12);

    private static ProficiencyScale Of(params decimal[] numbers) => new(new ScaleId(Guid.NewGuid()), "Scale", numbers[^1], [.. numbers.Select(one => new ProficiencyLevel(one, one, ""))]);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("4", 4)]
    [InlineData("5", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("12", null)]
    [InlineData("٣", null)]
    public void On_a_short_scale_a_digit_is_the_number_of_its_level(string typed, int? level) =>
        ((int?)LevelKeys.LevelOf(Of(0, 1, 2, 3, 4), typed, middle: 3)?.Number).ShouldBe(level);

    [Fact]
    public void Levels_without_whole_numbers_are_named_by_their_place() => LevelKeys.LevelOf(Of(0.5m, 1.5m, 2.5m), "2", null)!.Number.ShouldBe(1.5m);

    [Theory]
    [InlineData("1", 6, 4)]
    [InlineData("3", 6, 6)]
    [InlineData("5", 6, 8)]
    [InlineData("10", 6, 10)]
    [InlineData("7", 6, 7)]
    [InlineData("1", 2, null)]
    [InlineData("5", 11, null)]
    [InlineData("0", 6, null)]
    public void On_a_long_scale_three_is_the_stage_and_ten_is_ten(string typed, int stage, int? level) => ((int?)LevelKeys.LevelOf(Stages, typed, stage)?.Number).ShouldBe(level);

    [Fact]
    public void Without_a_stage_three_is_the_line() => LevelKeys.LevelOf(Stages, "3", null)!.Number.ShouldBe(12);

    [Fact]
    public void Higher_keys_never_mean_lower_levels_and_every_level_that_is_meant_is_on_the_scale() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 12]).Sample((one, other, stage) =>
        {
            var (low, high) = (LevelKeys.LevelOf(Stages, $"{Math.Min(one, other)}", stage), LevelKeys.LevelOf(Stages, $"{Math.Max(one, other)}", stage));
            return low is null || high is null || (low.Number <= high.Number && Stages.Levels.Contains(low));
        });
}
