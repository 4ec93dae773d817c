using System.Text;
using Cairn.App.Access;
using CsCheck;

namespace Cairn.App.Tests.Access;

[Trait("Abuse", "X12")]
public sealed class LoginNameTests
{
    [Theory]
    [InlineData("Ada", "aDA")]
    [InlineData("zoë", "zoe\u0308")]
    [InlineData("Åsa", "A\u030Asa")]
    [InlineData("ｍａｒｙ", "mary")]
    [InlineData("ﬁona", "fiona")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData(" ada ", "ada")]
    public void Names_that_read_the_same_are_one(string one, string other) => LoginName.Key(one).ShouldBe(LoginName.Key(other));

    [Theory]
    [InlineData("ada", "adam")]
    [InlineData("zoe", "zoë")]
    [InlineData("раураӏ", "paypal")]
    public void Names_that_read_differently_are_two(string one, string other) => LoginName.Key(one).ShouldNotBe(LoginName.Key(other));

    [Theory]
    [InlineData("paypal", "раураӏ")]
    [InlineData("admin", "аdmіn")]
    [InlineData("oleg", "0leg")]
    [InlineData("bill", "biII")]
    [InlineData("bill", "bi11")]
    [InlineData("modern", "modem")]
    [InlineData("zoe", "zoë")]
    [InlineData("anna-maria", "anna_maria")]
    [InlineData("ivan", "іvаn")]
    [InlineData("oscar", "οscar")]
    public void Names_that_only_look_the_same_are_told(string one, string other)
    {
        LoginName.IsTakenFor(one, other).ShouldBeTrue();
        LoginName.IsTakenFor(other, one).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ada", "Ada")]
    [InlineData("ada", "grace")]
    [InlineData("maria", "mario")]
    public void Names_that_are_one_or_look_different_are_not_taken_for_each_other(string one, string other) => LoginName.IsTakenFor(one, other).ShouldBeFalse();

    [Theory]
    [InlineData("ada.lovelace@school.example", nameof(LoginNameFault.None))]
    [InlineData("zoe\u0308", nameof(LoginNameFault.None))]
    [InlineData("Иван", nameof(LoginNameFault.None))]
    [InlineData("山田たろう", nameof(LoginNameFault.None))]
    [InlineData("김철수", nameof(LoginNameFault.None))]
    [InlineData("o'brien-smith_3", nameof(LoginNameFault.None))]
    [InlineData("", nameof(LoginNameFault.Empty))]
    [InlineData("   ", nameof(LoginNameFault.Empty))]
    [InlineData("ada\0", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\r\nbob", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u202Ebob", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u2066bob\u2069", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u200Bbob", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\uFEFF", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u00AD", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u3164", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\uE000", nameof(LoginNameFault.Unseen))]
    [InlineData("ada\u001B[31m", nameof(LoginNameFault.Unseen))]
    [InlineData("ada bob", nameof(LoginNameFault.Blank))]
    [InlineData("ada\u00A0bob", nameof(LoginNameFault.Blank))]
    [InlineData("аdmin", nameof(LoginNameFault.MixedScripts))]
    [InlineData("adminα", nameof(LoginNameFault.MixedScripts))]
    public void A_name_is_refused_for_what_is_wrong_with_it(string name, string fault) => LoginName.Fault(name).ToString().ShouldBe(fault);

    [Fact]
    public void Half_a_character_is_refused_and_still_has_a_key()
    {
        LoginName.Fault("ada\uD83D").ShouldBe(LoginNameFault.Unseen);
        LoginName.Key("ada\uD83D").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_name_is_too_long_above_the_longest_only()
    {
        LoginName.Fault(new string('a', LoginName.Longest)).ShouldBe(LoginNameFault.None);
        LoginName.Fault(new string('a', LoginName.Longest + 1)).ShouldBe(LoginNameFault.TooLong);
        LoginName.Key(new string('a', 10_000_000)).Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void A_key_is_its_own_key_and_any_text_has_one() => Gen.String.Sample(text =>
    {
        var key = LoginName.Key(text);
        LoginName.Key(key).ShouldBe(key);
        LoginName.Look(text).ShouldBe(LoginName.Look(key));
    });

    [Fact]
    public void Composed_and_decomposed_names_have_one_key() => Gen.String[Gen.Char["abcdeéèñüåçøőžάёйがぱ한"], 0, 20].Sample(text =>
        LoginName.Key(text.Normalize(NormalizationForm.FormC)).ShouldBe(LoginName.Key(text.Normalize(NormalizationForm.FormD))));
}
