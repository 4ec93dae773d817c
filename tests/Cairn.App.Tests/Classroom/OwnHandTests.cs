using System.Net;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Classroom;

/// <summary>A learner's own hand: they raise and lower it, and nobody else of their family or class does.</summary>
public sealed class OwnHandTests : IAsyncLifetime
{
    private BoardSite _board = null!;
    private Visitor _teacher = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await BoardSite.Make();
        _teacher = _board.As("teacher");
    }

    [Fact]
    public async Task A_learner_raises_and_lowers_their_own_hand_and_nobody_elses()
    {
        var path = $"/learners/{BoardSite.N(_board.Kid)}/hand";
        using var kid = _board.As("kid");
        (await kid.Get($"/learners/{BoardSite.N(_board.Kid)}")).Whole.ShouldContain("Would you like a hand?");
        (await BoardSite.Post(kid, path, ("do", "raise"), ("words", "<b>the saw</b>" + new string('x', 400)))).Status.ShouldBe(HttpStatusCode.Found);
        _board.Read(db => db.Hands.Single()).Words.Length.ShouldBe(200, "what is too long is cut, and somebody comes all the same");
        (await _teacher.Get(BoardSite.Path)).Body.ShouldContain("&lt;b&gt;the saw&lt;/b&gt;");
        (await kid.Get($"/learners/{BoardSite.N(_board.Kid)}")).Whole.ShouldContain("Your hand is up");

        using var other = _board.As("ada");
        (await BoardSite.Post(other, path, ("do", "lower"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var mother = _board.As("mother");
        (await BoardSite.Post(mother, path, ("do", "lower"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        await BoardSite.Post(kid, path, ("do", "lower"));
        _board.Read(db => db.Hands.Single()).LoweredAt.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        _teacher.Dispose();
        await _board.DisposeAsync();
    }
}
