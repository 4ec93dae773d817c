using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Frameworks;

public sealed class VersionInForceTests
{
    private static readonly FrameworkVersion[] Versions = [Of(2, 20), Of(0, null), Of(1, 10), Of(3, 30)];

    [Theory]
    [InlineData(10, 10, 1)]
    [InlineData(19, 19, 1)]
    [InlineData(20, 20, 2)]
    [InlineData(25, 35, 2)]
    [InlineData(99, 99, 3)]
    [InlineData(5, 25, 2)]
    [InlineData(5, 6, 1)]
    public void The_day_of_judging_decides_then_the_day_of_storing_then_the_first(int judged, int recorded, int number) =>
        VersionInForce.At(Versions, Some.Day(judged), Some.Day(recorded))!.Number.ShouldBe(number);

    [Fact]
    public void Without_an_adopted_version_there_is_none() => VersionInForce.At([Of(0, null)], Some.Day(1), Some.Day(1)).ShouldBeNull();

    private static FrameworkVersion Of(int number, int? day) =>
        new(new FrameworkVersionId(Some.Id(number)), new FrameworkId(Some.Id(50)), number, day is { } at ? Some.Day(at) : null, null);
}
