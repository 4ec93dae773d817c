using Cairn.Learning.Frameworks;
using CsCheck;

namespace Cairn.Learning.Tests.Frameworks;

/// <summary>What a code may be, because addresses are made of codes.</summary>
public sealed class PartCodeTests
{
    [Theory]
    [InlineData("RD.1")]
    [InlineData("CCSS.Math.Content.1.OA.A.1")]
    [InlineData("5-PS1-1 (b)")]
    [InlineData("Übung_3")]
    [InlineData("名.1")]
    [InlineData("𝒜1")]
    public void A_code_that_people_use_is_plain_and_fits_an_address(string code) => (PartCode.IsPlain(code), PartCode.FitsAddress(code)).ShouldBe((true, true));

    [Theory]
    [InlineData("../..")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/../b")]
    [InlineData("%2e%2e")]
    [InlineData("a\\b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a\u0007b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\u00A0b")]
    [InlineData("a\uFEFF")]
    [InlineData("")]
    public void One_that_leads_elsewhere_or_cannot_be_seen_is_neither(string code) => (PartCode.IsPlain(code), PartCode.FitsAddress(code)).ShouldBe((false, false));

    [Fact]
    public void Half_a_character_is_neither() => (PartCode.IsPlain("a\uD800"), PartCode.FitsAddress("a\uD800")).ShouldBe((false, false));

    [Theory]
    [InlineData("A/B")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("<b>")]
    public void One_that_came_from_elsewhere_may_fit_an_address_though_nobody_may_give_it_here(string code) => (PartCode.IsPlain(code), PartCode.FitsAddress(code)).ShouldBe((false, true));

    [Fact]
    public void What_is_plain_fits_an_address_and_comes_back_out_of_it() => Gen.String[Gen.Char["aZ9./\\%?# ._-\u202E\u0000é"], 0, 6].Sample(code =>
    {
        if (PartCode.IsPlain(code)) PartCode.FitsAddress(code).ShouldBeTrue();
        if (!PartCode.FitsAddress(code)) return;
        var address = new Uri("https://cairn.invalid/competencies/" + Uri.EscapeDataString(code).Replace("%2F", "/", StringComparison.Ordinal));
        Uri.UnescapeDataString(address.AbsolutePath).ShouldBe("/competencies/" + code);
    });

    [Theory]
    [InlineData("0123abcd-0000-4000-8000-00000000000a", true)]
    [InlineData("0123abcd", false)]
    [InlineData("RD.1", false)]
    public void A_whole_identifier_is_no_code(string code, bool isOne) => PartCode.IsIdentifier(code).ShouldBe(isOne);
}
