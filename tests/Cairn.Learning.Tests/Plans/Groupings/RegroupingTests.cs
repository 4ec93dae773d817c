using Cairn.Learning.Plans.Groupings;
using CsCheck;
using static Cairn.Learning.Tests.Plans.Groupings.Asked;

namespace Cairn.Learning.Tests.Plans.Groupings;

public sealed class RegroupingTests
{
    [Fact]
    public void Everybody_goes_where_they_are_needed_most_as_far_as_there_are_seats()
    {
        var groups = Regrouping.From(Ask([Needs(1, 0, 1), Needs(2, 0), Needs(3, 1)], For(0, 0, most: 1), For(1, 1)));

        (groups.Of(1), groups.Of(2), groups.Of(3)).ShouldBe((Offer(1), Offer(0), Offer(1)));
        groups.Points.ShouldBe(1000 + 600 + 1000);
        groups.Placements.Single(one => one.Learner == Learner(1)).ShouldSatisfyAllConditions(one => one.Place.ShouldBe(2), one => one.Kind.ShouldBe(NeedKind.Next), one => one.IsFixed.ShouldBeFalse());
    }

    [Fact]
    public void A_group_that_too_few_would_come_to_is_not_held_and_its_learners_go_elsewhere()
    {
        var groups = Regrouping.From(Ask([Needs(1, 0, 1), Needs(2, 1), Needs(3, 0)], For(0, 0, least: 3), For(1, 1)));

        groups.NotHeld.ShouldBe([Offer(0)]);
        (groups.Of(1), groups.Of(2)).ShouldBe((Offer(1), Offer(1)));
        groups.WhyNot(3).ShouldBe(LeftWhy.TooFew);
    }

    [Fact]
    public void A_group_is_held_where_somebody_can_be_won_for_it()
    {
        // Two want the one, and one of them it only second: together they are worth more than apart.
        var groups = Regrouping.From(Ask([Needs(1, 0), Needs(2, 1, 0)], For(0, 0, least: 2), For(1, 1, least: 1)));

        (groups.Of(1), groups.Of(2), groups.Points).ShouldBe((Offer(0), Offer(0), 1600));
    }

    [Fact]
    public void Whoever_is_left_out_is_told_why()
    {
        var full = Regrouping.From(Ask([Needs(1, 0), Needs(2, 0)], For(0, 0, most: 1)));
        full.Out.Single().Why.ShouldBe(LeftWhy.Full);
        Regrouping.From(Ask([Needs(1, 3)], For(0, 0))).WhyNot(1).ShouldBe(LeftWhy.NothingOffered);
        Regrouping.From(Ask([Needs(1)], For(0, 0))).WhyNot(1).ShouldBe(LeftWhy.NothingOffered);
        var apart = Regrouping.From(Ask([Needs(1, 0), Needs(2, 0)], For(0, 0)) with { KeepApart = [[Learner(1), Learner(2)]] });
        (apart.Placements.Count, apart.Out.Single().Why).ShouldBe((1, LeftWhy.KeptApart));
        var together = Regrouping.From(Ask([Needs(1, 0), Needs(2, 1)], For(0, 0), For(1, 1)) with { KeepTogether = [[Learner(1), Learner(2)]] });
        (together.WhyNot(1), together.WhyNot(2)).ShouldBe((LeftWhy.KeptTogether, LeftWhy.KeptTogether));
        var other = Regrouping.From(Ask([Needs(1, 0)], For(0, 0), For(1, 0, slot: 1)));
        other.Out.Single().Why.ShouldBe(LeftWhy.AtAnotherTime);
    }

    [Fact]
    public void Those_who_stay_together_share_the_group_that_all_of_them_need()
    {
        var groups = Regrouping.From(Ask([Needs(1, 0, 1), Needs(2, 2, 1), Needs(3, 0)], For(0, 0), For(1, 1), For(2, 2)) with { KeepTogether = [[Learner(1), Learner(2)]] });

        (groups.Of(1), groups.Of(2), groups.Of(3)).ShouldBe((Offer(1), Offer(1), Offer(0)));
    }

    [Fact]
    public void What_a_person_fixed_stays_whatever_else_holds()
    {
        var ask = Ask([Needs(1, 1), Needs(2, 0), Needs(3, 0)], For(0, 0, least: 2, most: 2), For(1, 1)) with { Fixed = [(Learner(1), Offer(0))], KeepApart = [[Learner(1), Learner(2)]] };
        var groups = Regrouping.From(ask);

        (groups.Of(1), groups.Of(2), groups.Of(3)).ShouldBe((Offer(0), null, Offer(0)));
        groups.Placements.Single(one => one.Learner == Learner(1)).ShouldSatisfyAllConditions(one => one.IsFixed.ShouldBeTrue(), one => one.Kind.ShouldBeNull(), one => one.Place.ShouldBe(0));
        groups.WhyNot(2).ShouldBe(LeftWhy.KeptApart);
        // One alone who is fixed is not sent away.
        Regrouping.From(Ask([Needs(1, 1)], For(0, 0, least: 5)) with { Fixed = [(Learner(1), Offer(0))] }).Of(1).ShouldBe(Offer(0));
        Should.Throw<ArgumentException>(() => Regrouping.From(ask with { Fixed = [(Learner(1), Offer(0)), (Learner(1), Offer(1))] }));
    }

    [Fact]
    public void Whoever_is_elsewhere_is_put_nowhere_and_is_not_left_out()
    {
        var groups = Regrouping.From(Ask([Needs(1, 0), Needs(2, 0)], For(0, 0)) with { Busy = [(Learner(1), Slot())] });

        groups.Placements.Select(one => one.Learner).ShouldBe([Learner(2)]);
        groups.Out.ShouldBeEmpty();
    }

    [Fact]
    public void Two_groups_of_one_kind_mix_those_who_were_together_before()
    {
        var before = Enumerable.Range(0, 4).Select(Learner).ToList();
        var after = Enumerable.Range(4, 4).Select(Learner).ToList();
        var groups = Regrouping.From(Ask(Enumerable.Range(0, 8).Select(one => Needs(one, 0)), For(0, 0, 4, 4), For(1, 0, 4, 4)) with { Past = [before, after] });

        foreach (var group in groups.Placements.GroupBy(one => one.Offer)) group.Count(one => before.Contains(one.Learner)).ShouldBe(2);
    }

    [Fact]
    public void Nobody_is_in_the_same_set_by_level_only_more_often_than_the_rules_say_but_whoever_asked_may_be()
    {
        var set = Enumerable.Range(0, 5).Select(Learner).ToList();
        var ask = Ask(Enumerable.Range(0, 5).Select(one => Needs(one, 0)), For(0, 0)) with { Past = [set, set] };
        Regrouping.From(ask).Placements.Count.ShouldBe(5, "twice is not yet too often");

        var worn = ask with { Past = [set, set, set] };
        var groups = Regrouping.From(worn);
        groups.Placements.Count.ShouldBe(3, "three are no set");
        groups.Out.Select(one => one.Why).Distinct().ShouldBe([LeftWhy.SameAgain]);

        var asked = worn with { Learners = [.. worn.Learners.Select(one => one with { Needs = [.. one.Needs.Select(need => need with { Kind = NeedKind.Asked })] })] };
        Regrouping.From(asked).Placements.Count.ShouldBe(5);
        // With enough others it is another set.
        Regrouping.From(worn with { Learners = [.. worn.Learners, Needs(7, 0), Needs(8, 0)] }).Placements.Count.ShouldBe(7);
    }

    [Fact]
    public void An_ask_that_makes_no_sense_is_refused()
    {
        Should.Throw<ArgumentException>(() => Regrouping.From(Ask([Needs(1, 0), Needs(1, 0)], For(0, 0))));
        Should.Throw<ArgumentException>(() => Regrouping.From(Ask([Needs(1, 0)], For(0, 0), For(0, 1))));
        Should.Throw<ArgumentException>(() => Regrouping.From(Ask([Needs(1, 0)], For(0, 0, least: 3, most: 2))));
        Regrouping.From(Ask([])).ShouldSatisfyAllConditions(one => one.Placements.ShouldBeEmpty(), one => one.Points.ShouldBe(0));
    }

    [Fact]
    public void What_holds_holds_in_every_answer_and_its_points_are_what_it_is_worth() => Small.Sample(ask =>
    {
        var (groups, offers) = (Regrouping.From(ask), ask.Offers.ToDictionary(one => one.Id));
        var at = groups.Placements.Select(one => (one.Learner, offers[one.Offer])).ToList();
        var measure = new EveryGrouping(ask);
        measure.Fault(at).ShouldBeNull();
        groups.Points.ShouldBe(measure.Points(at));
        (groups.Placements.Count + groups.Out.Count).ShouldBe(ask.Learners.Count * ask.Offers.Select(one => one.Slot).Distinct().Count());
    }, iter: 1500);

    [Fact]
    public void It_is_within_a_twentieth_of_the_best_there_is() => Small.Sample(ask =>
    {
        var (found, best) = (Regrouping.From(ask).Points, new EveryGrouping(ask).Best());
        found.ShouldBeLessThanOrEqualTo(best);
        (found * 20).ShouldBeGreaterThanOrEqualTo(best * 19, $"{found} of {best}");
    }, iter: 300);

    [Fact]
    public void One_offer_more_is_never_a_loss() => Gen.Select(Small, Gen.Int[0, 3], Gen.Int[0, 2]).Sample((ask, subject, least) =>
    {
        // Of the same competencies: another would move what everybody wants down a place.
        if (!ask.Offers.Any(one => one.Competency == Subject(subject))) return;
        var more = ask with { Offers = [.. ask.Offers, For(9, subject, least, least + 3, 1)] };
        Regrouping.From(more).Points.ShouldBeGreaterThanOrEqualTo(Regrouping.From(ask).Points * 19 / 20);
        new EveryGrouping(more).Best().ShouldBeGreaterThanOrEqualTo(new EveryGrouping(ask).Best());
    }, iter: 60);

    [Fact]
    public void The_order_in_which_it_is_asked_does_not_matter_and_the_same_ask_has_the_same_answer() => Gen.Select(Small, Gen.ULong).Sample((ask, seed) =>
    {
        var mixed = ask with
        {
            Learners = [.. ask.Learners.OrderBy(one => Key(one.Learner.Value))], Offers = [.. ask.Offers.OrderBy(one => Key(one.Id.Value))],
            KeepApart = [.. ask.KeepApart.Reverse().Select(set => set.Reverse().ToList())], KeepTogether = [.. ask.KeepTogether.Reverse().Select(set => set.Reverse().ToList())], Past = [.. ask.Past.Reverse()],
        };
        Regrouping.From(mixed).Said().ShouldBe(Regrouping.From(ask).Said());

        ulong Key(Guid id) => unchecked((seed ^ (ulong)id.GetHashCode()) * 0x9E3779B97F4A7C15UL);
    }, iter: 300);

    [Fact]
    public void The_turn_changes_who_comes_first_where_all_else_is_equal()
    {
        var ask = Ask(Enumerable.Range(0, 12).Select(one => Needs(one, 0)), For(0, 0, most: 4));
        Enumerable.Range(0, 12).Select(round => Regrouping.From(ask with { Rules = new RegroupRules { Round = round } }).Placements.Select(one => one.Learner)).SelectMany(one => one).Distinct().Count().ShouldBeGreaterThan(8);
    }
}
