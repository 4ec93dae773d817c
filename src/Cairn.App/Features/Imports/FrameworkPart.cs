using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Features.Imports;

/// <summary>The framework of an imported programme: a change of any row is a new version; what left the sheets stays, out of use.</summary>
internal sealed class FrameworkPart(ImportKeys keys, ProgramSheets sheets, FrameworkInForce? now, ImportChange change, DateTime at)
{
    private readonly FrameworkId _framework = new(keys.Thing("framework"));
    private readonly ScaleId _scale = new(keys.Thing("scale", $"{sheets.LastStage}"));
    private readonly int _number = (now?.Content.Version.Number ?? 0) + 1;
    private List<Area> _areas = [];
    private List<Competency> _competencies = [];
    private List<LearningTarget> _targets = [];
    private List<StageRequirement> _requirements = [];

    private FrameworkVersionId Version => new(keys.Thing("version", $"{_number}"));

    public bool IsChanged { get; private set; }

    public CompetencyId CompetencyOf(string code) => new(keys.Thing("competency", code.ToUpperInvariant()));

    public TargetId TargetOf(string code) => new(keys.Thing("target", code.ToUpperInvariant()));

    private AreaId AreaOf(string code) => new(keys.Thing("area", code.ToUpperInvariant()));

    /// <summary>Compares the sheets with what is in force.</summary>
    public void Compare()
    {
        var before = now?.Content;
        _areas = [.. sheets.Areas.Select((row, i) => new Area(Version, AreaOf(row.Code), row.Code, row.Title, AreaKind.Learning, row.IsActive, i + 1))];
        Tell("areas.csv", before?.Areas ?? [], _areas, one => one.Id, one => one with { Version = Version, Position = 0 }, one => one with { IsActive = false }, one => one.IsActive);

        var numbers = before?.Competencies.ToDictionary(one => one.Id, one => one.Number) ?? [];
        var next = numbers.Values.DefaultIfEmpty(0).Max() + 1;
        _competencies = [.. sheets.Competencies.Select((row, i) => new Competency(
            Version, CompetencyOf(row.Code), AreaOf(row.Area), row.Code, row.Title, row.Statement, "", _scale, 0, row.IsActive,
            numbers.TryGetValue(CompetencyOf(row.Code), out var known) ? known : next++, i + 1))];
        Tell("competencies.csv", before?.Competencies.OrderBy(one => one.Position).ToList() ?? [], _competencies, one => one.Id, one => one with { Version = Version, Scale = _scale, Position = 0 }, one => one with { IsActive = false }, one => one.IsActive);

        _targets = [.. sheets.Targets.Select((row, i) => new LearningTarget(
            Version, TargetOf(row.Code), CompetencyOf(row.Competency), row.Code, row.Title, row.Statement, row.DefaultPieces, 1, true, row.IsActive, i + 1))];
        _requirements = [.. sheets.Targets.SelectMany(row => row.Pieces.Select(one => new StageRequirement(Version, TargetOf(row.Code), one.Key, one.Value)))];
        var asked = _requirements.ToLookup(one => one.Target);
        Tell("targets.csv", before?.Targets ?? [], _targets, one => one.Id, one => one with { Version = Version, Position = 0 }, one => one with { IsActive = false }, one => one.IsActive,
            one => before is not null && Enumerable.Range(1, 255).All(stage => before.PiecesFor(one, stage) == (asked[one.Id].FirstOrDefault(row => row.Stage == stage)?.Pieces ?? one.DefaultPieces)));
        // A target that left the sheets keeps what it asked for.
        if (before is not null)
            _requirements.AddRange(_targets.Where(one => !asked.Contains(one.Id)).SelectMany(one => Enumerable.Range(1, 255)
                .Where(stage => before.PiecesFor(one, stage) != one.DefaultPieces).Select(stage => new StageRequirement(Version, one.Id, stage, before.PiecesFor(one, stage)))));
        IsChanged |= before is not null && before.Version.LastStage != sheets.LastStage;
    }

    /// <summary>Stores the new version, where anything changed.</summary>
    public void Apply(WriteTurn turn)
    {
        if (!IsChanged) return;
        if (now is null) turn.Db.Add(new Framework(_framework, keys.Source, keys.Source));
        if (turn.Db.Scales.Find(_scale) is null) turn.Db.Add(ProficiencyScale.OfStages(_scale, "Stages", sheets.LastStage));
        if (now?.Content.Version.LastStage != sheets.LastStage)
        {
            var number = (now?.Rules.RuleOf(default).Number ?? 0) + 1;
            turn.Db.Add(new RuleAssignment(new RuleId(keys.Thing("rule", $"{number}")), _framework, null, false, number,
                now is null ? DateTime.UnixEpoch : at, new Continuum(sheets.LastStage)));
        }

        turn.Db.Add(new FrameworkVersion(Version, _framework, _number, null, sheets.LastStage));
        turn.Db.SaveChanges();
        turn.Insert<Area>(_areas);
        turn.Insert<Competency>(_competencies);
        turn.Insert<LearningTarget>(_targets);
        turn.Insert<StageRequirement>(_requirements);
        turn.Adopt(Version, at);
    }

    /// <summary>Counts what a sheet adds, changes, ends and leaves. A row that only moved because others came or went has not changed.</summary>
    private void Tell<T, TId>(
        string sheet, IReadOnlyList<T> before, List<T> after, Func<T, TId> id, Func<T, T> bare, Func<T, T> ended, Func<T, bool> isActive, Func<T, bool>? isSame = null)
        where T : class
        where TId : notnull
    {
        var tally = change.Of(sheet);
        var known = before.ToDictionary(id, bare);
        var stay = after.Select(id).ToHashSet();
        var places = before.Select(id).Where(stay.Contains).Select((one, place) => (one, place)).ToDictionary(pair => pair.one, pair => pair.place);
        var place = 0;
        foreach (var row in after)
            if (!known.Remove(id(row), out var old)) tally.Added++;
            else if (places[id(row)] == place++ && old.Equals(bare(row)) && isSame?.Invoke(row) != false) tally.Unchanged++;
            else tally.Changed++;
        tally.Ended += known.Values.Count(isActive);
        IsChanged |= !tally.IsNothing;
        // What left the sheets goes on behind the rest, out of use, in its old order.
        after.AddRange(known.Values.Select(ended));
    }
}
