using Cairn.App.Access;
using Cairn.App.Tests.Web;
using CsCheck;

namespace Cairn.App.Tests.Access;

public sealed class ThrottleTests
{
    private static readonly Rate Three = new(3, TimeSpan.FromSeconds(10));
    private readonly TestClock _clock = new();

    [Fact]
    public void A_burst_is_taken_at_once_and_then_one_at_a_time()
    {
        var throttle = new Throttle(_clock, Three);
        for (var i = 0; i < 3; i++) throttle.Take("a").ShouldBe(TimeSpan.Zero);

        throttle.Take("a").ShouldBe(TimeSpan.FromSeconds(10));
        throttle.Take("b").ShouldBe(TimeSpan.Zero);
        _clock.Pass(TimeSpan.FromSeconds(9));
        throttle.Take("a").ShouldBe(TimeSpan.FromSeconds(1));
        _clock.Pass(TimeSpan.FromSeconds(1));
        throttle.Take("a").ShouldBe(TimeSpan.Zero);
        throttle.WaitOf("a").ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void What_is_refused_costs_nothing()
    {
        var throttle = new Throttle(_clock, Three);
        for (var i = 0; i < 1000; i++) throttle.Take("a");

        throttle.WaitOf("a").ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again_but_never_more_than_a_burst()
    {
        var throttle = new Throttle(_clock, Three);
        for (var i = 0; i < 3; i++) throttle.Take("a");
        throttle.GiveBack("a");
        throttle.Take("a").ShouldBe(TimeSpan.Zero);
        for (var i = 0; i < 50; i++) throttle.GiveBack("a");

        for (var i = 0; i < 3; i++) throttle.Take("a").ShouldBe(TimeSpan.Zero);
        throttle.Take("a").ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void Within_any_time_no_more_is_taken_than_the_burst_and_what_grew_back() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 60], Gen.Int[0, 30].Array[1, 200]).Sample((burst, each, waits) =>
        {
            var clock = new TestClock();
            var throttle = new Throttle(clock, new Rate(burst, TimeSpan.FromSeconds(each)));
            var (taken, passed) = (0, 0);
            foreach (var wait in waits)
            {
                clock.Pass(TimeSpan.FromSeconds(wait));
                passed += wait;
                if (throttle.Take("a") == TimeSpan.Zero) taken++;
            }

            taken.ShouldBeLessThanOrEqualTo(burst + (passed / each));
        });

    [Fact]
    public void Who_waits_as_long_as_is_said_is_served_then_and_not_a_moment_before() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 60], Gen.Int[0, 100]).Sample((burst, each, before) =>
        {
            var clock = new TestClock();
            var throttle = new Throttle(clock, new Rate(burst, TimeSpan.FromSeconds(each)));
            for (var i = 0; i < before; i++) throttle.Take("a");
            var wait = throttle.WaitOf("a");
            if (wait == TimeSpan.Zero) return;
            clock.Pass(wait - TimeSpan.FromTicks(1));
            throttle.Take("a").ShouldBeGreaterThan(TimeSpan.Zero);
            clock.Pass(TimeSpan.FromTicks(1));
            throttle.Take("a").ShouldBe(TimeSpan.Zero);
        });

    [Fact]
    public void A_clock_that_is_set_back_holds_nobody_for_longer_than_the_whole_of_a_rate()
    {
        var throttle = new Throttle(_clock, Three);
        for (var i = 0; i < 3; i++) throttle.Take("a");
        _clock.Pass(-TimeSpan.FromHours(5));

        throttle.WaitOf("a").ShouldBeLessThanOrEqualTo(Three.Each);
    }

    [Fact]
    public void A_million_keys_do_not_fill_the_memory_and_who_is_held_back_stays_so()
    {
        var throttle = new Throttle(_clock, Three, most: 1000);
        for (var i = 0; i < 3; i++) throttle.Take("held");
        for (var i = 0; i < 1_000_000; i++) throttle.Take($"{i}");

        throttle.Held.ShouldBeLessThanOrEqualTo(1000);
        throttle.Take("held").ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void Who_has_grown_back_is_forgotten_first()
    {
        var throttle = new Throttle(_clock, Three, most: 10);
        for (var i = 0; i < 8; i++) throttle.Take($"old {i}");
        _clock.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++) throttle.Take($"new {i}");

        throttle.Held.ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_as_many_get_in_as_the_burst_allows()
    {
        var throttle = new Throttle(_clock, new Rate(25, TimeSpan.FromHours(1)));
        var waits = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => throttle.Take("a"))));

        waits.Count(wait => wait == TimeSpan.Zero).ShouldBe(25);
    }
}
