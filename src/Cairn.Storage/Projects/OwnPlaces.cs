using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage.Standings;

namespace Cairn.Storage.Projects;

/// <summary>Where one learner stands in the competencies of a framework: at the highest stage that is open, and at which level.</summary>
public sealed class OwnPlaces
{
    private readonly Dictionary<CompetencyId, Cell> _cells = [];
    private readonly DateTime _now;

    private OwnPlaces(FrameworkInForce framework, Rulebook rules, bool hasBegun, ReadOnlySpan<Cell> cells, DateTime now)
    {
        (Framework, Rules, HasBegun, _now) = (framework, rules, hasBegun, now);
        var byNumber = framework.Content.Competencies.ToDictionary(one => one.Number, one => one.Id);
        foreach (var cell in cells)
            if (byNumber.TryGetValue(cell.Number, out var competency)) _cells[competency] = cell;
    }

    /// <summary>The framework.</summary>
    public FrameworkInForce Framework { get; }

    /// <summary>The rules that the learner lives under.</summary>
    public Rulebook Rules { get; }

    /// <summary>Has the learner begun in it?</summary>
    public bool HasBegun { get; }

    /// <summary>Reads the frameworks that a learner has begun in; all of them where they have begun in none. None where the asker may not read the record.</summary>
    public static IReadOnlyList<OwnPlaces> Of(Scope scope, IEnumerable<FrameworkInForce> frameworks, Learner learner, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(learner);
        if (!scope.May(learner.Id, Rights.SeeRecord)) return [];
        List<OwnPlaces> all = [.. frameworks.Where(one => one.Content.Competencies.Count > 0).Select(one =>
        {
            var (rules, standing) = (one.RulesFor(learner.Place), scope.StandingIn(learner.Id, one.Content.Framework.Id));
            return new OwnPlaces(one, rules, standing?.AsOf is not null, Cell.Read(standing?.Bytes ?? one.UntouchedCells(rules)), now);
        })];
        return all.Exists(one => one.HasBegun) ? all.FindAll(one => one.HasBegun) : all;
    }

    /// <summary>The standing in a competency; null where there is none.</summary>
    public Cell? CellOf(CompetencyId competency) => _cells.TryGetValue(competency, out var cell) ? cell : null;

    /// <summary>The learner's place in a competency.</summary>
    public OwnPlace In(CompetencyId competency) => _cells.TryGetValue(competency, out var cell) ? new OwnPlace(cell.Stage, cell.LevelAt(_now)) : default;
}
