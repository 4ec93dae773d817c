using Cairn.Learning.Evidence;
using CsCheck;

namespace Cairn.Learning.Tests.Evidence;

public sealed class AnchorTests
{
    [Theory]
    [InlineData(AnchorKind.Whole, 0, 0, true)]
    [InlineData(AnchorKind.Whole, 1, 0, false)]
    [InlineData(AnchorKind.Time, 0, 0, true)]
    [InlineData(AnchorKind.Time, 86_400_000, 0, true)]
    [InlineData(AnchorKind.Time, 86_400_001, 0, false)]
    [InlineData(AnchorKind.Time, -1, 0, false)]
    [InlineData(AnchorKind.Time, 5, 5, false)]
    [InlineData(AnchorKind.Spot, 0, 1000, true)]
    [InlineData(AnchorKind.Spot, 1001, 0, false)]
    [InlineData(AnchorKind.Spot, 500, -1, false)]
    [InlineData(AnchorKind.Passage, 0, 1, true)]
    [InlineData(AnchorKind.Passage, 0, 0, false)]
    [InlineData(AnchorKind.Passage, -1, 4, false)]
    [InlineData(AnchorKind.Passage, int.MaxValue, int.MaxValue, false)]
    [InlineData((AnchorKind)9, 0, 0, false)]
    public void A_place_is_one_that_can_be(AnchorKind kind, int first, int second, bool isGood) => new Anchor(kind, first, second).IsGood.ShouldBe(isGood);

    [Fact]
    public void A_passage_ends_where_its_text_ends()
    {
        new Anchor(AnchorKind.Passage, 3, 4).IsWithin(7).ShouldBeTrue();
        new Anchor(AnchorKind.Passage, 3, 4).IsWithin(6).ShouldBeFalse();
        Anchor.Whole.IsWithin(0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("65", 65_000)]
    [InlineData("1:05", 65_000)]
    [InlineData(" 0:07.5 ", 7_500)]
    [InlineData("1:02:03", 3_723_000)]
    [InlineData("1:60", null)]
    [InlineData("-1", null)]
    [InlineData("1:", null)]
    [InlineData("", null)]
    [InlineData("1:2:3:4", null)]
    [InlineData("99:00:00", null)]
    [InlineData("1e3", null)]
    public void A_moment_is_read_as_people_write_it(string text, int? milliseconds) => (Anchor.AtTime(text)?.First).ShouldBe(milliseconds);

    [Fact]
    public void Whatever_is_read_is_a_good_place() => Gen.String[Gen.Char["0123456789:. "], 0, 9].Sample(text => Anchor.AtTime(text) is not { } at || at.IsGood);
}
