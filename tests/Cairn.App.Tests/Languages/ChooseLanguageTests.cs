using System.Net;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Languages;

public sealed class ChooseLanguageTests(DemoSite demo)
{
    [Fact]
    public async Task Who_chooses_a_language_is_back_where_they_were_and_keeps_it()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        (await teacher.Get("/learners?q=a")).Body.ShouldContain("name=\"back\" value=\"/learners\"");
        (await teacher.Get("/nothing")).Body.ShouldContain("name=\"back\" value=\"/\"");
        var chosen = await Choose(teacher, "es", "/learners?q=a");
        (chosen.Status, chosen.Header("Location"), chosen.Header("Cache-Control")).ShouldBe((HttpStatusCode.Found, "/learners?q=a", "no-store"));
        chosen.Header("Set-Cookie").ShouldContain("samesite=lax", Case.Insensitive);
        chosen.Header("Set-Cookie").ShouldContain("httponly", Case.Insensitive);
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), "/framework", "/nothing"])
            (await teacher.Get(path, ("Accept-Language", "en"))).Body.ShouldContain("<html lang=\"es\" dir=\"ltr\">", customMessage: path);
        await Choose(teacher, "en", "/");
        (await teacher.Get("/learners", ("Accept-Language", "es"))).Body.ShouldContain("<html lang=\"en\" dir=\"ltr\">");
    }

    [Fact]
    public async Task What_answered_a_form_and_cannot_be_opened_again_leads_to_no_other_language()
    {
        using var leader = await demo.Site.As(demo.Leader);
        var invited = await leader.Send("/accounts/invite", "username=nobody", "application/x-www-form-urlencoded");
        (invited.Status, invited.Body.Contains("action=\"/language\"", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, false));
        using var visitor = demo.Site.Visitor();
        // A page that can be opened again keeps the way, and comes back to itself.
        var claimed = await visitor.Send("/claim", "code=x&learner=y&name=z&login=abc&password=none", "application/x-www-form-urlencoded");
        claimed.Status.ShouldBe(HttpStatusCode.BadRequest);
        claimed.Body.ShouldContain("name=\"back\" value=\"/claim\"");
    }

    [Fact]
    public async Task Who_is_not_signed_in_may_choose_too()
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get("/")).Body.ShouldContain("lang=\"es\" dir=\"ltr\">Español</button>");
        await Choose(visitor, "es", "/");
        var page = (await visitor.Get("/")).Body;
        page.ShouldContain("Le damos la bienvenida a Cairn");
        page.ShouldContain(">English</button>");
        page.ShouldNotContain(">Español</button>");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("learners")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        using var visitor = demo.Site.Visitor();
        var chosen = await Choose(visitor, "es", back);
        (chosen.Status, chosen.Header("Location")).ShouldBe((HttpStatusCode.Found, "/"));
        chosen.Headers.Keys.ShouldNotContain("a");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    [InlineData("es; Path=/; Domain=evil.example")]
    [InlineData("EN")]
    public async Task A_language_that_cairn_does_not_speak_changes_nothing(string language)
    {
        using var visitor = demo.Site.Visitor();
        var chosen = await Choose(visitor, language, "/framework");
        (chosen.Status, chosen.Header("Location"), chosen.Header("Set-Cookie")).ShouldBe((HttpStatusCode.Found, "/framework", ""));
    }

    [Theory]
    [InlineData("cairn-language=fr")]
    [InlineData("cairn-language=")]
    [InlineData("cairn-language=es-XX")]
    public async Task A_cookie_that_names_no_language_is_passed_over(string cookie)
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get("/", ("Cookie", cookie), ("Accept-Language", "es"))).Body.ShouldContain("<html lang=\"es\"");
    }

    [Theory]
    [InlineData("text/plain", "language=es")]
    [InlineData("application/x-www-form-urlencoded", "")]
    public async Task What_is_no_form_chooses_nothing(string type, string body)
    {
        using var visitor = demo.Site.Visitor();
        var answer = await visitor.Send("/language", body, type);
        (answer.Status, answer.Header("Location"), answer.Header("Set-Cookie")).ShouldBe((HttpStatusCode.Found, "/", ""));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnot a form", 1)]
    [InlineData("application/x-www-form-urlencoded", "&", 3000)]
    public async Task A_form_that_cannot_be_read_is_refused_and_chooses_nothing(string type, string body, int times)
    {
        using var visitor = demo.Site.Visitor();
        var answer = await visitor.Send("/language", string.Concat(Enumerable.Repeat(body, times)), type);
        (answer.Status, answer.Header("Set-Cookie")).ShouldBe((HttpStatusCode.BadRequest, ""));
    }

    [Fact]
    public async Task A_kept_page_of_one_language_is_never_fresh_in_another()
    {
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        foreach (var path in (string[])[DemoSite.Home(demo.Own), DemoSite.Competency(demo.Own), "/framework"])
        {
            await Choose(self, "en", "/");
            var english = await self.Get(path);
            english.Header("Vary").ShouldContain("Cookie");
            await Choose(self, "es", "/");
            var spanish = await self.Get(path, ("If-None-Match", english.Header("ETag")));
            spanish.Status.ShouldBe(HttpStatusCode.OK, path);
            spanish.Header("ETag").ShouldNotBe(english.Header("ETag"));
        }
    }

    private static Task<Answer> Choose(Visitor visitor, string language, string back) =>
        visitor.Send("/language", $"language={Uri.EscapeDataString(language)}&back={Uri.EscapeDataString(back)}", "application/x-www-form-urlencoded");
}
