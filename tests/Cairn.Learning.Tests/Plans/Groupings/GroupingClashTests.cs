using Cairn.Learning.Plans.Groupings;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans.Groupings;

/// <summary>Rules that cannot all hold are told by whom they are about.</summary>
public sealed class GroupingClashTests
{
    private static LearnerId Who(int n) => new(Some.Id(600 + n));

    private static IReadOnlyList<LearnerId> Set(params int[] who) => [.. who.Select(Who)];

    [Fact]
    public void The_same_two_apart_and_together_are_named()
    {
        GroupingClash.Between([Set(1, 2)], [Set(2, 3)]).ShouldBeNull();
        GroupingClash.Between([Set(1, 2, 4)], [Set(2, 3), Set(4, 5)]).ShouldBeNull();

        var clash = GroupingClash.Between([Set(1, 5)], [Set(1, 2), Set(3, 5), Set(2, 3)]);

        clash!.Kind.ShouldBe(GroupingClashKind.Both);
        clash.Learners.ShouldBe(Set(1, 5), "who is with somebody is with everybody they are with");
    }

    [Fact]
    public void A_set_that_no_group_has_seats_for_and_more_apart_than_groups_are_named()
    {
        GroupingClash.In([Set(1, 2), Set(2, 3)], [Set(4, 5), Set(5, 6)], [3, 2]).ShouldBeEmpty("one and three may share a group");

        var clashes = GroupingClash.In([Set(1, 2), Set(2, 3), Set(3, 1)], [Set(4, 5), Set(5, 6)], [2, 2]);

        clashes.Select(one => one.Kind).ShouldBe([GroupingClashKind.NoSeats, GroupingClashKind.NoGroups]);
        clashes[0].Learners.ShouldBe(Set(4, 5, 6));
        clashes[1].Learners.ShouldBe(Set(1, 2, 3));
        GroupingClash.In([Set(1, 2, 3, 4)], [], [9, 9]).ShouldHaveSingleItem().Learners.Count.ShouldBe(4, "told once, and not for each of them");
    }

    [Fact]
    public void Whatever_is_named_breaks_a_rule_in_every_way_to_make_groups_and_where_nothing_contradicts_a_way_is_there() =>
        Gen.Select(Gen.Int[0, 4].Array[2, 3].List[0, 4], Gen.Int[0, 4].Array[2, 3].List[0, 3]).Sample((apart, together) =>
        {
            bool Holds(int[] group) => apart.TrueForAll(set => set.Distinct().Select(one => group[one]).Distinct().Count() == set.Distinct().Count())
                && together.TrueForAll(set => set.Select(one => group[one]).Distinct().Count() == 1);
            // Five learners in as many groups as there are ways for.
            var isPossible = Enumerable.Range(0, 3125).Any(way => Holds([.. Enumerable.Range(0, 5).Select(one => way / (int)Math.Pow(5, one) % 5)]));

            (GroupingClash.Between([.. apart.Select(one => Set(one))], [.. together.Select(one => Set(one))]) is null).ShouldBe(isPossible);
        }, iter: 150, threads: 1);

    [Theory]
    [InlineData("Room 4", "room  4 ", true)]
    [InlineData("Café", "Cafe\u0301", true)]
    [InlineData("Room 4", "Room 14", false)]
    public void A_room_is_the_same_as_people_read_it(string one, string other, bool isSame)
    {
        FlexOffer In(string room) => new(new FlexOfferId(Some.Id(1)), new FlexSlotId(Some.Id(2)), new EducatorId(Some.Id(3)), room, null, "x", 1, 2);

        In(one).IsInRoomOf(In(other)).ShouldBe(isSame);
    }
}
