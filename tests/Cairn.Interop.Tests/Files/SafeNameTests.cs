using System.Text;
using Cairn.Interop.Files;
using CsCheck;

namespace Cairn.Interop.Tests.Files;

[Trait("Abuse", "L9")]
public sealed class SafeNameTests
{
    private static readonly FileKind Jpeg = FileKind.EndingIn("jpg")!;
    private static readonly FileKind Pdf = FileKind.EndingIn("pdf")!;

    [Theory]
    [InlineData("essay.pdf", "essay.pdf")]
    [InlineData("My essay (2nd draft).PDF", "My essay (2nd draft).PDF")]
    [InlineData("Öl auf Leinwand – Übung.pdf", "Öl auf Leinwand – Übung.pdf")]
    [InlineData("作文.pdf", "作文.pdf")]
    [InlineData("=cmd|'!A0.pdf", "_=cmd_'!A0.pdf")]
    [InlineData("+1.pdf", "_+1.pdf")]
    [InlineData("-rf.pdf", "_-rf.pdf")]
    [InlineData("@x.pdf", "_@x.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..\\..\\windows\\system.ini", "system.ini.pdf")]
    [InlineData("C:\\fakepath\\essay.pdf", "essay.pdf")]
    [InlineData("../x", "x.pdf")]
    [InlineData("..", "file.pdf")]
    [InlineData("/", "file.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData("   ", "file.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData(".pdf", "pdf.pdf")]
    [InlineData("essay\u202Efdp.exe", "essayfdp.exe.pdf")]
    [InlineData("es\0say.pdf", "essay.pdf")]
    [InlineData("essay.pdf\0.exe", "essay.pdf.exe.pdf")]
    [InlineData("es\r\nsay.pdf", "essay.pdf")]
    [InlineData("es\u200Bsay\uFEFF.pdf", "essay.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("Aux.txt.pdf", "_Aux.txt.pdf")]
    [InlineData("LPT1.pdf", "_LPT1.pdf")]
    [InlineData("COM¹.pdf", "_COM¹.pdf")]
    [InlineData("nul .pdf", "_nul.pdf")]
    [InlineData("essay.html", "essay.html.pdf")]
    [InlineData("essay.pdf.", "essay.pdf")]
    [InlineData("essay.pdf. . ", "essay.pdf")]
    [InlineData("a<b>c:d\"e|f?g*h.pdf", "a_b_c_d_e_f_g_h.pdf")]
    [InlineData("essay.pdf:stream", "essay.pdf_stream.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "_img src=x onerror=alert(1)_.pdf")]
    public void A_name_is_made_safe(string name, string safe) => SafeName.Of(name, Pdf).ShouldBe(safe);

    [Fact]
    public void An_accent_is_stored_in_one_way() => SafeName.Of("Zoe\u0308.pdf", Pdf).ShouldBe("Zoë.pdf");

    [Fact]
    public void A_name_is_cut_and_its_ending_is_not()
    {
        SafeName.Of(new string('a', 300) + ".jpeg", Jpeg).ShouldBe(new string('a', SafeName.Longest - 5) + ".jpeg");
        Encoding.UTF8.GetByteCount(SafeName.Of(string.Concat(Enumerable.Repeat("文", 300)), Jpeg)).ShouldBeLessThanOrEqualTo(200);
        // A sign that is made of several is not torn apart.
        SafeName.Of(string.Concat(Enumerable.Repeat("👩‍🎨", 100)), Jpeg).ShouldNotContain("\uFFFD");
    }

    [Fact]
    public void Whatever_the_name_was_it_is_safe_and_stays_as_it_is() => Gen.String.Sample(name =>
    {
        var safe = SafeName.Of(name, Jpeg);
        SafeName.Of(safe, Jpeg).ShouldBe(safe);
        safe.Length.ShouldBeInRange(5, SafeName.Longest);
        Path.GetFileName(safe).ShouldBe(safe);
        safe.ShouldNotContain(one => char.IsControl(one) || "<>:\"/\\|?*".Contains(one));
        Jpeg.Extensions.ShouldContain(safe[(safe.LastIndexOf('.') + 1)..].ToLowerInvariant());
    }, iter: 2000);
}
