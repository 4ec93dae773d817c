using System.Text.Json.Nodes;
using Cairn.Interop.Case;
using CsCheck;

namespace Cairn.Interop.Tests.Case;

public sealed class CaseTreeTests
{
    [Fact]
    public void Items_stand_under_their_parents_and_the_top_under_the_document()
    {
        var tree = CaseTree.Of(new PackageBuilder().ReadGood());

        Say(tree).ShouldBe(["0:1", "1:2", "2:3", "0:4"]);
        tree.Find(PackageBuilder.Id(3).ToUpperInvariant())!.Parent!.Item.Identifier.ShouldBe(PackageBuilder.Id(2));
        tree.Find("nobody").ShouldBeNull();
        CaseTree.Under(tree.Top[0]).Count.ShouldBe(2);
    }

    [Fact]
    public void Siblings_stand_by_sequence_number_then_list_enumeration_then_the_file()
    {
        var builder = PackageBuilder.Of(
            7, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 0), PackageBuilder.Child(3, 0), PackageBuilder.Child(4, 0), PackageBuilder.Child(5, 0, 20), PackageBuilder.Child(6, 0, 3), PackageBuilder.Child(7, 0, 3));
        builder.Items[2]!["listEnumeration"] = "10";
        builder.Items[3]!["listEnumeration"] = " 2";
        builder.Items[6]!["listEnumeration"] = "1";

        Say(CaseTree.Of(builder.ReadGood())).ShouldBe(["0:7", "0:6", "0:5", "0:4", "0:3", "0:1", "0:2"]);
    }

    [Theory]
    [InlineData("2", "10", -1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("a", "B", -1)]
    [InlineData("b", "B", 0)]
    [InlineData("02", "2", 0)]
    [InlineData("2", "2a", -1)]
    [InlineData("99999999999999999999999", "100000000000000000000000", -1)]
    public void Enumerations_count_their_digits_as_numbers(string one, string other, int order)
    {
        var builder = PackageBuilder.Of(2, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 0));
        (builder.Items[0]!["listEnumeration"], builder.Items[1]!["listEnumeration"]) = (other, one);

        Say(CaseTree.Of(builder.ReadGood()))[0].ShouldBe(order < 0 ? "0:2" : "0:1");
    }

    [Fact]
    public void A_sequence_number_may_be_written_with_a_point_and_a_text_is_none()
    {
        var builder = PackageBuilder.Of(3, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 0), PackageBuilder.Child(3, 0));
        builder.Associations[1]!["sequenceNumber"] = JsonNode.Parse("1.50");
        builder.Associations[2]!["sequenceNumber"] = "1";

        Say(CaseTree.Of(builder.ReadGood())).ShouldBe(["0:2", "0:1", "0:3"]);
    }

    [Fact]
    public void Of_two_parents_the_first_in_the_file_counts_and_one_outside_never_does()
    {
        var tree = CaseTree.Of(PackageBuilder.Of(
            3, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 0), PackageBuilder.Child(3, 99), PackageBuilder.Child(3, 2), PackageBuilder.Child(3, 1)).ReadGood());

        tree.Find(PackageBuilder.Id(3))!.Parent!.Item.Identifier.ShouldBe(PackageBuilder.Id(2));
        tree.Find(PackageBuilder.Id(1))!.Children.ShouldBeEmpty();
    }

    [Fact]
    public void An_item_without_a_parent_stands_under_the_document_last()
    {
        var tree = CaseTree.Of(PackageBuilder.Of(2, PackageBuilder.Child(2, 0, 5)).ReadGood());

        Say(tree).ShouldBe(["0:2", "0:1"]);
        tree.Top[1].By.ShouldBeNull();
    }

    [Fact]
    public void A_repeated_item_stands_once() =>
        CaseTree.Of(new PackageBuilder().With(one => one.Items.Add((JsonNode)PackageBuilder.Item(2))).ReadGood()).All.Count.ShouldBe(4);

    [Fact]
    public void A_chain_of_10_000_is_a_chain()
    {
        const int Length = 10_000;
        var package = PackageBuilder.Of(Length, [.. Enumerable.Range(1, Length).Select(number => PackageBuilder.Child(number, number - 1))]).ReadGood();

        var tree = CaseTree.Of(package);

        tree.All.Select(one => one.Depth).ShouldBe(Enumerable.Range(0, Length));
        CaseOutline.Of(package).Targets.Count().ShouldBe(Length - 2);
    }

    [Fact]
    public void A_circle_made_by_a_change_is_an_exception_not_an_endless_walk()
    {
        var package = new PackageBuilder().ReadGood();
        var make = Samples.Make();
        var circle = package.WithoutAssociations([package.Associations[0].Identifier])
            .WithAssociations([make.Association(Samples.Id(5), CaseAssociationType.IsChildOf, MakeCase.LinkTo(package.Items[0]), MakeCase.LinkTo(package.Items[2]))]);

        Should.Throw<InvalidOperationException>(() => CaseTree.Of(circle));
    }

    [Fact]
    public void Any_forest_is_read_as_it_was_made() => Gen.Int[1, 40].SelectMany(count => Gen.Select(
            Gen.Int[0, 1_000_000].Array[count], Gen.Shuffle(Enumerable.Range(1, count).ToArray())))
        .Sample((seeds, order) =>
        {
            // Each item's parent has a smaller number; the associations come in any order.
            int ParentOf(int number) => seeds[number - 1] % number;
            var tree = CaseTree.Of(PackageBuilder.Of(seeds.Length, [.. order.Select(number => PackageBuilder.Child(number, ParentOf(number)))]).ReadGood());

            tree.All.Count.ShouldBe(seeds.Length);
            foreach (var branch in tree.All)
            {
                (branch.Parent is null ? 0 : Number(branch.Parent)).ShouldBe(ParentOf(Number(branch)));
                branch.Depth.ShouldBe(branch.Parent is null ? 0 : branch.Parent.Depth + 1);
                branch.Children.Select(Number).ShouldBe(Enumerable.Range(1, seeds.Length).Where(number => ParentOf(number) == Number(branch)));
            }
        }, iter: 200);

    private static int Number(CaseBranch branch) => int.Parse(branch.Item.Identifier[..8], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Say(CaseTree tree) => [.. tree.All.Select(one => $"{one.Depth}:{Number(one)}")];
}
