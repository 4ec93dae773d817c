using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Scales;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>One competency of a learner at the stage they work at now, as a family and a report read it.</summary>
/// <param name="Area">Its area.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Scale">The scale it is concluded on.</param>
/// <param name="Level">The level that holds; null for none.</param>
/// <param name="IsContinuum">Is it concluded on a continuum, whose levels are stages?</param>
/// <param name="Stage">The stage; null for none.</param>
/// <param name="Track">What the answer is concluded from.</param>
public sealed record FamilyLine(Area Area, Competency Competency, ProficiencyScale Scale, decimal? Level, bool IsContinuum, int? Stage, TrackLine Track)
{
    /// <summary>Boxes filled, 0 or more.</summary>
    public int Completed { get; init; }

    /// <summary>Is it concluded by a condition, which has no level?</summary>
    public bool IsCondition { get; init; }

    /// <summary>The stage that is open and not begun, 1 or more: what stands here is of the stage before. Null where there is none.</summary>
    public int? NotBegun { get; init; }
}

/// <summary>Where a learner stands, line by line, for what families are told.</summary>
public static class FamilyLines
{
    /// <summary>The lines of a learner in framework order, habits too; of a framework that they have not begun, none, unless it is the only one. Empty where the asker may not read the record.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="now">The moment that decisions hold at, UTC.</param>
    /// <param name="today">The district's day: from it on checks are still to come.</param>
    /// <param name="shownBy">Concludes anew from what was shown by then, UTC, by the rules of then; null for what stands now.</param>
    public static IReadOnlyList<FamilyLine> Of(Db db, Scope scope, IReadOnlyList<FrameworkInForce> frameworks, Learner learner, DateTime now, DateOnly today, DateTime? shownBy = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(learner);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return [];
        var days = DaysOf(db, scope, learner.Id, today);
        if (shownBy is not { } moment)
            return [.. frameworks.SelectMany(one => Of(one, scope.StandingIn(learner.Id, one.Content.Framework.Id) is { AsOf: not null } begun ? begun.Bytes : null, one.RulesFor(learner.Place), frameworks.Count == 1, now, days))];
        var (record, asOf) = (scope.Record(learner.Id), AsOf.Everything with { ShownBy = moment });
        return [.. frameworks.SelectMany(one => one.RulesFor(learner.Place, moment) is var rules && Standing.NewestFact(record, one.Content, asOf) is null
            ? Of(one, null, rules, frameworks.Count == 1, now, days) : Of(one, Concluding.Pack(record, one, rules, asOf), rules, frameworks.Count == 1, now, days))];
    }

    /// <summary>The answer that a family gets first.</summary>
    public static FamilyView View(IEnumerable<FamilyLine> lines, DateOnly today) => FamilyView.From([.. lines.Where(one => one.Area.Kind == AreaKind.Learning).Select(one => one.Track)], today);

    // The days that the plan which the learner works by gives, and those that checks are planned for.
    private static ILookup<CompetencyId, (DateOnly? Due, DateOnly? Check)> DaysOf(Db db, Scope scope, LearnerId learner, DateOnly today)
    {
        var plan = Storage.Plans.PlanRows.Of(db, scope, learner).FirstOrDefault(one => one.State == Learning.Plans.PlanState.Active)?.Id;
        var due = plan is null ? [] : db.PlanSteps.AsNoTracking().Where(one => one.Plan == plan && one.ExpectedBy != null).ToList();
        var checks = db.ReadyRequests.AsNoTracking().Where(one => one.Learner == learner && one.State == ReadyState.Planned && one.CheckOn >= today).ToList();
        return due.Select(one => (one.Competency, Day: (one.ExpectedBy, (DateOnly?)null))).Concat(checks.Select(one => (one.Competency, Day: ((DateOnly?)null, one.CheckOn)))).ToLookup(one => one.Competency, one => one.Day);
    }

    private static (DateOnly? Due, DateOnly? Check) DayOf(IEnumerable<(DateOnly? Due, DateOnly? Check)> days) => (days.Min(one => one.Due), days.Min(one => one.Check));

    private static IEnumerable<FamilyLine> Of(FrameworkInForce framework, byte[]? begun, Rulebook rules, bool isOnly, DateTime now, ILookup<CompetencyId, (DateOnly? Due, DateOnly? Check)> days)
    {
        if (begun is null && !isOnly) return [];
        var cells = WorkedStage.Of(Cell.Read(begun ?? framework.UntouchedCells(rules)));
        return framework.Content.Competencies.Where(one => cells.ContainsKey(one.Number) || framework.Content.Counts(one.Id))
            .Select(one => cells.TryGetValue(one.Number, out var cell) ? Of(framework.Content, rules, one, cell, now, DayOf(days[one.Id])) : Untouched(framework.Content, rules, one, DayOf(days[one.Id])));
    }

    // On a continuum that nobody has entered there is no stage yet, and no cell.
    private static FamilyLine Untouched(FrameworkContent content, Rulebook rules, Competency competency, (DateOnly? Due, DateOnly? Check) day)
    {
        var (area, scale) = (content.AreaOf(competency), Standing.ScaleOf(competency, content, rules));
        return new FamilyLine(area, competency, scale, null, rules.RuleOf(competency.Id).Rule is Continuum, null, new TrackLine(competency.Id, area.Id, false, 0, competency.Pieces, null, day.Due, day.Check));
    }

    private static FamilyLine Of(FrameworkContent content, Rulebook rules, Competency competency, WorkedStage at, DateTime now, (DateOnly? Due, DateOnly? Check) day)
    {
        var cell = at.Cell;
        var (area, scale) = (content.AreaOf(competency), Standing.ScaleOf(competency, content, rules));
        var rule = rules.RuleOf(competency.Id, cell.Stage).Rule;
        var isContinuum = rule is Continuum;
        var level = cell.LevelAt(now);
        var isShown = !cell.IsSetByPersonAt(now) ? cell.IsProficient : level >= (isContinuum ? cell.Stage : scale.Line);
        return new FamilyLine(area, competency, scale, level, isContinuum, cell.Stage, new TrackLine(competency.Id, area.Id, isShown, cell.Pieces, cell.Boxes.Empty, cell.LastShown, day.Due, day.Check))
        {
            Completed = cell.Boxes.Completed, IsCondition = rule is ConditionRule, NotBegun = at.NotBegun?.Stage,
        };
    }
}
