using Cairn.App.Access.Providers;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>Other systems to sign in with, at the command line.</summary>
public sealed class ProviderVerbTests : IDisposable
{
    private const string Secret = "typed-canary-secret";

    private readonly Installation _cairn = new();

    public ProviderVerbTests() => Cairn.Storage.District.Create(_cairn.Folder, "default", "Default district", "UTC");

    public void Dispose() => _cairn.Dispose();

    [Fact]
    [Trait("Abuse", "S6")]
    public void A_system_is_added_with_a_secret_from_input_that_is_never_said_again()
    {
        var made = Installation.Run(Secret + "\n", ["provider", "add", "Clever", "--preset", "clever", "--client", "fern", "--tenant", "d-1", "--source", "north", "--secret-file", "-", "--data", _cairn.Data]);
        made.Exit.ShouldBe(CommandLine.Done, made.Err);
        var id = Guid.Parse(made.Lines.ShouldHaveSingleItem());
        made.Err.ShouldContain($"/sign-in/with/{id:N}/back");
        using (var db = _cairn.Open().Open())
        {
            var row = db.SignInProviders.AsNoTracking().Single();
            (row.Id, row.Issuer, row.MatchClaim, row.MatchSource, row.Tenant).ShouldBe((id, "https://clever.com", "sub", "north", "d-1"));
            ProviderSecret.Open(_cairn.Folder, "default", row).ShouldBe(Secret);
            db.Occasions.AsNoTracking().ToList()[^1].Where.ShouldBe("provider add");
        }

        foreach (var list in (string[][])[["provider", "list"], ["provider", "list", "--json"]])
        {
            var said = _cairn.Run(list);
            said.Out.ShouldContain("Clever");
            said.Out.ShouldNotContain(Secret);
        }

        _cairn.Run("provider", "list", "--json").Json.GetProperty("providers")[0].GetProperty("hasSecret").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void It_is_stopped_and_offered_again_by_its_id()
    {
        var id = _cairn.Run("provider", "add", "School", "--issuer", "https://id.example.org", "--client", "fern", "--json").Json.GetProperty("id").GetGuid();
        _cairn.Run("provider", "stop", $"{id:N}").Out.ShouldContain("Nobody was signed in by it.");
        _cairn.Run("provider", "list", "--json").Json.GetProperty("providers")[0].GetProperty("offered").GetBoolean().ShouldBeFalse();
        _cairn.Run("provider", "offer", $"{id:N}", "--json").Json.GetProperty("offered").GetBoolean().ShouldBeTrue();
        _cairn.Run("provider", "stop", "nonsense").ShouldBeRefused("nonsense");
        _cairn.Run("provider", "stop", $"{Guid.NewGuid():N}").ShouldBeRefused("No system");
    }

    [Theory]
    [InlineData("https address", "--issuer", "http://id.example.org")]
    [InlineData("https address", "--issuer", "https://id.example.org/?x")]
    [InlineData("An address is no key", "--issuer", "https://id.example.org", "--claim", "email")]
    [InlineData("many schools", "--preset", "google")]
    [InlineData("google, entra", "--preset", "nobody")]
    [InlineData("1 to 2,000", "--issuer", "https://id.example.org", "--secret-file", "-")]
    public void What_cannot_be_is_wrong_usage_and_adds_nothing(string says, params string[] more)
    {
        _cairn.Run("provider", "list").Out.ShouldContain("no other system");
        var ran = _cairn.Run(["provider", "add", "School", "--client", "fern", .. more]);
        ran.Exit.ShouldBe(CommandLine.WrongUsage);
        ran.Err.ShouldContain(says);
        _cairn.Count("sign_in_providers").ShouldBe(0);
    }
}
