using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Web;

/// <summary>Every conclusion of the official record opens: no link of its pages leads to a page that is not there, whoever reads.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed partial class OfficialLinksTests : IAsyncLifetime
{
    /// <summary>So many that there is a high school, with somebody who keeps its records.</summary>
    private const int WithHighSchool = 200;

    private static readonly string[] Pages = ["credits", "diploma", "grades", "transcript", "transcript/courses", "records"];

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private District _district = null!;
    private RunningSite _site = null!;
    private Learner _senior = null!;

    public async ValueTask InitializeAsync()
    {
        await MakeDemo.Ensure(_folder.Data, WithHighSchool, TimeProvider.System, _ => { });
        _district = District.OpenExisting(_folder.Data, MakeDemo.District, toWrite: true, TimeProvider.System);
        using (var db = _district.Open()) Meet(db);
        _site = await RunningSite.Start(_folder.Data, _district, _people.Values);
    }

    [Theory]
    [InlineData("learner")]
    [InlineData("guardian")]
    [InlineData("teacher")]
    [InlineData("counselor")]
    [InlineData("registrar")]
    public async Task No_link_of_the_official_pages_leads_nowhere(string who)
    {
        using var visitor = await _site.As(_people[who]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            var answer = await visitor.Get($"{Visit.PathOf(_senior.Id)}/{page}");
            answer.Status.ShouldBe(HttpStatusCode.OK, $"{who} {page}");
            // A PDF is printed by a browser, and its address answers in tests of its own.
            foreach (var link in Links().Matches(answer.Body).Select(one => WebUtility.HtmlDecode(one.Groups["path"].Value)).Where(one => !one.Contains("pdf", StringComparison.Ordinal) && seen.Add(one)))
                (await visitor.Get(link)).Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Found], $"{who} {page} {link}");
        }

        seen.Count(one => one.Contains("?stage=", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_stage_of_which_nothing_was_seen_says_what_it_asks_for_and_where_the_learner_is()
    {
        var last = $"{Visit.PathOf(_senior.Id)}/competencies/RD.1?stage=11";
        using var self = await _site.As(_people["learner"]);
        using var guardian = await _site.As(_people["guardian"]);

        var (own, family) = ((await self.Get(last)).Whole, (await guardian.Get(last)).Whole);

        foreach (var page in (string[])[own, family]) page.ShouldContain("Stage 11: Not yet seen", Case.Insensitive, page);
        own.ShouldContain("work of yours at stage 11 yet");
        own.ShouldContain("See where you are now");
        family.ShouldContain($"work of {_senior.CalledName} at stage 11 yet");
        (await self.Get(last.Replace("stage=11", "stage=250", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_mastery_transcript_prints_the_stage_beside_each_level_as_the_signed_file_says_it()
    {
        using var registrar = await _site.As(_people["registrar"]);
        var sheet = Cairn.Interop.SignedRecords.RecordCheck.Of((await registrar.Get($"{Visit.PathOf(_senior.Id)}/transcript/file")).Bytes).File!.Sheet()!;
        var page = (await registrar.Get($"{Visit.PathOf(_senior.Id)}/transcript")).Whole;

        var shown = sheet.Areas.SelectMany(one => one.Shown).ToList();
        shown.Count(one => one.Stage is not null).ShouldBeGreaterThan(5);
        foreach (var one in shown) page.ShouldMatch($"<strong>{Regex.Escape(one.Code)}</strong>.*?{(one.Level is { } level ? Regex.Escape($"{level.Number:0.##} {level.Label}") : "no level yet")}.*?stage {one.Stage}<");
        page.ShouldContain("the same level at a higher stage is harder work");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _district.DisposeAsync();
        _folder.Dispose();
    }

    private void Meet(Db db)
    {
        var (educators, teaching) = (db.Educators.AsNoTracking().ToList(), db.Teachings.AsNoTracking().ToList());
        var counted = db.Caseloads.AsNoTracking().Where(one => one.Kind == CaseloadKind.Counselor).ToList();
        var awarded = db.CreditAwards.AsNoTracking().Select(one => one.Learner).Distinct().ToHashSet();
        var rooms = db.Enrollments.AsNoTracking().ToList();
        var families = db.Guardianships.AsNoTracking().ToList();
        _senior = db.Learners.AsNoTracking().ToList().Where(one => awarded.Contains(one.Id) && counted.Exists(each => each.Learner == one.Id) && families.Exists(each => each.Learner == one.Id && Sees(each)))
            .OrderBy(one => one.GraduationYear).ThenBy(one => one.Username).First();
        var guardian = families.First(one => one.Learner == _senior.Id && Sees(one)).Guardian;
        var room = rooms.Where(one => one.Learner == _senior.Id).Select(one => one.Group).ToHashSet();
        (_people["learner"], _people["guardian"]) = (DemoSite.Self(_senior), new Actor(ActorKind.Guardian, guardian.Value, "A guardian"));
        Add("teacher", teaching.First(one => room.Contains(one.Group)).Educator);
        Add("counselor", counted.First(one => one.Learner == _senior.Id).Educator);
        Add("registrar", db.RoleGrants.AsNoTracking().First(one => one.Role == GrantedRole.Registrar).Educator);

        // Of whom is grown up the family sees nothing.
        bool Sees(Guardianship one) => new Scope(db, new Actor(ActorKind.Guardian, one.Guardian.Value, ""), DemoSite.Today, DateTime.UtcNow).May(one.Learner, Rights.SeeRecord);

        void Add(string name, Cairn.Learning.EducatorId who) => _people[name] = new Actor(ActorKind.Teacher, who.Value, educators.Find(one => one.Id == who)!.DisplayName);
    }

    [GeneratedRegex("<a [^>]*href=\"(?<path>/[^\"#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
