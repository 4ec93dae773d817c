using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Classroom;

/// <summary>What nobody types: every form that the classroom's pages hold, and every route that takes one, is sent what breaks programs.</summary>
public sealed partial class HostileFormsTests : IAsyncLifetime
{
    private const int MostPages = 60;
    private const string Script = "<script>alert('x')</script>";
    private static readonly string[] Actors = ["teacher", "kid", "mother", "leader"];

    // Not of the classroom: they have tests of their own, and some end the session that asks.
    private static readonly string[] Elsewhere =
        ["/sign", "/language", "/view", "/account", "/erasures", "/workshop", "/imports", "/people", "/clients", "/office", "/badges", "/emergenc", "/journal", "/provider", "/backup", "/begin", "/api", "/reset", "/claim", "/invitation", "/hat", "/prove", "/mentor", "/enter", "/letters", "/setup", "/confirm", "/proof", "/oidc", "/saml", "/lti", "/devices", "/class"];

    // As the bytes of a body: what no text can hold is not written as one.
    private static readonly (string Name, string Value)[] Each =
    [
        ("long", new string('a', 100_000)), ("nul", "a%00b"), ("surrogate", "%ED%A0%80x%ED%BF%BF"), ("huge", "99999999999999999999999999"), ("first day", "0001-01-01"), ("last day", "9999-12-31"),
    ];

    private static readonly (string Name, string Value)[] All =
        [("script", Uri.EscapeDataString(Script)), ("turned", Uri.EscapeDataString("\u202Eabc\u200B\u200D\uFEFF\u2066x")), ("no id", "not-an-id"), ("doubled", "1&{name}=2"), ("negative", "-1"), ("empty", "")];

    private readonly Dictionary<string, Visitor> _visitors = [];
    private MadeThings _made = null!;

    public async ValueTask InitializeAsync()
    {
        _made = await MadeThings.Make();
        foreach (var form in _made.Forms()) (await _made.Site.Send(form.Who, form.To, form.Fields)).Status.ShouldBe(HttpStatusCode.Found, form.To);
        foreach (var who in Actors) _visitors[who] = await _made.Site.As(who);
    }

    [Fact]
    public async Task No_field_of_a_form_breaks_a_page_whatever_stands_in_it_and_it_is_shown_as_text()
    {
        var (wrong, forms) = (new List<string>(), new Dictionary<string, SentPage>(StringComparer.Ordinal));
        foreach (var who in Actors)
            foreach (var one in await FormsOf(who)) forms.TryAdd(one.Shape, one);
        forms.Count.ShouldBeGreaterThan(40, string.Join('\n', forms.Keys));
        // What ends or takes away is last: there would be nothing left to try.
        foreach (var form in forms.Values.OrderBy(one => one.Fields.Any(each => each.Value is "end" or "remove" or "close" or "withdraw" or "back")))
        {
            foreach (var (name, value) in All) await Try(form, name, form.Texts, value, wrong);
            foreach (var field in form.Texts.Take(5))
            {
                foreach (var (name, value) in Each.Where(one => form.Days.Contains(field) || !one.Name.EndsWith("day", StringComparison.Ordinal))) await Try(form, name, [field], value, wrong);
                await Try(form, "missing", [field], null, wrong);
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(30)));
    }

    [Fact]
    public async Task No_route_that_takes_a_form_breaks_whoever_sends_it_and_whatever_it_holds()
    {
        var routes = _made.Site.Site.Routes.Where(one => one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(one => one.RoutePattern.RawText!).Where(IsOfClassroom).Distinct().ToList();
        routes.Count.ShouldBeGreaterThan(50);
        var names = (string[])["text", "words", "title", "question", "product", "do", "day", "from", "until", "seen", "version", "level", "said", "why", "competency", "group", "learner", "evidence", "to", "subject", "wish", "name", "position", "edition", "least", "most", "kind", "release", "goals", "notes"];
        var wrong = new List<string>();
        foreach (var route in routes)
            foreach (var (name, value) in Each.Concat(All))
            {
                var (who, body) = (route.Contains("/plan", StringComparison.Ordinal) ? "kid" : "teacher", string.Join('&', names.Select(one => $"{one}={(value.Length > 1000 && one != "text" ? "1" : value.Replace("{name}", one, StringComparison.Ordinal))}")));
                if (await _visitors[who].Send(name == "no id" ? Parameter().Replace(route, "not-an-id") : PathOf(route), body, "application/x-www-form-urlencoded") is var answer && !IsGood(answer)) wrong.Add($"{(int)answer.Status} {route} {name}");
            }

        foreach (var route in routes)
            foreach (var who in Actors)
                if (await _visitors[who].Send(PathOf(route), "", "application/x-www-form-urlencoded") is var answer && !IsGood(answer)) wrong.Add($"{(int)answer.Status} {route} nothing, {who}");
        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(30)));
    }

    private async Task Try(SentPage form, string name, List<string> at, string? value, List<string> wrong)
    {
        var fields = form.Fields.Where(one => value is not null || !at.Contains(one.Name)).Select(one => $"{Uri.EscapeDataString(one.Name)}={(at.Contains(one.Name) ? value!.Replace("{name}", one.Name, StringComparison.Ordinal) : Uri.EscapeDataString(one.Value))}");
        var answer = await _visitors[form.Who].Send(form.To, string.Join('&', fields), "application/x-www-form-urlencoded");
        var what = $"{(int)answer.Status} {form.Who} {form.Shape} {name} in {string.Join(' ', at)}";
        if (!IsGood(answer)) wrong.Add(what);
        if (answer.Body.Contains("<script>alert", StringComparison.Ordinal)) wrong.Add($"{what}: written as a script");
        if (answer.Status == HttpStatusCode.Found && name is "script" or "turned" && answer.Header("Location") is ['/', ..] there)
        {
            var shown = await _visitors[form.Who].Get(there);
            if (shown.Status != HttpStatusCode.OK || shown.Body.Contains("<script>alert", StringComparison.Ordinal)) wrong.Add($"{what}: {(int)shown.Status} at {there}");
        }

        // What was typed is kept where the form is shown again: nobody writes four thousand words anew for one letter too many.
        if (name == "long" && answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest && form.Areas.Contains(at[0]) && answer.Body.Contains("Notice--error", StringComparison.Ordinal) && !answer.Body.Contains(value!, StringComparison.Ordinal)) wrong.Add($"{what}: what was typed is gone");
    }

    private static bool IsGood(Answer answer) => (int)answer.Status is 200 or 204 or 302 or 303 or (>= 400 and < 500 and not 429);

    private static bool IsOfClassroom(string path) => !Elsewhere.Any(one => path.StartsWith(one, StringComparison.Ordinal));

    private string PathOf(string route) => Parameter().Replace(route, one => one.Groups["name"].Value switch
    {
        "id" => $"{_made.Site.Kid.Value:N}", "project" => $"{_made.Project.Value:N}", "task" => $"{_made.Task.Value:N}", "piece" => $"{_made.Piece.Value:N}", "group" => $"{Privacy.Family.Loft.Value:N}", "code" => "art.1", "file" => "1",
        _ => $"{Guid.CreateVersion7():N}",
    });

    /// <summary>The forms of the pages that somebody comes to.</summary>
    private async Task<List<SentPage>> FormsOf(string who)
    {
        var (found, seen, open) = (new List<SentPage>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>([.. _made.Forms().Where(one => one.Who == who).Select(one => one.Page), _made.Kid, "/", "/learners", $"/evidence/{_made.Piece.Value:N}"]));
        while (seen.Count < MostPages && open.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var page = await _visitors[who].Get(path);
            if (page.Status != HttpStatusCode.OK || !page.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal)) continue;
            foreach (Match form in Form().Matches(page.Body))
                if (WebUtility.HtmlDecode(form.Groups["to"].Value) is var to && IsOfClassroom(to)) found.AddRange(SentPage.Of(who, to, form.Value));
            foreach (Match link in Link().Matches(page.Body))
                if (WebUtility.HtmlDecode(link.Groups["at"].Value) is var at && !at.StartsWith("/assets", StringComparison.Ordinal) && IsOfClassroom(at)) open.Enqueue(at);
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _visitors.Values) one.Dispose();
        await _made.DisposeAsync();
    }

    [GeneratedRegex("\\{\\*{0,2}(?<name>[a-z]+)[^}]*\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*action=\"(?<to>[^\"]*)\".*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<a[^>]* href=\"(?<at>/[^\"#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    /// <summary>A form of a page, with what stands in it.</summary>
    private sealed partial record SentPage(string Who, string To, List<(string Name, string Value)> Fields, List<string> Texts, List<string> Areas, List<string> Days)
    {
        /// <summary>What it is, whatever it is about.</summary>
        public string Shape => $"{Id().Replace(To, "…")} {string.Join(' ', Fields.Select(one => one.Name == "do" ? $"do={one.Value}" : Id().Replace(one.Name, "…")).Distinct())}";

        public static IEnumerable<SentPage> Of(string who, string to, string html)
        {
            var (fields, texts, areas, days, deeds) = (new List<(string, string)>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
            foreach (Match one in Control().Matches(html))
            {
                var (tag, name, value) = (one.Groups["tag"].Value, Attribute(one.Value, "name"), Attribute(one.Value, "value"));
                if (name.Length == 0) continue;
                if (tag == "button") deeds.Add(value);
                // Of what is chosen, what stands, else the first that is something: so that a form is not refused for the choice alone.
                else if (tag == "select") fields.Add((name, Chosen(html[one.Index..(html.IndexOf("</select>", one.Index, StringComparison.Ordinal) is var end and > 0 ? end : html.Length)])));
                else if (Attribute(one.Value, "type") == "radio")
                {
                    if (!fields.Exists(each => each.Item1 == name)) fields.Add((name, value));
                }
                else if (tag == "textarea" || Attribute(one.Value, "type") is not ("checkbox" or "radio" or "file"))
                {
                    fields.Add((name, value));
                    if (name != "once") texts.Add(name);
                    if (tag == "textarea") areas.Add(name);
                    if (Attribute(one.Value, "type") == "date") days.Add(name);
                }
            }

            foreach (var deed in deeds.DefaultIfEmpty("")) yield return new SentPage(who, to, [.. fields, .. deed.Length > 0 ? ((string, string)[])[("do", deed)] : []], [.. texts.Distinct().Where(one => one != "do")], areas, days);
        }

        private static string Chosen(string select)
        {
            var all = Option().Matches(select).Select(one => (one.Value, Is: Attribute(one.Value, "value"))).ToList();
            return all.Find(one => one.Value.Contains(" selected", StringComparison.Ordinal) && one.Is.Length > 0).Is ?? all.Find(one => one.Is.Length > 0).Is ?? "";
        }

        private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, string.Create(CultureInfo.InvariantCulture, $"\\s{name}=\"(?<it>[^\"]*)\""), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["it"].Value);

        [GeneratedRegex("<(?<tag>input|textarea|select|button)\\b[^>]*>", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Control();

        [GeneratedRegex("<option\\b[^>]*>", RegexOptions.None, 1000)]
        private static partial Regex Option();

        [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, 1000)]
        private static partial Regex Id();
    }
}
