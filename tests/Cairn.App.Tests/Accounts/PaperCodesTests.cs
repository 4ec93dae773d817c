using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Tests.Web;
using Cairn.Storage;

namespace Cairn.App.Tests.Accounts;

/// <summary>Codes that a family types are short, and are kept so that a copy of the database does not give them away.</summary>
public sealed class PaperCodesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _other = new();

    [Fact]
    public void A_code_is_twelve_letters_in_three_groups_and_no_two_are_alike()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => PaperCodes.New()).ToList();

        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        codes.ShouldAllBe(one => one.Length == 14 && one.Split('-').Length == 3 && !one.Any(letter => "ilou".Contains(letter)));
        string.Concat(codes).Where(char.IsAsciiLetterOrDigit).Distinct().Count().ShouldBe(32, "every letter carries five bits");
    }

    [Fact]
    public void It_is_kept_by_the_slow_hash_and_its_salt_is_made_of_the_key_of_the_folder()
    {
        var (code, secrets) = (PaperCodes.New(), _folder.Data.Secrets);
        var kept = PaperCodes.Hash(code, secrets, "test");

        kept.ShouldNotBe(Sessions.HashBytes(Base32.Read(code)));
        kept.ShouldBe(PasswordHash.OfCode(Base32.Read(code), secrets.Derive("paper code/test", 16)));
        PaperCodes.Hash(code.ToUpperInvariant().Replace('-', ' '), new DataFolder(_folder.Data.Path).Secrets, "test").ShouldBe(kept, "it is found by what was typed, on every node");
        PaperCodes.Hash(code, secrets, "north").ShouldNotBe(kept);
        PaperCodes.Hash(code, _other.Data.Secrets, "test").ShouldNotBe(kept);
        PaperCodes.Hash(new string('a', 100_000), secrets, "test").ShouldBe(PaperCodes.Hash("", secrets, "test"), "nobody makes us hash a book");
    }

    [Fact]
    public void What_is_made_of_the_key_is_another_thing_under_another_name_and_is_not_the_key()
    {
        var secrets = _folder.Data.Secrets;

        secrets.Derive("a", 16).ShouldBe(secrets.Derive("a", 16));
        secrets.Derive("a", 16).ShouldNotBe(secrets.Derive("b", 16));
        secrets.Derive("a", 32).ShouldNotBe(Convert.FromBase64String(File.ReadAllText(Path.Combine(_folder.Data.Path, "directory.key")).Trim()));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }
}
