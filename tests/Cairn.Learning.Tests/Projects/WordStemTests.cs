using Cairn.Learning.Projects;

namespace Cairn.Learning.Tests.Projects;

public sealed class WordStemTests
{
    [Theory]
    [InlineData("maps", "map")]
    [InlineData("planning", "plan")]
    [InlineData("planned", "plans")]
    [InlineData("stories", "story")]
    [InlineData("measuring", "measurement")]
    [InlineData("written", "writing")]
    [InlineData("boxes", "box")]
    [InlineData("shared", "shares")]
    [InlineData("selling", "sold")]
    public void English_words_that_are_one_meet(string left, string right) => WordStem.Of(left, StemLanguage.English).ShouldBe(WordStem.Of(right, StemLanguage.English));

    [Theory]
    [InlineData("plane", "plan")]
    [InlineData("planet", "plane")]
    [InlineData("need", "ne")]
    [InlineData("string", "str")]
    [InlineData("bus", "bu")]
    public void English_words_that_are_two_do_not(string left, string right) => WordStem.Of(left, StemLanguage.English).ShouldNotBe(WordStem.Of(right, StemLanguage.English));

    [Theory]
    [InlineData("mapas", "mapa")]
    [InlineData("vender", "vendiendo")]
    [InlineData("cantidades", "cantidad")]
    [InlineData("cuentos", "cuento")]
    public void Spanish_words_that_are_one_meet(string left, string right) => WordStem.Of(left, StemLanguage.Spanish).ShouldBe(WordStem.Of(right, StemLanguage.Spanish));

    [Fact]
    public void Accents_capitals_and_two_part_letters_are_one_word()
    {
        WordStem.In("África AFRICA A\u0301frica").Select(one => one.Plain).ShouldBe(["africa", "africa", "africa"]);
        WordStem.In("año").Single().Plain.ShouldBe("ano");
    }

    [Fact]
    public void Words_stand_where_they_are_in_the_text()
    {
        const string text = "  30 dishes, (maps) — ¡y más!";
        WordStem.In(text).Select(one => text.Substring(one.Start, one.Length)).ShouldBe(["30", "dishes", "maps", "y", "más"]);
        WordStem.In(text).First().Plain.ShouldBe(WordStem.Number);
        WordStem.In("\ud83d\ude00").ShouldBeEmpty();
    }

    [Fact]
    public void The_language_is_that_of_most_of_the_binding_words()
    {
        WordStem.LanguageOf(["I can use a map and say what it is."]).ShouldBe(StemLanguage.English);
        WordStem.LanguageOf(["Puedo usar un mapa para explicar en qué lugar están las cosas."]).ShouldBe(StemLanguage.Spanish);
        WordStem.LanguageOf([]).ShouldBe(StemLanguage.English);
    }
}
