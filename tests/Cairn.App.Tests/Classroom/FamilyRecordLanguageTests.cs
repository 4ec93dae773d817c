using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Transcripts;

namespace Cairn.App.Tests.Classroom;

/// <summary>The official record in the languages of families: credit, diploma, transcripts, links and grades, with something on every page.</summary>
public sealed partial class FamilyRecordLanguageTests : IAsyncLifetime
{
    // What the district of these tests calls itself, and a key of its rules, are not ours to translate.
    private static readonly string[] OfTheDistrict = ["Test", "Exhibition"];
    private const int MostPages = 60;
    private DiplomaSite _site = null!;
    private string _awarded = "";

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    public async ValueTask InitializeAsync()
    {
        _site = await DiplomaSite.Make(hasPlan: false);
        var rules = DiplomaSite.Rules.Replace("\"label\":\"Credits\"", "\"label\":\"Hill units\"", StringComparison.Ordinal);
        await _site.Adopt(rules.Replace("\"need\":2,\"of\":{\"type\":\"credit\"", "\"need\":3,\"of\":{\"type\":\"credit\"", StringComparison.Ordinal), until: 2025);
        await _site.Adopt(rules, number: 2);
        await _site.Adopt(rules, code: "trades", isAlternate: true, title: "Hill trades diploma");
        await Table();
        await Policy();
        var award = await _site.Credit(_site.Kid, "math", 150, "Algebra");
        await _site.Credit(_site.Kid, "history", 50, "Old towns");
        await _site.Credit(_site.Kid, "science", 100, "Biology", until: Family.Today.AddDays(30));
        await _site.Judge(_site.Kid, _site.Modeling, 3);
        await _site.Judge(_site.Kid, _site.Arguing, 2);
        await _site.Put(new Waiver(new WaiverId(Guid.CreateVersion7()), _site.Kid, "standard", "science", "registrar", "Llegó en marzo", _site.Person("registrar"), new DateTime(2026, 3, 20, 8, 0, 0, DateTimeKind.Utc)));
        await Send("mother", $"{Kid}/appeals", ("once", "first"), ("about", "Award"), ("what", $"{award.Value:N}"), ("words", "Olvidaron un proyecto"));
        (await _site.Send("mother", $"{Kid}/transcript/shares", ("whom", "State College"), ("format", "Both"), ("basis", "OwnWish"), ("until", $"{Family.Today.AddDays(30):yyyy-MM-dd}"))).Status.ShouldBe(HttpStatusCode.OK);
        await Send("teacher", $"{Kid}/agreements", ("once", "first"), ("title", "Barcos"), ("content", "Hace un barco"), ("evidence", "El barco"), ("threshold", "Flota"), ("subject", "arts"), ("amount", "0.5"), ("due", "2026-06-30"));
        await Send("registrar", $"{Kid}/records", ("for", "Request"), ("seen", "0"));
        await _site.Finish(_site.Grown);
        _awarded = (await _site.Award(_site.Grown)).Path;
    }

    [Theory]
    [InlineData("es", "mother")]
    [InlineData("vi", "mother")]
    [InlineData("vi", "kid")]
    public async Task A_family_reads_the_official_record_in_its_language_wherever_it_goes_on_from_there(string language, string who)
    {
        var seen = await Walk(who, language, [$"{Kid}/credits", $"{Kid}/diploma", $"{Kid}/transcript", $"{Kid}/grades", $"{Kid}/diploma?suppose=nothing"]);

        foreach (var wanted in (string[])["/appeals", "about=Diploma", "about=Refusal", "/agreements", "/transcript/courses", "/transcript/shares", "/records", "/grades/letter", "/diplomas/plans/", "/grades/"])
            seen.ShouldContain(one => one.Contains(wanted, StringComparison.Ordinal), wanted);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("vi")]
    public async Task So_does_a_learner_of_age_who_has_the_diploma(string language)
    {
        var grown = $"/learners/{_site.Grown.Value:N}";

        var seen = await Walk("grown", language, [$"{grown}/diploma", $"{grown}/credits", $"{grown}/transcript"]);

        seen.ShouldContain(_awarded);
    }

    [Theory]
    [InlineData("/diploma", "GivenKid đã đạt 0 trên 4 yêu cầu. Còn 4 việc phải làm.")]
    [InlineData("/credits", "GivenKid đã đạt 2 tín chỉ")]
    [InlineData("/credits", "Thêm 1 được tạm công nhận")]
    [InlineData("/grades", "Vì sao có điểm này?")]
    [InlineData("/transcript", "Bảng điểm theo năng lực")]
    [InlineData("/transcript/shares", "1 đường dẫn đang mở đến bảng điểm của GivenKid.")]
    public async Task What_matters_first_is_said_first(string page, string first)
    {
        using var mother = await _site.As("mother");

        (await mother.Get(Kid + page, ("Accept-Language", "vi"))).Whole.ShouldContain(first);
    }

    [Fact]
    public async Task The_ways_there_are_shown_and_a_form_that_is_wrong_is_answered_in_it_too()
    {
        using var mother = await _site.As("mother");
        var home = await mother.Get(Kid, ("Accept-Language", "vi"));
        foreach (var way in (string[])["credits", "diploma", "transcript", "grades"]) home.Body.ShouldContain($"href=\"{Kid}/{way}\"");

        using var asking = new Visitor(_site.Site.Site.Url, ("Accept-Language", "vi"));
        (await asking.Get(_site.Site.Site.Links.All.First(one => one.Actor == _site.Site.People["mother"]).Path)).Status.ShouldBe(HttpStatusCode.Found);
        var wrong = await asking.Send($"{Kid}/transcript/shares", "whom=&format=Both&basis=OwnWish&until=2020-01-01", "application/x-www-form-urlencoded");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Body.ShouldContain("<html lang=\"vi\"");
        LeftInEnglish.In(wrong.Body).Where(one => !OfTheDistrict.Contains(one, StringComparer.Ordinal)).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    // Every page of the official record that is linked from where it begins, and what each has left in English.
    private async Task<IReadOnlySet<string>> Walk(string who, string language, string[] from)
    {
        using var reader = await _site.As(who);
        var (open, seen, left) = (new Queue<string>(from), new HashSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        while (seen.Count < MostPages && open.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var page = await reader.Get(path, ("Accept-Language", language));
            if (!page.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal)) continue;
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Body.ShouldContain($"<html lang=\"{language}\"", Case.Sensitive, path);
            foreach (var one in LeftInEnglish.In(page.Body).Where(one => !OfTheDistrict.Contains(one, StringComparer.Ordinal))) left.Add($"{path}: {one}");
            foreach (Match link in Links().Matches(page.Body))
                if (WebUtility.HtmlDecode(link.Groups["at"].Value) is var at && Official().IsMatch(at)) open.Enqueue(at);
        }

        left.ShouldBeEmpty();
        return seen;
    }

    private async Task Send(string who, string path, params (string Name, string Value)[] fields)
    {
        var answer = await _site.Send(who, path, fields);
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Body);
    }

    private Task<int> Table() => _site.Write(turn =>
    {
        var one = new GradeConversion(new GradeConversionId(Guid.CreateVersion7()), "letters", 1, "Hill letters", "mean decimals=2 scale=1..4\n[3, 4] letter=B percent=85..92 points=3\n[2, 2.9] letter=C percent=70..84 points=2", _site.Person("registrar"), turn.Now);
        one.Propose(Family.Today.AddDays(-300), Family.Today.AddDays(-300), _site.Person("registrar"));
        one.Sign(Family.Today.AddDays(-300), _site.Person("registrar2"), turn.Now);
        turn.Db.Add(one);
        return turn.Db.SaveChanges();
    });

    private Task<int> Policy() => _site.Write(turn =>
    {
        var framework = turn.Db.Frameworks.Single(one => one.Code == "core").Id;
        foreach (var (code, parts) in ((string, CompetencyId[])[])[("core-1", [_site.Modeling, _site.Arguing]), ("core-2", [_site.Arguing])])
        {
            var policy = new CreditPolicy(new CreditPolicyId(Guid.CreateVersion7()), code, 1, $"Hill {code}", framework, CreditMethod.CompleteEvidence, 100, Family.Today.AddDays(-30), _site.Person("registrar"), turn.Next()) { CourseTitle = "Hill core", CourseCode = "05154", Subject = "history" };
            turn.Db.Add(policy);
            turn.Db.SaveChanges();
            turn.Db.AddRange(parts.Select((one, i) => new CreditPart(policy.Id, i + 1, one, null, policy.Hundredths / parts.Length, 50, false)));
        }

        return turn.Db.SaveChanges();
    });

    [GeneratedRegex("<a[^>]* href=\"(?<at>/[^\"#]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Links();

    [GeneratedRegex("^/learners/[0-9a-f]{32}/(credits|appeals|agreements|diploma|grades|transcript|records)|^/diplomas/plans/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Official();
}
