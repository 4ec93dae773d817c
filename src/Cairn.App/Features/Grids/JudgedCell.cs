using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Standings;

namespace Cairn.App.Features.Grids;

/// <summary>The cell that is judged: at which stage, on which scale, how it looks now and what others said of it lately.</summary>
internal sealed class JudgedCell
{
    private readonly Visit _visit;
    private readonly Words _words;
    private readonly Rulebook _rules;
    private readonly int? _asked;

    public JudgedCell(Visit visit, Words words, FrameworkInForce framework, Learner learner, Competency competency, int? stage)
    {
        (_visit, _words, Framework, Learner, Competency, _asked) = (visit, words, framework, learner, competency, stage);
        _rules = framework.RulesFor(learner.Place);
        Scale = Standing.ScaleOf(competency, framework.Content, _rules);
        Stage = stage ?? Now()?.Stage;
        Quick = QuickClaim.Of(competency, framework.Content, _rules, Stage);
    }

    public FrameworkInForce Framework { get; }

    public Learner Learner { get; }

    public Competency Competency { get; }

    public ProficiencyScale Scale { get; }

    /// <summary>The stage that is asked for, or the highest that is open; null for none.</summary>
    public int? Stage { get; }

    public QuickClaim Quick { get; }

    /// <summary>How it is drawn now.</summary>
    public CellFace Face()
    {
        var faces = CellFaces.Of(Framework, _rules, _words);
        return Now() is { } cell ? faces.Of(cell, _visit.Now, _visit.Today) : faces.OfNothing(Competency.Number);
    }

    /// <summary>What a judgment says, in the words of the scale.</summary>
    public string Said(Judgment one) => one.Level is { } at ? LevelLook.Text(Scale.WithNumber(at) ?? Scale.LevelOf(at), _words) : one.IsCompletion ? _words["judgment.completion"] : _words[$"judgment.{one.NonScore}"];

    /// <summary>The newest word of every other educator since a moment, newest first.</summary>
    public IReadOnlyList<(string Name, Judgment Judgment)> Others(DateTime since) => _visit.Scope.SaidByOthers(Learner.Id, Competency.Id, Stage, since);

    private Cell? Now()
    {
        var cells = Cell.Read(_visit.Scope.StandingIn(Learner.Id, Framework.Content.Framework.Id)?.Bytes ?? Framework.UntouchedCells(_rules));
        Cell? found = null;
        // Of its stages the last is the highest.
        foreach (ref readonly var cell in cells)
            if (cell.Number == Competency.Number && (_asked is null || cell.Stage == _asked)) found = cell;
        return found;
    }
}
