using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;

namespace Cairn.Storage.Transcripts;

/// <summary>A level that a grade reads, with what it is of.</summary>
/// <param name="Competency">The competency; null where the framework does not know it any more.</param>
/// <param name="Stage">The stage; null where there is none.</param>
/// <param name="Level">The level.</param>
/// <param name="Scale">The scale it is read on; null where the competency is not known.</param>
public sealed record GradedLevel(Competency? Competency, int? Stage, decimal Level, ProficiencyScale? Scale)
{
    /// <summary>Is it on a continuum, where the levels are the stages?</summary>
    public bool IsContinuum { get; init; }
}

/// <summary>A grade as it stands: of credit that was awarded, or of what is under way.</summary>
/// <param name="Key">A short name for addresses.</param>
/// <param name="Name">What it is of: a course title, a portfolio, an area.</param>
/// <param name="Hundredths">Its credit, in hundredths; 0 where it is none.</param>
/// <param name="Levels">The levels it reads, in their order.</param>
/// <param name="Parts">How many parts there are, with a level or not.</param>
public sealed record StandingGrade(string Key, string Name, int Hundredths, IReadOnlyList<GradedLevel> Levels, int Parts)
{
    /// <summary>The award; null where it is under way: then the grade is interim.</summary>
    public CreditHeld? Held { get; init; }

    /// <summary>By which conversion; null where none holds.</summary>
    public GradeConversion? Conversion { get; init; }

    /// <summary>The grade; null where no conversion was asked.</summary>
    public ReportingGrade? Grade { get; init; }

    /// <summary>Why it has none, or is in no average; null where points decide.</summary>
    public LeftOut? Why { get; init; }
}

/// <summary>A learner's grades on a day.</summary>
/// <param name="Awarded">Of credit in force, in the order it was earned.</param>
/// <param name="UnderWay">Of what is under way, by the conversion of the day.</param>
/// <param name="Average">Averages over what was awarded.</param>
public sealed record LearnerGrades(IReadOnlyList<StandingGrade> Awarded, IReadOnlyList<StandingGrade> UnderWay, GradeAverage Average)
{
    /// <summary>The grade of a short name; null where there is none.</summary>
    public StandingGrade? Find(string key) => Awarded.Concat(UnderWay).FirstOrDefault(one => one.Key == key);
}

/// <summary>Grades of a learner, for who sees the record.</summary>
public static class GradeRows
{
    /// <summary>The grades; null where the asker may not see the record.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="on">The district's day.</param>
    public static LearnerGrades? Of(Db db, Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(on);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return null;
        var (conversions, held) = (ConversionRows.Adopted(db), CreditRows.RecordOf(db, scope, learner.Id).On(on.Today));
        var graded = held.Select(one => (Held: one, Grade: AwardGrade.From(one.Award, one.Parts, conversions))).ToList();
        List<StandingGrade> awarded = [.. graded.Select(one => Awarded(one.Held, one.Grade, learner, frameworks))];
        var now = ConversionFor.Of(conversions, learner.Place, on.Today);
        return new(awarded, [.. UnderWay(db, scope, learner, frameworks, held, now, on)], GradeAverage.From(graded.ConvertAll(one => one.Grade.Line)));
    }

    private static StandingGrade Awarded(CreditHeld held, AwardGrade graded, Learner learner, IReadOnlyList<FrameworkInForce> frameworks) =>
        new($"a-{held.Award.Id.Value:N}", held.Text?.Title ?? "", held.Award.Hundredths, [.. LevelsOf(held, learner, frameworks)], held.Parts.Count)
        {
            Held = held, Conversion = graded.Conversion, Grade = graded.Grade, Why = graded.Why,
        };

    // As the grade reads them: each part's where all have one, else the one mean of the award.
    private static IEnumerable<GradedLevel> LevelsOf(CreditHeld held, Learner learner, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var levels = AwardGrade.LevelsOf(held.Award, held.Parts);
        var parts = held.Parts.OrderBy(one => one.Competency.Value).ThenBy(one => one.Stage).ToList();
        return levels.Select((level, i) => levels.Count == parts.Count && parts[i].Level == level ? Level(parts[i].Competency, parts[i].Stage, level, learner, frameworks) : new(null, null, level, null));
    }

    private static IEnumerable<StandingGrade> UnderWay(
        Db db, Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, IReadOnlyList<CreditHeld> held, GradeConversion? conversion, DistrictDay on)
    {
        var (policies, parts) = (PolicyInForce.Of(CreditRows.Policies(db), learner.Place, on.Today), CreditRows.Parts(db));
        foreach (var framework in frameworks)
        {
            // What an exam and a panel decide is not under way by its parts: the policy that credits the parts themselves is.
            var own = policies.Where(one => one.Framework == framework.Content.Framework.Id && one.Grading == GradingOption.Graded && one.Method != CreditMethod.ExamAndArtifact).ToList();
            var content = framework.Content;
            var standings = CreditStandings.Of(scope, learner, framework, content.Competencies.Where(one => content.Counts(one.Id)).Select(one => one.Id), on).Where(one => one.Level is not null).ToList();
            if (policies.Count == 0)
            {
                foreach (var area in content.Areas)
                    if (standings.Where(one => content.Find(one.Competency)!.Area == area.Id).GroupBy(one => one.Competency).Select(some => some.Last()).ToList() is { Count: > 0 } some)
                        yield return Interim($"area-{area.Id.Value:N}", area.Title, 0, some, content.Competencies.Count(one => one.Area == area.Id && content.Counts(one.Id)), false);
                continue;
            }

            foreach (var policy in own)
            {
                if (held.Where(one => string.Equals(one.Policy?.Code, policy.Code, StringComparison.Ordinal)).Sum(one => one.Award.Hundredths) >= policy.Hundredths) continue;
                var some = parts[policy.Id].Select(part => standings.FindLast(one => one.Competency == part.Competency && (part.Stage is null || one.Stage == part.Stage))).OfType<PartStanding>().ToList();
                if (some.Count > 0) yield return Interim($"p-{policy.Id.Value:N}", policy.Title, policy.Hundredths, some, parts[policy.Id].Count(), policy.IsWeighted);
            }
        }

        StandingGrade Interim(string key, string name, int hundredths, List<PartStanding> some, int count, bool isWeighted) =>
            new(key, name, hundredths, some.ConvertAll(one => Level(one.Competency, one.Stage, one.Level!.Value, learner, frameworks)), count)
            {
                Conversion = conversion, Grade = conversion is null ? null : ReportingGrade.From(conversion.Rules, some.ConvertAll(one => one.Level!.Value), isWeighted),
                Why = conversion is null ? LeftOut.NoConversion : null,
            };
    }

    private static GradedLevel Level(CompetencyId competency, int? stage, decimal level, Learner learner, IReadOnlyList<FrameworkInForce> frameworks)
    {
        foreach (var framework in frameworks)
        {
            if (framework.Content.Find(competency) is not { } found) continue;
            var rules = framework.RulesFor(learner.Place);
            return new(found, stage, level, Standing.ScaleOf(found, framework.Content, rules)) { IsContinuum = rules.RuleOf(competency).Rule is Continuum };
        }

        return new(null, stage, level, null);
    }
}
