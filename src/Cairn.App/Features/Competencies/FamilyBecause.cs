using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.App.Features.Competencies;

/// <summary>Says to a family why a level is what it is: what was seen, what of it counted, by what rule, and what would change it. In words alone: no number of a level, no arithmetic, no code.</summary>
internal sealed class FamilyBecause(CompetencyStanding standing, Words words, Visit visit)
{
    private readonly FamilyRules _rules = new(words, number => FamilyLevel.Of(number, standing.Shown.Scale, standing.Shown.Stage, standing.IsContinuum, words).Text);

    private Determination Is => standing.Shown;

    private Held Held => Is.At(visit.Now);

    /// <summary>The level as families see it; of what has none, its state.</summary>
    public (int Step, string Text) Level => FamilyLevel.Of(Held.Level?.Number, Is.Scale, Is.Stage, standing.IsContinuum, words, new Looked(Is.Pieces, Is.Boxes.Completed, Is.Rule.Rule is ConditionRule, Held.IsProficient));

    /// <summary>The stage that it is of, and the one that is open and not begun: a few words; null where there is no stage.</summary>
    public string? Stage => Is.Stage is null ? null : FamilyLevel.InStage(Level.Text, Is.Stage, standing.NotBegun, words);

    /// <summary>What is concluded: a sentence.</summary>
    public string Conclusion => Held.IsSetByPerson ? words["family.because.person", ("author", standing.JudgeOf(Is.Override!.Author)), ("level", Level.Text)]
        : Held.Level is null && !Held.IsProficient ? words["family.because.none"] : words["family.because.level", ("level", Level.Text)];

    /// <summary>How much is there of what is needed; null where nothing is.</summary>
    public string? Pieces => Is.Boxes.Required == 0 ? null : words["family.because.pieces", ("had", Is.Boxes.Completed), ("all", Is.Boxes.Required)];

    /// <summary>Why a person decided otherwise, while that holds; null where nobody did, or gave no reason.</summary>
    public string? Reason => Held.IsSetByPerson && standing.OverrideReason is { Length: > 0 } reason ? reason : null;

    /// <summary>Has newer work come since a person decided?</summary>
    public bool IsStale => Held.Override == OverrideState.Stale;

    /// <summary>The rule, in sentences.</summary>
    public IEnumerable<string> Rule => standing.RuleOfParts is { } parts
        ? [_rules.Of(Is.Rule.Rule, ofParts: true), words["family.rule.ofParts", ("rule", _rules.Of(parts))]] : [_rules.Of(Is.Rule.Rule)];

    /// <summary>What would change it.</summary>
    public IEnumerable<string> Next
    {
        get
        {
            if (Is.Boxes.Empty > 0) yield return words["family.because.next.boxes", ("count", Is.Boxes.Empty)];
            var now = Held.Level?.Number ?? decimal.MinValue;
            if (!Held.IsSetByPerson && Is.WouldChange.OfType<NextPiece>().Where(one => one.Level is { } then && then.Number > now).MinBy(one => one.At.Number) is { Level: { } higher } raise)
                yield return words["family.because.next.level", ("at", Look(raise.At.Number).Text), ("then", Look(higher.Number).Text)];
        }
    }

    /// <summary>What somebody at school judged, the newest first, with its look: what counted.</summary>
    public IEnumerable<(Judgment Judgment, int Step, string Text)> Counted => Seen.Where(one => Is.Counted.Contains(one)).Select(Told);

    /// <summary>What did not count, and why not in a sentence.</summary>
    public IEnumerable<(Judgment Judgment, int Step, string Text, string Why)> Left => Seen.Where(one => !Is.Counted.Contains(one)).Select(one => Told(one) is var (judgment, step, text) ? (judgment, step, text, WhyNot(one)) : default);

    private IEnumerable<Judgment> Seen => standing.Judgments.Where(one => one.Role != JudgeRole.Learner).Reverse();

    /// <summary>A level as families see it.</summary>
    public (int Step, string Text) Look(decimal? number) => FamilyLevel.Of(number, Is.Scale, Is.Stage, standing.IsContinuum, words);

    private (Judgment, int, string) Told(Judgment one)
    {
        if (one.Level is null) return (one, 0, words[one.IsCompletion ? "judgment.completion" : $"judgment.{one.NonScore}"]);
        // In the words of the scale that it was judged on.
        var (step, text) = FamilyLevel.Of(one.Level, standing.ScaleOf(one), one.Stage, standing.IsContinuum, words);
        return (one, step, text);
    }

    private string WhyNot(Judgment one) => words["family.because.left.why", ("why", standing.WhyDropped(one) switch
    {
        DropReason.Older => "older",
        DropReason.NotAmongBest or DropReason.BelowThreshold or DropReason.InMedian or DropReason.OtherJudge => "better",
        DropReason.Retracted => "back",
        DropReason.JudgedAgain or DropReason.JudgedAgainWhole or DropReason.Moderated or DropReason.GivesWayToCompletion => "again",
        DropReason.Advises => "advice",
        DropReason.AwaitsModeration => "second",
        DropReason.NoLevel => "unseen",
        _ => "other",
    })];
}
