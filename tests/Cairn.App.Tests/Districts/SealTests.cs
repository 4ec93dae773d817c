using System.Security.Cryptography;
using Cairn.Storage;
using Cairn.Storage.Districts;

namespace Cairn.App.Tests.Districts;

public sealed class SealTests : IDisposable
{
    private const string Text = "Host=db.example.org;Username=cairn;Password=open-sesame";
    private readonly TempFolder _temp = new();

    [Fact]
    public void What_is_sealed_opens_under_its_name_and_cannot_be_read_before()
    {
        var closed = Seal.Of(_temp.Path, null).Close(Text, "north");

        closed.ShouldNotContain("sesame");
        System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(closed)).ShouldNotContain("sesame");
        Seal.Of(_temp.Path, null).Open(closed, "north").ShouldBe(Text);
    }

    [Fact]
    public void The_same_text_is_sealed_otherwise_each_time()
    {
        var seal = Seal.Of(_temp.Path, null);

        Enumerable.Range(0, 100).Select(_ => seal.Close(Text, "north")).Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
    }

    [Fact]
    public void Under_another_name_it_does_not_open()
    {
        var seal = Seal.Of(_temp.Path, null);

        Refused(() => seal.Open(seal.Close(Text, "north"), "south"), "south");
    }

    [Fact]
    public void A_text_that_was_touched_anywhere_does_not_open()
    {
        var seal = Seal.Of(_temp.Path, null);
        var closed = Convert.FromBase64String(seal.Close(Text, "north"));
        for (var at = 0; at < closed.Length; at++)
        {
            var touched = closed.ToArray();
            touched[at] ^= 1;
            Refused(() => seal.Open(Convert.ToBase64String(touched), "north"), "north");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("this is no Base64")]
    public void What_was_never_sealed_does_not_open(string text) => Refused(() => Seal.Of(_temp.Path, null).Open(text, "north"), "north");

    [Fact]
    public void With_another_key_it_does_not_open_and_the_way_out_is_named()
    {
        var closed = Seal.Of(_temp.Path, null).Close(Text, "north");

        Refused(() => Seal.Of(_temp.Path, Key()).Open(closed, "north"), Seal.KeyFile, "CAIRN_KEY");
    }

    [Fact]
    public void A_key_that_is_given_comes_before_the_file_and_makes_none()
    {
        var key = Key();
        var closed = Seal.Of(_temp.Path, $"  {key}\n").Close(Text, "north");

        File.Exists(_temp.Of(Seal.KeyFile)).ShouldBeFalse();
        Seal.Of(_temp.Path, key).Open(closed, "north").ShouldBe(Text);
    }

    [Theory]
    [InlineData("open sesame")]
    [InlineData("AAAA")]
    public void A_key_that_is_none_is_refused_without_being_shown(string key)
    {
        var wrong = Should.Throw<RefusedException>(() => Seal.Of(_temp.Path, key));
        wrong.Message.ShouldContain("CAIRN_KEY");
        wrong.Message.ShouldNotContain(key);

        File.WriteAllText(_temp.Of(Seal.KeyFile), key);
        Refused(() => Seal.Of(_temp.Path, null), Seal.KeyFile);
    }

    [Fact]
    public void The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        Seal.Of(_temp.Path, null);
        var made = File.ReadAllText(_temp.Of(Seal.KeyFile));
        Seal.Of(_temp.Path, null);

        File.ReadAllText(_temp.Of(Seal.KeyFile)).ShouldBe(made);
        Convert.FromBase64String(made).Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_temp.Of(Seal.KeyFile)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static void Refused(Action act, params string[] words)
    {
        var wrong = Should.Throw<RefusedException>(act);
        foreach (var word in words) wrong.Message.ShouldContain(word);
        wrong.Message.ShouldNotContain("sesame");
    }

    public void Dispose() => _temp.Dispose();
}
