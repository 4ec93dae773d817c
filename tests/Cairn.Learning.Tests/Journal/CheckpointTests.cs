using System.Text;
using Cairn.Learning.Journal;
using CsCheck;

namespace Cairn.Learning.Tests.Journal;

/// <summary>The text of a checkpoint that is signed.</summary>
public sealed class CheckpointTests
{
    private const string Example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    [Fact]
    public void The_example_of_the_specification_is_read_and_written()
    {
        var read = Checkpoint.Read(Example)!;

        (read.Origin, read.Size, read.Root.ToString()).ShouldBe(("example.com/behind-the-sofa", 20852163, "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"));
        read.Text.ShouldBe(Example);
        read.ToBytes().ShouldBe(Encoding.UTF8.GetBytes(Example));
        read.ShouldBe(new Checkpoint(read.Origin, read.Size, read.Root));
    }

    [Fact]
    public void Whatever_checkpoint_is_written_is_read_as_itself() =>
        Gen.Select(Gen.String[Gen.Char["aZ9./-é名 "], 1, 20], Gen.Long[0, long.MaxValue], Gen.Byte.Array[32]).Sample((origin, size, root) =>
        {
            var checkpoint = new Checkpoint(origin, size, TreeHash.From(root));
            Checkpoint.Read(checkpoint.Text).ShouldBe(checkpoint);
        });

    [Fact]
    public void Lines_behind_the_third_are_kept() => Checkpoint.Read(Example + "more\nand more\n")!.Text.ShouldBe(Example + "more\nand more\n");

    [Theory]
    [InlineData("")]
    [InlineData("example.com\n1\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n1 \nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I= \n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("example.com\r\n1\r\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\r\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n")]
    public void A_text_that_is_not_exactly_one_is_read_as_none(string text) => Checkpoint.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    [InlineData("a\uD800")]
    public void A_journal_is_named_in_one_line(string origin) => Should.Throw<ArgumentException>(() => new Checkpoint(origin, 1, TreeHash.Empty));

    [Fact]
    public void A_size_begins_at_0() => Should.Throw<ArgumentOutOfRangeException>(() => new Checkpoint("example.com", -1, TreeHash.Empty));
}
