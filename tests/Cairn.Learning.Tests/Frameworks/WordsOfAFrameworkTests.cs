using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Frameworks;

/// <summary>What else a version holds: priorities, pieces by stage, names for ids.</summary>
public sealed class WordsOfAFrameworkTests
{
    [Fact]
    public void An_areas_priorities_are_its_active_competencies_and_targets_that_are_marked_so()
    {
        var area = new Area(FrameworkBuilder.Version, FrameworkBuilder.Area, "A", "Art", AreaKind.Learning, true, 1) { PriorityCap = 3 };
        var other = area with { Id = new AreaId(Some.Id(53)), Code = "B", Position = 2 };
        var content = Made([area, other],
            [One(1, isPriority: true), One(2), One(3, isPriority: true, isActive: false), One(4, isPriority: true) with { Area = other.Id }],
            [Target(1, 1, isPriority: true), Target(2, 1), Target(3, 1, isPriority: true, isActive: false), Target(4, 2, isPriority: true), Target(5, 3, isPriority: true)]);

        content.PrioritiesOf(area).ShouldBe(3);
        content.PrioritiesOf(other).ShouldBe(1);
    }

    [Fact]
    public void Pieces_by_stage_are_told_lowest_stage_first()
    {
        var content = new FrameworkBuilder().WithTarget(pieces: 4).WithTarget().Asking(0, 7, 2).Asking(0, 2, 0).Asking(1, 1, 9).Build();

        content.PiecesOf(FrameworkBuilder.TargetId(0)).ShouldBe([(2, 0), (7, 2)]);
        content.PiecesOf(FrameworkBuilder.TargetId(9)).ShouldBeEmpty();
    }

    [Fact]
    public void An_id_has_the_name_of_what_it_stands_for_the_code_before_the_title()
    {
        var area = new Area(FrameworkBuilder.Version, FrameworkBuilder.Area, "", "Art", AreaKind.Learning, true, 1);
        var content = Made([area], [One(1)], [Target(1, 1) with { Code = "", Title = "Lines" }]);

        content.NameOf(One(1).Id.Value).ShouldBe("C1");
        content.NameOf(Target(1, 1).Id.Value).ShouldBe("Lines");
        content.NameOf(area.Id.Value).ShouldBe("Art");
        content.NameOf(Some.Id(4711)).ShouldBeNull();
        content.NameOf(null).ShouldBeNull();
    }

    private static FrameworkContent Made(Area[] areas, Competency[] competencies, LearningTarget[] targets) => new(
        new Framework(new FrameworkId(Some.Id(50)), "F", "Framework"), new FrameworkVersion(FrameworkBuilder.Version, new FrameworkId(Some.Id(50)), 0, null, null),
        areas, competencies, targets, [], [ScaleBuilder.OneToFour]);

    private static Competency One(int n, bool isPriority = false, bool isActive = true) =>
        new(FrameworkBuilder.Version, new CompetencyId(Some.Id(100 + n)), FrameworkBuilder.Area, $"C{n}", $"Competency {n}", "", "", ScaleBuilder.Id, 1, isActive, n, n) { IsPriority = isPriority };

    private static LearningTarget Target(int n, int competency, bool isPriority = false, bool isActive = true) =>
        new(FrameworkBuilder.Version, new TargetId(Some.Id(200 + n)), new CompetencyId(Some.Id(100 + competency)), $"T{n}", $"Target {n}", "", 1, 1, false, isActive, n) { IsPriority = isPriority };
}
