using System.Buffers.Binary;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Tests.Backups;

/// <summary>A sealed archive opens by its passphrase and whole: nothing of it can be changed, put elsewhere or cut off.</summary>
[Trait("Abuse", "D2")]
public sealed class SealedTests
{
    private const int Chunk = SealHeader.ChunkSize;
    private const int Closed = SealHeader.ChunkSize + SealHeader.TagSize;

    private static readonly Passphrase Words = new("three cairns on a hill");
    private static readonly byte[] Three = Bytes(3 * Chunk + 100);
    private static readonly Lazy<byte[]> Sealed = new(() => Seal(Three));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(2 * Chunk)]
    public void What_is_sealed_is_opened(int length) => Open(Seal(Bytes(length))).ShouldBe(Bytes(length));

    [Fact]
    public void It_can_be_read_from_anywhere()
    {
        using var open = new SealedReading(new MemoryStream(Sealed.Value), Words);
        foreach (var at in (int[])[3 * Chunk, 5, 2 * Chunk - 3, Three.Length - 1, Three.Length])
        {
            open.Position = at;
            var read = new byte[Math.Min(10, Three.Length - at)];
            open.ReadExactly(read);
            read.ShouldBe(Three[at..(at + read.Length)]);
        }
    }

    [Fact]
    public void Nothing_of_what_was_written_can_be_found_in_it_and_no_two_are_alike()
    {
        var same = Seal(Three);
        same.ShouldNotBe(Sealed.Value);
        same.AsSpan().IndexOf(Three.AsSpan(0, 32)).ShouldBe(-1);
    }

    [Fact]
    public void Another_passphrase_is_told_as_one() =>
        Should.Throw<RefusedException>(() => new SealedReading(new MemoryStream(Sealed.Value), new Passphrase("three cairns on a hilt"))).Message.ShouldContain("passphrase is not the one");

    [Theory]
    [InlineData(SealHeader.Size)]
    [InlineData(SealHeader.Size + 40_000)]
    [InlineData(SealHeader.Size + Closed - 1)]
    [InlineData(SealHeader.Size + Closed + 7)]
    [InlineData(SealHeader.Size + 3 * Closed + 50)]
    public void A_byte_that_was_changed_is_refused(int at)
    {
        var bytes = Sealed.Value.ToArray();
        bytes[at] ^= 1;
        Should.Throw<RefusedException>(() => Open(bytes)).Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(46)]
    [InlineData(47)]
    [InlineData(24)]
    [InlineData(50)]
    public void A_header_that_was_changed_is_refused(int at)
    {
        var bytes = Sealed.Value.ToArray();
        bytes[at] ^= 1;
        Should.Throw<RefusedException>(() => Open(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(SealHeader.Size)]
    [InlineData(SealHeader.Size + 15)]
    [InlineData(SealHeader.Size + Closed)]
    [InlineData(SealHeader.Size + 3 * Closed)]
    [InlineData(SealHeader.Size + 3 * Closed + 10)]
    [InlineData(SealHeader.Size + 3 * Closed + 99)]
    public void One_that_was_cut_off_is_refused(int length) => Should.Throw<RefusedException>(() => Open(Sealed.Value[..length]));

    [Fact]
    public void One_that_grew_is_refused() => Should.Throw<RefusedException>(() => Open([.. Sealed.Value, .. Sealed.Value[SealHeader.Size..(SealHeader.Size + Closed)]]));

    [Fact]
    public void Chunks_cannot_change_places_and_none_can_be_left_out()
    {
        var (first, second) = (Sealed.Value[SealHeader.Size..(SealHeader.Size + Closed)], Sealed.Value[(SealHeader.Size + Closed)..(SealHeader.Size + 2 * Closed)]);
        var (header, rest) = (Sealed.Value[..SealHeader.Size], Sealed.Value[(SealHeader.Size + 2 * Closed)..]);

        Should.Throw<RefusedException>(() => Open([.. header, .. second, .. first, .. rest]));
        Should.Throw<RefusedException>(() => Open([.. header, .. second, .. rest]));
        Open([.. header, .. first, .. second, .. rest]).ShouldBe(Three);
    }

    [Fact]
    public void A_chunk_of_another_archive_under_the_same_passphrase_is_refused()
    {
        var other = Seal(Three);
        Should.Throw<RefusedException>(() => Open([.. Sealed.Value[..SealHeader.Size], .. other[SealHeader.Size..(SealHeader.Size + Closed)], .. Sealed.Value[(SealHeader.Size + Closed)..]]));
    }

    [Theory]
    [InlineData(14, 64 << 20)]
    [InlineData(14, int.MaxValue)]
    [InlineData(14, -1)]
    [InlineData(14, 1)]
    [InlineData(18, 1_000_000)]
    [InlineData(18, 0)]
    public void A_header_that_asks_for_the_whole_machine_is_refused_before_it_gets_it(int at, int value)
    {
        var bytes = Sealed.Value.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), value);
        Should.Throw<RefusedException>(() => Open(bytes)).Message.ShouldContain("more memory or time");
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("elevenlong1 \r\n")]
    public void A_passphrase_that_is_too_short_is_refused(string words) => Should.Throw<RefusedException>(() => new Passphrase(words)).Message.ShouldContain("12 characters");

    [Fact]
    public void A_passphrase_is_the_same_however_its_letters_are_put_together_and_its_line_ends()
    {
        using var open = new SealedReading(new MemoryStream(Seal([1, 2], new Passphrase("cafe\u0301 on the hill\r\n"))), new Passphrase("caf\u00e9 on the hill"));
        open.Length.ShouldBe(2);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(one => unchecked((byte)(one * 31 + one / 256)))];

    private static byte[] Seal(byte[] plain, Passphrase? words = null)
    {
        using var to = new MemoryStream();
        using (var closed = new SealedWriting(to, words ?? Words))
        {
            foreach (var part in plain.Chunk(50_001)) closed.Write(part);
            closed.Finish();
        }

        return to.ToArray();
    }

    private static byte[] Open(byte[] bytes)
    {
        using var open = new SealedReading(new MemoryStream(bytes), Words);
        using var to = new MemoryStream();
        open.CopyTo(to);
        return to.ToArray();
    }
}
