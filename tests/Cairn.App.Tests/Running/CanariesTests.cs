using System.Net;
using Cairn.App.Running;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.App.Tests.Running;

/// <summary>What is somebody's is put through every route in every way, and is found in no log line, no measure, no error page and no header.</summary>
[Trait("Abuse", "X7")]
public sealed class CanariesTests
{
    private const string Name = "Wilhelmina-Canary";
    private const string Username = "wcanary77";
    private const string Token = "tok3nCANARYtok3n";
    private const string Comment = "she-cried-canary";
    private const string File = "canary-essay.docx";
    private const string Mail = "canary@family.example";

    private static readonly string[] All = [Name, Username, Token, Comment, File, Mail, "canary"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_anybody_is_logged_measured_or_told_to_a_stranger(bool isJson)
    {
        // A district of its own: much is changed in it.
        await using var demo = new DemoSite();
        await demo.InitializeAsync();
        using var log = new StringWriter();
        var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, also: Breaking, options: new SiteOptions { Log = isJson ? LogFormat.Json : LogFormat.Text, LogTo = log });
        using var leader = await site.As(demo.Leader);
        using var stranger = site.Visitor();
        var answers = new List<(string At, Answer Answer)>();
        foreach (var route in site.Routes.Select(one => one.RoutePattern.RawText!).Distinct())
            foreach (var visitor in (Visitor[])[leader, stranger])
            {
                var path = Filled(route);
                answers.Add((path, await visitor.Get($"{path}?q={Name}&token={Token}&{Comment}={Mail}", Headers)));
                answers.Add((path, await visitor.Send(new HttpMethod(Username), path, Headers)));
                if (route == "/sign-out") continue;
                answers.Add((path, await visitor.Send(path, $"title={Name}&username={Username}&code={Username}&statement={Comment}&{Token}={Mail}&back={Token}&language={Mail}", "application/x-www-form-urlencoded")));
                answers.Add((path, await visitor.Send(path, $"{Name}{Comment}", "application/x-www-form-urlencoded; charset=" + Token)));
                answers.Add((path, await visitor.Bring(path, [("kind", "Roster"), ("source", Name)], [(File, System.Text.Encoding.UTF8.GetBytes($"{Name},{Mail}\n\"{Comment}"))])));
                answers.Add((path, await visitor.Send(path, $"--{Token}\r\nContent-Disposition: form-data; name=\"{Name}\"", $"multipart/form-data; boundary={Token}")));
            }

        var measures = (await stranger.Get("/metrics")).Body;
        var tokens = site.Links.All.Select(one => one.Token).ToList();
        await site.DisposeAsync();
        var said = log.ToString();
        said.ShouldContain("/breaking/{who}");
        foreach (var canary in All)
        {
            said.ShouldNotContain(canary, Case.Insensitive);
            measures.ShouldNotContain(canary, Case.Insensitive);
            foreach (var (at, answer) in answers)
            {
                if (answer.Status >= HttpStatusCode.BadRequest && !IsForm(answer)) answer.Body.ShouldNotContain(canary, Case.Insensitive, $"{at} {answer.Status}");
                foreach (var (name, value) in answer.Headers) value.ShouldNotContain(canary, Case.Insensitive, $"{at}: {name}");
            }
        }

        foreach (var somebody in demo.Everyone)
            foreach (var theirs in (string[])[somebody.Username, somebody.FamilyName, $"{somebody.Id.Value:N}", $"{somebody.Id.Value}"])
                if (theirs.Length > 3) said.ShouldNotContain(theirs, Case.Insensitive);
        foreach (var token in tokens) said.ShouldNotContain(token);
    }

    private static (string, string)[] Headers =>
    [
        ("User-Agent", Name), ("Referer", $"https://school.example/{Token}"), ("X-Request-Id", Token), ("X-Forwarded-For", Mail), ("Accept-Language", Username), ("Authorization", $"Bearer {Token}"),
        ("If-None-Match", $"\"{Token}\""), ("tracestate", $"a={Token}"), ("baggage", $"user={Username}"), ("X-Correlation-ID", Comment), ("From", Mail),
    ];

    // Routes that fail in the ways that code fails, with what is somebody's in their messages.
    private static void Breaking(WebApplication app)
    {
        app.MapMethods("/breaking/{who}", ["GET", "POST"], string (string who) => throw new InvalidOperationException($"{Name} {who}", new Microsoft.EntityFrameworkCore.DbUpdateException(Mail, new IOException(File))));
        app.MapMethods("/aggregate", ["GET", "POST"], string () => throw new AggregateException(Comment, new FormatException(Token), new KeyNotFoundException(Name)));
        app.MapMethods("/unread", ["GET", "POST"], string () => throw new BadHttpRequestException(Comment, new FormatException(Name)));
        app.MapMethods("/logging", ["GET", "POST"], (ILoggerFactory loggers, HttpContext http) =>
        {
            var logger = loggers.CreateLogger("Test");
            logger.LogError(new InvalidOperationException(Mail), "Could not write {Comment} of {Who}", Comment, Name);
            logger.LogWarning("Asked {Path} with {Query}", http.Request.Path, http.Request.QueryString);
            http.RequestServices.GetRequiredService<IHttpContextAccessor>();
            return "ok";
        });
    }

    // A form shows its own sender what they typed, and lists what is wrong.
    private static bool IsForm(Answer answer) => answer.Body.Contains("<form", StringComparison.Ordinal) && (answer.Body.Contains("aria-invalid", StringComparison.Ordinal) || answer.Body.Contains("id=\"fault-", StringComparison.Ordinal));

    private static string Filled(string route) => "/" + System.Text.RegularExpressions.Regex.Replace(route.TrimStart('/')
        .Replace("{id:guid}", $"{Guid.NewGuid():N}", StringComparison.Ordinal), "\\{[^}]*\\}", Token, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
