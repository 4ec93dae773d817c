using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

public sealed class RowFaultTests
{
    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("a\u202Egpj.exe", "a[U+202E]gpj.exe")]
    [InlineData("a\u001B[31m", "a[U+001B][31m")]
    [InlineData("a\tb\n", "a[U+0009]b[U+000A]")]
    [InlineData("\u2066x\u2069\uFEFF\u200B", "[U+2066]x[U+2069][U+FEFF][U+200B]")]
    [InlineData("می\u200Cخواهم 👩\u200D🏫 ñ", "می\u200Cخواهم 👩\u200D🏫 ñ")]
    public void What_cannot_be_seen_is_shown_by_its_number(string value, string shown) => RowFault.Show(value).ShouldBe(shown);

    [Fact]
    public void A_value_is_cut_after_200_characters_and_not_within_one() =>
        RowFault.Show(new string('a', 199) + "👩" + "b").ShouldBe(new string('a', 199) + "…");
}
