using System.IO.Compression;
using System.Text;
using Cairn.Interop.Files;

namespace Cairn.Interop.Tests.Files;

[Trait("Abuse", "L9")]
public sealed class FileContentTests
{
    [Theory]
    [InlineData("FFD8FFE000104A4649460001", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("474946383961010001", "image/gif")]
    [InlineData("474946383761010001", "image/gif")]
    [InlineData("52494646240000005745425056503820", "image/webp")]
    [InlineData("524946462400000057415645666D7420", "audio/wav")]
    [InlineData("5249464624000000415649204C495354", null)]
    [InlineData("255044462D312E370A", "application/pdf")]
    [InlineData("0000001C6674797068656963000000006D696631", "image/heic")]
    [InlineData("0000001C667479706D696631000000006D69663168656963", "image/heic")]
    [InlineData("0000001C6674797061766966000000006D696631", "image/avif")]
    [InlineData("000000206674797069736F6D0000020069736F6D69736F32", "video/mp4")]
    [InlineData("00000018667479706D70343200000000", "video/mp4")]
    [InlineData("0000001466747970717420200000000071742020", "video/quicktime")]
    [InlineData("00000020667479704D3441200000000069736F6D", "audio/mp4")]
    [InlineData("1A45DFA39F4286810142F7810142F2810442F381084282847765626D", "video/webm")]
    [InlineData("1A45DFA39F4286810142F7810142F2810442F3810842828A6D6174726F736B61", null)]
    [InlineData("4944330400000000", "audio/mpeg")]
    [InlineData("FFFB9064000000", "audio/mpeg")]
    [InlineData("FFFFFFFFFFFF", null)]
    [InlineData("4F676753000200", "audio/ogg")]
    [InlineData("4D5A900003000000", null)]
    [InlineData("7F454C460201", null)]
    [InlineData("CAFEBABE00000034", null)]
    [InlineData("504B0304", null)]
    [InlineData("D0CF11E0A1B11AE1", null)]
    [InlineData("00", null)]
    [InlineData("", null)]
    public void A_kind_is_told_by_its_first_bytes(string hex, string? type) => KindOf(Convert.FromHexString(hex), "picture.jpg").ShouldBe(type);

    [Theory]
    [InlineData("plain words", "a.txt", "text/plain")]
    [InlineData("a,b\r\n1,2\r\n", "a.csv", "text/csv")]
    [InlineData("a,b\r\n1,2\r\n", "a.html", "text/plain")]
    [InlineData("<!doctype html><script>alert(1)</script>", "a.html", "text/plain")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg", "text/plain")]
    [InlineData("Zoë 作文 👩‍🎨", "a.md", "text/plain")]
    [InlineData("with\0nul", "a.txt", null)]
    [InlineData("with\u001bescape", "a.txt", null)]
    public void Text_is_text_whatever_is_written_in_it(string text, string name, string? type) => KindOf(Encoding.UTF8.GetBytes(text), name).ShouldBe(type);

    [Fact]
    public void Text_is_looked_at_to_its_end_and_may_be_UTF_16_with_its_mark()
    {
        KindOf([.. Encoding.ASCII.GetBytes(new string('a', 100_000)), 0], "a.txt").ShouldBeNull();
        KindOf([.. Encoding.ASCII.GetBytes(new string('a', 100_000)), 0xE9], "a.txt").ShouldBeNull();
        KindOf([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("words")], "a.txt").ShouldBe("text/plain");
    }

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("other/thing.xml", null)]
    public void An_office_document_is_told_by_what_is_in_it_and_one_with_macros_is_not_taken(string part, string? type)
    {
        KindOf(Zip(("[Content_Types].xml", "<Types/>"), (part, "<x/>")), "a.docx").ShouldBe(type);
        KindOf(Zip(("[Content_Types].xml", "<Types/>"), (part, "<x/>"), (part.Split('/')[0] + "/vbaProject.bin", "x")), "a.docx").ShouldBeNull();
        KindOf(Zip((part, "<x/>")), "a.docx").ShouldBeNull();
    }

    [Fact]
    public void An_open_document_says_what_it_is_in_its_first_entry()
    {
        KindOf(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "a.odt").ShouldBe("application/vnd.oasis.opendocument.text");
        KindOf(Zip(("mimetype", "application/epub+zip"), ("content.xml", "<x/>")), "a.odt").ShouldBeNull();
        KindOf(Zip(("evil.exe", "MZ")), "a.zip").ShouldBeNull();
    }

    [Fact]
    public void The_place_in_the_file_is_as_it_was_and_every_kind_can_be_found_by_its_ending()
    {
        using var file = new MemoryStream([.. "xx"u8, 0xFF, 0xD8, 0xFF, 0xE0]);
        file.Position = 2;
        FileContent.KindOf(file, "a")!.Type.ShouldBe("image/jpeg");
        file.Position.ShouldBe(2);
        foreach (var kind in FileKind.All)
            foreach (var ending in kind.Extensions) FileKind.EndingIn(ending.ToUpperInvariant()).ShouldBe(kind);
        FileKind.All.SelectMany(one => one.Extensions).ShouldBeUnique();
    }

    private static string? KindOf(byte[] bytes, string name) => FileContent.KindOf(new MemoryStream(bytes), name)?.Type;

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

        return to.ToArray();
    }
}
