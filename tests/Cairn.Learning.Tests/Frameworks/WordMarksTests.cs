using Cairn.Learning.Frameworks;
using CsCheck;

namespace Cairn.Learning.Tests.Frameworks;

public sealed class WordMarksTests
{
    private static readonly Gen<string> Text = Gen.OneOfConst("a", "b", "c", "die", " ", "  ", "\n", ".").List[0, 14].Select(string.Concat);

    [Fact]
    public void What_both_say_stands_unmarked_between_what_one_says()
    {
        var (before, after) = WordMarks.Between("I can read a text and say what it means.", "I can read two texts and say what it means.");
        before.ShouldBe([new("I can read ", false), new("a text ", true), new("and say what it means.", false)]);
        after.ShouldBe([new("I can read ", false), new("two texts ", true), new("and say what it means.", false)]);
    }

    [Fact]
    public void Nothing_and_something_are_marked_whole()
    {
        WordMarks.Between("", "all new").ShouldSatisfyAllConditions(one => one.Before.ShouldBeEmpty(), one => one.After.ShouldBe([new MarkedWords("all new", true)]));
        WordMarks.Between("", "").After.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_comes_back_whole_and_what_is_unmarked_is_the_same_on_both_sides() => Gen.Select(Text, Text).Sample((left, right) =>
    {
        var (before, after) = WordMarks.Between(left, right);
        string.Concat(before.Select(one => one.Text)).ShouldBe(left);
        string.Concat(after.Select(one => one.Text)).ShouldBe(right);
        string.Concat(before.Where(one => !one.IsChanged).Select(one => one.Text)).ShouldBe(string.Concat(after.Where(one => !one.IsChanged).Select(one => one.Text)));
        before.Zip(before.Skip(1)).ShouldAllBe(pair => pair.First.IsChanged != pair.Second.IsChanged);
    });

    [Fact]
    public void A_text_and_itself_have_no_mark() => Text.Sample(text => WordMarks.Between(text, text).After.ShouldAllBe(one => !one.IsChanged));

    [Fact]
    public void Texts_too_long_for_a_table_are_still_told_apart_at_their_ends()
    {
        var middle = string.Join(' ', Enumerable.Range(0, 3000));
        var (before, _) = WordMarks.Between($"same {middle} end", $"same {string.Join(' ', Enumerable.Range(5000, 3000))} end");
        before[0].ShouldBe(new MarkedWords("same ", false));
        before[^1].ShouldBe(new MarkedWords("end", false));
    }
}
