using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.App.Features.Competencies;

/// <summary>Says where a learner stands in a competency, in the reader's words: the page and the panel beside the grid say the same.</summary>
internal sealed class CompetencySaying(CompetencyStanding standing, Words words, Visit visit)
{
    public ReasonWords Reasons { get; } = new(words);

    public Determination Is => standing.Shown;

    public Held Held => Is.At(visit.Now);

    public string Over => words["why.over", ("learner", standing.Learner.FullName), ("code", standing.Competency.Code), ("stage", Is.Stage ?? 0)];

    public string TrendTitle => Is.Growth is { } growth
        ? words["why.trend", ("growth", Math.Abs(growth)), ("direction", growth > 0 ? "up" : growth < 0 ? "down" : "same")] : words["why.trend.plain"];

    public int Step(decimal? level) => LevelLook.Step(level, Is.Scale, Is.Stage, standing.IsContinuum);

    public string Level(ProficiencyLevel level) => LevelLook.Text(level, words);

    public string Level(decimal number) => Is.Scale.WithNumber(number) is { } level ? Level(level) : words.Number(number);

    public string HeldText => TextOf(Is);

    public string TextOf(Determination of) => of.At(visit.Now) is var held && held.Level is not { } level
        ? words[held.IsProficient ? "level.shown" : of.Boxes.Completed == 0 ? "level.notYetSeen" : of.Rule.Rule is ConditionRule ? "level.partly" : "level.tooLittle"]
        : standing.IsContinuum && !held.IsSetByPerson ? words.Number(of.Value ?? level.Number) : Level(level);

    public int StepOf(Determination of) => of.At(visit.Now) is var held && held.Level is null && of.Rule.Rule is ConditionRule
        ? LevelLook.StepOfCondition(held.IsProficient, of.Boxes.Completed) : LevelLook.Step(held.Level?.Number, of.Scale, of.Stage, standing.IsContinuum);

    private bool IsSelf => visit.Actor!.Kind == Cairn.Storage.ActorKind.Learner;

    public string Conclusion =>
        Held.IsSetByPerson ? words["why.setByPerson", ("self", IsSelf), ("name", standing.Learner.CalledName), ("level", HeldText), ("author", standing.JudgeOf(Is.Override!.Author))]
        : Held.Level is null ? words["why.noLevel", ("self", IsSelf), ("name", standing.Learner.CalledName), ("state", Held.IsProficient ? "shown" : Is.Rule.Rule is ConditionRule && Is.Boxes.Completed > 0 ? "partly" : "none")]
        : Is.Boxes.Empty > 0 ? words["why.thin", ("self", IsSelf), ("name", standing.Learner.CalledName), ("level", HeldText), ("had", Is.Boxes.Completed), ("all", Is.Boxes.Required)]
        : words["why.full", ("self", IsSelf), ("name", standing.Learner.CalledName), ("level", HeldText)];

    /// <summary>Open boxes are said even where the conclusion would stay as it is.</summary>
    public IEnumerable<string> Changes => (Is.Boxes.Empty == 0 || Is.WouldChange.Any(one => one is FillBoxes) ? [] : (string[])[words["change.boxes", ("pieces", Is.Boxes.Empty)]])
        .Concat(Reasons.Of(Is.WouldChange, Held, standing.TargetTitle, Level));

    /// <summary>What an educator judged, oldest first; the learner's own reflections stand apart.</summary>
    public List<Judgment> Judged => [.. standing.Judgments.Where(one => one.Role != JudgeRole.Learner)];

    public List<SparkPoint> Trend => [.. Judged.Where(one => one.Level is not null && standing.WhyDropped(one) is not DropReason.Retracted)
        .Select(one => new SparkPoint(visit.Day(one.DemonstratedOn), one.Level!.Value, Step(one.Level), Is.Counted.Contains(one)))];

    public string Said(Judgment one) => one.Level is { } level ? standing.ScaleOf(one).WithNumber(level) is { } said ? Level(said) : Level(level) : one.IsCompletion ? words["judgment.completion"] : words[$"judgment.{one.NonScore}"];

    public string Meta(Judgment one)
    {
        var counts = Is.Counted.Contains(one) ? words["judgment.counts"]
            : standing.WhyDropped(one) is { } why ? words["judgment.not", ("why", Reasons.Of(why))] : words["judgment.notRead"];
        return words["judgment.meta", ("date", words.Date(visit.Day(one.DemonstratedOn))), ("judge", standing.JudgeOf(one.Judge)), ("counts", counts)];
    }
}
