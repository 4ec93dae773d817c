using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Tests.Builders;
using CsCheck;
using static Cairn.Learning.Tests.Builders.AssignmentBuilder;

namespace Cairn.Learning.Tests.Mastery;

/// <summary>What holds of any set of rules, at any place, in any order.</summary>
public sealed class RulebookPropertiesTests
{
    private const int At = 2;

    [Fact]
    public void The_order_of_the_assignments_never_matters() =>
        Gen.Select(Any, Places, Gen.Int[0, 1000]).Sample((rules, place, seed) =>
        {
            var shuffled = rules.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (Book(rules, place), Book(shuffled, place));

            Everything(other).ShouldBe(Everything(one));
            (other.Fingerprint, other.IsParent(Some.Competency)).ShouldBe((one.Fingerprint, one.IsParent(Some.Competency)));
        });

    [Fact]
    public void What_holds_is_in_force_there_and_nothing_in_force_there_is_narrower_unless_a_lock_above_silences_it() =>
        Gen.Select(Any, Places).Sample((rules, place) =>
        {
            foreach (var (competency, ofTargets, target, stage, said) in Asked(Book(rules, place)))
            {
                var covering = rules.Where(one => one.EffectiveFrom <= Some.Day(At) && one.Place.Reaches(place) && one.OfTargets == ofTargets && (one.Competency ?? competency) == competency
                    && (one.Target is null || one.Target == target) && (one.Stage is null || one.Stage == stage)).ToList();
                var current = covering.Where(one => !covering.Exists(other => Replaces(other, one))).ToList();
                var free = current.Where(one => !current.Exists(other => other.IsLocked && other.Place.Narrowness < one.Place.Narrowness)).ToList();
                said.ShouldBe(free.Count == 0 ? 0 : (int)((Cairn.Learning.Mastery.Rules.Points)free.MaxBy(Weight)!.Rule).Needed);
            }
        });

    [Fact]
    public void A_lock_for_all_in_the_district_makes_every_place_the_same() =>
        Gen.Select(Any, Places).Sample((rules, place) =>
        {
            List<RuleAssignment> locked = [.. rules, Rule(100, isLocked: true, from: At, version: 9), Rule(101, ofTargets: true, isLocked: true, from: At, version: 9)];

            Everything(Book(locked, place)).ShouldBe(Everything(Book(locked, PolicyPlace.District)));
        });

    [Fact]
    public void A_rule_of_another_school_changes_nothing() =>
        Gen.Select(Any, Gen.Bool).Sample((rules, isLocked) =>
        {
            var before = Book(rules, new(Hill, Pilot));
            List<RuleAssignment> more = [.. rules, Rule(100, Some.Competency, place: new(Shore, null), isLocked: isLocked), Rule(101, ofTargets: true, place: new(Shore, null), isLocked: isLocked)];

            var after = Book(more, new(Hill, Pilot));

            Everything(after).ShouldBe(Everything(before));
            after.Fingerprint.ShouldBe(before.Fingerprint);
        });

    [Fact]
    public void A_rule_that_is_not_in_force_yet_changes_nothing_before_its_moment() =>
        Gen.Select(Any, Places).Sample((rules, place) =>
        {
            List<RuleAssignment> more = [.. rules, Rule(100, from: At + 1, version: 9, isLocked: true)];

            Book(more, place).Fingerprint.ShouldBe(Book(rules, place).Fingerprint);
            new Rulebook(more, Some.Day(At + 1), place: place).Fingerprint.ShouldNotBe(new Rulebook(rules, Some.Day(At + 1), place: place).Fingerprint);
        });

    [Fact]
    public void Books_of_one_fingerprint_say_the_same() =>
        Gen.Select(Any, Places, Places).Sample((rules, one, other) =>
        {
            var (left, right) = (Book(rules, one), Book(rules, other));
            if (left.Fingerprint == right.Fingerprint) Everything(right).ShouldBe(Everything(left));
        });

    private static Rulebook Book(IEnumerable<RuleAssignment> rules, PolicyPlace place) => new(rules, Some.Day(At), place: place);

    private static List<int> Everything(Rulebook book) => [.. Asked(book).Select(one => one.Said)];

    private static IEnumerable<(CompetencyId Competency, bool OfTargets, TargetId? Target, int? Stage, int Said)> Asked(Rulebook book)
    {
        foreach (var competency in (CompetencyId[])[Some.Competency, Some.OtherCompetency])
            foreach (var stage in (int?[])[null, 1, 2])
            {
                yield return (competency, false, null, stage, book.RuleOf(competency, stage).Said());
                foreach (var target in (TargetId?[])[null, First, Second]) yield return (competency, true, target, stage, book.RuleOfTargets(competency, target, stage).Said());
            }
    }

    private static bool Replaces(RuleAssignment other, RuleAssignment one) =>
        (other.Competency, other.Target, other.Stage, other.Place.Said) == (one.Competency, one.Target, one.Stage, one.Place.Said)
        && (other.EffectiveFrom, other.Number, other.Id.Value).CompareTo((one.EffectiveFrom, one.Number, one.Id.Value)) > 0;

    private static (bool, bool, bool, int) Weight(RuleAssignment one) => (one.Target is not null, one.Competency is not null, one.Stage is not null, one.Place.Narrowness);
}
