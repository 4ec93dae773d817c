using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Frameworks;

public sealed class FrameworkContentTests
{
    private static readonly AreaId First = new(Some.Id(53));
    private static readonly AreaId Retired = new(Some.Id(54));
    private static readonly CompetencyId InRetired = new(Some.Id(102));
    private static readonly CompetencyId Inactive = new(Some.Id(103));

    private static readonly FrameworkContent Content = new FrameworkBuilder()
        .WithArea(FrameworkBuilder.Area, "MATH", 2).WithArea(First, "ELA", 1).WithArea(Retired, "OLD", 3, isActive: false)
        .WithCompetency(Some.Competency, "MATH.2", FrameworkBuilder.Area, 2)
        .WithCompetency(InRetired, "OLD.1", Retired, 1)
        .WithCompetency(Inactive, "MATH.1", FrameworkBuilder.Area, 1, isActive: false)
        .WithCompetency(Some.OtherCompetency, "ELA.9", First, 9)
        .WithTarget(3).WithTarget(2, isActive: false).WithTarget(1, of: Some.OtherCompetency)
        .Asking(0, stage: 9, pieces: 0).Build();

    [Fact]
    public void Framework_order_is_by_area_then_by_place()
    {
        Content.Areas.Select(area => area.Code).ShouldBe(["ELA", "MATH", "OLD"]);
        Content.Competencies.Select(one => one.Code).ShouldBe(["ELA.9", "MATH.1", "MATH.2", "OLD.1"]);
        Content.Targets.Select(one => one.Position).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void What_stands_in_one_place_is_in_the_same_order_however_it_was_read()
    {
        var (one, other) = (new FrameworkBuilder().WithArea(FrameworkBuilder.Area, "B", 1).WithArea(First, "A", 1), new FrameworkBuilder().WithArea(First, "A", 1).WithArea(FrameworkBuilder.Area, "B", 1));
        foreach (var (builder, areas) in ((FrameworkBuilder, AreaId[])[])[(one, [First, FrameworkBuilder.Area]), (other, [First, FrameworkBuilder.Area])])
            foreach (var (area, i) in areas.Select((area, i) => (area, i)))
                builder.WithCompetency(new CompetencyId(Some.Id(110 + i)), $"C{i}.1", area, 5).WithCompetency(new CompetencyId(Some.Id(120 + i)), $"C{i}.2", area, 5);

        one.Build().Areas.Select(area => area.Code).ShouldBe(["A", "B"]);
        one.Build().Competencies.Select(each => each.Code).ShouldBe(["C0.1", "C0.2", "C1.1", "C1.2"]);
        other.Build().Competencies.Select(each => each.Code).ShouldBe(one.Build().Competencies.Select(each => each.Code));
    }

    [Fact]
    public void A_competency_is_found_by_its_id_and_by_its_code_without_case()
    {
        Content.Find("math.2").ShouldBe(Content.Find(Some.Competency));
        Content.Find("MATH.3").ShouldBeNull();
        Content.Find(new CompetencyId(Some.Id(999))).ShouldBeNull();
    }

    [Fact]
    public void Only_active_competencies_of_active_areas_count()
    {
        Content.Counts(Some.Competency).ShouldBeTrue();
        Content.Counts(InRetired).ShouldBeFalse();
        Content.Counts(Inactive).ShouldBeFalse();
    }

    [Fact]
    public void A_competency_knows_its_area_its_scale_and_its_targets()
    {
        var competency = Content.Find(Some.Competency)!;
        Content.AreaOf(competency).Code.ShouldBe("MATH");
        Content.ScaleOf(competency).ShouldBe(ScaleBuilder.OneToFour);
        Content.TargetsOf(Some.Competency).Select(target => target.Id).ShouldBe([FrameworkBuilder.TargetId(0), FrameworkBuilder.TargetId(1)]);
        Content.TargetsOf(InRetired).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 3)]
    [InlineData(null, 3)]
    public void A_stage_asks_for_its_own_number_of_pieces_or_for_the_default(int? stage, int pieces) =>
        Content.PiecesFor(Content.Targets[0], stage).ShouldBe(pieces);

    [Fact]
    public void A_competency_of_no_area_is_refused() =>
        Should.Throw<ArgumentException>(() => new FrameworkBuilder().WithCompetency(Some.Competency, "C", First).Build()).Message.ShouldContain("area");

    [Fact]
    public void A_competency_of_no_scale_is_refused() => Should.Throw<ArgumentException>(
        () => new FrameworkBuilder().WithCompetency(Some.Competency, "C", scale: new ScaleId(Some.Id(99))).Build()).Message.ShouldContain("scale");

    [Fact]
    public void Two_competencies_of_one_code_are_refused() => Should.Throw<ArgumentException>(
        () => new FrameworkBuilder().WithCompetency(Some.Competency, "c").WithCompetency(Some.OtherCompetency, "C").Build());
}
