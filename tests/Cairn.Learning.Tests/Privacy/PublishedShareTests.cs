using Cairn.Learning.Privacy;
using CsCheck;

namespace Cairn.Learning.Tests.Privacy;

/// <summary>What is said instead of a percentage.</summary>
public sealed class PublishedShareTests
{
    private static readonly Gen<(int Part, int Whole, int Threshold)> Groups =
        Gen.Int[0, 400].SelectMany(whole => Gen.Select(Gen.Int[0, whole], Gen.Const(whole), Gen.Int[2, 15]));

    [Theory]
    [InlineData(0, 0, ShareKind.Hidden, 0)]
    [InlineData(9, 18, ShareKind.Hidden, 0)]
    [InlineData(9, 19, ShareKind.AtMost, 48)]
    [InlineData(10, 19, ShareKind.AtLeast, 52)]
    [InlineData(0, 20, ShareKind.AtMost, 45)]
    [InlineData(10, 20, ShareKind.Exact, 50)]
    [InlineData(20, 20, ShareKind.AtLeast, 55)]
    [InlineData(0, 200, ShareKind.AtMost, 5)]
    [InlineData(200, 200, ShareKind.AtLeast, 95)]
    [InlineData(25, 200, ShareKind.Exact, 13)]
    [InlineData(12, 5000, ShareKind.AtMost, 1)]
    [InlineData(4988, 5000, ShareKind.AtLeast, 99)]
    public void A_share_is_told_as_far_as_it_may_be(int part, int whole, ShareKind kind, int percent) =>
        PublishedShare.Of(part, whole).ShouldBe(new PublishedShare(kind, percent));

    [Fact]
    public void What_is_said_is_true() => Groups.Sample(group =>
    {
        var (kind, percent) = PublishedShare.Of(group.Part, group.Whole, group.Threshold);
        var exact = group.Whole == 0 ? 0 : 100.0 * group.Part / group.Whole;
        (kind switch
        {
            ShareKind.AtMost => exact <= percent,
            ShareKind.AtLeast => exact >= percent,
            ShareKind.Exact => Math.Abs(exact - percent) <= 0.5,
            _ => percent == 0,
        }).ShouldBeTrue();
    });

    [Fact]
    public void A_small_side_could_be_any_of_as_many_counts_as_the_threshold() => Groups.Sample(group =>
    {
        var said = PublishedShare.Of(group.Part, group.Whole, group.Threshold);
        var alike = Enumerable.Range(0, group.Whole + 1).Where(part => PublishedShare.Of(part, group.Whole, group.Threshold) == said).ToList();
        if (said.Kind is ShareKind.AtMost or ShareKind.AtLeast) alike.Count.ShouldBeGreaterThanOrEqualTo(group.Threshold);
        if (said.Kind == ShareKind.Hidden) alike.Count.ShouldBe(group.Whole + 1);
        if (said.Kind == ShareKind.Exact) Math.Min(group.Part, group.Whole - group.Part).ShouldBeGreaterThanOrEqualTo(group.Threshold);
    });

    [Fact]
    public void Nobody_and_everybody_are_never_told() => Groups.Sample(group =>
    {
        PublishedShare.Of(0, group.Whole, group.Threshold).Kind.ShouldBeOneOf(ShareKind.Hidden, ShareKind.AtMost);
        PublishedShare.Of(group.Whole, group.Whole, group.Threshold).Kind.ShouldBeOneOf(ShareKind.Hidden, ShareKind.AtLeast);
    });

    [Fact]
    public void The_other_side_is_said_the_other_way_round() => Groups.Sample(group =>
    {
        var (one, other) = (PublishedShare.Of(group.Part, group.Whole, group.Threshold), PublishedShare.Of(group.Whole - group.Part, group.Whole, group.Threshold));
        other.Kind.ShouldBe(one.Kind switch { ShareKind.AtMost => ShareKind.AtLeast, ShareKind.AtLeast => ShareKind.AtMost, _ => one.Kind });
        if (one.Kind is ShareKind.AtMost or ShareKind.AtLeast) (one.Percent + other.Percent).ShouldBe(100);
    });

    [Fact]
    public void A_part_is_not_more_than_the_whole()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PublishedShare.Of(5, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => PublishedShare.Of(-1, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => PublishedShare.Of(1, 4, 1));
    }
}
