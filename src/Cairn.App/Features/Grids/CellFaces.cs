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

    private readonly ConcurrentDictionary<(int Number, CellLook Look), CellFace> _faces = new();
    private readonly Column?[] _columns;
    private readonly ColumnHead?[] _heads;
    private readonly FrameworkContent _content;
    private readonly Rulebook _rules;
    private readonly Words _words;
    private int _count;

    private CellFaces(FrameworkContent content, Rulebook rules, Words words)
    {
        (_content, _rules, _words) = (content, rules, words);
        _columns = new Column?[content.Competencies.Max(one => one.Number) + 1];
        _heads = new ColumnHead?[_columns.Length];
        foreach (var one in content.Competencies)
            _columns[one.Number] = new Column(one, Standing.ScaleOf(one, content, rules), rules.RuleOf(one.Id).Rule is Continuum);
    }

    private sealed record Column(Competency Competency, ProficiencyScale Scale, bool IsContinuum);

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
        var column = _columns[cell.Number]!;
        return Of(cell.Number, cell.LookAt(moment, day, column.Competency.RefreshAfterDays, column.IsContinuum));
    }

    /// <summary>The heading of a competency's column.</summary>
    public ColumnHead HeadOf(int number) =>
        _heads[number] ??= new ColumnHead(_columns[number]!.Competency, _columns[number]!.Scale, _rules.RuleOf(_columns[number]!.Competency.Id).Rule, _words);

    /// <summary>How a competency without any conclusion is drawn.</summary>
    public CellFace OfNothing(int number) => Of(number, NoCell);

    private CellFace Of(int number, CellLook look)
    {
        if (_faces.TryGetValue((number, look), out var face)) return face;
        if (Interlocked.Increment(ref _count) > MostKept)
        {
            _faces.Clear();
            _count = 0;
        }

        return _faces[(number, look)] = Draw(_columns[number]!, look);
    }

    private CellFace Draw(Column column, CellLook look)
    {
        int? stage = look.Stage == 0 ? null : look.Stage;
        var rule = _rules.RuleOf(column.Competency.Id, stage).Rule;
        var isSet = look.Marks.HasFlag(LookMarks.SetByPerson);
        var (level, value) = (Hundredths(look.Level), isSet ? null : Hundredths(look.Value));
        var (step, text) = LevelLook.Of(level, value, look.Marks.HasFlag(LookMarks.Proficient), look.Completed, stage, column.Scale, rule, _words);
        // The number stands alone and its word follows; what has no number has its stones and its words.
        var (number, word) = (level, rule) switch
        {
            (null, _) => ("", text),
            ({ } at, Continuum) => (_words.Number(value ?? at), _words[$"level.step.{step.ToString(CultureInfo.InvariantCulture)}"]),
            ({ } at, _) => (column.Scale.WithNumber(at) ?? column.Scale.LevelOf(at)) is var reached ? (_words.Number(reached.Number), reached.Label) : ("", ""),
        };
        var boxes = new Boxes(look.Completed, look.Missed, look.Required);
        return CellDrawing.Of(new CellFacts(step, word, number, column.IsContinuum ? stage : null, boxes, look.Pieces, look.Marks), _words);
    }

    private static decimal? Hundredths(int number) => number < 0 ? null : number / 100m;
}
