namespace Cairn.App.Tests.Classroom;

public sealed class ReadingGradeTests
{
    [Theory]
    [InlineData("on", 1)]
    [InlineData("needs", 1)]
    [InlineData("more", 1)]
    [InlineData("area", 2)]
    [InlineData("looked", 1)]
    [InlineData("needed", 2)]
    [InlineData("people", 2)]
    [InlineData("science", 2)]
    [InlineData("writing", 2)]
    [InlineData("4", 1)]
    [InlineData("little", 2)]
    public void Syllables_are_those_that_are_heard(string word, int syllables) => ReadingGrade.Syllables(word).ShouldBe(syllables);

    [Fact]
    public void An_easy_text_and_a_hard_one_are_told_apart()
    {
        ReadingGrade.Of(["The cat sat on the mat. It was warm."]).ShouldBeLessThan(2);
        ReadingGrade.Of(["Proficiency determinations incorporate heterogeneous evidentiary considerations regarding individual competencies."]).ShouldBeGreaterThan(15);
    }
}
