using System.Text;
using System.Text.Json;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Journal;

/// <summary>What names somebody is found wherever it stands by itself, in every way it is written, and not within other words.</summary>
public sealed class NeedlesTests
{
    private static bool Finds(string text, params string[] names) => new Needles(names, []).AreIn(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("adaptation of a cadaver", false)]
    [InlineData("the ada", true)]
    [InlineData("Ada's bridge", true)]
    [InlineData("(ADA)", true)]
    [InlineData("ada.", true)]
    [InlineData("adaé", false)]
    [InlineData("éada", false)]
    [InlineData("ada1", false)]
    [InlineData("nada, and later ada", true)]
    [InlineData("adaada", false)]
    [InlineData("ada-lee", true)]
    [InlineData("", false)]
    public void A_name_counts_where_it_stands_by_itself(string text, bool isFound)
    {
        Finds(text, "ada").ShouldBe(isFound);
        new Needles(["ada"], []).AreIn(text).ShouldBe(isFound, "the same of a text");
    }

    [Fact]
    public void What_JSON_makes_of_a_text_hides_no_name_and_makes_none()
    {
        foreach (var text in (string[])["one\nada", "ada\nline", "\tada\"", "say \"ada\"", "ada<i>", "\u00e0 ada"])
        {
            var once = JsonSerializer.Serialize(new { said = text });
            Finds(once, "ada").ShouldBeTrue(once);
            Finds(JsonSerializer.Serialize(new { inner = once }), "ada").ShouldBeTrue("within JSON within JSON: " + once);
        }

        foreach (var text in (string[])["\u00e9ada", "ada\u00e9", "adaptation\n", "nada"]) Finds(JsonSerializer.Serialize(new { said = text }), "ada").ShouldBeFalse(text);
        Finds(JsonSerializer.Serialize(new { said = "by Zo\u00eb Nu\u00f1ez." }), "Zoë Nuñez").ShouldBeTrue();
    }

    [Fact]
    public void A_text_of_a_row_begins_behind_its_length_whatever_that_looks_like()
    {
        for (var length = 3; length < 400; length++)
        {
            byte[] number = [0, 0, 0, 0, 0, 0, (byte)(length >> 8), (byte)(length & 255)];
            byte[] row = [.. "words"u8, (byte)'s', .. number, .. Encoding.UTF8.GetBytes("ada".PadRight(length)), 0, 0, 0, 0, 0, 0, 0, 1];
            new Needles(["ada"], []).AreIn(row).ShouldBeTrue($"a text of {length}");
        }
    }

    [Theory]
    [InlineData("李小明的作品", "李小明")]
    [InlineData("김민준이 만들었다", "김민준")]
    [InlineData("ผลงานของสมชายดีมาก", "สมชาย")]
    public void Where_no_space_parts_words_a_name_counts_anywhere(string text, string name) => Finds(text, name).ShouldBeTrue();

    [Fact]
    public void Given_and_family_name_count_together_and_each_as_a_word()
    {
        var needles = new Needles([], [("Ada", "Lee")]);

        needles.AreIn("Ada;Lee;7"u8).ShouldBeTrue();
        needles.AreIn("adaptation of a sleeve"u8).ShouldBeFalse();
        needles.AreIn("Ada in a sleeve"u8).ShouldBeFalse();
    }
}
