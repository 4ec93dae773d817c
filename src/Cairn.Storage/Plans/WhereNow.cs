using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Scales;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;

namespace Cairn.Storage.Plans;

/// <summary>A competency, and where a learner stands in it at the highest stage that is open.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Area">Its area.</param>
/// <param name="Cell">The standing.</param>
/// <param name="Scale">The scale it is concluded on.</param>
/// <param name="Rule">The rule that concluded it.</param>
/// <param name="Level">The level that holds; null for none.</param>
/// <param name="IsSetByPerson">Did a person set it?</param>
/// <param name="IsShown">Is it at or above the line?</param>
public sealed record CompetencyStands(Competency Competency, Area Area, Cell Cell, ProficiencyScale Scale, DeterminationRule Rule, decimal? Level, bool IsSetByPerson, bool IsShown)
{
    /// <summary>Where they stand in the stage before, while nothing of this one was shown; null otherwise.</summary>
    public CompetencyStands? Before { get; init; }

    /// <summary>As far as what opens is concerned.</summary>
    public CompetencyNow Now => new(Competency.Id, Level, IsShown, Cell.Pieces > 0 || Level is not null);
}

/// <summary>Where a learner stands in every competency for learning that is in use, and what they are ready for.</summary>
/// <param name="All">Each competency, in the order of the framework.</param>
/// <param name="Ready">What is ready next.</param>
/// <param name="Shown">What is shown.</param>
public sealed record WhereNow(IReadOnlyList<CompetencyStands> All, Readiness Ready, IReadOnlySet<Cairn.Learning.CompetencyId> Shown)
{
    /// <summary>Reads it for somebody who may see the record. Of several frameworks those count in which the learner has begun; where they have begun in none, all.</summary>
    public static WhereNow Of(Scope scope, IReadOnlyList<FrameworkInForce> frameworks, Learner learner, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        var standings = frameworks.Select(one => (Framework: one, Standing: scope.StandingIn(learner.Id, one.Content.Framework.Id))).ToList();
        if (standings.Exists(one => one.Standing?.AsOf is not null)) standings.RemoveAll(one => one.Standing?.AsOf is null);
        List<CompetencyStands> all = [.. standings.SelectMany(one => In(one.Framework, learner, one.Standing, now))];
        var shown = all.Where(one => one.IsShown).Select(one => one.Competency.Id).ToHashSet();
        return new WhereNow(all, Readiness.From([.. all.Select(one => one.Competency.Id)], shown, standings.SelectMany(one => Pathway.PrerequisitesIn(one.Framework.Content))), shown);
    }

    /// <summary>A competency of it; null where there is none.</summary>
    public CompetencyStands? Find(Cairn.Learning.CompetencyId id) => All.FirstOrDefault(one => one.Competency.Id == id);

    private static List<CompetencyStands> In(FrameworkInForce framework, Learner learner, PackedStanding? standing, DateTime now)
    {
        var rules = framework.RulesFor(learner.Place);
        var cells = WorkedStage.Of(Cell.Read(standing?.AsOf is null ? framework.UntouchedCells(rules) : standing.Bytes));
        return [.. framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id) && framework.Content.AreaOf(one).Kind == AreaKind.Learning)
            .Select(one => !cells.TryGetValue(one.Number, out var at) ? From(framework, rules, one, null, now)
                : From(framework, rules, one, at.Highest, now) with { Before = at.NotBegun is null ? null : From(framework, rules, one, at.Cell, now) })];
    }

    private static CompetencyStands From(FrameworkInForce framework, Rulebook rules, Competency competency, Cell? begun, DateTime now)
    {
        // Of a continuum that was not entered there is no cell, and an empty one would say level 0.
        var cell = begun ?? default;
        var (scale, rule) = (Standing.ScaleOf(competency, framework.Content, rules), rules.RuleOf(competency.Id, cell.Stage).Rule);
        var (isSet, level) = (begun?.IsSetByPersonAt(now) == true, begun?.LevelAt(now));
        return new CompetencyStands(competency, framework.Content.AreaOf(competency), cell, scale, rule, level, isSet,
            !isSet ? cell.IsProficient : rule is Continuum ? level >= cell.Stage : level >= scale.Line);
    }
}
