using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Storage;

namespace Cairn.App.Tests.Accounts;

/// <summary>Whoever is signed in can sign out wherever they are, also where something is asked of them before they go on.</summary>
public sealed class SigningOutEverywhereTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Theory]
    [InlineData("/hat")]
    [InlineData("/prove?back=%2Flearners")]
    [InlineData("/account")]
    [InlineData("/account/second-factor")]
    [InlineData("/learners")]
    public async Task The_button_is_in_sight_and_works(string path)
    {
        await _cairn.Account("both", AccountsSite.Password, (ActorKind.Guardian, _cairn.Guardian), (ActorKind.Learner, _cairn.Learner));
        using var both = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(both, "both")).Header("Location").ShouldBe("/hat");
        if (path == "/learners") (await both.Send("/hat", $"person={_cairn.Guardian:N}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);

        var page = await both.Get(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("action=\"/sign-out\"");
        (await both.Post("/sign-out")).Status.ShouldBe(HttpStatusCode.Found);
        _cairn.Sessions().ShouldAllBe(one => one.EndedAt != null);
        (await both.Get(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
