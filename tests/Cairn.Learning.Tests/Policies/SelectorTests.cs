using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

public sealed class SelectorTests
{
    private static readonly Achievement One = Build.Got("one", 1, "2026-03-01", "lab", "foundation", "subject=science", "score=684");

    [Fact]
    public void Every_condition_must_hold()
    {
        Accepts(Build.Of(("type", "credit"), ("subject", "science"))).ShouldBeTrue();
        Accepts(Build.Of(("type", "credit"), ("subject", "math"))).ShouldBeFalse();
        Accepts(Build.Everything).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Comparison.AtLeast, 684, true)]
    [InlineData(Comparison.AtLeast, 685, false)]
    [InlineData(Comparison.AtMost, 684, true)]
    [InlineData(Comparison.AtMost, 683, false)]
    [InlineData(Comparison.Equal, 684, true)]
    [InlineData(Comparison.Equal, 683, false)]
    public void Numbers_are_compared(Comparison how, int value, bool holds) => Accepts(new([new FieldIs("score", how, Build.Value(value))])).ShouldBe(holds);

    [Fact]
    public void Days_are_compared_as_they_are_written()
    {
        Accepts(new([new FieldIs("date", Comparison.AtLeast, Text("2026-02-28"))])).ShouldBeTrue();
        Accepts(new([new FieldIs("date", Comparison.AtLeast, Text("2026-03-02"))])).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_compared_does_not_match()
    {
        Accepts(new([new FieldIs("score", Comparison.AtLeast, Text("600"))])).ShouldBeFalse();
        Accepts(new([new FieldIs("subject", Comparison.AtMost, Build.Value(9))])).ShouldBeFalse();
        Accepts(new([new FieldIs("tags", Comparison.AtLeast, Text("lab"))])).ShouldBeFalse();
    }

    [Fact]
    public void A_list_of_values_is_any_of_them()
    {
        Accepts(new([new FieldIsOneOf("subject", [Text("math"), Text("science")])])).ShouldBeTrue();
        Accepts(new([new FieldIsOneOf("subject", [Text("math"), Text("arts")])])).ShouldBeFalse();
        Accepts(new([new FieldIsOneOf("subject", [])])).ShouldBeFalse();
    }

    [Fact]
    public void All_tags_that_are_named_must_be_there()
    {
        Accepts(Build.Tagged("foundation", "lab")).ShouldBeTrue();
        Accepts(Build.Tagged("foundation", "honors")).ShouldBeFalse();
        Accepts(Build.TaggedAny("honors", "lab")).ShouldBeTrue();
    }

    [Fact]
    public void A_field_that_is_missing_never_matches_and_so_does_inside_not()
    {
        Accepts(Build.Of(("area", "stem"))).ShouldBeFalse();
        Accepts(new([new NotAccepted(Build.Of(("area", "stem")))])).ShouldBeTrue();
        Accepts(new([new NotAccepted(Build.Of(("subject", "science")))])).ShouldBeFalse();
    }

    [Fact]
    public void A_value_may_be_a_fact_and_one_that_is_not_known_never_matches()
    {
        var of = new Selector([new FieldIs("score", Comparison.AtLeast, new Named(null, "cut"))]);
        of.Accepts(One, new Dictionary<string, FieldValue> { ["cut"] = new NumberValue(600) }).ShouldBeTrue();
        of.Accepts(One, new Dictionary<string, FieldValue> { ["cut"] = new NumberValue(700) }).ShouldBeFalse();
        Accepts(of).ShouldBeFalse();
    }

    [Fact]
    public void A_number_is_the_same_however_many_zeros_it_is_written_with() =>
        new NumberValue(1.0m).Is(new NumberValue(1.00m)).ShouldBeTrue();

    private static bool Accepts(Selector of) => of.Accepts(One, Build.NoFacts);

    private static Named Text(string text) => new(new TextValue(text));
}
