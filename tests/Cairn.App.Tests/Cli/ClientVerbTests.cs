using Cairn.App.Access;
using Cairn.App.Cli;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Cli;

/// <summary>Other systems, at the command line.</summary>
public sealed class ClientVerbTests : IDisposable
{
    private readonly Installation _cairn = new();

    public void Dispose() => _cairn.Dispose();

    [Fact]
    public void A_token_is_said_once_and_found_from_then_on()
    {
        var made = _cairn.Run("client", "add", "Library", "--scope", "roster.read", "--scope", "frameworks.read", "--days", "30");
        made.Exit.ShouldBe(CommandLine.Done, made.Err);
        var token = made.Lines.ShouldHaveSingleItem();
        token.ShouldStartWith(ClientTokens.Mark);
        made.Err.ShouldContain("Library");
        using (var db = _cairn.Open().Open())
        {
            var client = ClientTokens.Find(db, token)!;
            (client.Name, client.Scopes, client.School, client.By).ShouldBe(("Library", "roster.read frameworks.read", null, Guid.Empty));
            (client.ExpiresAt - client.CreatedAt).ShouldBe(TimeSpan.FromDays(30));
            db.Occasions.AsNoTracking().ToList()[^1].Where.ShouldBe("client add");
        }

        var list = _cairn.Run("client", "list");
        list.Out.ShouldContain("Library");
        list.Out.ShouldNotContain(token);
        _cairn.Run("client", "list", "--json").Out.ShouldNotContain(token);
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public void A_token_that_is_taken_back_is_found_no_more()
    {
        var made = _cairn.Run("client", "add", "Library", "--scope", "roster.read", "--json").Json;
        var (id, token) = (made.GetProperty("id").GetGuid(), made.GetProperty("token").GetString()!);
        _cairn.Run("client", "revoke", $"{id:N}").Exit.ShouldBe(CommandLine.Done);
        using var db = _cairn.Open().Open();
        ClientTokens.IsWorking(ClientTokens.Find(db, token).ShouldNotBeNull(), DateTime.UtcNow).ShouldBeFalse();
        _cairn.Run("client", "list", "--json").Json.GetProperty("clients")[0].GetProperty("works").GetBoolean().ShouldBeFalse();
        _cairn.Run("client", "revoke", $"{id:N}").ShouldBeRefused($"{id:N}");
        _cairn.Run("client", "revoke", "nonsense").ShouldBeRefused("nonsense");
    }

    [Fact]
    public async Task A_system_is_held_to_a_school_that_there_is()
    {
        _cairn.Run("client", "list").Out.ShouldNotBeNullOrWhiteSpace();
        var school = new OrganizationId(Guid.CreateVersion7());
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn => turn.Db.Add(new Organization(school, OrganizationKind.School, "Fern School", "UTC")).Entity.Id, Acting.Operator, TestContext.Current.CancellationToken);
        _cairn.Run("client", "add", "Library", "--scope", "roster.read", "--school", "fern school", "--json").Json.GetProperty("school").GetGuid().ShouldBe(school.Value);
        _cairn.Run("client", "add", "Library", "--scope", "roster.read", "--school", "Moss").ShouldBeRefused("Moss", "Fern School");
        _cairn.Run("client", "add", "Library", "--scope", "journal.read", "--school", "Fern School").Exit.ShouldBe(CommandLine.WrongUsage);
    }

    [Theory]
    [InlineData("client add Library")]
    [InlineData("client add Library --scope everything")]
    [InlineData("client add Library --scope roster.read --days 366")]
    [InlineData("client add Library --scope roster.read --days 0")]
    [InlineData("client add Library --scope roster.read --days -1")]
    public void A_token_for_too_much_or_too_long_is_not_made(string words)
    {
        _cairn.Run(words.Split(' ')).Exit.ShouldBe(CommandLine.WrongUsage);
        _cairn.Run("client", "list", "--json").Json.GetProperty("clients").GetArrayLength().ShouldBe(0);
    }
}
