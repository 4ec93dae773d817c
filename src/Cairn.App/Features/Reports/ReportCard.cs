using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Reports;

/// <summary>How fine a report is.</summary>
internal enum ReportGrain
{
    /// <summary>A line an area.</summary>
    Area = 1,

    /// <summary>A line a competency.</summary>
    Competency = 2,

    /// <summary>A line a target.</summary>
    Target = 3,
}

/// <summary>What a report is asked for: how fine, and about what time.</summary>
internal sealed record ReportAsk(ReportGrain Grain, DateOnly From, DateOnly Until)
{
    private const int UsualDays = 120;
    private const int FirstYear = 1900;

    /// <summary>Reads what an address asks for: what makes no sense is as usual, and nothing lies after today.</summary>
    public static ReportAsk Of(string? grain, string? from, string? until, DateOnly today)
    {
        var last = Day(until) is { } said && said <= today ? said : today;
        var first = Day(from) is { } begun && begun <= last ? begun : last.AddDays(-UsualDays);
        return new ReportAsk(Enum.TryParse<ReportGrain>(grain, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : ReportGrain.Competency, first, last);
    }

    public override string ToString() => $"grain={Grain.ToString().ToLowerInvariant()}&from={From:yyyy-MM-dd}&until={Until:yyyy-MM-dd}";

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year >= FirstYear ? day : null;
}

/// <summary>A line of a report: what it is about, the level in stones and a word, and what is said beside it.</summary>
public sealed record ReportLine(string Title, string Code, int Step, string Text, string Statement, string Expected, IReadOnlyList<ReportLine> Parts, IReadOnlyList<(string Title, string Comment)> Examples);

/// <summary>An area of a report with its lines, the work that was seen in the time, and what educators write of it.</summary>
public sealed record ReportArea(Area? Area, int Seen, IReadOnlyList<ReportLine> Lines, IReadOnlyList<(ReportNarrative Narrative, string Author)> Narratives);

/// <summary>A learner's report card: everything on it is this learner's.</summary>
public sealed record ReportCard(Learner Learner, string School, IReadOnlyList<ReportArea> Areas, IReadOnlyList<ReportArea> Habits, IReadOnlyList<(int Step, string Text, bool IsOwn)> Legend)
{
    private const int ExamplesShown = 2;

    /// <summary>Who the family turns to.</summary>
    public IReadOnlyList<string> Advisors { get; private init; } = [];

    /// <summary>What helped the learner in the time, where who wrote it let a report card say so.</summary>
    public IReadOnlyList<string> Helps { get; private init; } = [];

    internal static ReportCard Of(Learner learner, ReportAsk ask, Visit visit, Words words)
    {
        var shownBy = visit.EndOf(ask.Until) is var end && end < visit.Now ? end : (DateTime?)null;
        var lines = FamilyLines.Of(visit.Db, visit.Scope, visit.Frameworks, learner, shownBy ?? visit.Now, visit.Today, shownBy);
        var record = visit.Scope.Record(learner.Id);
        var narratives = ReportRows.NarrativesOf(visit.Db, visit.Scope, learner.Id, ask.From, ask.Until);
        var expected = ReportRows.ExpectationsOf(visit.Db, visit.Scope, learner.Id, ask.From, ask.Until).GroupBy(one => one.Competency).ToDictionary(one => one.Key, one => string.Join("\n", one.Select(each => each.Text)));
        var (first, last) = (visit.EndOf(ask.From.AddDays(-1)), shownBy ?? visit.Now);
        var areas = lines.GroupBy(one => one.Area.Id).Select(area => (area.First().Area, All: area.ToList())).ToList();
        var made = areas.ConvertAll(one => (one.Area.Kind, Area: new ReportArea(one.Area,
            one.All.SelectMany(each => InTime(record, each.Competency.Id, first, last)).Select(each => each.Evidence).Distinct().Count(),
            ask.Grain == ReportGrain.Area && one.Area.Kind == AreaKind.Learning ? OfArea(one.All, expected, words)
                : [.. one.All.Select(each => Line(each, record, (first, last), ask.Grain, expected.GetValueOrDefault(each.Competency.Id, ""), visit, words))],
            [.. narratives.Where(each => each.Narrative.Area == one.Area.Id)])));
        var whole = narratives.Where(one => one.Narrative.Area is null).ToList();
        return new ReportCard(learner, visit.Db.Organizations.Where(one => one.Id == learner.School).Select(one => one.Name).FirstOrDefault() ?? visit.Served.Title,
            [.. made.Where(one => one.Kind == AreaKind.Learning).Select(one => one.Area), .. whole.Count > 0 ? [new ReportArea(null, 0, [], whole)] : (IEnumerable<ReportArea>)[]],
            [.. made.Where(one => one.Kind == AreaKind.Habits).Select(one => one.Area)], [.. LegendOf(lines, words)])
        {
            Advisors = ReportRows.AdvisorsOf(visit.Db, visit.Scope, learner.Id),
            Helps = [.. Cairn.Storage.Expectations.AccommodationRows.OnReport(visit.Db, visit.Scope, learner.Id, ask.From, ask.Until).Select(one =>
                one.Competency is { } of && visit.Frameworks.Select(each => each.Content.Find(of)?.Title).FirstOrDefault(each => each is not null) is { } title ? $"{title}: {one.Text}" : one.Text)],
        };
    }

    // An area has no level of its own: it is told how many of its competencies stand where.
    private static IReadOnlyList<ReportLine> OfArea(IEnumerable<FamilyLine> all, Dictionary<CompetencyId, string> expected, Words words) =>
    [
        .. all.Select(one => (Look: FamilyLevel.Of(one, words), Line: one)).GroupBy(one => one.Look).OrderByDescending(one => one.Key.Step)
            .Select(group => new ReportLine(string.Join(", ", group.Select(one => one.Line.Competency.Title)), "", group.Key.Step, group.Key.Text, "",
                string.Join("\n", group.Where(one => expected.ContainsKey(one.Line.Competency.Id)).Select(one => $"{one.Line.Competency.Title}: {expected[one.Line.Competency.Id]}")), [], [])),
    ];

    private static ReportLine Line(FamilyLine line, LearnerRecord record, (DateTime First, DateTime Last) time, ReportGrain grain, string expected, Visit visit, Words words)
    {
        var (step, text) = FamilyLevel.Of(line, words);
        var framework = visit.Frameworks.First(one => one.Content.Find(line.Competency.Id) is not null).Content;
        var parts = grain != ReportGrain.Target || line.Area.Kind == AreaKind.Habits ? [] : framework.TargetsOf(line.Competency.Id).Where(one => one.IsActive).Select(target =>
        {
            // A part is told by what was seen last: it concludes nothing by itself.
            var seen = record.JudgmentsOf(line.Competency.Id, target.Id).Where(one => IsSeen(record, one) && one.Stage == line.Stage && one.DemonstratedOn <= time.Last).ToList();
            var last = seen.Where(one => one.Level is not null).MaxBy(one => (one.DemonstratedOn, one.JudgedAt));
            var (at, said) = FamilyLevel.Of(last?.Level, line.Scale, line.Stage, line.IsContinuum, words, new Looked(seen.Count, 0, false, false));
            return new ReportLine(target.Title, target.Code, at, said, "", "", [], []);
        }).ToList();
        return new ReportLine(line.Competency.Title, line.Competency.Code, step, text, // What is written to a family speaks of their child.
            line.Competency.FamilyStatement.Length > 0 && visit.Actor!.Kind != Cairn.Storage.ActorKind.Learner ? line.Competency.FamilyStatement : line.Competency.Statement, expected, parts,
            line.Area.Kind == AreaKind.Habits ? ExamplesOf(line.Competency.Id, record, time, visit) : []);
    }

    // A habit is told with what was seen of it.
    private static List<(string, string)> ExamplesOf(CompetencyId habit, LearnerRecord record, (DateTime First, DateTime Last) time, Visit visit)
    {
        var pieces = InTime(record, habit, time.First, time.Last).OrderByDescending(one => one.DemonstratedOn).Select(one => one.Evidence!.Value).Distinct().ToList();
        var texts = visit.Scope.TextsOf(record.Learner, pieces);
        return [.. pieces.Select(one => texts.GetValueOrDefault(one)).Where(one => one is { Title.Length: > 0 } or { Comment.Length: > 0 }).Take(ExamplesShown).Select(one => (one!.Title, one.Comment))];
    }

    private static IEnumerable<Judgment> InTime(LearnerRecord record, CompetencyId competency, DateTime after, DateTime until) =>
        record.JudgmentsUnder(competency).Where(one => one.Evidence is not null && IsSeen(record, one) && one.DemonstratedOn > after && one.DemonstratedOn <= until);

    private static bool IsSeen(LearnerRecord record, Judgment one) => one.Role != JudgeRole.Learner && !record.IsRetracted(one, AsOf.Everything);

    // What a level means is told where the words are Cairn's: a school's own levels may mean something else.
    private static IEnumerable<(int Step, string Text, bool IsOwn)> LegendOf(IReadOnlyList<FamilyLine> lines, Words words) => lines.Where(one => one.Area.Kind == AreaKind.Learning && !one.IsContinuum)
        .Select(one => one.Scale).DistinctBy(one => one.Id).Take(1).SelectMany(scale => scale.Levels.Select(level => (FamilyLevel.Of(level.Number, scale, null, false, words), FamilyLevel.IsOwn(level.Label))).Select(one => (one.Item1.Step, one.Item1.Text, one.Item2)))
        .DefaultIfEmpty().SelectMany(one => one.Text is null ? Enumerable.Range(1, 4).Select(step => (step, words[$"family.step.{step}"], true)) : [one]);
}
