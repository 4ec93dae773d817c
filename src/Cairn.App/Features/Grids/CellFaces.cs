using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Grids;

/// <summary>The drawn cells of one framework under one set of rules, in one reader's words. Alike looks are drawn once and kept.</summary>
internal sealed class CellFaces
{
    private const int MostKept = 20_000;
    private static readonly ConditionalWeakTable<Words, ConcurrentDictionary<(FrameworkContent, Rulebook), CellFaces>> Kept = [];
    private static readonly CellLook NoCell = new(0, LookMarks.None, -1, -1, 0, 0, 0, 0);

    private readonly ConcurrentDictionary<(int Kind, CellLook Look), CellFace> _faces = new();
    private readonly ConcurrentDictionary<(int Kind, CellLook Look), int> _counts = new();
    private readonly ConcurrentDictionary<Kind, int> _numbers = new();
    private readonly ConcurrentDictionary<int, Kind> _kinds = new();
    private readonly Column?[] _columns;
    private readonly ColumnHead?[] _heads;
    private readonly Rulebook _rules;
    private readonly Words _words;
    private int _kept;
    private int _lastKind;

    private CellFaces(FrameworkContent content, Rulebook rules, Words words)
    {
        (_rules, _words) = (rules, words);
        _columns = new Column?[content.Competencies.Max(one => one.Number) + 1];
        _heads = new ColumnHead?[_columns.Length];
        foreach (var one in content.Competencies) _columns[one.Number] = new Column(one, Standing.ScaleOf(one, content, rules), rules.RuleOf(one.Id).Rule is Continuum, new int[256]);
    }

    /// <summary>What decides how a cell is drawn, beside what is in it: competencies of one kind share their faces.</summary>
    private sealed record Kind(ProficiencyScale Scale, DeterminationRule Rule);

    /// <param name="Competency">The competency.</param>
    /// <param name="Scale">Its scale where these rules hold.</param>
    /// <param name="IsContinuum">Is it a continuum?</param>
    /// <param name="KindAt">The number of its kind at each stage; 0 where nobody asked yet.</param>
    private sealed record Column(Competency Competency, ProficiencyScale Scale, bool IsContinuum, int[] KindAt);

    public static CellFaces Of(FrameworkInForce framework, Rulebook rules, Words words)
    {
        var all = Kept.GetOrCreateValue(words);
        // Frameworks and rules that nobody uses any more go with the rest.
        if (all.Count > 64) all.Clear();
        return all.GetOrAdd((framework.Content, rules), static (key, reader) => new CellFaces(key.Item1, key.Item2, reader), words);
    }

    /// <summary>How a cell is drawn at a moment of a day.</summary>
    public CellFace Of(in Cell cell, DateTime moment, DateOnly day)
    {
        var (kind, look) = Seen(cell, moment, day);
        return Of(kind, look);
    }

    /// <summary>As what a cell is counted: the kind of its face, which is not drawn for it.</summary>
    public int CountedAs(in Cell cell, DateTime moment, DateOnly day)
    {
        var (kind, look) = Seen(cell, moment, day);
        return _counts.GetOrAdd((kind, look.Counted), static (key, faces) => faces.Draw(faces._kinds[key.Kind], key.Look).Kind, this);
    }

    /// <summary>The heading of a competency's column.</summary>
    public ColumnHead HeadOf(int number) =>
        _heads[number] ??= new ColumnHead(_columns[number]!.Competency, _columns[number]!.Scale, _rules.RuleOf(_columns[number]!.Competency.Id).Rule, _words);

    /// <summary>How a competency without any conclusion is drawn.</summary>
    public CellFace OfNothing(int number) => Of(KindOf(_columns[number]!, 0), NoCell);

    private (int Kind, CellLook Look) Seen(in Cell cell, DateTime moment, DateOnly day)
    {
        var column = _columns[cell.Number]!;
        var look = cell.LookAt(moment, day, column.Competency.RefreshAfterDays, column.IsContinuum);
        return (KindOf(column, look.Stage), column.IsContinuum ? look : look.AtNoStage);
    }

    private int KindOf(Column column, byte stage)
    {
        if (column.KindAt[stage] is > 0 and var known) return known;
        var kind = new Kind(column.Scale, _rules.RuleOf(column.Competency.Id, stage == 0 ? null : stage).Rule);
        var number = _numbers.GetOrAdd(kind, _ => Interlocked.Increment(ref _lastKind));
        _kinds[number] = kind;
        return column.KindAt[stage] = number;
    }

    private CellFace Of(int kind, CellLook look)
    {
        if (_faces.TryGetValue((kind, look), out var face)) return face;
        if (Interlocked.Increment(ref _kept) > MostKept)
        {
            _faces.Clear();
            _kept = 0;
        }

        return _faces[(kind, look)] = Draw(_kinds[kind], look);
    }

    private CellFace Draw(Kind kind, CellLook look)
    {
        int? stage = look.Stage == 0 ? null : look.Stage;
        var (scale, rule) = (kind.Scale, kind.Rule);
        var isSet = look.Marks.HasFlag(LookMarks.SetByPerson);
        var (level, value) = (Hundredths(look.Level), isSet ? null : Hundredths(look.Value));
        var (step, text) = LevelLook.Of(level, value, look.Marks.HasFlag(LookMarks.Proficient), look.Completed, stage, scale, rule, _words);
        // The number stands alone and its word follows; what has no number has its stones and its words.
        var (number, word) = (level, rule) switch
        {
            (null, _) => ("", text),
            ({ } at, Continuum) => (_words.Number(value ?? at), _words[$"level.step.{step.ToString(CultureInfo.InvariantCulture)}"]),
            ({ } at, _) => (scale.WithNumber(at) ?? scale.LevelOf(at)) is var reached ? (_words.Number(reached.Number), reached.Label) : ("", ""),
        };
        var boxes = new Boxes(look.Completed, look.Missed, look.Required);
        return CellDrawing.Of(new CellFacts(step, word, number, rule is Continuum ? stage : null, boxes, look.Pieces, look.Marks, LevelKeys.IsFar(scale)), _words);
    }

    private static decimal? Hundredths(int number) => number < 0 ? null : number / 100m;
}
