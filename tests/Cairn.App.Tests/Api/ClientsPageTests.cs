using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

/// <summary>The page "Other systems".</summary>
public sealed partial class ClientsPageTests : IAsyncLifetime
{
    private const string Form = "application/x-www-form-urlencoded";

    private ApiSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ApiSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Trait("Abuse", "S6")]
    public async Task A_leader_lets_a_system_in_and_sees_its_token_this_once()
    {
        using var leader = await _site.Site.As(_site.Leader);
        var made = await leader.Send("/other-systems", $"name=Library&scope-roster.read=true&school={_site.SchoolA.Value:N}&days=30", Form);
        made.Status.ShouldBe(HttpStatusCode.OK);
        made.Header("Cache-Control").ShouldContain("no-store");
        var token = Token().Match(made.Body).Value;
        using var system = _site.With(token);
        (await system.Get("learners")).Json.GetProperty("learners").GetArrayLength().ShouldBe(2);
        (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Forbidden, "scope-needed");
        var later = await leader.Get("/other-systems");
        later.Whole.ShouldContain("Library");
        later.Whole.ShouldNotContain(token);
        using var db = _site.District.Open();
        var row = db.ApiClients.AsNoTracking().Single();
        (row.By, row.School, row.ExpiresAt).ShouldBe((_site.Leader.Person, _site.SchoolA, ApiSite.Today.AddDays(30)));
        _site.Told(JournalAct.Added)[^1].Occasion.Person.ShouldBe(_site.Leader.Person);
    }

    [Fact]
    [Trait("Abuse", "K3")]
    public async Task A_leader_shuts_a_system_out_at_once()
    {
        var (client, token) = await _site.Token(null, 30);
        using var system = _site.With(token);
        (await system.Get("frameworks")).Status.ShouldBe(HttpStatusCode.OK);
        using var leader = await _site.Site.As(_site.Leader);
        (await leader.Post($"/other-systems/{client.Id:N}/revoke")).Status.ShouldBe(HttpStatusCode.Found);
        (await system.Get("frameworks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "token-invalid");
        (await leader.Post($"/other-systems/{client.Id:N}/revoke")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.Get("/other-systems")).Whole.ShouldContain("Taken back");
    }

    [Theory]
    [InlineData("name=&scope-roster.read=true&school=district&days=30")]
    [InlineData("name=Library&school=district&days=30")]
    [InlineData("name=Library&scope-everything=true&school=district&days=30")]
    [InlineData("name=Library&scope-roster.read=true&school=district&days=366")]
    [InlineData("name=Library&scope-roster.read=true&school=district&days=")]
    [InlineData("name=Library&scope-roster.read=true&school=x&days=30")]
    [InlineData("name=Library&scope-roster.read=true&days=30")]
    public async Task What_cannot_be_is_said_and_nothing_is_made(string form)
    {
        using var leader = await _site.Site.As(_site.Leader);
        var page = await leader.Send("/other-systems", form, Form);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Body.ShouldContain("Notice--error");
        using var db = _site.District.Open();
        db.ApiClients.AsNoTracking().Count().ShouldBe(0);
    }

    [Fact]
    [Trait("Abuse", "S2")]
    public async Task To_everybody_else_nothing_is_there()
    {
        var (client, _) = await _site.Token(null, 30);
        foreach (var actor in (Cairn.Storage.Actor[])[_site.Teacher, _site.Self, _site.Guardian])
        {
            using var visitor = await _site.Site.As(actor);
            (await visitor.Get("/other-systems")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.Send("/other-systems", "name=x&scope-record.write=true&school=district&days=30", Form)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await visitor.Post($"/other-systems/{client.Id:N}/revoke")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        using var db = _site.District.Open();
        db.ApiClients.AsNoTracking().Single().EndedAt.ShouldBeNull();
    }

    [Fact]
    [Trait("Abuse", "L8")]
    public async Task A_name_is_shown_as_it_was_typed_and_is_no_markup()
    {
        using var leader = await _site.Site.As(_site.Leader);
        var page = await leader.Send("/other-systems", $"name={Uri.EscapeDataString("<script>alert(1)</script>")}&scope-roster.read=true&school=district&days=30", Form);
        page.Body.ShouldNotContain("<script>alert");
        page.Whole.ShouldContain("<script>alert(1)</script> may ask now");
    }

    [GeneratedRegex("cairn_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
