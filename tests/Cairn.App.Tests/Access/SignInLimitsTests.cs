using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Access;

/// <summary>Guessing is slowed down, and nobody's own people are locked out by it.</summary>
public sealed class SignInLimitsTests
{
    private readonly TestClock _clock = new();
    private readonly SignInLimits _limits;

    public SignInLimitsTests() => _limits = new SignInLimits(_clock);

    [Fact]
    [Trait("Abuse", "A4")]
    public void Ten_thousand_accounts_sprayed_from_ten_thousand_addresses_take_hours()
    {
        var tried = 0;
        for (var second = 0; second < 3600; second++)
        {
            for (var i = 0; i < 50 && tried < 10_000; i++)
                if (Try($"person{tried}", Stranger(tried)).IsAllowed) tried++;
            _clock.Pass(TimeSpan.FromSeconds(1));
        }

        tried.ShouldBeInRange(300, 300 + 1800);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void One_address_that_sprays_is_held_back_and_the_others_are_not()
    {
        var limits = Enumerable.Range(0, 1000).Select(i => Try($"person{i}", Stranger(1)).Limit).ToList();

        limits.Count(one => one == SignInLimit.None).ShouldBe(200);
        limits.Last().ShouldBe(SignInLimit.Address);
        Try("ada", Stranger(2)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void An_account_that_is_guessed_at_from_many_addresses_is_held_back()
    {
        var tried = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            for (var i = 0; i < 20; i++)
                if (Try("ada", Stranger((minute * 20) + i)).IsAllowed) tried++;
            _clock.Pass(TimeSpan.FromMinutes(1));
        }

        tried.ShouldBeLessThanOrEqualTo(10 + (24 * 60));
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void Many_guesses_at_the_same_moment_gain_nothing()
    {
        var answers = new SignInAnswer[500];
        Parallel.For(0, answers.Length, i => answers[i] = Try("ada", Stranger(i)));

        answers.Count(one => one.IsAllowed).ShouldBe(10);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void A_stranger_who_guesses_at_an_account_does_not_lock_its_owner_out()
    {
        Succeed("ada", Home);
        for (var i = 0; i < 10_000; i++) Try("ada", Stranger(i));

        Try("ada", Stranger(10_001)).IsAllowed.ShouldBeFalse();
        Try("ada", Home, "device of ada").IsAllowed.ShouldBeTrue("from the owner's own device");
        Try("ada", Stranger(3), "device of ada").IsAllowed.ShouldBeTrue("from that device anywhere");
        Try("ada", Home).IsAllowed.ShouldBeTrue("from a new device where she came in before");
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void A_known_device_that_is_stolen_cannot_guess_for_ever_either()
    {
        var allowed = Enumerable.Range(0, 100).Count(_ => Try("ada", Home, "device of ada").IsAllowed);

        allowed.ShouldBe(10);
        Try("ada", Home, "device of ada").Limit.ShouldBe(SignInLimit.Device);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void A_class_of_thirty_behind_one_address_gets_in_at_eight_though_many_mistype()
    {
        for (var i = 0; i < 30; i++)
        {
            for (var wrong = 0; wrong < 4; wrong++) Try($"learner{i}", School).IsAllowed.ShouldBeTrue();
            Succeed($"learner{i}", School);
        }
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void Four_thousand_people_behind_one_address_get_in_within_ten_minutes()
    {
        for (var i = 0; i < 4000; i++)
        {
            // One in forty mistypes once.
            if (i % 40 == 0) Try($"learner{i}", School).IsAllowed.ShouldBeTrue();
            Succeed($"learner{i}", School);
            _clock.Pass(TimeSpan.FromMilliseconds(150));
        }
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void A_spray_from_everywhere_does_not_close_the_school()
    {
        Succeed("custodian", School);
        for (var i = 0; i < 5000; i++) Try($"person{i}", Stranger(i));
        Try("learner1", Stranger(9999)).Limit.ShouldBe(SignInLimit.Everywhere);

        for (var i = 0; i < 30; i++) Succeed($"learner{i}", School);
    }

    [Fact]
    [Trait("Abuse", "A4")]
    public void One_password_makes_only_a_few_addresses_known()
    {
        for (var i = 0; i < 100; i++) Succeed("mallory", Stranger(i));
        for (var i = 200; i < 5000; i++) Try($"person{i}", Stranger(i));

        Enumerable.Range(0, 100).Count(i => Try($"other{i}", Stranger(i)).IsAllowed).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Who_waits_as_long_as_is_said_may_try_again()
    {
        for (var i = 0; i < 10; i++) Try("ada", Home);
        var held = Try("ada", Home);
        held.Limit.ShouldBe(SignInLimit.Account);
        held.Wait.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        _clock.Pass(held.Wait);
        Try("ada", Home).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void Many_who_come_in_at_the_same_moment_leave_nothing_counted()
    {
        var answers = Enumerable.Range(0, 250).Select(i => Try($"learner{i}", IPAddress.Parse($"203.0.113.{i % 250}"))).ToList();
        answers.ShouldAllBe(one => one.IsAllowed);
        foreach (var answer in answers) _limits.Succeeded(answer);

        Enumerable.Range(0, 300).Count(i => Try($"person{i}", Stranger(i)).IsAllowed).ShouldBe(300);
    }

    [Fact]
    [Trait("Abuse", "D1")]
    public void What_is_tried_in_one_district_holds_nobody_back_in_another()
    {
        for (var i = 0; i < 50; i++) _limits.Ask(new SignInTry("north", "ada", Home));

        _limits.Ask(new SignInTry("south", "ada", Home)).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void A_household_with_all_of_its_IPv6_addresses_is_one_address()
    {
        CallerAddress.Key(IPAddress.Parse("2001:db8:1:2::1")).ShouldBe(CallerAddress.Key(IPAddress.Parse("2001:db8:1:2:ffff:1:2:3")));
        CallerAddress.Key(IPAddress.Parse("2001:db8:1:2::1")).ShouldNotBe(CallerAddress.Key(IPAddress.Parse("2001:db8:1:3::1")));
        CallerAddress.Key(IPAddress.Parse("::ffff:192.0.2.7")).ShouldBe(CallerAddress.Key(IPAddress.Parse("192.0.2.7")));
    }

    private static IPAddress School { get; } = IPAddress.Parse("198.51.100.1");

    private static IPAddress Home { get; } = IPAddress.Parse("192.0.2.44");

    private static IPAddress Stranger(int i) => new([(byte)(11 + (i >> 16)), (byte)((i >> 8) & 255), (byte)(i & 255), 1]);

    private SignInAnswer Try(string account, IPAddress address, string? device = null) => _limits.Ask(new SignInTry("district", account, address, device));

    private void Succeed(string account, IPAddress address)
    {
        var answer = Try(account, address);
        answer.IsAllowed.ShouldBeTrue($"{account} from {address}: {answer.Limit}");
        _limits.Succeeded(answer);
    }
}
