using System.Text;
using Cairn.Interop.Crypto;

namespace Cairn.Interop.Tests.Crypto;

public sealed class SignedNoteTests
{
    // The example of Go's note package, golang.org/x/mod/sumdb/note, which the format comes from.
    private const string Secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string Public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    [Fact]
    public void A_key_is_read_written_and_made_public_as_others_do_it()
    {
        var signer = NoteSigner.Read(Secret)!;

        signer.Text.ShouldBe(Secret);
        signer.Key.Text.ShouldBe(Public);
        NoteKey.Read(Public).ShouldBe(signer.Key);
        signer.Key.Id.ShouldBe("PeterNeumann+c74f20a3");
    }

    [Fact]
    public void A_note_is_signed_to_the_byte_as_others_sign_it()
    {
        var note = SignedNote.Sign(Text, NoteSigner.Read(Secret)!);

        note.ToString().ShouldBe(Text + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        SignedNote.Read(note.ToString())!.IsSignedBy(NoteKey.Read(Public)!).ShouldBeTrue();
    }

    [Fact]
    public void No_other_text_signature_or_key_passes()
    {
        var (signer, key) = (NoteSigner.Read(Secret)!, NoteKey.Read(Public)!);
        var note = SignedNote.Sign(Text, signer);

        (note with { Text = Text.Replace("think", "thank", StringComparison.Ordinal) }).IsSignedBy(key).ShouldBeFalse();
        note.IsSignedBy(NoteSigner.New("PeterNeumann").Key).ShouldBeFalse();
        note.IsSignedBy(key with { Name = "Somebody" }).ShouldBeFalse();
        for (var bit = 0; bit < 64 * 8; bit += 37)
        {
            var bytes = note.Signatures[0].Bytes.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            (note with { Signatures = [note.Signatures[0] with { Bytes = bytes }] }).IsSignedBy(key).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no empty line\n")]
    [InlineData("text\n\nno dash\n")]
    [InlineData("text\n\n\u2014 name\n")]
    [InlineData("text\n\n\u2014 na+me AAAAAAAA\n")]
    [InlineData("text\n\n\u2014 name AAAAAA==\n")]
    [InlineData("text\n\n\u2014 name not-base-64\n")]
    [InlineData("text\n\n\u2014 name AAAAAAAA")]
    [InlineData("te\u0001xt\n\n\u2014 name AAAAAAAA\n")]
    public void What_is_no_note_is_not_read(string note) => SignedNote.Read(note).ShouldBeNull();

    [Theory]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AAAA")]
    [InlineData("PeterNeumann")]
    [InlineData("")]
    public void What_is_no_key_is_not_read(string key)
    {
        NoteKey.Read(key).ShouldBeNull();
        NoteSigner.Read("PRIVATE+KEY+" + key).ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_signed_is_read_again_and_holds()
    {
        var signer = NoteSigner.New("cairn/somewhere/0123456789abcdef");
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char['a', 'z'], 1, 40].List[1, 5], lines =>
        {
            var text = string.Concat(lines.Select(line => line + "\n"));
            var note = SignedNote.Read(SignedNote.Sign(text, signer).ToString())!;
            return note.Text == text && note.IsSignedBy(signer.Key) && signer.Key.Signed(Encoding.UTF8.GetBytes(text), note.Signatures[0].Bytes);
        });
    }

    [Fact]
    public void Two_keys_are_never_the_same() => NoteSigner.New("one").Text.ShouldNotBe(NoteSigner.New("one").Text);

    [Theory]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("")]
    public void A_key_has_a_name_that_a_line_can_hold(string name) => Should.Throw<ArgumentException>(() => NoteSigner.New(name));
}
