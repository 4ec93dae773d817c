using System.Text.Json;
using Cairn.Interop.Case;
using CsCheck;

namespace Cairn.Interop.Tests.Case;

/// <summary>Sequence numbers that bring children out in the order they have here.</summary>
public sealed class ChildOrderTests
{
    // What stood there already: its number, in a rising or any order, or none. The rest is new.
    private static readonly Gen<OrderedChild[]> Children = Gen.Select(Gen.Bool, Gen.OneOf(Gen.Int[0, 9].Select(one => (int?)one), Gen.Const((int?)null)), Gen.Int[0, 9])
        .Array[0, 8].Select(all => all.Select((one, i) => new OrderedChild(Item(i), one.Item1 ? Edge(one.Item2) : null, one.Item1 ? one.Item3 : null, false)).DistinctBy(one => (object?)one.Rank ?? one).ToArray())
        .Select(Ranked);

    [Fact]
    public void Children_stand_there_as_they_stand_here() => Children.Sample(children =>
    {
        var numbers = ChildOrder.Of(children);
        // The source's own stand first in the file, in the order of their ranks; what is new is appended.
        var file = children.Select((child, i) => (child, i)).OrderBy(one => one.child.Rank ?? int.MaxValue).ThenBy(one => one.i).ToList();
        var read = file.Select((one, at) => (one.i, at, Number: numbers[one.i])).OrderBy(one => one.Number is null).ThenBy(one => one.Number).ThenBy(one => one.at);

        read.Select(one => one.i).ShouldBe(Enumerable.Range(0, children.Length));
    }, iter: 5000);

    [Fact]
    public void What_is_appended_changes_no_number_of_the_source() =>
        ChildOrder.Of([Child(10, 0), Child(20, 1), new OrderedChild(Item(2), null, null, false)]).ShouldBe([10, 20, 21]);

    [Fact]
    public void What_is_put_between_two_neighbours_takes_the_number_of_the_first() =>
        ChildOrder.Of([Child(10, 0), new OrderedChild(Item(2), null, null, false), Child(11, 1)]).ShouldBe([10, 10, 11]);

    [Fact]
    public void What_stands_in_another_order_is_numbered_anew() => ChildOrder.Of([Child(20, 1), Child(10, 0)]).ShouldBe([1, 2]);

    [Fact]
    public void Between_two_of_the_same_number_there_is_no_place_so_all_are_numbered_anew() =>
        ChildOrder.Of([Child(5, 0), new OrderedChild(Item(2), null, null, false), Child(5, 1)]).ShouldBe([1, 2, 3]);

    [Fact]
    public void Items_that_stand_deeper_keep_the_numbers_they_have_there() =>
        ChildOrder.Of([Child(20, 1) with { IsDeep = true }, Child(10, 0)]).ShouldBe([20, 10]);

    // A source's order goes by its numbers first: ranks that contradict them do not happen.
    private static OrderedChild[] Ranked(OrderedChild[] children)
    {
        var rank = 0;
        var ranks = children.Where(one => one.Rank is not null).OrderBy(one => one.Kept!.SequenceNumber is null).ThenBy(one => one.Kept!.SequenceNumber).ThenBy(one => one.Rank).ToDictionary(one => one.Item, _ => rank++);
        return [.. children.Select(one => one.Rank is null ? one : one with { Rank = ranks[one.Item] })];
    }

    private static OrderedChild Child(int number, int rank) => new(Item(rank), Edge(number), rank, false);

    private static CaseItem Item(int number) => new(JsonElement.Parse($$"""{"identifier":"{{number}}","fullStatement":"I can."}"""));

    private static CaseAssociation Edge(int? number) => new(JsonElement.Parse(number is { } one ? $$"""{"associationType":"isChildOf","sequenceNumber":{{one}}}""" : """{"associationType":"isChildOf"}"""));
}
