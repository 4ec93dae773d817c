using System.Net;
using Cairn.App.Api.Cairn;
using Cairn.App.Tests.Abuse;

namespace Cairn.App.Tests.Api;

public sealed class ApiLimitsTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Trait("Abuse", "K13")]
    public async Task A_system_that_asks_without_end_is_told_to_wait_and_nobody_else_is()
    {
        var (client, token) = await _site.Token(null, 30);
        using var busy = _site.With(token);
        using var other = await _site.Another();
        for (var i = 0; i < ApiLimits.Quota; i++) (await busy.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        var told = (await new Refused(_site.Site, _site.District).ByPerson(client.Id, HttpStatusCode.TooManyRequests, "TooMany", () => busy.Get("frameworks"))).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many");
        told.Header("Retry-After").ShouldBe("1");
        told.Header("RateLimit").ShouldBe("\"caller\";r=0;t=60");
        told.Header("RateLimit-Policy").ShouldBe("\"caller\";q=600;w=60");
        (await other.Get("frameworks")).Header("RateLimit").ShouldBe("\"caller\";r=599;t=1");
        using var teacher = await _site.Site.As(_site.Teacher);
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        _site.Clock.Pass(TimeSpan.FromSeconds(1));
        (await busy.Get("frameworks")).Header("RateLimit").ShouldBe("\"caller\";r=9;t=60");
    }

    [Fact]
    [Trait("Abuse", "K13")]
    public async Task A_system_holds_few_places_at_once_and_people_have_the_others()
    {
        using var busy = await _site.Another();
        using var teacher = await _site.Site.As(_site.Teacher);
        await busy.Get("frameworks");
        using var gate = new ManualResetEventSlim();
        var held = _site.District.Writer.Alone(_ => gate.Wait(TimeSpan.FromSeconds(60)), null, TestContext.Current.CancellationToken);
        var posts = Enumerable.Range(0, ApiLimits.MostAtOnce + 1).Select(_ => busy.Post($"learners/{_site.Ada.Value}/evidence", _site.Piece(_site.Teacher))).ToList();
        var told = await await Task.WhenAny(posts);
        told.ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many");
        (await teacher.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        gate.Set();
        (await held).ShouldBeTrue();
        (await Task.WhenAll(posts)).Count(one => one.Status == HttpStatusCode.Created).ShouldBe(ApiLimits.MostAtOnce);
        (await busy.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK, "every place is given back");
    }
}
