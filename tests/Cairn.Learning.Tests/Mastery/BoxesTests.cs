using Cairn.Learning.Mastery;

namespace Cairn.Learning.Tests.Mastery;

public sealed class BoxesTests
{
    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 67)]
    [InlineData(1, 8, 13)]
    [InlineData(1, 200, 1)]
    [InlineData(199, 200, 100)]
    [InlineData(57, 100, 57)]
    [InlineData(3, 3, 100)]
    public void Progress_is_rounded_half_away_from_zero_to_whole_percent(int completed, int required, int percent) =>
        new Boxes(completed, 0, required).Percent.ShouldBe(percent);

    [Fact]
    public void Where_nothing_is_asked_for_progress_is_whole() => new Boxes(0, 0, 0).Progress.ShouldBe(1);

    [Fact]
    public void Empty_boxes_are_those_not_filled() => new Boxes(1, 5, 4).Empty.ShouldBe(3);

    [Fact]
    public void Boxes_add_up_before_progress_is_rounded()
    {
        var sum = new Boxes(1, 1, 3) + new Boxes(1, 0, 4);
        sum.ShouldBe(new Boxes(2, 1, 7));
        Boxes.Add(new Boxes(1, 1, 3), new Boxes(1, 0, 4)).ShouldBe(sum);
    }
}
