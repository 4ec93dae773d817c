using Cairn.Learning.Evidence;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Evidence;

/// <summary>In which language work is.</summary>
public sealed class EvidenceLanguageTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData(" ZH-hant-tw ", "zh-Hant-TW")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("es-419", "es-419")]
    [InlineData("HMN", "hmn")]
    public void A_tag_is_read_in_its_usual_writing(string typed, string tag) => LanguageTag.Read(typed).ShouldBe(tag);

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("Spanish")]
    [InlineData("es-")]
    [InlineData("es--MX")]
    [InlineData("es-x")]
    [InlineData("e5")]
    [InlineData("es\" onclick=\"x")]
    [InlineData("es-abcdefghi")]
    [InlineData("éá")]
    [InlineData("es-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void What_is_no_tag_is_none(string typed) => LanguageTag.Read(typed).ShouldBeNull();

    [Fact]
    public void A_tag_that_was_read_reads_as_itself_and_can_stand_in_an_attribute() =>
        Gen.String[Gen.Char["abzXZ09-"], 0, 40].Sample(typed =>
        {
            if (LanguageTag.Read(typed) is not { } tag) return;
            LanguageTag.Read(tag).ShouldBe(tag);
            tag.ShouldAllBe(one => char.IsAsciiLetterOrDigit(one) || one == '-');
        });

    [Fact]
    public void Who_says_it_anew_is_remembered()
    {
        var language = new EvidenceLanguage(new EvidenceId(Some.Id(1)), Some.Learner, "es", Some.Teacher, Some.Day(0));
        language.Say("", Some.OtherTeacher, Some.Day(1));

        (language.Language, language.By, language.Version).ShouldBe(("", Some.OtherTeacher, 2));
    }
}
