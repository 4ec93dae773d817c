using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Plans;

/// <summary>When it is, and by what pace is told.</summary>
/// <param name="Policy">The policy of the learner's place.</param>
/// <param name="Calendar">When school is open.</param>
/// <param name="Today">The district's day.</param>
/// <param name="Now">The moment, UTC.</param>
/// <param name="YearBegan">The first moment of the school year, UTC; of a learner who came later, of their first day.</param>
public sealed record PaceMoment(PacingPolicy Policy, SchoolCalendar Calendar, DateOnly Today, DateTime Now, DateTime YearBegan)
{
    /// <summary>The school year, from the day the learner came where they came later.</summary>
    public SchoolYear Year => SchoolYear.Around(Today, Policy.YearFirst, Policy.YearLast) is var whole && Came is { } came && came > whole.First ? whole with { First = came < whole.Last ? came : whole.Last } : whole;

    /// <summary>The first moment, UTC, of the time that a loop is looked for in: the last open days of the policy's number, never before the year began or the learner came.</summary>
    public DateTime LoopsSince
    {
        get => field == default ? YearBegan.AddDays(LoopsFirst.DayNumber - Year.First.DayNumber) : field;
        init;
    }

    /// <summary>The day on which that time begins: whoever knows the district's clock says its first moment.</summary>
    public DateOnly LoopsFirst => Calendar.FirstOfLast(Today, PacePolicy.LoopDays, Year.First);

    /// <summary>The learner's first day with us; null where nobody knows. Nothing is asked of the time before it.</summary>
    public DateOnly? Came { get; init; }
}

/// <summary>
/// How a learner goes, from their facts alone: the steps of the plan they work by against its days; without such a plan the evidence that was still asked
/// for when the year began, spread over it, against what came since. And what stands still; what is missing; what is ready next. Never from other learners. A conclusion.
/// </summary>
public sealed record LearnerPace
{
    // So many weeks of the plan's own rate stand before what the learner shows.
    private const double PriorWeeks = 4;

    // More boxes than any year has.
    private const int Most = 10_000;

    private LearnerPace(PaceBand band, Forecast forecast, Stall stall, MissingEvidence missing, Readiness ready, IReadOnlyList<Determination> standing) =>
        (Band, Forecast, Stall, Missing, MissingFirst, Ready, Standing) = (band, forecast, stall, missing, missing, ready, standing);

    /// <summary>Pace against plan.</summary>
    public PaceBand Band { get; }

    /// <summary>How the steps of the plan stand that pace is told by; null where it is told by the year's evidence.</summary>
    public StepsStand? Steps { get; private init; }

    /// <summary>When all that is left is likely shown.</summary>
    public Forecast Forecast { get; }

    /// <summary>What stands still; for adults.</summary>
    public Stall Stall { get; }

    /// <summary>Boxes still empty.</summary>
    public MissingEvidence Missing { get; }

    /// <summary>The boxes of those that come first: of the plan's open steps where pace is told by them and any is begun, else all.</summary>
    public MissingEvidence MissingFirst { get; private init; }

    /// <summary>What is ready next.</summary>
    public Readiness Ready { get; }

    /// <summary>Where the learner stands in each competency of learning that is begun, at the highest stage that is open.</summary>
    public IReadOnlyList<Determination> Standing { get; }

    /// <summary>Concludes it.</summary>
    /// <param name="record">The learner's facts.</param>
    /// <param name="frameworks">The frameworks that the learner has begun in, with the rules of their place.</param>
    /// <param name="lastShown">The day of the newest evidence; null for none.</param>
    /// <param name="at">When it is.</param>
    /// <param name="plan">The plan they work by; null for none.</param>
    public static LearnerPace From(LearnerRecord record, IReadOnlyList<(FrameworkContent Content, Rulebook Rules)> frameworks, DateOnly? lastShown, PaceMoment at, PlannedSteps? plan = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(at);
        List<Way> Since(DateTime began) => [.. frameworks.SelectMany(one => Learned(one.Content).Select(competency => Way.Of(competency, record, one.Content, one.Rules, began)))];
        var (year, ways) = (at.Year, Since(at.YearBegan));
        var (band, forecast, steps) = OfPlan(plan, plan is not null && plan.Tells(at.Today, year.First) ? Since(plan.Began) : [], at) ?? OfYear(ways, at);
        List<Determination> standing = [.. ways.Where(one => one.Now.Count > 0).Select(one => one.Now[^1])];
        var first = MissingEvidence.From([.. standing.Where(one => steps?.Open.Any(step => step.Competency == one.Competency) == true)]);
        var pace = new LearnerPace(band, forecast,
            Stall.From(lastShown, year.First, frameworks.SelectMany(one => TriesOf(record, one.Content, one.Rules, at.LoopsSince)).Where(one => !Holds(one, standing, at.Now)), at.Today, at.Calendar, at.Policy.Pace),
            MissingEvidence.From(standing),
            Readiness.From([.. ways.Select(one => one.Competency)], ways.Where(one => one.IsShown(at.Now)).Select(one => one.Competency).ToHashSet(), frameworks.SelectMany(one => Before(one.Content))), standing) { Steps = steps };
        return first.All.Count > 0 ? pace with { MissingFirst = first } : pace;
    }

    /// <summary>What educators said in each part that is learned, one level an experience; a level of habits is none of it.</summary>
    /// <param name="record">The learner's facts.</param>
    /// <param name="content">The framework.</param>
    /// <param name="rules">The rules of the learner's place.</param>
    /// <param name="since">What was shown before this moment, UTC, is no try.</param>
    public static IEnumerable<Tries> TriesOf(LearnerRecord record, FrameworkContent content, Rulebook rules, DateTime since) =>
        from competency in Learned(content)
        from part in record.JudgmentsUnder(competency.Id).Where(one => one.Level is not null && one.DemonstratedOn >= since && rules.Policy.Counts(one.Role) && !record.IsRetracted(one, AsOf.Everything)).GroupBy(one => (one.Target, one.Stage))
        let line = part.Key.Stage is { } stage && rules.RuleOf(competency.Id, stage).Rule is Continuum ? stage : Mastery.Standing.ScaleOf(competency, content, rules).Line
        select new Tries(competency.Id, part.Key.Target, part.Key.Stage, line,
            [.. part.Order(Comparer<Judgment>.Create(Judgment.InOrder)).GroupBy(record.ExperienceOf).Select(same => same.Last().Level!.Value)]);

    /// <summary>Would a step that is put into a plan now count as done by what was shown between the plan's first moment and now?</summary>
    /// <param name="competency">The step's competency.</param>
    /// <param name="record">The learner's facts about it.</param>
    /// <param name="content">Its framework.</param>
    /// <param name="rules">The rules of the learner's place.</param>
    /// <param name="began">The first moment of the plan's first day, UTC.</param>
    /// <param name="now">The moment, UTC.</param>
    public static bool IsDoneSince(Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules, DateTime began, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(competency);
        var way = Way.Of(competency, record, content, rules, began);
        return !way.WasStepDone(began) && way.IsStepDone(now);
    }

    // Who holds the line, or is a stage further, tries nothing in vain: what they show once more is their choice.
    private static bool Holds(Tries tries, List<Determination> standing, DateTime moment) =>
        standing.Find(one => one.Competency == tries.Competency) is { } now && now.At(moment) is var held
        && (held.IsProficient || (now.Stage is { } stage ? tries.Stage < stage : held.Level?.Number >= now.Scale.Line));

    // Each step is due by its day, whichever of them come first.
    private static (PaceBand Band, Forecast Forecast, StepsStand? Steps)? OfPlan(PlannedSteps? plan, List<Way> ways, PaceMoment at)
    {
        if (plan is null) return null;
        var known = ways.ToDictionary(one => one.Competency);
        // What is in no framework any more is nobody's to show.
        List<PlanStep> steps = [.. plan.Steps.Where(one => known.ContainsKey(one.Competency)).OrderBy(plan.DueOf).ThenBy(one => one.Position)];
        if (!steps.Exists(one => one.ExpectedBy is not null)) return null;
        // What was shown before the plan is no work of the plan: it is neither asked for nor done.
        var before = steps.Where(one => known[one.Competency].WasStepDone(plan.Began)).Select(one => one.Competency).ToHashSet();
        steps.RemoveAll(one => before.Contains(one.Competency));
        if (steps.Count == 0) return null;
        var shown = steps.Where(one => known[one.Competency].IsStepDone(at.Now)).Select(one => one.Competency).ToHashSet();
        var band = PaceBand.From([.. steps.Select(plan.DueOf)], shown.Count, at.Today, at.Calendar, at.Policy.Pace.BandWeeks);
        return (band, ForecastOf(steps.Count, shown.Count, steps.Count - shown.Count, new SchoolYear(plan.Plan.From, plan.Plan.Until), at),
            new StepsStand(plan.Plan, shown, [.. steps.Where(one => !shown.Contains(one.Competency))]) { Before = before });
    }

    // Needed and done are the same boxes: those that were empty when the year began. What comes at a later stage is more than the year asked for, and fills none of them.
    private static (PaceBand Band, Forecast Forecast, StepsStand? Steps) OfYear(List<Way> ways, PaceMoment at)
    {
        var (needed, done) = (Math.Min(Most, ways.Sum(one => one.Needed)), Math.Min(Most, ways.Sum(one => one.Done)));
        var band = PaceBand.From(PaceBand.Spread(needed, at.Year, at.Calendar), done, at.Today, at.Calendar, at.Policy.Pace.BandWeeks);
        List<Way> asked = [.. ways.Where(one => one.Now.Count > 0 && !one.WasStepDone(at.YearBegan))];
        var shown = asked.Count(one => one.IsStepDone(at.Now));
        return (band with { Further = ways.Sum(one => one.Further) }, ForecastOf(asked.Count, shown, asked.Count - shown, at.Year, at), null);
    }

    // Before anything is shown stands the rate that the time itself asks for.
    private static Forecast ForecastOf(int asked, int shown, int left, SchoolYear within, PaceMoment at)
    {
        double Weeks(DateOnly until) => at.Calendar.OpenDays(within.First.AddDays(-1), until) / (double)SchoolCalendar.DaysAWeek;
        var rate = asked / Math.Max(1, Weeks(within.Last));
        return Forecast.From(Pace.From(Math.Max(0.1, rate * PriorWeeks), PriorWeeks, shown, Weeks(at.Today < within.Last ? at.Today : within.Last)), left);
    }

    private static IEnumerable<Competency> Learned(FrameworkContent content) => content.Competencies.Where(one => content.Counts(one.Id) && content.AreaOf(one).Kind == AreaKind.Learning);

    private static IEnumerable<Prerequisite> Before(FrameworkContent content) =>
        from link in content.Associations
        where link is { Kind: AssociationKind.Precedes, Origin: not null, Destination: not null }
        let pair = new Prerequisite(new CompetencyId(link.Destination!.Value), new CompetencyId(link.Origin!.Value))
        where content.Find(pair.Of) is not null && content.Find(pair.Needs) is not null
        select pair;

    /// <summary>One competency when the year began, and now.</summary>
    private sealed record Way(CompetencyId Competency, IReadOnlyList<Determination> Then, IReadOnlyList<Determination> Now)
    {
        // Nobody had begun: then the first stage that was opened since lay before them with all its boxes.
        private (int? Stage, int Empty) Start => Then.Count > 0 ? (Then[^1].Stage, Then[^1].Boxes.Empty) : Now.Count > 0 ? (Now[0].Stage, Now[0].Boxes.Required) : (null, 0);

        // What was shown on the first day, at its first moment, is work of that day.
        public static Way Of(Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules, DateTime began) => new(competency.Id,
            Mastery.Standing.Of(competency, record, content, rules, AsOf.Everything with { ShownBy = began.AddTicks(-1) }), Mastery.Standing.Of(competency, record, content, rules, AsOf.Everything));

        public int Needed => Start.Empty;

        public int Done => Math.Max(0, Start.Empty - Now.Where(one => one.Stage == Start.Stage).Sum(one => one.Boxes.Empty));

        public int Further => Now.Where(one => one.Stage > Start.Stage).Sum(one => one.Boxes.Completed);

        public bool IsShown(DateTime moment) => IsAt(Now, moment);

        // On a continuum the next stage opens by itself: the step asked for the one that was open when the plan began.
        public bool IsStepDone(DateTime moment) => IsShown(moment) || Now.Any(one => one.Stage is { } stage && stage >= (Start.Stage ?? stage) && one.At(moment).IsProficient);

        public bool WasStepDone(DateTime moment) => IsAt(Then, moment);

        private static bool IsAt(IReadOnlyList<Determination> stands, DateTime moment) => stands.Count > 0 && stands[^1].At(moment).IsProficient;
    }
}
