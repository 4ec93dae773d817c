using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Learning.Journal;

namespace Cairn.Learning.Tests.Journal;

/// <summary>The tree that the reference implementation of certificate transparency is tested with (Apache-2.0), and the definition
/// of RFC 6962 written down once more without Cairn's hashing.</summary>
internal static class KnownTree
{
    public static IReadOnlyList<byte[]> Leaves { get; } =
        [.. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]).Select(Convert.FromHexString)];

    /// <summary>The roots of the first 0 to 8 leaves.</summary>
    public static IReadOnlyList<string> Roots { get; } =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    public static IReadOnlyList<TreeHash> Hashes { get; } = [.. Leaves.Select(leaf => TreeHash.OfLeaf(leaf))];

    public static TreeHash Hash(string hex) => TreeHash.From(Convert.FromHexString(hex));

    /// <summary>Hashes of leaves that say their own number.</summary>
    public static List<TreeHash> Numbered(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var leaf = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(leaf, i);
        return TreeHash.OfLeaf(leaf);
    })];

    /// <summary>The root as RFC 6962 section 2.1 defines it.</summary>
    public static TreeHash Root(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length == 0) return TreeHash.From(SHA256.HashData([]));
        if (leaves.Length == 1) return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return TreeHash.From(SHA256.HashData([1, .. Root(leaves[..split]).ToBytes(), .. Root(leaves[split..]).ToBytes()]));
    }

    public static TreeEdge Edge(IEnumerable<TreeHash> leaves)
    {
        var edge = new TreeEdge();
        foreach (var leaf in leaves) edge.Append(leaf);
        return edge;
    }

    public static TreeHash Flipped(TreeHash hash, int bit)
    {
        var bytes = hash.ToBytes();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return TreeHash.From(bytes);
    }
}
