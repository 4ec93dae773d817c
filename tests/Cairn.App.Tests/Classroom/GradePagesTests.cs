using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Cairn.Storage.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Grades of a learner and trials of a draft, on a demonstration's judgments.</summary>
public sealed partial class GradePagesTests(JudgingSite site) : IClassFixture<JudgingSite>, IAsyncLifetime
{
    private const string Own = "own-letters";

    private const string Mild = "mean decimals=2 scale=1..4\n[3.5, ] letter=A percent=90..100 points=4 weighted=5\n[2.5, 3.49] letter=B percent=80..89 points=3 weighted=4\n[1.5, 2.49] letter=C points=2\n[, 1.49] letter=D points=1";
    private const string Strict = "mean decimals=2 scale=1..4\n[3.75, ] letter=A percent=90..100 points=4 weighted=5\n[2.75, 3.74] letter=B percent=80..89 points=3 weighted=4\n[1.75, 2.74] letter=C points=2\n[, 1.74] letter=D points=1";

    private static readonly DateOnly Today = DemoSite.Today;

    private static DistrictDay Day => new(Today, DateTime.UtcNow, DateOnly.FromDateTime, day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <summary>A portfolio of reading and mathematics as far as everybody is, beside those of the demonstration's high school.</summary>
    public async ValueTask InitializeAsync() => await site.District.Writer.Alone(turn =>
    {
        if (turn.Db.CreditPolicies.Any(one => one.Code == Own)) return 0;
        var framework = site.District.Frameworks[0].Content;
        var policy = new CreditPolicy(new(Guid.CreateVersion7()), Own, 1, "Reading and <u>reckoning</u>", framework.Framework.Id, CreditMethod.CompleteEvidence, 100, Today.AddDays(-1), new(site.Leader.Person), turn.Next());
        turn.Db.Add(policy);
        turn.Db.AddRange(framework.Competencies.Where(one => framework.Counts(one.Id) && (one.Code.StartsWith("RD.", StringComparison.Ordinal) || one.Code.StartsWith("MA.", StringComparison.Ordinal))).ToList()
            .Select((one, i) => new CreditPart(policy.Id, i + 1, one.Id, null, 10, 0, false)));
        return turn.Db.SaveChanges();
    });

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task What_an_exam_and_a_panel_decide_has_no_grade_before_they_did()
    {
        await Adopt("mild", Mild);
        await site.District.Writer.Alone(turn =>
        {
            if (turn.Db.CreditPolicies.Any(one => one.Code == "by-exam")) return 0;
            var (own, exam) = (turn.Db.CreditPolicies.AsNoTracking().Single(one => one.Code == Own), new CreditPolicyId(Guid.CreateVersion7()));
            turn.Db.Add(own with { Id = exam, Code = "by-exam", Title = "Reckoning by exam", Method = CreditMethod.ExamAndArtifact, ExamLeast = 70, PanelSize = 2, RecordedAt = turn.Next() });
            turn.Db.AddRange(turn.Db.CreditParts.AsNoTracking().Where(one => one.Policy == own.Id).ToList().Select(one => one with { Policy = exam }));
            return turn.Db.SaveChanges();
        });

        foreach (var page in (string[])[Path(site.Room[0]), $"{Path(site.Room[0])}/letter"])
        {
            var text = (await Get(site.Teacher, page)).Whole;
            text.ShouldContain("Reading and <u>reckoning</u>");
            text.ShouldNotContain("Reckoning by exam");
        }
    }

    [Fact]
    public async Task A_grade_says_why_to_the_digit_and_by_which_version()
    {
        var table = await Adopt("mild", Mild);
        var learner = site.Room[0];
        var graded = Of(learner).UnderWay.First(one => one.Grade is { IsDefined: true });

        var page = await Get(site.Teacher, $"{Path(learner)}/{Uri.EscapeDataString(graded.Key)}");

        var mean = graded.Levels.Average(one => one.Level);
        graded.Grade!.Value.ShouldBe(Math.Round(mean, 2, MidpointRounding.AwayFromZero));
        page.Whole.ShouldContain($"({string.Join(" + ", graded.Levels.Select(one => $"{one.Level:0.##}"))}) / {graded.Levels.Count}");
        page.Whole.ShouldContain(graded.Grade.Letter);
        // The ends of a row are said in words.
        page.Whole.ShouldContain($"is in this row: {new Cairn.App.Ui.Reasons.GradeWords(Cairn.App.Ui.Words.Words.For("en")).Ends(graded.Grade.Band!)}");
        foreach (var sign in (string[])["[2.5, 3.49]", "[3.5, )", "(, 1.49]"]) page.Whole.ShouldNotContain(sign);
        page.Body.ShouldNotContain("<u>reckoning");
        page.Whole.ShouldContain($"{table.Title}, version {table.Number}, in force since");
        (await Get(site.Teacher, Path(learner))).Whole.ShouldContain(graded.Name);
    }

    [Fact]
    public async Task A_letter_says_that_it_is_interim_by_which_version_and_from_how_much()
    {
        var table = await Adopt("mild", Mild);
        var learner = site.Room[0];

        var letter = await Get(site.Self(learner), $"{Path(learner)}/letter");

        letter.Status.ShouldBe(HttpStatusCode.OK);
        letter.Whole.ShouldContain("These grades are interim");
        letter.Whole.ShouldContain($"{table.Title}, version {table.Number}");
        foreach (var one in Of(learner).UnderWay.Where(one => one.Grade is { IsDefined: true })) letter.Whole.ShouldContain($"interim, from {one.Levels.Count} of {one.Parts} parts");
        letter.Header("Cache-Control").ShouldContain("no-store");
    }

    [Fact]
    public async Task A_family_reads_levels_in_words_and_finds_the_numbers_only_when_it_opens_them()
    {
        await Adopt("mild", Mild);
        var child = site.OwnChild;
        var graded = Of(child).UnderWay.First(one => one.Grade is { IsDefined: true });

        var page = await Get(site.Family, $"{Path(child)}/{Uri.EscapeDataString(graded.Key)}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        var shown = Closed().Replace(page.Body, "");
        Chips().Count(shown).ShouldBe(graded.Levels.Count);
        foreach (Match chip in Chips().Matches(shown)) chip.Groups["text"].Value.Any(char.IsDigit).ShouldBeFalse(chip.Value);
        shown.ShouldNotContain("grades/conversions");
        page.Whole.ShouldContain($"/ {graded.Levels.Count} =");
    }

    [Fact]
    public async Task Another_family_and_another_room_find_nothing()
    {
        var learner = site.Room[0];

        foreach (var end in (string[])["", "/letter", "/none"])
        {
            (await Get(site.Family, Path(learner) + end)).Status.ShouldBe(HttpStatusCode.NotFound, end);
            (await Get(site.OtherTeacher, Path(learner) + end)).Status.ShouldBe(HttpStatusCode.NotFound, end);
            (await Get(site.Self(site.Room[1]), Path(learner) + end)).Status.ShouldBe(HttpStatusCode.NotFound, end);
        }
    }

    [Fact]
    public async Task What_was_awarded_keeps_the_grade_of_its_day_and_credit_without_a_grade_has_none()
    {
        await Adopt("mild", Mild);
        var learner = site.Room[2];
        await Award(learner, 3.5m, "Early Algebra", Today, GradingOption.Graded);
        await Award(learner, 4, "Before Tables", Today.AddYears(-12), GradingOption.Graded);
        await Award(learner, 4, "<i>Ungraded</i>", Today, GradingOption.NoGrade);
        var before = Of(learner);

        await Adopt("strict", Strict, Today.AddDays(30));
        var (page, after) = (await Get(site.Teacher, Path(learner)), Of(learner));

        after.Awarded.Select(one => (one.Name, one.Grade?.Letter ?? "", one.Why)).ShouldBe([("Before Tables", "", LeftOut.NoConversion), ("Early Algebra", "A", null), ("<i>Ungraded</i>", "", LeftOut.NoGrade)]);
        after.Awarded.Select(one => one.Grade?.Letter).ShouldBe(before.Awarded.Select(one => one.Grade?.Letter));
        (after.Average.Unweighted.Value, after.Average.Unweighted.LeftOut.Count).ShouldBe((4m, 2));
        page.Whole.ShouldContain("Average 4.00: (4 x 1) / 1");
        page.Whole.ShouldContain("summa cum laude");
        page.Whole.ShouldContain("no table turned levels into grades that day");
        page.Body.ShouldNotContain("<i>Ungraded");
    }

    [Theory]
    [InlineData("rule=times-shown")]
    [InlineData("rule=weighted-recent&p-weight=900")]
    [InlineData("until=tomorrow&rule=mean")]
    [InlineData("rule=nonsense")]
    [InlineData("")]
    public async Task What_cannot_be_tried_is_asked_again(string query)
    {
        var page = await Get(site.Leader, $"/grades/simulation?{query}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Whole.ShouldNotContain("by the rules of now");
        (await Get(site.Leader, $"/grades/simulation/groups?{query}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("conversion=00000000000000000000000000000001")]
    [InlineData("framework=00000000000000000000000000000001&rule=mean")]
    public async Task What_is_not_there_is_not_found(string query) => (await Get(site.Leader, $"/grades/simulation?{query}")).Status.ShouldBe(HttpStatusCode.NotFound);

    // Said again without columns: each policy in force, the levels of its parts, both tables.
    private IEnumerable<(LearnerId Learner, string Before, string After)> Expected(Learner learner) => site.Read(db =>
    {
        var (framework, all) = (site.District.Frameworks[0], ConversionRows.Adopted(db));
        var standings = CreditStandings.Of(new Scope(db, Actor.Operator, Today, DateTime.UtcNow), learner, framework, framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id)).Select(one => one.Id), Day);
        var parts = CreditRows.Parts(db);
        // What an exam and a panel decide has no grade from its parts, here as in a trial.
        return PolicyInForce.Of(CreditRows.Policies(db), learner.Place, Today).Where(one => one.Method != CreditMethod.ExamAndArtifact)
            .Select(policy => parts[policy.Id].Select(part => standings.LastOrDefault(one => one.Competency == part.Competency && (part.Stage is null || one.Stage == part.Stage) && one.Level is not null)?.Level).OfType<decimal>().ToList())
            .Where(levels => levels.Count > 0)
            .Select(levels => (learner.Id, ReportingGrade.From(ConversionFor.Of(all, learner.Place, Today)!.Rules, levels, false).Letter, ReportingGrade.From(GradeTableText.Parse(Strict), levels, false).Letter)).ToList();
    });

    private async Task<GradeConversion> Adopt(string code, string table, DateOnly? from = null)
    {
        var (first, second) = (site.Leader.Person, Guid.CreateVersion7());
        return await site.District.Writer.Alone(turn =>
        {
            if (turn.Db.GradeConversions.FirstOrDefault(one => one.Code == code) is { } known) return known;
            var one = new GradeConversion(new(Guid.CreateVersion7()), code, 1, $"Table {code}", table, new(first), turn.Now);
            one.Propose(from ?? Today, Today, new(first));
            one.Sign(Today, new(second), turn.Now);
            turn.Db.Add(one);
            turn.Db.SaveChanges();
            return one;
        });
    }

    private Task<GradeConversion> Draft(string code, string table) => site.District.Writer.Alone(turn =>
    {
        var one = new GradeConversion(new(Guid.CreateVersion7()), code, 1, $"Draft {code}", table, new(site.Leader.Person), turn.Now);
        turn.Db.Add(one);
        turn.Db.SaveChanges();
        return one;
    });

    private Task<int> Award(Learner learner, decimal level, string title, DateOnly on, GradingOption grading) => site.District.Writer.Alone(turn =>
    {
        var award = new CreditAward(new(Guid.CreateVersion7()), learner.Id, CreditSource.JudgedWhole, 100, on, new(site.Teacher.Person), turn.Next()) { Level = level, Grading = grading, School = learner.School, Program = learner.Program };
        turn.Db.Add(award);
        turn.Db.Add(new CreditAwardText(award.Id, title, "", "", "", "", "", ""));
        return turn.Db.SaveChanges();
    });

    private LearnerGrades Of(Learner learner) => site.Read(db => GradeRows.Of(db, new Scope(db, Actor.Operator, Today, DateTime.UtcNow), learner, site.District.Frameworks, Day)!);

    private SimulationRun Try(SimulationDraft draft) => site.Read(db => SimulationReads.Of(db, site.District.Engine, new Scope(db, Actor.Operator, Today, DateTime.UtcNow), draft));

    private async Task<Answer> Get(Actor who, string path)
    {
        using var visitor = await site.Site.As(who);
        return await visitor.Get(path);
    }

    private static string Path(Learner learner) => $"/learners/{learner.Id.Value:N}/grades";

    [GeneratedRegex("<details.*?</details>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closed();

    [GeneratedRegex("class=\"LevelChip[^>]*>.*?</svg>(?<text>[^<]*)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chips();

    [GeneratedRegex("<td class=\"num\">(?<count>[0-9]+)</td>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cells();
}
