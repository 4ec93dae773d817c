namespace Cairn.Learning.Tests;

public sealed class InstantTests
{
    [Fact]
    public void A_moment_of_the_record_is_cut_to_whole_microseconds()
    {
        var moment = Instant.Utc(new DateTime(1_234_567_897, DateTimeKind.Utc));
        moment.Ticks.ShouldBe(1_234_567_890);
        moment.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_moment_that_is_not_UTC_is_refused(DateTimeKind kind) =>
        Should.Throw<ArgumentException>(() => Instant.Utc(new DateTime(2025, 9, 1, 0, 0, 0, kind)));
}
