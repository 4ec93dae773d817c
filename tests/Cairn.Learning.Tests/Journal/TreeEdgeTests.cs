using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cairn.Learning.Journal;
using CsCheck;

namespace Cairn.Learning.Tests.Journal;

/// <summary>Leaves, nodes, and the edge that a tree grows on.</summary>
public sealed class TreeEdgeTests
{
    [Theory]
    [InlineData("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData("4c313233343536", "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")]
    public void A_leaf_has_the_hash_that_the_reference_gives_it(string leaf, string hash) =>
        TreeHash.OfLeaf(Convert.FromHexString(leaf)).ToString().ShouldBe(hash);

    [Fact]
    public void Each_tree_of_the_reference_has_its_root()
    {
        for (var size = 0; size <= KnownTree.Leaves.Count; size++)
        {
            KnownTree.Edge(KnownTree.Hashes.Take(size)).Root().ToString().ShouldBe(KnownTree.Roots[size]);
            TreeLevels.Of(KnownTree.Hashes.Take(size)).Root().ToString().ShouldBe(KnownTree.Roots[size]);
        }
    }

    [Fact]
    public void At_every_size_the_edge_has_the_root_of_the_definition()
    {
        var leaves = KnownTree.Numbered(400);
        var edge = new TreeEdge();
        for (var size = 0; size < leaves.Count; size++)
        {
            edge.Root().ShouldBe(KnownTree.Root(CollectionsMarshal.AsSpan(leaves)[..size]));
            edge.Subtrees.Length.ShouldBe(BitOperations.PopCount((uint)size));
            edge.Append(leaves[size]);
        }
    }

    [Fact]
    public void A_tree_grows_on_from_its_stored_edge_as_if_it_had_never_rested() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 60]).Sample((before, after) =>
        {
            var leaves = KnownTree.Numbered(before + after);
            var rested = TreeEdge.Read(KnownTree.Edge(leaves.Take(before)).ToBytes())!;

            foreach (var leaf in leaves.Skip(before)) rested.Append(leaf);

            var whole = KnownTree.Edge(leaves);
            (rested.Size, rested.Root()).ShouldBe((whole.Size, whole.Root()));
            rested.ToBytes().ShouldBe(whole.ToBytes());
        });

    [Fact]
    public void Each_full_subtree_is_told_of_once_from_the_leaf_upward()
    {
        var told = new List<TreeNode>();
        var edge = new TreeEdge();
        foreach (var leaf in KnownTree.Hashes) edge.Append(leaf, told.Add);

        told.Select(one => (one.Level, one.Index)).ShouldBe([(0, 0), (0, 1), (1, 0), (0, 2), (0, 3), (1, 1), (2, 0), (0, 4), (0, 5), (1, 2), (0, 6), (0, 7), (1, 3), (2, 1), (3, 0)]);
        told[^1].Hash.ToString().ShouldBe(KnownTree.Roots[8]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000")]
    [InlineData("0000000000000001")]
    [InlineData("ffffffffffffffff")]
    [InlineData("000000000000000000")]
    public void Bytes_that_are_no_edge_are_read_as_none(string hex) => TreeEdge.Read(Convert.FromHexString(hex)).ShouldBeNull();

    [Fact]
    public void A_hash_keeps_its_bytes() => Gen.Byte.Array[32].Sample(bytes =>
    {
        TreeHash.From(bytes).ToBytes().ShouldBe(bytes);
        TreeHash.From(bytes).ShouldBe(TreeHash.From(bytes));
        TreeHash.From(bytes).ToString().ShouldBe(Convert.ToHexStringLower(bytes));
    }, iter: 50);

    [Fact]
    public void A_hash_has_32_bytes() => Should.Throw<ArgumentException>(() => TreeHash.From(new byte[31]));

    [Fact]
    public void A_leaf_of_any_length_is_hashed_behind_a_byte_0() => Gen.Byte.Array[0, 1200].Sample(leaf =>
        TreeHash.OfLeaf(leaf).ToBytes().ShouldBe(SHA256.HashData([0, .. leaf])), iter: 50);
}
