using System.Runtime.InteropServices;
using Cairn.Learning.Journal;
using CsCheck;

namespace Cairn.Learning.Tests.Journal;

/// <summary>Proofs that a leaf is in a tree, and that a tree grew out of an earlier one.</summary>
public sealed class ProofTests
{
    private static readonly Gen<(int Size, int Index)> Place = Gen.Int[1, 300].SelectMany(size => Gen.Int[0, size - 1].Select(index => (size, index)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void A_leaf_of_the_reference_has_its_path(int index, int size, params string[] path)
    {
        var proof = InclusionProof.Make(index, size, TreeLevels.Of(KnownTree.Hashes).At);

        proof.Path.Select(one => one.ToString()).ShouldBe(path);
        proof.Holds(KnownTree.Hashes[index], KnownTree.Hash(KnownTree.Roots[size])).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Two_trees_of_the_reference_have_their_proof(int from, int to, params string[] path)
    {
        var proof = ConsistencyProof.Make(from, to, TreeLevels.Of(KnownTree.Hashes).At);

        proof.Path.Select(one => one.ToString()).ShouldBe(path);
        proof.Holds(KnownTree.Hash(KnownTree.Roots[from]), KnownTree.Hash(KnownTree.Roots[to])).ShouldBeTrue();
    }

    [Fact]
    public void Every_leaf_of_a_tree_has_a_proof_and_no_flipped_bit_passes() =>
        Gen.Select(Place, Gen.Int[0, 255]).Sample((place, bit) =>
        {
            var leaves = KnownTree.Numbered(place.Size);
            var (leaf, root) = (leaves[place.Index], KnownTree.Root(CollectionsMarshal.AsSpan(leaves)));
            var proof = InclusionProof.Make(place.Index, place.Size, TreeLevels.Of(leaves).At);

            proof.Holds(leaf, root).ShouldBeTrue();
            proof.Holds(KnownTree.Flipped(leaf, bit), root).ShouldBeFalse();
            proof.Holds(leaf, KnownTree.Flipped(root, bit)).ShouldBeFalse();
            for (var i = 0; i < proof.Path.Count; i++)
                (proof with { Path = Flipped(proof.Path, i, bit) }).Holds(leaf, root).ShouldBeFalse();
        });

    [Fact]
    public void A_proof_is_of_its_own_place_and_length_only() => Place.Sample(place =>
    {
        var leaves = KnownTree.Numbered(place.Size);
        var (leaf, root) = (leaves[place.Index], KnownTree.Root(CollectionsMarshal.AsSpan(leaves)));
        var proof = InclusionProof.Make(place.Index, place.Size, TreeLevels.Of(leaves).At);
        InclusionProof[] wrong =
        [
            proof with { Index = place.Index + 1 }, proof with { Index = place.Index - 1 }, proof with { Index = place.Index ^ 1 }, proof with { Size = place.Size * 2 },
            proof with { Size = place.Size / 2 }, proof with { Size = place.Index }, proof with { Path = [.. proof.Path, root] }, proof with { Path = [root, .. proof.Path] },
            proof with { Path = [.. proof.Path.SkipLast(1)], Size = place.Size == 1 ? 0 : place.Size },
        ];
        wrong.ShouldAllBe(one => !one.Holds(leaf, root));
    });

    [Fact]
    public void Every_two_sizes_up_to_64_have_a_proof_and_no_flipped_bit_passes()
    {
        var leaves = KnownTree.Numbered(64);
        var levels = TreeLevels.Of(leaves);
        var roots = Enumerable.Range(0, 65).Select(size => KnownTree.Root(CollectionsMarshal.AsSpan(leaves)[..size])).ToList();
        for (var to = 0; to <= 64; to++)
            for (var from = 0; from <= to; from++)
            {
                var proof = ConsistencyProof.Make(from, to, levels.At);
                var bit = (from * 65 + to) % 256;
                proof.Holds(roots[from], roots[to]).ShouldBeTrue();
                proof.Holds(KnownTree.Flipped(roots[from], bit), roots[to]).ShouldBeFalse();
                // Every tree grew out of the empty one.
                proof.Holds(roots[from], KnownTree.Flipped(roots[to], bit)).ShouldBe(from == 0 && to > 0);
                for (var i = 0; i < proof.Path.Count; i++)
                    (proof with { Path = Flipped(proof.Path, i, bit) }).Holds(roots[from], roots[to]).ShouldBeFalse();
                (proof with { Path = [.. proof.Path, roots[to]] }).Holds(roots[from], roots[to]).ShouldBeFalse();
                if (proof.Path.Count > 0) (proof with { Path = [.. proof.Path.SkipLast(1)] }).Holds(roots[from], roots[to]).ShouldBeFalse();
            }
    }

    [Fact]
    public void A_tree_with_another_past_has_no_proof() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[0, 59]).Sample((from, more, altered) =>
        {
            var (leaves, to) = (KnownTree.Numbered(from + more), from + more);
            var earlier = KnownTree.Root(CollectionsMarshal.AsSpan(leaves)[..from]);
            leaves[altered % from] = TreeHash.OfLeaf("another"u8);

            var proof = ConsistencyProof.Make(from, to, TreeLevels.Of(leaves).At);

            proof.Holds(earlier, KnownTree.Root(CollectionsMarshal.AsSpan(leaves))).ShouldBeFalse();
        });

    [Fact]
    public void There_is_no_proof_of_what_is_not_there()
    {
        var at = TreeLevels.Of(KnownTree.Hashes).At;
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Make(8, 8, at));
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Make(-1, 8, at));
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Make(0, 9, at));
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.Make(5, 4, at));
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.Make(-1, 4, at));
        new ConsistencyProof(5, 4, []).Holds(TreeHash.Empty, TreeHash.Empty).ShouldBeFalse();
    }

    private static List<TreeHash> Flipped(IReadOnlyList<TreeHash> path, int at, int bit) => [.. path.Select((one, i) => i == at ? KnownTree.Flipped(one, bit) : one)];
}
