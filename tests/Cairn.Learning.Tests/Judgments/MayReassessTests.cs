using Cairn.Learning.Judgments;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Judgments;

public sealed class MayReassessTests
{
    private static readonly ReassessmentPolicy Strict = new(CorrectivesFirst: true, DaysBetween: 3, Cap: 2);
    private static readonly DateOnly Tenth = DateOnly.FromDateTime(Some.Day(10));

    private static readonly Gen<AskedCheck> AnyAsked = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 10], Gen.Int[0, 3]).Select((asked, after, how) =>
        new AskedCheck(Some.Day(asked), how == 0 ? null : Some.Day(asked + after), how == 1, how == 2));

    private static AskedCheck Waiting(double day) => new(Some.Day(day), null, false, false);

    private static AskedCheck Held(double day) => new(Some.Day(day), Some.Day(day + 1), true, false);

    private static AskedCheck SentBack(double day) => new(Some.Day(day), Some.Day(day + 1), false, true);

    private static MayReassess On(
        double today, ReassessmentPolicy? policy = null, IReadOnlyCollection<double>? judged = null, IReadOnlyCollection<AskedCheck>? asked = null, bool isWaiting = false, IReadOnlyCollection<double>? correctives = null) =>
        MayReassess.From(policy ?? Strict, [.. (judged ?? []).Select(Some.Day)], asked ?? [], isWaiting, [.. (correctives ?? []).Select(Some.Day)], DateOnly.FromDateTime(Some.Day(today)), DateOnly.FromDateTime);

    [Fact]
    public void What_nobody_has_judged_asks_for_nothing()
    {
        var may = On(10);

        (may.IsOpen, may.IsFirst, may.Used, may.AsksCorrectives, may.OpensOn).ShouldBe((true, true, 0, false, Tenth));
    }

    [Fact]
    public void A_check_of_which_every_word_was_taken_back_is_no_check_and_one_that_was_put_right_is()
    {
        MayReassess After(double[] judged, double[] takenBack) => MayReassess.From(Strict with { CorrectivesFirst = false }, [.. judged.Select(Some.Day)], [Held(6), Held(10)], false, [], Tenth.AddDays(20), DateOnly.FromDateTime, [.. takenBack.Select(Some.Day)]);

        After([1, 6.5, 10.5], []).Used.ShouldBe(2);
        After([1, 10.5], [6.5]).Used.ShouldBe(1);
        After([1, 8, 10.5], [6.5]).Used.ShouldBe(2, "it was said anew before the next was asked for");
        After([1, 10.5], []).Used.ShouldBe(2, "held without a judgment is held");
        After([1], [6.5, 10.5]).ShouldSatisfyAllConditions(one => one.Used.ShouldBe(0), one => one.IsOpen.ShouldBeTrue());
    }

    [Fact]
    public void The_same_wish_waits_once() => On(10, isWaiting: true, asked: [Waiting(9)]).Fault.ShouldBe(ReassessFault.Waits);

    [Theory]
    [InlineData(7, ReassessFault.TooSoon)]
    [InlineData(9, ReassessFault.TooSoon)]
    [InlineData(10, ReassessFault.None)]
    [InlineData(20, ReassessFault.None)]
    public void Days_pass_between_a_judgment_and_the_next_wish(int today, ReassessFault fault)
    {
        var may = On(today, judged: [2, 7], correctives: [7.5]);

        (may.Fault, may.OpensOn).ShouldBe((fault, DateOnly.FromDateTime(Some.Day(Math.Max(today, 10)))));
    }

    [Fact]
    public void What_was_done_before_the_last_judgment_is_not_done_since()
    {
        On(20, judged: [2, 7], correctives: [6]).Fault.ShouldBe(ReassessFault.NeedsCorrectives);
        On(20, judged: [2, 7], correctives: [6, 8]).Fault.ShouldBe(ReassessFault.None);
        On(20, judged: [2, 7], correctives: [6]).Since.ShouldBe(Some.Day(7));
        On(20, Strict with { CorrectivesFirst = false }, judged: [2, 7]).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Who_was_sent_back_says_what_they_did_since_even_before_a_first_judgment()
    {
        On(20, asked: [SentBack(5)]).Fault.ShouldBe(ReassessFault.NeedsCorrectives);
        On(20, asked: [SentBack(5)], correctives: [6.5]).Fault.ShouldBe(ReassessFault.None);
        On(20, judged: [2], asked: [SentBack(5)], correctives: [4]).Fault.ShouldBe(ReassessFault.NeedsCorrectives);
    }

    [Fact]
    public void Asking_is_used_up_by_what_was_held_and_by_what_waits()
    {
        var may = On(30, judged: [2], asked: [Held(6), Waiting(9)], correctives: [29]);

        (may.Fault, may.Used, may.Left, may.OpensOn).ShouldBe((ReassessFault.UsedUp, 2, 0, null));
        On(30, Strict with { Cap = 3 }, judged: [2], asked: [Held(6), Waiting(9)], correctives: [29]).Left.ShouldBe(1);
        On(30, Strict with { Cap = null }, judged: [2], asked: [Held(6), Waiting(9)], correctives: [29]).Left.ShouldBeNull();
    }

    [Fact]
    public void The_first_check_and_what_was_sent_back_use_nothing_up() =>
        On(30, judged: [5], asked: [Held(4), SentBack(8), SentBack(12)], correctives: [29]).Used.ShouldBe(0);

    [Fact]
    public void Who_takes_a_wish_back_after_somebody_looked_was_checked_all_the_same()
    {
        var taken = new AskedCheck(Some.Day(6), Some.Day(9), false, false);

        On(30, judged: [2], asked: [taken], correctives: [29]).Used.ShouldBe(0);
        On(30, judged: [2, 7], asked: [taken], correctives: [29]).Used.ShouldBe(1);
    }

    [Fact]
    public void A_later_day_more_done_and_a_higher_cap_never_close_what_was_open() =>
        Gen.Select(Gen.Double[0, 20].List[0, 5], AnyAsked.List[0, 6], Gen.Double[0, 40].List[0, 4], Gen.Int[20, 40], Gen.Int[0, 4], Gen.Int[0, 6]).Sample((judged, asked, done, today, cap, days) =>
        {
            var policy = new ReassessmentPolicy(true, days, cap);
            if (!On(today, policy, judged, asked, correctives: done).IsOpen) return;

            On(today + 1, policy, judged, asked, correctives: done).IsOpen.ShouldBeTrue();
            On(today, policy, judged, asked, correctives: [.. done, 39]).IsOpen.ShouldBeTrue();
            On(today, policy with { Cap = cap + 1 }, judged, asked, correctives: done).IsOpen.ShouldBeTrue();
            On(today, policy with { DaysBetween = 0 }, judged, asked, correctives: done).IsOpen.ShouldBeTrue();
        }, iter: 2_000, threads: 1);

    [Fact]
    public void The_day_that_is_told_opens_it_once_the_rest_is_done() =>
        Gen.Select(Gen.Double[0, 20].List[1, 5], Gen.Int[20, 40], Gen.Int[0, 30]).Sample((judged, today, days) =>
        {
            var policy = new ReassessmentPolicy(true, days, null);
            var opens = On(today, policy, judged).OpensOn!.Value;

            opens.ShouldBeGreaterThanOrEqualTo(DateOnly.FromDateTime(Some.Day(today)));
            On(opens.DayNumber - DateOnly.FromDateTime(Some.Day(0)).DayNumber, policy, judged, correctives: [21]).IsOpen.ShouldBeTrue();
        }, iter: 500, threads: 1);

    [Fact]
    public void Never_more_checks_wait_or_are_held_than_the_cap_says() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 12]).Sample((cap, wishes) =>
        {
            var asked = new List<AskedCheck>();
            for (var i = 0; i < wishes; i++)
                if (On(10 + i, new ReassessmentPolicy(false, 0, cap), judged: [1], asked: asked).IsOpen) asked.Add(Waiting(10 + i));

            asked.Count.ShouldBe(Math.Min(cap, wishes));
        }, iter: 100, threads: 1);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(365, 50, true)]
    [InlineData(-1, 2, false)]
    [InlineData(366, 2, false)]
    [InlineData(3, -1, false)]
    [InlineData(3, 51, false)]
    public void A_policy_has_bounds(int days, int cap, bool isSound) => new ReassessmentPolicy(true, days, cap).IsSound.ShouldBe(isSound);
}
