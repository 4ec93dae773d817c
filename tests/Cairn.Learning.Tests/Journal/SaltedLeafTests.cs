using System.Security.Cryptography;
using System.Text;
using Cairn.Learning.Journal;
using CsCheck;

namespace Cairn.Learning.Tests.Journal;

/// <summary>How an entry becomes a leaf that outlives what is erased of it.</summary>
public sealed class SaltedLeafTests
{
    private static readonly Gen<byte[]> Salt = Gen.Byte.Array[SaltedLeaf.SaltLength];

    private static readonly Gen<byte[]> Any = Gen.Byte.Array[0, 40];

    [Fact]
    public void Seal_and_leaf_are_made_as_the_decision_says()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        var (payload, kept) = ("Words of a judge"u8.ToArray(), "level 3"u8.ToArray());

        var seal = SaltedLeaf.Seal(salt, payload);

        seal.ToBytes().ShouldBe(SHA256.HashData([2, .. salt, .. payload]));
        SaltedLeaf.Hash(258, seal, kept).ToBytes().ShouldBe(SHA256.HashData([0, 0, 0, 0, 0, 0, 0, 1, 2, .. seal.ToBytes(), .. kept]));
    }

    [Fact]
    public void Index_salt_payload_and_what_is_kept_each_change_the_leaf() =>
        Gen.Select(Gen.Long[0, 1000], Salt, Any, Any).Sample((index, salt, payload, kept) =>
        {
            var leaf = Leaf(index, salt, payload, kept);
            Leaf(index + 1, salt, payload, kept).ShouldNotBe(leaf);
            Leaf(index, [.. salt[..15], (byte)(salt[15] ^ 1)], payload, kept).ShouldNotBe(leaf);
            Leaf(index, salt, [.. payload, 0], kept).ShouldNotBe(leaf);
            Leaf(index, salt, payload, [.. kept, 0]).ShouldNotBe(leaf);
        });

    [Fact]
    public void Bytes_do_not_move_between_payload_and_what_is_kept() =>
        Gen.Select(Salt, Any, Any).Sample((salt, one, other) =>
        {
            if (other.Length > 0) Leaf(0, salt, [.. one, .. other], []).ShouldNotBe(Leaf(0, salt, one, other));
        });

    [Fact]
    public void Once_payload_and_salt_are_gone_the_seal_still_makes_the_leaf_and_shows_an_altered_level()
    {
        var seal = SaltedLeaf.Seal(new byte[16], "Words of a judge"u8);
        var stored = SaltedLeaf.Hash(7, seal, "level 3"u8);

        SaltedLeaf.Hash(7, seal, "level 3"u8).ShouldBe(stored);
        SaltedLeaf.Hash(7, seal, "level 4"u8).ShouldNotBe(stored);
    }

    [Fact]
    public void A_guess_of_the_payload_without_its_salt_makes_another_seal() =>
        Gen.Select(Salt, Salt, Gen.String).Sample((salt, guessed, payload) =>
        {
            var bytes = Encoding.UTF8.GetBytes(payload);
            if (!salt.SequenceEqual(guessed)) SaltedLeaf.Seal(guessed, bytes).ShouldNotBe(SaltedLeaf.Seal(salt, bytes));
        });

    [Fact]
    public void A_salt_has_16_bytes_and_an_index_begins_at_0()
    {
        Should.Throw<ArgumentException>(() => SaltedLeaf.Seal(new byte[15], []));
        Should.Throw<ArgumentOutOfRangeException>(() => SaltedLeaf.Hash(-1, TreeHash.Empty, []));
    }

    private static TreeHash Leaf(long index, byte[] salt, byte[] payload, byte[] kept) => SaltedLeaf.Hash(index, SaltedLeaf.Seal(salt, payload), kept);
}
