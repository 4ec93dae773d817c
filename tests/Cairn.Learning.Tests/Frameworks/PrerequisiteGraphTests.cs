using Cairn.Learning.Frameworks;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Frameworks;

public sealed class PrerequisiteGraphTests
{
    [Fact]
    public void Circles_of_a_long_chain_are_found_at_once_and_only_what_stands_on_one_is_named()
    {
        var ids = Enumerable.Range(0, 20_000).Select(one => new Guid(one, 0, 0, new byte[8])).ToList();
        var chain = ids.Zip(ids.Skip(1)).ToList();

        PrerequisiteGraph.CirclesIn(chain).ShouldBeEmpty();
        var circle = PrerequisiteGraph.CirclesIn([.. chain, (ids[12], ids[10])]).ShouldHaveSingleItem();
        circle.ShouldBe([ids[10], ids[11], ids[12]], ignoreOrder: true);
    }

    private static readonly Gen<(int Before, int After)[]> Pairs = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).Array[0, 20];

    private static PrerequisiteGraph Of(params IEnumerable<(int Before, int After)> pairs) => PrerequisiteGraph.From([.. pairs.Select(one => (Some.Id(one.Before), Some.Id(one.After)))]);

    private static int LayerOf(PrerequisiteGraph graph, int n) => graph.Nodes.Single(one => one.Id == Some.Id(n)).Layer;

    [Fact]
    public void What_comes_before_stands_in_an_earlier_layer_as_far_as_the_longest_way_is()
    {
        var graph = Of((1, 2), (2, 3), (1, 3), (4, 3));
        new[] { 1, 2, 3, 4 }.Select(n => LayerOf(graph, n)).ShouldBe([0, 1, 2, 0]);
        (graph.Layers, graph.Circles.Count).ShouldBe((3, 0));
    }

    [Fact]
    public void A_long_line_holds_a_place_in_each_layer_it_crosses()
    {
        var graph = Of((1, 2), (2, 3), (3, 4), (1, 4));
        var line = graph.Lines.Single(one => one.From == Some.Id(1) && one.To == Some.Id(4));
        line.Through.Select(one => one.Layer).ShouldBe([1, 2]);
        graph.Places.ShouldBe(2);
    }

    [Fact]
    public void A_circle_is_said_and_one_of_its_lines_runs_back()
    {
        var graph = Of((1, 2), (2, 3), (3, 1), (3, 4), (5, 5));
        graph.Circles.Select(one => one.ToHashSet()).ShouldBe([[Some.Id(1), Some.Id(2), Some.Id(3)], [Some.Id(5)]], new SetsAlike());
        graph.Lines.Where(one => one.IsBackward).Select(one => (one.From, one.To)).ShouldBe([(Some.Id(3), Some.Id(1)), (Some.Id(5), Some.Id(5))]);
    }

    [Fact]
    public void Nothing_gives_an_empty_graph() => Of().ShouldSatisfyAllConditions(one => one.Nodes.ShouldBeEmpty(), one => one.Layers.ShouldBe(0), one => one.Places.ShouldBe(0));

    [Fact]
    public void A_pair_said_twice_is_one_line() => Of((1, 2), (1, 2)).Lines.Count.ShouldBe(1);

    [Fact]
    public void Every_line_leads_on_unless_it_closes_a_circle_and_no_two_things_share_a_place() => Pairs.Sample(pairs =>
    {
        var graph = Of(pairs);
        var at = graph.Nodes.ToDictionary(one => one.Id);
        graph.Lines.Count.ShouldBe(pairs.Distinct().Count());
        foreach (var line in graph.Lines)
        {
            var (low, high) = line.IsBackward ? (at[line.To], at[line.From]) : (at[line.From], at[line.To]);
            if (low != high) low.Layer.ShouldBeLessThan(high.Layer);
            line.Through.Select(one => one.Layer).ShouldBe(Enumerable.Range(low.Layer + 1, Math.Max(0, high.Layer - low.Layer - 1)));
        }

        var spots = graph.Nodes.Select(one => (one.Layer, one.Place)).Concat(graph.Lines.SelectMany(one => one.Through)).ToList();
        spots.Distinct().Count().ShouldBe(spots.Count);
        foreach (var layer in spots.GroupBy(one => one.Layer)) layer.Select(one => one.Place).Order().ShouldBe(Enumerable.Range(0, layer.Count()));
        graph.Lines.Any(one => one.IsBackward).ShouldBe(graph.Circles.Count > 0);
    });

    [Fact]
    public void Circles_are_exactly_the_sets_whose_members_reach_each_other() => Pairs.Sample(pairs =>
    {
        bool Reaches(int from, int to)
        {
            var (seen, open) = (new HashSet<int>(), new Queue<int>([from]));
            while (open.TryDequeue(out var one))
                foreach (var (_, next) in pairs.Where(pair => pair.Before == one))
                    if (seen.Add(next)) open.Enqueue(next);
            return seen.Contains(to);
        }

        var inCircles = Of(pairs).Circles.SelectMany(one => one).ToHashSet();
        foreach (var n in pairs.SelectMany(one => (int[])[one.Before, one.After]).Distinct()) inCircles.Contains(Some.Id(n)).ShouldBe(Reaches(n, n));
    });

    [Fact]
    public void The_same_pairs_give_the_same_graph() => Pairs.Sample(pairs => Of(pairs).Nodes.ShouldBe(Of(pairs).Nodes));

    [Fact]
    public void A_chain_of_a_thousand_is_laid_out_without_trouble()
    {
        var graph = Of(Enumerable.Range(1, 1000).Select(n => (n, n + 1)));
        (graph.Layers, graph.Places).ShouldBe((1001, 1));
    }

    [Fact]
    public void Crossings_that_need_not_be_are_undone()
    {
        var graph = Of((1, 12), (2, 11), (3, 13));
        var place = graph.Nodes.ToDictionary(one => one.Id, one => one.Place);
        foreach (var (a, b) in ((int, int)[])[(1, 12), (2, 11), (3, 13)]) place[Some.Id(a)].ShouldBe(place[Some.Id(b)]);
    }

    [Fact]
    public void Of_a_framework_only_what_is_in_use_is_drawn_and_an_area_may_stand_alone()
    {
        var links = new[]
        {
            VersionBuilder.Precedes(1, VersionBuilder.Id(1).Value, VersionBuilder.Id(2).Value), VersionBuilder.Precedes(2, VersionBuilder.TargetId(1).Value, VersionBuilder.Id(3).Value),
            VersionBuilder.Precedes(3, VersionBuilder.Id(1).Value, VersionBuilder.Id(4).Value), VersionBuilder.Precedes(4, VersionBuilder.Id(2).Value, VersionBuilder.Id(3).Value) with { Kind = AssociationKind.IsRelatedTo },
        };
        var content = (VersionBuilder.Small with { Associations = links, Competencies = [.. VersionBuilder.Small.Competencies, VersionBuilder.CompetencyOf(4, 1) with { IsActive = false }] }).Build();
        PrerequisiteGraph.Of(content).Lines.Count.ShouldBe(2);
        PrerequisiteGraph.Of(content, VersionBuilder.AreaId(2)).Lines.ShouldHaveSingleItem().To.ShouldBe(VersionBuilder.Id(3).Value);
    }

    private sealed class SetsAlike : IEqualityComparer<HashSet<Guid>>
    {
        public bool Equals(HashSet<Guid>? x, HashSet<Guid>? y) => x!.SetEquals(y!);

        public int GetHashCode(HashSet<Guid> obj) => obj.Count;
    }
}
