using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage;

namespace Cairn.App.Tests.Accounts;

/// <summary>A browser that others use too keeps no page of a record.</summary>
[Trait("Abuse", "L16")]
public sealed class OthersDeviceTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    private string[] Pages => ["/learners", $"/learners/{_cairn.Learner:N}", $"/learners/{_cairn.Learner:N}/work", $"/learners/{_cairn.Learner:N}/rights"];

    public async ValueTask InitializeAsync()
    {
        _cairn = await AccountsSite.Start();
        await _cairn.Family();
    }

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Whoever_said_that_others_use_the_device_leaves_no_page_in_its_browser()
    {
        using var rosa = await Rosa(isShared: true);
        foreach (var path in Pages)
        {
            var page = await rosa.Get(path);
            (page.Status, page.Header("Cache-Control")).ShouldBe((HttpStatusCode.OK, "no-store"), path);
            // Not even where somebody has the tag of a copy.
            (await rosa.Get(path, ("If-None-Match", page.Header("ETag")))).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await rosa.Get("/assets/css/kit.css")).Header("Cache-Control").ShouldNotContain("no-store", customMessage: "what belongs to nobody is kept by all");
    }

    [Fact]
    public async Task On_a_device_of_ones_own_a_page_is_kept_and_asked_about_each_time()
    {
        using var rosa = await Rosa(isShared: false);
        foreach (var path in Pages) (await rosa.Get(path)).Header("Cache-Control").Split(", ").ShouldBe(["private", "no-cache"], ignoreOrder: true, path);
        var home = await rosa.Get(Pages[1]);
        (await rosa.Get(Pages[1], ("If-None-Match", home.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task It_stays_shared_under_the_token_that_a_proof_gives()
    {
        using var rosa = await Rosa(isShared: true);
        var before = rosa.Cookie;
        (await rosa.Send("/prove", $"password={Uri.EscapeDataString(AccountsSite.Password)}", AccountsSite.Form)).Status.ShouldBe(HttpStatusCode.Found);
        rosa.Cookie.ShouldNotBe(before);
        (await rosa.Get(Pages[1])).Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Staff_say_it_at_the_first_step_and_it_holds_after_the_second()
    {
        var key = await _cairn.Staff("okafor", ActorKind.Teacher, _cairn.Teacher);
        using var teacher = _cairn.Site.Visitor();
        await AccountsSite.SignIn(teacher, "okafor", also: "&shared=true");
        (await _cairn.Code(teacher, key)).Status.ShouldBe(HttpStatusCode.Found);
        (await teacher.Get("/learners")).Header("Cache-Control").ShouldBe("no-store");
        var row = _cairn.Sessions().Single();
        (row.ExpiresAt - row.BeganAt).ShouldBe(SessionLengths.Shared);
    }

    private async Task<Visitor> Rosa(bool isShared)
    {
        var rosa = _cairn.Site.Visitor();
        (await AccountsSite.SignIn(rosa, "rosa", also: isShared ? "&shared=true" : "")).Status.ShouldBe(HttpStatusCode.Found);
        return rosa;
    }
}
