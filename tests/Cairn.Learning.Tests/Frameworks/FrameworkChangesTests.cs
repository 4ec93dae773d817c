using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Frameworks;

public sealed class FrameworkChangesTests
{
    private static readonly VersionBuilder Small = VersionBuilder.Small;

    private static IReadOnlyList<FrameworkChange> Between(VersionBuilder before, VersionBuilder after) => FrameworkChanges.Between(before.Build(), after.Build());

    private static FrameworkChange Only(VersionBuilder before, VersionBuilder after) => Between(before, after).ShouldHaveSingleItem();

    private static VersionBuilder With(int competency, Func<Competency, Competency> change) =>
        Small with { Competencies = [.. Small.Competencies.Select(one => one.Number == competency ? change(one) : one)] };

    [Fact]
    public void A_version_and_itself_differ_in_nothing() => Between(Small, Small).ShouldBeEmpty();

    [Fact]
    public void Without_a_version_before_everything_is_new()
    {
        var changes = FrameworkChanges.Between(null, Small.Build());
        changes.Count.ShouldBe(6);
        changes.ShouldAllBe(one => one.Kinds.Single() == ChangeKind.Added && one.Fields.Count == 0);
    }

    [Fact]
    public void A_change_says_each_field_before_and_after_and_what_it_is_about()
    {
        var change = Only(Small, With(2, one => one with { Statement = "I can do two.", IsPriority = true, Pieces = 5, RefreshAfterDays = 30 }));
        (change.Part, change.Code, change.Title, change.Competency, change.Target).ShouldBe((ChangedPart.Competency, "C2", "Competency 2", VersionBuilder.Id(2), null));
        change.Kinds.ShouldBe([ChangeKind.Changed]);
        change.Fields.ShouldBe(
        [
            new(FrameworkField.Statement, "I can do 2.", "I can do two."), new(FrameworkField.Pieces, "3", "5"), new(FrameworkField.IsPriority, "no", "yes"), new(FrameworkField.RefreshAfterDays, "", "30"),
        ]);
    }

    [Fact]
    public void Words_of_levels_and_anchor_work_are_changes_of_their_competency()
    {
        var before = Small with { Descriptors = [new(VersionBuilder.Version, VersionBuilder.Id(1), 2.5m, "half") { FamilyWords = "so-so" }] };
        var after = Small with
        {
            Descriptors = [new(VersionBuilder.Version, VersionBuilder.Id(1), 2.5m, "halfway"), new(VersionBuilder.Version, VersionBuilder.Id(1), 3, "there")],
            Exemplars = [new(VersionBuilder.Version, new ExemplarId(Some.Id(1)), VersionBuilder.Id(1), 3, "A stool", "https://example.org", "Legs", 1)],
        };
        Only(before, after).Fields.ShouldBe(
        [
            new(FrameworkField.Words, "half", "halfway", "2.5"), new(FrameworkField.Words, "", "there", "3"),
            new(FrameworkField.FamilyWords, "so-so", "", "2.5"), new(FrameworkField.Exemplar, "", "A stool · https://example.org · Legs", "3"),
        ]);
    }

    [Fact]
    public void Pieces_and_words_of_stages_are_changes_of_their_target()
    {
        var after = Small with
        {
            Requirements = [new(VersionBuilder.Version, VersionBuilder.TargetId(1), 4, 6)],
            StageDescriptors = [new(VersionBuilder.Version, VersionBuilder.TargetId(1), 4, "at four")],
        };
        var change = Only(Small, after);
        (change.Part, change.Target, change.Competency).ShouldBe((ChangedPart.Target, VersionBuilder.TargetId(1), VersionBuilder.Id(1)));
        change.Fields.ShouldBe([new(FrameworkField.Pieces, "1", "6", "4"), new(FrameworkField.Words, "", "at four", "4")]);
    }

    [Fact]
    public void A_row_that_says_what_is_usual_anyway_changes_nothing() =>
        Between(Small, Small with { Requirements = [new(VersionBuilder.Version, VersionBuilder.TargetId(1), 4, 1)] }).ShouldBeEmpty();

    [Fact]
    public void Another_area_or_competency_is_a_move_with_its_name()
    {
        var change = Only(Small, With(2, one => one with { Area = VersionBuilder.AreaId(2), Position = 9 }));
        change.Kinds.ShouldBe([ChangeKind.Moved]);
        change.Fields.ShouldBe([new(FrameworkField.Area, "Area 1", "Area 2")]);
        var target = Only(Small, Small with { Targets = [VersionBuilder.TargetOf(1, 3)] });
        (target.Kinds.Single(), target.Fields.Single()).ShouldBe((ChangeKind.Moved, new FieldChange(FrameworkField.Competency, "Competency 1", "Competency 3")));
    }

    [Fact]
    public void Out_of_use_in_use_again_and_gone_are_said_apart()
    {
        Only(Small, With(1, one => one with { IsActive = false })).Kinds.ShouldBe([ChangeKind.MadeInactive]);
        Only(With(1, one => one with { IsActive = false }), Small).Kinds.ShouldBe([ChangeKind.MadeActive]);
        Only(Small, Small with { Targets = [] }).ShouldSatisfyAllConditions(one => one.Kinds.ShouldBe([ChangeKind.Removed]), one => one.Competency.ShouldBe(VersionBuilder.Id(1)));
        Only(Small, With(1, one => one with { IsActive = false, Title = "Retired" })).Kinds.ShouldBe([ChangeKind.Changed, ChangeKind.MadeInactive]);
    }

    [Fact]
    public void Links_qualities_and_the_framework_itself_are_compared_too()
    {
        var quality = new PortraitQuality(VersionBuilder.Version, new QualityId(Some.Id(2)), "Q", "Quality", "", 1);
        var before = Small with { Portrait = [quality], Associations = [VersionBuilder.Precedes(1, VersionBuilder.Id(1).Value, VersionBuilder.Id(2).Value)] };
        var after = Small with
        {
            Title = "Renamed", LastStage = 9, Portrait = [quality], Links = [new(VersionBuilder.Version, quality.Id, VersionBuilder.Id(3)), new(VersionBuilder.Version, quality.Id, VersionBuilder.Id(1))],
            Associations = [VersionBuilder.Precedes(1, VersionBuilder.Id(1).Value, VersionBuilder.TargetId(1).Value)],
        };
        Between(before, after).SelectMany(one => one.Fields).ShouldBe(
        [
            new(FrameworkField.Title, "Framework", "Renamed"), new(FrameworkField.LastStage, "", "9"), new(FrameworkField.ShownBy, "", "C1, C3"),
            new(FrameworkField.Link, "C1 → Precedes → C2", "C1 → Precedes → T1"),
        ]);
    }

    [Fact]
    public void Of_a_new_order_as_few_as_possible_are_called_moved() =>
        Gen.Shuffle(Enumerable.Range(1, 9).ToArray()).Sample(order =>
        {
            var areas = Enumerable.Range(1, 9).Select(VersionBuilder.AreaOf).ToList();
            var before = new VersionBuilder { Areas = areas };
            var after = new VersionBuilder { Areas = [.. order.Select((n, i) => areas[n - 1] with { Position = i + 1 })] };
            var moved = Between(before, after).Select(one => one.Id).ToHashSet();
            order.Where(n => !moved.Contains(VersionBuilder.AreaId(n).Value)).ShouldBeInOrder();
            moved.Count.ShouldBe(9 - LongestRise(order));
        });

    [Fact]
    public void What_one_way_is_added_is_removed_the_other_way_and_fields_turn_round() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.String[Gen.Char.AlphaNumeric, 0, 5]).Sample((here, there, words) =>
        {
            VersionBuilder Of(int mask, string said) => new()
            {
                Areas = [VersionBuilder.AreaOf(1)],
                Competencies = [.. Enumerable.Range(1, 3).Where(n => (mask & (1 << (n - 1))) != 0).Select(n => VersionBuilder.CompetencyOf(n, 1) with { Statement = said })],
            };
            var (forth, back) = (Between(Of(here, "x"), Of(there, words)), Between(Of(there, words), Of(here, "x")));
            forth.Where(one => one.Kinds.Contains(ChangeKind.Added)).Select(one => one.Id).ShouldBe(back.Where(one => one.Kinds.Contains(ChangeKind.Removed)).Select(one => one.Id), ignoreOrder: true);
            forth.SelectMany(one => one.Fields).Select(one => (one.Before, one.After)).ShouldBe(back.SelectMany(one => one.Fields).Select(one => (one.After, one.Before)), ignoreOrder: true);
        });

    // By trying every subset: slow, and too plain to be wrong.
    private static int LongestRise(int[] order) => Enumerable.Range(0, 1 << order.Length).Max(mask =>
    {
        var chosen = order.Where((_, i) => (mask & (1 << i)) != 0).ToList();
        return chosen.Zip(chosen.Skip(1)).All(pair => pair.First < pair.Second) ? chosen.Count : 0;
    });
}
