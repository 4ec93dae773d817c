using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Frameworks;

/// <summary>Nothing stands below itself: the tree of a version and its links "is a child of" are one.</summary>
public sealed class ChildCirclesTests
{
    // Two areas, three competencies, a target.
    private static readonly Guid[] Parts =
    [
        VersionBuilder.AreaId(1).Value, VersionBuilder.AreaId(2).Value, VersionBuilder.Id(1).Value, VersionBuilder.Id(2).Value, VersionBuilder.Id(3).Value, VersionBuilder.TargetId(1).Value,
    ];

    private static readonly Gen<Association[]> Links = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Where((child, parent) => child != parent).Array[0, 6]
        .Select(pairs => pairs.Select((pair, i) => Child(i, Parts[pair.Item1], Parts[pair.Item2])).ToArray());

    private static Association Child(int n, Guid child, Guid parent) => VersionBuilder.Precedes(n, child, parent) with { Kind = AssociationKind.IsChildOf };

    private static FrameworkContent With(params IEnumerable<Association> links) => (VersionBuilder.Small with { Associations = [.. links] }).Build();

    [Fact]
    public void A_tree_has_none_and_a_second_parent_makes_none()
    {
        ChildCircles.In(With()).ShouldBeEmpty();
        ChildCircles.In(With(Child(1, Parts[2], Parts[1]), Child(2, Parts[5], Parts[4]), Child(3, Parts[2], Parts[0]))).ShouldBeEmpty();
    }

    [Fact]
    public void An_area_below_what_stands_in_it_and_a_competency_below_its_target_are_circles()
    {
        ChildCircles.In(With(Child(1, Parts[0], Parts[2]))).ShouldHaveSingleItem().ShouldBe([Parts[0], Parts[2]], ignoreOrder: true);
        ChildCircles.In(With(Child(1, Parts[2], Parts[5]))).ShouldHaveSingleItem().ShouldBe([Parts[2], Parts[5]], ignoreOrder: true);
        ChildCircles.With(With(), Child(1, Parts[0], Parts[5]))!.ShouldBe([Parts[0], Parts[2], Parts[5]], ignoreOrder: true);
    }

    [Fact]
    public void Another_kind_or_an_end_outside_closes_nothing()
    {
        ChildCircles.With(With(), VersionBuilder.Precedes(1, Parts[0], Parts[2])).ShouldBeNull();
        ChildCircles.With(With(), Child(1, Parts[0], Parts[2]) with { Destination = null, DestinationText = "https://example.org" }).ShouldBeNull();
        ChildCircles.In(With(VersionBuilder.Precedes(1, Parts[0], Parts[2]))).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_that_is_turned_round_is_judged_without_what_it_was()
    {
        var link = Child(1, Parts[2], Parts[3]);
        ChildCircles.With(With(link), link with { Origin = link.Destination, Destination = link.Origin }).ShouldBeNull();
        ChildCircles.With(With(link), Child(2, Parts[3], Parts[2])).ShouldNotBeNull();
    }

    [Fact]
    public void A_link_closes_a_circle_exactly_where_the_version_with_it_holds_one_that_it_did_not_hold() =>
        Links.Where(links => links.Length > 0).Sample(links =>
        {
            var before = With(links[..^1]);
            if (ChildCircles.In(before).Count > 0) return;
            var closed = ChildCircles.With(before, links[^1]);
            var after = ChildCircles.In(With(links));
            (closed is null).ShouldBe(after.Count == 0);
            if (closed is not null) closed.ShouldBe(after.ShouldHaveSingleItem(), ignoreOrder: true);
        });

    [Fact]
    public void Circles_are_found_exactly_where_somebody_who_only_climbs_comes_back() => Links.Sample(links =>
    {
        var content = With(links);
        var up = content.Targets.Select(one => (one.Id.Value, one.Competency.Value)).Concat(content.Competencies.Select(one => (one.Id.Value, one.Area.Value)))
            .Concat(links.Select(one => (one.Origin!.Value, one.Destination!.Value))).ToLookup(one => one.Item1, one => one.Item2);
        ChildCircles.In(content).SelectMany(one => one).ShouldBe(Parts.Where(part => Above(part, up).Contains(part)), ignoreOrder: true);
    });

    private static HashSet<Guid> Above(Guid part, ILookup<Guid, Guid> up)
    {
        var (above, open) = (new HashSet<Guid>(), new Stack<Guid>(up[part]));
        while (open.TryPop(out var at))
            if (above.Add(at))
                foreach (var parent in up[at]) open.Push(parent);
        return above;
    }
}
