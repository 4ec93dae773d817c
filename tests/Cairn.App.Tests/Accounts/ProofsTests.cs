using System.Text;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;

namespace Cairn.App.Tests.Accounts;

/// <summary>Passwords, codes and ways back, without a site.</summary>
public sealed class ProofsTests
{
    private static readonly byte[] Rfc = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) => Totp.Code(Rfc, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void A_clock_may_be_one_step_off_and_no_code_works_twice()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = Totp.StepAt(now);
        for (var off = -3; off <= 3; off++) Totp.Find(Rfc, Totp.Code(Rfc, step + off), now, 0).ShouldBe(Math.Abs(off) <= 1 ? step + off : null, $"{off}");
        Totp.Find(Rfc, $" {Totp.Code(Rfc, step)[..3]} {Totp.Code(Rfc, step)[3..]}", now, 0).ShouldBe(step);
        Totp.Find(Rfc, Totp.Code(Rfc, step), now, step).ShouldBeNull();
        Totp.Find(Rfc, Totp.Code(Rfc, step - 1), now, step).ShouldBeNull("nor any before the last");
        Totp.Find(Rfc, "", now, 0).ShouldBeNull();
    }

    [Fact]
    public void A_password_is_known_by_its_hash_alone_and_by_either_way()
    {
        var kept = PasswordHash.Of("okapi");
        kept.ShouldStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        PasswordHash.Check("okapi", kept).ShouldBe((true, false));
        PasswordHash.Check("Okapi", kept).ShouldBe((false, false));
        PasswordHash.Of("okapi").ShouldNotBe(kept, "each has a salt of its own");
        PasswordHash.Check("okapi", PasswordHash.ByPbkdf2("okapi", 1000)).ShouldBe((true, true));
        foreach (var none in (string[])["", "okapi", "$argon2id$v=19$m=19456,t=2,p=1$", "$argon2id$v=19$m=999999999,t=2,p=1$AAAA$AAAA", "$argon2id$v=19$m=19456,t=2,p=1$*$*", PasswordHash.Decoy])
            PasswordHash.Check("okapi", none).ShouldBe((false, false), none);
    }

    /// <summary>One of the tests of Argon2's reference implementation: "password", "somesalt", 64 MiB, 2 passes.</summary>
    [Fact]
    public void Argon2id_is_that_of_others() =>
        PasswordHash.Check("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc").ShouldBe((true, true));

    [Theory]
    [InlineData("harbour lantern okapi 41", 15, nameof(PasswordFault.None))]
    [InlineData("correct horse battery staple", 15, nameof(PasswordFault.None))]
    [InlineData("zitronenfalter am teich", 15, nameof(PasswordFault.None))]
    [InlineData("el gato de mi abuela se llama Tizne", 15, nameof(PasswordFault.None))]
    [InlineData("私は毎朝早く起きてお茶を飲みます", 15, nameof(PasswordFault.None))]
    [InlineData("kT9#vQ2m", 8, nameof(PasswordFault.None))]
    [InlineData("kT9#vQ2m", 15, nameof(PasswordFault.TooShort))]
    [InlineData("short", 8, nameof(PasswordFault.TooShort))]
    [InlineData("passwordpassword", 15, nameof(PasswordFault.Guessable))]
    [InlineData("P@ssw0rd1234567", 15, nameof(PasswordFault.Guessable))]
    [InlineData("Welcome2School2026!", 15, nameof(PasswordFault.Guessable))]
    [InlineData("qwertyuiopasdfg", 15, nameof(PasswordFault.Guessable))]
    [InlineData("123456789012345", 15, nameof(PasswordFault.Guessable))]
    [InlineData("abcdefghijklmnop", 15, nameof(PasswordFault.Guessable))]
    [InlineData("aaaaaaaaaaaaaaaa", 15, nameof(PasswordFault.Guessable))]
    [InlineData("xyzxyzxyzxyzxyzxyz", 15, nameof(PasswordFault.Guessable))]
    [InlineData("ilovemydogrufus", 15, nameof(PasswordFault.None))]
    [InlineData("Rosa Diaz 2026!!", 15, nameof(PasswordFault.Guessable))]
    [InlineData("fernhollowfernhollow", 15, nameof(PasswordFault.Guessable))]
    [InlineData("contraseña2026abril", 15, nameof(PasswordFault.Guessable))]
    [InlineData("1qaz2wsx3edc4rfv", 15, nameof(PasswordFault.Guessable))]
    [InlineData("harbour lantern\u0000okapi", 15, nameof(PasswordFault.Unreadable))]
    public void What_is_tried_first_is_no_password_and_what_it_is_made_of_does_not_matter(string password, int least, string fault) =>
        PasswordRules.Fault(password, least, "Rosa Diaz", "rosa.diaz@example.org", "Fern Hollow Area School District").ToString().ShouldBe(fault);

    [Fact]
    public void Long_ones_are_taken_up_to_a_bound_and_forms_of_one_letter_are_one()
    {
        var long256 = string.Concat(Enumerable.Range(0, 64).Select(i => $"{(char)('a' + (i % 26))}{i:000}"));
        (PasswordRules.Fault(long256, 15), PasswordRules.Fault(long256 + "x", 15), PasswordRules.Fault(new string('x', 100_000), 15)).ShouldBe((PasswordFault.None, PasswordFault.TooLong, PasswordFault.TooLong));
        PasswordRules.Normal("caf\u00e9").ShouldBe(PasswordRules.Normal("cafe\u0301"));
        PasswordRules.Normal("\uff4f\uff4b").ShouldBe("ok");
        PasswordRules.Normal("half \ud800 pair").Length.ShouldBe(11);
    }

    [Fact]
    public void The_list_of_what_is_tried_first_holds_thousands() => UsualWords.Count.ShouldBeGreaterThan(2500);

    /// <summary>ASVS 6.2.4: the 3,000 most used of those that were published and are long enough.</summary>
    [Fact]
    public void The_published_ones_are_refused_and_ordinary_ones_are_not()
    {
        using var list = new StreamReader(typeof(Zxcvbn.Zxcvbn).Assembly.GetManifestResourceStream("zxcvbn-core.Dictionaries.passwords.lst")!);
        var published = list.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => one.Length >= PasswordRules.LeastWithSecond).Take(3000).ToList();

        published.Count.ShouldBe(3000);
        published.Where(one => PasswordRules.Fault(one, PasswordRules.LeastWithSecond) != PasswordFault.Guessable).ShouldBeEmpty();
        string[] own = ["vK9#tr2-mQ", "seven otters paint barns", "Mein Fahrrad quietscht laut", "la mesa azul cojea hoy", "t4nGo-Ribbon-sky"];
        own.Where(one => PasswordRules.Fault(one, PasswordRules.LeastWithSecond) != PasswordFault.None).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/learners", true)]
    [InlineData("/grid?group=abc&x=1", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("/%2fevil.example", false)]
    [InlineData("/%5cevil.example", false)]
    [InlineData("https://evil.example/learners", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("learners", false)]
    [InlineData("/a\r\nSet-Cookie: x=1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [Trait("Abuse", "A11")]
    public void The_way_back_stays_on_this_site(string? path, bool isOwn) => (OwnPath.Of(path) == path && path is not null).ShouldBe(isOwn);

    [Fact]
    public void What_is_typed_from_paper_is_read_whatever_was_taken_for_what()
    {
        var (codes, kept) = RecoveryCodes.Make();
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
        // Seven groups of four, five bits a letter: 140 bits, which need no slow hash.
        codes.ShouldAllBe(one => one.Length == 34 && one.Split('-').Length == 7);
        var typed = codes[0].Replace('0', 'O').Replace('1', 'l').Replace('-', ' ').ToUpperInvariant();
        var left = RecoveryCodes.Without(kept, typed).ShouldNotBeNull();
        (RecoveryCodes.Left(left), RecoveryCodes.Without(left, codes[0]), kept.Contains(codes[0], StringComparison.Ordinal)).ShouldBe((9, null, false));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36", "Chrome, Chromebook")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0", "Edge, Windows")]
    [InlineData("curl/8.0", "")]
    [InlineData(null, "")]
    public void A_device_is_named_by_what_its_browser_says(string? userAgent, string name) => DeviceName.Of(userAgent).ShouldBe(name);
}
