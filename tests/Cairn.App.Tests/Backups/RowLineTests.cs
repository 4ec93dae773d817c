using System.Text;
using Cairn.Storage.Backups;
using CsCheck;

namespace Cairn.App.Tests.Backups;

/// <summary>One row has one spelling: what is written is read back, and nothing else is read.</summary>
public sealed class RowLineTests
{
    private static readonly Gen<object?> Value = Gen.OneOf<object?>(
        Gen.Long.Select(one => (object?)one), Gen.OneOfConst<object?>(null, 0L, -1L, long.MinValue, long.MaxValue, "", "\"\\\n\t\u0001\u001f\u007f\u2028😀é", Array.Empty<byte>()),
        Gen.String.Select(one => (object?)Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(one))), Gen.Byte.Array[0, 40].Select(one => (object?)one));

    [Fact]
    public void What_is_written_is_read_back() => Value.Array[0, 6].Sample(values =>
    {
        var read = new object?[values.Length];
        RowLine.TryRead(Line(values).AsSpan(..^1), read).ShouldBeTrue();
        read.ShouldBe(values);
        Line(read).ShouldBe(Line(values));
    });

    [Fact]
    public void Rows_that_differ_have_lines_that_differ() => Gen.Select(Value.Array[1, 4], Value.Array[1, 4]).Sample((one, other) =>
    {
        var isSame = one.Length == other.Length && one.Zip(other).All(pair => pair.First is byte[] bytes && pair.Second is byte[] more ? bytes.AsSpan().SequenceEqual(more) : Equals(pair.First, pair.Second));
        Line(one).AsSpan().SequenceEqual(Line(other)).ShouldBe(isSame);
    });

    [Theory]
    [InlineData("[[\"00ff\"],12,null,\"a\\\"b\"]", true)]
    [InlineData("[[\"00FF\"],12,null,\"a\"]", false)]
    [InlineData("[[\"00f\"],12,null,\"a\"]", false)]
    [InlineData("[[\"00ff\",\"11\"],12,null,\"a\"]", false)]
    [InlineData("[ [\"00ff\"],12,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],012,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],-0,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],+1,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],1e3,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],99999999999999999999,null,\"a\"]", false)]
    [InlineData("[[\"00ff\"],12,NULL,\"a\"]", false)]
    [InlineData("[[\"00ff\"],12,null,\"a\\u0041\"]", false)]
    [InlineData("[[\"00ff\"],12,null,\"a\\n\"]", false)]
    [InlineData("[[\"00ff\"],12,null,\"a\\\"]", false)]
    [InlineData("[[\"00ff\"],12,null,\"a\",1]", false)]
    [InlineData("[[\"00ff\"],12,null]", false)]
    [InlineData("{\"$type\":\"System.Object\"}", false)]
    [InlineData("", false)]
    [InlineData("[", false)]
    public void Only_the_one_spelling_is_read(string line, bool isRead) => RowLine.TryRead(Encoding.UTF8.GetBytes(line), new object?[4]).ShouldBe(isRead);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var values = new object?[3];
        if (RowLine.TryRead(bytes, values)) Line(values)[..^1].ShouldBe(bytes);
    }, iter: 20_000);

    private static byte[] Line(IReadOnlyList<object?> values)
    {
        var text = new RowText();
        text.Begin();
        foreach (var one in values)
            switch (one)
            {
                case null:
                    text.Nothing();
                    break;
                case long number:
                    text.Whole(number);
                    break;
                case string words:
                    text.Text(words);
                    break;
                default:
                    text.Bytes((byte[])one);
                    break;
            }

        text.End();
        return text.Written.ToArray();
    }
}
